// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "learner.h"
#include "readout.h"
#include "replay.h"

namespace lectern::sim
{

/// What each way of forecasting says after a life.
struct Forecasts {
    double model = 0; ///< chances that a fresh form reaches the cut
    double rawPercentage = 0;
    double lastMock = 0;
    double elo = 0;
    double oracle = 0; ///< knows the ability, not the gap and the luck of the form
    Readout readout;
};

ExamModel exam(const Life &life);
/// As the program replays a log, until a day.
Replay replayed(const Life &life, int until = days - 1);
/// `readout`: what the model says.
Forecasts forecasts(const Life &life, const Readout &readout);

} // namespace lectern::sim
