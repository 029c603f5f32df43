// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan.h"

#include "words.h"

#include <algorithm>

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
    Word<BlockState>{BlockState::Done, u"done"},
};

} // namespace

int PlanInputs::capacity(QDate date) const
{
    const bool inside = date.isValid() && date >= start && (!examDate.isValid() || date < examDate);
    if (!inside || daysOff.contains(date))
        return 0;
    const auto weekday = static_cast<std::size_t>(date.dayOfWeek() - 1);
    const int minutes = std::min(minutesPerWeekday[weekday], 24 * 60 - startMinute[weekday]);
    return minutes < shortestBlock ? 0 : minutes;
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

std::optional<BlockKind> blockKindFromWord(QStringView text)
{
    return valueOf(blockKinds, text);
}

std::optional<BlockState> blockStateFromWord(QStringView text)
{
    return valueOf(blockStates, text);
}

} // namespace lectern
