// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedules.h"

#include "afterexam.h"
#include "context.h"

namespace lectern
{

Result<ScheduleExport> scheduleOf(const Context &context)
{
    const auto blocks = context.plan.allBlocks();
    if (!blocks)
        return blocks.error();
    const auto appointment = context.plan.appointment();
    if (!appointment)
        return appointment.error();
    const auto results = context.evidence.results(context.certification.id);
    if (!results)
        return results.error();
    const auto zoned = context.self.setting(Setting::CalendarZoned);
    const auto alarm = context.self.setting(Setting::CalendarAlarmMinutes);
    ScheduleExport schedule;
    schedule.certification = &context.certification;
    schedule.blocks = *blocks;
    schedule.appointment = *appointment;
    schedule.renewal = afterExam(*results, *appointment, context.certification.exam, context.localNow().date()).renewal;
    if (zoned && zoned->toBool())
        schedule.zone = context.zone().id();
    schedule.alarmMinutes = alarm ? alarm->toInt() : -1;
    return schedule;
}

Result<QList<CalendarEntry>> toldToCalendars(Context &context, const ScheduleExport &schedule)
{
    const auto before = context.calendar.entries();
    if (!before)
        return before.error();
    const QList<CalendarEntry> told = publishedEntries(*before, calendarEvents(schedule), context.now().utcMs);
    if (const Outcome kept = context.calendar.keepEntries(told); !kept)
        return kept.error();
    return told;
}

} // namespace lectern
