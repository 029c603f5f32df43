// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readiness.h"

namespace lectern
{

/// First-seen answers of a topic from which on feeling is held against them.
inline constexpr int answersForGap = 6;

/// How sure somebody feels of a topic, against what the answers show. Both are percent.
struct FeltGap {
    enum class Kind {
        Unknown, ///< not rated, or too few answers
        None,    ///< the rating lies inside the interval: no measurable difference
        Surer,
        LessSure
    };
    Kind kind = Kind::Unknown;
    int felt = 0;
    int tested = 0;

    bool operator==(const FeltGap &) const = default;
};
/// A `rating` outside 1-5 is none.
FeltGap feltGap(int rating, const ReadinessRow &tested);

/// What the shift between this bank and other questions means for somebody who would get `share` (0-1) of the bank's
/// right: points of 100, below zero where the others are harder. The ends are those of an 80 % interval.
Estimate shiftInPoints(const BankShift &shift, double share);

} // namespace lectern
