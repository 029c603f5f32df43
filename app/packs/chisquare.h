// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace lectern
{

/// Pearson's statistic of counts against an even spread; 0 where there is nothing to count.
double chiSquareOfEven(const QList<int> &counts);

/// The probability that a chi-square variable with that many degrees of freedom exceeds `x`, by the closed forms of
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.4.4 (odd degrees) and 26.4.5 (even).
double chiSquareSurvival(double x, int degrees);

} // namespace lectern
