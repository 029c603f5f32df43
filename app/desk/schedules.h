// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "schedule.h"

namespace lectern
{

struct Context;

/// All blocks, the exam and the renewal as other programs get them, with zone and alarm as the settings say. Known
/// inside desk only.
Result<ScheduleExport> scheduleOf(const Context &context);

/// What calendars are to be told of it now, kept for the next time; whoever asks tells them.
Result<QList<CalendarEntry>> toldToCalendars(Context &context, const ScheduleExport &schedule);

} // namespace lectern
