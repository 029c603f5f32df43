// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern
{

/// One reading of both clocks. `utcMs` is the wall clock (milliseconds since 1970, UTC) and may jump; `bootMs` counts
/// milliseconds since the boot named by `bootId`, sleep included, and never jumps within one boot; `sleptMs` is how
/// many of them the machine slept.
struct Moment {
    qint64 utcMs = 0;
    QString bootId;
    qint64 bootMs = 0;
    qint64 sleptMs = 0;

    bool operator==(const Moment &) const = default;
};

} // namespace lectern
