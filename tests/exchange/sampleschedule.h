// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule.h"

namespace lectern::test
{

inline Certification sampleCertification()
{
    Certification certification;
    certification.id = QStringLiteral("sample");
    certification.title = QStringLiteral("Sample Engineer");
    certification.exam.minutes = 120;
    Domain delta{QStringLiteral("d3"), QStringLiteral("D3"), QStringLiteral("Enterprise Delta Lake"), 100, {}};
    delta.topics.append({QStringLiteral("d3.2"), QStringLiteral("Change data capture (CDC) patterns"),
        QStringLiteral("CDC patterns"), {}});
    certification.domains.append(delta);
    Stage stage;
    stage.id = QStringLiteral("delta");
    stage.title = QStringLiteral("Advanced Delta Lake and lakehouse architecture");
    stage.domains = QStringList{QStringLiteral("d3")};
    certification.path.append(stage);
    return certification;
}

inline constexpr qint64 sampleNow = 1760000000000; ///< 2025-10-09 08:53:20 UTC

inline Block sampleBlock(const QString &uuid, QDate date, int startMinute = 18 * 60 + 30, int minutes = 90)
{
    Block block;
    block.uuid = uuid;
    block.date = date;
    block.startMinute = startMinute;
    block.minutes = minutes;
    block.kind = BlockKind::Lab;
    block.topic = QStringLiteral("d3.2");
    block.stage = QStringLiteral("delta");
    return block;
}

/// Blocks on either side of the end of summer time in Berlin (25 October 2026) and an exam in New York.
inline ScheduleExport sampleSchedule(const Certification &certification)
{
    ScheduleExport schedule;
    schedule.certification = &certification;
    schedule.zone = "Europe/Berlin";
    schedule.blocks = {sampleBlock(QStringLiteral("aaaa-1"), QDate(2026, 10, 24)),
        sampleBlock(QStringLiteral("aaaa-2"), QDate(2026, 10, 26))};
    schedule.appointment.date = QDate(2027, 1, 9);
    schedule.appointment.time = QTime(10, 0);
    schedule.appointment.zone = "America/New_York";
    schedule.appointment.place = QStringLiteral("Test centre, room 4; 2nd floor");
    return schedule;
}

/// As it is told to calendars that were told nothing before.
inline QList<CalendarEntry> sampleEntries(const ScheduleExport &schedule)
{
    return publishedEntries({}, calendarEvents(schedule), sampleNow);
}

} // namespace lectern::test
