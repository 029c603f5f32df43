// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates.h"
#include "runall.h"

using namespace lectern;
using namespace lectern::sim;

namespace
{

constexpr int learners = 240;
/// Of so few learners a figure scatters; what misses these gates is broken. The gates as written are those of
/// lectern-readiness-gates.
constexpr double slack = 0.05;

Regime named(const std::string &name)
{
    for (const Regime &regime : regimes()) {
        if (regime.name == name)
            return regime;
    }
    return {};
}

} // namespace

/// The readiness model against simulated learners, and models with a fault that the gates must find.
class GatesTest : public QObject
{
    Q_OBJECT
private:
    Figures m_sum;

private Q_SLOTS:
    void regimesHold_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<Regime> all = suiteRegimes();
        QVERIFY(all.size() >= 16);
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name.c_str()) << static_cast<int>(i);
    }

    void regimesHold()
    {
        QFETCH(int, number);
        const Regime regime = suiteRegimes()[static_cast<size_t>(number)];
        const Figures figures = measure(regime, learners, 5000);
        m_sum.add(figures);
        QVERIFY2(figures.holds(regime, slack),
            qPrintable(QStringLiteral("ECE %1, floor %2, coverage %3, Brier %4, oracle %5")
                           .arg(figures.calibrationError)
                           .arg(figures.floor)
                           .arg(figures.coverage)
                           .arg(figures.brier)
                           .arg(figures.brierOracle)));
    }

    void rivalsAreBeatenInTheMean() { QVERIFY(m_sum.brier > 0 && m_sum.beatsRivals()); }

    void aFaultlessForecasterIsAtItsFloor()
    {
        Dice dice(9);
        std::vector<std::pair<double, bool>> forecasts;
        for (int i = 0; i < 20000; ++i) {
            const double odds = dice.uniform();
            forecasts.emplace_back(odds, dice.chance(odds));
        }
        QVERIFY(calibrationError(forecasts) < 0.02);
        for (auto &[odds, passed] : forecasts)
            odds = std::min(1.0, odds + 0.1);
        QVERIFY(calibrationError(forecasts) > 0.07);
    }

    // What the gates must find.

    void repeatsTakenForEvidenceAreFound()
    {
        const Regime regime = named("heavy repeats");
        const Figures figures = measure(regime, learners, 5000, [](Life life) {
            for (LivedAnswer &lived : life.log)
                lived.answer.exposuresBefore = 0;
            return readByModel(life);
        });
        QVERIFY2(figures.calibrationError > measure(regime, learners, 5000).calibrationError + 0.03,
            qPrintable(QString::number(figures.calibrationError)));
    }

    void openBooksTakenForEvidenceAreFound()
    {
        const Regime regime = named("open book");
        const Figures figures = measure(regime, learners, 5000, [](Life life) {
            for (LivedAnswer &lived : life.log)
                lived.study = false;
            return readByModel(life);
        });
        QVERIFY2(figures.calibrationError > measure(regime, learners, 5000).calibrationError + 0.03,
            qPrintable(QString::number(figures.calibrationError)));
    }

    void anIntervalThatFlattersIsFound()
    {
        const Regime regime = named("base");
        const Figures figures = measure(regime, learners, 5000, [](const Life &life) {
            Readout readout = readByModel(life);
            const double half = (readout.score.high - readout.score.low) / 4;
            readout.score.low += half;
            readout.score.high -= half;
            return readout;
        });
        QVERIFY2(!figures.holds(regime, slack), qPrintable(QString::number(figures.coverage)));
    }
};

LECTERN_TEST_CLASS(GatesTest)
#include "gates_test.moc"
