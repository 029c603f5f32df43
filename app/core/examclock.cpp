// SPDX-License-Identifier: GPL-3.0-or-later
#include "examclock.h"

#include <algorithm>

namespace lectern
{

void ClockTally::advance(const Moment &to, const ClockRule &rule)
{
    const bool sameBoot = m_begun && !m_last.bootId.isEmpty() && m_last.bootId == to.bootId;
    // A sign of life may be older than the last event: from there on nothing may count twice.
    if (sameBoot && to.bootMs < m_last.bootMs)
        return;
    if (m_begun && !rule.stopped && !(rule.apart && !rule.crashCounts)) {
        qint64 elapsed = 0;
        if (sameBoot) {
            elapsed = to.bootMs - m_last.bootMs;
            if (!rule.sleepCounts)
                elapsed -= std::clamp<qint64>(to.sleptMs - m_last.sleptMs, 0, elapsed);
        } else {
            elapsed = to.utcMs - m_last.utcMs;
            m_verified = false;
        }
        m_usedMs += std::max<qint64>(0, elapsed);
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
