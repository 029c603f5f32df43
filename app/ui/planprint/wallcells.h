// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planpaper.h"
#include "printmetrics.h"

#include <QRectF>

namespace lectern
{

class SheetInk;

/// The blocks of one day as bars beside each other, as long as their minutes, each with its minutes below it. Where
/// there are too many for that, bars stand in several lines, then one for each domain, then one for the day.
class WallCells
{
public:
    WallCells(const PlanPaper &paper, const PrintMetrics &metrics, double cellWidth, double rowHeight, double points);

    void paint(SheetInk &ink, QDate date, const QRectF &cell) const;

private:
    struct Bar {
        int domain = -1;
        int minutes = 0;
        BlockState state = BlockState::Planned;
        QString text;
        double width = 0;
    };
    using Line = QList<Bar>;
    QList<Line> linesOf(const QList<Block> &blocks) const;
    QList<Line> broken(const Line &bars) const;
    double leastWidth(const Bar &bar) const;
    void stretch(Line &line, int planned) const;
    double lineHeight() const;

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    double m_points;
    double m_room; ///< across, for bars
    double m_barHeight;
    int m_mostLines;
    int m_fullDay = 1; ///< minutes that fill a cell
};

} // namespace lectern
