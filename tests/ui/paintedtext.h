// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace lectern::test
{

/// A run of text as a widget painted it, in the widget's coordinates.
struct PaintedText {
    QString text;
    QRectF place;       ///< from ascent to descent, as wide as the run advances
    bool inside = true; ///< what was to be seen of it fits the widget and the painter's clip
};

/// What `widget` itself paints, without its children. Painted by its own code into a device that keeps only text, so
/// that it holds for labels, buttons, item views and everything drawn by hand.
QList<PaintedText> paintedText(QWidget &widget);

} // namespace lectern::test
