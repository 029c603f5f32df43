// SPDX-License-Identifier: GPL-3.0-or-later
#include "project.h"

#include "words.h"

namespace lectern
{

namespace
{

constexpr std::array requirementStates{
    Word<RequirementState>{RequirementState::Open, u"open"},
    Word<RequirementState>{RequirementState::InProgress, u"in-progress"},
    Word<RequirementState>{RequirementState::Done, u"done"},
};

} // namespace

QString word(RequirementState state)
{
    return wordOf(requirementStates, state);
}

std::optional<RequirementState> requirementStateFromWord(QStringView text)
{
    return valueOf(requirementStates, text);
}

} // namespace lectern
