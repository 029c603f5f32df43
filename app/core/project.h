// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

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

enum class CheckState { Open, InProgress, Done };

/// What the learner says of an entry of a collection: a ticked checklist item, a resource that was used.
struct CheckRecord {
    QString collection;
    QString entry;
    CheckState state = CheckState::Open;
    qint64 checkedUtcMs = 0; ///< when it was last ticked, 0: never
    QString note;
    /// The learner's local day on which it was proven: that of the tick, or the one the learner names since. Invalid
    /// only in rows of early versions, which kept the moment alone.
    QDate date{};
    QString evidence{}; ///< a web address or a local file path, as typed

    bool checked() const { return state == CheckState::Done; }
    bool operator==(const CheckRecord &) const = default;
};

/// The day of the last tick where the learner is.
QDate tickDay(const CheckRecord &record, const QTimeZone &zone);

/// A skill that was not shown for so long is no longer taken for granted.
inline constexpr int staleAfterDays = 56;

/// Whether a ticked skill was last proven at least staleAfterDays ago, or on a day that nobody knows. What is no skill
/// stays true. Both are local days of the learner.
bool isStale(const CheckRecord &record, const Entry &entry, QDate today);

QString word(RequirementState state);
std::optional<RequirementState> requirementStateFromWord(QStringView word);
QString word(CheckState state);
std::optional<CheckState> checkStateFromWord(QStringView word);

} // namespace lectern
