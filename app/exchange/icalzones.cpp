// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalzones.h"

#include <QDateTime>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int mostObservances = 100; ///< in the rules of one zone
constexpr qsizetype mostDaysNamed = 7;

template<std::size_t Size>
qsizetype filled(const short (&values)[Size])
{
    return std::find(std::begin(values), std::end(values), short(ICAL_RECURRENCE_ARRAY_MAX)) - std::begin(values);
}

/// Clocks change a few times a year. libical writes down every change of a century and a half, and would at any rate.
bool isSoundRule(const icalrecurrencetype &rule)
{
    return rule.freq == ICAL_YEARLY_RECURRENCE && filled(rule.by_second) <= 1 && filled(rule.by_minute) <= 1 &&
           filled(rule.by_hour) <= 1 && filled(rule.by_day) <= 1 && filled(rule.by_month) <= 1 &&
           filled(rule.by_month_day) <= mostDaysNamed && filled(rule.by_year_day) <= 1 && filled(rule.by_week_no) <= 1;
}

bool isSound(const IcalLine &line)
{
    const ComponentPtr properties = icalProperties(line);
    icalproperty *property =
        properties ? icalcomponent_get_first_property(properties.get(), ICAL_ANY_PROPERTY) : nullptr;
    return property && (line.name != "RRULE" || isSoundRule(icalproperty_get_rrule(property)));
}

/// Older names are not among the available ones, and any one word may be a rule of POSIX instead of a place.
bool isSystemName(const QByteArray &id)
{
    if (QTimeZone::isTimeZoneIdAvailable(id))
        return true;
    const bool plain = std::all_of(id.cbegin(), id.cend(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '_' || c == '-'; });
    return plain && id.indexOf('/') > 0 && QTimeZone(id).isValid();
}

/// Names of zones as programs write them: with a vendor before them, or Windows' own.
QByteArray systemName(const QByteArray &id)
{
    for (QByteArray tail = id; !tail.isEmpty();) {
        if (isSystemName(tail))
            return tail;
        const qsizetype slash = tail.indexOf('/');
        tail = slash < 0 ? QByteArray() : tail.mid(slash + 1);
    }
    return QTimeZone::windowsIdToDefaultIanaId(id);
}

} // namespace

IcalZone::IcalZone(const QTimeZone &zone)
    : m_zone(zone)
{
}

IcalZone::IcalZone(ComponentPtr rules)
    : m_rules(icaltimezone_new(), [](icaltimezone *zone) { icaltimezone_free(zone, 1); })
{
    icaltimezone_set_component(m_rules.get(), rules.release());
}

qint64 IcalZone::utcMs(const icaltimetype &local) const
{
    const QDate date(local.year, local.month, local.day);
    const QTime time = local.is_date ? QTime(0, 0) : QTime(local.hour, local.minute, std::min(local.second, 59));
    if (!m_rules)
        return (local.is_date ? date.startOfDay(m_zone) : QDateTime(date, time, m_zone)).toMSecsSinceEpoch();
    icaltimetype wall = local;
    wall.is_date = 0;
    const int offset = icaltimezone_get_utc_offset(m_rules.get(), &wall, nullptr);
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - qint64(offset) * 1000;
}

IcalZones::IcalZones(const QTimeZone &local)
    : m_local(local)
{
}

void IcalZones::add(const IcalPart &timezone)
{
    for (const IcalLine &line : timezone.lines) {
        if (line.name == "TZID")
            m_brought.insert(line.value().replace("\\,", ",").replace("\\;", ";"), timezone);
    }
}

std::optional<IcalZone> IcalZones::zone(const QByteArray &id)
{
    if (id.isEmpty())
        return m_local;
    if (const auto known = m_known.constFind(id); known != m_known.cend())
        return *known;
    if (const QByteArray name = systemName(id); !name.isEmpty())
        return *m_known.insert(id, IcalZone(QTimeZone(name)));
    const auto brought = m_brought.constFind(id);
    if (brought == m_brought.cend() || m_broken.contains(id))
        return std::nullopt;

    QByteArray text = "BEGIN:VTIMEZONE\r\nTZID:brought\r\n";
    int observances = 0;
    for (const IcalPart &observance : brought->inside) {
        if (observance.name != "STANDARD" && observance.name != "DAYLIGHT")
            continue;
        text += "BEGIN:" + observance.name + "\r\n";
        for (const IcalLine &line : observance.lines) {
            static const QList<QByteArray> needed{"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"};
            if (!needed.contains(line.name))
                continue;
            if (!isSound(line)) {
                m_broken.insert(id, {line.number, CalendarFault::BadZone, QString::fromUtf8(line.value().left(80))});
                return std::nullopt;
            }
            text += line.text + "\r\n";
        }
        text += "END:" + observance.name + "\r\n";
        ++observances;
    }
    ComponentPtr rules(icalparser_parse_string((text + "END:VTIMEZONE\r\n").constData()));
    if (!rules || observances == 0 || observances > mostObservances || icalcomponent_count_errors(rules.get()) > 0) {
        m_broken.insert(id, {brought->line, CalendarFault::BadZone, QString::fromUtf8(id.left(80))});
        return std::nullopt;
    }
    return *m_known.insert(id, IcalZone(std::move(rules)));
}

std::optional<CalendarProblem> IcalZones::broken(const QByteArray &id) const
{
    const auto found = m_broken.constFind(id);
    return found == m_broken.cend() ? std::nullopt : std::optional(*found);
}

} // namespace lectern
