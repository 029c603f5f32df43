// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"
#include "score.h"

namespace lectern
{

/// Answers of which about the same was expected: were as many right?
struct ReliabilityBin {
    double expected = 0; ///< mean of what was expected, 0-1
    int right = 0;
    int answers = 0;
    Interval interval; ///< of the share right, 80 %, Wilson's

    double share() const { return answers > 0 ? double(right) / answers : 0; }
    /// The interval holds what was expected.
    bool agrees() const { return interval.low <= expected && expected <= interval.high; }
};

/// The expectations of answers held against the answers. Each was made before its answer was known, so that nothing
/// is judged by what it was made from.
struct Calibration {
    /// How expectations fare against the constant "always your average".
    enum class Verdict {
        None,         ///< no answers
        Better,       ///< by more than the noise
        NoDifference, ///< inside the noise
        Worse
    };

    int answers = 0;
    QList<ReliabilityBin> bins; ///< lowest expectation first; empty below answersForPlot
    /// Mean squared distance of what was expected from what came (Brier 1950): 0 is best, always saying 50 % has 0.25.
    double brier = 0;
    double constantBrier = 0;   ///< of the running average
    double difference = 0;      ///< brier less constantBrier: below zero is better than the constant
    double differenceError = 0; ///< its standard error
    Verdict verdict = Verdict::None;
    /// Mean distance of the bins from the diagonal, by answers (the reliability of Murphy 1973, unsquared). From
    /// answersForFigure on, never without the next.
    std::optional<double> distance;
    std::optional<double> distanceByLuck; ///< what somebody who knew every chance would have from the luck of answers

    int missingForPlot() const;
    int missingForFigure() const;
};

inline constexpr int answersForPlot = 100;
inline constexpr int answersForFigure = 300;

Calibration calibration(const QList<Prediction> &predictions);

/// What a count of hits can say of intervals that are meant to hold `share` of the cases.
struct HitCount {
    int inside = 0;
    int total = 0;
    /// The least number inside that happens in more than one of twenty such lists if the intervals are right. There is
    /// no most: all inside happens often as long as the list is short.
    int leastUsual = 0;
    /// How often so long a list would be below that if the intervals held only half: what it would notice, 0-1.
    double power = 0;

    bool usual() const { return inside >= leastUsual; }
};
HitCount hitCount(int inside, int total, double share = 0.8);

/// `expected` of many questions, widened by the luck of so many, 80 %: what a section bar over few questions is to be
/// held against.
Estimate withLuck(const Estimate &expected, int questions);

/// What was believed at the end of the last day before `day`, or nothing where there is none. `trend` is in order.
const ReadinessPoint *pointBefore(const QList<ReadinessPoint> &trend, QDate day);

} // namespace lectern
