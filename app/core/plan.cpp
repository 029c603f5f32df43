// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan.h"

#include "words.h"

#include <algorithm>
#include <tuple>

namespace lectern
{

namespace
{

constexpr std::array blockKinds{
    Word<BlockKind>{BlockKind::Read, u"read"},
    Word<BlockKind>{BlockKind::Lab, u"lab"},
    Word<BlockKind>{BlockKind::Questions, u"questions"},
    Word<BlockKind>{BlockKind::Rehearsal, u"rehearsal"},
    Word<BlockKind>{BlockKind::Project, u"project"},
    Word<BlockKind>{BlockKind::Review, u"review"},
    Word<BlockKind>{BlockKind::Buffer, u"buffer"},
};
constexpr std::array blockStates{
    Word<BlockState>{BlockState::Planned, u"planned"},
    Word<BlockState>{BlockState::Partly, u"partly"},
    Word<BlockState>{BlockState::Done, u"done"},
    Word<BlockState>{BlockState::Excused, u"excused"},
};
constexpr std::array blockAims{
    Word<BlockAim>{BlockAim::Study, u"study"},
    Word<BlockAim>{BlockAim::Return, u"return"},
    Word<BlockAim>{BlockAim::Diagnostic, u"diagnostic"},
    Word<BlockAim>{BlockAim::Timed, u"timed"},
    Word<BlockAim>{BlockAim::Missed, u"missed"},
    Word<BlockAim>{BlockAim::Lookback, u"lookback"},
    Word<BlockAim>{BlockAim::GuideCheck, u"guide-check"},
};
constexpr std::array planScopes{
    Word<PlanScope>{PlanScope::Full, u"full"},
    Word<PlanScope>{PlanScope::Focused, u"focused"},
    Word<PlanScope>{PlanScope::ExamOnly, u"exam-only"},
};
constexpr std::array projectChoices{
    Word<ProjectChoice>{ProjectChoice::None, u"none"},
    Word<ProjectChoice>{ProjectChoice::One, u"one"},
    Word<ProjectChoice>{ProjectChoice::All, u"all"},
};

} // namespace

int Block::owedMinutes() const
{
    if (state == BlockState::Done || settled)
        return 0;
    return std::max(0, minutes - loggedMinutes);
}

bool earlier(const Block &one, const Block &other)
{
    return std::tie(one.date, one.startMinute, one.uuid) < std::tie(other.date, other.startMinute, other.uuid);
}

QList<Stretch> PlanInputs::windows(QDate date) const
{
    const bool inside = date.isValid() && date >= start && (!examDate.isValid() || date < examDate);
    if (!inside || daysOff.contains(date))
        return {};
    const auto weekday = static_cast<std::size_t>(date.dayOfWeek() - 1);
    const int begin = startMinute[weekday];
    QList<Stretch> free{{begin, std::min(begin + minutesPerWeekday[weekday], dayMinutes)}};
    for (const BusyTime &taken : busy) {
        if (taken.date != date)
            continue;
        QList<Stretch> left;
        for (const Stretch &stretch : std::as_const(free)) {
            left.append({stretch.start, std::min(stretch.end, taken.startMinute)});
            left.append({std::max(stretch.start, taken.endMinute), stretch.end});
        }
        left.removeIf([](const Stretch &stretch) { return stretch.minutes() <= 0; });
        free = left;
    }
    free.removeIf([](const Stretch &stretch) { return stretch.minutes() < shortestBlock; });
    return free;
}

int PlanInputs::capacity(QDate date) const
{
    int minutes = 0;
    for (const Stretch &stretch : windows(date))
        minutes += stretch.minutes();
    return minutes;
}

QList<WeekLoad> weekLoads(const QList<Block> &blocks, const PlanInputs &inputs)
{
    QList<WeekLoad> weeks;
    const auto mondayOf = [](QDate date) { return date.addDays(1 - date.dayOfWeek()); };
    QDate last = inputs.examDate.isValid() ? inputs.examDate.addDays(-1) : QDate();
    for (const Block &block : blocks) {
        if (!last.isValid() || block.date > last)
            last = block.date;
    }
    if (!inputs.start.isValid() || !last.isValid())
        return weeks;
    for (QDate monday = mondayOf(inputs.start); monday <= last; monday = monday.addDays(7)) {
        WeekLoad week;
        week.monday = monday;
        for (int i = 0; i < 7; ++i)
            week.available += inputs.capacity(monday.addDays(i));
        weeks.append(week);
    }
    for (const Block &block : blocks) {
        const qint64 index = mondayOf(inputs.start).daysTo(mondayOf(block.date)) / 7;
        if (index < 0 || index >= weeks.size())
            continue;
        weeks[index].planned += block.minutes;
        weeks[index].done += block.loggedMinutes;
    }
    return weeks;
}

QDate studyDay(const QDateTime &localTime, QTime dayEndsAt)
{
    return localTime.time() < dayEndsAt ? localTime.date().addDays(-1) : localTime.date();
}

QString word(BlockKind kind)
{
    return wordOf(blockKinds, kind);
}

QString word(BlockState state)
{
    return wordOf(blockStates, state);
}

QString word(BlockAim aim)
{
    return wordOf(blockAims, aim);
}

QString word(PlanScope scope)
{
    return wordOf(planScopes, scope);
}

QString word(ProjectChoice choice)
{
    return wordOf(projectChoices, choice);
}

std::optional<BlockKind> blockKindFromWord(QStringView text)
{
    return valueOf(blockKinds, text);
}

std::optional<BlockState> blockStateFromWord(QStringView text)
{
    return valueOf(blockStates, text);
}

std::optional<BlockAim> blockAimFromWord(QStringView text)
{
    return valueOf(blockAims, text);
}

std::optional<PlanScope> planScopeFromWord(QStringView text)
{
    return valueOf(planScopes, text);
}

std::optional<ProjectChoice> projectChoiceFromWord(QStringView text)
{
    return valueOf(projectChoices, text);
}

} // namespace lectern
