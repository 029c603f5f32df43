// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "printmetrics.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace lectern
{

/// Draws on a sheet in black and greys; lengths in the device's units, sizes of text in points.
class SheetInk
{
public:
    SheetInk(QPainter &painter, const PrintMetrics &metrics);

    double mm(double millimetres) const { return m_metrics.mm(millimetres); }
    /// Wraps where the box is too narrow; whoever calls has measured that it is high enough.
    void text(const QRectF &box, const QString &words, double points, bool bold = false,
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop);
    void mutedText(const QRectF &box, const QString &words, double points);
    void level(double y, double from, double to, double millimetres = 0.2); ///< a line across
    void upright(double x, double from, double to);
    void writingLine(double y, double from, double to); ///< fainter, to write on
    /// A box to tick: ticked when done, half when the block ended before its time, crossed out when it is excused.
    void box(const QRectF &where, BlockState state = BlockState::Planned);
    void tick(const QRectF &where); ///< on white, over a pattern
    void pattern(const QRectF &where, int domain);
    void hatch(const QRectF &where); ///< of days off
    void flag(const QRectF &where);  ///< of the exam

private:
    QPainter &m_painter;
    const PrintMetrics &m_metrics;
    QColor m_ink;
    QColor m_faint;
};

} // namespace lectern
