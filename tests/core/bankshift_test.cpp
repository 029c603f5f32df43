// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankshift.h"
#include "expectation.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

AbilityShape shape()
{
    AbilityShape two;
    two.sections = 2;
    two.topicSection = {0, 0, 1, 1};
    return two;
}

ExamModel exam()
{
    ExamModel model;
    model.quotas = {30, 30};
    model.weights = {50, 50};
    return model;
}

/// Of somebody whose answers leave little to doubt.
Ability practised()
{
    Ability ability(shape());
    for (int i = 0; i < 400; ++i) {
        AbilityAnswer answer;
        answer.topic = i % 4;
        answer.section = answer.topic / 2;
        answer.right = i % 10 < 7;
        ability.answer(answer);
    }
    return ability;
}

ReadMock mock(const QString &provider, double offLogits, int questions = 60)
{
    ExamModel shifted = exam();
    shifted.shiftSd = 0;
    shifted.shiftMean = offLogits;
    const Ability belief = practised();
    const int right = int(std::lround(expectationOf(belief, shifted).weighted * questions));
    return {provider, right, questions, belief};
}

} // namespace

class BankShiftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutMocksItIsAnAssumption() { QCOMPARE(bankShift({}, exam()), (BankShift{0, 0.35, 0})); }

    void aHarderMockMovesItDownAndNarrowsIt()
    {
        const BankShift shift = bankShift({mock(QStringLiteral("A"), -0.8, 120)}, exam());
        QCOMPARE(shift.mocks, 1);
        QVERIFY2(shift.mean < -0.15 && shift.mean > -0.8, qPrintable(QString::number(shift.mean)));
        QVERIFY(shift.sd < 0.35 && shift.sd > 0.2);
        const BankShift easier = bankShift({mock(QStringLiteral("A"), 0.8, 120)}, exam());
        QVERIFY(easier.mean > 0.15);
    }

    void anEqualOneHardlyMovesIt()
    {
        QVERIFY(std::abs(bankShift({mock(QStringLiteral("A"), 0, 200)}, exam()).mean) < 0.05);
    }

    void manyMocksOfOneProviderAreOneGap()
    {
        QList<ReadMock> same;
        QList<ReadMock> others;
        for (int i = 0; i < 8; ++i) {
            same << mock(i % 2 ? QStringLiteral("one provider") : QStringLiteral(" One  Provider"), -0.8);
            others << mock(QStringLiteral("provider %1").arg(i), -0.8);
        }
        const BankShift one = bankShift(same, exam());
        const BankShift many = bankShift(others, exam());
        QCOMPARE(one.mocks, 8);
        QVERIFY(one.sd > 0.23);
        QVERIFY(many.sd < one.sd);
        QVERIFY(many.mean < one.mean);
    }

    void mocksOfSomebodyUnknownSayLittle()
    {
        ReadMock early{QStringLiteral("A"), 20, 60, Ability(shape())};
        const BankShift shift = bankShift({early}, exam());
        const BankShift sure = bankShift({ReadMock{QStringLiteral("A"), 20, 60, practised()}}, exam());
        QVERIFY(std::abs(shift.mean) < std::abs(sure.mean));
        QVERIFY(shift.sd > sure.sd);
    }

    void extremesStayFinite()
    {
        for (const int right : {0, 500}) {
            const BankShift shift = bankShift({ReadMock{QStringLiteral("A"), right, 500, practised()}}, exam());
            QVERIFY(std::isfinite(shift.mean) && shift.sd > 0);
            QVERIFY(std::abs(shift.mean) < 3);
        }
    }
};

LECTERN_TEST_CLASS(BankShiftTest)
#include "bankshift_test.moc"
