// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"

#include "examclock.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 minuteMs = 60'000;

qint64 countedMs(const Moment &from, const Moment &to)
{
    if (from.bootId != to.bootId)
        return 0;
    const qint64 elapsed = elapsedMs(from, to, false);
    return from.bootId.isEmpty() ? std::min(elapsed, focusBeatMs) : elapsed;
}

} // namespace

FocusTimer FocusTimer::started(const QString &block, const Moment &now)
{
    return {block, 0, true, now};
}

qint64 FocusTimer::workedMsAt(const Moment &now) const
{
    return running ? workedMs + countedMs(last, now) : workedMs;
}

FocusTimer FocusTimer::at(const Moment &now) const
{
    return {block, workedMsAt(now), running, now};
}

FocusTimer FocusTimer::pausedAt(const Moment &now) const
{
    FocusTimer next = at(now);
    next.running = false;
    return next;
}

FocusTimer FocusTimer::resumedAt(const Moment &now) const
{
    FocusTimer next = at(now);
    next.running = true;
    return next;
}

FocusTimer FocusTimer::correctedTo(int minutes, const Moment &now) const
{
    // The day of one that does not run is the one on which it did.
    FocusTimer next = running ? at(now) : *this;
    next.workedMs = minutes * minuteMs;
    return next;
}

FocusTimer FocusTimer::foundAgain() const
{
    FocusTimer found = *this;
    found.running = false;
    return found;
}

int loggedMinutesOf(qint64 workedMs)
{
    return static_cast<int>(std::clamp<qint64>(workedMs / minuteMs, 0, dayMinutes));
}

BlockState stateAfterWork(const Block &block, int minutes, FocusEnd said)
{
    const int worked = block.loggedMinutes + minutes;
    const bool reached = said == FocusEnd::Open && worked >= block.minutes;
    if (said == FocusEnd::Done || block.state == BlockState::Done || reached)
        return BlockState::Done;
    return worked > 0 ? BlockState::Partly : block.state;
}

} // namespace lectern
