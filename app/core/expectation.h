// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readout.h"

namespace lectern
{

/// The share of right answers that is expected of new questions, without drawing: exact in the mean, so that two
/// beliefs can be told apart that differ by one answer. Found by quadrature over each topic's ability and what is not
/// known of the shift.
struct Expectation {
    std::vector<double> sections;
    std::vector<double> topics;
    double weighted = 0;
    std::vector<double> slopes; ///< by section: how much its share grows for each logit of ability
};

Expectation expectationOf(const Ability &ability, const ExamModel &exam);

} // namespace lectern
