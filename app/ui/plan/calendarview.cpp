// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarview.h"

#include "calendaraccessible.h"
#include "theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>

namespace lectern
{

CalendarView::CalendarView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    CalendarAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_theme, &Theme::changed, this, [this] {
        m_marks.clear();
        m_shapes.clear();
        updateGeometry();
        update();
    });
}

bool CalendarView::keepsDay(const MonthData &before) const
{
    Q_UNUSED(before)
    return m_data.day(m_date) != nullptr;
}

void CalendarView::setData(const MonthData &data)
{
    const MonthData before = m_data;
    m_data = data;
    m_drag = {};
    if (!keepsDay(before)) {
        const QDate first = data.month.isValid() ? data.month : data.firstDay();
        const bool now =
            data.day(data.today) &&
            (!data.month.isValid() || (data.today.year() == first.year() && data.today.month() == first.month()));
        m_date = now ? data.today : first;
        m_entry = -1;
    }
    if (const MonthData::Day *day = m_data.day(m_date))
        m_entry = std::min(m_entry, int(day->entries.size()) - 1);
    updateGeometry();
    update();
}

void CalendarView::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

void CalendarView::select(QDate date, int entry)
{
    if (!date.isValid())
        return;
    if (!m_data.day(date)) {
        const QDate before = m_date;
        m_date = date;
        m_entry = -1;
        Q_EMIT spanNeeded(date);
        if (!m_data.day(date))
            m_date = before;
    }
    const MonthData::Day *day = m_data.day(date);
    if (!day)
        return;
    m_date = date;
    m_entry = std::clamp(entry, -1, int(day->entries.size()) - 1);
    update();
    announceFocus();
    Q_EMIT selected(m_date, m_entry);
}

void CalendarView::selectBlock(const Block &block)
{
    select(block.date);
    const MonthData::Day *day = m_data.day(block.date);
    for (int i = 0; day && i < day->entries.size(); ++i) {
        if (day->entries[i].block.id == block.id)
            select(block.date, i);
    }
}

const MonthData::Entry *CalendarView::current() const
{
    const MonthData::Day *day = m_data.day(m_date);
    return day && m_entry >= 0 && m_entry < day->entries.size() ? &day->entries[m_entry] : nullptr;
}

int CalendarView::minuteAt(QPoint position) const
{
    Q_UNUSED(position)
    return -1;
}

CalendarView::Spot CalendarView::at(QPoint position) const
{
    for (const MonthData::Week &week : m_data.weeks) {
        for (const MonthData::Day &day : week.days) {
            if (!dayRect(day.date).contains(position))
                continue;
            Spot spot{day.date, -1, false};
            for (int i = 0; i < day.entries.size(); ++i) {
                const QRect box = entryRect(day.date, i);
                if (!box.contains(position))
                    continue;
                spot.entry = i;
                spot.edge = hasEdges() && position.y() > box.bottom() - m_theme.px(6);
            }
            return spot;
        }
    }
    return {};
}

QString CalendarView::tip(const Spot &spot) const
{
    const MonthData::Day *day = m_data.day(spot.date);
    if (!day)
        return {};
    if (spot.entry < 0)
        return day->exam ? tr("Exam day") : QString();
    const MonthData::Entry &entry = day->entries[spot.entry];
    return tr("%1: %2\n%3, %4", "code, full topic, start time, spoken block")
        .arg(entry.words.code, entry.words.fullTitle, clockText(entry.block.startMinute), entry.spoken);
}

void CalendarView::announceFocus()
{
    if (hasFocus())
        CalendarAccessible::announceFocus(this);
}

bool CalendarView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = tip(at(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    // A window that has keys of its own for these must not take them from the calendar.
    if (event->type() == QEvent::ShortcutOverride && m_drag.begun) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CalendarView::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void CalendarView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    announceFocus();
}

void CalendarView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void reveal(QWidget &widget, const QRect &box)
{
    const QWidget *inner = &widget;
    QRect seen = box;
    for (QWidget *outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(outer);
        if (!area || !area->widget())
            continue;
        const QPoint offset = inner->mapTo(area->widget(), seen.topLeft());
        const QRect wanted(offset, seen.size());
        // Of what is larger than the area some part is seen already, and a jump would hide another.
        const bool large = wanted.height() > area->viewport()->height();
        if (large && area->widget()->visibleRegion().boundingRect().intersects(wanted))
            return;
        area->ensureVisible(wanted.center().x(), wanted.center().y(), wanted.width() / 2, wanted.height() / 2);
        seen = QRect(area->widget()->mapTo(area, offset), seen.size()) & area->rect();
        inner = area;
    }
}

} // namespace lectern
