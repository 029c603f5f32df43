// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

namespace lectern
{

/// One thing that the trend shows, in order of time: what the chart draws, the keys walk and the table lists.
struct TrendStop {
    enum class Kind { Day, Rehearsal, Forecast };
    Kind kind = Kind::Day;
    QDate day;
    Estimate expected;          ///< without meaning for a rehearsal that nothing was shown before
    RehearsalCheck rehearsal{}; ///< of a rehearsal; `expected` is then what was shown before it

    bool foreseen() const { return rehearsal.before.has_value(); }
};

/// Days before the first answer are left out: what is believed then follows from nothing. A rehearsal comes after the
/// day it was sat on, the forecast last.
QList<TrendStop> trendStops(const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals);

/// "5 November: expected score 61 %, 80 % interval 54–68 %"
QString spoken(const TrendStop &stop, QDate today);

} // namespace lectern
