// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ability.h"

namespace lectern
{

/// A share with what is believed of it, all 0-1: the mean, and an interval that holds 80 %.
struct Estimate {
    double mean = 0;
    double low = 0;
    double high = 1;

    bool operator==(const Estimate &) const = default;
};

/// The exam that an ability is read against. Its questions are new ones, spread evenly over the topics of their
/// section.
struct ExamModel {
    std::vector<int> quotas;     ///< questions of a form by section; at least one in all
    std::vector<double> weights; ///< of the sections; any scale
    std::array<double, 3> difficulties{1.0 / 3, 1.0 / 3, 1.0 / 3}; ///< shares of easy, medium and hard questions
    double guess = 0.25;
    double cutMean = 0.70; ///< share of right answers that is needed
    double cutSd = 0.03;   ///< what is not known of it: the vendor publishes none
    /// How much easier (above zero) the exam is than the bank, in logits, and how little is known of it. Zero both for
    /// a form out of the bank.
    double shiftMean = 0;
    double shiftSd = 0.35;
    int draws = 500;
    quint64 seed = 20261001;
};

/// What an ability means for an exam.
struct Readout {
    std::vector<Estimate> sections; ///< the expected share of right answers
    std::vector<Estimate> topics;
    Estimate weighted; ///< Σ weight × section
    Estimate score;    ///< the share of right answers of one form: with the luck of its draw, so wider
    double odds = 0.5; ///< the chance that one form reaches the cut
    /// The odds as they may be shown: never above 95 % or below 5 %.
    double shownOdds() const { return std::min(std::max(odds, 0.05), 0.95); }

    bool operator==(const Readout &) const = default;
};

/// By drawing from the belief with a fixed seed: the same in, the same bits out. The number of right answers is a sum
/// of binomial ones, since the questions of a form are drawn anew from each section.
Readout readOut(const Ability &ability, const ExamModel &exam);

} // namespace lectern
