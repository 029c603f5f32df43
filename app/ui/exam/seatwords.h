// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "certification.h"
#include "examwords.h"

namespace lectern
{

/// Everything that the grid and the review say of a position.
struct SeatMarks {
    Mark mark = Mark::Unseen;
    bool flagged = false;
    bool unsure = false; ///< marked so, or rated below sure
    bool unread = false;
    bool frozen = false;
    bool revealed = false;
    bool rates = false; ///< answers are rated: what is missing is said too
    Certainty certainty = Certainty::None;

    bool operator==(const SeatMarks &) const = default;
};
/// `asked`: how many options are to be chosen.
SeatMarks seatMarks(const PositionState &state, bool rates, int asked = 1);

/// "Question 17, answered, flagged, unsure": what a screen reader says of a position.
QString positionName(int position, const SeatMarks &marks);
/// What is marked beside answered or blank: "flagged", "locked".
QStringList markWords(const SeatMarks &marks);
/// "1 hour 57 minutes used": for the ear.
QString spokenTimeUsed(qint64 ms);
/// "1:57:03": of one width for ten hours, where nothing limits it.
QString usedText(qint64 ms);
/// "A, C" as displayed, of ids in any order; empty for none.
QString letters(const QStringList &choice, const QStringList &optionOrder);

/// "Rehearsal, sealed form", "Drill: missed, CDC".
QString attemptTitle(const AttemptSetup &setup, const Certification &certification);
/// "Five domains, 60 questions, extra time 1.25 ×"
QString attemptDetail(const AttemptSetup &setup, const Certification &certification);
/// "1.25 ×" as the language writes it.
QString factor(int percent);

} // namespace lectern
