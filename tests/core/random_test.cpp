// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

#include "runall.h"

#include <QMap>

using namespace lectern;

class RandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referenceValues();
    void belowIsUniform_data();
    void belowIsUniform();
    void shuffleIsAPermutationOfEveryOrder();
    void shuffleOfNothing();
};

/// The values of the published reference implementation.
void RandomTest::referenceValues()
{
    Random random(1234567);
    QCOMPARE(random.next(), 6457827717110365317ULL);
    QCOMPARE(random.next(), 3203168211198807973ULL);
    QCOMPARE(random.next(), 9817491932198370423ULL);
    QCOMPARE(random.next(), 4593380528125082431ULL);
    QCOMPARE(random.next(), 16408922859458223821ULL);
}

void RandomTest::belowIsUniform_data()
{
    QTest::addColumn<int>("bound");
    // The 99.9 % quantile of chi-square with bound - 1 degrees of freedom.
    QTest::addColumn<double>("limit");
    QTest::newRow("2") << 2 << 10.83;
    QTest::newRow("3") << 3 << 13.82;
    QTest::newRow("7") << 7 << 22.46;
    QTest::newRow("60") << 60 << 98.32;
}

void RandomTest::belowIsUniform()
{
    QFETCH(int, bound);
    QFETCH(double, limit);
    Random random(42);
    QList<int> counts(bound, 0);
    const int draws = bound * 2000;
    for (int i = 0; i < draws; ++i) {
        const int value = random.below(bound);
        QVERIFY(value >= 0 && value < bound);
        ++counts[value];
    }
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - 2000.0) * (count - 2000.0) / 2000.0;
    QVERIFY2(chiSquare < limit, qPrintable(QString::number(chiSquare)));
    QCOMPARE(Random(7).below(1), 0);
}

void RandomTest::shuffleIsAPermutationOfEveryOrder()
{
    Random random(2026);
    QMap<QList<int>, int> seen;
    for (int i = 0; i < 24 * 500; ++i) {
        QList<int> list{0, 1, 2, 3};
        random.shuffle(list);
        ++seen[list];
    }
    QCOMPARE(seen.size(), 24);
    double chiSquare = 0;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        QList<int> sorted = it.key();
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, (QList<int>{0, 1, 2, 3}));
        chiSquare += (it.value() - 500.0) * (it.value() - 500.0) / 500.0;
    }
    QVERIFY2(chiSquare < 49.73, qPrintable(QString::number(chiSquare)));
}

void RandomTest::shuffleOfNothing()
{
    Random random(1);
    QList<int> none;
    random.shuffle(none);
    QVERIFY(none.isEmpty());
    QList<int> one{5};
    random.shuffle(one);
    QCOMPARE(one, QList<int>{5});
    // Neither took a number.
    QCOMPARE(random.next(), Random(1).next());
}

LECTERN_TEST_CLASS(RandomTest)
#include "random_test.moc"
