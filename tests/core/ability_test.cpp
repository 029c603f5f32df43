// SPDX-License-Identifier: GPL-3.0-or-later
#include "ability.h"
#include "random.h"
#include "runall.h"

#include <cmath>
#include <limits>

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

AbilityAnswer answerTo(int section, int topic, bool right)
{
    AbilityAnswer answer;
    answer.section = section;
    answer.topic = topic;
    answer.right = right;
    return answer;
}

std::vector<double> bitsOf(const Ability &ability)
{
    std::vector<double> all;
    for (int a = 0; a < ability.size(); ++a) {
        all.push_back(ability.mean(a));
        for (int b = 0; b < ability.size(); ++b)
            all.push_back(ability.covariance(a, b));
    }
    return all;
}

/// A life of answers of every kind.
Ability lived(quint64 seed, int days)
{
    Random random(seed);
    Ability ability(shapeOf(5, 5));
    for (int day = 0; day < days; ++day) {
        ability.advanceTo(day + (day > days / 2 ? 15 : 0));
        ability.study(random.below(5), random.below(40));
        for (int i = 0; i < 12; ++i) {
            const int topic = random.below(25);
            AbilityAnswer answer = answerTo(topic / 5, topic, random.below(4) != 0);
            answer.difficulty = static_cast<Difficulty>(random.below(3));
            answer.exposuresBefore = random.below(3) ? 0 : 1 + random.below(4);
            answer.daysSinceSeen = random.below(30);
            answer.aided = random.below(4) == 0;
            answer.guess = random.below(2) ? 0.25 : 0.1;
            ability.answer(answer);
        }
    }
    return ability;
}

} // namespace

class AbilityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void guessRates_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("options");
        QTest::addColumn<int>("keys");
        QTest::addColumn<double>("rate");
        QTest::newRow("one of four") << int(ItemType::Single) << 4 << 1 << 0.25;
        QTest::newRow("two of five") << int(ItemType::Multiple) << 5 << 2 << 0.1;
        QTest::newRow("three of six") << int(ItemType::Multiple) << 6 << 3 << 0.05;
        QTest::newRow("all that apply of four") << int(ItemType::All) << 4 << 2 << 1.0 / 15;
        QTest::newRow("an order of four") << int(ItemType::Ordering) << 4 << 4 << 1.0 / 24;
        QTest::newRow("three pairs") << int(ItemType::Matching) << 3 << 3 << 1.0 / 6;
        QTest::newRow("a line of eight") << int(ItemType::CodeLine) << 8 << 1 << 0.125;
        // What was not kept, or cannot be: an answer is neither certain nor free of guessing.
        QTest::newRow("not known of how many") << int(ItemType::Single) << 0 << 0 << 0.25;
        QTest::newRow("one of one") << int(ItemType::Single) << 1 << 1 << 0.25;
        QTest::newRow("less than nothing") << int(ItemType::CodeLine) << -2147483647 << 0 << 0.25;
        QTest::newRow("more keys than options") << int(ItemType::Multiple) << 3 << 9 << 1.0 / 3;
        QTest::newRow("all of them") << int(ItemType::Multiple) << 5 << 5 << 0.2;
        QTest::newRow("no key") << int(ItemType::Multiple) << 5 << 0 << 0.2;
        QTest::newRow("all but one") << int(ItemType::Multiple) << 6 << 5 << 1.0 / 6;
        QTest::newRow("all that apply of one") << int(ItemType::All) << 1 << 1 << 1.0 / 15;
        QTest::newRow("an order of one") << int(ItemType::Ordering) << 1 << 1 << 1.0 / 24;
        const int most = std::numeric_limits<int>::max();
        for (const ItemType type :
            {ItemType::Single, ItemType::Multiple, ItemType::All, ItemType::Ordering, ItemType::CodeLine})
            QTest::addRow("beyond all counts, %d", int(type)) << int(type) << most << most / 2 << 0.0;
    }

    void guessRates()
    {
        QFETCH(int, type);
        QFETCH(int, options);
        QFETCH(int, keys);
        QFETCH(double, rate);
        const double guess = guessRate(static_cast<ItemType>(type), options, keys);
        QVERIFY2(std::abs(guess - rate) < 1e-9, qPrintable(QString::number(guess)));
    }

    void theBeginning()
    {
        const Ability ability(shapeOf(9, 2));
        QCOMPARE(ability.size(), 9 + 18 + 2);
        QCOMPARE(ability.mean(3), -0.2);
        QCOMPARE(ability.covariance(3, 3), 1.36);
        QCOMPARE(ability.covariance(3, 4), 1.0);
        QCOMPARE(ability.mean(ability.memoryAt()), 1.0);
    }

    /// The filter's step against a posterior that is summed up over a fine grid in both unknowns.
    void oneAnswerIsBayes()
    {
        for (const bool right : {true, false}) {
            Ability ability(shapeOf(1, 1));
            AbilityAnswer answer = answerTo(0, 0, right);
            answer.difficulty = Difficulty::Hard;
            ability.answer(answer);

            double sum = 0;
            double first = 0;
            double second = 0;
            const double slope = 1 / std::sqrt(1 + 3.14159265358979 * 0.85 * 0.85 / 8);
            for (double section = -8; section <= 8; section += 0.02) {
                for (double topic = -2.4; topic <= 2.4; topic += 0.04) {
                    const double prior =
                        std::exp(-(section + 0.2) * (section + 0.2) / 2 / 1.36 - topic * topic / 2 / 0.16);
                    const double chance = 0.25 + 0.75 / (1 + std::exp(-slope * (section + topic - 0.8)));
                    const double weight = prior * (right ? chance : 1 - chance);
                    sum += weight;
                    first += weight * section;
                    second += weight * section * section;
                }
            }
            const double mean = first / sum;
            QVERIFY(std::abs(ability.mean(0) - mean) < 1e-4);
            QVERIFY(std::abs(ability.covariance(0, 0) - (second / sum - mean * mean)) < 1e-4);
        }
    }

    void rightRaisesAndWrongLowers()
    {
        Ability ability(shapeOf(5, 5));
        ability.answer(answerTo(1, 7, true));
        QVERIFY(ability.mean(1) > -0.2);
        QVERIFY2(ability.mean(0) > -0.2 && ability.mean(0) < ability.mean(1), "the other sections follow, less");
        QVERIFY(ability.mean(ability.topicAt(7)) > 0);
        QCOMPARE(ability.mean(ability.topicAt(8)), 0.0);
        QVERIFY(ability.covariance(1, 1) < 1.36);
        Ability wrong(shapeOf(5, 5));
        wrong.answer(answerTo(1, 7, false));
        QVERIFY(wrong.mean(1) < -0.2);
    }

    void aLuckyGuessSaysLess()
    {
        AbilityAnswer easyToGuess = answerTo(0, 0, true);
        easyToGuess.guess = 0.5;
        AbilityAnswer hardToGuess = answerTo(0, 0, true);
        hardToGuess.guess = 0.05;
        Ability a(shapeOf(5, 5));
        Ability b(shapeOf(5, 5));
        a.answer(easyToGuess);
        b.answer(hardToGuess);
        QVERIFY(a.mean(0) < b.mean(0));
    }

    void aidedAnswersMoveNothing()
    {
        Ability ability(shapeOf(5, 5));
        const std::vector<double> before = bitsOf(ability);
        AbilityAnswer aided = answerTo(2, 11, true);
        aided.aided = true;
        for (int i = 0; i < 20; ++i)
            ability.answer(aided);
        QVERIFY(bitsOf(ability) == before);
    }

    void repeatsMoveMemoryOnly()
    {
        Ability ability = lived(3, 20);
        const Ability before = ability;
        AbilityAnswer repeat = answerTo(2, 11, true);
        repeat.exposuresBefore = 2;
        repeat.daysSinceSeen = 3;
        for (int i = 0; i < 300; ++i)
            ability.answer(repeat);
        for (int a = 0; a < ability.memoryAt(); ++a) {
            QCOMPARE(ability.mean(a), before.mean(a));
            for (int b = 0; b < ability.memoryAt(); ++b)
                QCOMPARE(ability.covariance(a, b), before.covariance(a, b));
        }
        QVERIFY(ability.mean(ability.memoryAt()) > before.mean(before.memoryAt()));
        QVERIFY(ability.covariance(ability.memoryAt(), ability.memoryAt()) <
                before.covariance(before.memoryAt(), before.memoryAt()));
    }

    void studyPromisesAndAnswersKeep()
    {
        Ability ability(shapeOf(5, 5));
        ability.advanceTo(100);
        ability.study(3, 25);
        ability.advanceTo(101);
        QCOMPARE(ability.mean(3), -0.2);
        QVERIFY(ability.promised(3) > ability.promised(0));
        QVERIFY(ability.promised(0) > 0);
        QVERIFY2(ability.covariance(3, 3) > 1.36, "what study did is not known");
        const double promised = ability.promised(3);
        const Ability later = ability.forecast(0, 0);
        QVERIFY(std::abs(later.mean(3) - (-0.2 + promised)) < 1e-12);
        ability.answer(answerTo(0, 0, true));
        QCOMPARE(ability.promised(3), 0.0);
    }

    void littleStudyIsNoStudyOfItsSection()
    {
        Ability ability(shapeOf(5, 5));
        ability.advanceTo(0);
        ability.study(3, 9);
        ability.study(-1, 60);
        ability.study(5, 60);
        ability.study(2, -60);
        ability.advanceTo(1);
        QCOMPARE(ability.promised(3), ability.promised(0));
        QVERIFY(ability.promised(0) > 0);
    }

    void restIsForgottenAfterAWeek()
    {
        Ability ability(shapeOf(5, 5));
        ability.advanceTo(0);
        ability.study(0, 30);
        ability.advanceTo(8);
        QCOMPARE(ability.mean(0), -0.2);
        const double known = ability.covariance(0, 0);
        ability.advanceTo(28);
        QVERIFY(std::abs(ability.mean(0) - (-0.2 - 20 * 0.015)) < 1e-12);
        QVERIFY(ability.covariance(0, 0) > known + 0.08);
    }

    void forgettingSlowsDown()
    {
        Ability ability(shapeOf(5, 5));
        ability.advanceTo(0);
        ability.study(0, 30);
        ability.advanceTo(8 + 120);
        const double forgotten = ability.mean(0);
        QVERIFY(std::abs(forgotten - (-0.2 - 120 * 0.015)) < 1e-12);
        ability.advanceTo(3 * 365);
        QCOMPARE(ability.mean(0), forgotten);
        // Study begins another absence.
        ability.study(0, 30);
        ability.advanceTo(ability.day() + 10);
        QVERIFY(std::abs(ability.mean(0) - (forgotten - 2 * 0.015)) < 1e-12);
    }

    void timeNeverRunsBackNorFarAhead()
    {
        Ability ability(shapeOf(5, 5));
        ability.advanceTo(50);
        ability.advanceTo(20);
        QCOMPARE(ability.day(), 50);
        ability.advanceTo(std::numeric_limits<qint64>::max());
        QVERIFY(std::isfinite(ability.mean(0)) && std::isfinite(ability.covariance(0, 0)));
    }

    void strangersAreLeftOut()
    {
        Ability ability(shapeOf(2, 2));
        const std::vector<double> before = bitsOf(ability);
        ability.answer(answerTo(-1, 0, true));
        ability.answer(answerTo(2, 0, true));
        QVERIFY(bitsOf(ability) == before);
        ability.answer(answerTo(1, 99, true));
        QVERIFY2(ability.mean(1) > -0.2, "an unknown topic still tells of its section");
    }

    void theCovarianceStaysOne()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const Ability ability = lived(seed, 84);
            const int n = ability.size();
            std::vector<double> root(static_cast<size_t>(n * n));
            const auto at = [&](int i, int j) -> double & { return root[static_cast<size_t>(i * n + j)]; };
            for (int i = 0; i < n; ++i) {
                for (int j = 0; j <= i; ++j) {
                    QVERIFY(std::abs(ability.covariance(i, j) - ability.covariance(j, i)) < 1e-9);
                    double sum = ability.covariance(i, j);
                    for (int k = 0; k < j; ++k)
                        sum -= at(i, k) * at(j, k);
                    if (i == j)
                        QVERIFY2(sum > 0, "not positive definite");
                    at(i, j) = i == j ? std::sqrt(sum) : sum / at(j, j);
                }
            }
        }
    }
};

LECTERN_TEST_CLASS(AbilityTest)
#include "ability_test.moc"
