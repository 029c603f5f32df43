// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "miss.h"
#include "reportdesk.h"

namespace lectern
{

/// "Did not know": why a question went wrong.
QString errorWords(ErrorType error);
/// The same in a sentence of the learner's.
QString errorHint(ErrorType error);
/// "Sure"; empty where nothing was rated.
QString certaintyWords(Certainty certainty);
/// "Monday 23 November 2026, 21:30, Five domains, extra time 1.25 ×, 1 break".
QString attemptWords(const ReportDesk::Report &report, const QDateTime &started, const Certification &certification);
/// "Drill the 5 you were sure of and got wrong".
QString actionWords(const ReportDesk::Action &action, const Certification &certification);
/// Below it a share says less than its count.
inline constexpr int fewestForPercent = 20;
/// By their codes, "S1.2" before "S1.10".
QList<Analysis::Count> objectivesInOrder(QList<Analysis::Count> counts);
/// "S1.2" of "DEP-2026-10/S1.2".
QString objectiveCode(const QString &id);
/// "12 of 60".
QString ofTotal(int part, int total);

} // namespace lectern
