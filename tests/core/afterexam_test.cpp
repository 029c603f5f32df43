// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexam.h"

#include "runall.h"

using namespace lectern;
using State = AfterExam::State;

namespace
{

const QDate examDay(2027, 1, 9);

ExamResult result(QDate date, bool passed, QHash<QString, int> bars = {})
{
    ExamResult made;
    made.date = date;
    made.passed = passed;
    made.bars = std::move(bars);
    return made;
}

Appointment booked(QDate date)
{
    Appointment made;
    made.date = date;
    return made;
}

Blueprint outline()
{
    Blueprint made;
    for (const auto &[id, weight] : {std::pair("a", 50), std::pair("b", 30), std::pair("c", 20)}) {
        Section section;
        section.id = QString::fromLatin1(id);
        section.weight = weight;
        made.sections.append(section);
    }
    return made;
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");
const QString c = QStringLiteral("c");

} // namespace

class AfterExamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateFollowsFromResultsAndAppointment_data()
    {
        QTest::addColumn<QList<ExamResult>>("results");
        QTest::addColumn<QDate>("appointment");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<State>("state");
        const QList<ExamResult> none;
        const QList<ExamResult> failed{result(examDay, false)};
        const QList<ExamResult> passed{result(examDay, true)};
        QTest::newRow("nothing booked") << none << QDate() << examDay << State::Before;
        QTest::newRow("the day before") << none << examDay << examDay.addDays(-1) << State::Before;
        QTest::newRow("on the day") << none << examDay << examDay << State::Waiting;
        QTest::newRow("weeks later") << none << examDay << examDay.addDays(30) << State::Waiting;
        QTest::newRow("failed") << failed << examDay << examDay << State::Failed;
        QTest::newRow("failed without appointment") << failed << QDate() << examDay.addDays(3) << State::Failed;
        QTest::newRow("retake booked") << failed << examDay.addDays(20) << examDay.addDays(3) << State::Before;
        QTest::newRow("retake sat") << failed << examDay.addDays(20) << examDay.addDays(20) << State::Waiting;
        QTest::newRow("passed") << passed << examDay << examDay << State::Passed;
        QTest::newRow("passed at the retake") << QList{result(examDay, false), result(examDay.addDays(20), true)}
                                              << examDay.addDays(20) << examDay.addDays(21) << State::Passed;
        QTest::newRow("entered in the other order") << QList{result(examDay.addDays(20), true), result(examDay, false)}
                                                    << examDay.addDays(20) << examDay.addDays(21) << State::Passed;
        QTest::newRow("renewal booked") << passed << examDay.addYears(2) << examDay.addYears(1) << State::Before;
        QTest::newRow("failed to renew") << QList{result(examDay, true), result(examDay.addYears(2), false)}
                                         << examDay.addYears(2) << examDay.addYears(2) << State::Failed;
        QTest::newRow("sat before the day it was booked for")
            << failed << examDay.addDays(5) << examDay.addDays(1) << State::Before;
    }
    void theStateFollowsFromResultsAndAppointment()
    {
        QFETCH(QList<ExamResult>, results);
        QFETCH(QDate, appointment);
        QFETCH(QDate, today);
        QFETCH(State, state);
        const AfterExam after = afterExam(results, booked(appointment), {}, today);
        QCOMPARE(after.state, state);
        QCOMPARE(after.result.has_value(), state == State::Passed || state == State::Failed);
        QCOMPARE(after.earliestRetake.isValid(), state == State::Failed);
    }

    void datesFollowTheVendorsRules()
    {
        ExamRules rules;
        rules.retakeWaitDays = 14;
        rules.validityYears = 2;
        const QDate day(2028, 2, 29);
        QCOMPARE(afterExam({result(day, false)}, {}, rules, day).earliestRetake, QDate(2028, 3, 14));
        QCOMPARE(afterExam({result(day, true)}, {}, rules, day).renewal, QDate(2030, 2, 28));
        // What was passed before stays valid through a failed renewal.
        QCOMPARE(afterExam({result(day, true), result(day.addYears(1), false)}, {}, rules, day.addYears(1)).renewal,
            QDate(2030, 2, 28));
        QVERIFY(!afterExam({result(day, false)}, {}, rules, day).renewal.isValid());
    }

    void lossesAreWeightTimesWhatIsMissing()
    {
        const auto losses = pointsLost(outline(), result(examDay, false, {{a, 80}, {b, 50}, {c, 95}}));
        QCOMPARE(losses.size(), 3);
        QCOMPARE(losses[0].section, b);
        QCOMPARE(losses[0].points, 15.0);
        QCOMPARE(losses[1].section, a);
        QVERIFY(std::abs(losses[1].points - 10) < 1e-9);
        QCOMPARE(losses[2].percent, 95);
        QVERIFY(pointsLost(outline(), result(examDay, false)).isEmpty());
    }

    void sharesSumToOne()
    {
        const auto shares = shareByLoss(outline(), result(examDay, false, {{a, 80}, {b, 50}}));
        // 10, 15 and, unknown, half of 20.
        QVERIFY(std::abs(shares.value(a) - 10.0 / 35) < 1e-9);
        QVERIFY(std::abs(shares.value(b) - 15.0 / 35) < 1e-9);
        QVERIFY(std::abs(shares.value(c) - 10.0 / 35) < 1e-9);
        const auto perfect = shareByLoss(outline(), result(examDay, true, {{a, 100}, {b, 100}, {c, 100}}));
        QVERIFY(std::abs(perfect.value(a) - 0.5) < 1e-9);
        QVERIFY(shareByLoss({}, result(examDay, false)).isEmpty());
    }
};

LECTERN_TEST_CLASS(AfterExamTest)
#include "afterexam_test.moc"
