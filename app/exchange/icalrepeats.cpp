// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalrepeats.h"

#include <QDateTime>

#include <algorithm>
#include <memory>

namespace lectern
{

namespace
{

constexpr qint64 msPerDay = qint64(24) * 60 * 60 * 1000;
constexpr qint64 slack = 2 * msPerDay; ///< more than any zone is from another

template<std::size_t Size>
qint64 choices(const short (&values)[Size])
{
    const auto end = std::find(std::begin(values), std::end(values), short(ICAL_RECURRENCE_ARRAY_MAX));
    return std::max<qint64>(1, end - std::begin(values));
}

/// Steps that libical goes for a day of a rule, taken or not.
double stepsPerDay(const icalrecurrencetype &rule)
{
    const double each =
        double(choices(rule.by_second)) * double(choices(rule.by_minute)) * double(choices(rule.by_hour));
    switch (rule.freq) {
    case ICAL_SECONDLY_RECURRENCE:
        return each * 86'400 / rule.interval;
    case ICAL_MINUTELY_RECURRENCE:
        return each * 1'440 / rule.interval;
    case ICAL_HOURLY_RECURRENCE:
        return each * 24 / rule.interval;
    default:
        return each;
    }
}

/// The local time of an instant, within a day: where it is only to be before or behind something.
icaltimetype about(qint64 utcMs, const icaltimetype &like)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).date();
    icaltimetype time = like;
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    return time;
}

struct FreeIterator {
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

class Repeats
{
public:
    Repeats(const IcalEvent &event, const IcalSpan &wanted, QList<IcalSpan> &times)
        : m_event(event)
        , m_wanted(wanted)
        , m_times(times)
        , m_start(*event.start)
        , m_length(event.start->isDate() ? event.days * msPerDay + slack : event.lengthMs)
    {
    }

    void addFixed()
    {
        add(m_start);
        for (const IcalSpan &more : m_event.more) {
            if (m_event.exceptInstants.contains(more.from))
                continue;
            const qint64 length = more.to > more.from ? more.to - more.from : m_length;
            take({more.from, more.from + length});
        }
    }

    std::optional<CalendarProblem> follow(const IcalRule &rule, qint64 &left)
    {
        const qint64 begin = m_wanted.from - m_length - slack;
        if (m_start.utcMs >= m_wanted.to || (rule.until && rule.until->utcMs < begin))
            return std::nullopt;
        icalrecurrencetype bounded = rule.rule;
        bounded.count = 0;
        bounded.until = about(m_wanted.to + slack, m_start.local);
        // A rule that counts has to be counted from where it starts.
        const bool jumps = rule.rule.count == 0 && m_start.utcMs < begin && bounded.freq >= ICAL_DAILY_RECURRENCE;
        const qint64 from = jumps ? begin : m_start.utcMs;
        const double steps = (double(m_wanted.to + slack - from) / double(msPerDay) + 1) * stepsPerDay(bounded);
        if (steps > double(left))
            return CalendarProblem{rule.line, CalendarFault::TooMuch, {}};
        left -= qint64(steps);

        const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
            icalrecur_iterator_new(bounded, m_start.local));
        if (!iterator)
            return CalendarProblem{rule.line, CalendarFault::BadRule, {}};
        if (jumps)
            icalrecur_iterator_set_start(iterator.get(), about(begin, m_start.local));
        int count = 0;
        for (icaltimetype at = icalrecur_iterator_next(iterator.get()); !icaltime_is_null_time(at);
             at = icalrecur_iterator_next(iterator.get())) {
            const IcalTime time{at, m_start.zone, m_start.zone.utcMs(at)};
            if ((rule.until && time.utcMs > rule.until->utcMs) || time.utcMs >= m_wanted.to || count > steps)
                break;
            if (++count > rule.rule.count && rule.rule.count > 0)
                break;
            add(time);
        }
        return std::nullopt;
    }

private:
    void add(const IcalTime &time)
    {
        if (m_event.exceptInstants.contains(time.utcMs) || m_event.exceptDays.contains(time.date()))
            return;
        if (!time.isDate()) {
            take({time.utcMs, time.utcMs + m_length});
            return;
        }
        const QDate after = time.date().addDays(m_event.days);
        icaltimetype end = time.local;
        end.year = after.year();
        end.month = after.month();
        end.day = after.day();
        take({time.utcMs, time.zone.utcMs(end)});
    }

    void take(const IcalSpan &span)
    {
        if (span.from < span.to && span.from < m_wanted.to && span.to > m_wanted.from)
            m_times.append({std::max(span.from, m_wanted.from), std::min(span.to, m_wanted.to)});
    }

    const IcalEvent &m_event;
    const IcalSpan &m_wanted;
    QList<IcalSpan> &m_times;
    const IcalTime &m_start;
    const qint64 m_length;
};

} // namespace

std::optional<CalendarProblem> addTimes(
    const IcalEvent &event, const IcalSpan &wanted, qint64 &left, QList<IcalSpan> &times)
{
    Repeats repeats(event, wanted, times);
    repeats.addFixed();
    for (const IcalRule &rule : event.rules) {
        if (auto problem = repeats.follow(rule, left))
            return problem;
    }
    return std::nullopt;
}

} // namespace lectern
