// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "result.h"

namespace lectern
{

/// Why a block cannot be changed as a person wants. Errors carry its word as `where`, with the code NotAllowed.
enum class EditRefusal {
    Finished,    ///< a done block stays as it is
    Begun,       ///< and so does one with minutes in the time log
    Settled,     ///< excused, or its work was planned anew
    PastDay,     ///< nothing moves into the past, and what lies there changes only by being moved to a day to come
    ExamDay,     ///< nothing moves onto the exam day or behind it
    FixedLength, ///< a rehearsal lasts as long as it lasts
    NoRoom,      ///< what stands there already, and midnight, leave no room
};

/// What a plan's blocks are edited within.
struct EditScene {
    QDate today;         ///< study day
    QDate examDate;      ///< invalid: no exam ahead
    QList<Block> blocks; ///< of the whole plan
};

/// Whether a block may leave its place at all, and whether any block may come to that day: what a view asks while
/// something is dragged.
std::optional<EditRefusal> refusedMove(const Block &block);
std::optional<EditRefusal> refusedDay(QDate date, const EditScene &scene);
std::optional<EditRefusal> refusedLength(const Block &block, const EditScene &scene);

/// The block at its new place. Where another block stands there it is placed behind that one, and behind the next.
/// A day may become fuller than its capacity. A missed block of the past keeps its uuid and has one miss more. A pin
/// holds against the planner only, and goes along.
Result<Block> moved(const Block &block, QDate date, int startMinute, const EditScene &scene);

/// A block of the same work without a history, placed by the rules of moved(). Any block can be copied.
Result<Block> copied(const Block &block, QDate date, int startMinute, const EditScene &scene);

/// The block with so many minutes (10 to 240, else BadInput), and then the later blocks of its day that have to make
/// room, in order. NoRoom where one of those is done, begun or pinned, or would end after midnight.
Result<QList<Block>> resized(const Block &block, int minutes, const EditScene &scene);

/// The block with its first minutes, then the rest of it as a block of its own that builds on it and takes over what
/// built on the whole, then the blocks that did. Each part has at least 10 minutes (else BadInput). A missed block is
/// split where it lies.
Result<QList<Block>> split(const Block &block, int firstMinutes, const QString &uuidOfRest, const EditScene &scene);

/// Whether the block may go for good. One that was missed stays as a miss that is settled instead.
std::optional<EditRefusal> refusedRemoval(const Block &block);

/// Of the past, and neither done nor excused. Its work is owed until it is settled.
bool isMissed(const Block &block, QDate today);

/// Where on `date` a block of so many minutes goes when only the day is named: into the first free stretch of the
/// day's hours that holds it, else behind its last block, as late as midnight allows.
int startOn(QDate date, int minutes, const PlanInputs &inputs, const QList<Block> &blocks);

/// The start that is `step` minutes (negative: earlier) from the block's own; where another block stands there, the
/// next one beyond that. Nothing where the day ends.
std::optional<int> steppedStart(const Block &block, int step, const QList<Block> &blocks);

/// Blocks that are in the wrong order since `block` lies where it lies: the one it builds on, if that is not over
/// before it begins, and those to come that build on it but begin before it ends.
QList<Block> outOfOrder(const Block &block, const QList<Block> &blocks);

QString word(EditRefusal refusal);
std::optional<EditRefusal> editRefusalFromWord(QStringView word);

} // namespace lectern
