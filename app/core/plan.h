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

    bool operator==(const PlanInputs &) const = default;
};

struct Plan {
    QList<Block> blocks;    ///< by date and start
    int neededMinutes = 0;  ///< what the path asks (its total hours)
    int plannedMinutes = 0; ///< what fits before the exam
};

/// Dates the learning path: its weeks are shared out over the study days from `start` to the day before the exam (or
/// the path's own number of weeks), each stage in proportion to its weeks, its topics in order; never more than a day's
/// minutes, never on a day off, never on or after the exam day. Within a stage the minutes are shared among topics
/// evenly; each topic gets reading first, then lab, then questions. A stage without topics (capstone) alternates
/// project and questions, with rehearsals on the longest days. BadInput for inputs that leave no study day.
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
