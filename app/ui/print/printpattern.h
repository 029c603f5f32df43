// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <Qt>

class QColor;
class QPainter;

namespace lectern
{

/// Fills a framed box with a domain's pattern as lines and dots `step` apart: Qt's pattern brushes are one device pixel
/// fine, which paper does not show.
void drawPattern(QPainter &painter, const QRectF &box, Qt::BrushStyle pattern, double step, const QColor &ink);

} // namespace lectern
