// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"

#include <QHash>

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
    bool right = false;
    bool flagged = false;
    int answerChanges = 0;
    qint64 dwellMs = 0;
};

/// What a report shows. Computed from the log and the keys each time; never stored.
struct Score {
    int right = 0;
    int total = 0;
    int answered = 0;
    Interval interval;            ///< 80 %
    bool hasInterval = false;     ///< from 20 questions on
    QList<SectionScore> sections; ///< in the blueprint's order
    QList<ItemOutcome> items;
    qint64 usedMs = 0;
    bool timedOut = false;
    bool clockVerified = true;
};

/// `keys`: item id -> sorted option ids that are right. All or nothing; blanks are wrong. An item without a key entry
/// is left out of every count.
Score score(const Attempt &attempt, const Blueprint &blueprint, const QHash<QString, QStringList> &keys);

} // namespace lectern
