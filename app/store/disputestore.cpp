// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputestore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

namespace lectern
{

namespace
{

Outcome touchRow(ChangeLog &changes, const QString &pack, const QString &item)
{
    return changes.touch(QStringLiteral("dispute"), {{QStringLiteral("pack"), pack}, {QStringLiteral("item"), item}});
}

} // namespace

DisputeStore::DisputeStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<QHash<QString, DisputeStore::Filed>> DisputeStore::disputes(const QString &pack) const
{
    bool readable = true;
    QHash<QString, Filed> disputes;
    const auto read = collect(m_profile.database(),
        QStringLiteral("SELECT dispute.item, dispute.revision, pack_version, kind, option_id, reason, source, date, "
                       "language, filed_utc_ms, withdrawn, item.revision FROM dispute "
                       "LEFT JOIN item ON item.pack = dispute.pack AND item.id = dispute.item WHERE dispute.pack = ?"),
        {pack}, [&](const QSqlQuery &row) {
            const auto kind = disputeKindFromWord(row.value(3).toString());
            readable = readable && kind;
            Filed filed;
            filed.dispute.pack = pack;
            filed.dispute.item = row.value(0).toString();
            filed.dispute.revision = row.value(1).toString();
            filed.dispute.packVersion = row.value(2).toString();
            filed.dispute.kind = kind.value_or(DisputeKind::Other);
            filed.dispute.option = row.value(4).toString();
            filed.dispute.reason = row.value(5).toString();
            filed.dispute.source = row.value(6).toString();
            filed.dispute.date = QDate::fromString(row.value(7).toString(), Qt::ISODate);
            filed.dispute.language = row.value(8).toString();
            filed.filedUtcMs = row.value(9).toLongLong();
            filed.withdrawn = row.value(10).toBool();
            filed.installedRevision = row.value(11).toString();
            disputes.insert(filed.dispute.item, filed);
            return true;
        });
    if (!read)
        return read.error();
    if (!readable)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a dispute cannot be read"), pack};
    return disputes;
}

Outcome DisputeStore::file(const Dispute &dispute, qint64 nowUtcMs)
{
    if (const Outcome touched = touchRow(m_changes, dispute.pack, dispute.item); !touched)
        return touched;
    return execute(m_profile.database(),
        QStringLiteral("INSERT OR REPLACE INTO dispute(pack, item, revision, pack_version, kind, option_id, reason, "
                       "source, date, language, filed_utc_ms, withdrawn) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"),
        {dispute.pack, dispute.item, dispute.revision, dispute.packVersion, word(dispute.kind), dispute.option,
            dispute.reason, dispute.source, dispute.date.toString(Qt::ISODate), dispute.language, nowUtcMs});
}

Outcome DisputeStore::withdraw(const QString &pack, const QString &item)
{
    if (const Outcome touched = touchRow(m_changes, pack, item); !touched)
        return touched;
    const auto query = run(m_profile.database(),
        QStringLiteral("UPDATE dispute SET withdrawn = 1 WHERE pack = ? AND item = ?"), {pack, item});
    if (!query)
        return query.error();
    if (query->numRowsAffected() == 0)
        return Error{ErrorCode::NotFound, {}, item};
    return Done{};
}

} // namespace lectern
