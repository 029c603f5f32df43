// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockplace.h"

#include "reportdesk.h"
#include "setupplaces.h"

namespace lectern
{

namespace
{

Place drillOf(const QString &topic)
{
    return topic.isEmpty() ? setUpMode(AttemptMode::Drill) : setUpTopic(topic);
}

/// Of the last rehearsal; where there is none, what went wrong anywhere.
Place lastRehearsal(const ReportDesk &reports)
{
    for (const ReportDesk::Past &past : reports.history()) {
        if (past.mode == AttemptMode::Rehearsal && !past.abandoned && !past.damaged)
            return {PageId::Exam, QStringLiteral("attempt/%1").arg(raw(past.id))};
    }
    return {PageId::Exam, QStringLiteral("errors")};
}

Place projectOf(const Block &block)
{
    if (block.project.isEmpty())
        return {PageId::Projects, {}};
    return {PageId::Projects, block.requirement.isEmpty() ? QStringLiteral("project/") + block.project
                                                          : block.project + u'/' + block.requirement};
}

std::optional<Place> placeOfKind(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Read:
    case BlockKind::Lab:
        return Place{PageId::Guide, block.topic};
    case BlockKind::Questions:
        return drillOf(block.topic);
    case BlockKind::Rehearsal:
        return setUpMode(AttemptMode::Rehearsal);
    case BlockKind::Review:
        return setUpDue();
    case BlockKind::Project:
        return projectOf(block);
    case BlockKind::Buffer:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Place> placeOf(const Block &block, const ReportDesk &reports)
{
    switch (block.aim) {
    case BlockAim::Study:
        break;
    case BlockAim::Return:
        return drillOf(block.topic);
    case BlockAim::Diagnostic:
        return setUpMode(AttemptMode::Diagnostic);
    case BlockAim::Timed:
        return setUpMode(AttemptMode::Timed);
    case BlockAim::Missed:
        return setUpDue();
    case BlockAim::Lookback:
        return lastRehearsal(reports);
    case BlockAim::GuideCheck:
        return Place{PageId::Guide, QStringLiteral("facts")};
    }
    return placeOfKind(block);
}

} // namespace lectern
