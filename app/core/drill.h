// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillcriteria.h"
#include "firstseen.h"
#include "form.h"

namespace lectern
{

/// What is known of an item from the attempts so far.
struct ItemPast {
    int shown = 0;         ///< in how many attempts
    bool answered = false; ///< at least once in an attempt that ended
    bool right = false;    ///< the last answer
    bool unsure = false;
    qint64 dwellMs = 0;  ///< of the last answer
    int attemptsAgo = 0; ///< 1: shown in the latest attempt; 0: never
};

/// How many milliseconds a question may take before a drill calls it slow.
qint64 slowAfterMs(const Blueprint &blueprint);

/// The open items of the bank that the criteria ask for, in the bank's order.
QList<ItemTag> drillItems(const QList<ItemTag> &bank, const DrillCriteria &criteria,
    const QHash<QString, ItemPast> &pasts, const QSet<QString> &unsealed, const QSet<QString> &due, qint64 slowMs);

/// Up to `request.questions` of `items`, no two of them enemies: least shown first, spread over topics. Every type may
/// be seated. `section` is that of the blueprint, empty where it does not ask the item. NotEnoughItems for none.
Result<QList<FormItem>> drawDrill(const QList<ItemTag> &items, const Blueprint &blueprint, const FormRequest &request);

} // namespace lectern
