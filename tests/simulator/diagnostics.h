// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostic.h"
#include "learner.h"

#include <functional>

namespace lectern::sim
{

/// How a diagnostic is drawn from the bank.
using Picker = std::function<QList<FormItem>(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim)>;

/// As the program does.
QList<FormItem> byInformation(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim);
/// By the blueprint's quotas, any first-seen question of the section as likely as any other.
QList<FormItem> byChance(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim);
/// By the blueprint's quotas, over topics in turn and over difficulties, as forms for practice are drawn.
QList<FormItem> bySpread(
    const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request, const DiagnosticAim &aim);

/// What diagnostics of 20 took off the standard error of the weighted expected score, in points of 100.
struct Removed {
    double believed = 0; ///< off the belief's own standard error, mean over learners
    double sections = 0; ///< the same of the sections' scores, weighted
    double actual = 0;   ///< off the root of the mean squared error against the truth
    /// One standard error of `actual` less that of the other picker, by leaving out a twentieth of the learners in
    /// turn.
    double noise = 0;
};

struct DiagnosticFigures {
    double errorBefore = 0; ///< points, against the truth
    Removed informed;
    Removed other;

    double gainBelieved() const { return informed.believed / other.believed - 1; }
    double gainActual() const { return informed.actual / other.actual - 1; }
    /// Not less than the other: what is believed without any room, what is measured with room for three standard
    /// errors of its noise, of which 26 figures may show one in 30 runs.
    bool neverLess() const;
    void add(const DiagnosticFigures &other);
};

/// Learners of a regime who sit a diagnostic on a day: both pickers choose from the same bank for the same learner,
/// and a question that both choose gets the same answer.
DiagnosticFigures measureDiagnostic(
    const Regime &regime, int day, int learners, quint64 seed, const Picker &informed, const Picker &other);

/// On the first day, and after three weeks of practice.
inline constexpr std::array<int, 2> diagnosticDays{0, 21};
inline constexpr double diagnosticGain = 0.05; ///< that choosing by information must bring, over all regimes

/// The standard error of the weighted expected score, and the weighted mean of those of the sections. Exact up to the
/// fifth power of correlations (Mehler 1866).
struct Spread {
    double mean = 0;
    double weighted = 0;
    double sections = 0;
};
Spread spreadOf(const Ability &ability);

} // namespace lectern::sim
