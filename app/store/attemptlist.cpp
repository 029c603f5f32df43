// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptdigest.h"
#include "attemptrows.h"
#include "profile.h"
#include "query.h"

namespace lectern
{

Result<AttemptStore::Summary> AttemptStore::summary(AttemptId attempt) const
{
    const auto found = first(m_profile.database(),
        QStringLiteral("SELECT blueprint, (SELECT utc_ms FROM attempt_event WHERE attempt = id AND seq = 0), "
                       "(SELECT count(*) FROM attempt_item WHERE attempt = id) FROM attempt WHERE id = ?"),
        {raw(attempt)}, [](const QSqlQuery &row) {
            return Summary{row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toInt()};
        });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("no such attempt"), attemptKey(raw(attempt))};
    return **found;
}

Result<std::optional<AttemptId>> AttemptStore::lastFinished() const
{
    const auto ids = idsBy(true, true);
    if (!ids)
        return ids.error();
    return ids->isEmpty() ? std::optional<AttemptId>() : ids->first();
}

Result<QList<AttemptId>> AttemptStore::unfinished() const
{
    return idsBy(false, false);
}

Result<QList<AttemptId>> AttemptStore::idsBy(bool finished, bool newestOnly) const
{
    const QString limit = newestOnly ? QStringLiteral(" LIMIT 1") : QString();
    // The words as the index has them: with others, or bound, SQLite would not use it.
    const QString ended = QStringLiteral("EXISTS (SELECT 1 FROM attempt_event INDEXED BY attempt_event_end "
                                         "WHERE attempt = id AND kind IN ('submitted', 'timed-out', 'abandoned')%1)")
                              .arg(finished ? QStringLiteral(" AND kind <> 'abandoned'") : QString());
    auto found = collect(m_profile.database(),
        QStringLiteral("SELECT id FROM attempt WHERE %1 = ? ORDER BY id DESC").arg(ended) + limit, {finished ? 1 : 0},
        [](const QSqlQuery &row) { return AttemptId{row.value(0).toLongLong()}; });
    if (found || found.error().code != ErrorCode::ProfileDamaged)
        return found;
    // A row that cannot be read at all costs its attempt, not the others.
    const auto ids = attemptIds(m_profile.database());
    if (!ids)
        return ids.error();
    QList<AttemptId> readable;
    for (auto id = ids->crbegin(); id != ids->crend() && !(newestOnly && !readable.isEmpty()); ++id) {
        // What ends an attempt is always its last event.
        const auto last = first(m_profile.database(),
            QStringLiteral("SELECT kind FROM attempt_event WHERE attempt = ? ORDER BY seq DESC LIMIT 1"), {*id},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
        if (!last && last.error().code != ErrorCode::ProfileDamaged)
            return last.error();
        const QString kind = last ? last->value_or(QString()) : QString();
        const bool wanted = finished ? isEnd(kind) && kind != word(EventKind::Abandoned) : !isEnd(kind);
        if (last && wanted)
            readable.append(AttemptId{*id});
    }
    return readable;
}

Result<QSet<QString>> AttemptStore::unsealed(const QString &pack) const
{
    const auto items = collect(m_profile.database(),
        QStringLiteral("SELECT item FROM tag WHERE pack = ? AND reserve <> '' AND EXISTS "
                       "(SELECT 1 FROM broken_seal open WHERE open.pack = tag.pack AND open.item = tag.item)"),
        {pack}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!items)
        return items.error();
    return QSet<QString>(items->cbegin(), items->cend());
}

Result<QList<AttemptId>> AttemptStore::lostAttempts() const
{
    const auto damaged = m_digests->damaged();
    const auto ids = attemptIds(m_profile.database());
    const auto packs = collect(m_profile.database(), QStringLiteral("SELECT id FROM pack"), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!damaged || !ids || !packs)
        return !damaged ? damaged.error() : !ids ? ids.error() : packs.error();
    QList<AttemptId> lost;
    for (const qint64 id : *ids) {
        if (!damaged->contains(id))
            continue;
        const auto digest = m_digests->one(id);
        if (!digest && digest.error().code != ErrorCode::ProfileDamaged)
            return digest.error();
        if (!digest || !*digest || !packs->contains((*digest)->setup.pack))
            lost.append(AttemptId{id});
    }
    return lost;
}

} // namespace lectern
