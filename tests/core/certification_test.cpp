// SPDX-License-Identifier: GPL-3.0-or-later
#include "certification.h"

#include "fixtures.h"
#include "runall.h"

using namespace lectern;

class CertificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recommendsByExamDate_data();
    void recommendsByExamDate();
    void theLatestOneWinsInAnyOrder();
    void withoutBlueprintsNothingIsRecommended();
    void lookups();
    void weeksOfThePath();
};

void CertificationTest::recommendsByExamDate_data()
{
    QTest::addColumn<QDate>("exam");
    QTest::addColumn<QString>("blueprint");
    QTest::newRow("not booked") << QDate() << QStringLiteral("page");
    QTest::newRow("long before") << QDate(2025, 1, 1) << QStringLiteral("page");
    QTest::newRow("the day before") << QDate(2026, 10, 8) << QStringLiteral("page");
    QTest::newRow("on the day") << QDate(2026, 10, 9) << QStringLiteral("outline");
    QTest::newRow("the day after") << QDate(2026, 10, 10) << QStringLiteral("outline");
    QTest::newRow("years after") << QDate(2031, 1, 1) << QStringLiteral("outline");
}

void CertificationTest::recommendsByExamDate()
{
    QFETCH(QDate, exam);
    const Certification certification = test::sampleCertification();
    const Blueprint *recommended = recommendedBlueprint(certification, exam);
    QVERIFY(recommended);
    QTEST(recommended->id, "blueprint");
}

void CertificationTest::theLatestOneWinsInAnyOrder()
{
    Certification certification = test::sampleCertification();
    Blueprint newer = certification.blueprints[1];
    newer.id = QStringLiteral("newer");
    newer.recommendedFrom = QDate(2027, 5, 1);
    for (const int place : {1, 2}) {
        Certification extended = certification;
        extended.blueprints.insert(place, newer);
        QCOMPARE(recommendedBlueprint(extended, QDate(2027, 4, 30))->id, QStringLiteral("outline"));
        QCOMPARE(recommendedBlueprint(extended, QDate(2027, 5, 1))->id, QStringLiteral("newer"));
    }
}

void CertificationTest::withoutBlueprintsNothingIsRecommended()
{
    QCOMPARE(recommendedBlueprint(Certification(), QDate(2026, 10, 9)), nullptr);
    QCOMPARE(recommendedBlueprint(Certification(), QDate()), nullptr);
}

void CertificationTest::lookups()
{
    const Certification certification = test::sampleCertification();
    QCOMPARE(certification.domain(QStringLiteral("d2")), &certification.domains[1]);
    QCOMPARE(certification.domain(QStringLiteral("d9")), nullptr);
    QCOMPARE(certification.domainOfTopic(QStringLiteral("d5.5")), &certification.domains[4]);
    QCOMPARE(certification.domainOfTopic(QStringLiteral("d5.6")), nullptr);
    QCOMPARE(certification.topic(QStringLiteral("d1.2")), &certification.domains[0].topics[1]);
    QCOMPARE(certification.topic(QStringLiteral("d1")), nullptr);
    QCOMPARE(certification.blueprint(QStringLiteral("outline")), &certification.blueprints[1]);
    QCOMPARE(certification.blueprint(QString()), nullptr);
    QCOMPARE(certification.project(QStringLiteral("lake")), &certification.projects[0]);
    QCOMPARE(certification.project(QStringLiteral("sea")), nullptr);
    QCOMPARE(certification.collection(QStringLiteral("ready")), &certification.collections[0]);
    QCOMPARE(certification.collection(QStringLiteral("steady")), nullptr);
}

void CertificationTest::weeksOfThePath()
{
    Certification certification = test::sampleCertification();
    QCOMPARE(certification.weeks(), 12);
    std::reverse(certification.path.begin(), certification.path.end());
    QCOMPARE(certification.weeks(), 12);
    QCOMPARE(Certification().weeks(), 0);
}

LECTERN_TEST_CLASS(CertificationTest)
#include "certification_test.moc"
