// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencegap.h"

#include "runall.h"

#include <QTest>

#include <cmath>

using namespace lectern;

class EvidenceGapTest : public QObject
{
    Q_OBJECT

    static ReadinessRow row(int answers, double mean, double low, double high)
    {
        ReadinessRow made;
        made.answers = answers;
        made.expected = {mean, low, high};
        return made;
    }

private Q_SLOTS:
    void feelingIsHeldAgainstAnswers_data()
    {
        QTest::addColumn<int>("rating");
        QTest::addColumn<int>("answers");
        QTest::addColumn<double>("mean");
        QTest::addColumn<int>("kind");
        using Kind = FeltGap::Kind;
        QTest::newRow("surer") << 4 << 12 << 0.52 << int(Kind::Surer);
        QTest::newRow("less sure") << 2 << 12 << 0.52 << int(Kind::LessSure);
        QTest::newRow("inside") << 3 << 12 << 0.52 << int(Kind::None);
        QTest::newRow("six are enough") << 5 << answersForGap << 0.52 << int(Kind::Surer);
        QTest::newRow("five are too few") << 5 << answersForGap - 1 << 0.52 << int(Kind::Unknown);
        QTest::newRow("not rated") << 0 << 12 << 0.52 << int(Kind::Unknown);
        QTest::newRow("no such rating") << 6 << 12 << 0.52 << int(Kind::Unknown);
    }
    void feelingIsHeldAgainstAnswers()
    {
        QFETCH(int, rating);
        QFETCH(int, answers);
        QFETCH(double, mean);
        const FeltGap gap = feltGap(rating, row(answers, mean, mean - 0.1, mean + 0.1));
        QTEST(int(gap.kind), "kind");
        if (gap.kind == FeltGap::Kind::Surer || gap.kind == FeltGap::Kind::LessSure) {
            QCOMPARE(gap.felt, 20 * rating - 10);
            QCOMPARE(gap.tested, 52);
        }
    }

    void theEdgeOfTheIntervalIsNoDifference()
    {
        QCOMPARE(feltGap(4, row(20, 0.6, 0.5, ratingShare(4))).kind, FeltGap::Kind::None);
        QCOMPARE(feltGap(2, row(20, 0.4, ratingShare(2), 0.5)).kind, FeltGap::Kind::None);
    }

    void shiftIsReadInPoints()
    {
        BankShift harder;
        harder.mean = -0.12;
        harder.sd = 0.28;
        const Estimate points = shiftInPoints(harder, 0.6);
        // The slope of the logistic at 0.6 is 0.24.
        QVERIFY(std::abs(points.mean + 2.9) < 0.1);
        QVERIFY(points.low < points.mean && points.mean < points.high);
        QVERIFY(points.low < -11 && points.high > 5);
    }

    void noShiftIsNoPoints()
    {
        const Estimate points = shiftInPoints(BankShift(), 0.5);
        QCOMPARE(points.mean, 0.0);
        QVERIFY(std::abs(points.low + points.high) < 1e-9);
    }

    void certaintyHasAnEnd()
    {
        BankShift shift;
        shift.mean = -0.5;
        for (const double share : {0.0, 1.0}) {
            const Estimate points = shiftInPoints(shift, share);
            QVERIFY(std::isfinite(points.mean) && std::isfinite(points.low) && std::isfinite(points.high));
            QVERIFY(points.mean < 0);
        }
    }
};

LECTERN_TEST_CLASS(EvidenceGapTest)
#include "evidencegap_test.moc"
