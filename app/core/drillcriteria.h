// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"

#include <optional>

namespace lectern
{

/// Which questions a drill asks. What is ticked of the first group widens the choice (missed or unsure); every other
/// group narrows it. Nothing ticked: every open question.
struct DrillCriteria {
    bool missed = false; ///< the last answer was wrong or blank
    bool unsure = false; ///< marked unsure, or rated below sure, when last answered
    bool unseen = false; ///< never shown
    bool slow = false;   ///< took longer than one and a half times the exam's even pace when last answered
    bool due = false;    ///< missed, and its day to come back has come; a sibling may stand in
    QStringList topics;
    QStringList objectives;
    QList<Difficulty> difficulties;
    int notInLast = 0; ///< not shown in this many latest attempts
    QStringList items; ///< exactly these, whatever else is said; empty: as above

    bool operator==(const DrillCriteria &) const = default;
};

/// Compact JSON, and back; nothing for what is none.
QString drillText(const DrillCriteria &criteria);
std::optional<DrillCriteria> drillFromText(const QString &text);

} // namespace lectern
