// SPDX-License-Identifier: GPL-3.0-or-later
// What blocks look like in every view.
#include "calendarview.h"
#include "icons.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{
constexpr int mostShapes = 500;
}

void CalendarView::hatch(QPainter &painter, const QRect &box, const QColor &color, int step)
{
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    for (int x = box.left() - box.height(); x < box.right(); x += step)
        painter.drawLine(x, box.bottom() + 1, x + box.height(), box.top());
    painter.restore();
}

const QPixmap &CalendarView::mark(const QString &icon, const QColor &color, int size) const
{
    const QString key = QStringLiteral("%1 %2 %3").arg(icon).arg(color.rgb()).arg(size);
    auto found = m_marks.find(key);
    if (found == m_marks.end())
        found = m_marks.insert(key, symbolicIcon(m_theme, icon, color).pixmap(QSize(size, size), devicePixelRatioF()));
    return *found;
}

void CalendarView::paintShape(
    QPainter &painter, const MonthData::Entry &entry, const QRect &box, bool solid, bool lined) const
{
    const auto state = static_cast<int>(entry.block.state);
    const bool buffer = entry.block.kind == BlockKind::Buffer;
    // Blocks are many and alike: each shape is drawn once. A length that is dragged leaves few behind.
    const QString key = QStringLiteral("%1 %2 %3 %4x%5")
                            .arg(entry.words.domain)
                            .arg(state)
                            .arg(8 * int(buffer) + 4 * int(entry.missed) + 2 * int(solid) + int(lined))
                            .arg(box.width())
                            .arg(box.height());
    auto found = m_shapes.find(key);
    if (found == m_shapes.end()) {
        if (m_shapes.size() >= mostShapes)
            m_shapes.clear();
        const double ratio = devicePixelRatioF();
        QPixmap drawn(QSize(int(std::ceil(box.width() * ratio)), int(std::ceil(box.height() * ratio))));
        drawn.setDevicePixelRatio(ratio);
        drawn.fill(Qt::transparent);
        QPainter shape(&drawn);
        shape.setRenderHint(QPainter::Antialiasing);
        drawShape(shape, entry, QRectF(QPointF(), QSizeF(box.size())), solid, lined);
        shape.end();
        found = m_shapes.insert(key, drawn);
    }
    painter.drawPixmap(box.topLeft(), *found);
}

void CalendarView::drawShape(
    QPainter &painter, const MonthData::Entry &entry, const QRectF &box, bool solid, bool lined) const
{
    const QColor color = m_theme.domain(entry.words.domain);
    const double radius = m_theme.px(2);
    const double line = std::max(1.0, m_theme.px(2) / 2.0);
    const QRectF outline = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setBrush(Qt::NoBrush);
    if (entry.block.state == BlockState::Excused) {
        painter.setPen(QPen(m_theme.tokens().line, line));
        painter.drawRoundedRect(outline, radius, radius);
    } else if (entry.missed) {
        painter.setPen(QPen(color, line, Qt::DashLine));
        painter.drawRoundedRect(outline, radius, radius);
    } else if (entry.block.state == BlockState::Done) {
        if (!solid)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(box, radius, radius);
    } else if (entry.block.kind == BlockKind::Buffer) {
        painter.setPen(QPen(m_theme.tokens().text, line, Qt::DotLine));
        painter.setBrush(m_theme.tokens().raised);
        painter.drawRoundedRect(outline, radius, radius);
    } else {
        painter.setPen(lined ? QPen(color, line) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.domainTint(entry.words.domain));
        painter.drawRoundedRect(lined ? outline : box, radius, radius);
    }
}

int CalendarView::paintMarks(
    QPainter &painter, const MonthData::Entry &entry, const QRect &box, const QColor &color) const
{
    const int size = std::min(m_theme.px(14), box.height());
    const int gap = m_theme.px(2);
    int used = 0;
    const auto next = [&] {
        const QRect place(box.right() + 1 - gap - used - size, box.top() + (box.height() - size) / 2, size, size);
        used += size + gap;
        return QStyle::visualRect(layoutDirection(), box, place);
    };
    if (entry.block.state == BlockState::Done) {
        painter.drawPixmap(next(), mark(QStringLiteral("checkmark"), color, size));
    } else if (entry.block.state == BlockState::Partly) {
        // A half disc, as of a lesson that was begun.
        const QRectF disc = QRectF(next()).adjusted(2.5, 2.5, -2.5, -2.5);
        painter.setPen(QPen(color, std::max(1.0, m_theme.px(3) / 2.0)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(disc, 90 * 16, 180 * 16);
    }
    if (entry.block.locked)
        painter.drawPixmap(next(), mark(QStringLiteral("pin"), color, size));
    return used;
}

void CalendarView::paintChip(QPainter &painter, const QRect &chip, const QString &code, int domain) const
{
    const QColor color = m_theme.domain(domain);
    painter.setFont(m_theme.font(Theme::Role::Chip));
    painter.setPen(QPen(color, std::max(1.5, m_theme.px(3) / 2.0)));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(chip).adjusted(1, 1, -1, -1), m_theme.px(3), m_theme.px(3));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(chip, Qt::AlignCenter, code);
}

QString CalendarView::dropText(const MonthData::Day &day) const
{
    if (m_drag.refused)
        return tr("Not possible here");
    const int minutes = dropMinutes(day);
    const QString text = day.capacity > 0 ? tr("%1 of %2 h", "minutes of a day against what it has room for, in hours")
                                                .arg(hoursNumber(minutes), hoursNumber(day.capacity))
                                          : tr("%1, no study day").arg(hoursText(minutes));
    return m_drag.start < 0 ? text
                            : QStringLiteral("%1–%2 · %3")
                                  .arg(clockText(m_drag.start), clockText(m_drag.start + m_drag.minutes), text);
}

int CalendarView::dropMinutes(const MonthData::Day &day) const
{
    const bool there = m_drag.act != Drag::Copy && m_drag.block.date == day.date;
    return day.minutes() + m_drag.minutes - (there ? m_drag.block.minutes : 0);
}

QFont CalendarView::dropFont() const
{
    QFont font = m_theme.font(Theme::Role::Small);
    font.setBold(true);
    return font;
}

QRect CalendarView::dropTag() const
{
    const MonthData::Day *day = m_drag.begun ? m_data.day(m_drag.date) : nullptr;
    if (!day)
        return {};
    const QFontMetrics metrics(dropFont());
    const QSize size(
        metrics.horizontalAdvance(dropText(*day)) + 2 * m_theme.px(space::s), metrics.height() + m_theme.px(6));
    const QRect box = dayRect(day->date);
    QRect tag(QPoint(box.center().x() - size.width() / 2, box.top() + m_theme.px(2)), size);
    const QRect seen = visibleRegion().boundingRect();
    tag.moveLeft(std::clamp(tag.left(), 0, std::max(0, width() - size.width())));
    tag.moveTop(std::clamp(tag.top(), seen.top(), std::max(seen.top(), seen.bottom() - size.height())));
    return tag;
}

QRect CalendarView::dropArea() const
{
    const QRect tag = dropTag();
    return tag.isEmpty() ? QRect() : dayRect(m_drag.date) | tag;
}

void CalendarView::paintDrop(QPainter &painter) const
{
    const MonthData::Day *day = m_drag.begun ? m_data.day(m_drag.date) : nullptr;
    if (!day)
        return;
    const Tokens &tokens = m_theme.tokens();
    const QColor tone = m_drag.refused || dropMinutes(*day) > day->capacity ? tokens.bad : tokens.accent;
    painter.setPen(QPen(tone, m_theme.px(2), m_drag.refused ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(dayRect(day->date)).adjusted(1, 1, -1, -1));
    const QRect tag = dropTag();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawRoundedRect(tag, m_theme.px(3), m_theme.px(3));
    painter.setFont(dropFont());
    painter.setPen(tokens.onAccent);
    painter.drawText(tag, Qt::AlignCenter, dropText(*day));
}

} // namespace lectern
