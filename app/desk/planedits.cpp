// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "plandesk.h"

#include <QUuid>

#include <algorithm>

namespace lectern
{

EditScene PlanDesk::scene() const
{
    EditScene scene;
    scene.today = today();
    scene.blocks = allBlocks();
    const std::optional<PlanInputs> current = inputs();
    // An exam that was sat already is no end of the plan for the next one.
    for (const QDate date : {appointment().date, current ? current->examDate : QDate()}) {
        if (date.isValid() && date >= scene.today && !scene.examDate.isValid())
            scene.examDate = date;
    }
    return scene;
}

Outcome PlanDesk::write(const QString &label, const std::function<Outcome()> &write)
{
    const Outcome outcome = m_context.change(label, write);
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

/// Those without an id are new. Returns the first as it is stored then.
Result<Block> PlanDesk::writeBlocks(const QString &label, const QList<Block> &blocks)
{
    const Outcome outcome = write(label, [&]() -> Outcome {
        for (const Block &block : blocks) {
            const Outcome written =
                block.id == BlockId{} ? m_context.plan.addBlock(block) : m_context.plan.setBlock(block);
            if (!written)
                return written;
        }
        return lectern::Done{};
    });
    if (!outcome)
        return outcome.error();
    const auto stored = m_context.plan.allBlocks();
    if (!stored)
        return stored.error();
    const auto found = std::find_if(
        stored->cbegin(), stored->cend(), [&](const Block &block) { return block.uuid == blocks.constFirst().uuid; });
    if (found == stored->cend())
        return Error{ErrorCode::NotFound, {}, blocks.constFirst().uuid};
    return *found;
}

Result<Block> PlanDesk::move(BlockId id, QDate date, int startMinute)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block;
    const auto wanted = moved(*block, date, startMinute, scene());
    if (!wanted || *wanted == *block)
        return wanted;
    return writeBlocks(tr("Moved block"), {*wanted});
}

Result<Block> PlanDesk::copy(BlockId id, QDate date, int startMinute)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block;
    Result<Block> wanted = copied(*block, date, startMinute, scene());
    if (!wanted)
        return wanted;
    wanted->uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return writeBlocks(tr("Copied block"), {*wanted});
}

Result<Block> PlanDesk::resize(BlockId id, int minutes)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block;
    const auto wanted = resized(*block, minutes, scene());
    if (!wanted)
        return wanted.error();
    if (minutes == block->minutes)
        return block;
    return writeBlocks(tr("Changed length"), *wanted);
}

Result<Block> PlanDesk::split(BlockId id, int firstMinutes)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block;
    const auto wanted =
        lectern::split(*block, firstMinutes, QUuid::createUuid().toString(QUuid::WithoutBraces), scene());
    if (!wanted)
        return wanted.error();
    return writeBlocks(tr("Split block"), *wanted);
}

Outcome PlanDesk::setLocked(BlockId id, bool locked)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block.error();
    if (block->locked == locked)
        return lectern::Done{};
    if (const auto refusal = refusedMove(*block); refusal && locked)
        return Error{ErrorCode::NotAllowed, {}, word(*refusal)};
    Block wanted = *block;
    wanted.locked = locked;
    return write(locked ? tr("Pinned block") : tr("Unpinned block"), [&] { return m_context.plan.setBlock(wanted); });
}

Outcome PlanDesk::removeBlock(BlockId id)
{
    const auto block = m_context.plan.block(id);
    if (!block)
        return block.error();
    if (const auto refusal = refusedRemoval(*block))
        return Error{ErrorCode::NotAllowed, {}, word(*refusal)};
    if (isMissed(*block, today())) {
        Block given = *block;
        given.settled = true;
        return write(tr("Gave up block"), [&] { return m_context.plan.setBlock(given); });
    }
    const QList<Block> all = allBlocks();
    return write(tr("Removed block"), [&]() -> Outcome {
        for (Block follower : all) {
            if (block->uuid.isEmpty() || follower.depends != block->uuid)
                continue;
            follower.depends = block->depends;
            if (const Outcome written = m_context.plan.setBlock(follower); !written)
                return written;
        }
        return m_context.plan.removeBlock(id);
    });
}

Outcome PlanDesk::setPartly(BlockId id, int minutes)
{
    if (minutes < 1 || minutes > 24 * 60)
        return Error{ErrorCode::BadInput, QStringLiteral("minutes are 1 to 1440"), QStringLiteral("minutes")};
    const auto block = m_context.plan.block(id);
    if (!block)
        return block.error();
    if (block->state == BlockState::Done)
        return Error{ErrorCode::NotAllowed, {}, word(EditRefusal::Finished)};
    return write(tr("Block partly done"), [&]() -> Outcome {
        if (const Outcome state = m_context.plan.setState(id, BlockState::Partly); !state)
            return state;
        return m_context.plan.logMinutes(id, minutes, today(), m_context.now().utcMs);
    });
}

} // namespace lectern
