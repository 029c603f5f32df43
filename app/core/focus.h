// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moment.h"
#include "plan.h"

namespace lectern
{

/// How often a running timer is kept: what a crash may cost of it.
inline constexpr qint64 focusBeatMs = 15'000;

/// The time that somebody works on a block. A value: every act gives the next one, and what passes is read from the
/// clocks of two moments. Within one boot the monotonic clock tells, without the machine's sleep, so that a changed
/// wall clock does nothing. Between two boots nothing counts. Where there is no boot clock the wall clock tells, for
/// one beat at most.
struct FocusTimer {
    QString block;       ///< uuid
    qint64 workedMs = 0; ///< until `last`, never negative
    bool running = false;
    Moment last; ///< when it was started, paused or kept last

    static FocusTimer started(const QString &block, const Moment &now);

    qint64 workedMsAt(const Moment &now) const;
    FocusTimer at(const Moment &now) const; ///< the same with all that counts until now
    FocusTimer pausedAt(const Moment &now) const;
    FocusTimer resumedAt(const Moment &now) const; ///< nothing counts that passed while it was paused
    /// With what somebody says was worked instead, in whole minutes (0-1440).
    FocusTimer correctedTo(int minutes, const Moment &now) const;
    /// As the program finds it that comes after the one which kept it: nobody knows what was done since.
    FocusTimer foundAgain() const;

    bool operator==(const FocusTimer &) const = default;
};

/// What goes to the time log: whole minutes, at most those of a day.
int loggedMinutesOf(qint64 workedMs);

/// What somebody says of the block as its timer ends: nothing, so that its length decides, or how far it is.
enum class FocusEnd { Open, Partly, Done };

/// What a block is once so many minutes more were worked on it. A block that is done stays done.
BlockState stateAfterWork(const Block &block, int minutes, FocusEnd said);

} // namespace lectern
