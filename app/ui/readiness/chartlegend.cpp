// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"

#include "theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Legend"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChartLegend::setItems(const QList<Item> &items)
{
    m_items = items;
    QStringList names;
    for (const Item &item : std::as_const(m_items))
        names.append(item.text);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int ChartLegend::swatch() const
{
    return m_theme.px(22);
}

int ChartLegend::lineHeight() const
{
    return std::max(QFontMetrics(m_theme.font(Theme::Role::Small)).height(), m_theme.px(16)) + m_theme.px(space::xs);
}

int ChartLegend::itemWidth(const Item &item) const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
    return swatch() + m_theme.px(6) + metrics.horizontalAdvance(item.text) + 2;
}

QList<QRect> ChartLegend::places(int width) const
{
    QList<QRect> all;
    const int gap = m_theme.px(space::l);
    qsizetype first = 0;
    for (int y = 0; first < m_items.size(); y += lineHeight()) {
        qsizetype last = first;
        int used = itemWidth(m_items[first]);
        while (last + 1 < m_items.size() && used + gap + itemWidth(m_items[last + 1]) <= width)
            used += gap + itemWidth(m_items[++last]);
        int x = std::max(0, (width - used) / 2);
        for (; first <= last; ++first) {
            all.append(QRect(x, y, itemWidth(m_items[first]), lineHeight()));
            x += all.last().width() + gap;
        }
    }
    return all;
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    for (const Item &item : m_items)
        width += itemWidth(item) + m_theme.px(space::l);
    return {width, m_items.isEmpty() ? 0 : lineHeight()};
}

QSize ChartLegend::minimumSizeHint() const
{
    int width = 0;
    for (const Item &item : m_items)
        width = std::max(width, itemWidth(item));
    return {width, m_items.isEmpty() ? 0 : lineHeight()};
}

int ChartLegend::heightForWidth(int width) const
{
    return m_items.isEmpty() ? 0 : places(width).constLast().bottom() + 1;
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const QRect place = all[i];
        const QRect mark(place.left(), place.top(), swatch(), place.height());
        drawMark(painter, m_items[i].mark, QStyle::visualRect(layoutDirection(), rect(), mark));
        painter.setPen(m_theme.tokens().text);
        const QRect text = place.adjusted(swatch() + m_theme.px(6), 0, 0, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text), int(Qt::AlignVCenter | Qt::AlignLeft),
            m_items[i].text);
    }
}

void ChartLegend::drawRehearsal(QPainter &painter, const Theme &theme, Mark mark, QPointF at)
{
    const Tokens &tokens = theme.tokens();
    const double out = theme.px(7);
    if (mark == Mark::Unforeseen) {
        const double arm = out * 0.65;
        painter.setPen(QPen(tokens.text, 2));
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
        return;
    }
    const bool inside = mark == Mark::Inside;
    painter.setPen(QPen(inside ? tokens.surface : tokens.text, inside ? 1.5 : 2));
    painter.setBrush(inside ? tokens.text : tokens.surface);
    painter.drawPolygon(
        QPolygonF({at + QPointF(0, -out), at + QPointF(out, 0), at + QPointF(0, out), at + QPointF(-out, 0)}));
}

void ChartLegend::drawMark(QPainter &painter, Mark mark, const QRect &area) const
{
    const Tokens &tokens = m_theme.tokens();
    const QPointF centre = QRectF(area).center();
    const QLineF line(area.left(), centre.y(), area.right(), centre.y());
    const auto stroke = [&](const QColor &color, double width, const QList<qreal> &dashes = {}) {
        QPen pen(color, width);
        if (!dashes.isEmpty()) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern(dashes);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawLine(line);
    };
    switch (mark) {
    case Mark::Line:
        stroke(tokens.accent, 2);
        break;
    case Mark::Band: {
        QColor veil = tokens.accent;
        veil.setAlpha(51);
        painter.setPen(QPen(tokens.accent, 0.8));
        painter.setBrush(veil);
        painter.drawRect(QRectF(area.left(), centre.y() - m_theme.px(5), area.width(), m_theme.px(10)));
        break;
    }
    case Mark::Earlier:
        stroke(tokens.edge, 1.5, {2 / 1.5, 3 / 1.5});
        break;
    case Mark::Target:
        stroke(tokens.text, 1.5, {6 / 1.5, 4 / 1.5});
        break;
    case Mark::Forecast:
        stroke(tokens.accent, 2, {1, 1.5});
        break;
    case Mark::Silent: {
        QPen pen(tokens.edge, 2);
        pen.setDashPattern({1.5, 1.2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, m_theme.px(6), m_theme.px(6));
        break;
    }
    case Mark::Inside:
    case Mark::Outside:
    case Mark::Unforeseen:
        drawRehearsal(painter, m_theme, mark, centre);
        break;
    }
}

} // namespace lectern
