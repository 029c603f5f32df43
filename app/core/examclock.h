// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moment.h"

namespace lectern
{

struct ClockReading {
    qint64 remainingMs = 0; ///< never negative; 0 without a limit
    bool verified = true;   ///< false once the wall clock had to decide between two boots
    qint64 usedMs = 0;      ///< what counted so far
    bool limited = true;    ///< false: there is no deadline and `remainingMs` means nothing
    bool stopped = false;   ///< paused, or on a break that stops it
};

/// How the time between two moments counts.
struct ClockRule {
    bool stopped = false;    ///< nothing counts
    bool sleepCounts = true; ///< the machine's sleep is part of the time
    bool apart = false;      ///< the program was away: between a sign of life and taking the seat again
    bool crashCounts = true; ///< what passes while it is apart counts
};

/// What passed between two moments, never negative. Within one boot the monotonic clock tells; between two boots the
/// wall clock does, and how much of that the machine slept is not known.
qint64 elapsedMs(const Moment &from, const Moment &to, bool withSleep);

/// Adds up what counted of an attempt's time, moment by moment. Within one boot the monotonic clock decides, so a wall
/// clock that is changed, a time-zone trip and daylight saving do nothing; between two boots the wall clock does, and
/// time never runs backwards, so no more is left than at the last stored event.
class ClockTally
{
public:
    /// What would have counted at `now`.
    ClockTally at(const Moment &now, const ClockRule &rule) const;
    void advance(const Moment &to, const ClockRule &rule);

    qint64 usedMs() const { return m_usedMs; }
    bool verified() const { return m_verified; }
    bool begun() const { return m_begun; }

private:
    Moment m_last;
    qint64 m_usedMs = 0;
    bool m_begun = false;
    bool m_verified = true;
};

} // namespace lectern
