// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "feasibility.h"

#include <QString>

namespace lectern
{

QString repairName(RepairKind kind);
QString repairNote(RepairKind kind); ///< what it does, one sentence
QString answerName(MissedAnswer answer);

/// "3 blocks (4.5 h) wait for a new place."; says so where none does.
QString slipText(const Slip &slip);

/// "Tue 24 Nov 18:30: CDC patterns, 60 min, new"
QString changeText(const Certification &certification, const BlockChange &change);

/// Whether all fits before the exam at the pace there is, and what would make it fit; one paragraph.
QString feasibilityText(const Feasibility &feasibility, QDate today);

} // namespace lectern
