// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "planner.h"

namespace lectern
{

/// What a plan has come to on a day: the work of the past that is owed, and blocks to come that cannot stay.
struct Slip {
    QList<Block> owed;      ///< of days before today, or ended early today, with minutes left; no buffers; in order
    QList<Block> misplaced; ///< to come, on a day off, in a busy time, over a day's capacity, on or after the exam day
    QList<Block> stuck;     ///< pinned, begun or done ones that lie there all the same: a warning, nothing moves them
    int owedMinutes = 0;
    int misplacedMinutes = 0;

    bool any() const { return !owed.isEmpty() || !misplaced.isEmpty(); }
};

/// Missed so often, a block asks what to do with it instead of being planned once more.
inline constexpr int missesThatAsk = 3;

enum class MissedAnswer {
    Again,      ///< plan it like the others
    Split,      ///< two halves on two days
    Drop,       ///< give it up
    TenMinutes, ///< ten minutes of it, as soon as there is room, and no more
};

/// A plan, the day, and all that a repair may weigh.
struct RepairCase {
    PlanInputs inputs;
    QList<Block> blocks;                  ///< all of the plan
    QList<TopicNeed> topics;              ///< empty: all weigh the same
    QDate today;                          ///< study day
    int minuteOfDay = 0;                  ///< of today, from midnight: nothing is placed before it
    QHash<QString, MissedAnswer> answers; ///< by the uuid of a block that asks; without one: Again
};

Slip slipOf(const RepairCase &plan);

/// Of the blocks that are owed those that ask: missed for the third time or more.
QList<Block> asking(const Slip &slip);

enum class RepairKind {
    Spread,    ///< into free time, then blocks to come give up to a quarter of their minutes; buffers stay
    UseBuffer, ///< into the next buffers, then into free time
    DropLeast, ///< into free time, then in the place of blocks to come that are worth less; buffers stay
};

/// One block of a plan before and after.
struct BlockChange {
    enum class What { Added, Moved, Resized, Removed };
    What what = What::Moved;
    Block before; ///< of Added: not set
    Block after;  ///< of Removed: not set
};

/// One way out, whole: nothing has happened until it is applied.
struct RepairOption {
    RepairKind kind = RepairKind::Spread;
    QList<Block> blocks;        ///< the whole plan afterwards; the past keeps its dates, minutes and states
    QList<BlockChange> changes; ///< of what is to come, by date
    int studyBefore = 0;        ///< minutes to come, without buffers
    int studyAfter = 0;
    int bufferBefore = 0;
    int bufferAfter = 0;
    int placedMinutes = 0;  ///< of the work that was owed or misplaced
    int droppedMinutes = 0; ///< work given up: for want of room, in exchange, or as asked
};

/// The three repairs, in the order of RepairKind. The past never moves: what is owed is settled there and comes back as
/// new blocks; pinned, begun and finished blocks stay; no day gets more than its capacity and nothing is placed on or
/// after the exam day. A rehearsal needs a day for long sittings, four days before the exam at the latest. Where
/// nothing slipped each of them is the plan itself, so that the repair of a repaired plan changes nothing.
QList<RepairOption> repairs(const RepairCase &plan);

/// What differs between two states of a plan from `today` on, by date. A block that is elsewhere and of another length
/// counts as moved.
QList<BlockChange> changesBetween(const QList<Block> &before, const QList<Block> &after, QDate today);

/// What a minute of the block is worth to the result of the exam; 0 for buffers. Only the order means something.
double valueOf(const Block &block, const QList<TopicNeed> &topics);

/// A time away, told afterwards: untouched blocks of its days before `today` become Excused, neither missed nor a
/// measure of pace; their work is owed without another miss. Days to come are emptied by a repair, once they are days
/// off.
QList<Block> excused(const QList<Block> &blocks, QDate first, QDate last, QDate today);

QString word(RepairKind kind);
QString word(MissedAnswer answer);

} // namespace lectern
