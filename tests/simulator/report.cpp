// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics.h"
#include "gates.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace lectern::sim;

namespace
{

/// What diagnostics chosen by information remove, against two ways of drawing by the blueprint.
bool reportDiagnostics(int learners, const char *only, quint64 seed)
{
    std::printf(
        "\nDiagnostics of %d questions: standard error of the weighted expected score removed, points of 100; "
        "believed, and against\n"
        "the truth with the standard error of that difference. By chance: the blueprint's quotas, any first-seen "
        "question; by spread: as\n"
        "forms for practice are drawn. Gates: %.0f %% more than by chance over all, both believed and true, "
        "and never less in any\n"
        "(true: less by 3 standard errors of the noise). Sections: more removed of their mean standard error.\n\n",
        lectern::diagnosticLength, 100 * diagnosticGain);
    std::printf("%-22s %3s %6s | %6s %6s %6s | %6s %6s %6s %5s | %8s | %6s %6s\n", "", "day", "before", "inform",
        "chance", "more", "inform", "chance", "more", "noise", "sections", "spread", "true");
    bool fine = true;
    DiagnosticFigures sum;
    DiagnosticFigures sumSpread;
    for (const Regime &regime : regimes()) {
        if (!std::strstr(regime.name.c_str(), only))
            continue;
        for (const int day : diagnosticDays) {
            const DiagnosticFigures f = measureDiagnostic(regime, day, learners, seed, byInformation, byChance);
            const DiagnosticFigures g = measureDiagnostic(regime, day, learners, seed, byInformation, bySpread);
            fine = fine && f.neverLess();
            std::printf(
                "%-22s %3d %6.2f | %6.2f %6.2f %5.1f%% | %6.2f %6.2f %5.1f%% %5.2f | %7.1f%% | %5.1f%% %5.1f%%%s\n",
                regime.name.c_str(), day, f.errorBefore, f.informed.believed, f.other.believed, 100 * f.gainBelieved(),
                f.informed.actual, f.other.actual, 100 * f.gainActual(), f.informed.noise,
                100 * (f.informed.sections / f.other.sections - 1), 100 * g.gainBelieved(), 100 * g.gainActual(),
                f.neverLess() ? "" : "  MISSED");
            std::fflush(stdout);
            sum.add(f);
            sumSpread.add(g);
        }
    }
    const bool enough = sum.gainBelieved() >= diagnosticGain && sum.gainActual() >= diagnosticGain;
    std::printf("\nover all %.1f %% more believed, %.1f %% true; against spread %.1f %% and %.1f %%: %s\n",
        100 * sum.gainBelieved(), 100 * sum.gainActual(), 100 * sumSpread.gainBelieved(), 100 * sumSpread.gainActual(),
        enough ? "enough" : "MISSED");
    return fine && enough;
}

} // namespace

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
    std::printf(
        "%d learners a regime, 84 days, seed %llu. ECE: expected calibration error of the odds, ten bins of "
        "equal mass; floor: that\n"
        "of a faultless forecaster who meets as many learners. Cover: of the 80 %% interval of a form's score. "
        "Tuned on base,\n"
        "slow learners and light use; the others gate, but for those whose limit is 1: nothing in a log tells of "
        "them.\n\n",
        learners, static_cast<unsigned long long>(seed));
    std::printf("%-24s %5s %5s %5s | %5s %5s %5s | %5s %5s %5s %5s | %5s %5s %5s %5s %5s\n", "", "n", "pass", "cover",
        "ECE", "floor", "limit", "raw", "mock", "Elo", "orac", "Brier", "raw", "mock", "Elo", "orac");
    Figures mean;
    bool fine = true;
    int measured = 0;
    std::vector<Regime> all = suiteRegimes();
    const std::vector<Regime> strange = strangeRegimes();
    all.insert(all.end(), strange.begin(), strange.end());
    for (const Regime &regime : all) {
        if (!std::strstr(regime.name.c_str(), only))
            continue;
        const Figures f = measure(regime, learners, seed);
        const bool held = f.holds(regime);
        fine = fine && held;
        ++measured;
        std::printf(
            "%-24s %5.0f %5.3f %5.3f | %5.3f %5.3f %5.3f | %5.3f %5.3f %5.3f %5.3f | %5.3f %5.3f %5.3f %5.3f %5.3f%s\n",
            regime.name.c_str(), f.answers, f.passRate, f.coverage, f.calibrationError, f.floor,
            regime.room < 1 ? f.floor + regime.room : 1.0, f.errorRaw, f.errorMock, f.errorElo, f.errorOracle, f.brier,
            f.brierRaw, f.brierMock, f.brierElo, f.brierOracle, held ? "" : "  MISSED");
        std::fflush(stdout);
        mean.add(f);
    }
    if (measured == 0)
        return 2;
    const bool best = mean.beatsRivals();
    std::printf("\nmean Brier %.4f; raw percentage %.4f, last mock %.4f, Elo %.4f: %s\n", mean.brier / measured,
        mean.brierRaw / measured, mean.brierMock / measured, mean.brierElo / measured, best ? "below all" : "MISSED");
    const bool diagnostics = reportDiagnostics(learners, only, seed);
    return fine && best && diagnostics ? 0 : 1;
}
