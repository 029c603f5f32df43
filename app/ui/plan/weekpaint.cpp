// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"
#include "weekview.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int hatchStep = 8;
} // namespace

void WeekView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MonthData::Week &week : data().weeks) {
        for (const MonthData::Day &day : week.days) {
            if (event->rect().intersects(dayRect(day.date)))
                paintDay(painter, day);
        }
    }
    paintHours(painter);
    for (const MonthData::Week &week : data().weeks) {
        for (const MonthData::Day &day : week.days) {
            if (!event->rect().intersects(dayRect(day.date)))
                continue;
            paintRing(painter, day);
            for (int i = 0; i < day.entries.size(); ++i)
                paintBlock(painter, day, i);
        }
    }
    paintNow(painter);
    paintGhost(painter);
    paintDrop(painter);
}

void WeekView::paintHours(QPainter &painter) const
{
    const Tokens &tokens = theme().tokens();
    painter.setFont(theme().font(Theme::Role::Small));
    const int height = painter.fontMetrics().height();
    for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
        const int y = yOf(hour * 60);
        const QRect line(gutter(), y, width() - gutter(), 1);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), tokens.line);
        if (hour == m_lastHour)
            continue;
        const QRect label(0, y + theme().px(2), gutter() - theme().px(6), height);
        painter.setPen(tokens.muted);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter, clockText(hour * 60));
    }
}

void WeekView::paintDay(QPainter &painter, const MonthData::Day &day) const
{
    const Tokens &tokens = theme().tokens();
    const QRect box = dayRect(day.date);
    const QRect hours = box.adjusted(0, headHeight(), 0, 0);
    painter.fillRect(hours, day.date == selectedDate() && selectedEntry() < 0 ? tokens.accentSoft : tokens.raised);
    if (day.off)
        hatch(painter, hours, tokens.line, theme().px(hatchStep));
    for (const Stretch &taken : day.busy) {
        const QRect stretch = timeRect(box, taken.start, taken.end);
        if (stretch.height() <= 0)
            continue;
        painter.fillRect(stretch, tokens.sunken);
        hatch(painter, stretch, tokens.edge, theme().px(hatchStep / 2));
    }
    painter.fillRect(QRect(box.left(), hours.top(), 1, hours.height()), tokens.line);
    if (day.date.dayOfWeek() == 7)
        painter.fillRect(
            QRect(isRightToLeft() ? box.left() : box.right(), hours.top(), 1, hours.height()), tokens.line);
    paintDayHead(painter, day, box);
}

void WeekView::paintRing(QPainter &painter, const MonthData::Day &day) const
{
    if (day.date != data().today && !(hasFocus() && isSelected(day.date, -1)))
        return;
    painter.setPen(QPen(theme().tokens().accent, theme().px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(dayRect(day.date).adjusted(0, headHeight(), 0, 0)).adjusted(1, 1, -1, -1));
}

void WeekView::paintDayHead(QPainter &painter, const MonthData::Day &day, const QRect &column) const
{
    const Tokens &tokens = theme().tokens();
    const QLocale locale;
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const QRect head =
        QRect(column.left(), 0, column.width(), headHeight()).adjusted(theme().px(5), 0, -theme().px(4), 0);

    QFont font = theme().font(Theme::Role::Body);
    font.setBold(day.date == data().today);
    painter.setFont(font);
    const int line = painter.fontMetrics().height();
    QString name =
        QStringLiteral("%1 %2").arg(locale.standaloneDayName(day.date.dayOfWeek()), locale.toString(day.date.day()));
    if (painter.fontMetrics().horizontalAdvance(name) > head.width())
        name = QStringLiteral("%1 %2").arg(
            locale.standaloneDayName(day.date.dayOfWeek(), QLocale::ShortFormat), locale.toString(day.date.day()));
    painter.setPen(day.date == data().today ? tokens.accent : tokens.text);
    painter.drawText(QRect(head.left(), head.top() + theme().px(2), head.width(), line), leading,
        painter.fontMetrics().elidedText(name, Qt::ElideRight, head.width()));

    QRect below(head.left(), head.top() + theme().px(2) + line, head.width(), head.height() - line - theme().px(4));
    QFont small = theme().font(Theme::Role::Small);
    small.setBold(day.exam);
    painter.setFont(small);
    QString note;
    if (day.exam) {
        note = data().examTime.isValid() ? tr("Exam %1").arg(clockText(data().examTime)) : tr("Exam");
        const int size = theme().px(14);
        QRect flag(below.left(), below.top() + (below.height() - size) / 2, size, size);
        if (isRightToLeft())
            flag.moveRight(below.right());
        painter.drawPixmap(flag, mark(QStringLiteral("flag"), tokens.accent, size));
        below = isRightToLeft() ? below.adjusted(0, 0, -size - theme().px(3), 0)
                                : below.adjusted(size + theme().px(3), 0, 0, 0);
    } else if (day.off) {
        note = tr("Off", "a day without study");
    } else if (!day.entries.isEmpty()) {
        note = day.capacity > 0 && !compact()
                   ? tr("%1 of %2 h").arg(hoursNumber(day.minutes()), hoursNumber(day.capacity))
                   : hoursText(day.minutes());
    }
    const bool over = day.minutes() > day.capacity && day.date >= data().today && day.capacity > 0;
    painter.setPen(day.exam ? tokens.accent : over ? tokens.bad : tokens.muted);
    painter.drawText(below, leading, painter.fontMetrics().elidedText(note, Qt::ElideRight, below.width()));
}

void WeekView::paintBlock(QPainter &painter, const MonthData::Day &day, int index) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Entry &entry = day.entries[index];
    const QRect box = entryRect(day.date, index);
    const bool quiet = entry.block.state == BlockState::Done || entry.block.state == BlockState::Excused;
    const QColor color = theme().domain(entry.words.domain);
    if (entry.block.state == BlockState::Done || entry.missed || entry.block.state == BlockState::Excused)
        painter.fillRect(box, tokens.raised);
    if (entry.block.state == BlockState::Done) {
        painter.setPen(QPen(tokens.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme().px(2), theme().px(2));
    }
    paintShape(painter, entry, box, false, true);
    const int bar = theme().px(4);
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), box, QRect(box.left(), box.top(), bar, box.height())), color);

    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    QFont font = theme().font(Theme::Role::Chip);
    font.setBold(false);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int line = metrics.height();
    const QRect inner = QStyle::visualRect(layoutDirection(), box,
        QRect(box.left() + bar + theme().px(3), box.top(), box.width() - bar - theme().px(4), box.height()));
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const QRect top(inner.left(),
        inner.top() + (inner.height() < line + theme().px(4) ? (inner.height() - line) / 2 : theme().px(2)),
        inner.width(), line);
    const int marks = paintMarks(painter, entry, top, quiet ? tokens.muted : tokens.text);
    const QRect title = isRightToLeft() ? top.adjusted(marks, 0, 0, 0) : top.adjusted(0, 0, -marks, 0);
    const QString name =
        compact() ? QStringLiteral("%1 %2").arg(entry.words.code, entry.words.kind) : entry.words.title;
    const QString minutes = QLocale().toString(entry.block.minutes);
    painter.setPen(quiet ? tokens.muted : tokens.text);
    painter.setFont(bold);
    if (inner.height() < line - theme().px(4)) {
        // Too low for words: its bar, its length and the tooltip tell it.
    } else if (inner.height() < 2 * line + theme().px(2)) {
        painter.setFont(font);
        painter.drawText(title, leading | Qt::AlignVCenter,
            metrics.elidedText(QStringLiteral("%1 %2").arg(minutes, name), Qt::ElideRight, title.width()));
    } else {
        painter.drawText(title, leading | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, title.width()));
        painter.setFont(font);
        const QString below =
            compact()
                ? minutesText(entry.block.minutes)
                : tr("%1 · %2", "length and kind of a block").arg(minutesText(entry.block.minutes), entry.words.kind);
        painter.drawText(QRect(inner.left(), top.bottom() + 1, inner.width(), line), leading | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(below, Qt::ElideRight, inner.width()));
    }
    painter.restore();
    if (hasFocus() && isSelected(day.date, index)) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(0, 0, 0, 0), theme().px(2), theme().px(2));
    }
}

void WeekView::paintNow(QPainter &painter) const
{
    if (!data().day(m_today) || m_now < m_firstHour * 60 || m_now > m_lastHour * 60)
        return;
    const Tokens &tokens = theme().tokens();
    const QRect day = dayRect(m_today);
    const int y = yOf(m_now);
    painter.fillRect(QRect(day.left(), y - theme().px(1), day.width(), theme().px(2)), tokens.accent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    const int side = isRightToLeft() ? day.right() : day.left();
    painter.drawEllipse(QPointF(side, y), theme().px(4), theme().px(4));
}

void WeekView::paintGhost(QPainter &painter) const
{
    if (!dragging() || drag().start < 0 || !data().day(drag().date))
        return;
    const QRect box = timeRect(dayRect(drag().date), drag().start, drag().start + drag().minutes);
    QColor veil = drag().refused ? theme().tokens().bad : theme().tokens().accent;
    veil.setAlphaF(0.25F);
    painter.fillRect(box, veil);
}

} // namespace lectern
