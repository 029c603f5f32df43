// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planner.h"
#include "random.h"

namespace lectern::test
{

/// A learner as there may be one.
struct Life {
    PlanInputs inputs;
    PlanFacts facts;
};

/// Inputs as a person might give them: a start, an exam or none, some hours on some days, holidays, meetings, a scope.
Life randomLife(Random &random, const Certification &certification);

} // namespace lectern::test
