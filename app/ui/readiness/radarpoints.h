// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

namespace lectern
{

/// Where a section stands on the radar, before anything is drawn.
struct RadarPoint {
    QString section;
    double angle = 0;  ///< degrees, clockwise from the top
    double radius = 0; ///< percent that is expected to be right; without meaning unless `known`
    double low = 0;    ///< ends of the 80 % interval, percent
    double high = 100;
    int answers = 0;
    bool known = false; ///< false: no answers, which is not the same as none right

    bool operator==(const RadarPoint &) const = default;
};

/// One point per section in the blueprint's order, evenly round the circle. A section without answers is not known:
/// what is believed of it follows from the others.
QList<RadarPoint> radarPoints(const ReadinessReport &report);
QList<RadarPoint> radarPoints(const ReadinessPoint &earlier);

/// The points that a line may join: neighbours that are all known. A full circle ends with its first point at 360
/// degrees; a gap ends a run, because a line across it would draw what nobody measured.
QList<QList<RadarPoint>> radarRuns(const QList<RadarPoint> &points);

/// The latest day of the trend, not after `day`, by which anything had been answered; null if there is none.
const ReadinessPoint *answeredBy(const ReadinessReport &report, QDate day);

} // namespace lectern
