// SPDX-License-Identifier: GPL-3.0-or-later
#include "chisquare.h"
#include "choicemodel.h"
#include "random.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

// The arithmetic of the gates against tables and against choices whose answer is known.
class BankStatisticsTest : public QObject
{
    Q_OBJECT

private slots:
    // Percentage points of chi-square as any table has them (Abramowitz and Stegun, table 26.8).
    void survivalAsInTables_data()
    {
        QTest::addColumn<int>("degrees");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("p");
        QTest::newRow("1 at .05") << 1 << 3.84146 << 0.05;
        QTest::newRow("1 at .01") << 1 << 6.63490 << 0.01;
        QTest::newRow("2 at .05") << 2 << 5.99146 << 0.05;
        QTest::newRow("3 at .90") << 3 << 0.584375 << 0.9;
        QTest::newRow("3 at .10") << 3 << 6.25139 << 0.1;
        QTest::newRow("3 at .05") << 3 << 7.81473 << 0.05;
        QTest::newRow("3 at .01") << 3 << 11.3449 << 0.01;
        QTest::newRow("4 at .05") << 4 << 9.48773 << 0.05;
        QTest::newRow("5 at .05") << 5 << 11.0705 << 0.05;
        QTest::newRow("6 at .01") << 6 << 16.8119 << 0.01;
    }
    void survivalAsInTables()
    {
        QFETCH(int, degrees);
        QFETCH(double, x);
        QFETCH(double, p);
        QVERIFY(std::abs(chiSquareSurvival(x, degrees) - p) < 1e-6);
    }

    void survivalAtTheEnds()
    {
        QCOMPARE(chiSquareSurvival(0, 3), 1.0);
        QCOMPARE(chiSquareSurvival(-1, 3), 1.0);
        QCOMPARE(chiSquareSurvival(5, 0), 1.0);
        QVERIFY(chiSquareSurvival(500, 3) < 1e-12);
    }

    void statisticOfCounts()
    {
        QCOMPARE(chiSquareOfEven({25, 25, 25, 25}), 0.0);
        QCOMPARE(chiSquareOfEven({40, 20, 20, 20}), 12.0);
        QCOMPARE(chiSquareOfEven({0, 0, 0, 0}), 0.0);
        QCOMPARE(chiSquareOfEven({}), 0.0);
    }

    void learnsWhatTells()
    {
        QVERIFY(crossValidatedShare(choices(200, 1.0), 10) > 0.95);
        const double weak = crossValidatedShare(choices(400, 0.3), 10);
        QVERIFY2(weak > 0.35 && weak < 0.8, qPrintable(QString::number(weak)));
    }

    void findsNothingInNoise()
    {
        const double share = crossValidatedShare(choices(400, 0), 10);
        QVERIFY2(std::abs(share - 0.25) < 0.07, qPrintable(QString::number(share)));
    }

    // What an option has in common with all others of its choice tells nothing, however it tells of the choice.
    void equalOptionsAreAQuarter()
    {
        QList<Choice> same;
        for (int i = 0; i < 40; ++i)
            same.append({{{1.0 * i, 3}, {1.0 * i, 3}, {1.0 * i, 3}, {1.0 * i, 3}}, i % 4});
        QCOMPARE(crossValidatedShare(same, 10), 0.25);
    }

    // A rule of the kind "the one named in the answers" must not be learned from the choice itself.
    void doesNotSeeWhatItIsAskedOf()
    {
        QList<Choice> own;
        for (int i = 0; i < 40; ++i) {
            Choice choice;
            choice.right = i % 4;
            for (int option = 0; option < 4; ++option) {
                QList<double> features(40, 0.0);
                features[i] = option == choice.right ? 1 : 0;
                choice.options.append(features);
            }
            own.append(choice);
        }
        QCOMPARE(crossValidatedShare(own, 40), 0.25);
    }

    void tooFewChoices()
    {
        QCOMPARE(crossValidatedShare(choices(9, 1), 10), 0.0);
        QCOMPARE(crossValidatedShare({}, 10), 0.0);
        QCOMPARE(crossValidatedShare(choices(9, 1), 1), 0.0);
    }

    void repeats()
    {
        const QList<Choice> all = choices(100, 0.3);
        QCOMPARE(crossValidatedShare(all, 10), crossValidatedShare(all, 10));
    }

private:
    /// Three features a hundredfold apart in scale; the second is `telling` higher for the right option.
    static QList<Choice> choices(int count, double telling)
    {
        Random random(7);
        const auto noise = [&random] { return random.below(1000) / 1000.0; };
        QList<Choice> all;
        for (int i = 0; i < count; ++i) {
            Choice choice;
            choice.right = random.below(4);
            for (int option = 0; option < 4; ++option)
                choice.options.append({noise(), 100 * (noise() + (option == choice.right ? telling : 0)), noise()});
            all.append(choice);
        }
        return all;
    }
};

LECTERN_TEST_CLASS(BankStatisticsTest)
#include "bankstatistics_test.moc"
