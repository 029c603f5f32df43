// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptrows.h"
#include "profile.h"
#include "query.h"

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
{
}

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
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun;
    if (const Outcome written = insertEvent(m_profile, raw(attempt), event); !written)
        return written;
    return transaction.commit();
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
    const auto id = lastBy(true);
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
    const auto damaged = attempt ? damagedAttempts(m_profile, attempt) : damagedOnes();
    if (!damaged)
        return damaged.error();
    const QVariant only = attempt ? QVariant(*attempt) : QVariant();
    return collect(m_profile.database(),
        QStringLiteral("SELECT id, blueprint, minutes, "
                       "(SELECT utc_ms FROM attempt_event WHERE attempt = id AND seq = 0), "
                       "(SELECT count(*) FROM attempt_item WHERE attempt = id), "
                       "(SELECT kind IN (?, ?) FROM attempt_event WHERE attempt = id ORDER BY seq DESC LIMIT 1) "
                       "FROM attempt WHERE id = coalesce(?, id) ORDER BY id DESC"),
        {word(EventKind::Submitted), word(EventKind::TimedOut), only}, [&](const QSqlQuery &row) {
            Summary summary;
            summary.id = AttemptId{row.value(0).toLongLong()};
            summary.blueprint = row.value(1).toString();
            summary.minutes = row.value(2).toInt();
            summary.startedUtcMs = row.value(3).toLongLong();
            summary.questions = row.value(4).toInt();
            summary.finished = row.value(5).toBool();
            summary.damaged = damaged->contains(raw(summary.id));
            return summary;
        });
}

Result<QSet<qint64>> AttemptStore::damagedOnes() const
{
    if (!m_damaged) {
        const auto found = damagedAttempts(m_profile);
        if (!found)
            return found.error();
        m_damaged = *found;
    }
    return *m_damaged;
}

Result<std::optional<AttemptId>> AttemptStore::lastFinished() const
{
    return lastBy(true);
}

Result<std::optional<AttemptId>> AttemptStore::unfinished() const
{
    return lastBy(false);
}

Result<std::optional<AttemptId>> AttemptStore::lastBy(bool finished) const
{
    // The words as the index has them: with others, or bound, SQLite would not use it.
    const auto idOf = [](const QSqlQuery &row) { return AttemptId{row.value(0).toLongLong()}; };
    const auto found = first(m_profile.database(),
        QStringLiteral(
            "SELECT id FROM attempt WHERE EXISTS (SELECT 1 FROM attempt_event INDEXED BY attempt_event_end "
            "WHERE attempt = id AND kind IN ('submitted', 'timed-out', 'abandoned')) = ? ORDER BY id DESC LIMIT 1"),
        {finished ? 1 : 0}, idOf);
    if (found || found.error().code != ErrorCode::ProfileDamaged)
        return found;
    // A row that cannot be read at all costs its attempt, not the others.
    const auto ids = attemptIds(m_profile.database());
    if (!ids)
        return ids.error();
    for (auto id = ids->crbegin(); id != ids->crend(); ++id) {
        // What ends an attempt is always its last event.
        const auto ended = number(m_profile.database(),
            QStringLiteral("SELECT kind IN (?, ?) FROM attempt_event WHERE attempt = ? ORDER BY seq DESC LIMIT 1"),
            {word(EventKind::Submitted), word(EventKind::TimedOut), *id});
        if (!ended && ended.error().code != ErrorCode::ProfileDamaged)
            return ended.error();
        if (ended && (*ended == 1) == finished)
            return std::optional(AttemptId{*id});
    }
    return std::optional<AttemptId>();
}

} // namespace lectern
