// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planpaper.h"

namespace lectern::test
{

/// Plans as paper gets them, from Monday 19 October 2026 on; it is Monday 23 November 2026.
struct SamplePlan {
    int weeks = 12;
    QList<int> lengths{120, 90, 30}; ///< minutes of the blocks of a day
    bool exam = true;                ///< on the Saturday after the last week
    bool longNames = false;
};

inline PlanPaper samplePaper(const Certification &shipped, const SamplePlan &plan)
{
    Certification certification = shipped;
    if (plan.longNames) {
        const QString more = QStringLiteral(" under heavy load, with unevenlydistributedpartitionkeys and late data");
        for (Domain &domain : certification.domains) {
            domain.title += more;
            for (Topic &topic : domain.topics) {
                topic.title += more;
                topic.shortTitle = QStringLiteral("Wwwwwwwwwwwwwwwwww");
            }
        }
        for (Stage &stage : certification.path)
            stage.title += more;
        for (Project &project : certification.projects)
            project.title += more;
        certification.shortTitle += more;
    }
    PlanInputs inputs;
    inputs.start = QDate(2026, 10, 19);
    inputs.minutesPerWeekday = {240, 240, 0, 240, 240, 420, 300};
    inputs.startMinute.fill(8 * 60);
    QList<Topic> topics;
    for (const Domain &domain : std::as_const(certification.domains))
        topics += domain.topics;
    QList<Block> blocks;
    constexpr BlockKind kinds[] = {BlockKind::Read, BlockKind::Lab, BlockKind::Questions, BlockKind::Review,
        BlockKind::Buffer, BlockKind::Rehearsal, BlockKind::Project};
    int number = 0;
    for (int day = 0; day < 7 * plan.weeks; ++day) {
        const QDate date = inputs.start.addDays(day);
        if (inputs.minutesPerWeekday.at(size_t(date.dayOfWeek() - 1)) == 0)
            continue;
        int start = 8 * 60;
        for (const int minutes : plan.lengths) {
            Block block;
            block.id = BlockId{++number};
            block.uuid = QString::number(number);
            block.date = date;
            block.startMinute = start;
            block.minutes = minutes;
            block.kind = kinds[number % int(std::size(kinds))];
            if (block.kind <= BlockKind::Questions)
                block.topic = topics.at(number % topics.size()).id;
            if (block.kind == BlockKind::Project && !certification.projects.isEmpty()) {
                const Project &project = certification.projects.constFirst();
                block.project = project.id;
                block.requirement = project.requirements.at(number % project.requirements.size()).id;
            }
            const qsizetype stages = certification.path.size();
            block.stage = certification.path.at(std::min(stages - 1, stages * day / (7 * plan.weeks))).id;
            if (date < QDate(2026, 11, 20))
                block.state = number % 9 == 0 ? BlockState::Partly : BlockState::Done;
            else if (date < QDate(2026, 11, 23))
                block.state = BlockState::Excused;
            block.loggedMinutes = block.state == BlockState::Partly ? minutes / 2 : 0;
            blocks.append(block);
            start += minutes + 5;
        }
    }
    Appointment appointment;
    if (plan.exam) {
        appointment.date = inputs.start.addDays(7 * plan.weeks + 5);
        appointment.time = QTime(10, 0);
        appointment.zone = "Europe/Berlin";
        appointment.place = plan.longNames ? QStringLiteral("Test centre at the corner of a street with a long name, "
                                                            "third floor, ring twice")
                                           : QStringLiteral("Test centre");
        inputs.examDate = appointment.date;
    }
    return {certification, blocks, inputs, appointment, QDate(2026, 11, 23)};
}

} // namespace lectern::test
