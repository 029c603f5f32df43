// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the blocks of the calendar.
#include "daypanel.h"
#include "historydesk.h"
#include "messagebar.h"
#include "plandesk.h"
#include "planpage.h"
#include "ui.h"

#include <QMenu>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int stepMinutes = 15;

/// Half of the block in whole steps, so that both parts read well.
int firstHalf(const Block &block)
{
    const int half = (block.minutes / 2 + 4) / 5 * 5;
    return std::clamp(half, briefestBlock, std::max(briefestBlock, block.minutes - briefestBlock));
}

QString withKey(const QString &text, const QKeySequence &key)
{
    return text + u'\t' + key.toString(QKeySequence::NativeText);
}

} // namespace

void PlanPage::tellRefusal(const Error &error)
{
    const auto refusal = error.code == ErrorCode::NotAllowed ? editRefusalFromWord(error.where) : std::nullopt;
    if (refusal)
        m_ui.messages.showError(refusalText(*refusal));
    else if (error.code == ErrorCode::BadInput && error.where == QLatin1String("minutes"))
        m_ui.messages.showError(
            tr("A block lasts %1 to %2.").arg(minutesText(briefestBlock), minutesText(longestBlock)));
    else
        m_ui.messages.showError(error);
}

void PlanPage::tellEdit(const Result<Block> &edited, const QString &sentence)
{
    if (!edited) {
        tellRefusal(edited.error());
        return;
    }
    view()->selectBlock(*edited);
    QString said = sentence;
    if (const QList<Block> others = outOfOrder(*edited, m_desk.allBlocks()); !others.isEmpty()) {
        const Block &other = others.constFirst();
        const QString title = wordsOf(m_desk.certification(), other).title;
        said = tr("%1 Mind the order: “%2” is on %3.", "what was done, a block that depends, its day")
                   .arg(sentence, title, shortDayText(other.date));
    }
    say(Done{}, said);
}

void PlanPage::move(BlockId id, QDate date, int start, bool copy)
{
    const QList<Block> blocks = m_desk.allBlocks();
    const auto block =
        std::find_if(blocks.cbegin(), blocks.cend(), [id](const Block &candidate) { return candidate.id == id; });
    if (block == blocks.cend())
        return;
    const std::optional<PlanInputs> inputs = m_desk.inputs();
    const int wanted = start >= 0 ? start
                       : inputs   ? startOn(date, block->minutes, *inputs, blocks)
                                  : block->startMinute;
    const Result<Block> edited = copy ? m_desk.copy(id, date, wanted) : m_desk.move(id, date, wanted);
    const QString where =
        edited ? tr("%1 at %2", "day, time of day").arg(shortDayText(edited->date), clockText(edited->startMinute))
               : QString();
    tellEdit(edited, copy ? tr("Block copied to %1.").arg(where) : tr("Block moved to %1.").arg(where));
}

void PlanPage::step(BlockId id, int minutes)
{
    const MonthData::Entry *entry = view()->current();
    if (!entry || entry->block.id != id)
        return;
    const Block block = entry->block;
    if (const auto start = steppedStart(block, minutes, m_desk.blocks(block.date, block.date)))
        move(id, block.date, *start, false);
    else
        m_ui.messages.showError(refusalText(EditRefusal::NoRoom));
}

void PlanPage::setLength(BlockId id, int minutes)
{
    tellEdit(m_desk.resize(id, minutes), tr("Block is %1 long.").arg(minutesText(minutes)));
}

void PlanPage::split(const Block &block, int first)
{
    tellEdit(m_desk.split(block.id, first),
        tr("Block split into %1 and %2.").arg(minutesText(first), minutesText(block.minutes - first)));
}

void PlanPage::setPartly(BlockId id, int minutes)
{
    if (const Outcome outcome = m_desk.setPartly(id, minutes); !outcome)
        tellRefusal(outcome.error());
    else
        say(outcome, tr("Block partly done, %1 logged.").arg(minutesText(minutes)));
}

void PlanPage::remove(const Block &block)
{
    if (const Outcome outcome = m_desk.removeBlock(block.id); !outcome)
        tellRefusal(outcome.error());
    else
        say(outcome, isMissed(block, m_desk.today()) ? tr("Block given up.") : tr("Block removed."));
}

void PlanPage::act(BlockAct act)
{
    if (act == BlockAct::Paste) {
        if (m_copied == BlockId{})
            m_ui.messages.showInfo(tr("Choose a block and copy it first (Ctrl+C)."));
        else
            move(m_copied, view()->selectedDate(), -1, true);
        return;
    }
    const MonthData::Entry *entry = view()->current();
    if (!entry)
        return;
    // The view's own goes with the first change.
    const Block block = entry->block;
    switch (act) {
    case BlockAct::Done:
        setDone(block.id, block.state != BlockState::Done);
        break;
    case BlockAct::Partly: {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillPartly(*menu, block);
        const QRect box = view()->entryRect(block.date, view()->selectedEntry());
        menu->popup(view()->mapToGlobal(box.bottomLeft()));
        if (!menu->actions().isEmpty())
            menu->setActiveAction(menu->actions().constFirst());
        break;
    }
    case BlockAct::Log:
        openDay(block.date);
        m_panel->openLog(view()->selectedEntry());
        break;
    case BlockAct::Pin:
        if (const Outcome outcome = m_desk.setLocked(block.id, !block.locked); !outcome)
            tellRefusal(outcome.error());
        else
            say(outcome, block.locked ? tr("Block unpinned.") : tr("Block pinned: planning anew leaves it there."));
        break;
    case BlockAct::Split:
        split(block, firstHalf(block));
        break;
    case BlockAct::Copy:
        m_copied = block.id;
        m_ui.messages.showInfo(tr("Block copied. Choose a day and paste it there (Ctrl+V)."));
        break;
    case BlockAct::Remove:
        remove(block);
        break;
    case BlockAct::Paste:
        break;
    }
}

void PlanPage::fillPartly(QMenu &menu, const Block &block)
{
    for (int minutes = stepMinutes; minutes < std::max(block.minutes, stepMinutes + 1); minutes += stepMinutes)
        menu.addAction(minutesText(minutes), this, [this, id = block.id, minutes] { setPartly(id, minutes); });
    menu.addAction(tr("Other minutes…"), this, [this, date = block.date, entry = view()->selectedEntry()] {
        openDay(date);
        m_panel->openPart(entry);
    });
    menu.setTitle(tr("Partly done"));
    menu.setAccessibleName(tr("Minutes of the block that were done"));
}

void PlanPage::fillSplit(QMenu &menu, const Block &block)
{
    menu.setTitle(tr("Split"));
    const int half = firstHalf(block);
    const auto offer = [&](int first) {
        const QString parts =
            tr("%1 and %2", "minutes of two blocks").arg(minutesText(first), minutesText(block.minutes - first));
        menu.addAction(
            first == half ? withKey(parts, Qt::Key_D) : parts, this, [this, block, first] { split(block, first); });
    };
    if (half >= briefestBlock && block.minutes - half >= briefestBlock)
        offer(half);
    for (int first = stepMinutes; first <= block.minutes - briefestBlock; first += stepMinutes) {
        if (first != half)
            offer(first);
    }
}

void PlanPage::openMenu(QPoint place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("blockMenu"));
    const auto add = [&](const QString &text, const QKeySequence &key, bool enabled, const auto &run) {
        menu->addAction(withKey(text, key), this, run)->setEnabled(enabled);
    };
    const auto paste = [&] {
        add(tr("Paste block"), QKeySequence::Paste, m_copied != BlockId{}, [this] { act(BlockAct::Paste); });
    };
    const MonthData::Entry *entry = view()->current();
    if (!entry) {
        const QDate date = view()->selectedDate();
        add(tr("Open the day"), Qt::Key_Return, true, [this, date] { openDay(date); });
        paste();
        menu->popup(place);
        return;
    }
    const Block block = entry->block;
    const EditScene scene{m_desk.today(), view()->data().examDate, {}};
    const bool movable = !refusedMove(block);
    const bool fixed = refusedLength(block, scene).has_value();
    const bool done = block.state == BlockState::Done;
    add(tr("Start"), Qt::Key_S, true, [this, block] { Q_EMIT startWanted(block.id); });
    add(done ? tr("Mark not done") : tr("Mark done"), Qt::Key_Space, true, [this] { act(BlockAct::Done); });
    auto *partly = new QMenu(menu);
    fillPartly(*partly, block);
    partly->setEnabled(!done);
    menu->addMenu(partly);
    add(tr("Log minutes…"), Qt::Key_L, true, [this] { act(BlockAct::Log); });
    menu->addSeparator();
    const auto moveBy = [this, block](int days) { move(block.id, block.date.addDays(days), -1, false); };
    const bool mirrored = isRightToLeft();
    add(tr("Move a day earlier"), QKeySequence(Qt::ALT | (mirrored ? Qt::Key_Right : Qt::Key_Left)),
        movable && !refusedDay(block.date.addDays(-1), scene), [moveBy] { moveBy(-1); });
    add(tr("Move a day later"), QKeySequence(Qt::ALT | (mirrored ? Qt::Key_Left : Qt::Key_Right)),
        movable && !refusedDay(block.date.addDays(1), scene), [moveBy] { moveBy(1); });
    add(tr("Longer by %1").arg(minutesText(stepMinutes)), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down),
        !fixed && block.minutes + stepMinutes <= longestBlock,
        [this, block] { setLength(block.id, block.minutes + stepMinutes); });
    add(tr("Shorter by %1").arg(minutesText(stepMinutes)), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up),
        !fixed && block.minutes - stepMinutes >= briefestBlock,
        [this, block] { setLength(block.id, block.minutes - stepMinutes); });
    auto *parts = new QMenu(menu);
    fillSplit(*parts, block);
    parts->setEnabled(movable && block.kind != BlockKind::Rehearsal && !parts->isEmpty());
    menu->addMenu(parts);
    add(block.locked ? tr("Unpin") : tr("Pin where it is"), Qt::Key_K, block.locked || movable,
        [this] { act(BlockAct::Pin); });
    menu->addSeparator();
    add(tr("Copy block"), QKeySequence::Copy, true, [this] { act(BlockAct::Copy); });
    paste();
    add(isMissed(block, scene.today) ? tr("Give up") : tr("Remove"), QKeySequence::Delete, !refusedRemoval(block),
        [this] { act(BlockAct::Remove); });
    menu->popup(place);
}

} // namespace lectern
