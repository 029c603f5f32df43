// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "icalevent.h"

namespace lectern
{

/// Adds the times that an event takes place and that touch `wanted`. Each repetition costs about as much as it takes
/// steps to follow it, so that no file can ask for ever: TooMuch where less is left, `left` in steps.
std::optional<CalendarProblem> addTimes(
    const IcalEvent &event, const IcalSpan &wanted, qint64 &left, QList<IcalSpan> &times);

} // namespace lectern
