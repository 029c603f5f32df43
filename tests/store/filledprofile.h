// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

namespace lectern::test
{

// One profile with something in every table, and what must be found in it: in a new one and in every frozen one.

Outcome fill(Profile &profile);
/// What does not read as fill() of that version wrote it; empty if everything does.
QStringList differences(Profile &profile, int version);

} // namespace lectern::test
