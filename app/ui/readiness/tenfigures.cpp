// SPDX-License-Identifier: GPL-3.0-or-later
#include "oddscard.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int figures = 10;
constexpr QSize figureSize(14, 30); ///< pixels at 100 % text
constexpr int gap = 4;

/// A head over shoulders, in a box of 14 by 30.
QPainterPath person()
{
    QPainterPath path;
    path.addEllipse(QRectF(2, 1, 10, 10));
    path.moveTo(1, 29);
    path.lineTo(1, 19);
    path.quadTo(1, 13, 7, 13);
    path.quadTo(13, 13, 13, 19);
    path.lineTo(13, 29);
    path.closeSubpath();
    return path;
}

} // namespace

TenFigures::TenFigures(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TenFigures::setFilled(int filled)
{
    m_filled = std::clamp(filled, 0, figures);
    setAccessibleName(tr("%1 of 10 figures").arg(m_filled));
    update();
}

QSize TenFigures::sizeHint() const
{
    return {m_theme.px(figures * figureSize.width() + (figures - 1) * gap), m_theme.px(figureSize.height())};
}

void TenFigures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = m_theme.px(100) / 100.0;
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    painter.scale(scale, scale);
    const Tokens &tokens = m_theme.tokens();
    const QPainterPath path = person();
    for (int i = 0; i < figures; ++i) {
        const bool filled = i < m_filled;
        painter.setPen(QPen(filled ? tokens.accent : tokens.edge, 1.2));
        painter.setBrush(filled ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
        painter.drawPath(path);
        painter.translate(figureSize.width() + gap, 0);
    }
}

} // namespace lectern
