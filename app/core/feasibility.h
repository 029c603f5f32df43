// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair.h"

namespace lectern
{

/// Minutes that the learner studies for each minute planned; 1: as planned. Of the last ten blocks whose day is over
/// (no buffers, none excused): what was logged, at most twice each block's length, against what was planned; shrunk to
/// 1 by the planned minutes of five more, so that one bad evening is no verdict.
double paceOf(const QList<Block> &blocks, QDate today);

/// Whether the chosen scope still fits before the exam at the learner's pace, and what would make it fit.
struct Feasibility {
    struct Week {
        QDate monday;
        int needed = 0;    ///< minutes: its part of all that is needed, in proportion to what it has
        int available = 0; ///< minutes that its days have from today on, without the buffer's share
    };
    QList<Week> weeks; ///< from this one to the exam's; empty without an exam ahead
    double pace = 1;
    int neededMinutes = 0; ///< of time, at the pace, for what the scope asks and has not been studied yet
    int availableMinutes = 0;

    bool fits() const { return neededMinutes <= availableMinutes; }
    int missingMinutes() const { return fits() ? 0 : neededMinutes - availableMinutes; }

    /// What would fix it, each by itself. Not set where nothing is missing, and where it alone cannot.
    std::optional<int> moreMinutesADay;         ///< on every day that has study
    std::optional<QDate> laterExam;             ///< the first day that is late enough, within a year
    std::optional<PlanScope> smallerScope;      ///< the largest that fits
    std::optional<ProjectChoice> fewerProjects; ///< the most that fit
};

/// Feasible is judged by the chosen scope, not by the page's 300 hours. Without an exam date everything fits.
Feasibility feasibilityOf(
    const Certification &certification, const RepairCase &plan, const QList<StudyRecord> &studied);

/// Where the hours stand and where they lead.
struct BurnUp {
    struct Point {
        QDate day;
        int minutes = 0; ///< sum up to the end of that day

        bool operator==(const Point &) const = default;
    };
    QList<Point> planned;  ///< of the plan as it is now: what has been planned anew counts at its new place only
    QList<Point> studied;  ///< up to today
    QList<Point> forecast; ///< from today to the plan's end, at the pace
    int scopeMinutes = 0;  ///< what the scope asks for in all
};

/// From the plan's first day to its last; empty without blocks.
BurnUp burnUp(const Certification &certification, const RepairCase &plan, const QList<StudyRecord> &studied);

/// What to begin with some minutes at hand.
struct NowChoice {
    Block block;     ///< as it is planned
    int minutes = 0; ///< of it
};

/// Today's next open block, else the open one of the coming seven days that is worth most. What has to be done in one
/// go (a rehearsal, the diagnostic) only if it fits; never a buffer, never a pinned block of another day. Nothing where
/// nothing is open, and under ten minutes.
std::optional<NowChoice> bestNow(const RepairCase &plan, int minutes);

/// The plan after that part was put on today at `minuteOfDay`, and the rest planned anew: it stays in the block's
/// place, and goes where it is under ten minutes. The part that is now keeps the block's uuid only if it is all of it.
QList<Block> withPartNow(const RepairCase &plan, const NowChoice &choice);

} // namespace lectern
