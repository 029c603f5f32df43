// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalevent.h"

#include <QDateTime>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 msPerSecond = 1000;
constexpr int secondsPerDay = 24 * 60 * 60;
constexpr int earliestYear = 1583; ///< the first that the calendar holds for
constexpr int latestYear = 9999;

CalendarProblem problem(const IcalLine &line, CalendarFault fault)
{
    return {line.number, fault, QString::fromUtf8(line.value().left(80))};
}

bool isSound(const icaltimetype &time)
{
    if (time.year < earliestYear || time.year > latestYear || !QDate::isValid(time.year, time.month, time.day))
        return false;
    return time.is_date || (time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                               time.second >= 0 && time.second <= 60);
}

/// Reads the lines of one event; the first problem ends it.
class Reader
{
public:
    Reader(IcalZones &zones, IcalEvent &event)
        : m_zones(zones)
        , m_event(event)
    {
    }

    std::optional<CalendarProblem> read(const IcalPart &part)
    {
        m_event.line = part.line;
        for (const IcalLine &line : part.lines) {
            if (line.name == "STATUS" && line.value().toUpper() == "CANCELLED")
                m_event.free = true;
            else if (line.name == "TRANSP" && line.value().toUpper() == "TRANSPARENT")
                m_event.free = true;
            else if (line.name == "UID")
                m_event.uid = line.value();
        }
        // Rules mean their end in the zone of the start.
        for (const bool others : {false, true}) {
            for (const IcalLine &line : part.lines) {
                if ((line.name == "DTSTART") != others && !m_problem)
                    take(line);
            }
        }
        if (!m_problem && m_event.start)
            measure();
        // A note without any time takes none.
        m_event.free = m_event.free || !m_event.start;
        return m_problem;
    }

private:
    void take(const IcalLine &line)
    {
        // A cancelled instance still replaces the one it was.
        if (m_event.free && line.name != "RECURRENCE-ID")
            return;
        static const QList<QByteArray> needed{
            "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"};
        // Some programs write what they have nothing for.
        if (!needed.contains(line.name) || line.value().isEmpty())
            return;
        if (!m_event.start && line.name != "DTSTART" && line.name != "RECURRENCE-ID") {
            m_problem = CalendarProblem{m_event.line, CalendarFault::NoStart, {}};
            return;
        }
        const ComponentPtr properties = icalProperties(line);
        icalproperty *property =
            properties ? icalcomponent_get_first_property(properties.get(), ICAL_ANY_PROPERTY) : nullptr;
        if (!property)
            m_problem = problem(line, line.name == "RRULE" ? CalendarFault::BadRule : CalendarFault::BadTime);
        for (; property && !m_problem; property = icalcomponent_get_next_property(properties.get(), ICAL_ANY_PROPERTY))
            take(line, property);
    }

    void take(const IcalLine &line, icalproperty *property)
    {
        switch (icalproperty_isa(property)) {
        case ICAL_DTSTART_PROPERTY:
            m_event.start = time(line, property, icalproperty_get_dtstart(property));
            break;
        case ICAL_DTEND_PROPERTY:
            m_end = time(line, property, icalproperty_get_dtend(property));
            m_endLine = line;
            break;
        case ICAL_DURATION_PROPERTY:
            m_duration = icaldurationtype_as_int(icalproperty_get_duration(property));
            m_endLine = line;
            break;
        case ICAL_RECURRENCEID_PROPERTY:
            m_event.replaces = time(line, property, icalproperty_get_recurrenceid(property));
            break;
        case ICAL_EXDATE_PROPERTY:
            if (const auto except = time(line, property, icalproperty_get_exdate(property))) {
                if (except->isDate())
                    m_event.exceptDays.insert(except->date());
                else
                    m_event.exceptInstants.insert(except->utcMs);
            }
            break;
        case ICAL_RDATE_PROPERTY:
            addMore(line, property, icalproperty_get_rdate(property));
            break;
        case ICAL_RRULE_PROPERTY:
            addRule(line, icalproperty_get_rrule(property));
            break;
        default:
            m_problem = problem(line, CalendarFault::BadTime);
        }
    }

    std::optional<IcalTime> time(const IcalLine &line, icalproperty *property, icaltimetype value)
    {
        if (!isSound(value)) {
            m_problem = problem(line, CalendarFault::BadTime);
            return std::nullopt;
        }
        QByteArray id;
        if (icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER))
            id = QByteArray(icalparameter_get_tzid(parameter)).trimmed();
        if (value.is_date)
            id.clear();
        else if (icaltime_is_utc(value))
            id = "UTC";
        const std::optional<IcalZone> zone = m_zones.zone(id);
        if (!zone) {
            m_problem = m_zones.broken(id).value_or(
                CalendarProblem{line.number, CalendarFault::UnknownZone, QString::fromUtf8(id.left(80))});
            return std::nullopt;
        }
        value.zone = nullptr;
        return IcalTime{value, *zone, zone->utcMs(value)};
    }

    void addMore(const IcalLine &line, icalproperty *property, const icaldatetimeperiodtype &value)
    {
        const bool period = icaltime_is_null_time(value.time) != 0;
        const auto from = time(line, property, period ? value.period.start : value.time);
        if (!from)
            return;
        IcalSpan span{from->utcMs, from->utcMs};
        if (period && !icaltime_is_null_time(value.period.end)) {
            if (const auto to = time(line, property, value.period.end))
                span.to = to->utcMs;
        } else if (period) {
            span.to += qint64(icaldurationtype_as_int(value.period.duration)) * msPerSecond;
        }
        if (span.to < span.from)
            m_problem = problem(line, CalendarFault::EndsEarlier);
        m_event.more.append(span);
    }

    void addRule(const IcalLine &line, const icalrecurrencetype &value)
    {
        IcalRule rule{value, std::nullopt, line.number};
        if (value.freq == ICAL_NO_RECURRENCE || value.interval < 1 || value.count < 0)
            m_problem = problem(line, CalendarFault::BadRule);
        else if (!icaltime_is_null_time(value.until)) {
            icaltimetype until = value.until;
            if (!isSound(until)) {
                m_problem = problem(line, CalendarFault::BadRule);
                return;
            }
            const bool utc = icaltime_is_utc(until) != 0;
            until.zone = nullptr;
            // A day as the end of times of day means all of it.
            if (until.is_date && !m_event.start->isDate()) {
                until.is_date = 0;
                until.hour = 23;
                until.minute = until.second = 59;
            }
            const IcalZone zone = utc ? IcalZone(QTimeZone::utc()) : m_event.start->zone;
            rule.until = IcalTime{until, zone, zone.utcMs(until)};
        }
        m_event.rules.append(rule);
    }

    /// Without an end, an event of a day lasts the day and every other takes no time.
    void measure()
    {
        const IcalTime &start = *m_event.start;
        qint64 seconds = 0;
        if (m_end && start.isDate())
            seconds = start.date().daysTo(m_end->date()) * secondsPerDay;
        else if (m_end)
            seconds = (m_end->utcMs - start.utcMs) / msPerSecond;
        else
            seconds = m_duration.value_or(0);
        if (seconds < 0)
            m_problem = problem(*m_endLine, CalendarFault::EndsEarlier);
        else if (start.isDate())
            m_event.days = std::max(1, int(seconds / secondsPerDay));
        else
            m_event.lengthMs = seconds * msPerSecond;
    }

    IcalZones &m_zones;
    IcalEvent &m_event;
    std::optional<IcalTime> m_end;
    std::optional<qint64> m_duration;
    std::optional<IcalLine> m_endLine;
    std::optional<CalendarProblem> m_problem;
};

qint64 utcMs(const icaltimetype &time)
{
    return IcalZone(QTimeZone::utc()).utcMs(time);
}

} // namespace

std::optional<CalendarProblem> readEvent(const IcalPart &part, IcalZones &zones, IcalEvent &event)
{
    return Reader(zones, event).read(part);
}

std::optional<CalendarProblem> readFreeBusy(const IcalPart &part, QList<IcalSpan> &spans)
{
    for (const IcalLine &line : part.lines) {
        if (line.name != "FREEBUSY" || line.value().isEmpty())
            continue;
        const ComponentPtr properties = icalProperties(line);
        if (!properties)
            return problem(line, CalendarFault::BadTime);
        for (icalproperty *p = icalcomponent_get_first_property(properties.get(), ICAL_FREEBUSY_PROPERTY); p;
             p = icalcomponent_get_next_property(properties.get(), ICAL_FREEBUSY_PROPERTY)) {
            icalparameter *type = icalproperty_get_first_parameter(p, ICAL_FBTYPE_PARAMETER);
            if (type && icalparameter_get_fbtype(type) == ICAL_FBTYPE_FREE)
                continue;
            const icalperiodtype period = icalproperty_get_freebusy(p);
            const bool ends = !icaltime_is_null_time(period.end);
            if (!isSound(period.start) || (ends && !isSound(period.end)))
                return problem(line, CalendarFault::BadTime);
            const qint64 from = utcMs(period.start);
            const qint64 to =
                ends ? utcMs(period.end) : from + qint64(icaldurationtype_as_int(period.duration)) * msPerSecond;
            if (to < from)
                return problem(line, CalendarFault::EndsEarlier);
            spans.append({from, to});
        }
    }
    return std::nullopt;
}

} // namespace lectern
