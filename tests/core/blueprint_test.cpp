// SPDX-License-Identifier: GPL-3.0-or-later
#include "blueprint.h"

#include "fixtures.h"
#include "runall.h"

#include <numeric>

using namespace lectern;

class BlueprintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownShares_data();
    void knownShares();
    void sumsAndStaysWithinOneOfTheExactShare();
    void tiesGoToTheEarlier();
    void nothingToShare();
    void largeNumbersDoNotOverflow();
    void quotasFollowTheSections();
    void sectionById();
};

void BlueprintTest::knownShares_data()
{
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<int>("total");
    QTest::addColumn<QList<int>>("shares");
    QTest::newRow("page, 60") << QList<int>{25, 25, 20, 15, 15} << 60 << QList<int>{15, 15, 12, 9, 9};
    QTest::newRow("outline, 60") << QList<int>{23, 12, 12, 10, 15, 8, 5, 10, 5} << 60
                                 << QList<int>{14, 7, 7, 6, 9, 5, 3, 6, 3};
    QTest::newRow("page, 5") << QList<int>{25, 25, 20, 15, 15} << 5 << QList<int>{1, 1, 1, 1, 1};
    QTest::newRow("page, 30") << QList<int>{25, 25, 20, 15, 15} << 30 << QList<int>{8, 8, 6, 4, 4};
    QTest::newRow("weights not of 100") << QList<int>{1, 2} << 10 << QList<int>{3, 7};
    QTest::newRow("a weight of zero") << QList<int>{0, 1, 1} << 5 << QList<int>{0, 3, 2};
    QTest::newRow("one") << QList<int>{7} << 13 << QList<int>{13};
}

void BlueprintTest::knownShares()
{
    QFETCH(QList<int>, weights);
    QFETCH(int, total);
    QTEST(largestRemainder(weights, total), "shares");
}

void BlueprintTest::sumsAndStaysWithinOneOfTheExactShare()
{
    const QList<QList<int>> blueprints{
        {25, 25, 20, 15, 15}, {23, 12, 12, 10, 15, 8, 5, 10, 5}, {1, 1, 1}, {97, 1, 1, 1}, {0, 3, 0, 7}};
    for (const QList<int> &weights : blueprints) {
        const int sum = std::accumulate(weights.cbegin(), weights.cend(), 0);
        for (int total = 0; total <= 100; ++total) {
            const QList<int> shares = largestRemainder(weights, total);
            QCOMPARE(shares.size(), weights.size());
            QCOMPARE(std::accumulate(shares.cbegin(), shares.cend(), 0), total);
            for (int i = 0; i < shares.size(); ++i)
                QVERIFY(qAbs(shares[i] * sum - weights[i] * total) < sum);
        }
    }
}

void BlueprintTest::tiesGoToTheEarlier()
{
    QCOMPARE(largestRemainder({1, 1, 1, 1}, 1), (QList<int>{1, 0, 0, 0}));
    QCOMPARE(largestRemainder({1, 1, 1, 1}, 6), (QList<int>{2, 2, 1, 1}));
    QCOMPARE(largestRemainder({10, 30, 30, 30}, 5), (QList<int>{1, 2, 1, 1}));
}

void BlueprintTest::nothingToShare()
{
    QCOMPARE(largestRemainder({}, 60), QList<int>());
    QCOMPARE(largestRemainder({0, 0}, 60), QList<int>());
    QCOMPARE(largestRemainder({25, 75}, -1), QList<int>());
    QCOMPARE(largestRemainder({25, 75}, 0), (QList<int>{0, 0}));
}

void BlueprintTest::largeNumbersDoNotOverflow()
{
    QCOMPARE(largestRemainder({1000, 3000}, 2'000'000'000), (QList<int>{500'000'000, 1'500'000'000}));
}

void BlueprintTest::quotasFollowTheSections()
{
    const Certification certification = test::sampleCertification();
    QCOMPARE(quotas(certification.blueprints[0], 60), (QList<int>{15, 15, 12, 9, 9}));
    QCOMPARE(quotas(certification.blueprints[1], 60), (QList<int>{14, 7, 7, 6, 9, 5, 3, 6, 3}));
    QCOMPARE(quotas(Blueprint(), 60), QList<int>());
}

void BlueprintTest::sectionById()
{
    const Certification certification = test::sampleCertification();
    const Blueprint &page = certification.blueprints[0];
    QCOMPARE(page.section(QStringLiteral("d3")), &page.sections[2]);
    QCOMPARE(page.section(QStringLiteral("D3")), nullptr);
}

LECTERN_TEST_CLASS(BlueprintTest)
#include "blueprint_test.moc"
