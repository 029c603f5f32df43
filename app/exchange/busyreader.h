// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"

#include <QByteArray>
#include <QTimeZone>

namespace lectern
{

/// What an iCalendar file says about when its owner has no time: events with their repetitions, exceptions and moved
/// instances, and VFREEBUSY. Times without a zone are the learner's, who is in `local`. A file with a problem gives
/// nothing but the problem.
BusyReading readBusyTimes(const QByteArray &bytes, const QTimeZone &local, const BusyWanted &wanted);

} // namespace lectern
