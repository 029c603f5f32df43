// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QTime>
#include <array>
#include <optional>

namespace lectern
{

enum class BlockKind { Read, Lab, Questions, Rehearsal, Project, Review, Buffer };

/// What a block is for, where its kind and topic do not say it.
enum class BlockAim {
    Study,      ///< the topic for the first time; without a topic all of them
    Return,     ///< questions on a topic that was studied before
    Diagnostic, ///< questions of the first days, which readiness starts from
    Timed,      ///< timed practice on a long day
    Missed,     ///< review of questions that were missed
    Lookback,   ///< review of the rehearsal before it
    GuideCheck, ///< reading whether the exam guide has changed
};

enum class BlockState {
    Planned, ///< in the past: missed
    Partly,  ///< ended before its minutes were over; the rest is owed until it is settled
    Done,
    Excused, ///< of a time away: neither missed nor a measure of pace
};

inline constexpr int shortestBlock = 15;     ///< minutes, of what the planner places
inline constexpr int briefestBlock = 10;     ///< minutes, of what a person places
inline constexpr int longestBlock = 240;     ///< minutes
inline constexpr int rehearsalMinutes = 150; ///< the exam's two hours and the look at the report
inline constexpr int dayMinutes = 24 * 60;

/// A dated piece of study. Dates are local dates without a zone; `startMinute` counts from midnight.
struct Block {
    BlockId id{};
    QString uuid; ///< of the event in other calendars: stays with the block wherever it moves
    QDate date;
    int startMinute = 0;
    int minutes = 0;
    BlockKind kind = BlockKind::Read;
    QString topic; ///< empty for mixed blocks
    QString stage; ///< of the learning path
    BlockState state = BlockState::Planned;
    int loggedMinutes = 0; ///< sum of the time log
    BlockAim aim = BlockAim::Study;
    QString project;      ///< of kind Project: its id
    QString requirement;  ///< of kind Project: what is proven; empty: the project as a whole, the capstone
    QString depends;      ///< uuid of the block whose work this one builds on; empty: none
    bool locked = false;  ///< stays where it is whatever is planned anew
    bool settled = false; ///< of a block in the past: what was left undone has been planned anew or given up
    int misses = 0;       ///< how often its work has been missed before

    int endMinute() const { return startMinute + minutes; }
    /// Minutes of work that it still stands for: none when done or settled.
    int owedMinutes() const;

    bool operator==(const Block &) const = default;
};

/// Order of a calendar: by date, start and uuid.
bool earlier(const Block &one, const Block &other);

/// Taken by something else, as another calendar says. Local time; what spans midnight is one for each day.
struct BusyTime {
    QDate date;
    int startMinute = 0; ///< from midnight
    int endMinute = 0;   ///< behind it, at most 1440

    bool operator==(const BusyTime &) const = default;
};

/// A stretch of a day in minutes from midnight.
struct Stretch {
    int start = 0;
    int end = 0;
    int minutes() const { return end - start; }
    bool operator==(const Stretch &) const = default;
};

/// How much of the certification a plan is for.
enum class PlanScope {
    Full,     ///< all hours of the learning path
    Focused,  ///< what the blueprint asks, in two thirds of the hours
    ExamOnly, ///< what the blueprint asks, by questions above all, in two fifths of the hours
};
enum class ProjectChoice { None, One, All };

struct PlanInputs {
    QDate start;
    QDate examDate;                         ///< invalid: as long as the scope needs
    std::array<int, 7> minutesPerWeekday{}; ///< Monday first, 0: no study
    std::array<int, 7> startMinute{};       ///< when the evening begins, minutes from midnight
    QList<QDate> daysOff;
    int blockMinutes = 90; ///< longest block, 15-240
    /// Monday first: days that a rehearsal can be sat on in one go.
    std::array<bool, 7> longSitting{true, true, true, true, true, true, true};
    int bufferPercent = 5; ///< share of each fortnight that is kept free, 0-40
    PlanScope scope = PlanScope::Full;
    ProjectChoice projects = ProjectChoice::One;
    QString project; ///< the one; empty or unknown: the first of the pack
    QString blueprint;
    quint64 seed = 1;     ///< decides between choices that are equally good
    QList<BusyTime> busy; ///< from other calendars; kept beside the inputs

    /// Minutes of study that `date` has room for: 0 on days off, before the start, on and after the exam day, and where
    /// less than the shortest block is left of the day. Busy times take their part.
    int capacity(QDate date) const;
    /// The stretches of `date` that may hold study, in order, each at least the shortest block long.
    QList<Stretch> windows(QDate date) const;

    bool operator==(const PlanInputs &) const = default;
};

/// Study as the time log tells it.
struct StudyRecord {
    QDate day;     ///< study day
    QString topic; ///< of the syllabus; empty: of no one topic, so that all sections share it by weight
    int minutes = 0;

    bool operator==(const StudyRecord &) const = default;
};

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
QString word(BlockAim aim);
QString word(PlanScope scope);
QString word(ProjectChoice choice);
std::optional<BlockKind> blockKindFromWord(QStringView word);
std::optional<BlockState> blockStateFromWord(QStringView word);
std::optional<BlockAim> blockAimFromWord(QStringView word);
std::optional<PlanScope> planScopeFromWord(QStringView word);
std::optional<ProjectChoice> projectChoiceFromWord(QStringView word);

} // namespace lectern
