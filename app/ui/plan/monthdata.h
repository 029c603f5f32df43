// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "planwords.h"

#include <array>

namespace lectern
{

class PlanDesk;

/// A month as the calendar shows it: whole weeks, each with its place in the plan.
struct MonthData {
    struct Entry {
        Block block;
        BlockWords words;
        QString spoken; ///< "90 minutes, lab, CDC patterns, to do"
        bool missed = false;
    };
    struct Day {
        QDate date;
        bool inMonth = false;
        bool off = false; ///< inside the plan, without study
        bool exam = false;
        QList<Entry> entries;
        int minutes() const;
    };
    struct Week {
        int number = 0;  ///< of the plan; 0 outside of it
        QString stage;   ///< what most of its minutes are for
        int domain = -1; ///< of the stage, -1: all
        QString code;    ///< of the stage's domain
        std::array<Day, 7> days;
    };

    QDate month; ///< its first day
    QDate today;
    QTime examTime;
    QList<Week> weeks; ///< from Monday

    const Day *day(QDate date) const; ///< null if not shown
    QDate firstDay() const;
    QDate lastDay() const;
};

MonthData monthData(const PlanDesk &desk, QDate anyDayOfMonth);

} // namespace lectern
