// SPDX-License-Identifier: GPL-3.0-or-later
#include "icaltimezone.h"
#include "schedule.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace lectern
{

namespace
{

/// Control characters have no place in iCalendar text; a line break is the only one that can be written.
QByteArray plain(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.removeIf([](QChar c) { return c != u'\n' && c.category() == QChar::Other_Control; });
    return text.toUtf8();
}

icaltimetype dayOf(QDate date)
{
    icaltimetype day = icaltime_null_date();
    day.year = date.year();
    day.month = date.month();
    day.day = date.day();
    return day;
}

icaltimetype localTime(const QDateTime &at)
{
    icaltimetype time = dayOf(at.date());
    time.is_date = 0;
    time.hour = at.time().hour();
    time.minute = at.time().minute();
    time.second = at.time().second();
    return time;
}

icaltimetype utcTime(qint64 utcMs)
{
    icaltimetype time = localTime(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC));
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

void add(icalcomponent *event, icalproperty *time, const QByteArray &zone)
{
    if (!zone.isEmpty())
        icalproperty_add_parameter(time, icalparameter_new_tzid(zone.constData()));
    icalcomponent_add_property(event, time);
}

/// The end follows from real time, so that a block over a clock change stays as long as it is.
void addSpan(icalcomponent *component, const CalendarEvent &event, const QByteArray &zone)
{
    if (event.startMinute < 0) {
        icalcomponent_add_property(component, icalproperty_new_dtstart(dayOf(event.date)));
        return;
    }
    const QTime start(event.startMinute / 60, event.startMinute % 60);
    const QDateTime from =
        zone.isEmpty() ? QDateTime(event.date, start, Qt::UTC) : QDateTime(event.date, start, QTimeZone(zone));
    add(component, icalproperty_new_dtstart(localTime(from)), zone);
    add(component, icalproperty_new_dtend(localTime(from.addSecs(qint64(event.minutes) * 60))), zone);
}

void addAlarm(icalcomponent *component, const CalendarEvent &event)
{
    icalcomponent *alarm = icalcomponent_new_valarm();
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(alarm, icalproperty_new_description(plain(event.summary).constData()));
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(-60 * event.alarmMinutes);
    icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
    icalcomponent_add_component(component, alarm);
}

/// Writes the events of one calendar and gathers which zones they speak of.
class Writer
{
public:
    explicit Writer(const QList<CalendarEntry> &entries)
        : m_entries(entries)
        , m_calendar(icalcomponent_new_vcalendar())
    {
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_version("2.0"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_prodid("-//Lectern//Study schedule//EN"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_calscale("GREGORIAN"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
        for (const CalendarEntry &entry : entries) {
            m_first = m_first.isValid() ? std::min(m_first, entry.event.date) : entry.event.date;
            m_last = m_last.isValid() ? std::max(m_last, entry.event.date) : entry.event.date;
        }
    }

    QByteArray write()
    {
        // Some readers want the rules of a zone before what happens in it.
        for (const CalendarEntry &entry : m_entries)
            addZone(entry.event.zone.toLatin1());
        for (const CalendarEntry &entry : m_entries)
            writeEvent(entry);
        char *text = icalcomponent_as_ical_string_r(m_calendar.get());
        const QByteArray bytes(text);
        icalmemory_free_buffer(text);
        return bytes;
    }

private:
    void addZone(const QByteArray &zone)
    {
        if (zone.isEmpty() || m_zones.contains(zone) || !QTimeZone(zone).isValid())
            return;
        if (ComponentPtr rules = timezoneComponent(zone, m_first, m_last)) {
            icalcomponent_add_component(m_calendar.get(), rules.release());
            m_zones.append(zone);
        }
    }

    void writeEvent(const CalendarEntry &entry)
    {
        const CalendarEvent &event = entry.event;
        icalcomponent *component = icalcomponent_new_vevent();
        icalcomponent_add_component(m_calendar.get(), component);
        const auto add = [component](icalproperty *property) { icalcomponent_add_property(component, property); };
        add(icalproperty_new_uid(plain(event.uid).constData()));
        const icaltimetype modified = utcTime(entry.modifiedUtcMs);
        add(icalproperty_new_dtstamp(modified));
        add(icalproperty_new_lastmodified(modified));
        add(icalproperty_new_sequence(entry.sequence));
        add(icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
        const QByteArray zone = event.zone.toLatin1();
        addSpan(component, event, m_zones.contains(zone) ? zone : QByteArray());
        add(icalproperty_new_summary(plain(event.summary).constData()));
        if (!event.description.isEmpty())
            add(icalproperty_new_description(plain(event.description).constData()));
        if (!event.place.isEmpty())
            add(icalproperty_new_location(plain(event.place).constData()));
        // A comma separates categories; libical 3 does not escape it.
        for (const QString &category : event.categories)
            add(icalproperty_new_categories(plain(QString(category).remove(u',')).constData()));
        add(icalproperty_new_transp(event.free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
        if (event.alarmMinutes >= 0 && !entry.cancelled)
            addAlarm(component, event);
    }

    const QList<CalendarEntry> &m_entries;
    ComponentPtr m_calendar;
    QList<QByteArray> m_zones;
    QDate m_first;
    QDate m_last;
};

} // namespace

QByteArray toICalendar(const QList<CalendarEntry> &entries)
{
    return Writer(entries).write();
}

} // namespace lectern
