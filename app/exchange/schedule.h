// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "calendarentry.h"
#include "certification.h"
#include "plan.h"

#include <QByteArray>

namespace lectern
{

struct ScheduleExport {
    const Certification *certification = nullptr; ///< never null
    QList<Block> blocks;
    Appointment appointment;
    QDate renewal;         ///< last day of a certificate that was won; invalid: none
    QByteArray zone;       ///< IANA id of the learner's evenings; empty or unknown: floating times
    int alarmMinutes = -1; ///< before each block that is to be worked on; negative: none
};

/// One event a block (its uid stays, so a second import updates), one for the exam, which keeps the zone of the place
/// it is sat, and one for the day of a renewal.
QList<CalendarEvent> calendarEvents(const ScheduleExport &schedule);

/// RFC 5545 calendar, the same bytes for the same entries. Written with libical; lines end with CRLF.
QByteArray toICalendar(const QList<CalendarEntry> &entries);

/// UTF-8 CSV (RFC 4180) with a header row: date, start, minutes, kind, domain, topic, stage, state, logged_minutes. A
/// cell that a spreadsheet would run as a formula is prefixed by an apostrophe.
QByteArray toCsv(const ScheduleExport &schedule);

} // namespace lectern
