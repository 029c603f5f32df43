// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the mouse ask of a calendar.
#include "calendarview.h"
#include "theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int stepMinutes = 15;
}

bool CalendarView::actOnEntry(int key)
{
    const MonthData::Entry *entry = current();
    if (!entry)
        return false;
    switch (key) {
    case Qt::Key_Space:
        Q_EMIT doneWanted(entry->block.id, entry->block.state != BlockState::Done);
        return true;
    case Qt::Key_S:
        Q_EMIT startWanted(entry->block.id);
        return true;
    case Qt::Key_P:
        Q_EMIT actWanted(BlockAct::Partly);
        return true;
    case Qt::Key_L:
        Q_EMIT actWanted(BlockAct::Log);
        return true;
    case Qt::Key_K:
        Q_EMIT actWanted(BlockAct::Pin);
        return true;
    case Qt::Key_D:
        Q_EMIT actWanted(BlockAct::Split);
        return true;
    case Qt::Key_Delete:
        Q_EMIT actWanted(BlockAct::Remove);
        return true;
    case Qt::Key_Escape:
        select(m_date);
        return true;
    default:
        return false;
    }
}

bool CalendarView::actOnDay(int key)
{
    if (key == Qt::Key_Menu) {
        openMenu();
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const MonthData::Day *day = m_data.day(m_date);
    if (!current() && day && !day->entries.isEmpty())
        select(m_date, 0);
    else
        Q_EMIT dayEntered(m_date, m_entry);
    return true;
}

bool CalendarView::edit(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Paste)) {
        Q_EMIT actWanted(BlockAct::Paste);
        return true;
    }
    if (event.key() == Qt::Key_F10 && event.modifiers() == Qt::ShiftModifier) {
        openMenu();
        return true;
    }
    const MonthData::Entry *entry = current();
    if (!entry)
        return false;
    if (event.matches(QKeySequence::Copy)) {
        Q_EMIT actWanted(BlockAct::Copy);
        return true;
    }
    const Qt::KeyboardModifiers keys = event.modifiers() & ~Qt::KeypadModifier;
    const bool down = event.key() == Qt::Key_Down;
    if (keys == (Qt::AltModifier | Qt::ShiftModifier) && (down || event.key() == Qt::Key_Up)) {
        Q_EMIT lengthWanted(entry->block.id, entry->block.minutes + (down ? stepMinutes : -stepMinutes));
        return true;
    }
    if (keys != Qt::AltModifier)
        return false;
    const Block block = entry->block;
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Left:
        Q_EMIT moveWanted(block.id, block.date.addDays(-forward), -1, false);
        return true;
    case Qt::Key_Right:
        Q_EMIT moveWanted(block.id, block.date.addDays(forward), -1, false);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (daysDown() > 0)
            Q_EMIT moveWanted(block.id, block.date.addDays(down ? daysDown() : -daysDown()), -1, false);
        else
            Q_EMIT stepWanted(block.id, down ? stepMinutes : -stepMinutes);
        return true;
    default:
        return false;
    }
}

void CalendarView::keyPressEvent(QKeyEvent *event)
{
    if (m_drag.begun) {
        // Nothing else happens while something hangs on the pointer.
        if (event->key() == Qt::Key_Escape) {
            m_drag = {};
            unsetCursor();
            update();
        }
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool taken =
        plain ? moveBy(event->key()) || actOnEntry(event->key()) || actOnDay(event->key()) : edit(*event);
    if (!taken)
        QWidget::keyPressEvent(event);
}

void CalendarView::openMenu()
{
    const QRect box = current() ? entryRect(m_date, m_entry) : dayRect(m_date);
    const QRect shown = box.isEmpty() ? dayRect(m_date) : box;
    Q_EMIT menuWanted(mapToGlobal(shown.center()));
}

void CalendarView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        openMenu();
        return;
    }
    const Spot spot = at(event->pos());
    if (!spot.date.isValid())
        return;
    select(spot.date, spot.entry);
    Q_EMIT menuWanted(event->globalPos());
}

void CalendarView::mousePressEvent(QMouseEvent *event)
{
    const Spot spot = at(event->pos());
    if (event->button() != Qt::LeftButton || !spot.date.isValid()) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_drag = {};
    select(spot.date, spot.entry);
    m_drag.pressed = true;
    m_drag.from = event->pos();
    if (const MonthData::Entry *entry = current()) {
        m_drag.block = entry->block;
        m_drag.act = spot.edge ? Drag::Length : Drag::Move;
        const int minute = minuteAt(event->pos());
        m_drag.grip = minute < 0 ? 0 : minute - entry->block.startMinute;
    }
}

void CalendarView::startDrag(const QMouseEvent &event)
{
    if (m_drag.block.uuid.isEmpty() ||
        (event.pos() - m_drag.from).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag.begun = true;
    // The keyboard belongs to the drag until it ends: Escape gives it up.
    setFocus(Qt::MouseFocusReason);
    setCursor(m_drag.act == Drag::Length ? Qt::SizeVerCursor : Qt::ClosedHandCursor);
}

void CalendarView::dragTo(const QMouseEvent &event)
{
    const EditScene scene{m_data.today, m_data.examDate, {}};
    const Drag before = m_drag;
    const QRect painted = dropArea();
    m_drag.minutes = m_drag.block.minutes;
    if (m_drag.act == Drag::Length) {
        // The edge keeps its distance to the pointer, which took it a little above.
        const int below = m_drag.block.minutes - m_drag.grip;
        const int end = (minuteAt(event.pos()) + below + stepMinutes / 2) / stepMinutes * stepMinutes;
        m_drag.date = m_drag.block.date;
        m_drag.start = m_drag.block.startMinute;
        m_drag.minutes = std::clamp(end - m_drag.start, stepMinutes, longestBlock);
        m_drag.refused = refusedLength(m_drag.block, scene).has_value();
    } else {
        m_drag.act = event.modifiers() & Qt::ControlModifier ? Drag::Copy : Drag::Move;
        m_drag.date = at(event.pos()).date;
        const int minute = minuteAt(event.pos());
        m_drag.start = -1;
        if (minute >= 0) {
            const int start = (minute - m_drag.grip + stepMinutes / 2) / stepMinutes * stepMinutes;
            m_drag.start = std::clamp(start, 0, 24 * 60 - m_drag.minutes);
        }
        m_drag.refused = refusedDay(m_drag.date, scene) || (m_drag.act == Drag::Move && refusedMove(m_drag.block));
    }
    reveal(*this, QRect(event.pos(), QSize(1, 1)).adjusted(0, -m_theme.px(space::xl), 0, m_theme.px(space::xl)));
    if (m_drag == before)
        return;
    update(painted);
    update(dropArea());
}

void CalendarView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag.pressed && !m_drag.begun)
        startDrag(*event);
    if (m_drag.begun) {
        dragTo(*event);
        return;
    }
    const Spot spot = at(event->pos());
    if (spot.edge)
        setCursor(Qt::SizeVerCursor);
    else
        unsetCursor();
    if (spot.date != m_hovered) {
        update(dayRect(m_hovered));
        m_hovered = spot.date;
        update(dayRect(m_hovered));
    }
}

void CalendarView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag.pressed) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    if (m_drag.begun) {
        dragTo(*event);
        endDrag();
        return;
    }
    m_drag = {};
    Q_EMIT dayOpened(m_date, m_entry);
}

void CalendarView::endDrag()
{
    const Drag drag = m_drag;
    m_drag = {};
    unsetCursor();
    update();
    if (drag.act == Drag::Length) {
        if (drag.minutes != drag.block.minutes)
            Q_EMIT lengthWanted(drag.block.id, drag.minutes);
        return;
    }
    const bool samePlace = drag.date == drag.block.date && (drag.start < 0 || drag.start == drag.block.startMinute);
    if (drag.date.isValid() && (drag.act == Drag::Copy || !samePlace))
        Q_EMIT moveWanted(drag.block.id, drag.date, drag.start, drag.act == Drag::Copy);
}

} // namespace lectern
