// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lectern
{

enum class RequirementState { Open, InProgress, Done };

/// What the learner says of one requirement.
struct RequirementRecord {
    QString project;
    QString requirement;
    RequirementState state = RequirementState::Open;
    QString note;
    QString evidence; ///< a web address or a local file path, as typed

    bool operator==(const RequirementRecord &) const = default;
};

/// What the learner says of an entry of a collection: a ticked checklist item, a resource that was used.
struct CheckRecord {
    QString collection;
    QString entry;
    bool checked = false;
    qint64 checkedUtcMs = 0; ///< when it was last ticked, 0: never
    QString note;

    bool operator==(const CheckRecord &) const = default;
};

QString word(RequirementState state);
std::optional<RequirementState> requirementStateFromWord(QStringView word);

} // namespace lectern
