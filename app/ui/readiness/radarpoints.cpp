// SPDX-License-Identifier: GPL-3.0-or-later
#include "radarpoints.h"

namespace lectern
{

QList<RadarPoint> radarPoints(const FirstSeenSummary &summary)
{
    QList<RadarPoint> points;
    const double step = summary.sections.isEmpty() ? 0.0 : 360.0 / double(summary.sections.size());
    for (const SectionAccuracy &section : summary.sections) {
        RadarPoint point;
        point.section = section.section;
        point.angle = step * double(points.size());
        point.answers = section.answers;
        point.known = section.answers > 0;
        if (point.known) {
            point.radius = 100 * section.share();
            point.low = 100 * section.interval.low;
            point.high = 100 * section.interval.high;
        }
        points.append(point);
    }
    return points;
}

QList<QList<RadarPoint>> radarRuns(const QList<RadarPoint> &points)
{
    QList<QList<RadarPoint>> runs;
    if (points.isEmpty())
        return runs;

    // The first point stands at 360 degrees too, so that a line may arrive there from the last one.
    QList<RadarPoint> open = points;
    RadarPoint again = points.first();
    again.angle = 360;
    open.append(again);

    QList<RadarPoint> run;
    for (qsizetype i = 0; i < open.size(); ++i) {
        if (open[i].known)
            run.append(open[i]);
        const bool ends = !open[i].known || i + 1 == open.size();
        if (!ends)
            continue;
        const bool onlyTheRepeat = run.size() == 1 && run.first().angle >= 360;
        if (!run.isEmpty() && !onlyTheRepeat)
            runs.append(run);
        run.clear();
    }
    return runs;
}

} // namespace lectern
