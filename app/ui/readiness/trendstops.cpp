// SPDX-License-Identifier: GPL-3.0-or-later
#include "trendstops.h"

#include "examwords.h"
#include "figurewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct TrendWords {
    Q_DECLARE_TR_FUNCTIONS(TrendWords)
};

QString spokenRehearsal(const TrendStop &stop)
{
    const RehearsalCheck &sat = stop.rehearsal;
    const QLocale locale;
    const QString result = TrendWords::tr("rehearsal, %1 of %2 right, %3", "right answers, questions, share")
                               .arg(locale.toString(sat.right), locale.toString(sat.total), percent(sat.share()));
    if (!stop.foreseen())
        return TrendWords::tr("%1; no interval was shown before it").arg(result);
    return (sat.inside() ? TrendWords::tr("%1; inside the interval shown before it, %2")
                         : TrendWords::tr("%1; outside the interval shown before it, %2"))
        .arg(result, rangeText(stop.expected));
}

} // namespace

QList<TrendStop> trendStops(const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals)
{
    QList<TrendStop> stops;
    for (const ReadinessPoint &point : report.trend) {
        const bool answered =
            std::any_of(point.answers.begin(), point.answers.end(), [](int answers) { return answers > 0; });
        if (answered)
            stops.append({TrendStop::Kind::Day, point.day, point.weighted});
    }
    for (const RehearsalCheck &sat : rehearsals) {
        Estimate before;
        if (sat.before)
            before = {sat.before->mean, sat.before->low, sat.before->high};
        stops.append({TrendStop::Kind::Rehearsal, sat.day, before, sat});
    }
    std::stable_sort(stops.begin(), stops.end(), [](const TrendStop &a, const TrendStop &b) { return a.day < b.day; });
    if (report.atExam && report.examDay > report.day && !stops.isEmpty())
        stops.append({TrendStop::Kind::Forecast, report.examDay, *report.atExam});
    return stops;
}

QString spoken(const TrendStop &stop, QDate today)
{
    const QString day = chartDay(stop.day, today);
    switch (stop.kind) {
    case TrendStop::Kind::Rehearsal:
        return TrendWords::tr("%1: %2", "day, what there was").arg(day, spokenRehearsal(stop));
    case TrendStop::Kind::Forecast:
        return TrendWords::tr("%1, the day of the exam, if you follow the plan: expected score %2, 80 % interval %3")
            .arg(day, percent(stop.expected.mean), rangeText(stop.expected));
    case TrendStop::Kind::Day:
        break;
    }
    return TrendWords::tr("%1: expected score %2, 80 % interval %3")
        .arg(day, percent(stop.expected.mean), rangeText(stop.expected));
}

} // namespace lectern
