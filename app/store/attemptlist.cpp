// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptdigest.h"
#include "attemptrows.h"
#include "profile.h"
#include "query.h"

namespace lectern
{

Result<QList<AttemptStore::Summary>> AttemptStore::list() const
{
    auto all = summaries(std::nullopt);
    if (all || all.error().code != ErrorCode::ProfileDamaged)
        return all;
    // A row that cannot be read at all costs its attempt, not the others.
    const auto ids = attemptIds(m_profile.database());
    if (!ids)
        return ids.error();
    QList<Summary> readable;
    for (const qint64 id : *ids) {
        Summary summary;
        summary.id = AttemptId{id};
        summary.damaged = true;
        if (const auto ofOne = summaries(id); ofOne && !ofOne->isEmpty())
            summary = ofOne->first();
        readable.prepend(summary);
    }
    return readable;
}

Result<std::optional<AttemptStore::Summary>> AttemptStore::latestFinished() const
{
    const auto id = lastFinished();
    if (!id)
        return id.error();
    if (!*id)
        return std::optional<Summary>();
    const auto found = summaries(raw(**id));
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Summary>() : found->first();
}

Result<QList<AttemptStore::Summary>> AttemptStore::summaries(std::optional<qint64> attempt) const
{
    const auto damaged = attempt ? damagedAttempts(m_profile, attempt) : m_digests->damaged();
    if (!damaged)
        return damaged.error();
    const QVariant only = attempt ? QVariant(*attempt) : QVariant();
    return collect(m_profile.database(),
        QStringLiteral("SELECT id, mode, blueprint, minutes, "
                       "(SELECT utc_ms FROM attempt_event WHERE attempt = id AND seq = 0), "
                       "(SELECT count(*) FROM attempt_item WHERE attempt = id), "
                       "(SELECT kind FROM attempt_event WHERE attempt = id ORDER BY seq DESC LIMIT 1) "
                       "FROM attempt WHERE id = coalesce(?, id) ORDER BY id DESC"),
        {only}, [&](const QSqlQuery &row) {
            const auto mode = attemptModeFromWord(row.value(1).toString());
            const QString last = row.value(6).toString();
            Summary summary;
            summary.id = AttemptId{row.value(0).toLongLong()};
            summary.mode = mode.value_or(AttemptMode::Timed);
            summary.blueprint = row.value(2).toString();
            summary.minutes = row.value(3).toInt();
            summary.startedUtcMs = row.value(4).toLongLong();
            summary.questions = row.value(5).toInt();
            summary.finished = isEnd(last);
            summary.abandoned = last == word(EventKind::Abandoned);
            summary.damaged = damaged->contains(raw(summary.id));
            return summary;
        });
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

} // namespace lectern
