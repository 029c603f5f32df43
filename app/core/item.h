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
    Single,  ///< one best answer
    Multiple ///< keys: all of them, and nothing else, are the right answer; the question says how many
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
    QList<Source> sources;
    QList<ItemState> history;

    bool operator==(const Item &) const = default;

    const Option *option(const QString &optionId) const;
    QStringList keyIds() const; ///< sorted
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
    QStringList optionIds;

    bool operator==(const ItemTag &) const = default;
};

/// SHA-256 (hex) over stem, code, question, options' ids and texts, key and type: what a candidate is asked.
/// Rationales, sources and dates may change without making another revision.
QString revisionHash(const Item &item);

ItemTag tagOf(const Item &item);

/// The section of `blueprint` that an item belongs to; empty where the blueprint does not ask it.
QString sectionOf(const Blueprint &blueprint, const QString &topic, const QString &objective);

} // namespace lectern
