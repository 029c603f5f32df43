// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets.h"

#include <QHash>

class QGridLayout;

namespace lectern
{

struct Certification;
struct Fact;
struct Ui;

/// The key facts as the certification page gives them beside the vendor's. Rows that differ say so in words, in weight
/// and by a bar; nothing picks one for the reader.
class FactsTable : public Card
{
    Q_OBJECT
public:
    enum class Detail { Compact, Full };

    /// Full shows notes and a source per row; Compact names the sources once, below.
    FactsTable(Ui &ui, const Certification &certification, Detail detail, QWidget *parent = nullptr);

    /// The control of a fact's row, null for an unknown fact and in the compact table.
    QWidget *row(const QString &fact) const { return m_rows.value(fact); }

private:
    void addRow(QGridLayout *grid, const Fact &fact, Detail detail);
    QWidget *sourceOf(const Fact &fact);
    QWidget *legend(const Certification &certification);

    Ui &m_ui;
    QHash<QString, QWidget *> m_rows;
};

} // namespace lectern
