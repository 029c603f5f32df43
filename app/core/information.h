// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ability.h"

namespace lectern
{

/// What questions still to be asked would tell of an exam, so that those that tell most can be chosen before any is
/// answered. Counts what each takes off the variance of the expected scores: of the weighted one, and of each section
/// by its weight. A second question on a topic tells less than the first.
/// Authors' words for difficulty may hold for less than they say, and a form of easy questions alone would carry that
/// error into the score: what it is expected to add, squared, is taken off. So hard ones are set against easy ones. A
/// pure value.
class Information
{
public:
    /// `weights`: of the sections, any scale.
    Information(const Ability &belief, const std::vector<double> &weights);

    /// Squared error (of shares, 0-1) that goes with an unaided first answer to it, averaged over right and wrong;
    /// below zero where it would bring more than it takes.
    double gain(const AbilityAnswer &question) const;
    /// It will be asked: from here on the others are judged beside it.
    void take(const AbilityAnswer &question);

    const Ability &belief() const { return m_belief; }

private:
    struct Pull {
        std::vector<double> moved; ///< covariance of what is measured with the score of each section
        double share = 0;          ///< of a surprise that is believed: what of the variance goes
        double surprise = 0;       ///< by words that do not hold
        Ability::Expectation expected;
    };
    Pull pull(const AbilityAnswer &question) const;

    Ability m_belief;
    std::vector<double> m_weights; ///< sum 1
    /// What a logit of each section and topic adds to the expected share of its section.
    std::vector<double> m_slopes;
    /// By how much the state, and the sections' scores, will be off if the words say nothing at all.
    std::vector<double> m_off;
    std::vector<double> m_offScores;
};

} // namespace lectern
