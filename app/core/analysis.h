// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score.h"

#include <QHash>

namespace lectern
{

/// How an attempt went, beside its score: counts over the log and the outcomes, computed each time.
struct Analysis {
    /// After so many counted milliseconds so many positions had an answer; from (0, 0) to the end, one point each time
    /// the number changed.
    struct Pace {
        qint64 usedMs = 0;
        int answered = 0;
    };
    QList<Pace> pace;

    QList<int> longestDwells; ///< positions, longest first, at most five; only those that took over half a minute

    // Changes of an answer that had been given, by what the first and the last answer of the position were.
    int rightToWrong = 0;
    int wrongToRight = 0;
    int wrongToWrong = 0;

    struct CertaintyRow {
        Certainty certainty = Certainty::None;
        int right = 0;
        int wrong = 0;
    };
    QList<CertaintyRow> certainties; ///< Sure, Unsure, Guess, None; those with an answer only; empty if none was rated
    QList<int> confidentWrong;       ///< positions rated sure and answered wrong

    struct Count {
        QString id;
        int right = 0;
        int total = 0;
    };
    QList<Count> quarters;   ///< of the order in which they stood: stamina; id is "1" to "4"; empty under 20 questions
    QList<Count> objectives; ///< by id
    QList<Count> topics;     ///< by id
};

/// Of the outcomes that count. `tags` by item id: where objective and topic come from; an item without one is in
/// neither list.
Analysis analyse(const Attempt &attempt, const Score &score, const QHash<QString, ItemTag> &tags);

/// Told from the first and the last answer that was not blank.
enum class AnswerChange { None, RightToWrong, WrongToRight, WrongToWrong };
AnswerChange answerChange(const Attempt &attempt, int position, const ItemKey &key);

} // namespace lectern
