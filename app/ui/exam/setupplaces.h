// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "ui.h"

#include <optional>

namespace lectern
{

struct Certification;

/// Places in the exam page at which its set-up stands as one who leads there means it.
Place setUpMode(AttemptMode mode);
Place setUpDue(); ///< a drill of what is due to come back
Place setUpTopic(const QString &topic);
/// A drill of all that is in a section of a blueprint: of a domain its topics, else its objectives.
Place setUpSection(const QString &blueprint, const QString &section);
Place setUpObjective(const QString &blueprint, const QString &objective); ///< "S5.2"

struct SetUp {
    AttemptMode mode = AttemptMode::Timed;
    DrillCriteria criteria; ///< of a drill

    bool operator==(const SetUp &) const = default;
};

/// What an anchor of the functions above asks for. Null: of something else, or of what this certification does not
/// have.
std::optional<SetUp> setUpOf(const QString &anchor, const Certification &certification);

} // namespace lectern
