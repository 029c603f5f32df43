// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockedit.h"
#include "planwords.h"

#include <array>

namespace lectern
{

class PlanDesk;

/// A month, or any other stretch of whole weeks, as the calendar shows it: each week with its place in the plan.
struct MonthData {
    struct Entry {
        Block block;
        BlockWords words;
        QString spoken; ///< "90 minutes, lab, CDC patterns, to do"
        bool missed = false;
        bool beyond = false; ///< of a topic that the plan's blueprint does not ask
    };
    struct Day {
        QDate date;
        bool inMonth = false;
        bool off = false; ///< inside the plan, without study
        bool exam = false;
        int capacity = 0;     ///< minutes of study that the day has room for
        QList<Stretch> busy;  ///< taken by something else
        QList<Entry> entries; ///< by start
        int minutes() const;  ///< of all of them, buffers too
    };
    struct Week {
        int number = 0;      ///< of the plan; 0 outside of it
        QString stage;       ///< what most of its minutes are for
        int domain = -1;     ///< of the stage, -1: all
        QString code;        ///< of the stage's domain
        int available = 0;   ///< minutes
        int minutes() const; ///< of study, without buffers
        int loggedMinutes() const;
        std::array<Day, 7> days;
    };

    QDate month; ///< its first day; invalid for a stretch that is no month
    QDate today;
    int nowMinute = 0; ///< of the local day, when the data was read
    QTime examTime;
    QDate examDate;    ///< no block may be moved there or behind it; invalid: no exam ahead
    QList<Week> weeks; ///< from Monday

    const Day *day(QDate date) const; ///< null if not shown
    QDate firstDay() const;
    QDate lastDay() const;
};

MonthData monthData(const PlanDesk &desk, QDate anyDayOfMonth);
/// The whole weeks from the one with `from` to the one with `to`.
MonthData weeksData(const PlanDesk &desk, QDate from, QDate to);
/// From the first block or the plan's start to its last block or the exam.
MonthData wholePlanData(const PlanDesk &desk);

} // namespace lectern
