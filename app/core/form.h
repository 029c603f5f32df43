// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace lectern
{

/// One seat of a form: which item and revision, and in which order its options stand.
struct FormItem {
    QString item;
    QString revision;
    QString section;         ///< of the blueprint it was drawn for
    QStringList optionOrder; ///< option ids as displayed, A first
    bool scored = true;      ///< false for one that is asked but counts for nothing
    QString reserve{};       ///< that it was sealed in when drawn; empty: it was open
    QString standsFor{};     ///< the missed item whose return this sibling is; empty: it is asked for itself

    bool operator==(const FormItem &) const = default;
};

/// Which items a form may seat.
enum class FormPool {
    Open,  ///< those of no reserve, and those of a reserve whose seal is broken
    Sealed ///< those of a reserve that no form has shown yet
};

struct FormRequest {
    int questions = 60;
    quint64 seed = 0;
    QHash<QString, int> exposures; ///< item id -> how often it was shown before; unseen items are drawn first
    FormPool pool = FormPool::Open;
    QSet<QString> unsealed{}; ///< items of a reserve whose seal is broken
    int unscored = 0;         ///< open items hidden among the others, 0-10; they count for nothing
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
    QString reserve; ///< the one a sealed form would come from; several are joined by "+"
};

/// Draws a form exactly by the blueprint's quotas (largest remainder). Within a section it prefers items that were
/// shown less often, spreads over topics (no topic twice before each had its turn while supply lasts) and over
/// difficulty, and never seats two enemies. Seats single best answers only, as the exam does. Pure: the same bank (in
/// any order), blueprint and request give the same form on every machine. NotEnoughItems with the section's code in
/// `where` if a section cannot be filled. A sealed form takes one reserve after the other, by name, and joins them only
/// where none can fill it alone.
Result<QList<FormItem>> drawForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

/// How many sealed forms of this length could be sat one after the other; they share no item.
int formsLeft(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

FormPreview previewForm(const QList<ItemTag> &bank, const Blueprint &blueprint, const FormRequest &request);

} // namespace lectern
