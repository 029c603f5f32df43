// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"

#include <span>

namespace lectern
{

/// A piece of a day that will become a block.
struct Slot {
    QDate date;
    int start = 0; ///< minutes from midnight
    int minutes = 0;
};
using Slots = std::span<const Slot>;

/// A study day while its blocks are found: what of its time is still free, and how much of that may be used.
struct FreeDay {
    QDate date;
    QList<Stretch> free;      ///< in order, each at least the shortest block long
    int allowance = 0;        ///< minutes that may still be taken
    int tail = 0;             ///< of the allowance: minutes at the day's end for returns and reviews
    int buffer = 0;           ///< minutes behind the allowance that are kept free
    bool longSitting = false; ///< a rehearsal may be sat
    bool taken = false;       ///< by a rehearsal

    int freeMinutes() const;
    int longestStretch() const;

    /// Takes so many minutes in one go from the earliest stretch that has them and does not begin before a minute of
    /// the day. Nothing where none has.
    std::optional<Slot> takeWhole(int minutes, int notBefore = 0);
    /// Takes up to so many minutes from the front, in slots no longer than `longest`.
    QList<Slot> take(int minutes, int longest);
};

/// The days of `from` to the day before `end` that have room beside the blocks that stay.
QList<FreeDay> freeDays(const PlanInputs &inputs, const QList<Block> &kept, QDate from, QDate end);

/// The stretches of a day that its windows leave beside some blocks, each at least the shortest block long; never more
/// together than the day's capacity less the blocks' minutes.
QList<Stretch> freeStretches(const PlanInputs &inputs, QDate date, const QList<Block> &blocks);

/// Splits minutes into blocks no longer than the longest and none shorter than the shortest, long ones first; what is
/// over an hour leaves no crumbs. Up to 14 minutes may be lost.
QList<int> blockLengths(int minutes, int longest);

/// Cuts a row of slots into runs whose minutes are in proportion to the weights, as near as whole slots allow. Every
/// run gets a slot where there are enough of them.
QList<Slots> cutByWeight(Slots row, const QList<int> &weights);

/// The same in whole weeks from Monday, as near as they allow; by slots where there are fewer weeks than weights.
QList<Slots> cutAtWeeks(Slots row, const QList<int> &weights);

} // namespace lectern
