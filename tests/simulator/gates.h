// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forecasters.h"

#include <functional>

namespace lectern::sim
{

/// How forecasts of a regime did.
struct Figures {
    double calibrationError = 0; ///< expected, ten bins of equal mass (Naeini 2015)
    double floor = 0;            ///< the same of a forecaster without fault who meets as many learners
    double brier = 0;
    double coverage = 0;         ///< of the 80 % interval of a form's score
    double expectedCoverage = 0; ///< of the 80 % interval of the expected score
    double brierRaw = 0, brierMock = 0, brierElo = 0, brierOracle = 0;
    double errorRaw = 0, errorMock = 0, errorElo = 0, errorOracle = 0;
    double passRate = 0;
    double meanOdds = 0;
    double answers = 0;

    /// The gates of the regime; `slack` widens them all for a run of few learners.
    bool holds(const Regime &regime, double slack = 0) const;
    void add(const Figures &other); ///< the Briers, to be compared as means
    bool beatsRivals() const;
};

/// How a model reads a life.
using Reader = std::function<Readout(const Life &)>;
Readout readByModel(const Life &life);

Figures measure(const Regime &regime, int learners, quint64 seed, const Reader &reader = readByModel);

double calibrationError(std::vector<std::pair<double, bool>> forecasts);

} // namespace lectern::sim
