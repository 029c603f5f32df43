// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates.h"

#include <algorithm>
#include <cmath>

namespace lectern::sim
{

bool Figures::holds(const Regime &regime, double slack) const
{
    if (calibrationError > floor + regime.room + slack)
        return false;
    return !regime.strict ||
           (coverage >= 0.76 - slack && coverage <= 0.88 + slack && brier <= (1.6 + 5 * slack) * brierOracle);
}

void Figures::add(const Figures &other)
{
    brier += other.brier;
    brierRaw += other.brierRaw;
    brierMock += other.brierMock;
    brierElo += other.brierElo;
    brierOracle += other.brierOracle;
}

bool Figures::beatsRivals() const
{
    return brier < std::min({brierRaw, brierMock, brierElo});
}

Readout readByModel(const Life &life)
{
    return readOut(replayed(life).ability(), exam(life));
}

double calibrationError(std::vector<std::pair<double, bool>> forecasts)
{
    std::stable_sort(
        forecasts.begin(), forecasts.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    constexpr size_t bins = 10;
    double error = 0;
    for (size_t bin = 0; bin < bins; ++bin) {
        const size_t from = bin * forecasts.size() / bins;
        const size_t to = (bin + 1) * forecasts.size() / bins;
        double difference = 0;
        for (size_t i = from; i < to; ++i)
            difference += forecasts[i].first - (forecasts[i].second ? 1 : 0);
        error += std::abs(difference) / static_cast<double>(forecasts.size());
    }
    return error;
}

Figures measure(const Regime &regime, int learners, quint64 seed, const Reader &reader)
{
    std::array<std::vector<std::pair<double, bool>>, 5> all;
    Figures figures;
    const double share = 1.0 / learners;
    for (int i = 0; i < learners; ++i) {
        const Life life = live(regime, seed + static_cast<quint64>(i));
        const Forecasts said = forecasts(life, reader(life));
        const bool passed = life.formRight >= formCut();
        const std::array<double, 5> odds{said.model, said.rawPercentage, said.lastMock, said.elo, said.oracle};
        for (size_t k = 0; k < odds.size(); ++k)
            all[k].emplace_back(odds[k], passed);
        const double score = life.formRight / 60.0;
        figures.coverage += share * (score >= said.readout.score.low - 1e-9 && score <= said.readout.score.high + 1e-9);
        figures.expectedCoverage +=
            share * (life.trueScore >= said.readout.weighted.low && life.trueScore <= said.readout.weighted.high);
        figures.passRate += share * passed;
        figures.meanOdds += share * said.model;
        figures.answers += share * static_cast<double>(life.log.size());
    }
    std::array<double, 5> briers{};
    std::array<double, 5> errors{};
    for (size_t k = 0; k < all.size(); ++k) {
        for (const auto &[odds, passed] : all[k])
            briers[k] += share * (odds - passed) * (odds - passed);
        errors[k] = calibrationError(all[k]);
    }
    figures.brier = briers[0];
    figures.brierRaw = briers[1];
    figures.brierMock = briers[2];
    figures.brierElo = briers[3];
    figures.brierOracle = briers[4];
    figures.calibrationError = errors[0];
    figures.errorRaw = errors[1];
    figures.errorMock = errors[2];
    figures.errorElo = errors[3];
    figures.errorOracle = errors[4];

    constexpr int rounds = 20;
    Dice dice(seed ^ 0x5eedULL);
    for (int round = 0; round < rounds; ++round) {
        auto perfect = all[0];
        for (auto &[odds, passed] : perfect)
            passed = dice.chance(odds);
        figures.floor += calibrationError(std::move(perfect)) / rounds;
    }
    return figures;
}

} // namespace lectern::sim
