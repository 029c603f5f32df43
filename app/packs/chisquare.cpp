// SPDX-License-Identifier: GPL-3.0-or-later
#include "chisquare.h"

#include <cmath>
#include <numeric>

namespace lectern
{

double chiSquareOfEven(const QList<int> &counts)
{
    const double total = std::accumulate(counts.cbegin(), counts.cend(), 0);
    if (total <= 0)
        return 0;
    const double even = total / static_cast<double>(counts.size());
    return std::accumulate(counts.cbegin(), counts.cend(), 0.0,
        [even](double sum, int count) { return sum + (count - even) * (count - even) / even; });
}

double chiSquareSurvival(double x, int degrees)
{
    if (x <= 0 || degrees < 1)
        return 1;
    // Both forms are a first term and a sum of x^k / (1 3 5 …) or x^k / (2 4 6 …) under the normal density.
    const bool odd = degrees % 2 == 1;
    const double pi = std::acos(-1.0);
    double term = odd ? std::sqrt(2 * x / pi) * std::exp(-x / 2) : std::exp(-x / 2);
    double sum = odd ? std::erfc(std::sqrt(x / 2)) : term;
    for (int step = odd ? 1 : 2; step <= degrees - 2; step += 2) {
        if (odd) {
            sum += term;
            term *= x / (step + 2);
        } else {
            term *= x / step;
            sum += term;
        }
    }
    return sum;
}

} // namespace lectern
