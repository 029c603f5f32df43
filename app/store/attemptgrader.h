// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attemptdigest.h"
#include "item.h"

#include <QHash>
#include <QSet>
#include <QSqlDatabase>

namespace lectern
{

/// Says which answers of digests were right: by the key of what was asked, or, where a dispute of that revision was
/// settled by another one, by the installed key.
class AttemptGrader
{
public:
    /// For these revisions of items of a pack.
    static Result<AttemptGrader> load(
        const QSqlDatabase &database, const QString &pack, const QSet<QString> &revisions);

    /// Filed, not withdrawn, and the pack still has the revision that it is about.
    bool isDisputed(const QString &item) const { return m_disputed.contains(item); }
    const ItemKey &key(const AttemptDigest::Seat &seat) const;
    bool isRight(const AttemptDigest::Seat &seat);
    bool isBlank(const AttemptDigest::Seat &seat) { return choice(seat.answer).isEmpty(); }

private:
    const QStringList &choice(const QString &payload);

    QHash<QString, ItemKey> m_keys;        ///< by revision
    QHash<QString, ItemKey> m_settled;     ///< by the revision that was in dispute
    QSet<QString> m_disputed;              ///< items
    QHash<QString, QStringList> m_choices; ///< by payload: few differ, and each is JSON to be read
};

} // namespace lectern
