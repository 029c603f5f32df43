// SPDX-License-Identifier: GPL-3.0-or-later
#include "information.h"

#include "random.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

AbilityShape shape()
{
    AbilityShape five;
    five.sections = 5;
    for (int t = 0; t < 25; ++t)
        five.topicSection.push_back(t / 5);
    return five;
}

AbilityAnswer question(int topic, Difficulty difficulty = Difficulty::Medium, double guess = 0.25)
{
    AbilityAnswer asked;
    asked.section = topic / 5;
    asked.topic = topic;
    asked.difficulty = difficulty;
    asked.guess = guess;
    return asked;
}

const std::vector<double> weights{25, 20, 20, 15, 20};

} // namespace

class InformationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is expected is the mean of what either answer does.
    void theExpectationIsTheMeanOfBothAnswers()
    {
        Ability belief(shape());
        Random random(3);
        for (int round = 0; round < 30; ++round) {
            AbilityAnswer asked =
                question(random.below(25), static_cast<Difficulty>(random.below(3)), 1.0 / (2 + random.below(5)));
            Ability right = belief;
            Ability wrong = belief;
            asked.right = true;
            right.answer(asked);
            asked.right = false;
            wrong.answer(asked);
            const double chance = belief.expectedRight(asked);
            Ability expected = belief;
            expected.expect(asked);
            const auto variance = [&](const Ability &ability) {
                const int d = asked.section;
                const int t = ability.topicAt(asked.topic);
                return ability.covariance(d, d) + 2 * ability.covariance(d, t) + ability.covariance(t, t);
            };
            const double mean = chance * variance(right) + (1 - chance) * variance(wrong);
            QVERIFY2(std::abs(variance(expected) - mean) < 1e-4 * mean,
                qPrintable(QStringLiteral("%1 against %2").arg(variance(expected)).arg(mean)));
            QCOMPARE(expected.mean(asked.section), belief.mean(asked.section));
            const Ability::Expectation told = belief.expectation(asked);
            QVERIFY(told.shrink > 0 && told.shrink < 1);
            QVERIFY(std::abs(variance(expected) - told.variance * (1 - told.shrink)) < 1e-9);
            belief = random.below(2) ? right : wrong;
        }
    }

    void theSlopeIsThatOfTheExpectedChance()
    {
        const Ability belief(shape());
        const AbilityAnswer easier = question(0, Difficulty::Easy);
        const AbilityAnswer harder = question(0, Difficulty::Hard);
        // Difficulties lie 1.6 logits apart.
        const double slope = (belief.expectedRight(easier) - belief.expectedRight(harder)) / 1.6;
        const double mean = (belief.expectation(easier).slope + 4 * belief.expectation(question(0)).slope +
                                belief.expectation(harder).slope) /
                            6;
        QVERIFY2(std::abs(slope / mean - 1) < 0.01, qPrintable(QStringLiteral("%1, %2").arg(slope).arg(mean)));
    }

    void aSecondQuestionOnATopicTellsLess()
    {
        Information information(Ability(shape()), weights);
        const double first = information.gain(question(7));
        information.take(question(7));
        QVERIFY(information.gain(question(7)) < information.gain(question(8)));
        QVERIFY(information.gain(question(8)) < information.gain(question(13)));
        QVERIFY(information.gain(question(13)) < first);
    }

    void aLowerGuessRateTellsMore()
    {
        const Information information(Ability(shape()), weights);
        QVERIFY(information.gain(question(7, Difficulty::Medium, 0.2)) > information.gain(question(7)));
        QVERIFY(information.gain(question(7)) > information.gain(question(7, Difficulty::Medium, 0.5)));
    }

    void aHeavySectionTellsMore()
    {
        const Information information(Ability(shape()), weights);
        QVERIFY(information.gain(question(2)) > information.gain(question(7)));
        QVERIFY(information.gain(question(7)) > information.gain(question(17)));
        QCOMPARE(information.gain(question(7)), information.gain(question(9)));
    }

    void easyOnesAreSetAgainstHardOnes()
    {
        Information information(Ability(shape()), weights);
        // Alone, an easy question tells this learner more than a hard one.
        QVERIFY(information.gain(question(0, Difficulty::Easy)) > information.gain(question(0, Difficulty::Hard)));
        for (int topic = 0; topic < 16; ++topic)
            information.take(question(topic, Difficulty::Easy));
        QVERIFY(information.gain(question(20, Difficulty::Hard)) > information.gain(question(20, Difficulty::Easy)));
    }

    void sectionsWithoutTopics()
    {
        AbilityShape bare;
        bare.sections = 2;
        Information information(Ability(bare), {1, 3});
        AbilityAnswer asked;
        const double light = information.gain(asked);
        asked.section = 1;
        QVERIFY(information.gain(asked) > light && light > 0);
        information.take(asked);
        QVERIFY(information.belief().covariance(1, 1) < information.belief().covariance(0, 0));
    }
};

LECTERN_TEST_CLASS(InformationTest)
#include "information_test.moc"
