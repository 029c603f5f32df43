// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

} // namespace

QString rangeText(const Estimate &estimate)
{
    return rangeText(estimate.low, estimate.high);
}

QString rangeText(double low, double high)
{
    const QLocale locale;
    return ChartWords::tr("%1–%2 %").arg(locale.toString(qRound(100 * low)), locale.toString(qRound(100 * high)));
}

QString chartDay(QDate day, QDate today)
{
    return QLocale().toString(day, day.year() == today.year() ? ChartWords::tr("d MMMM", "a day of this year")
                                                              : ChartWords::tr("d MMMM yyyy", "a day of another year"));
}

} // namespace lectern
