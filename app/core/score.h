// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace lectern
{

/// An interval of a share, both ends 0-1.
struct Interval {
    double low = 0;
    double high = 1;
};

/// Wilson's score interval (Wilson 1927) for `right` of `total` at the two-sided level that `z` stands for
/// (1.2816: 80 %). {0, 1} for no trials.
Interval wilson(int right, int total, double z = 1.2815515655446004);

struct SectionScore {
    QString section;
    int right = 0;
    int total = 0;
};

struct ItemOutcome {
    int position = 0;
    QString item;
    QString section;
    QStringList chosen; ///< option ids, empty: blank
    QStringList key;
    ItemType type = ItemType::Single;
    bool right = false;
    bool scored = true;    ///< false: unscored, it is in no count
    bool excluded = false; ///< in dispute, or not asked by the blueprint it is projected on: it is in no count
    bool seen = false;
    bool flagged = false;
    bool unsure = false;
    Certainty certainty = Certainty::None;
    int answerChanges = 0;
    qint64 dwellMs = 0;

    bool counts() const { return scored && !excluded; }
};

/// What a report shows. Computed from the log and the keys each time; never stored.
struct Score {
    int right = 0;
    int total = 0;
    int answered = 0;
    int unscored = 0;
    int excluded = 0;             ///< scored, but left out as ScoreOptions say
    Interval interval;            ///< 80 %
    bool hasInterval = false;     ///< from 20 questions on
    QList<SectionScore> sections; ///< in the blueprint's order
    QList<ItemOutcome> items;     ///< of every position with a key
    qint64 usedMs = 0;
    bool timedOut = false;
    bool abandoned = false;
    bool clockVerified = true;
};

/// How an attempt is scored, where not as it was sat.
struct ScoreOptions {
    QSet<QString> excluded; ///< items in dispute
    /// The section of each item under another blueprint, empty where that does not ask it (then it does not count);
    /// items that are not named keep theirs. Unset: as drawn.
    std::optional<QHash<QString, QString>> sections;
};

/// By item id. All or nothing; blanks are wrong. An item without a key is left out of everything.
using ItemKeys = QHash<QString, ItemKey>;
Score score(const Attempt &attempt, const Blueprint &blueprint, const ItemKeys &keys, const ScoreOptions &options = {});

/// What the score would be under a blueprint's weights: Σ weight × share over the sections that have an answer, their
/// weights scaled to sum to one; 0-1. Nothing where no section has one.
std::optional<double> weightedShare(const Score &score, const Blueprint &blueprint);

} // namespace lectern
