// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moment.h"

#include <QList>

namespace lectern
{

struct ClockReading {
    qint64 remainingMs = 0; ///< never negative
    bool verified = true;   ///< false once the wall clock had to decide between two boots
};

/// Time left of `budgetMs` at `now`. `stored` are the moments of the attempt's events in order, the first being its
/// start. Between two moments of one boot the monotonic clock decides (sleep counts, a changed wall clock does not);
/// between two boots the wall clock does, and time never runs backwards, so no more is left than at the last stored
/// event.
ClockReading readClock(const QList<Moment> &stored, qint64 budgetMs, const Moment &now);

} // namespace lectern
