// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sidedview.h"

namespace lectern
{

class FactsTable;
class ScrollColumn;
struct Certification;
struct Ui;

/// What the exam is: an overview, the numbers the program computes with, every fact with its note and source.
class FactsView : public SidedView
{
    Q_OBJECT
public:
    FactsView(const Certification &certification, Ui &ui, QWidget *parent = nullptr);

    void refresh() override {}
    void enter(const QString &fact);

private:
    QWidget *numbers(const Certification &certification, const Ui &ui) const;

    ScrollColumn *m_column;
    FactsTable *m_table;
};

} // namespace lectern
