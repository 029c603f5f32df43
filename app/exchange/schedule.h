// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "certification.h"
#include "plan.h"
#include "result.h"

#include <QByteArray>
#include <QTimeZone>

namespace lectern
{

struct ScheduleExport {
    const Certification *certification = nullptr;
    QList<Block> blocks;
    Appointment appointment;
    qint64 nowUtcMs = 0;
    QByteArray zone; ///< IANA id of the learner's evenings; empty: floating times
};

/// RFC 5545 calendar with one event a block (stable UIDs, so a second import updates) and one for the exam. Written
/// with libical.
QByteArray toICalendar(const ScheduleExport &schedule);

/// UTF-8 CSV (RFC 4180) with a header row: date, start, minutes, kind, domain, topic, stage, state, logged_minutes. A
/// cell that a spreadsheet would run as a formula is prefixed by an apostrophe.
QByteArray toCsv(const ScheduleExport &schedule);

} // namespace lectern
