// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairwork.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int step = 5; ///< minutes
constexpr int tenMinutes = 10;
constexpr int smallPiece = 30; ///< minutes: a day's part in spreading is not smaller where it need not be
constexpr int restAfterRehearsal = 4;
constexpr int rehearsalGap = 3; ///< days
constexpr int wholeWithin = 14; ///< days in which a place for all of a work is looked for
constexpr int spreadOver = 28;  ///< days, at first
constexpr int openEnd = 366;    ///< days, of a plan without an exam

int up(int minutes)
{
    return (minutes + step - 1) / step * step;
}

bool isRehearsal(const Block &block)
{
    return block.kind == BlockKind::Rehearsal;
}

} // namespace

RepairWork::RepairWork(const RepairCase &plan, const Slip &slip)
    : m_plan(plan)
{
    m_end = plan.inputs.examDate.isValid() ? plan.inputs.examDate : plan.today;
    for (const Block &block : plan.blocks) {
        add(block);
        m_names.insert(block.uuid);
        if (!plan.inputs.examDate.isValid())
            m_end = std::max(m_end, block.date.addDays(openEnd));
    }
    settle(slip);
    followRehearsals();
    std::stable_sort(
        m_work.begin(), m_work.end(), [](const Block &one, const Block &other) { return one.date < other.date; });
}

void RepairWork::find(RepairKind kind)
{
    placeRehearsals();
    if (kind == RepairKind::UseBuffer)
        useBuffers();
    placeFree();
    if (kind == RepairKind::Spread)
        spread();
    if (kind == RepairKind::DropLeast)
        replaceLesser();
    m_dropped += workLeft();
}

void RepairWork::settle(const Slip &slip)
{
    const QList<Block> ask = asking(slip);
    for (const Block &owed : slip.owed) {
        Block settled = take(owed.uuid);
        settled.settled = true;
        add(settled);
        const int minutes = up(owed.owedMinutes());
        const int half = up(minutes / 2);
        const MissedAnswer answer =
            ask.contains(owed) ? m_plan.answers.value(owed.uuid, MissedAnswer::Again) : MissedAnswer::Again;
        if (answer == MissedAnswer::Drop || minutes < tenMinutes) {
            m_dropped += minutes;
        } else if (answer == MissedAnswer::TenMinutes) {
            addWork(owed, tenMinutes);
            m_dropped += minutes - tenMinutes;
        } else if (answer == MissedAnswer::Split && !isRehearsal(owed) && minutes - half >= shortestBlock) {
            addWork(owed, half);
            const QString first = m_work.constLast().uuid;
            addWork(owed, minutes - half, 1);
            m_halves.insert(m_work.constLast().uuid, first);
        } else {
            addWork(owed, std::max(minutes, shortestBlock));
        }
    }
    for (const Block &block : slip.misplaced) {
        take(block.uuid);
        if (block.kind != BlockKind::Buffer)
            m_work.append(block);
    }
    for (Block &work : m_work)
        work.depends = m_renewed.value(work.depends, work.depends);
}

void RepairWork::addWork(const Block &origin, int minutes, int part)
{
    Block work = origin;
    work.id = {};
    work.uuid = freshUuid(QStringLiteral("repair/%1/%2").arg(origin.uuid, QString::number(part)));
    work.minutes = minutes;
    work.state = BlockState::Planned;
    work.loggedMinutes = 0;
    work.locked = false;
    work.settled = false;
    work.misses = origin.misses + (origin.state == BlockState::Excused ? 0 : 1);
    // What is left of a rehearsal is no rehearsal.
    if (isRehearsal(work) && minutes < rehearsalMinutes) {
        work.kind = BlockKind::Questions;
        work.aim = BlockAim::Timed;
    }
    if (part == 0)
        m_renewed.insert(origin.uuid, work.uuid);
    m_work.append(work);
}

/// The look at a report comes after its rehearsal, so it goes where that goes.
void RepairWork::followRehearsals()
{
    QSet<QString> moving;
    for (const Block &work : std::as_const(m_work)) {
        if (isRehearsal(work) || work.aim == BlockAim::Timed)
            moving.insert(work.uuid);
    }
    const QList<Block> looks =
        ahead([](const Block &block) { return block.aim == BlockAim::Lookback && mayMove(block); });
    for (const Block &look : looks) {
        const QString base = m_renewed.value(look.depends, look.depends);
        if (!moving.contains(base))
            continue;
        Block block = take(look.uuid);
        block.depends = base;
        m_work.append(block);
    }
}

void RepairWork::placeRehearsals()
{
    // What a rehearsal displaces is added behind.
    for (qsizetype i = 0, count = m_work.size(); i < count; ++i) {
        if (!isRehearsal(m_work[i]))
            continue;
        Block work = m_work[i];
        bool placed = false;
        for (QDate date = m_plan.today; date.daysTo(m_end) >= restAfterRehearsal && !placed; date = date.addDays(1)) {
            if (!m_plan.inputs.longSitting[static_cast<std::size_t>(date.dayOfWeek() - 1)])
                continue;
            FreeDay day = freeDay(date);
            placed = put(work, day, work.minutes);
        }
        if (!placed)
            makeRoom(work);
        m_work[i] = work;
    }
    forgetPlaced();
}

void RepairWork::makeRoom(Block &rehearsal)
{
    const auto rehearsed = [this](QDate date) {
        const QList<Block> day = m_days.value(date);
        return std::any_of(day.cbegin(), day.cend(), isRehearsal);
    };
    const QList<QDate> dates = m_days.keys();
    for (const QDate date : dates) {
        bool unfit = date <= m_plan.today || date.daysTo(m_end) < restAfterRehearsal ||
                     !m_plan.inputs.longSitting[static_cast<std::size_t>(date.dayOfWeek() - 1)];
        for (int days = 1 - rehearsalGap; days < rehearsalGap && !unfit; ++days)
            unfit = rehearsed(date.addDays(days));
        if (unfit)
            continue;
        const QList<Block> before = m_days.value(date);
        QList<Block> displaced;
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            if (!givesWay(before[i]))
                continue;
            displaced.append(take(before[i].uuid));
            FreeDay day = freeDay(date);
            if (!put(rehearsal, day, rehearsal.minutes))
                continue;
            m_work.append(displaced);
            return;
        }
        for (const Block &block : std::as_const(displaced))
            add(block);
    }
}

void RepairWork::placeFree()
{
    for (const bool whole : {true, false}) {
        const QDate end = whole ? std::min(m_end, m_plan.today.addDays(wholeWithin)) : m_end;
        for (QDate date = m_plan.today; date < end && !m_work.isEmpty(); date = date.addDays(1))
            fill(date, whole);
    }
}

void RepairWork::useBuffers()
{
    const QList<Block> buffers =
        ahead([](const Block &block) { return block.kind == BlockKind::Buffer && mayMove(block); });
    for (const Block &next : buffers) {
        if (m_work.isEmpty())
            return;
        Block buffer = take(next.uuid);
        for (Block &work : m_work) {
            const int minutes = pieceOf(work, buffer.minutes);
            if (isRehearsal(work) || minutes == 0 || !boundOf(work).allows(buffer.date, buffer.startMinute))
                continue;
            const int start = buffer.startMinute;
            const int taken = std::max(minutes, shortestBlock);
            buffer.startMinute += taken;
            buffer.minutes -= taken;
            put(work, buffer.date, start, minutes);
        }
        if (buffer.minutes >= shortestBlock)
            add(buffer);
        forgetPlaced();
    }
}

/// Over four weeks if those have enough to give, and over more if not.
void RepairWork::spread()
{
    for (qint64 days = spreadOver; workLeft() > 0; days *= 2) {
        const QDate end = std::min(m_end, m_plan.today.addDays(days));
        int all = 0;
        for (QDate date = m_plan.today.addDays(1); date < end; date = date.addDays(1))
            all += givable(date);
        if (all >= workLeft() || end == m_end)
            spreadUntil(end, std::min(1.0, static_cast<double>(workLeft()) / std::max(1, all)));
        if (end == m_end)
            return;
    }
}

/// Every day gives in proportion; what that leaves over is taken from the first days that still have something.
void RepairWork::spreadUntil(QDate end, double part)
{
    double due = 0;
    for (const bool rest : {false, true}) {
        for (QDate date = m_plan.today.addDays(1); date < end && workLeft() > 0; date = date.addDays(1)) {
            const int most = givable(date);
            due += most * part;
            const int asked = rest ? most : std::min(most, up(static_cast<int>(due)));
            const int wanted = std::min(asked, std::max(shortestBlock, workLeft()));
            if (asked < (rest ? shortestBlock : smallPiece))
                continue;
            const int before = workLeft();
            const QList<Block> day = m_days.value(date);
            const int freed = shrink(date, wanted);
            fill(date, false);
            due -= before - workLeft();
            if (workLeft() < before)
                m_dropped += freed;
            else
                m_days[date] = day; // nothing may lie there: the day keeps its minutes
        }
    }
}

void RepairWork::replaceLesser()
{
    struct Candidate {
        double value;
        Block block;
    };
    QList<Candidate> candidates;
    const QList<Block> movable = ahead(mayMove);
    for (const Block &block : movable) {
        if (givesWay(block))
            candidates.append({valueOf(block, m_plan.topics), block});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &one, const Candidate &other) {
        return one.value != other.value ? one.value < other.value : earlier(one.block, other.block);
    });
    std::stable_sort(m_work.begin(), m_work.end(), [this](const Block &one, const Block &other) {
        return valueOf(one, m_plan.topics) > valueOf(other, m_plan.topics);
    });
    for (Block &work : m_work) {
        const double value = valueOf(work, m_plan.topics);
        for (qsizetype i = 0; i < candidates.size() && work.minutes > 0 && candidates[i].value < value; ++i) {
            const Block lesser = candidates[i].block;
            const int minutes = pieceOf(work, lesser.minutes);
            if (isRehearsal(work) || minutes == 0 || !boundOf(work).allows(lesser.date, lesser.startMinute))
                continue;
            take(lesser.uuid);
            put(work, lesser.date, lesser.startMinute, minutes);
            m_dropped += lesser.minutes;
            candidates.removeAt(i--);
        }
    }
    forgetPlaced();
}

void RepairWork::fill(QDate date, bool whole)
{
    FreeDay day = freeDay(date);
    for (Block &work : m_work) {
        const int room = std::min(day.longestStretch(), day.allowance);
        if (room < shortestBlock)
            break;
        put(work, day, whole ? work.minutes : pieceOf(work, room));
    }
    forgetPlaced();
}

} // namespace lectern
