// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusdesk.h"

namespace lectern
{

struct Certification;

// What a person reads and hears of the focus timer.

/// "23:10 of 90 min", "Paused at 23:10 of 90 min"; beyond the length "90 min + 5:30".
QString focusTime(const FocusDesk::Reading &reading);
/// The longest that focusTime() gets for this block within its length.
QString widestFocusTime(const FocusDesk::Reading &reading);
QString focusBlock(const Certification &certification, const FocusDesk::Reading &reading); ///< "CDC patterns"
/// What a screen reader is told when the timer starts, pauses or reaches the block's length.
QString focusHeard(const Certification &certification, const FocusDesk::Reading &reading);
/// "23 min on “CDC patterns” are not logged yet", with the day where it is not `today` and the gap where there is one.
QString focusUnlogged(const Certification &certification, const FocusDesk::Reading &reading, QDate today);
/// "23 min logged, “CDC patterns” is partly done."
QString focusEnded(const QString &block, int minutes, BlockState state);

} // namespace lectern
