// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"

#include <QString>
#include <QStringList>

namespace lectern
{

enum class Bloom { Remember, Understand, Apply, Analyze, Evaluate };
enum class Difficulty { Easy, Medium, Hard };
enum class ItemType {
    Single,   ///< one best answer
    Multiple, ///< the question says how many are right
    All,      ///< all that apply: it does not say how many
    Ordering, ///< the key is all options in the right order
    Matching, ///< the key is pairs of left and right ("1=b")
    CodeLine  ///< the key is numbers of lines of the code
};

/// The objective code of items that the vendor's outline does not ask.
inline const QString enrichmentObjective = QStringLiteral("ENR");

struct Option {
    QString id; ///< stable within the item; letters are given at display after shuffling
    QString text;
    bool key = false;
    QString rationale;
    QString misconception; ///< empty for a key

    bool operator==(const Option &) const = default;
};

struct CodeBlock {
    QString language; ///< sql, python, scala, yaml, json, bash, text; empty: no code
    QString text;

    bool operator==(const CodeBlock &) const = default;
};

struct ItemState {
    QString state; ///< drafted, sources-checked, blind-answered, reviewed, revised, live, withdrawn
    QDate date;

    bool operator==(const ItemState &) const = default;
};

/// One question with everything that belongs to it. Text is Markdown without images or HTML.
struct Item {
    QString id;
    QString topic;
    QString objective; ///< "DEP-2026-10/S5.2" or ENR
    QString title;     ///< short, gives nothing away
    Bloom bloom = Bloom::Apply;
    Difficulty difficulty = Difficulty::Medium;
    ItemType type = ItemType::Single;
    QString stem;
    CodeBlock code;
    QString question;
    QList<Option> options;
    QString takeaway;
    QString appliesTo;
    QStringList enemies;
    QString reserve;     ///< the sealed reserve that holds it ("R1"); empty: every mode may show it
    QString caseId;      ///< of the case that it shares with others; empty: it stands alone
    QString caseText;    ///< what the items of that case share, shown above the stem
    QStringList prompts; ///< of Matching: the left sides, numbered from 1; the options are the right sides
    QStringList answer;  ///< of Ordering, Matching and CodeLine, whose key is no set of options
    QList<Source> sources;
    QList<ItemState> history;

    bool operator==(const Item &) const = default;

    const Option *option(const QString &optionId) const;
    QStringList keyIds() const;  ///< normalised
    QStringList choices() const; ///< everything that an answer may consist of, in the author's order
};

/// What drawing a form needs to know of an item, without its text.
struct ItemTag {
    QString id;
    QString revision;
    QString topic;
    QString objective;
    Difficulty difficulty = Difficulty::Medium;
    ItemType type = ItemType::Single;
    bool hasCode = false;
    QStringList enemies;
    QStringList optionIds; ///< Item::choices()
    QString reserve;
    QString caseId;

    bool operator==(const ItemTag &) const = default;
};

/// SHA-256 (hex) over stem, code, question, options' ids and texts, key, type, prompts and the text of the case: what a
/// candidate is asked. Rationales, sources, dates and the reserve may change without making another revision.
QString revisionHash(const Item &item);

ItemTag tagOf(const Item &item);

/// The right answer of an item, as scoring needs it.
struct ItemKey {
    ItemType type = ItemType::Single;
    QStringList ids; ///< normalised

    bool operator==(const ItemKey &) const = default;
};
ItemKey keyOf(const Item &item);

/// The one form of an answer that is compared and stored: sorted, except where its order is the answer.
QStringList normalised(ItemType type, QStringList choice);
/// All or nothing; a blank is wrong.
bool isRight(const ItemKey &key, const QStringList &choice);
/// What part of the key an answer has, 0-1, less what it has beyond it: for feedback while studying, never for a score.
double partialShare(const ItemKey &key, const QStringList &choice);

/// The section of `blueprint` that an item belongs to; empty where the blueprint does not ask it.
QString sectionOf(const Blueprint &blueprint, const QString &topic, const QString &objective);

} // namespace lectern
