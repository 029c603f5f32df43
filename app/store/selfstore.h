// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project.h"
#include "result.h"
#include "settings.h"

#include <QHash>
#include <QList>

namespace lectern
{

class ChangeLog;
class Profile;

/// What the learner says of themselves: ticks, requirement states, notes; and the settings. Ticks and states are
/// undoable (call inside ChangeLog::perform); settings are not.
class SelfStore
{
public:
    SelfStore(Profile &profile, ChangeLog &changes);

    /// ProfileDamaged for a date that no version wrote.
    Result<QList<CheckRecord>> checks(const QString &pack) const;
    Outcome setCheck(const QString &pack, const CheckRecord &record);
    Result<QList<RequirementRecord>> requirements(const QString &pack) const;
    Outcome setRequirement(const QString &pack, const RequirementRecord &record);

    /// The stored value with its fallback's type; the fallback where none is stored or what is has another type. Those
    /// of machine scope are kept per machine.
    Result<QVariant> setting(Setting setting) const;
    Outcome setSetting(Setting setting, const QVariant &value);

private:
    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
