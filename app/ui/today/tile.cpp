// SPDX-License-Identifier: GPL-3.0-or-later
#include "tile.h"

#include <QKeyEvent>
#include <QPainter>

namespace lectern
{

namespace
{
constexpr int rounding = 4;
constexpr int hoverAlpha = 14;
constexpr int pressedAlpha = 30;
constexpr int ringWidth = 2;
} // namespace

Tile::Tile(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Tile::paintVeil(QPainter &painter) const
{
    if (!underMouse() && !isDown())
        return;
    QColor veil = m_theme.tokens().text;
    veil.setAlpha(isDown() ? pressedAlpha : hoverAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect(), m_theme.px(rounding), m_theme.px(rounding));
}

void Tile::paintRing(QPainter &painter, int inset) const
{
    const int edge = inset + ringWidth / 2;
    painter.setPen(QPen(m_theme.tokens().accent, ringWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(edge, edge, -edge, -edge), m_theme.px(rounding), m_theme.px(rounding));
}

} // namespace lectern
