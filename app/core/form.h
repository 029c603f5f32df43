// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "result.h"

#include <QHash>
#include <QList>

namespace lectern
{

/// One seat of a form: which item and revision, and in which order its options stand.
struct FormItem {
    QString item;
    QString revision;
    QString section;         ///< of the blueprint it was drawn for
    QStringList optionOrder; ///< option ids as displayed, A first

    bool operator==(const FormItem &) const = default;
};

struct FormRequest {
    int questions = 60;
    quint64 seed = 0;
    QHash<QString, int> exposures; ///< item id -> how often it was shown before; unseen items are drawn first
};

/// How many items each section of a form would get and how many the bank can give.
struct SectionSupply {
    QString section;
    int wanted = 0;
    int available = 0; ///< items of the bank in this section that a form may seat
    int unseen = 0;
};

/// What a form of this size would look like, before it is drawn.
struct FormPreview {
    QList<SectionSupply> sections;
    int easy = 0, medium = 0, hard = 0; ///< of the form that the request's seed draws
    int withCode = 0;
    int seenBefore = 0;
    bool possible = false;
};

/// Draws a form exactly by the blueprint's quotas (largest remainder). Within a section it prefers items that were
/// shown less often, spreads over topics (no topic twice before each had its turn while supply lasts) and over
/// difficulty, and never seats two enemies. Seats single best answers only, as the exam does. Pure: the same bank (in
/// any order), blueprint and request give the same form on every machine. NotEnoughItems with the section's code in
/// `where` if a section cannot be filled.
Result<QList<FormItem>> drawForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

FormPreview previewForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

} // namespace lectern
