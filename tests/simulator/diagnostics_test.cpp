// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics.h"
#include "runall.h"

using namespace lectern;
using namespace lectern::sim;

namespace
{

constexpr int learners = 60;

QString said(const DiagnosticFigures &figures)
{
    return QStringLiteral("believed %1 against %2, true %3 against %4, noise %5")
        .arg(figures.informed.believed)
        .arg(figures.other.believed)
        .arg(figures.informed.actual)
        .arg(figures.other.actual)
        .arg(figures.informed.noise);
}

DiagnosticFigures overAll(const Picker &informed)
{
    DiagnosticFigures sum;
    for (const Regime &regime : regimes()) {
        for (const int day : diagnosticDays)
            sum.add(measureDiagnostic(regime, day, learners / 2, 9000, informed, byChance));
    }
    return sum;
}

} // namespace

/// Diagnostics chosen by information against those drawn by chance, with simulated learners. What is believed is steady
/// and gates as written; what is true scatters with so few: lectern-readiness-gates measures it with enough.
class DiagnosticsTest : public QObject
{
    Q_OBJECT
private:
    DiagnosticFigures m_sum;

private Q_SLOTS:
    void neverLessInARegime_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<Regime> all = regimes();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name.c_str()) << static_cast<int>(i);
    }

    void neverLessInARegime()
    {
        QFETCH(int, number);
        for (const int day : diagnosticDays) {
            const DiagnosticFigures figures =
                measureDiagnostic(regimes()[static_cast<size_t>(number)], day, learners, 5000, byInformation, byChance);
            QVERIFY2(figures.neverLess(), qPrintable(said(figures)));
            m_sum.add(figures);
        }
    }

    void fivePercentMoreOverAll()
    {
        QVERIFY2(m_sum.gainBelieved() >= diagnosticGain, qPrintable(said(m_sum)));
        QVERIFY2(m_sum.informed.actual > 0 && m_sum.gainActual() >= 0, qPrintable(said(m_sum)));
    }

    // What the gates must find.

    void aPickerThatIgnoresInformationIsFound()
    {
        const DiagnosticFigures figures = overAll(bySpread);
        QVERIFY2(figures.gainBelieved() < diagnosticGain, qPrintable(said(figures)));
    }

    void aPickerThatTurnsInformationRoundIsFound()
    {
        // The same topics again and again, and the hardest questions of them.
        const DiagnosticFigures figures = overAll([](const QList<ItemTag> &bank, const Blueprint &blueprint,
                                                      const FormRequest &request, const DiagnosticAim &aim) {
            QList<ItemTag> worst = bank;
            worst.removeIf([](const ItemTag &tag) {
                return tag.difficulty != Difficulty::Hard || !tag.topic.endsWith(QStringLiteral(".1"));
            });
            return byChance(worst, blueprint, request, aim);
        });
        QVERIFY2(figures.gainBelieved() < 0 && !figures.neverLess(), qPrintable(said(figures)));
    }

    void aSpreadIsThatOfItsDraws()
    {
        Ability belief(world());
        for (int topic = 0; topic < 25; topic += 2) {
            AbilityAnswer answer;
            answer.section = topic / topicsEach;
            answer.topic = topic;
            answer.right = topic % 3 > 0;
            belief.answer(answer);
        }
        ExamModel model;
        model.quotas = formQuotas();
        for (const int quota : formQuotas())
            model.weights.push_back(quota);
        model.shiftSd = 0;
        model.draws = 20000;
        const Estimate drawn = readOut(belief, model).weighted;
        const Spread spread = spreadOf(belief);
        QVERIFY(std::abs(spread.mean - drawn.mean) < 0.004);
        // The interval of a normal distribution; a share is not quite one.
        QVERIFY(std::abs((drawn.high - drawn.low) / 2.563 / spread.weighted - 1) < 0.06);
    }
};

LECTERN_TEST_CLASS(DiagnosticsTest)
#include "diagnostics_test.moc"
