// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendaview.h"

#include "theme.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int leastTitleWidth = 200;
}

AgendaView::AgendaView(const Theme &theme, QWidget *parent)
    : CalendarView(theme, parent)
{
    setAccessibleName(tr("Agenda"));
}

void AgendaView::setData(const MonthData &data)
{
    CalendarView::setData(data);
    layOut();
    updateGeometry();
}

void AgendaView::layOut()
{
    m_items.clear();
    m_itemOfDay.clear();
    int rows = 0;
    for (const MonthData::Week &week : data().weeks) {
        for (const MonthData::Day &day : week.days) {
            const bool empty = day.entries.isEmpty() && !day.exam && day.date != data().today;
            const bool joins = empty && !m_items.isEmpty() && m_items.constLast().rows == 0 &&
                               data().day(m_items.constLast().first)->entries.isEmpty() &&
                               !data().day(m_items.constLast().first)->exam &&
                               m_items.constLast().first != data().today;
            if (joins) {
                ++m_items.last().days;
            } else {
                m_items.append({day.date, 1, int(day.entries.size()), rows, int(m_items.size())});
                rows += int(day.entries.size());
            }
            m_itemOfDay.append(int(m_items.size()) - 1);
        }
    }
}

int AgendaView::headHeight() const
{
    return QFontMetrics(theme().font(Theme::Role::Body)).height() + theme().px(space::s);
}

int AgendaView::rowHeight() const
{
    return std::max(theme().px(28), QFontMetrics(theme().font(Theme::Role::Body)).height() + theme().px(space::s));
}

int AgendaView::gap() const
{
    return theme().px(space::s);
}

int AgendaView::topOf(const Item &item) const
{
    return item.item * (headHeight() + gap()) + item.row * rowHeight();
}

const AgendaView::Item *AgendaView::itemOf(QDate date) const
{
    const qint64 index = data().firstDay().daysTo(date);
    return date.isValid() && index >= 0 && index < m_itemOfDay.size() ? &m_items[m_itemOfDay[index]] : nullptr;
}

QRect AgendaView::dayRect(QDate date) const
{
    const Item *item = itemOf(date);
    if (!item)
        return {};
    const QRect box(0, topOf(*item), width(), headHeight() + item->rows * rowHeight());
    const int share = width() / item->days;
    const auto nth = int(item->first.daysTo(date));
    const QRect part(nth * share, box.top(), nth + 1 == item->days ? width() - nth * share : share, box.height());
    return QStyle::visualRect(layoutDirection(), rect(), part);
}

QRect AgendaView::entryRect(QDate date, int entry) const
{
    const Item *item = itemOf(date);
    if (!item || entry < 0 || entry >= item->rows)
        return {};
    return {0, topOf(*item) + headHeight() + entry * rowHeight(), width(), rowHeight()};
}

QSize AgendaView::minimumSizeHint() const
{
    const int height = m_items.isEmpty()
                           ? 0
                           : topOf(m_items.constLast()) + headHeight() + m_items.constLast().rows * rowHeight() + gap();
    return {theme().px(300), height};
}

QSize AgendaView::sizeHint() const
{
    return minimumSizeHint().expandedTo({theme().px(900), 0});
}

void AgendaView::step(int rows)
{
    const Item *item = itemOf(selectedDate());
    if (!item)
        return;
    const int entry = selectedEntry() + rows;
    if (entry >= -1 && entry < item->rows) {
        select(selectedDate(), entry);
        return;
    }
    const int next = item->item + (rows < 0 ? -1 : 1);
    if (next < 0 || next >= m_items.size())
        return;
    const Item &other = m_items[next];
    select(other.first, rows < 0 ? other.rows - 1 : -1);
}

bool AgendaView::moveBy(int key)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const QDate first = data().firstDay();
    const QDate last = data().lastDay();
    const auto day = [&](int days) { select(std::clamp(selectedDate().addDays(days), first, last)); };
    switch (key) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Left:
        day(-forward);
        return true;
    case Qt::Key_Right:
        day(forward);
        return true;
    case Qt::Key_PageUp:
        day(-7);
        return true;
    case Qt::Key_PageDown:
        day(7);
        return true;
    case Qt::Key_Home:
        select(data().today);
        return true;
    default:
        return false;
    }
}

AgendaView::Columns AgendaView::columns() const
{
    const QFontMetrics body(theme().font(Theme::Role::Body));
    const QFontMetrics small(theme().font(Theme::Role::Small));
    const int space = theme().px(space::l);
    const QString clock = clockText(22 * 60 + 30);
    Columns at{};
    at.chip = theme().px(space::m) + body.horizontalAdvance(QStringLiteral("%1\u2013%1").arg(clock)) + space;
    at.length =
        at.chip + QFontMetrics(theme().font(Theme::Role::Chip)).horizontalAdvance(QStringLiteral("MMM")) + space;
    at.kind = at.length + body.horizontalAdvance(minutesText(240)) + space;
    int widest = 0;
    for (const BlockKind kind : {BlockKind::Read, BlockKind::Lab, BlockKind::Questions, BlockKind::Rehearsal,
             BlockKind::Project, BlockKind::Review, BlockKind::Buffer})
        widest = std::max(widest, body.horizontalAdvance(kindName(kind)));
    at.state = compact() ? width() - theme().px(2 * space::xl)
                         : width() - small.horizontalAdvance(tr("%1 of %2 min done").arg(200).arg(240)) -
                               theme().px(2 * space::xl);
    // Where there is no room for all, the topic goes before the kind.
    const int kinds = widest + space;
    at.title = at.kind + (at.state - at.kind - kinds >= theme().px(leastTitleWidth) ? kinds : 0);
    return at;
}

void AgendaView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns at = columns();
    for (const Item &item : m_items) {
        const int top = topOf(item);
        if (top > event->rect().bottom())
            break;
        if (top + headHeight() + item.rows * rowHeight() >= event->rect().top())
            paintItem(painter, item, at);
    }
    paintDrop(painter);
}

void AgendaView::paintItem(QPainter &painter, const Item &item, const Columns &at) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Day &day = *data().day(item.first);
    const bool now = day.date == data().today;
    const QRect head(0, topOf(item), width(), headHeight());
    const QRect inner = head.adjusted(theme().px(space::m), 0, -theme().px(space::m), 0);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    const QDate until = item.first.addDays(item.days - 1);
    const bool chosen = selectedDate() >= item.first && selectedDate() <= until && selectedEntry() < 0;
    const bool quiet = item.rows == 0 && !day.exam && !now;

    if (chosen)
        painter.fillRect(head, tokens.accentSoft);
    QFont font = theme().font(Theme::Role::Body);
    font.setBold(!quiet);
    painter.setFont(font);
    painter.setPen(day.exam || now ? tokens.accent : quiet ? tokens.muted : tokens.text);
    QString name = dayText(day.date, data().today);
    if (now)
        name = tr("Today, %1").arg(name);
    if (quiet && item.days > 1)
        name = tr("%n day(s) without study", nullptr, item.days);
    QString note;
    if (day.exam)
        note = data().examTime.isValid() ? tr("Exam at %1").arg(clockText(data().examTime)) : tr("Exam day");
    else if (quiet)
        note = item.days > 1 ? QStringLiteral("%1 \u2013 %2").arg(shortDayText(item.first), shortDayText(until))
               : day.off     ? tr("Day off")
                             : tr("No study");
    else if (item.rows > 0)
        note = day.capacity > 0 ? tr("%1 of %2 h").arg(hoursNumber(day.minutes()), hoursNumber(day.capacity))
                                : hoursText(day.minutes());
    QFont small = theme().font(Theme::Role::Small);
    small.setBold(day.exam);
    const int noteWidth = QFontMetrics(small).horizontalAdvance(note) + theme().px(space::s);
    painter.drawText(inner, leading,
        painter.fontMetrics().elidedText(name, Qt::ElideRight, inner.width() - noteWidth - theme().px(space::xl)));
    painter.setFont(small);
    painter.setPen(day.exam ? tokens.accent : tokens.muted);
    painter.drawText(inner, trailing, note);
    if (day.exam) {
        const int size = theme().px(14);
        const QRect flag(inner.right() - noteWidth - size, head.top() + (head.height() - size) / 2, size, size);
        painter.drawPixmap(
            QStyle::visualRect(layoutDirection(), inner, flag), mark(QStringLiteral("flag"), tokens.accent, size));
    }
    painter.fillRect(QRect(0, head.bottom(), width(), 1), now ? tokens.accent : tokens.line);
    for (int i = 0; i < item.rows; ++i)
        paintRow(painter, day, i, at);
    if (chosen && hasFocus()) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(head).adjusted(1, 1, -1, -1));
    }
}

void AgendaView::paintRow(QPainter &painter, const MonthData::Day &day, int index, const Columns &at) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Entry &entry = day.entries[index];
    const QRect row = entryRect(day.date, index);
    const bool quiet = entry.block.state == BlockState::Done || entry.block.state == BlockState::Excused;
    const bool chosen = isSelected(day.date, index);
    painter.fillRect(row, chosen ? tokens.accentSoft : tokens.raised);
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    const QRect bar(row.left(), row.top() + theme().px(3), theme().px(4), row.height() - theme().px(6));
    const QRect edge = QStyle::visualRect(layoutDirection(), rect(), bar);
    painter.setPen(QPen(theme().domain(entry.words.domain), 1, entry.missed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(entry.missed ? QBrush(Qt::NoBrush) : QBrush(theme().domain(entry.words.domain)));
    painter.drawRect(QRectF(edge).adjusted(0.5, 0.5, -0.5, -0.5));

    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    const auto cell = [&](int from, int to) {
        return QStyle::visualRect(layoutDirection(), rect(),
            QRect(from, row.top(), std::max(0, to - from - theme().px(space::s)), row.height()));
    };
    painter.setFont(theme().font(Theme::Role::Body));
    painter.setPen(quiet ? tokens.muted : tokens.text);
    painter.drawText(cell(theme().px(space::m), at.chip), leading,
        QStringLiteral("%1\u2013%2").arg(clockText(entry.block.startMinute), clockText(entry.block.endMinute())));
    painter.drawText(cell(at.length, at.kind), leading, minutesText(entry.block.minutes));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect title = cell(at.title, at.state);
    if (at.title > at.kind)
        painter.drawText(cell(at.kind, at.title), leading, entry.words.kind);
    const QString name =
        metrics.horizontalAdvance(entry.words.fullTitle) <= title.width() ? entry.words.fullTitle : entry.words.title;
    painter.drawText(
        title, leading, metrics.elidedText(compact() ? name : entry.words.fullTitle, Qt::ElideRight, title.width()));

    const QRect end = cell(at.state, width());
    const int marks = paintMarks(painter, entry, end, quiet ? tokens.muted : tokens.text);
    if (!compact()) {
        painter.setFont(theme().font(Theme::Role::Small));
        painter.setPen(entry.missed ? tokens.text : tokens.muted);
        const QRect words = isRightToLeft() ? end.adjusted(marks + theme().px(space::xs), 0, 0, 0)
                                            : end.adjusted(0, 0, -marks - theme().px(space::xs), 0);
        painter.drawText(words, trailing, stateText(entry.block, data().today));
    }
    const int high = std::min(row.height() - theme().px(6), theme().px(18));
    const QRect chip(at.chip, row.top() + (row.height() - high) / 2, at.length - at.chip - theme().px(space::s), high);
    paintChip(painter, QStyle::visualRect(layoutDirection(), rect(), chip), entry.words.code, entry.words.domain);
    if (chosen && hasFocus()) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1));
    }
}

} // namespace lectern
