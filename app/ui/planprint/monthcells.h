// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planpaper.h"
#include "planwords.h"
#include "printmetrics.h"

#include <QRectF>
#include <QSet>

namespace lectern
{

class SheetInk;

/// The days of a month as cells, all told in the same detail: as much of it as every cell has room for.
class MonthCells
{
public:
    /// Rows are the weeks from `monday` on. Columns are `cellWidth` wide, the rows together `height` high.
    MonthCells(const PlanPaper &paper, const PrintMetrics &metrics, QDate monday, int weeks, QDate month,
        double cellWidth, double height);

    double rowHeight(int week) const { return m_rows.at(week); }
    /// Days that do not fit their cells.
    QList<QDate> overfull() const { return m_overfull; }
    void paint(SheetInk &ink, QDate date, const QRectF &cell) const;
    double points() const { return m_points; }

private:
    enum class Detail {
        TwoLines, ///< pattern, code, minutes, kind; the topic below
        Title,    ///< pattern, code, minutes, as much of the topic as the line holds
        OneLine   ///< pattern, code, minutes
    };
    bool fits(Detail detail, double points, double height);
    double blockHeight(const Block &block) const;
    double headHeight(QDate date) const;
    double cellHeight(QDate date) const;
    QString lineText(const Block &block, const BlockWords &words) const;
    double textRoom() const;
    double marksWidth() const; ///< of box and pattern
    QString noteOf(QDate date) const;

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    QDate m_monday;
    int m_weeks;
    QDate m_month;
    double m_cellWidth;
    Detail m_detail = Detail::TwoLines;
    double m_points = 0;
    QList<double> m_rows;
    QList<QDate> m_overfull;
    QSet<QDate> m_shortNotes; ///< of days whose note alone is too long
};

} // namespace lectern
