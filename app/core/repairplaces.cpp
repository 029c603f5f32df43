// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a repair: what is free, what a work may take, and the blocks as they lie.
#include "repairwork.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int step = 5;            ///< minutes
constexpr int givenPercent = 25;   ///< of a block's minutes, at most
constexpr int givesFrom = 45;      ///< minutes of a block that gives
constexpr int lastDayMinutes = 60; ///< of the day before the exam

} // namespace

FreeDay RepairWork::freeDay(QDate date) const
{
    FreeDay day;
    day.date = date;
    if (date < m_plan.today || date >= m_end)
        return day;
    const QList<Block> blocks = m_days.value(date);
    day.free = freeStretches(m_plan.inputs, date, blocks);
    if (date == m_plan.today) {
        for (Stretch &stretch : day.free)
            stretch.start = std::max(stretch.start, (m_plan.minuteOfDay + step - 1) / step * step);
        day.free.removeIf([](const Stretch &stretch) { return stretch.minutes() < shortestBlock; });
    }
    day.allowance = day.freeMinutes();
    if (date.daysTo(m_plan.inputs.examDate) == 1 && m_plan.today.daysTo(m_plan.inputs.examDate) > 2) {
        int used = 0;
        for (const Block &block : blocks)
            used += block.minutes;
        day.allowance = std::min(day.allowance, std::max(0, lastDayMinutes - used));
    }
    return day;
}

RepairWork::Bound RepairWork::boundOf(const Block &work) const
{
    Bound bound{m_plan.today, 0, {}, false};
    if (const Block *base = coming(work.depends)) {
        bound.date = base->date;
        bound.minute = base->endMinute();
    } else if (work.aim == BlockAim::Lookback && !m_where.contains(work.depends)) {
        bound.never = true;
    }
    if (const Block *half = coming(m_halves.value(work.uuid)))
        bound.notOn = half->date;
    return bound;
}

int RepairWork::pieceOf(const Block &work, int room) const
{
    if (room < shortestBlock)
        return 0;
    if (work.minutes <= room)
        return work.minutes;
    int piece = std::min(room, m_plan.inputs.blockMinutes) / step * step;
    if (work.minutes - piece < shortestBlock)
        piece = (work.minutes - shortestBlock) / step * step;
    return work.kind == BlockKind::Rehearsal || piece < shortestBlock ? 0 : piece;
}

bool RepairWork::put(Block &work, FreeDay &day, int minutes)
{
    const Bound bound = boundOf(work);
    if (minutes <= 0 || !bound.allows(day.date, 24 * 60))
        return false;
    const auto slot = day.takeWhole(std::max(minutes, shortestBlock), bound.date == day.date ? bound.minute : 0);
    if (slot)
        put(work, day.date, slot->start, minutes);
    return slot.has_value();
}

void RepairWork::put(Block &work, QDate date, int start, int minutes)
{
    Block block = work;
    const int piece = m_pieces[work.uuid]++;
    if (piece > 0) {
        block.id = {};
        block.uuid = freshUuid(QStringLiteral("piece/%1/%2").arg(work.uuid, QString::number(piece)));
    }
    block.date = date;
    block.startMinute = start;
    block.minutes = minutes;
    add(block);
    m_new.insert(block.uuid);
    work.minutes -= minutes;
    m_placed += minutes;
}

int RepairWork::givable(QDate date) const
{
    if (date.daysTo(m_plan.inputs.examDate) == 1)
        return 0;
    int minutes = 0;
    const QList<Block> day = m_days.value(date);
    for (const Block &block : day) {
        if (givesWay(block) && block.minutes >= givesFrom)
            minutes += block.minutes * givenPercent / 100 / step * step;
    }
    return minutes;
}

int RepairWork::shrink(QDate date, int wanted)
{
    int freed = 0;
    int endBefore = -1; // of the block before, as it was
    int endNow = -1;
    for (Block &block : m_days[date]) {
        const int start = block.startMinute;
        const int end = block.endMinute();
        // What followed without a pause follows still, so that the time that is freed is in one piece.
        if (start == endBefore && mayMove(block))
            block.startMinute = endNow;
        if (freed < wanted && givesWay(block) && block.minutes >= givesFrom) {
            const int given = std::min(block.minutes * givenPercent / 100 / step * step, wanted - freed);
            block.minutes -= given;
            freed += given;
        }
        endBefore = end;
        endNow = block.endMinute();
    }
    return freed;
}

bool RepairWork::givesWay(const Block &block) const
{
    return mayMove(block) && block.kind != BlockKind::Rehearsal && block.kind != BlockKind::Buffer &&
           block.aim != BlockAim::Diagnostic && block.aim != BlockAim::GuideCheck && block.aim != BlockAim::Lookback &&
           !m_new.contains(block.uuid);
}

QList<Block> RepairWork::ahead(bool (*wanted)(const Block &)) const
{
    QList<Block> blocks;
    for (auto day = m_days.lowerBound(m_plan.today); day != m_days.cend(); ++day) {
        for (const Block &block : *day) {
            if ((block.date > m_plan.today || block.startMinute >= m_plan.minuteOfDay) && wanted(block))
                blocks.append(block);
        }
    }
    return blocks;
}

void RepairWork::forgetPlaced()
{
    m_work.removeIf([](const Block &work) { return work.minutes <= 0; });
}

int RepairWork::workLeft() const
{
    int minutes = 0;
    for (const Block &work : m_work)
        minutes += work.minutes;
    return minutes;
}

void RepairWork::add(const Block &block)
{
    m_where.insert(block.uuid, block.date);
    QList<Block> &day = m_days[block.date];
    day.insert(std::upper_bound(day.cbegin(), day.cend(), block, earlier) - day.cbegin(), block);
}

Block RepairWork::take(const QString &uuid)
{
    QList<Block> &day = m_days[m_where.take(uuid)];
    const auto at = std::find_if(day.cbegin(), day.cend(), [&uuid](const Block &block) { return block.uuid == uuid; });
    return day.takeAt(at - day.cbegin());
}

const Block *RepairWork::coming(const QString &uuid) const
{
    const auto day = m_days.constFind(m_where.value(uuid));
    if (day == m_days.cend() || day.key() < m_plan.today)
        return nullptr;
    const auto at =
        std::find_if(day->cbegin(), day->cend(), [&uuid](const Block &block) { return block.uuid == uuid; });
    return at == day->cend() ? nullptr : &*at;
}

QString RepairWork::freshUuid(const QString &name)
{
    QString uuid = blockUuid(name);
    for (int i = 1; m_names.contains(uuid); ++i)
        uuid = blockUuid(name + u'#' + QString::number(i));
    m_names.insert(uuid);
    return uuid;
}

QList<Block> RepairWork::blocks() const
{
    QList<Block> blocks;
    for (const QList<Block> &day : m_days)
        blocks.append(day);
    return blocks;
}

} // namespace lectern
