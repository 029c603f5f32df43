// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthview.h"
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

constexpr int hatchStep = 8;

} // namespace

void MonthView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int week = 0; week < data().weeks.size(); ++week) {
        paintStage(painter, week);
        for (int weekday = 0; weekday < 7; ++weekday) {
            if (event->rect().intersects(dayRect(data().weeks[week].days[static_cast<std::size_t>(weekday)].date)))
                paintDay(painter, week, weekday);
        }
    }
    painter.fillRect(0, headHeight() + int(data().weeks.size()) * rowHeight(), width(), 1, theme().tokens().line);
    paintDrop(painter);
}

void MonthView::paintHead(QPainter &painter) const
{
    const QLocale locale;
    painter.setFont(theme().font(Theme::Role::Small));
    painter.setPen(theme().tokens().muted);
    for (int weekday = 0; weekday < 7; ++weekday) {
        QRect box = cell(0, weekday).adjusted(theme().px(6), 0, -theme().px(4), 0);
        box.setTop(0);
        box.setHeight(headHeight());
        const QString name = locale.standaloneDayName(weekday + 1);
        const bool fits = painter.fontMetrics().horizontalAdvance(name) <= box.width();
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), box),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter,
            fits ? name : locale.standaloneDayName(weekday + 1, QLocale::ShortFormat));
    }
}

void MonthView::paintStage(QPainter &painter, int week) const
{
    const MonthData::Week &shown = data().weeks[week];
    const Tokens &tokens = theme().tokens();
    QRect box(0, headHeight() + week * rowHeight(), stageWidth(), rowHeight());
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), QRect(box.x(), box.y(), box.width(), 1)), tokens.line);
    if (shown.number == 0)
        return;
    box.adjust(0, theme().px(4), -theme().px(space::s), 0);
    const QRect area = QStyle::visualRect(layoutDirection(), rect(), box);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop;

    QFont bold = theme().font(Theme::Role::Body);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(tokens.text);
    const QString number = compact() ? tr("W%1", "week of the plan, short").arg(shown.number)
                                     : tr("Week %1", "of the plan").arg(shown.number);
    painter.drawText(area, leading, number);
    const int line = painter.fontMetrics().height();

    painter.setFont(theme().font(Theme::Role::Chip));
    const int chipWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("D0")) + 2 * theme().px(6);
    QRect chip = compact()
                     ? QRect(box.x(), box.y() + line + theme().px(4), chipWidth, theme().px(17))
                     : QRect(box.right() - chipWidth, box.y() + (line - theme().px(17)) / 2, chipWidth, theme().px(17));
    chip = QStyle::visualRect(layoutDirection(), rect(), chip);
    if (!shown.code.isEmpty())
        paintChip(painter, chip, shown.code, shown.domain);
    if (!compact()) {
        painter.setFont(theme().font(Theme::Role::Small));
        painter.setPen(tokens.muted);
        painter.drawText(
            area.adjusted(0, line + theme().px(4), 0, -theme().px(4)), leading | Qt::TextWordWrap, shown.stage);
    }
}

void MonthView::paintDay(QPainter &painter, int week, int weekday) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Day &day = data().weeks[week].days[static_cast<std::size_t>(weekday)];
    const QRect box = dayRect(day.date);
    const bool isSelected = day.date == selectedDate();

    painter.fillRect(box, isSelected ? tokens.accentSoft : !day.inMonth ? tokens.sunken : tokens.raised);
    if (day.off)
        hatch(painter, box, tokens.line, theme().px(hatchStep));
    if (day.date == hoveredDay()) {
        QColor veil = tokens.text;
        veil.setAlphaF(0.04F);
        painter.fillRect(box, veil);
    }
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), tokens.line);
    painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), tokens.line);
    if (weekday == 6)
        painter.fillRect(QRect(isRightToLeft() ? box.left() : box.right(), box.top(), 1, box.height()), tokens.line);

    paintDayHead(painter, day, box);
    for (int i = 0; i < std::min(int(day.entries.size()), room()); ++i)
        paintEntry(painter, day, i, entryRect(day.date, i));

    const bool focused = isSelected && hasFocus() && selectedEntry() < 0;
    if (focused || day.date == data().today) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1));
    }
}

void MonthView::paintDayHead(QPainter &painter, const MonthData::Day &day, const QRect &box) const
{
    const Tokens &tokens = theme().tokens();
    const QRect head =
        QRect(box.left(), box.top() + 1, box.width(), dayHeadHeight()).adjusted(theme().px(4), 0, -theme().px(4), 0);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;

    QFont font = theme().font(Theme::Role::Body);
    font.setBold(day.date == data().today);
    painter.setFont(font);
    const bool named = day.date.day() == 1 && !compact();
    const QString number = named ? QLocale().toString(day.date, tr("d MMM", "first day of a month in the calendar"))
                                 : QLocale().toString(day.date.day());
    int used = painter.fontMetrics().horizontalAdvance(number) + theme().px(4);
    if (day.date == data().today) {
        QRect badge(head.left(), head.top() + theme().px(2), used + theme().px(6), head.height() - theme().px(3));
        if (isRightToLeft())
            badge.moveRight(head.right());
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(badge, theme().px(3), theme().px(3));
        painter.setPen(tokens.onAccent);
        painter.drawText(badge, Qt::AlignCenter, number);
        used = badge.width() + theme().px(4);
    } else {
        painter.setPen(day.inMonth ? tokens.text : tokens.muted);
        painter.drawText(head, leading, number);
    }

    QString note;
    const int hidden = std::max(0, int(day.entries.size()) - room());
    if (day.exam && !compact())
        note = data().examTime.isValid() ? tr("Exam %1").arg(clockText(data().examTime)) : tr("Exam");
    else if (day.off)
        note = tr("Off", "a day without study");
    else if (!day.entries.isEmpty())
        note = hidden == 0 ? hoursText(day.minutes())
               : compact() ? tr("+%1", "more blocks than fit").arg(hidden)
                           : tr("%1 · +%2", "hours of a day and how many blocks are not shown")
                                 .arg(hoursText(day.minutes()))
                                 .arg(hidden);
    QFont small = theme().font(Theme::Role::Small);
    small.setBold(day.exam);
    painter.setFont(small);
    painter.setPen(day.exam ? tokens.accent : tokens.muted);
    if (day.exam) {
        const int size = theme().px(14);
        const int text = painter.fontMetrics().horizontalAdvance(note) + theme().px(4);
        QRect flag(
            head.right() - (note.isEmpty() ? 0 : text) - size, head.top() + (head.height() - size) / 2, size, size);
        if (isRightToLeft())
            flag.moveLeft(head.left() + (note.isEmpty() ? 0 : text));
        painter.drawPixmap(flag, mark(QStringLiteral("flag"), tokens.accent, size));
    }
    const QRect rest = isRightToLeft() ? head.adjusted(0, 0, -used, 0) : head.adjusted(used, 0, 0, 0);
    painter.drawText(rest, trailing, painter.fontMetrics().elidedText(note, Qt::ElideRight, rest.width()));
}

void MonthView::paintEntry(QPainter &painter, const MonthData::Day &day, int index, const QRect &box) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Entry &entry = day.entries[index];
    const bool done = entry.block.state == BlockState::Done;
    const QColor color = theme().domain(entry.words.domain);
    const double radius = theme().px(2);
    const int bar = theme().px(4);

    paintShape(painter, entry, box, false, false);
    const QRect edge = QStyle::visualRect(layoutDirection(), box, QRect(box.left(), box.top(), bar, box.height()));
    painter.setPen(day.inMonth ? QPen(Qt::NoPen) : QPen(tokens.edge, 1));
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(edge).adjusted(0.5, 0.5, -0.5, -0.5), radius / 2, radius / 2);

    QFont font = theme().font(Theme::Role::Chip);
    font.setBold(false);
    painter.setFont(font);
    const bool over = done || entry.block.state == BlockState::Excused;
    const QFontMetrics metrics = painter.fontMetrics();
    int left = bar + theme().px(3);
    int right = theme().px(3);
    const auto part = [&](int from, int width) {
        return QStyle::visualRect(layoutDirection(), box, QRect(box.left() + from, box.top(), width, box.height()));
    };
    right += paintMarks(painter, entry, box, done ? tokens.muted : tokens.text);
    painter.setPen(over ? tokens.muted : tokens.text);
    const int digits = metrics.horizontalAdvance(QStringLiteral("000"));
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    painter.drawText(part(left, digits), trailing, QLocale().toString(entry.block.minutes));
    left += digits + theme().px(5);
    const int width = box.width() - left - right;
    const QString name = compact() ? entry.words.code : entry.words.title;
    painter.drawText(part(left, width), leading, metrics.elidedText(name, Qt::ElideRight, width));

    if (hasFocus() && isSelected(day.date, index)) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius);
    }
}

} // namespace lectern
