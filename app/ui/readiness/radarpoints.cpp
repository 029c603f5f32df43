// SPDX-License-Identifier: GPL-3.0-or-later
#include "radarpoints.h"

#include <algorithm>

namespace lectern
{

namespace
{

RadarPoint pointOf(const Estimate &expected, int answers, qsizetype index, qsizetype count)
{
    RadarPoint point;
    point.angle = 360.0 / double(count) * double(index);
    point.answers = answers;
    point.known = answers > 0;
    if (point.known) {
        point.radius = 100 * expected.mean;
        point.low = 100 * expected.low;
        point.high = 100 * expected.high;
    }
    return point;
}

} // namespace

QList<RadarPoint> radarPoints(const ReadinessReport &report)
{
    QList<RadarPoint> points;
    for (const ReadinessRow &row : report.sections) {
        RadarPoint point = pointOf(row.expected, row.answers, points.size(), report.sections.size());
        point.section = row.id;
        points.append(point);
    }
    return points;
}

QList<RadarPoint> radarPoints(const ReadinessPoint &earlier)
{
    QList<RadarPoint> points;
    for (qsizetype i = 0; i < earlier.sections.size(); ++i)
        points.append(pointOf(earlier.sections[i], earlier.answers.value(i), i, earlier.sections.size()));
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

const ReadinessPoint *answeredBy(const ReadinessReport &report, QDate day)
{
    const ReadinessPoint *found = nullptr;
    for (const ReadinessPoint &point : report.trend) {
        const bool answered =
            std::any_of(point.answers.begin(), point.answers.end(), [](int answers) { return answers > 0; });
        if (point.day <= day && answered)
            found = &point;
    }
    return found;
}

} // namespace lectern
