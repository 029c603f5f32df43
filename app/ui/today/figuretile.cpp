// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretile.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

FigureTile::FigureTile(const Theme &theme, QWidget *parent)
    : Tile(theme, parent)
{
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FigureTile::set(const Content &content)
{
    m_content = content;
    QStringList parts{
        content.caption, QStringLiteral("%1 %2").arg(content.figure, content.unit).trimmed(), content.note};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(content.note);
    update();
}

QSize FigureTile::sizeHint() const
{
    const int small = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    const int figure = QFontMetrics(m_theme.font(Theme::Role::Figure)).height();
    return {m_theme.px(230), 2 * small + figure + m_theme.px(12) + 2 * m_theme.px(space::xs) + m_theme.px(space::s)};
}

QSize FigureTile::minimumSizeHint() const
{
    return {m_theme.px(140), sizeHint().height()};
}

void FigureTile::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintVeil(painter);

    const int side = m_theme.px(space::s);
    QRect box = rect().adjusted(side, m_theme.px(space::xs), -side, 0);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const auto small = [&](const QString &words) {
        painter.setFont(m_theme.font(Theme::Role::Small));
        painter.setPen(tokens.muted);
        const QRect line(box.left(), box.top(), box.width(), painter.fontMetrics().height());
        painter.drawText(line, leading, painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
        box.setTop(line.bottom() + 1);
    };
    small(m_content.caption);

    painter.setFont(m_theme.font(Theme::Role::Figure));
    QRect line(box.left(), box.top(), box.width(), painter.fontMetrics().height());
    if (!m_content.figure.isEmpty()) {
        painter.setPen(tokens.text);
        painter.drawText(line, leading, m_content.figure);
        const int used = painter.fontMetrics().horizontalAdvance(m_content.figure) + m_theme.px(space::s);
        if (isRightToLeft())
            line.setRight(line.right() - used);
        else
            line.setLeft(line.left() + used);
    }
    QFont unit = m_theme.font(Theme::Role::Body);
    unit.setUnderline(m_content.figure.isEmpty());
    painter.setFont(unit);
    painter.setPen(m_content.figure.isEmpty() ? tokens.accent : tokens.text);
    painter.drawText(line, leading, painter.fontMetrics().elidedText(m_content.unit, Qt::ElideRight, line.width()));
    box.setTop(line.bottom() + m_theme.px(2));

    const QRectF bar(box.left(), box.top(), box.width(), m_theme.px(12));
    paintBar(painter, bar);
    box.setTop(int(bar.bottom()) + m_theme.px(2));
    small(m_content.note);

    if (hasFocus())
        paintRing(painter);
}

void FigureTile::paintBar(QPainter &painter, const QRectF &bar) const
{
    const Tokens &tokens = m_theme.tokens();
    const double thin = m_theme.px(6);
    painter.save();
    if (isRightToLeft()) {
        painter.translate(bar.left() + bar.right(), 0);
        painter.scale(-1, 1);
    }
    painter.setPen(Qt::NoPen);
    const double top = bar.center().y() - thin / 2;
    if (m_content.segments > 0) {
        const double gap = m_theme.px(4);
        const double width = (bar.width() - gap * (m_content.segments - 1)) / m_content.segments;
        for (int i = 0; i < m_content.segments; ++i) {
            const bool now = i + 1 == m_content.current;
            painter.setBrush(i < m_content.current ? tokens.accent : tokens.track);
            const double x = bar.left() + i * (width + gap);
            painter.drawRoundedRect(
                now ? QRectF(x, bar.top() + 1, width, bar.height() - 2) : QRectF(x, top, width, thin), 1, 1);
        }
    } else if (m_content.share >= 0) {
        painter.setBrush(tokens.track);
        painter.drawRoundedRect(QRectF(bar.left(), top, bar.width(), thin), 2, 2);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(bar.left(), top, bar.width() * std::min(1.0, m_content.share), thin), 2, 2);
        if (m_content.target >= 0) {
            const double tick = m_theme.px(2);
            const double x = std::min(bar.left() + bar.width() * m_content.target, bar.right() - tick);
            painter.fillRect(QRectF(x, bar.top(), tick, bar.height()), tokens.text);
        }
    }
    painter.restore();
}

} // namespace lectern
