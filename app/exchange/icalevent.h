// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "icalzones.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QSet>

#include <optional>

namespace lectern
{

/// A date or time as a property tells it.
struct IcalTime {
    icaltimetype local{}; ///< without a zone
    IcalZone zone;
    qint64 utcMs = 0;

    bool isDate() const { return local.is_date != 0; }
    QDate date() const { return QDate(local.year, local.month, local.day); }
};

struct IcalRule {
    icalrecurrencetype rule{};
    std::optional<IcalTime> until; ///< as the rule means it: in the zone of the start unless it is UTC
    int line = 0;
};

/// A stretch of real time, in milliseconds since 1970.
struct IcalSpan {
    qint64 from = 0;
    qint64 to = 0;
};

/// What of a VEVENT decides when it takes place.
struct IcalEvent {
    int line = 0;
    QByteArray uid;
    bool free = false; ///< cancelled, transparent or without any time; has a start otherwise
    std::optional<IcalTime> start;
    qint64 lengthMs = 0; ///< of every time it takes place; of whole days 0
    int days = 0;        ///< of an event of whole days
    QList<IcalRule> rules;
    QList<IcalSpan> more;             ///< RDATE; `to` is `from` where it has no end of its own
    QSet<qint64> exceptInstants;      ///< EXDATE, in milliseconds since 1970
    QSet<QDate> exceptDays;           ///< EXDATE without a time of day
    std::optional<IcalTime> replaces; ///< RECURRENCE-ID
};

/// Reads it, or says what is wrong. Events that are free are read no further than that.
std::optional<CalendarProblem> readEvent(const IcalPart &part, IcalZones &zones, IcalEvent &event);

/// The times that a VFREEBUSY tells as taken.
std::optional<CalendarProblem> readFreeBusy(const IcalPart &part, QList<IcalSpan> &spans);

} // namespace lectern
