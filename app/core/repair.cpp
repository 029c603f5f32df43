// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair.h"

#include "plandays.h"
#include "repairwork.h"

#include <algorithm>

namespace lectern
{

namespace
{

int sumOf(const QList<Block> &blocks, int (*minutes)(const Block &))
{
    int sum = 0;
    for (const Block &block : blocks)
        sum += minutes(block);
    return sum;
}

int owedOf(const Block &block)
{
    return block.owedMinutes();
}

bool overlapsBusy(const Block &block, const QList<BusyTime> &busy)
{
    return std::any_of(busy.cbegin(), busy.cend(), [&block](const BusyTime &taken) {
        return taken.date == block.date && taken.startMinute < block.endMinute() && block.startMinute < taken.endMinute;
    });
}

/// Blocks of one day that it has no room for: those that may go, from the least that can stay, the day's end first.
QList<Block> tooMuch(const QList<Block> &day, const PlanInputs &inputs)
{
    const int capacity = inputs.capacity(day.constFirst().date);
    QList<Block> out;
    int used = 0;
    for (const Block &block : day) {
        if (overlapsBusy(block, inputs.busy) && block.state == BlockState::Planned)
            out.append(block);
        else
            used += block.minutes;
    }
    // First buffers go, then what comes last.
    for (const bool buffers : {true, false}) {
        for (qsizetype i = day.size() - 1; i >= 0 && used > capacity; --i) {
            const Block &block = day[i];
            if ((block.kind == BlockKind::Buffer) != buffers || !mayMove(block) || out.contains(block))
                continue;
            out.append(block);
            used -= block.minutes;
        }
    }
    if (used > capacity) {
        for (const Block &block : day) {
            if (!mayMove(block) && !out.contains(block))
                out.append(block);
        }
    }
    return out;
}

int toCome(const QList<Block> &blocks, QDate today, bool buffers)
{
    int sum = 0;
    for (const Block &block : blocks) {
        if (block.date >= today && block.state == BlockState::Planned && (block.kind == BlockKind::Buffer) == buffers)
            sum += block.minutes;
    }
    return sum;
}

RepairOption optionOf(RepairKind kind, const RepairCase &plan, const QList<Block> &blocks)
{
    RepairOption option;
    option.kind = kind;
    option.blocks = blocks;
    option.studyBefore = toCome(plan.blocks, plan.today, false);
    option.bufferBefore = toCome(plan.blocks, plan.today, true);
    option.studyAfter = toCome(blocks, plan.today, false);
    option.bufferAfter = toCome(blocks, plan.today, true);
    return option;
}

} // namespace

bool mayMove(const Block &block)
{
    return block.state == BlockState::Planned && !block.locked && block.loggedMinutes == 0;
}

Slip slipOf(const RepairCase &plan)
{
    Slip slip;
    QMap<QDate, QList<Block>> days;
    for (const Block &block : plan.blocks) {
        const bool over = block.date < plan.today || (block.date == plan.today && block.state == BlockState::Partly);
        if (over) {
            if (block.kind != BlockKind::Buffer && block.owedMinutes() > 0)
                slip.owed.append(block);
        } else if (block.state != BlockState::Excused) {
            days[block.date].append(block);
        }
    }
    for (QList<Block> &day : days) {
        if (!std::is_sorted(day.cbegin(), day.cend(), earlier))
            std::sort(day.begin(), day.end(), earlier);
        const QList<Block> wrong = tooMuch(day, plan.inputs);
        for (const Block &block : wrong) {
            if (mayMove(block))
                slip.misplaced.append(block);
            else if (block.state == BlockState::Planned)
                slip.stuck.append(block);
        }
    }
    for (QList<Block> *blocks : {&slip.owed, &slip.misplaced, &slip.stuck})
        std::sort(blocks->begin(), blocks->end(), earlier);
    slip.owedMinutes = sumOf(slip.owed, owedOf);
    slip.misplacedMinutes = sumOf(slip.misplaced, owedOf);
    return slip;
}

QList<Block> asking(const Slip &slip)
{
    QList<Block> blocks;
    for (const Block &block : slip.owed) {
        if (block.state != BlockState::Excused && block.misses + 1 >= missesThatAsk)
            blocks.append(block);
    }
    return blocks;
}

QList<RepairOption> repairs(const RepairCase &plan)
{
    const Slip slip = slipOf(plan);
    QList<RepairOption> options;
    if (!slip.any()) {
        for (const RepairKind kind : {RepairKind::Spread, RepairKind::UseBuffer, RepairKind::DropLeast})
            options.append(optionOf(kind, plan, plan.blocks));
        return options;
    }
    const RepairWork work(plan, slip);
    for (const RepairKind kind : {RepairKind::Spread, RepairKind::UseBuffer, RepairKind::DropLeast}) {
        RepairWork way = work;
        way.find(kind);
        RepairOption option = optionOf(kind, plan, way.blocks());
        option.changes = changesBetween(plan.blocks, option.blocks, plan.today);
        option.placedMinutes = way.placedMinutes();
        option.droppedMinutes = way.droppedMinutes();
        options.append(option);
    }
    return options;
}

QList<BlockChange> changesBetween(const QList<Block> &before, const QList<Block> &after, QDate today)
{
    QHash<QString, const Block *> old;
    for (const Block &block : before) {
        if (block.date >= today)
            old.insert(block.uuid, &block);
    }
    QList<BlockChange> changes;
    for (const Block &block : after) {
        if (block.date < today)
            continue;
        const Block *was = old.take(block.uuid);
        if (!was)
            changes.append({BlockChange::What::Added, {}, block});
        else if (was->date != block.date || was->startMinute != block.startMinute)
            changes.append({was->date == block.date && was->minutes != block.minutes ? BlockChange::What::Resized
                                                                                     : BlockChange::What::Moved,
                *was, block});
        else if (was->minutes != block.minutes)
            changes.append({BlockChange::What::Resized, *was, block});
    }
    for (const Block *gone : std::as_const(old))
        changes.append({BlockChange::What::Removed, *gone, {}});
    const auto place = [](const BlockChange &change) -> const Block & {
        return change.what == BlockChange::What::Removed ? change.before : change.after;
    };
    std::sort(changes.begin(), changes.end(),
        [&](const BlockChange &one, const BlockChange &other) { return earlier(place(one), place(other)); });
    return changes;
}

double valueOf(const Block &block, const QList<TopicNeed> &topics)
{
    switch (block.kind) {
    case BlockKind::Buffer:
        return 0;
    case BlockKind::Rehearsal:
        return 8;
    case BlockKind::Project:
        return 1.5;
    default:
        break;
    }
    switch (block.aim) {
    case BlockAim::Diagnostic:
    case BlockAim::GuideCheck:
        return 10;
    case BlockAim::Lookback:
        return 6;
    case BlockAim::Timed:
        return 1.2;
    case BlockAim::Missed:
        return 1;
    default:
        break;
    }
    const auto need = std::find_if(
        topics.cbegin(), topics.cend(), [&block](const TopicNeed &one) { return one.topic == block.topic; });
    if (block.topic.isEmpty() || need == topics.cend())
        return 0.9;
    if (need->beyond())
        return 0.1;
    const double usual = 1.0 / static_cast<double>(topics.size());
    const double studied = block.aim == BlockAim::Return ? 0.8 : 1.0; // what was never read is worth more than a return
    return studied * need->share / usual * (0.5 + need->weakness);
}

QList<Block> excused(const QList<Block> &blocks, QDate first, QDate last, QDate today)
{
    QList<Block> after = blocks;
    for (Block &block : after) {
        if (block.date >= first && block.date <= last && block.date < today && block.state == BlockState::Planned &&
            block.loggedMinutes == 0)
            block.state = BlockState::Excused;
    }
    return after;
}

QString word(RepairKind kind)
{
    switch (kind) {
    case RepairKind::Spread:
        return QStringLiteral("spread");
    case RepairKind::UseBuffer:
        return QStringLiteral("buffer");
    case RepairKind::DropLeast:
        return QStringLiteral("drop");
    }
    return {};
}

QString word(MissedAnswer answer)
{
    switch (answer) {
    case MissedAnswer::Again:
        return QStringLiteral("again");
    case MissedAnswer::Split:
        return QStringLiteral("split");
    case MissedAnswer::Drop:
        return QStringLiteral("drop");
    case MissedAnswer::TenMinutes:
        return QStringLiteral("ten");
    }
    return {};
}

} // namespace lectern
