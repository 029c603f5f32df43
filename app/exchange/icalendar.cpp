// SPDX-License-Identifier: GPL-3.0-or-later
#include "icaltimezone.h"
#include "schedule.h"
#include "scheduletext.h"

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

void add(icalcomponent *event, icalproperty *time, const QByteArray &zone)
{
    if (!zone.isEmpty())
        icalproperty_add_parameter(time, icalparameter_new_tzid(zone.constData()));
    icalcomponent_add_property(event, time);
}

/// Writes the events of one calendar and gathers which zones they speak of.
class Writer
{
public:
    explicit Writer(const ScheduleExport &schedule)
        : m_schedule(schedule)
        , m_calendar(icalcomponent_new_vcalendar())
    {
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_version("2.0"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_prodid("-//Lectern//Study schedule//EN"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_calscale("GREGORIAN"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
        m_first = m_last = QDateTime::fromMSecsSinceEpoch(schedule.nowUtcMs, Qt::UTC).date();
        for (const Block &block : schedule.blocks)
            cover(block.date);
        if (schedule.appointment.booked())
            cover(schedule.appointment.date);
    }

    QByteArray write()
    {
        const QByteArray studyZone = knownZone(m_schedule.zone);
        const QByteArray examZone = knownZone(m_schedule.appointment.zone);
        for (const Block &block : m_schedule.blocks)
            writeBlock(block, studyZone);
        if (m_schedule.appointment.booked())
            writeExam(examZone);
        if (m_schedule.renewal.isValid())
            writeRenewal();
        char *text = icalcomponent_as_ical_string_r(m_calendar.get());
        const QByteArray bytes(text);
        icalmemory_free_buffer(text);
        return bytes;
    }

private:
    void cover(QDate date)
    {
        m_first = std::min(m_first, date);
        m_last = std::max(m_last, date);
    }

    /// The zone if its rules could be added to the calendar, else empty: then times float. To be asked before events
    /// are written, since some readers want the rules first.
    QByteArray knownZone(const QByteArray &zone)
    {
        if (m_zones.contains(zone))
            return zone;
        if (!QTimeZone(zone).isValid())
            return {};
        ComponentPtr rules = timezoneComponent(zone, m_first, m_last);
        if (!rules)
            return {};
        icalcomponent_add_component(m_calendar.get(), rules.release());
        m_zones.append(zone);
        return zone;
    }

    icalcomponent *newEvent(const QByteArray &uid)
    {
        icalcomponent *event = icalcomponent_new_vevent();
        icalcomponent_add_property(event, icalproperty_new_uid(uid.constData()));
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_schedule.nowUtcMs, Qt::UTC);
        icaltimetype stamp = localTime(now);
        stamp.zone = icaltimezone_get_utc_timezone();
        icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
        icalcomponent_add_component(m_calendar.get(), event);
        return event;
    }

    /// The end follows from real time, so that a block over a clock change stays as long as it is.
    static void addSpan(icalcomponent *event, QDate date, int startMinute, int minutes, const QByteArray &zone)
    {
        const QTime start(startMinute / 60, startMinute % 60);
        const QDateTime from =
            zone.isEmpty() ? QDateTime(date, start, Qt::UTC) : QDateTime(date, start, QTimeZone(zone));
        add(event, icalproperty_new_dtstart(localTime(from)), zone);
        add(event, icalproperty_new_dtend(localTime(from.addSecs(qint64(minutes) * 60))), zone);
    }

    void writeBlock(const Block &block, const QByteArray &zone)
    {
        const BlockText text = textOf(*m_schedule.certification, block);
        icalcomponent *event = newEvent(plain(block.uuid) + "@lectern");
        addSpan(event, block.date, block.startMinute, block.minutes, zone);
        const QString summary = QStringLiteral("%1 %2 (%3 min, %4)")
                                    .arg(text.code, text.title, QString::number(block.minutes), word(block.kind));
        icalcomponent_add_property(event, icalproperty_new_summary(plain(summary).constData()));
        QStringList lines{text.topic, text.stage};
        lines.removeAll(QString());
        if (!lines.isEmpty())
            icalcomponent_add_property(event, icalproperty_new_description(plain(lines.join(u'\n')).constData()));
        // A comma separates categories; libical 3 does not escape it.
        const QByteArray domain = plain(QString(text.domain).remove(u','));
        if (!domain.isEmpty())
            icalcomponent_add_property(event, icalproperty_new_categories(domain.constData()));
        icalcomponent_add_property(event, icalproperty_new_categories(word(block.kind).toUtf8().constData()));
    }

    void writeExam(const QByteArray &zone)
    {
        const Certification &certification = *m_schedule.certification;
        const Appointment &appointment = m_schedule.appointment;
        icalcomponent *event = newEvent("exam-" + plain(certification.id) + "@lectern");
        if (appointment.time.isValid()) {
            const Blueprint *blueprint = certification.blueprint(appointment.blueprint);
            const int minutes = blueprint ? blueprint->minutes : certification.exam.minutes;
            addSpan(event, appointment.date, appointment.time.hour() * 60 + appointment.time.minute(), minutes, zone);
        } else {
            icalcomponent_add_property(event, icalproperty_new_dtstart(dayOf(appointment.date)));
        }
        const QString summary = QStringLiteral("Exam: %1").arg(certification.title);
        icalcomponent_add_property(event, icalproperty_new_summary(plain(summary).constData()));
        if (!appointment.place.isEmpty())
            icalcomponent_add_property(event, icalproperty_new_location(plain(appointment.place).constData()));
        icalcomponent_add_property(event, icalproperty_new_categories("exam"));
    }

    void writeRenewal()
    {
        const Certification &certification = *m_schedule.certification;
        icalcomponent *event = newEvent("renewal-" + plain(certification.id) + "@lectern");
        icalcomponent_add_property(event, icalproperty_new_dtstart(dayOf(m_schedule.renewal)));
        const QString summary = QStringLiteral("Renew: %1").arg(certification.title);
        icalcomponent_add_property(event, icalproperty_new_summary(plain(summary).constData()));
        icalcomponent_add_property(event, icalproperty_new_categories("exam"));
    }

    const ScheduleExport &m_schedule;
    ComponentPtr m_calendar;
    QList<QByteArray> m_zones;
    QDate m_first;
    QDate m_last;
};

} // namespace

QByteArray toICalendar(const ScheduleExport &schedule)
{
    return Writer(schedule).write();
}

} // namespace lectern
