// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptdigest.h"
#include "attemptrows.h"
#include "profile.h"
#include "query.h"

#include <QStorageInfo>
#include <QUuid>

namespace lectern
{

namespace
{

Outcome insertRow(Profile &profile, const QString &sql, QVariantList values)
{
    values = stored(values);
    values.append(static_cast<qint64>(checksumOf(values)));
    return execute(profile.database(), sql, values);
}

Outcome insertEvent(Profile &profile, qint64 attempt, const AttemptEvent &event)
{
    const QVariantList values = stored(eventValues(attempt, event));
    // One statement both checks the place in the log and takes it.
    const auto statement = profile.statement(QStringLiteral(
        "INSERT INTO attempt_event(attempt, seq, kind, position, payload, utc_ms, boot_id, boot_ms, slept_ms, crc) "
        "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? "
        "WHERE ? = (SELECT coalesce(max(seq), -1) + 1 FROM attempt_event WHERE attempt = ?)"));
    if (!statement)
        return statement.error();
    QSqlQuery &query = **statement;
    bindAll(query, values + QVariantList{static_cast<qint64>(checksumOf(values)), event.seq, attempt});
    const bool done = query.exec();
    const bool taken = query.numRowsAffected() == 1;
    const QSqlError error = query.lastError();
    query.finish();
    if (!done)
        return storeError(error, attemptKey(attempt));
    if (!taken)
        return Error{ErrorCode::NotAllowed, QStringLiteral("event %1 does not follow the last one").arg(event.seq),
            attemptKey(attempt)};
    return Done{};
}

Error damagedRow(const QString &key)
{
    return {ErrorCode::ProfileDamaged, QStringLiteral("checksum of %1").arg(key), key};
}

} // namespace

AttemptStore::AttemptStore(Profile &profile)
    : m_profile(profile)
    , m_digests(std::make_unique<AttemptDigests>(profile))
{
}

AttemptStore::~AttemptStore() = default;

Result<AttemptId> AttemptStore::create(const AttemptSetup &setup, const AttemptEvent &started)
{
    if (started.seq != 0 || started.kind != EventKind::Started)
        return Error{ErrorCode::NotAllowed, QStringLiteral("an attempt begins with its start"), setup.uuid};
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun.error();
    const auto id = nextId(m_profile.database(), QStringLiteral("attempt"));
    if (!id)
        return id.error();
    AttemptSetup complete = setup;
    if (complete.uuid.isEmpty())
        complete.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Outcome written = insertRow(m_profile,
        QStringLiteral("INSERT INTO attempt(id, uuid, mode, pack, blueprint, seed, minutes, details, crc) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        setupValues(*id, complete));
    for (int position = 0; written && position < setup.items.size(); ++position) {
        written = insertRow(m_profile,
            QStringLiteral(
                "INSERT INTO attempt_item(attempt, position, item, revision, section, option_order, details, crc) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
            seatValues(*id, position, setup.items.at(position)));
    }
    if (written)
        written = insertEvent(m_profile, *id, started);
    if (written)
        written = transaction.commit();
    if (!written)
        return written.error();
    return AttemptId{*id};
}

Outcome AttemptStore::append(AttemptId attempt, const AttemptEvent &event)
{
    const auto write = [&]() -> Outcome {
        Transaction transaction(m_profile);
        if (const Outcome begun = transaction.begin(); !begun)
            return begun;
        if (const Outcome written = insertEvent(m_profile, raw(attempt), event); !written)
            return written;
        return transaction.commit();
    };
    const Outcome written = write();
    // Of a disk that became read-only under an open file SQLite says no more than that writing failed.
    if (!written && written.error().code == ErrorCode::StoreFailed && QStorageInfo(m_profile.path()).isReadOnly())
        return Error{ErrorCode::ReadOnly, written.error().detail, written.error().where};
    return written;
}

Outcome AttemptStore::beat(AttemptId attempt, const Moment &now)
{
    const auto statement = m_profile.statement(
        QStringLiteral("INSERT OR REPLACE INTO attempt_beat(attempt, utc_ms, boot_id, boot_ms, slept_ms) "
                       "VALUES(?, ?, ?, ?, ?)"));
    if (!statement)
        return statement.error();
    QSqlQuery &query = **statement;
    bindAll(query, {raw(attempt), now.utcMs, now.bootId, now.bootMs, now.sleptMs});
    const bool done = query.exec();
    const QSqlError error = query.lastError();
    query.finish();
    if (!done)
        return storeError(error, attemptKey(raw(attempt)));
    return Done{};
}

Result<std::optional<Moment>> AttemptStore::lastBeat(AttemptId attempt) const
{
    return first(m_profile.database(),
        QStringLiteral("SELECT utc_ms, boot_id, boot_ms, slept_ms FROM attempt_beat WHERE attempt = ?"), {raw(attempt)},
        [](const QSqlQuery &row) {
            return Moment{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toLongLong(),
                row.value(3).toLongLong()};
        });
}

Result<Attempt> AttemptStore::load(AttemptId attempt) const
{
    const qint64 id = raw(attempt);
    const auto head = collect(m_profile, setupSql() + QStringLiteral(" WHERE id = ?"), {id}, &rowValues);
    if (!head)
        return head.error();
    if (head->isEmpty())
        return Error{ErrorCode::NotFound, {}, attemptKey(id)};
    auto setup = isIntact(head->first()) ? setupFromValues(head->first()) : std::nullopt;
    if (!setup)
        return damagedRow(attemptKey(id));

    const auto seats =
        collect(m_profile, seatSql() + QStringLiteral(" WHERE attempt = ? ORDER BY position"), {id}, &rowValues);
    if (!seats)
        return seats.error();
    for (const QVariantList &values : *seats) {
        const auto seat = isIntact(values) ? seatFromValues(values) : std::nullopt;
        if (!seat || positionOfSeat(values) != setup->items.size())
            return damagedRow(seatKey(id, static_cast<int>(setup->items.size())));
        setup->items.append(*seat);
    }

    const auto rows =
        collect(m_profile, eventSql() + QStringLiteral(" WHERE attempt = ? ORDER BY seq"), {id}, &rowValues);
    if (!rows)
        return rows.error();
    QList<AttemptEvent> events;
    for (const QVariantList &values : *rows) {
        const auto event = isIntact(values) ? eventFromValues(values) : std::nullopt;
        if (!event || event->seq != events.size())
            return damagedRow(eventKey(id, static_cast<int>(events.size())));
        events.append(*event);
    }
    const auto counts = countRows(m_profile, id);
    if (!counts)
        return counts.error();
    if (counts->seats != setup->items.size())
        return damagedRow(seatKey(id, static_cast<int>(setup->items.size())));
    if (events.isEmpty() || counts->events != events.size())
        return damagedRow(eventKey(id, static_cast<int>(events.size())));
    return Attempt::fold(*setup, events);
}

} // namespace lectern
