// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern
{

/// The locale's short time without seconds, which some locales (C, Danish, ...) put into it.
QString clockFormat();

/// The locale's long date without the weekday: whoever types a date should not have to type what follows from it.
QString dateEntryFormat();

} // namespace lectern
