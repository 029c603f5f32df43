// SPDX-License-Identifier: GPL-3.0-or-later
#include "busyreader.h"

#include "icalrepeats.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 mostSteps = 4'000'000; ///< of all repetitions of a file: seconds, at worst
constexpr qsizetype mostTimes = 10'000; ///< that a plan can be made around
constexpr int minutesPerDay = 24 * 60;

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

/// One for each day, in minutes that hold all of it. A clock that is set back inside does not turn it around.
QList<BusyTime> byDay(const IcalSpan &span, const QTimeZone &local)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(span.from, local);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(span.to, local);
    QList<BusyTime> days;
    for (QDate date = from.date(); date <= to.date(); date = date.addDays(1)) {
        BusyTime time{date, 0, minutesPerDay};
        if (date == from.date())
            time.startMinute = minuteOf(from.time());
        if (date == to.date())
            time.endMinute = minuteOf(to.time()) + (to.time().second() > 0 || to.time().msec() > 0 ? 1 : 0);
        if (from.date() == to.date())
            time.endMinute = std::max(time.endMinute, time.startMinute + 1);
        if (time.startMinute < time.endMinute)
            days.append(time);
    }
    return days;
}

/// In order and apart from each other.
QList<BusyTime> merged(QList<IcalSpan> spans, const QTimeZone &local)
{
    std::sort(
        spans.begin(), spans.end(), [](const IcalSpan &one, const IcalSpan &other) { return one.from < other.from; });
    QList<IcalSpan> apart;
    for (const IcalSpan &span : std::as_const(spans)) {
        if (!apart.isEmpty() && span.from <= apart.constLast().to)
            apart.last().to = std::max(apart.constLast().to, span.to);
        else
            apart.append(span);
    }
    QList<BusyTime> times;
    for (const IcalSpan &span : std::as_const(apart)) {
        for (const BusyTime &time : byDay(span, local)) {
            if (!times.isEmpty() && times.constLast().date == time.date &&
                time.startMinute <= times.constLast().endMinute)
                times.last().endMinute = std::max(times.constLast().endMinute, time.endMinute);
            else
                times.append(time);
        }
    }
    return times;
}

class BusyReader
{
public:
    BusyReader(const QTimeZone &local, const BusyWanted &wanted)
        : m_local(local)
        , m_wanted(wanted)
        , m_span{wanted.first.startOfDay(local).toMSecsSinceEpoch(),
              wanted.last.addDays(1).startOfDay(local).toMSecsSinceEpoch()}
        , m_zones(local)
    {
    }

    BusyReading read(const QByteArray &bytes)
    {
        IcalParts file = icalParts(bytes);
        m_reading.problem = file.problem;
        for (const IcalPart &part : std::as_const(file.parts)) {
            if (part.name == "VTIMEZONE")
                m_zones.add(part);
        }
        for (const IcalPart &part : std::as_const(file.parts)) {
            if (m_reading.problem)
                break;
            if (part.name == "VEVENT")
                m_reading.problem = gather(part);
            else if (part.name == "VFREEBUSY")
                m_reading.problem = addFreeBusy(part);
        }
        for (const IcalEvent &event : std::as_const(m_events)) {
            if (!m_reading.problem)
                m_reading.problem = add(event);
        }
        if (!m_reading.problem)
            m_reading.times = merged(m_spans, m_local);
        if (m_reading.times.size() > mostTimes)
            m_reading.problem = CalendarProblem{1, CalendarFault::TooMuch, {}};
        if (m_reading.problem)
            return {{}, 0, 0, 0, 0, m_reading.problem};
        return m_reading;
    }

private:
    std::optional<CalendarProblem> gather(const IcalPart &part)
    {
        IcalEvent event;
        if (auto problem = readEvent(part, m_zones, event))
            return problem;
        if (event.uid.endsWith("@lectern")) {
            ++m_reading.own;
            return std::nullopt;
        }
        if (event.replaces)
            m_replaced[event.uid].append(*event.replaces);
        if (event.free)
            ++m_reading.free;
        else
            m_events.append(event);
        return std::nullopt;
    }

    std::optional<CalendarProblem> add(IcalEvent event)
    {
        const bool allDay = event.start->isDate();
        if (!event.replaces) {
            for (const IcalTime &moved : m_replaced.value(event.uid)) {
                if (moved.isDate())
                    event.exceptDays.insert(moved.date());
                else
                    event.exceptInstants.insert(moved.utcMs);
            }
        }
        QList<IcalSpan> times;
        if (auto problem = addTimes(event, m_span, m_stepsLeft, times))
            return problem;
        if (times.isEmpty())
            return std::nullopt;
        if (allDay)
            ++m_reading.allDay;
        if (allDay && !m_wanted.allDay)
            return std::nullopt;
        ++m_reading.events;
        m_spans += times;
        return std::nullopt;
    }

    std::optional<CalendarProblem> addFreeBusy(const IcalPart &part)
    {
        QList<IcalSpan> spans;
        if (auto problem = readFreeBusy(part, spans))
            return problem;
        for (const IcalSpan &span : std::as_const(spans)) {
            if (span.from >= span.to || span.from >= m_span.to || span.to <= m_span.from)
                continue;
            m_spans.append({std::max(span.from, m_span.from), std::min(span.to, m_span.to)});
            ++m_reading.events;
        }
        return std::nullopt;
    }

    const QTimeZone m_local;
    const BusyWanted m_wanted;
    const IcalSpan m_span;
    IcalZones m_zones;
    qint64 m_stepsLeft = mostSteps;
    QList<IcalEvent> m_events;
    QHash<QByteArray, QList<IcalTime>> m_replaced; ///< by uid
    QList<IcalSpan> m_spans;
    BusyReading m_reading;
};

} // namespace

BusyReading readBusyTimes(const QByteArray &bytes, const QTimeZone &local, const BusyWanted &wanted)
{
    return BusyReader(local, wanted).read(bytes);
}

} // namespace lectern
