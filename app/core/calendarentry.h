// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lectern
{

/// An event as other calendars see it: all that makes it another one when it changes. Local date and time in `zone`.
struct CalendarEvent {
    QString uid; ///< of the event in every version of the calendar
    QDate date;
    int startMinute = -1; ///< from midnight; negative: the whole day
    int minutes = 0;
    QString zone; ///< IANA id; empty: floating
    QString summary;
    QString description; ///< lines
    QString place;
    QStringList categories;
    int alarmMinutes = -1; ///< before the start; negative: none
    bool free = false;     ///< takes no time from whoever looks for some

    bool operator==(const CalendarEvent &) const = default;
};

/// What other calendars were told last of one event. A calendar takes an event again only when its sequence is higher.
struct CalendarEntry {
    CalendarEvent event;
    int sequence = 0;
    qint64 modifiedUtcMs = 0;
    bool cancelled = false;

    bool operator==(const CalendarEntry &) const = default;
};

/// How long a cancelled event is told after its day and after it was cancelled, for calendars that look rarely.
inline constexpr int cancelledDays = 90;

/// What to tell now that `events` is all there is: those that were not told before begin at sequence 0, those that
/// changed or come back have the next one, those that are gone are cancelled until cancelledDays are over. Nothing else
/// changes, so that what is told twice is told in the same words. In order of date, start and uid.
QList<CalendarEntry> publishedEntries(
    const QList<CalendarEntry> &before, const QList<CalendarEvent> &events, qint64 nowUtcMs);

/// The event as a text that keeps all of it, its uid excepted, and back; nothing for what toText cannot have written.
QString toText(const CalendarEvent &event);
std::optional<CalendarEvent> calendarEventFrom(const QString &uid, const QString &text);

} // namespace lectern
