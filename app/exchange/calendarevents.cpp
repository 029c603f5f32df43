// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"
#include "scheduletext.h"

#include <QTimeZone>

#include <algorithm>

namespace lectern
{

namespace
{

/// A zone that nobody knows would move the events of whoever guesses it.
QString knownZone(const QByteArray &zone)
{
    return QTimeZone(zone).isValid() ? QString::fromLatin1(zone) : QString();
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Kind, topic, stage, and what a project is to prove.
QString descriptionOf(const Certification &certification, const Block &block, const BlockText &text)
{
    QStringList lines{capitalised(word(block.kind))};
    if (!text.topic.isEmpty())
        lines.append(text.topic);
    if (!text.stage.isEmpty())
        lines.append(text.stage);
    if (const Project *project = certification.project(block.project)) {
        lines.append(QStringLiteral("Project: %1").arg(project->title));
        const auto requirement = std::find_if(project->requirements.cbegin(), project->requirements.cend(),
            [&block](const Requirement &candidate) { return candidate.id == block.requirement; });
        if (requirement != project->requirements.cend())
            lines.append(QStringLiteral("To prove: %1").arg(requirement->title));
    }
    return lines.join(u'\n');
}

CalendarEvent blockEvent(const ScheduleExport &schedule, const Block &block, const QString &zone)
{
    const BlockText text = textOf(*schedule.certification, block);
    CalendarEvent event;
    event.uid = block.uuid + QStringLiteral("@lectern");
    event.date = block.date;
    event.startMinute = block.startMinute;
    event.minutes = block.minutes;
    event.zone = zone;
    event.summary = QStringLiteral("%1 %2 (%3 min, %4)")
                        .arg(text.code, text.title, QString::number(block.minutes), word(block.kind));
    event.description = descriptionOf(*schedule.certification, block, text);
    if (!text.domain.isEmpty())
        event.categories.append(QStringLiteral("%1 %2").arg(text.code, text.domain));
    event.categories.append(word(block.kind));
    event.free = block.kind == BlockKind::Buffer;
    if (!event.free && block.state == BlockState::Planned)
        event.alarmMinutes = schedule.alarmMinutes;
    return event;
}

CalendarEvent examEvent(const ScheduleExport &schedule)
{
    const Certification &certification = *schedule.certification;
    const Appointment &appointment = schedule.appointment;
    CalendarEvent event;
    event.uid = QStringLiteral("exam-%1@lectern").arg(certification.id);
    event.date = appointment.date;
    if (appointment.time.isValid()) {
        const Blueprint *blueprint = certification.blueprint(appointment.blueprint);
        event.startMinute = appointment.time.hour() * 60 + appointment.time.minute();
        event.minutes = blueprint ? blueprint->minutes : certification.exam.minutes;
        event.zone = knownZone(appointment.zone);
    }
    event.summary = QStringLiteral("Exam: %1").arg(certification.title);
    event.place = appointment.place;
    event.categories.append(QStringLiteral("exam"));
    return event;
}

CalendarEvent renewalEvent(const ScheduleExport &schedule)
{
    CalendarEvent event;
    event.uid = QStringLiteral("renewal-%1@lectern").arg(schedule.certification->id);
    event.date = schedule.renewal;
    event.summary = QStringLiteral("Renew: %1").arg(schedule.certification->title);
    event.categories.append(QStringLiteral("exam"));
    event.free = true;
    return event;
}

} // namespace

QList<CalendarEvent> calendarEvents(const ScheduleExport &schedule)
{
    const QString zone = knownZone(schedule.zone);
    QList<CalendarEvent> events;
    for (const Block &block : schedule.blocks)
        events.append(blockEvent(schedule, block, zone));
    if (schedule.appointment.booked())
        events.append(examEvent(schedule));
    if (schedule.renewal.isValid())
        events.append(renewalEvent(schedule));
    return events;
}

} // namespace lectern
