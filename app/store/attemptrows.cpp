// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptrows.h"

#include "attemptdetails.h"
#include "query.h"
#include "rowchecksum.h"

#include <QHash>

namespace lectern
{

QVariantList setupValues(qint64 id, const AttemptSetup &setup)
{
    // SQLite has signed integers only: the seed keeps its bits.
    return {id, setup.uuid, word(setup.mode), setup.pack, setup.blueprint, static_cast<qint64>(setup.seed),
        setup.minutes, setupDetails(setup)};
}

QVariantList seatValues(qint64 attempt, int position, const FormItem &seat)
{
    return {attempt, position, seat.item, seat.revision, seat.section, listText(seat.optionOrder), seatDetails(seat)};
}

QVariantList eventValues(qint64 attempt, const AttemptEvent &event)
{
    return {attempt, event.seq, word(event.kind), event.position < 0 ? QVariant() : QVariant(event.position),
        payloadOf(event), event.at.utcMs, event.at.bootId, event.at.bootMs, event.at.sleptMs};
}

quint32 checksumOf(std::span<const QVariant> values)
{
    // The last column came with version 3: rows from before it have it at its default and a checksum without it.
    const QVariant &last = values.back();
    const bool number = last.typeId() == QMetaType::Int || last.typeId() == QMetaType::LongLong;
    const bool byDefault = !last.isNull() && (number ? last.toLongLong() == 0 : last.toByteArray().isEmpty());
    return rowChecksum(byDefault ? values.first(values.size() - 1) : values);
}

// Text is read as the bytes it is kept in: turned to UTF-16 and back for the checksum, it would cost a third of the
// time of reading, and each start reads hundreds of rows. What a broken row holds as a blob instead, no search for a
// text finds, so no checksum fits it. Blobs are greater than all texts, and these than all numbers
// (https://www.sqlite.org/datatype3.html, 4.1).

QString setupSql()
{
    return QStringLiteral(
        "SELECT id, CAST(uuid AS BLOB), CAST(mode AS BLOB), CAST(pack AS BLOB), CAST(blueprint AS BLOB), seed, "
        "minutes, CAST(details AS BLOB), "
        "CASE WHEN max(uuid, mode, pack, blueprint, details) < x'' THEN crc ELSE -1 END FROM attempt");
}

QString seatSql()
{
    return QStringLiteral(
        "SELECT attempt, position, CAST(item AS BLOB), CAST(revision AS BLOB), CAST(section AS BLOB), "
        "CAST(option_order AS BLOB), CAST(details AS BLOB), "
        "CASE WHEN max(item, revision, section, option_order, details) < x'' THEN crc ELSE -1 END FROM attempt_item");
}

QString eventSql()
{
    return QStringLiteral(
        "SELECT attempt, seq, CAST(kind AS BLOB), position, CAST(payload AS BLOB), utc_ms, CAST(boot_id AS BLOB), "
        "boot_ms, slept_ms, CASE WHEN max(kind, payload, boot_id) < x'' AND slept_ms < '' THEN crc ELSE -1 END FROM "
        "attempt_event");
}

QVariantList rowValues(const QSqlQuery &query)
{
    constexpr int mostColumns = 10;
    QVariantList values;
    values.reserve(mostColumns);
    // Past the last column a value is invalid and has no type; a NULL has one.
    for (int i = 0; i < mostColumns; ++i) {
        QVariant value = query.value(i);
        if (!value.isValid())
            break;
        values.append(std::move(value));
    }
    return values;
}

bool isIntact(const QVariantList &valuesWithChecksum)
{
    const std::span<const QVariant> values(valuesWithChecksum);
    return static_cast<qint64>(checksumOf(values.first(values.size() - 1))) == values.back().toLongLong();
}

std::optional<AttemptSetup> setupFromValues(const QVariantList &values)
{
    const auto mode = attemptModeFromWord(values.at(2).toString());
    if (!mode)
        return std::nullopt;
    AttemptSetup setup;
    setup.id = AttemptId{values.at(0).toLongLong()};
    setup.uuid = values.at(1).toString();
    setup.mode = *mode;
    setup.pack = values.at(3).toString();
    setup.blueprint = values.at(4).toString();
    setup.seed = static_cast<quint64>(values.at(5).toLongLong());
    setup.minutes = values.at(6).toInt();
    if (!readSetupDetails(values.at(7).toString(), setup))
        return std::nullopt;
    return setup;
}

std::optional<FormItem> seatFromValues(const QVariantList &values)
{
    const auto order = listFromText(values.at(5).toString());
    if (!order)
        return std::nullopt;
    FormItem seat;
    seat.item = values.at(2).toString();
    seat.revision = values.at(3).toString();
    seat.section = values.at(4).toString();
    seat.optionOrder = *order;
    if (!readSeatDetails(values.at(6).toString(), seat))
        return std::nullopt;
    return seat;
}

std::optional<AttemptEvent> eventFromValues(const QVariantList &values)
{
    const auto kind = eventKindFromWord(values.at(2).toString());
    if (!kind)
        return std::nullopt;
    AttemptEvent event;
    event.seq = values.at(1).toInt();
    event.kind = *kind;
    event.position = values.at(3).isNull() ? -1 : values.at(3).toInt();
    event.at = {
        values.at(5).toLongLong(), values.at(6).toString(), values.at(7).toLongLong(), values.at(8).toLongLong()};
    if (!readPayload(values.at(4).toString(), event))
        return std::nullopt;
    return event;
}

int positionOfSeat(const QVariantList &values)
{
    return values.at(1).toInt();
}

QString attemptKey(qint64 attempt)
{
    return QStringLiteral("attempt %1").arg(attempt);
}

QString seatKey(qint64 attempt, int position)
{
    return QStringLiteral("attempt %1, position %2").arg(attempt).arg(position);
}

QString eventKey(qint64 attempt, int seq)
{
    return QStringLiteral("attempt %1, event %2").arg(attempt).arg(seq);
}

Result<QList<qint64>> attemptIds(const QSqlDatabase &database)
{
    return collect(database, QStringLiteral("SELECT id FROM attempt ORDER BY id"), {},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<RowCounts> countRows(Profile &profile, qint64 attempt)
{
    const auto counts = collect(profile,
        QStringLiteral(
            "SELECT (SELECT position + 1 FROM attempt_item WHERE attempt = ? ORDER BY position DESC LIMIT 1), "
            "(SELECT seq + 1 FROM attempt_event WHERE attempt = ? ORDER BY seq DESC LIMIT 1)"),
        {attempt, attempt}, [](const QSqlQuery &row) {
            return RowCounts{row.value(0).toLongLong(), row.value(1).toLongLong()};
        });
    if (!counts)
        return counts.error();
    return counts->value(0);
}

bool isEnd(const QString &kind)
{
    return kind == word(EventKind::Submitted) || kind == word(EventKind::TimedOut) ||
           kind == word(EventKind::Abandoned);
}

Result<QSet<qint64>> verifyAttempts(Profile &profile, std::optional<qint64> only, const RowVisitor &visit)
{
    const QSqlDatabase database = profile.database();
    QSet<qint64> damaged;
    QHash<qint64, qint64> next;
    QList<qint64> attempts;
    const auto verify = [&](RowOf kind, const QString &sql, const QString &order) -> Outcome {
        const QString id = kind == RowOf::Attempt ? QStringLiteral("id") : QStringLiteral("attempt");
        const QString where = only ? QStringLiteral(" WHERE %1 = ?").arg(id) : QString();
        auto query = run(database, sql + where + order, only ? QVariantList{*only} : QVariantList{});
        if (!query)
            return query.error();
        std::optional<qint64> previous;
        bool ended = false;
        while (query->next()) {
            const QVariantList values = rowValues(*query);
            const qint64 attempt = values.first().toLongLong();
            const bool intact = isIntact(values);
            const bool fits = kind == RowOf::Attempt || values.at(1).toLongLong() == next[attempt]++;
            if (kind == RowOf::Attempt)
                attempts.append(attempt);
            if (!fits || !intact)
                damaged.insert(attempt);
            // A row whose attempt's number is what broke still lies behind the rows it belongs to; not so where it is
            // the next one of its own attempt, or where nothing can follow.
            if (!intact && !fits && previous && !ended)
                damaged.insert(*previous);
            if (intact) {
                previous = attempt;
                ended = kind == RowOf::Event && isEnd(values.at(2).toString());
            }
            if (visit)
                visit(kind, values);
        }
        return query->lastError().isValid() ? Outcome(storeError(query->lastError())) : Outcome(Done{});
    };
    Outcome verified = verify(RowOf::Attempt, setupSql(), QString());
    if (verified)
        verified = verify(RowOf::Seat, seatSql(), QStringLiteral(" ORDER BY attempt, position"));
    const qint64 seats = only ? next.value(*only) : 0;
    next.clear();
    if (verified)
        verified = verify(RowOf::Event, eventSql(), QStringLiteral(" ORDER BY attempt, seq"));
    if (!verified)
        return verified.error();
    for (const qint64 attempt : std::as_const(attempts)) {
        if (!next.contains(attempt))
            damaged.insert(attempt);
    }
    if (only) {
        const auto counts = countRows(profile, *only);
        if (!counts)
            return counts.error();
        if (counts->seats != seats || counts->events != next.value(*only))
            damaged.insert(*only);
    }
    return damaged;
}

Result<QSet<qint64>> damagedAttempts(Profile &profile, std::optional<qint64> only)
{
    auto damaged = verifyAttempts(profile, only);
    if (damaged || damaged.error().code != ErrorCode::ProfileDamaged)
        return damaged;
    if (only)
        return QSet<qint64>{*only};
    const auto ids = attemptIds(profile.database());
    if (!ids)
        return ids.error();
    QSet<qint64> each;
    for (const qint64 id : *ids) {
        const auto ofOne = damagedAttempts(profile, id);
        if (!ofOne)
            return ofOne.error();
        each.unite(*ofOne);
    }
    return each;
}

} // namespace lectern
