// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lectern
{

namespace
{

constexpr int answersPerBin = 25;
constexpr int fewestBins = 4;
constexpr int mostBins = 10;
constexpr double errorsForNoise = 2; ///< standard errors within which nothing is claimed
constexpr double rareList = 0.05;
constexpr double missedShare = 0.5; ///< of intervals that would be no use
constexpr double z80 = 1.2815515655446004;
constexpr double twoOverPi = 0.63661977236758134;

double squaredMiss(double expected, bool right)
{
    const double miss = expected - (right ? 1 : 0);
    return miss * miss;
}

QList<ReliabilityBin> binsOf(const QList<Prediction> &predictions)
{
    QList<Prediction> sorted = predictions;
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const Prediction &left, const Prediction &right) { return left.expected < right.expected; });
    const int answers = int(sorted.size());
    const int count = std::clamp(answers / answersPerBin, fewestBins, mostBins);
    QList<ReliabilityBin> bins;
    for (int i = 0; i < count; ++i) {
        const int from = answers * i / count;
        const int to = answers * (i + 1) / count;
        ReliabilityBin bin;
        bin.answers = to - from;
        for (int at = from; at < to; ++at) {
            bin.expected += sorted[at].expected / bin.answers;
            bin.right += sorted[at].right ? 1 : 0;
        }
        bin.interval = wilson(bin.right, bin.answers);
        bins.append(bin);
    }
    return bins;
}

/// Of the mean of what expectations miss more than the constant. Answers of one day share a belief and a mood, so that
/// days count rather than answers wherever that says less.
double errorOfMean(const QList<Prediction> &predictions, const QList<double> &differences, double mean)
{
    const double n = double(differences.size());
    double single = 0;
    double daily = 0;
    double days = 0;
    double ofDay = 0;
    for (qsizetype i = 0; i < differences.size(); ++i) {
        const double residual = differences[i] - mean;
        single += residual * residual;
        ofDay += residual;
        if (i + 1 == differences.size() || predictions[i + 1].day != predictions[i].day) {
            daily += ofDay * ofDay;
            days += 1;
            ofDay = 0;
        }
    }
    const double byAnswer = n > 1 ? single / (n - 1) / n : 1;
    const double byDay = days > 1 ? daily * days / (days - 1) / (n * n) : 0;
    return std::sqrt(std::max(byAnswer, byDay));
}

Calibration::Verdict verdictOf(const Calibration &calibration)
{
    if (calibration.answers == 0)
        return Calibration::Verdict::None;
    // Few answers have no error that could be trusted.
    const bool noise = calibration.answers < answersForPlot ||
                       std::abs(calibration.difference) <= errorsForNoise * calibration.differenceError;
    if (noise)
        return Calibration::Verdict::NoDifference;
    return calibration.difference < 0 ? Calibration::Verdict::Better : Calibration::Verdict::Worse;
}

/// Chance of at most `most` of `total`.
double binomialUpTo(int most, int total, double share)
{
    double sum = 0;
    for (int hits = 0; hits <= most; ++hits) {
        const double ways = std::lgamma(total + 1.0) - std::lgamma(hits + 1.0) - std::lgamma(total - hits + 1.0);
        sum += std::exp(ways + hits * std::log(share) + (total - hits) * std::log1p(-share));
    }
    return sum;
}

} // namespace

int Calibration::missingForPlot() const
{
    return std::max(0, answersForPlot - answers);
}

int Calibration::missingForFigure() const
{
    return std::max(0, answersForFigure - answers);
}

Calibration calibration(const QList<Prediction> &predictions)
{
    Calibration result;
    result.answers = int(predictions.size());
    if (predictions.isEmpty())
        return result;
    const double n = result.answers;
    QList<double> differences;
    differences.reserve(predictions.size());
    double luck = 0;
    for (const Prediction &prediction : predictions) {
        const double own = squaredMiss(prediction.expected, prediction.right);
        const double constant = squaredMiss(prediction.average, prediction.right);
        result.brier += own / n;
        result.constantBrier += constant / n;
        differences.append(own - constant);
    }
    result.difference = std::accumulate(differences.cbegin(), differences.cend(), 0.0) / n;
    result.differenceError = errorOfMean(predictions, differences, result.difference);
    result.verdict = verdictOf(result);
    if (result.answers < answersForPlot)
        return result;
    result.bins = binsOf(predictions);
    if (result.answers < answersForFigure)
        return result;
    double distance = 0;
    for (const ReliabilityBin &bin : std::as_const(result.bins)) {
        distance += std::abs(bin.share() - bin.expected) * bin.answers / n;
        // Mean absolute distance of a normal variable.
        luck += std::sqrt(twoOverPi * bin.expected * (1 - bin.expected) / bin.answers) * bin.answers / n;
    }
    result.distance = distance;
    result.distanceByLuck = luck;
    return result;
}

HitCount hitCount(int inside, int total, double share)
{
    HitCount count;
    count.inside = inside;
    count.total = total;
    while (count.leastUsual < total && binomialUpTo(count.leastUsual, total, share) <= rareList)
        ++count.leastUsual;
    if (count.leastUsual > 0)
        count.power = binomialUpTo(count.leastUsual - 1, total, missedShare);
    return count;
}

Estimate withLuck(const Estimate &expected, int questions)
{
    if (questions <= 0)
        return expected;
    const double sd = (expected.high - expected.low) / (2 * z80);
    const double luck = expected.mean * (1 - expected.mean) / questions;
    const double half = z80 * std::sqrt(sd * sd + luck);
    return {expected.mean, std::max(0.0, expected.mean - half), std::min(1.0, expected.mean + half)};
}

const ReadinessPoint *pointBefore(const QList<ReadinessPoint> &trend, QDate day)
{
    const ReadinessPoint *last = nullptr;
    for (const ReadinessPoint &point : trend) {
        if (point.day >= day)
            break;
        last = &point;
    }
    return last;
}

} // namespace lectern
