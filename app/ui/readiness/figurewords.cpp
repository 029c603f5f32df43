// SPDX-License-Identifier: GPL-3.0-or-later
#include "figurewords.h"

#include "calibrationwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

} // namespace

QString rangeText(const Estimate &estimate)
{
    return rangeWords(estimate.low, estimate.high);
}

QString chartDay(QDate day, QDate today)
{
    return QLocale().toString(day, day.year() == today.year()
                                       ? FigureWords::tr("d MMMM", "a day of this year")
                                       : FigureWords::tr("d MMMM yyyy", "a day of another year"));
}

} // namespace lectern
