// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern
{

/// The locale's short time without seconds, which some locales (C, Danish, ...) put into it.
QString clockFormat();

} // namespace lectern
