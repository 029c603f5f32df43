// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration.h"

#include "random.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

double unit(Random &random)
{
    return double(random.next() >> 11) / 9007199254740992.0;
}

/// Answers that come as often right as `truth` says, with what a forecaster said of them.
template<typename Truth, typename Said>
QList<Prediction> sample(int count, quint64 seed, Truth truth, Said said)
{
    Random random(seed);
    QList<Prediction> made;
    int right = 0;
    for (int i = 0; i < count; ++i) {
        const double chance = truth(random);
        Prediction prediction;
        prediction.day = QDate(2026, 1, 5).addDays(i / 10);
        prediction.expected = said(chance);
        prediction.average = i > 0 ? double(right) / i : 0.5;
        prediction.right = unit(random) < chance;
        right += prediction.right ? 1 : 0;
        made.append(prediction);
    }
    return made;
}

double spread(Random &random)
{
    return 0.1 + 0.85 * unit(random);
}

double same(double chance)
{
    return chance;
}

} // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaysNothing()
    {
        const Calibration none = calibration({});
        QCOMPARE(none.answers, 0);
        QCOMPARE(none.verdict, Calibration::Verdict::None);
        QVERIFY(none.bins.isEmpty());
        QCOMPARE(none.missingForPlot(), 100);
        QCOMPARE(none.missingForFigure(), 300);
    }

    void fewAnswersHaveNoPlotAndNoFigure_data()
    {
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("bins");
        QTest::addColumn<int>("missingForPlot");
        QTest::addColumn<bool>("figure");
        QTest::newRow("one") << 1 << 0 << 99 << false;
        QTest::newRow("almost a plot") << 99 << 0 << 1 << false;
        QTest::newRow("a plot") << 100 << 4 << 0 << false;
        QTest::newRow("almost a figure") << 299 << 10 << 0 << false;
        QTest::newRow("a figure") << 300 << 10 << 0 << true;
        QTest::newRow("many") << 1203 << 10 << 0 << true;
    }
    void fewAnswersHaveNoPlotAndNoFigure()
    {
        QFETCH(int, answers);
        QFETCH(int, bins);
        QFETCH(int, missingForPlot);
        QFETCH(bool, figure);
        const Calibration result = calibration(sample(answers, 3, spread, same));
        QCOMPARE(int(result.bins.size()), bins);
        QCOMPARE(result.missingForPlot(), missingForPlot);
        QCOMPARE(result.distance.has_value(), figure);
        QCOMPARE(result.distanceByLuck.has_value(), figure);
        if (answers < 100)
            QVERIFY(result.verdict == Calibration::Verdict::NoDifference);
    }

    void binsHoldAllAnswersInEqualParts()
    {
        const QList<Prediction> answers = sample(1203, 8, spread, same);
        const Calibration result = calibration(answers);
        int counted = 0;
        int right = 0;
        double before = 0;
        for (const ReliabilityBin &bin : result.bins) {
            QVERIFY(bin.answers == 120 || bin.answers == 121);
            QVERIFY(bin.expected > before);
            QVERIFY(bin.interval.low <= bin.share() && bin.share() <= bin.interval.high);
            before = bin.expected;
            counted += bin.answers;
            right += bin.right;
        }
        QCOMPARE(counted, 1203);
        QCOMPARE(
            right, int(std::count_if(answers.begin(), answers.end(), [](const Prediction &one) { return one.right; })));
    }

    void scoresAreTheMeanSquares()
    {
        // By hand: (0.8-1)² = 0.04, (0.6-0)² = 0.36, (0.5-1)² = 0.25; the constant 0.25, 1, 0.25.
        const QDate day(2026, 1, 5);
        const Calibration result = calibration({{day, 0.8, 0.5, true}, {day, 0.6, 1.0, false}, {day, 0.5, 0.5, true}});
        QVERIFY(std::abs(result.brier - 0.65 / 3) < 1e-12);
        QVERIFY(std::abs(result.constantBrier - 1.5 / 3) < 1e-12);
        QVERIFY(std::abs(result.difference + 0.85 / 3) < 1e-12);
    }

    void whoKnowsEveryChanceIsOnTheDiagonalAndBeatsTheConstant()
    {
        int agreeing = 0;
        int bins = 0;
        double distance = 0;
        double luck = 0;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const Calibration result = calibration(sample(400, seed, spread, same));
            QCOMPARE(result.verdict, Calibration::Verdict::Better);
            for (const ReliabilityBin &bin : result.bins) {
                agreeing += bin.agrees() ? 1 : 0;
                ++bins;
            }
            distance += *result.distance / 200;
            luck += *result.distanceByLuck / 200;
        }
        // 80 % intervals hold about that much, and luck alone explains the distance.
        const double held = double(agreeing) / bins;
        QVERIFY2(held > 0.76 && held < 0.86, qPrintable(QString::number(held)));
        QVERIFY2(std::abs(distance - luck) < 0.003, qPrintable(QStringLiteral("%1 %2").arg(distance).arg(luck)));
    }

    void overconfidenceIsSeen()
    {
        const Calibration result = calibration(sample(
            600, 4, [](Random &) { return 0.55; }, [](double) { return 0.9; }));
        QCOMPARE(result.verdict, Calibration::Verdict::Worse);
        for (const ReliabilityBin &bin : result.bins)
            QVERIFY(!bin.agrees() && bin.share() < bin.expected);
        QVERIFY(*result.distance > 4 * *result.distanceByLuck);
    }

    void noiseIsNoDifference()
    {
        // A forecaster who knows nothing but the long-run average differs from the running one by its first answers
        // alone. Claims at two errors may come in few of a hundred lists.
        int claims = 0;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const Calibration result = calibration(sample(
                300, seed, [](Random &) { return 0.7; }, [](double) { return 0.72; }));
            claims += result.verdict == Calibration::Verdict::Worse ? 1 : 0;
        }
        QVERIFY2(claims <= 10, qPrintable(QString::number(claims)));
    }

    void daysCountWhereTheyAgreeWithinThemselves()
    {
        // Ten days on which everything or nothing is right are ten observations and not a hundred.
        QList<Prediction> shared;
        QList<Prediction> apart;
        for (int i = 0; i < 100; ++i) {
            const bool right = (i / 10) % 3 != 0;
            shared.append({QDate(2026, 1, 5).addDays(i / 10), 0.8, 0.6, right});
            apart.append({QDate(2026, 1, 5).addDays(i), 0.8, 0.6, right});
        }
        QVERIFY(calibration(shared).differenceError > 2.5 * calibration(apart).differenceError);
    }

    void hitsSayWhatTheyCan_data()
    {
        QTest::addColumn<int>("inside");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("leastUsual");
        QTest::addColumn<bool>("usual");
        QTest::newRow("none yet") << 0 << 0 << 0 << true;
        QTest::newRow("one outside") << 0 << 1 << 0 << true;
        QTest::newRow("both outside") << 0 << 2 << 1 << false;
        QTest::newRow("three of four") << 3 << 4 << 2 << true;
        QTest::newRow("one of four") << 1 << 4 << 2 << false;
        QTest::newRow("all of ten") << 10 << 10 << 6 << true;
        QTest::newRow("five of ten") << 5 << 10 << 6 << false;
    }
    void hitsSayWhatTheyCan()
    {
        QFETCH(int, inside);
        QFETCH(int, total);
        QFETCH(int, leastUsual);
        QFETCH(bool, usual);
        const HitCount count = hitCount(inside, total);
        QCOMPARE(count.leastUsual, leastUsual);
        QCOMPARE(count.usual(), usual);
        QVERIFY(count.power >= 0 && count.power <= 1);
    }

    void longListsNoticeMore()
    {
        // Of four with chance one half: none or one, five ways of sixteen.
        QVERIFY(std::abs(hitCount(3, 4).power - 5.0 / 16) < 1e-9);
        QVERIFY(hitCount(8, 10).power > hitCount(3, 4).power);
        QVERIFY(hitCount(24, 30).power > 0.95);
    }

    void luckWidensAnInterval()
    {
        const Estimate many{0.7, 0.65, 0.75};
        const Estimate few = withLuck(many, 9);
        QCOMPARE(few.mean, 0.7);
        // sd 0.0390 of what is known and 0.1528 of nine questions.
        QVERIFY(std::abs(few.high - few.mean - 1.28155 * std::hypot(0.05 / 1.28155, 0.152753)) < 1e-4);
        QVERIFY(withLuck({0.95, 0.9, 1}, 4).high <= 1);
        QVERIFY(withLuck({0.05, 0, 0.1}, 4).low >= 0);
        QCOMPARE(withLuck(many, 0), many);
    }

    void theBeliefBeforeAnExamIsOfTheDayBefore()
    {
        QList<ReadinessPoint> trend;
        for (int day = 0; day < 5; ++day) {
            ReadinessPoint point;
            point.day = QDate(2026, 3, 1).addDays(2 * day);
            trend.append(point);
        }
        QCOMPARE(pointBefore(trend, QDate(2026, 3, 5)), &trend[1]);
        QCOMPARE(pointBefore(trend, QDate(2026, 3, 6)), &trend[2]);
        QCOMPARE(pointBefore(trend, QDate(2026, 4, 1)), &trend[4]);
        QCOMPARE(pointBefore(trend, QDate(2026, 3, 1)), nullptr);
        QCOMPARE(pointBefore({}, QDate(2026, 3, 1)), nullptr);
    }
};

LECTERN_TEST_CLASS(CalibrationTest)
#include "calibration_test.moc"
