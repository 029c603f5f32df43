// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibrationwords.h"

#include "examwords.h"
#include "readinessdesk.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

constexpr int tenths = 10;

QString score(double brier)
{
    return QLocale().toString(brier, 'f', 3);
}

/// Shares of a point matter where the whole is a few.
QString points(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

} // namespace

QString rangeWords(double low, double high)
{
    const QLocale locale;
    return Words::tr("%1–%2 %").arg(locale.toString(qRound(100 * low)), locale.toString(qRound(100 * high)));
}

QString binWords(const ReliabilityBin &bin)
{
    const QLocale locale;
    return Words::tr("Expected %1; right %2 of %3 (%4, %5).")
        .arg(percent(bin.expected), locale.toString(bin.right), locale.toString(bin.answers), percent(bin.share()),
            rangeWords(bin.interval.low, bin.interval.high));
}

QString scoreWords(const Calibration &calibration)
{
    if (calibration.answers < answersForPlot)
        return {};
    const QString both = Words::tr("Brier score %1; always saying your average would have %2. Lower is better.")
                             .arg(score(calibration.brier), score(calibration.constantBrier));
    const QString apart =
        Words::tr("%1 ± %2").arg(score(std::abs(calibration.difference)), score(calibration.differenceError));
    switch (calibration.verdict) {
    case Calibration::Verdict::Better:
        return both + u' ' + Words::tr("Expectations are better than your average, by %1.").arg(apart);
    case Calibration::Verdict::Worse:
        return both + u' ' +
               Words::tr("Expectations are worse than your average, by %1. Trust the average for now.").arg(apart);
    case Calibration::Verdict::None:
    case Calibration::Verdict::NoDifference:
        break;
    }
    return both + u' ' + Words::tr("No measurable difference: %1.").arg(apart);
}

QString distanceWords(const Calibration &calibration)
{
    if (!calibration.distance) {
        return calibration.answers < answersForPlot ? QString()
                                                    : Words::tr("A single figure needs %n more first-seen answer(s).",
                                                          nullptr, calibration.missingForFigure());
    }
    return Words::tr("Expected and right are %1 points apart on average. Luck alone makes %2 of so many answers.")
        .arg(points(*calibration.distance), points(*calibration.distanceByLuck));
}

QString hitWords(const HitCount &hits)
{
    const QLocale locale;
    const QString count = Words::tr("%1 of %2 inside; 80 % are expected to be.")
                              .arg(locale.toString(hits.inside), locale.toString(hits.total));
    if (!hits.usual())
        return count + u' ' + Words::tr("That is fewer than luck explains: take the intervals as too narrow.");
    if (hits.leastUsual == 0)
        return count + u' ' + Words::tr("One rehearsal says nothing of that either way.");
    const QString usual = Words::tr("With %1, anything from %2 on is usual.")
                              .arg(locale.toString(hits.total), locale.toString(hits.leastUsual));
    return count + u' ' + usual + u' ' +
           Words::tr("Intervals that hold only half would be noticed about %1 times in ten.")
               .arg(locale.toString(qRound(tenths * hits.power)));
}

QString checkWords(const RehearsalCheck &check)
{
    if (!check.before)
        return Words::tr("no interval was shown before it");
    const QString range = rangeWords(check.before->low, check.before->high);
    return check.inside() ? Words::tr("inside %1").arg(range) : Words::tr("outside %1").arg(range);
}

QStringList assumptionWords()
{
    return {
        Words::tr("Only first answers count that were given without help. A question that comes back shows what was "
                  "remembered, so repeats move the expected score by next to nothing."),
        Words::tr("Each section and each topic has its own ability. It grows on days of study and fades after more "
                  "than a week without any."),
        Words::tr("The exam is not the bank. Its questions may be easier or harder by about six points, give or take; "
                  "that is an assumption until mocks taken elsewhere say more."),
        Words::tr("The target is a practice target with three points of doubt of its own. The vendor publishes no "
                  "pass mark."),
    };
}

QString measuredWords()
{
    return Words::tr(
        "Measured with 2,000 simulated learners in each of 16 situations, from steady study to questions that were "
        "learned by heart. Where there were answers enough for odds, these were 1 to 4 points off on average; luck "
        "alone makes 1 to 2. The plain percentage was 2 to 23 points off, the last mock 4 to 9. Of the 80 % intervals, "
        "75 to 85 in 100 held the score. Simulated learners are not people: whether it holds for you, this page says.");
}

} // namespace lectern
