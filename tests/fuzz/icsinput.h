// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"

#include <QByteArray>

namespace lectern::test
{

/// Takes the bytes for a calendar and reads the busy times of a year. Whatever the bytes are, it returns, and what it
/// returns is sound: fatal where it is not.
BusyReading readAsCalendar(const QByteArray &bytes);

} // namespace lectern::test
