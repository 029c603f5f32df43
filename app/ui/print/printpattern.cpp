// SPDX-License-Identifier: GPL-3.0-or-later
#include "printpattern.h"

#include <QPainter>
#include <QPainterPath>

namespace lectern
{

namespace
{

void diagonals(QPainter &painter, const QRectF &box, double step, bool rising)
{
    for (double x = box.left() - box.height(); x < box.right(); x += step * 1.4) {
        if (rising)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        else
            painter.drawLine(QPointF(x, box.top()), QPointF(x + box.height(), box.bottom()));
    }
}

void levels(QPainter &painter, const QRectF &box, double step)
{
    for (double y = box.top() + step; y < box.bottom() - step / 4; y += step)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
}

void uprights(QPainter &painter, const QRectF &box, double step)
{
    for (double x = box.left() + step; x < box.right() - step / 4; x += step)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
}

void dots(QPainter &painter, const QRectF &box, double step, double radius, const QColor &ink)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    bool shifted = false;
    for (double y = box.top() + step / 2; y < box.bottom(); y += step, shifted = !shifted) {
        for (double x = box.left() + (shifted ? step : step / 2); x < box.right(); x += step)
            painter.drawEllipse(QPointF(x, y), radius, radius);
    }
    painter.restore();
}

} // namespace

void drawPattern(QPainter &painter, const QRectF &box, Qt::BrushStyle pattern, double step, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, step / 5));
    painter.setBrush(Qt::NoBrush);
    painter.save();
    painter.setClipRect(box);
    switch (pattern) {
    case Qt::BDiagPattern:
        diagonals(painter, box, step, true);
        break;
    case Qt::FDiagPattern:
        diagonals(painter, box, step, false);
        break;
    case Qt::HorPattern:
        levels(painter, box, step);
        break;
    case Qt::VerPattern:
        uprights(painter, box, step);
        break;
    case Qt::CrossPattern:
        levels(painter, box, step);
        uprights(painter, box, step);
        break;
    case Qt::DiagCrossPattern:
        diagonals(painter, box, step, true);
        diagonals(painter, box, step, false);
        break;
    case Qt::Dense6Pattern:
        dots(painter, box, step * 1.3, step / 4, ink);
        break;
    case Qt::Dense3Pattern:
        dots(painter, box, step * 0.8, step / 3.5, ink);
        break;
    case Qt::SolidPattern:
        painter.fillRect(box, ink);
        break;
    default:
        break;
    }
    painter.restore();
    painter.drawRect(box);
    painter.restore();
}

} // namespace lectern
