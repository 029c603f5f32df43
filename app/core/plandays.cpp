// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandays.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace lectern
{

namespace
{

constexpr int crumb = 60; ///< minutes: a long stretch is not cut into a long block and less than this

Stretch without(Stretch stretch, int fromFront)
{
    stretch.start += fromFront;
    return stretch;
}

Slots part(Slots row, qsizetype begin, qsizetype end)
{
    return row.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

QDate dateAt(Slots row, qsizetype at)
{
    return row[static_cast<std::size_t>(at)].date;
}

QDate mondayOf(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

} // namespace

int FreeDay::freeMinutes() const
{
    return std::accumulate(
        free.cbegin(), free.cend(), 0, [](int sum, const Stretch &stretch) { return sum + stretch.minutes(); });
}

int FreeDay::longestStretch() const
{
    int longest = 0;
    for (const Stretch &stretch : free)
        longest = std::max(longest, stretch.minutes());
    return longest;
}

std::optional<Slot> FreeDay::takeWhole(int minutes, int notBefore)
{
    if (minutes < shortestBlock || minutes > allowance)
        return std::nullopt;
    for (qsizetype i = 0; i < free.size(); ++i) {
        if (free[i].minutes() < minutes || free[i].start < notBefore)
            continue;
        const Slot slot{date, free[i].start, minutes};
        free[i] = without(free[i], minutes);
        if (free[i].minutes() < shortestBlock)
            free.removeAt(i);
        allowance -= minutes;
        return slot;
    }
    return std::nullopt;
}

QList<Slot> FreeDay::take(int minutes, int longest)
{
    QList<Slot> row;
    int wanted = std::min(minutes, allowance);
    while (wanted >= shortestBlock && !free.isEmpty()) {
        Stretch &stretch = free.first();
        const int piece = std::min(stretch.minutes(), wanted);
        int start = stretch.start;
        for (const int length : blockLengths(piece, longest)) {
            row.append({date, start, length});
            start += length;
            wanted -= length;
            allowance -= length;
        }
        stretch.start = start;
        if (stretch.minutes() < shortestBlock)
            free.removeFirst();
    }
    return row;
}

QList<Stretch> freeStretches(const PlanInputs &inputs, QDate date, const QList<Block> &blocks)
{
    QList<Stretch> free = inputs.windows(date);
    int room = 0;
    for (const Stretch &stretch : std::as_const(free))
        room += stretch.minutes();
    for (const Block &block : blocks) {
        if (block.date != date)
            continue;
        room -= block.minutes;
        QList<Stretch> left;
        for (const Stretch &stretch : std::as_const(free)) {
            left.append({stretch.start, std::min(stretch.end, block.startMinute)});
            left.append({std::max(stretch.start, block.endMinute()), stretch.end});
        }
        left.removeIf([](const Stretch &stretch) { return stretch.minutes() < shortestBlock; });
        free = left;
    }
    // Blocks that lie outside of the windows take from the day all the same.
    for (Stretch &stretch : free) {
        stretch.end = stretch.start + std::min(stretch.minutes(), std::max(0, room));
        room -= stretch.minutes();
    }
    free.removeIf([](const Stretch &stretch) { return stretch.minutes() < shortestBlock; });
    return free;
}

QList<FreeDay> freeDays(const PlanInputs &inputs, const QList<Block> &kept, QDate from, QDate end)
{
    QList<FreeDay> days;
    for (QDate date = from; date < end; date = date.addDays(1)) {
        FreeDay day;
        day.date = date;
        day.free = freeStretches(inputs, date, kept);
        day.allowance = day.freeMinutes();
        day.longSitting = inputs.longSitting[static_cast<std::size_t>(date.dayOfWeek() - 1)];
        if (!day.free.isEmpty())
            days.append(day);
    }
    return days;
}

QList<int> blockLengths(int minutes, int longest)
{
    QList<int> lengths;
    if (minutes < shortestBlock)
        return lengths;
    qsizetype count = (minutes + longest - 1) / longest;
    count = std::min<qsizetype>(count, minutes / shortestBlock);
    const int fewest = std::max(shortestBlock, std::min(crumb, minutes / static_cast<int>(count)));
    for (qsizetype left = count; left > 0; --left) {
        const int length =
            left == 1 ? std::min(minutes, longest) : std::min(longest, minutes - static_cast<int>(left - 1) * fewest);
        lengths.append(length);
        minutes -= length;
    }
    return lengths;
}

QList<Slots> cutByWeight(Slots row, const QList<int> &weights)
{
    const auto count = static_cast<qsizetype>(row.size());
    const qsizetype runs = weights.size();
    qint64 total = 0;
    for (const Slot &slot : row)
        total += slot.minutes;
    const qint64 weightSum = std::accumulate(weights.cbegin(), weights.cend(), qint64(0));

    QList<Slots> parts;
    qsizetype begin = 0;
    qint64 before = 0; // minutes of the slots before `end`
    qint64 weightBefore = 0;
    for (qsizetype run = 0; run < runs; ++run) {
        weightBefore += weights[run];
        const qsizetype fewest = count >= runs ? begin + 1 : begin;
        const qsizetype most = count >= runs ? count - (runs - 1 - run) : count;
        qsizetype end = begin;
        // A slot belongs to the run in which its middle lies.
        while (end < most) {
            const int minutes = row[static_cast<std::size_t>(end)].minutes;
            if (end >= fewest && (2 * before + minutes) * weightSum > 2 * total * weightBefore)
                break;
            before += minutes;
            ++end;
        }
        parts.append(part(row, begin, end));
        begin = end;
    }
    return parts;
}

QList<Slots> cutAtWeeks(Slots row, const QList<int> &weights)
{
    QList<qsizetype> begins; // of each week's slots
    QList<double> minutes;   // of all weeks before it
    double sum = 0;
    for (qsizetype i = 0; i < static_cast<qsizetype>(row.size()); ++i) {
        if (i == 0 || mondayOf(dateAt(row, i)) != mondayOf(dateAt(row, i - 1))) {
            begins.append(i);
            minutes.append(sum);
        }
        sum += row[static_cast<std::size_t>(i)].minutes;
    }
    const qsizetype weeks = begins.size();
    const qsizetype runs = weights.size();
    if (weeks < runs || runs == 0)
        return cutByWeight(row, weights);
    begins.append(static_cast<qsizetype>(row.size()));
    minutes.append(sum);
    const double weightSum = std::accumulate(weights.cbegin(), weights.cend(), 0.0);

    // Of all ways to give whole weeks to the runs, the one with the least squared distance from their shares.
    const double never = std::numeric_limits<double>::infinity();
    QList<QList<double>> cost(runs + 1, QList<double>(weeks + 1, never));
    QList<QList<qsizetype>> cut(runs + 1, QList<qsizetype>(weeks + 1, 0));
    cost[0][0] = 0;
    for (qsizetype run = 1; run <= runs; ++run) {
        const double wanted = sum * weights[run - 1] / weightSum;
        for (qsizetype end = run; end <= weeks; ++end) {
            for (qsizetype begin = run - 1; begin < end; ++begin) {
                const double off = minutes[end] - minutes[begin] - wanted;
                const double all = cost[run - 1][begin] + off * off;
                if (all < cost[run][end]) {
                    cost[run][end] = all;
                    cut[run][end] = begin;
                }
            }
        }
    }
    QList<Slots> parts(runs);
    qsizetype end = weeks;
    for (qsizetype run = runs; run > 0; --run) {
        const qsizetype begin = cut[run][end];
        parts[run - 1] = part(row, begins[begin], begins[end]);
        end = begin;
    }
    return parts;
}

} // namespace lectern
