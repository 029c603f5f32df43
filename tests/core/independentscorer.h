// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "score.h"

#include <map>

namespace lectern::test
{

/// A second scorer, written from the rules alone and over the raw log: it knows neither Attempt's fold nor isRight().
struct IndependentScore {
    int right = 0;
    int total = 0;
    int answered = 0;
    int unscored = 0;
    int excluded = 0;
    bool abandoned = false;
    std::map<QString, std::pair<int, int>> sections; ///< right and total

    bool operator==(const IndependentScore &) const = default;
};

IndependentScore scoreFromTheRules(const QList<FormItem> &form, const QList<AttemptEvent> &log, const ItemKeys &keys,
    const QSet<QString> &disputed, const std::optional<QHash<QString, QString>> &projected);

} // namespace lectern::test
