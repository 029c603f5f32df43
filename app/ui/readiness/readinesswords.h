// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

namespace lectern
{

QString nameOf(const Section &section); ///< the short one where there is one
/// What a topic of the syllabus, an objective of the blueprint, or a section of it is called.
QString titleOf(const Certification &certification, const Blueprint &blueprint, const QString &id);
/// Where a section stands in its blueprint, which is whose colour it has; -1: nowhere.
int sectionIndex(const Blueprint &blueprint, const QString &section);

/// The sections by the points they would cost, dearest first; ties in the report's order.
QList<const ReadinessRow *> byPointsLost(const ReadinessReport &report);
QString evidenceWords(const ReadinessRow &row); ///< "57 %, 41 answers", "not tested yet"

/// "about 7 of 10"; what lies beyond what may be said is "more than 9 of 10" or "fewer than 1 of 10".
QString oddsWords(double odds);
/// How many of ten figures stand for the odds.
int ofTen(double odds);

/// "+1.6", "−0.3", and "0.0" for what nobody could notice.
QString pointsMoved(double points);
/// What changed the expected score, as one line. `rehearsals` give a rehearsal its number.
QString moveWords(const ReadinessMove &move, const Certification &certification, const Blueprint &blueprint,
    const QList<RehearsalCheck> &rehearsals);
/// "+2.0 points in the last 7 days", or that nothing measurable happened: a change is not more than noise where it is
/// smaller than what the interval's change alone makes likely.
QString weekWords(const ReadinessReport &report);

QString actionIcon(ReadinessAction::Kind kind);
/// "Drill Delta Lake, about 0.4 points an hour"
QString actionWords(const ReadinessAction &action, const Certification &certification, const Blueprint &blueprint);

} // namespace lectern
