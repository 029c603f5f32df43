// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "printsheet.h"
#include "readiness.h"
#include "readinessdesk.h"

namespace lectern
{

/// What of readiness goes on paper.
struct ReadinessPaper {
    Certification certification;
    Blueprint blueprint; ///< that the report is of
    ReadinessReport report;
    QList<RehearsalCheck> rehearsals;
    double target = 0.7; ///< 0-1
    QDate examDate;      ///< invalid: not booked
};

/// All of it on one sheet: where there is too much for one, text and charts shrink, then the older causes of change are
/// left out. Everything is told without colour.
PrintSheet readinessSheet(const ReadinessPaper &paper);

} // namespace lectern
