// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

#include "words.h"

#include <QDateTime>

namespace lectern
{

namespace
{

constexpr std::array requirementStates{
    Word<RequirementState>{RequirementState::Open, u"open"},
    Word<RequirementState>{RequirementState::InProgress, u"in-progress"},
    Word<RequirementState>{RequirementState::Done, u"done"},
};

constexpr std::array checkStates{
    Word<CheckState>{CheckState::Open, u"open"},
    Word<CheckState>{CheckState::InProgress, u"in-progress"},
    Word<CheckState>{CheckState::Done, u"done"},
};

} // namespace

QDate tickDay(const CheckRecord &record, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(record.checkedUtcMs, zone).date();
}

bool isStale(const CheckRecord &record, const Entry &entry, QDate today)
{
    if (!entry.skill || !record.checked())
        return false;
    return !record.date.isValid() || record.date.daysTo(today) >= staleAfterDays;
}

QString word(RequirementState state)
{
    return wordOf(requirementStates, state);
}

std::optional<RequirementState> requirementStateFromWord(QStringView text)
{
    return valueOf(requirementStates, text);
}

QString word(CheckState state)
{
    return wordOf(checkStates, state);
}

std::optional<CheckState> checkStateFromWord(QStringView text)
{
    return valueOf(checkStates, text);
}

} // namespace lectern
