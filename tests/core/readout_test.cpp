// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

AbilityShape shapeOf(int sections, int topicsEach)
{
    AbilityShape shape;
    shape.sections = sections;
    for (int t = 0; t < sections * topicsEach; ++t)
        shape.topicSection.push_back(t / topicsEach);
    return shape;
}

ExamModel examOf(int sections)
{
    ExamModel exam;
    for (int d = 0; d < sections; ++d) {
        exam.quotas.push_back(60 / sections);
        exam.weights.push_back(1);
    }
    return exam;
}

/// Somebody whose ability is known: the prior's spread is nothing.
Ability knownAt(double ability, const AbilityShape &shape)
{
    AbilityParameters parameters;
    parameters.abilityMean = ability;
    parameters.abilityCommonVariance = 0;
    parameters.abilityOwnVariance = 0;
    parameters.topicSd = 0;
    return Ability(shape, parameters);
}

double expectedOf(double ability)
{
    const double slope = 1 / std::sqrt(1 + 3.14159265358979 * 0.85 * 0.85 / 8);
    double sum = 0;
    for (double b : {-0.8, 0.0, 0.8})
        sum += 1 / (1 + std::exp(-slope * (ability - b))) / 3;
    return 0.25 + 0.75 * sum;
}

} // namespace

class ReadoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Nothing unknown, no gap, a fixed cut: what is left is a binomial number, which is summed up here.
    void aKnownAbilityIsBinomial()
    {
        ExamModel exam = examOf(5);
        exam.shiftSd = 0;
        exam.cutSd = 0;
        for (const double ability : {-1.0, 0.4, 0.9, 2.0}) {
            const Readout readout = readOut(knownAt(ability, shapeOf(5, 5)), exam);
            const double share = expectedOf(ability);
            QVERIFY(std::abs(readout.weighted.mean - share) < 1e-9);
            QVERIFY(readout.weighted.high - readout.weighted.low < 1e-9);
            double reaches = 0;
            std::vector<double> chances;
            for (int k = 0; k <= 60; ++k) {
                const double chance = std::exp(std::lgamma(61) - std::lgamma(k + 1) - std::lgamma(61 - k) +
                                               k * std::log(share) + (60 - k) * std::log(1 - share));
                reaches += k >= 42 ? chance : 0;
                chances.push_back(chance);
            }
            // By trying every interval.
            int low = 0;
            int high = 60;
            double most = 0;
            for (int from = 0; from <= 60; ++from) {
                double held = 0;
                for (int to = from; to <= 60; ++to) {
                    held += chances[static_cast<size_t>(to)];
                    if (held >= 0.8 && (to - from < high - low || (to - from == high - low && held > most))) {
                        low = from;
                        high = to;
                        most = held;
                    }
                }
            }
            QVERIFY(std::abs(readout.odds - reaches) < 1e-9);
            QVERIFY(std::abs(readout.score.low - low / 60.0) < 1e-9);
            QVERIFY(std::abs(readout.score.high - high / 60.0) < 1e-9);
        }
    }

    void whatIsUnknownWidens()
    {
        const Readout known = readOut(knownAt(0.8, shapeOf(5, 5)), examOf(5));
        AbilityParameters wide;
        wide.abilityMean = 0.8;
        const Readout unknown = readOut(Ability(shapeOf(5, 5), wide), examOf(5));
        QVERIFY(unknown.weighted.high - unknown.weighted.low > known.weighted.high - known.weighted.low);
        QVERIFY(std::abs(unknown.odds - 0.5) < std::abs(known.odds - 0.5) + 0.2);
        QVERIFY2(unknown.score.high - unknown.score.low >= unknown.weighted.high - unknown.weighted.low - 0.02,
            "one form has luck besides");
    }

    void betterIsMoreLikely()
    {
        double before = -1;
        for (double ability = -2; ability <= 3; ability += 0.5) {
            const Readout readout = readOut(knownAt(ability, shapeOf(9, 4)), examOf(9));
            QVERIFY(readout.odds > before);
            before = readout.odds;
        }
    }

    void neverShownAsCertain()
    {
        const Readout sure = readOut(knownAt(6, shapeOf(5, 5)), examOf(5));
        QVERIFY(sure.odds > 0.95);
        QCOMPARE(sure.shownOdds(), 0.95);
        QCOMPARE(readOut(knownAt(-6, shapeOf(5, 5)), examOf(5)).shownOdds(), 0.05);
    }

    void weightsAndGapsCount()
    {
        Ability ability(shapeOf(2, 1));
        for (int i = 0; i < 60; ++i) {
            AbilityAnswer answer;
            answer.section = i % 2;
            answer.topic = i % 2;
            answer.right = i % 2 == 0;
            ability.answer(answer);
        }
        ExamModel exam = examOf(2);
        const double even = readOut(ability, exam).weighted.mean;
        exam.weights = {90, 10};
        const Readout heavy = readOut(ability, exam);
        QVERIFY(heavy.weighted.mean > even + 0.1);
        QVERIFY(heavy.sections[0].low > heavy.sections[1].high);
        exam.shiftMean = -0.5;
        QVERIFY2(readOut(ability, exam).weighted.mean < heavy.weighted.mean - 0.02, "a harder exam");
    }

    void sectionsWithoutTopicsAreRead()
    {
        AbilityShape shape;
        shape.sections = 3;
        const Readout readout = readOut(knownAt(1, shape), examOf(3));
        QVERIFY(readout.topics.empty());
        QVERIFY(std::abs(readout.sections[1].mean - expectedOf(1)) < 0.02);
    }

    void theSameBitsAgain()
    {
        Ability ability(shapeOf(5, 5));
        for (int i = 0; i < 100; ++i) {
            AbilityAnswer answer;
            answer.section = i % 5;
            answer.topic = i % 25;
            answer.right = i % 3 > 0;
            ability.answer(answer);
        }
        QVERIFY(readOut(ability, examOf(5)) == readOut(ability, examOf(5)));
        ExamModel other = examOf(5);
        other.seed = 7;
        const Readout there = readOut(ability, other);
        QVERIFY2(std::abs(there.odds - readOut(ability, examOf(5)).odds) < 0.06, "the seed decides little");
    }
};

LECTERN_TEST_CLASS(ReadoutTest)
#include "readout_test.moc"
