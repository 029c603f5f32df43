// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace lectern
{

/// One choice among options that are known by their features.
struct Choice {
    QList<QList<double>> options; ///< the features of each, equally many
    qsizetype right = 0;
};

/// The share (0-1) of choices that a conditional logit model (McFadden 1974: softmax over a weighted sum of each
/// option's features) gets right when it learned from the other choices. Every `folds`-th choice, in the list's order,
/// is left out in turn; ties count as fractions. Features are centred in each choice and scaled over those learned
/// from. No random numbers: the same choices give the same share.
double crossValidatedShare(const QList<Choice> &choices, int folds);

} // namespace lectern
