// SPDX-License-Identifier: GPL-3.0-or-later
#include "missstore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

namespace lectern
{

MissStore::MissStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<QHash<QString, Miss>> MissStore::misses(const QString &pack) const
{
    bool readable = true;
    QHash<QString, Miss> misses;
    const auto read = collect(m_profile.database(),
        QStringLiteral("SELECT item, error_type, rule, sibling_utc_ms, utc_ms FROM miss WHERE pack = ?"), {pack},
        [&](const QSqlQuery &row) {
            Miss miss;
            miss.pack = pack;
            miss.item = row.value(0).toString();
            const QString error = row.value(1).toString();
            miss.error = errorTypeFromWord(error);
            readable = readable && (miss.error || error.isEmpty());
            miss.rule = row.value(2).toString();
            miss.siblingQueued = !row.value(3).isNull();
            miss.utcMs = row.value(4).toLongLong();
            misses.insert(miss.item, miss);
            return true;
        });
    if (!read)
        return read.error();
    if (!readable)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("an error type cannot be read"), pack};
    return misses;
}

Outcome MissStore::set(const Miss &miss)
{
    if (miss.rule.size() > longestRule)
        return Error{ErrorCode::BadInput, QStringLiteral("the rule is too long"), miss.item};
    const Outcome touched = m_changes.touch(
        QStringLiteral("miss"), {{QStringLiteral("pack"), miss.pack}, {QStringLiteral("item"), miss.item}});
    if (!touched)
        return touched;
    if (!miss.error && miss.rule.isEmpty() && !miss.siblingQueued)
        return execute(m_profile.database(), QStringLiteral("DELETE FROM miss WHERE pack = ? AND item = ?"),
            {miss.pack, miss.item});
    // A sibling that was queued before keeps its day, whatever else is said later.
    return execute(m_profile.database(),
        QStringLiteral(
            "INSERT INTO miss(pack, item, error_type, rule, sibling_utc_ms, utc_ms) VALUES(?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(pack, item) DO UPDATE SET error_type = excluded.error_type, rule = excluded.rule, "
            "utc_ms = excluded.utc_ms, sibling_utc_ms = CASE WHEN excluded.sibling_utc_ms IS NULL "
            "THEN NULL ELSE coalesce(sibling_utc_ms, excluded.sibling_utc_ms) END"),
        {miss.pack, miss.item, miss.error ? word(*miss.error) : QString(), miss.rule,
            miss.siblingQueued ? QVariant(miss.utcMs) : QVariant(), miss.utcMs});
}

Result<QList<std::pair<QString, qint64>>> MissStore::queuedSiblings(const QString &pack) const
{
    return collect(m_profile.database(),
        QStringLiteral("SELECT item, sibling_utc_ms FROM miss WHERE pack = ? AND sibling_utc_ms IS NOT NULL "
                       "ORDER BY sibling_utc_ms, item"),
        {pack}, [](const QSqlQuery &row) { return std::pair(row.value(0).toString(), row.value(1).toLongLong()); });
}

} // namespace lectern
