// SPDX-License-Identifier: GPL-3.0-or-later
#include "examclock.h"

#include <algorithm>

namespace lectern
{

ClockReading readClock(const QList<Moment> &stored, qint64 budgetMs, const Moment &now)
{
    ClockReading reading;
    reading.remainingMs = std::max<qint64>(0, budgetMs);
    const auto pass = [&reading](const Moment &from, const Moment &to) {
        qint64 elapsed = 0;
        if (!from.bootId.isEmpty() && from.bootId == to.bootId) {
            elapsed = to.bootMs - from.bootMs;
        } else {
            elapsed = to.utcMs - from.utcMs;
            reading.verified = false;
        }
        reading.remainingMs -= std::max<qint64>(0, elapsed);
    };
    for (qsizetype i = 1; i < stored.size(); ++i)
        pass(stored[i - 1], stored[i]);
    if (!stored.isEmpty())
        pass(stored.constLast(), now);
    reading.remainingMs = std::max<qint64>(0, reading.remainingMs);
    return reading;
}

} // namespace lectern
