// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencegap.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{
constexpr double tenthFromTheMiddle = 1.2815515655446004; ///< standard deviations that leave 10 % on either side
constexpr double surest = 0.99;                           ///< beyond it a logit says nothing of a person
} // namespace

FeltGap feltGap(int rating, const ReadinessRow &tested)
{
    FeltGap gap;
    if (rating < lowestRating || rating > highestRating)
        return gap;
    const double felt = ratingShare(rating);
    gap.felt = int(std::lround(100 * felt));
    gap.tested = int(std::lround(100 * tested.expected.mean));
    if (tested.answers < answersForGap)
        return gap;
    gap.kind = felt > tested.expected.high  ? FeltGap::Kind::Surer
               : felt < tested.expected.low ? FeltGap::Kind::LessSure
                                            : FeltGap::Kind::None;
    return gap;
}

Estimate shiftInPoints(const BankShift &shift, double share)
{
    const double from = std::clamp(share, 1 - surest, surest);
    const double logit = std::log(from / (1 - from));
    const auto points = [&](double by) { return 100 * (1 / (1 + std::exp(-(logit + by))) - from); };
    return {points(shift.mean), points(shift.mean - tenthFromTheMiddle * shift.sd),
        points(shift.mean + tenthFromTheMiddle * shift.sd)};
}

} // namespace lectern
