// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfevidence.h"

#include <algorithm>

namespace lectern
{

double ratingShare(int value)
{
    constexpr double parts = highestRating - lowestRating + 1;
    return (std::clamp(value, lowestRating, highestRating) - lowestRating + 0.5) / parts;
}

} // namespace lectern
