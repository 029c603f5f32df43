// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "ids.h"
#include "result.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QTime>
#include <array>

namespace lectern
{

enum class BlockKind { Read, Lab, Questions, Rehearsal, Project, Review, Buffer };
enum class BlockState { Planned, Done };

inline constexpr int shortestBlock = 15;     ///< minutes
inline constexpr int rehearsalMinutes = 150; ///< the exam's two hours and the look at the report

/// A dated piece of study. Dates are local dates without a zone; `startMinute` counts from midnight.
struct Block {
    BlockId id{};
    QString uuid;
    QDate date;
    int startMinute = 0;
    int minutes = 0;
    BlockKind kind = BlockKind::Read;
    QString topic; ///< empty for mixed blocks
    QString stage; ///< of the learning path
    BlockState state = BlockState::Planned;
    int loggedMinutes = 0; ///< sum of the time log

    bool operator==(const Block &) const = default;
};

struct PlanInputs {
    QDate start;
    QDate examDate;                         ///< invalid: the path's own length counts
    std::array<int, 7> minutesPerWeekday{}; ///< Monday first, 0: no study
    std::array<int, 7> startMinute{};       ///< when the evening begins, minutes from midnight
    QList<QDate> daysOff;
    int blockMinutes = 90; ///< longest block, 15-240

    /// Minutes of study that `date` has room for: 0 on days off, before the start, on and after the exam day, and where
    /// less than the shortest block is left of the day.
    int capacity(QDate date) const;

    bool operator==(const PlanInputs &) const = default;
};

/// Study as the time log tells it.
struct StudyRecord {
    QDate day;     ///< study day
    QString topic; ///< of the syllabus; empty: of no one topic, so that all sections share it by weight
    int minutes = 0;

    bool operator==(const StudyRecord &) const = default;
};

struct Plan {
    QList<Block> blocks;    ///< by date and start
    int neededMinutes = 0;  ///< what the path asks (its total hours)
    int plannedMinutes = 0; ///< what fits before the exam
};

/// Dates the learning path: its stages are shared out over the study days from `start` to the day before the exam (or
/// for the path's own number of weeks), each in proportion to its weeks, its topics in order; never more than a day's
/// minutes, never on a day off, never on or after the exam day. Within a stage the minutes are shared among topics
/// evenly; each topic gets reading first, then lab, then questions. As long as there are blocks enough, every stage,
/// and within it every topic, gets one. A stage without topics (capstone) alternates project and questions, with
/// rehearsals on its longest days: at most one a day and two a week, none on days shorter than one. Blocks last from
/// 15 minutes to `blockMinutes`, rehearsals always `rehearsalMinutes`; a rest that no block fits stays free. BadInput
/// for inputs that leave no study day and for an exam over ten years away.
Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs);

/// Needed and available minutes per week of the plan.
struct WeekLoad {
    QDate monday;
    int available = 0;
    int planned = 0;
    int done = 0;
};
QList<WeekLoad> weekLoads(const QList<Block> &blocks, const PlanInputs &inputs);

/// The study day an instant belongs to: it ends at `dayEndsAt` (04:00), so that work after midnight counts for the
/// evening.
QDate studyDay(const QDateTime &localTime, QTime dayEndsAt = QTime(4, 0));

QString word(BlockKind kind);
QString word(BlockState state);
std::optional<BlockKind> blockKindFromWord(QStringView word);
std::optional<BlockState> blockStateFromWord(QStringView word);

} // namespace lectern
