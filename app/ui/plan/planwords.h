// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockedit.h"
#include "certification.h"

namespace lectern
{

/// What a person reads of a block.
struct BlockWords {
    QString code;      ///< "D3"; "Mix" for blocks of all domains
    int domain = -1;   ///< index of the domain's colour and pattern, -1: mixed
    QString title;     ///< at most 18 characters
    QString fullTitle; ///< the topic's, or what a mixed block is for
    QString kind;      ///< "Lab"
};

BlockWords wordsOf(const Certification &certification, const Block &block);
QString kindName(BlockKind kind);

/// The stage of the learning path with that id, null for none.
const Stage *stageById(const Certification &certification, const QString &id);
/// Index of the first domain a stage is about, -1 for none or all of them.
int stageDomain(const Certification &certification, const Stage &stage);

QString minutesText(int minutes);       ///< "90 min"
QString lengthText(const Block &block); ///< "90 min", "70 of 90 min" where the time log says another length
QString hoursText(int minutes);         ///< "3.5 h"
QString hoursNumber(int minutes);       ///< "3.5"
QString clockText(int minuteOfDay);
QString clockText(QTime time);
/// "Thursday 19 November", with the year if it is not that of `now`.
QString dayText(QDate date, QDate now);
QString shortDayText(QDate date); ///< "Thu 19 Nov"
QString monthText(QDate date);    ///< "November 2026"
/// "23–29 November 2026", "30 November – 6 December 2026", "19 October 2026 – 9 January 2027"
QString spanText(QDate from, QDate to);

/// What is said of a block, and that the exam does not ask its topic.
QString beyondText(const QString &said);

/// Why a block was not changed, and what can be done instead.
QString refusalText(EditRefusal refusal);

/// "to do", "missed", "missed, settled" where its work was planned anew or given up, "40 of 90 min done"
QString stateText(const Block &block, QDate today);
/// "90 minutes, lab, CDC patterns, to do"
QString spoken(const Certification &certification, const Block &block, QDate today);

} // namespace lectern
