// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "miss.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <utility>

namespace lectern
{

class ChangeLog;
class Profile;

/// What the learner made of missed questions. Undoable: writes are legal inside ChangeLog::perform only.
class MissStore
{
public:
    MissStore(Profile &profile, ChangeLog &changes);

    /// By item. ProfileDamaged for an error type that no version wrote.
    Result<QHash<QString, Miss>> misses(const QString &pack) const;
    /// Replaces what was said of the item; one that says nothing is forgotten. BadInput for a rule that is too long.
    Outcome set(const Miss &miss);
    /// Items of which a sibling is queued, and when it was: they come back as if missed then. In order of time.
    Result<QList<std::pair<QString, qint64>>> queuedSiblings(const QString &pack) const;

private:
    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
