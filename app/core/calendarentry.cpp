// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarentry.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace lectern
{

namespace
{

constexpr qint64 second = 1000; ///< what calendars tell instants by

QDate utcDay(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).date();
}

/// Later than the one before even where the clock was set back.
CalendarEntry changed(CalendarEntry entry, qint64 nowUtcMs)
{
    ++entry.sequence;
    entry.modifiedUtcMs = std::max(nowUtcMs, entry.modifiedUtcMs + second);
    return entry;
}

bool stillTold(const CalendarEntry &cancelled, QDate today)
{
    const QDate since = std::max(cancelled.event.date, utcDay(cancelled.modifiedUtcMs));
    return since.addDays(cancelledDays) >= today;
}

} // namespace

QList<CalendarEntry> publishedEntries(
    const QList<CalendarEntry> &before, const QList<CalendarEvent> &events, qint64 nowUtcMs)
{
    QHash<QString, CalendarEntry> gone;
    for (const CalendarEntry &entry : before)
        gone.insert(entry.event.uid, entry);
    QList<CalendarEntry> told;
    for (const CalendarEvent &event : events) {
        CalendarEntry entry{event, 0, nowUtcMs, false};
        if (const auto known = gone.constFind(event.uid); known != gone.cend()) {
            entry = *known;
            if (entry.cancelled || entry.event != event)
                entry = changed(entry, nowUtcMs);
            entry.event = event;
            entry.cancelled = false;
            gone.erase(known);
        }
        told.append(entry);
    }
    for (const CalendarEntry &known : std::as_const(gone)) {
        CalendarEntry entry = known.cancelled ? known : changed(known, nowUtcMs);
        entry.cancelled = true;
        if (stillTold(entry, utcDay(nowUtcMs)))
            told.append(entry);
    }
    const auto order = [](const CalendarEntry &entry) {
        return std::tie(entry.event.date, entry.event.startMinute, entry.event.uid);
    };
    std::sort(told.begin(), told.end(),
        [&order](const CalendarEntry &one, const CalendarEntry &other) { return order(one) < order(other); });
    return told;
}

QString toText(const CalendarEvent &event)
{
    QJsonObject object{
        {QStringLiteral("date"), event.date.toString(Qt::ISODate)},
        {QStringLiteral("start"), event.startMinute},
        {QStringLiteral("minutes"), event.minutes},
        {QStringLiteral("zone"), event.zone},
        {QStringLiteral("summary"), event.summary},
        {QStringLiteral("description"), event.description},
        {QStringLiteral("place"), event.place},
        {QStringLiteral("categories"), QJsonArray::fromStringList(event.categories)},
        {QStringLiteral("alarm"), event.alarmMinutes},
        {QStringLiteral("free"), event.free},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<CalendarEvent> calendarEventFrom(const QString &uid, const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    CalendarEvent event;
    event.uid = uid;
    event.date = QDate::fromString(object.value(QStringLiteral("date")).toString(), Qt::ISODate);
    if (!event.date.isValid())
        return std::nullopt;
    event.startMinute = object.value(QStringLiteral("start")).toInt(-1);
    event.minutes = object.value(QStringLiteral("minutes")).toInt();
    event.zone = object.value(QStringLiteral("zone")).toString();
    event.summary = object.value(QStringLiteral("summary")).toString();
    event.description = object.value(QStringLiteral("description")).toString();
    event.place = object.value(QStringLiteral("place")).toString();
    const QJsonArray categories = object.value(QStringLiteral("categories")).toArray();
    for (const QJsonValue &category : categories)
        event.categories.append(category.toString());
    event.alarmMinutes = object.value(QStringLiteral("alarm")).toInt(-1);
    event.free = object.value(QStringLiteral("free")).toBool();
    return event;
}

} // namespace lectern
