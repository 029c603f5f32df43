// SPDX-License-Identifier: GPL-3.0-or-later
#include "radarlegend.h"

#include "theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace lectern
{

RadarLegend::RadarLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Legend"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RadarLegend::setTarget(int percent)
{
    m_items = {{Mark::Outline, tr("right first time")}, {Mark::Band, tr("80 % interval")},
        {Mark::Target, tr("target %1").arg(QLocale().toString(percent))}, {Mark::Silent, tr("no evidence")}};
    QStringList names;
    for (const Item &item : std::as_const(m_items))
        names.append(item.text);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int RadarLegend::swatch() const
{
    return m_theme.px(22);
}

QSize RadarLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
    int width = 0;
    for (const Item &item : m_items)
        width = std::max(width, swatch() + m_theme.px(6 + space::l) + metrics.horizontalAdvance(item.text));
    // Two lines of two where four do not fit side by side.
    return {2 * width, 2 * (metrics.height() + m_theme.px(space::xs))};
}

void RadarLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto widthOf = [&](const Item &item) {
        return swatch() + m_theme.px(6 + space::l) + metrics.horizontalAdvance(item.text);
    };
    const int lineHeight = metrics.height() + m_theme.px(space::xs);
    int total = 0;
    for (const Item &item : std::as_const(m_items))
        total += widthOf(item);
    const bool twoLines = total > width();
    const int cell = sizeHint().width() / 2;
    int x = twoLines ? std::max(0, (width() - 2 * cell) / 2) : (width() - total + m_theme.px(space::l)) / 2;
    const int left = x;
    int y = twoLines ? 0 : (height() - lineHeight) / 2;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const QRect mark = QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, swatch(), lineHeight));
        drawMark(painter, m_items[i].mark, mark);
        painter.setPen(m_theme.tokens().text);
        const QRect text(x + swatch() + m_theme.px(6), y, metrics.horizontalAdvance(m_items[i].text) + 2, lineHeight);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft)), m_items[i].text);
        if (!twoLines) {
            x += widthOf(m_items[i]);
        } else {
            x = i % 2 == 0 ? left + cell : left;
            y += i % 2 == 0 ? 0 : lineHeight;
        }
    }
}

void RadarLegend::drawMark(QPainter &painter, Mark mark, const QRect &area) const
{
    const Tokens &tokens = m_theme.tokens();
    const QPointF centre = QRectF(area).center();
    const QLineF line(area.left(), centre.y(), area.right(), centre.y());
    painter.setBrush(Qt::NoBrush);
    switch (mark) {
    case Mark::Outline:
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawLine(line);
        break;
    case Mark::Band: {
        QColor veil = tokens.accent;
        veil.setAlpha(51);
        painter.setPen(QPen(tokens.accent, 0.8));
        painter.setBrush(veil);
        painter.drawRect(QRectF(area.left(), centre.y() - m_theme.px(5), area.width(), m_theme.px(10)));
        break;
    }
    case Mark::Target: {
        QPen pen(tokens.text, 1.5);
        pen.setDashPattern({4, 8.0 / 3});
        painter.setPen(pen);
        painter.drawLine(line);
        break;
    }
    case Mark::Silent: {
        QPen pen(tokens.edge, 2);
        pen.setDashPattern({1.5, 1.2});
        painter.setPen(pen);
        painter.drawEllipse(centre, m_theme.px(6), m_theme.px(6));
        break;
    }
    }
}

} // namespace lectern
