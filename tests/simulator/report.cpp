// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace lectern::sim;

/// The whole of the gates: how the model and its rivals did in every regime, one line each.
int main(int argc, char **argv)
{
    const int learners = argc > 1 ? std::atoi(argv[1]) : 2000;
    const char *only = argc > 2 ? argv[2] : "";
    const quint64 seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1000;
    if (learners < 100) {
        std::fputs("Usage: lectern-readiness-gates [LEARNERS [PART_OF_A_REGIME'S_NAME [SEED]]], 100 learners at least\n"
                   "Exit code 1: a gate is missed. Below 2,000 learners that says little.\n",
            stderr);
        return 2;
    }
    std::printf("%d learners a regime, 84 days, seed %llu. ECE: expected calibration error of the odds, ten bins of "
                "equal mass; floor: that\n"
                "of a faultless forecaster who meets as many learners. Cover: of the 80 %% interval of a form's score. "
                "Tuned on base,\n"
                "slow learners and light use; the others gate.\n\n",
        learners, static_cast<unsigned long long>(seed));
    std::printf("%-22s %5s %5s %5s | %5s %5s %5s | %5s %5s %5s %5s | %5s %5s %5s %5s %5s\n", "", "n", "pass", "cover",
        "ECE", "floor", "limit", "raw", "mock", "Elo", "orac", "Brier", "raw", "mock", "Elo", "orac");
    Figures mean;
    bool fine = true;
    int measured = 0;
    for (const Regime &regime : regimes()) {
        if (!std::strstr(regime.name.c_str(), only))
            continue;
        const Figures f = measure(regime, learners, seed);
        const bool held = f.holds(regime);
        fine = fine && held;
        ++measured;
        std::printf(
            "%-22s %5.0f %5.3f %5.3f | %5.3f %5.3f %5.3f | %5.3f %5.3f %5.3f %5.3f | %5.3f %5.3f %5.3f %5.3f %5.3f%s\n",
            regime.name.c_str(), f.answers, f.passRate, f.coverage, f.calibrationError, f.floor, f.floor + regime.room,
            f.errorRaw, f.errorMock, f.errorElo, f.errorOracle, f.brier, f.brierRaw, f.brierMock, f.brierElo,
            f.brierOracle, held ? "" : "  MISSED");
        std::fflush(stdout);
        mean.add(f);
    }
    if (measured == 0)
        return 2;
    const bool best = mean.beatsRivals();
    std::printf("\nmean Brier %.4f; raw percentage %.4f, last mock %.4f, Elo %.4f: %s\n", mean.brier / measured,
        mean.brierRaw / measured, mean.brierMock / measured, mean.brierElo / measured, best ? "below all" : "MISSED");
    return fine && best ? 0 : 1;
}
