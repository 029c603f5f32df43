// SPDX-License-Identifier: GPL-3.0-or-later
#include "examclock.h"

#include <algorithm>

namespace lectern
{

namespace
{

bool sameBoot(const Moment &a, const Moment &b)
{
    return !a.bootId.isEmpty() && a.bootId == b.bootId;
}

} // namespace

qint64 elapsedMs(const Moment &from, const Moment &to, bool withSleep)
{
    if (!sameBoot(from, to))
        return std::max<qint64>(0, to.utcMs - from.utcMs);
    const qint64 elapsed = std::max<qint64>(0, to.bootMs - from.bootMs);
    return withSleep ? elapsed : elapsed - std::clamp<qint64>(to.sleptMs - from.sleptMs, 0, elapsed);
}

void ClockTally::advance(const Moment &to, const ClockRule &rule)
{
    // A sign of life may be older than the last event: from there on nothing may count twice.
    if (m_begun && sameBoot(m_last, to) && to.bootMs < m_last.bootMs)
        return;
    if (m_begun && !rule.stopped && !(rule.apart && !rule.crashCounts)) {
        m_usedMs += elapsedMs(m_last, to, rule.sleepCounts);
        m_verified = m_verified && sameBoot(m_last, to);
    }
    m_last = to;
    m_begun = true;
}

ClockTally ClockTally::at(const Moment &now, const ClockRule &rule) const
{
    ClockTally later = *this;
    later.advance(now, rule);
    return later;
}

} // namespace lectern
