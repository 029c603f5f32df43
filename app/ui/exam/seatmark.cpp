// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmark.h"

#include "icons.h"
#include "theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace lectern
{

namespace
{

QRectF square(const QRect &area)
{
    const qreal side = std::min(area.width(), area.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(area).center());
    return box;
}

void paintQuestion(QPainter &painter, const Theme &theme, const QRectF &box)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().text);
    painter.drawEllipse(box);
    QFont font = theme.font(Theme::Role::Small);
    font.setBold(true);
    font.setPixelSize(std::max(6, int(box.height() * 0.8)));
    painter.setFont(font);
    painter.setPen(theme.tokens().raised);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("?"));
}

/// Lines of which the last is cut: an arrow would be taken for a way to go.
void paintUnread(QPainter &painter, const Theme &theme, const QRectF &box)
{
    const qreal line = box.height() / 7;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().raised);
    painter.drawRect(box);
    painter.setBrush(theme.tokens().warn);
    for (int row = 0; row < 3; ++row)
        painter.drawRect(QRectF(box.left() + line / 2, box.top() + line * (1 + 2 * row),
            row < 2 ? box.width() - line : box.width() / 3, line * 1.1));
}

void paintLock(QPainter &painter, const Theme &theme, const QRectF &box)
{
    const QColor ink = theme.tokens().text;
    const qreal unit = box.width() / 12;
    painter.setPen(QPen(ink, 1.6 * unit));
    painter.setBrush(Qt::NoBrush);
    QPainterPath shackle;
    const QRectF bow(box.left() + 3.2 * unit, box.top() + 0.8 * unit, 5.6 * unit, 6.4 * unit);
    shackle.moveTo(bow.left(), box.top() + 6 * unit);
    shackle.lineTo(bow.left(), bow.center().y());
    shackle.arcTo(bow, 180, -180);
    shackle.lineTo(bow.right(), box.top() + 6 * unit);
    painter.drawPath(shackle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(box.left() + 1.5 * unit, box.top() + 5.5 * unit, 9 * unit, 6 * unit), unit, unit);
}

} // namespace

void paintSeatMark(QPainter &painter, const Theme &theme, SeatMark mark, const QRect &area)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (mark) {
    case SeatMark::Flagged:
        symbolicIcon(theme, QStringLiteral("flag"), theme.tokens().bad).paint(&painter, area);
        break;
    case SeatMark::Unsure:
        paintQuestion(painter, theme, square(area));
        break;
    case SeatMark::Unread:
        paintUnread(painter, theme, square(area));
        break;
    case SeatMark::Locked:
        paintLock(painter, theme, square(area));
        break;
    }
    painter.restore();
}

} // namespace lectern
