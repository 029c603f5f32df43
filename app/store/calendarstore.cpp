// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarstore.h"

#include "changelog.h"
#include "profile.h"
#include "query.h"

#include <QHash>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int minutesOfADay = 24 * 60;

struct SourceRow {
    QString source;
    BusyTime time;
};

bool isSound(const BusyTime &time)
{
    return time.date.isValid() && time.startMinute >= 0 && time.startMinute < time.endMinute &&
           time.endMinute <= minutesOfADay;
}

} // namespace

CalendarStore::CalendarStore(Profile &profile, ChangeLog &changes)
    : m_profile(profile)
    , m_changes(changes)
{
}

Result<QList<CalendarEntry>> CalendarStore::entries() const
{
    const auto rows = collect(m_profile.database(),
        QStringLiteral("SELECT uid, sequence, modified_utc_ms, content, cancelled FROM calendar_entry"), {},
        [](const QSqlQuery &row) -> std::optional<CalendarEntry> {
            const auto event = calendarEventFrom(row.value(0).toString(), row.value(3).toString());
            const int sequence = wholeNumber(row.value(1));
            if (!event || sequence < 0)
                return std::nullopt;
            return CalendarEntry{*event, sequence, row.value(2).toLongLong(), row.value(4).toBool()};
        });
    if (!rows)
        return rows.error();
    QList<CalendarEntry> entries;
    for (const std::optional<CalendarEntry> &entry : *rows) {
        if (!entry)
            return Error{ErrorCode::ProfileDamaged, QStringLiteral("an entry of the calendar cannot be read"),
                QStringLiteral("calendar_entry")};
        entries.append(*entry);
    }
    return entries;
}

Outcome CalendarStore::keepEntries(const QList<CalendarEntry> &entries)
{
    const auto before = this->entries();
    if (!before)
        return before.error();
    QHash<QString, CalendarEntry> known;
    for (const CalendarEntry &entry : *before)
        known.insert(entry.event.uid, entry);
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun;
    const QSqlDatabase database = m_profile.database();
    for (const CalendarEntry &entry : entries) {
        if (known.take(entry.event.uid) == entry)
            continue;
        const Outcome written = execute(database,
            QStringLiteral("INSERT OR REPLACE INTO calendar_entry(uid, sequence, modified_utc_ms, content, cancelled) "
                           "VALUES(?, ?, ?, ?, ?)"),
            {entry.event.uid, entry.sequence, entry.modifiedUtcMs, toText(entry.event), entry.cancelled ? 1 : 0});
        if (!written)
            return written;
    }
    for (auto gone = known.keyBegin(); gone != known.keyEnd(); ++gone) {
        const Outcome removed = execute(database, QStringLiteral("DELETE FROM calendar_entry WHERE uid = ?"), {*gone});
        if (!removed)
            return removed;
    }
    return transaction.commit();
}

Result<QList<BusySource>> CalendarStore::sources() const
{
    const auto rows = collect(m_profile.database(),
        QStringLiteral("SELECT source, date, start_minute, end_minute FROM busy_time "
                       "ORDER BY source, date, start_minute, id"),
        {}, [](const QSqlQuery &row) {
            return SourceRow{row.value(0).toString(), {QDate::fromString(row.value(1).toString(), Qt::ISODate),
                                                          wholeNumber(row.value(2)), wholeNumber(row.value(3))}};
        });
    if (!rows)
        return rows.error();
    QList<BusySource> sources;
    for (const SourceRow &row : *rows) {
        if (!isSound(row.time))
            return Error{
                ErrorCode::ProfileDamaged, QStringLiteral("a busy time cannot be read"), QStringLiteral("busy_time")};
        if (sources.isEmpty() || sources.constLast().name != row.source)
            sources.append({row.source, {}});
        sources.last().times.append(row.time);
    }
    return sources;
}

Result<QList<BusyTime>> CalendarStore::busyTimes() const
{
    const auto known = sources();
    if (!known)
        return known.error();
    QList<BusyTime> times;
    for (const BusySource &source : *known)
        times += source.times;
    return times;
}

Outcome CalendarStore::setSource(const BusySource &source)
{
    if (source.name.isEmpty() || !std::all_of(source.times.cbegin(), source.times.cend(), &isSound))
        return Error{
            ErrorCode::BadInput, QStringLiteral("a busy time has a source, a day and some minutes of it"), source.name};
    const QSqlDatabase database = m_profile.database();
    const auto replaced = collect(database, QStringLiteral("SELECT id FROM busy_time WHERE source = ?"), {source.name},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!replaced)
        return replaced.error();
    const auto touch = [this](qint64 id) {
        return m_changes.touch(QStringLiteral("busy_time"), {{QStringLiteral("id"), id}});
    };
    for (const qint64 id : *replaced) {
        Outcome removed = touch(id);
        if (removed)
            removed = execute(database, QStringLiteral("DELETE FROM busy_time WHERE id = ?"), {id});
        if (!removed)
            return removed;
    }
    for (const BusyTime &time : source.times) {
        const auto id = nextId(database, QStringLiteral("busy_time"));
        if (!id)
            return id.error();
        Outcome added = touch(*id);
        if (added)
            added = execute(database,
                QStringLiteral(
                    "INSERT INTO busy_time(id, source, date, start_minute, end_minute) VALUES(?, ?, ?, ?, ?)"),
                {*id, source.name, time.date.toString(Qt::ISODate), time.startMinute, time.endMinute});
        if (!added)
            return added;
    }
    return Done{};
}

} // namespace lectern
