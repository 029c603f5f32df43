// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispute.h"
#include "result.h"

#include <QHash>

namespace lectern
{

class ChangeLog;
class Profile;

/// Questions that the learner objects to. Undoable: writes are legal inside ChangeLog::perform only.
class DisputeStore
{
public:
    DisputeStore(Profile &profile, ChangeLog &changes);

    struct Filed {
        Dispute dispute;
        qint64 filedUtcMs = 0;
        bool withdrawn = false;
        QString installedRevision; ///< of the item in the pack now; empty where the pack never had it

        /// The pack has another revision than the one in dispute.
        bool settled() const { return installedRevision != dispute.revision; }
        /// It keeps the question out of scores and readiness.
        bool open() const { return !withdrawn && !settled(); }
    };
    /// By item, withdrawn and settled ones too. ProfileDamaged for a kind that no version wrote.
    Result<QHash<QString, Filed>> disputes(const QString &pack) const;
    /// In place of what was filed of the item before.
    Outcome file(const Dispute &dispute, qint64 nowUtcMs);
    Outcome withdraw(const QString &pack, const QString &item); ///< NotFound where none is filed

private:
    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
