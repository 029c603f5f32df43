// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "profile.h"

namespace lectern::test
{

/// A person's attempts of every mode, made up from a seed: the same everywhere.
struct History {
    int attempts = 40;
    int questions = 8; ///< of an attempt, at most
    int items = 30;    ///< every fifth with two right options
    int sealed = 10;   ///< of them, in the reserves R1 and R2
    quint64 seed = 1;
};

QList<Item> itemsOf(const History &history);
/// Installs the items and sits the attempts: some are parked, abandoned, out of time or still run.
Outcome write(Profile &profile, const History &history);

} // namespace lectern::test
