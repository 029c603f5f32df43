// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemreader.h"

namespace lectern
{

/// What shows only when questions are held against each other: the same question twice (an error), the same options, a
/// right option that stands in another question, a word that only the stem and the right option share though few
/// questions use it, and a source under two titles (warnings). What gives a right option away is
/// looked for in questions that have one. `places` are of the items, in their order.
void inspectTogether(const QList<Item> &items, const QList<ItemPlace> &places);

/// Pairs of items whose stem, question and options are the same by thresholds::sameQuestion.
QList<std::pair<qsizetype, qsizetype>> sameQuestions(const QList<Item> &items);

} // namespace lectern
