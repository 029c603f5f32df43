// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figuretable.h"
#include "scrollcolumn.h"

namespace lectern
{

class TextLabel;

/// The figures of the overview's charts as tables.
class OverviewTables : public ScrollColumn
{
    Q_OBJECT
public:
    explicit OverviewTables(const Theme &theme, QWidget *parent = nullptr);

    void fill(const FigureSource &source);

private:
    FigureTable *add(const QString &title, int words);

    const Theme &m_theme;
    FigureTable *m_sections;
    FigureTable *m_topics;
    FigureTable *m_trend;
    FigureTable *m_moves;
};

} // namespace lectern
