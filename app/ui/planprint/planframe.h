// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planpaper.h"
#include "printmetrics.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace lectern
{

class SheetInk;

/// What stands at the top of a page.
struct PageHead {
    QString title;    ///< "Week 6 of 12, 23 to 29 November 2026"
    QString subtitle; ///< stage and hours
    QString countdown;
};

/// Head and foot of every page of the plan: what it is, how far the exam is, what the patterns mean, which page of how
/// many. What does not fit beside each other stands below each other.
class PlanFrame
{
public:
    /// `patterns`: says in the foot what they mean.
    PlanFrame(const PlanPaper &paper, const PrintMetrics &metrics, bool patterns = true);

    double headHeight(const PageHead &head) const;
    double footHeight() const { return m_footHeight; }
    /// What head and foot leave of the page.
    QRectF body(const PageHead &head) const;
    void paint(QPainter &painter, const PageHead &head, int page, int pages) const;

private:
    struct Line {
        QRectF box;
        QString text;
        double points;
        bool bold;
        Qt::Alignment alignment;
    };
    struct Key {
        QRectF box; ///< in the foot
        QString text;
        int domain;
    };
    QList<Line> headLines(const PageHead &head) const;
    void layLegend();
    void layFoot();
    QList<Line> footLines(int page, int pages) const;

    const PlanPaper &m_paper;
    const PrintMetrics &m_metrics;
    QList<Key> m_legend;
    double m_legendHeight = 0;
    double m_footHeight = 0;
    bool m_footStacked = false;
};

} // namespace lectern
