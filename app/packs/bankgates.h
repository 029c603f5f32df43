// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packreader.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lectern
{

/// A number that says something of all questions of a pack together. Where it has bounds it is a gate.
struct BankFigure {
    QString id;    ///< "bot.longest"
    QString label; ///< for the table
    double value = 0;
    int decimals = 1;
    QString unit;                ///< "%" or nothing
    std::optional<double> least; ///< inclusive
    std::optional<double> most;  ///< inclusive

    bool isGate() const { return least || most; }
    bool holds() const { return !(least && value < *least - rounding) && !(most && value > *most + rounding); }
    /// "picks the longest 26.1 % (at most 30)"
    QString toString() const;

    static constexpr double rounding = 1e-9; ///< of sums of fractions
};

struct BankReport {
    QList<BankFigure> figures;
    /// Gates that do not hold, as errors of the folder of questions. Nothing keeps such a pack from being used.
    QList<Problem> problems() const;
    /// The figures as lines of a table.
    QStringList table() const;
};

/// Weighs all questions of a pack together: how far somebody comes who guesses by the surface alone, the keys, the mix.
/// Gates close from thresholds::gatedBank questions on; what only a finished bank can hold is asked of one that says it
/// is complete. What guesses, keys and forms say, they say of questions with one best answer alone: forms have no
/// others. Draws forms of every blueprint, so it takes a second.
BankReport weighBank(const Pack &pack);

} // namespace lectern
