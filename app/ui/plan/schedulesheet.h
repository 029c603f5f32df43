// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planwords.h"
#include "printmetrics.h"

#include <QList>
#include <QStringList>

namespace lectern
{

class PlanDesk;

/// What stands on which page of the printed schedule, in the device's units. A day is never split unless it is longer
/// than a page, a row never.
struct ScheduleSheet {
    struct Row {
        Block block;
        BlockWords words;
        double height = 0;
    };
    struct Day {
        QDate date;
        QString note; ///< "Day off", "Exam at 10:00"
        int minutes = 0;
        QList<Row> rows;
        bool continued = false;
        double height = 0;
    };
    struct Page {
        QString title;    ///< "Week 6 of 12, 23 to 29 November 2026"
        QString subtitle; ///< stage and hours
        QString countdown;
        QList<Day> days;
    };

    using Metrics = PrintMetrics;

    /// Left edges of the columns.
    struct Columns {
        double tick, start, length, pattern, code, kind, title, notes, right;
    };

    ScheduleSheet(const PlanDesk &desk, const Metrics &metrics);

    Columns columns{};
    double rowHeight = 0;
    double headHeight = 0;
    double footHeight = 0;
    int legendLines = 0; ///< of the domains, `legendColumns` a line
    static constexpr int legendColumns = 3;
    QList<Page> pages;

private:
    void setColumns(const Certification &certification, const QList<Block> &blocks);
    void addWeek(const PlanDesk &desk, QDate monday, QDate first, QDate last, const QList<Block> &blocks);
    Day makeDay(const PlanDesk &desk, QDate date, const QList<Block> &blocks) const;
    void paginate(const Page &week, const QList<Day> &days);
    double heightOf(const Day &day) const;

    const Metrics &m_metrics;
};

} // namespace lectern
