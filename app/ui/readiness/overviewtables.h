// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figuretable.h"
#include "scrollcolumn.h"

class QPushButton;

namespace lectern
{

class CopyTable;
class TextLabel;

/// The figures of the overview's charts as tables.
class OverviewTables : public ScrollColumn
{
    Q_OBJECT
public:
    explicit OverviewTables(const Theme &theme, QWidget *parent = nullptr);

    void fill(const FigureSource &source);

private:
    struct Part {
        TextLabel *heading = nullptr;
        QPushButton *copy = nullptr;
        CopyTable *table = nullptr;
        FigureTable *figures = nullptr;
    };
    Part add(const QString &title, int words);
    static void entitle(const Part &part, const QString &title);

    const Theme &m_theme;
    Part m_sections;
    Part m_topics; ///< objectives, where the blueprint has them
    Part m_uncounted;
    Part m_trend;
    Part m_moves;
};

} // namespace lectern
