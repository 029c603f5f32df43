// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetink.h"

#include "printpattern.h"
#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double patternStep = 1.1; ///< millimetres, as all below
constexpr double hatchStep = 2.4;
constexpr double hatchLine = 0.1;
constexpr double boxLine = 0.3;

} // namespace

SheetInk::SheetInk(QPainter &painter, const PrintMetrics &metrics)
    : m_painter(painter)
    , m_metrics(metrics)
    , m_ink(paperTokens().text)
    , m_faint(paperTokens().edge)
{
}

void SheetInk::text(const QRectF &box, const QString &words, double points, bool bold, Qt::Alignment alignment)
{
    const QFont font = m_metrics.font(points, bold);
    m_painter.setFont(font);
    m_painter.setPen(m_ink);
    m_painter.drawText(box, int(alignment) | m_metrics.wrapping(font, words, box.width()), words);
}

void SheetInk::mutedText(const QRectF &box, const QString &words, double points)
{
    const QFont font = m_metrics.font(points);
    m_painter.setFont(font);
    m_painter.setPen(paperTokens().muted);
    m_painter.drawText(box, int(Qt::AlignLeft | Qt::AlignTop) | m_metrics.wrapping(font, words, box.width()), words);
}

void SheetInk::level(double y, double from, double to, double millimetres)
{
    m_painter.setPen(QPen(m_ink, mm(millimetres)));
    m_painter.drawLine(QPointF(from, y), QPointF(to, y));
}

void SheetInk::upright(double x, double from, double to)
{
    m_painter.setPen(QPen(m_faint, mm(0.15)));
    m_painter.drawLine(QPointF(x, from), QPointF(x, to));
}

void SheetInk::writingLine(double y, double from, double to)
{
    m_painter.setPen(QPen(m_faint, mm(0.2)));
    m_painter.drawLine(QPointF(from, y), QPointF(to, y));
}

void SheetInk::box(const QRectF &where, BlockState state)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_ink, mm(boxLine)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(where);
    const double side = where.width();
    const auto at = [&](double x, double y) { return where.topLeft() + QPointF(x, y) * side; };
    m_painter.setPen(QPen(m_ink, std::max(side / 7, mm(boxLine))));
    switch (state) {
    case BlockState::Done:
        m_painter.drawPolyline(QPolygonF({at(0.2, 0.5), at(0.42, 0.74), at(0.82, 0.22)}));
        break;
    case BlockState::Partly:
        m_painter.drawLine(at(0.2, 0.8), at(0.8, 0.2));
        break;
    case BlockState::Excused:
        m_painter.drawLine(at(0.2, 0.5), at(0.8, 0.5));
        break;
    case BlockState::Planned:
        break;
    }
    m_painter.restore();
}

void SheetInk::tick(const QRectF &where)
{
    m_painter.fillRect(where, paperTokens().surface);
    box(where, BlockState::Done);
}

void SheetInk::pattern(const QRectF &where, int domain)
{
    drawPattern(m_painter, where, Theme::domainPattern(domain), mm(patternStep), m_ink);
}

void SheetInk::hatch(const QRectF &where)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(where, Qt::IntersectClip);
    m_painter.setPen(QPen(m_faint, mm(hatchLine)));
    const double height = where.height();
    for (double x = where.left() - height; x < where.right(); x += mm(hatchStep))
        m_painter.drawLine(QPointF(x, where.bottom()), QPointF(x + height, where.top()));
    m_painter.restore();
}

void SheetInk::flag(const QRectF &where)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_ink, mm(boxLine)));
    m_painter.drawLine(where.topLeft(), where.bottomLeft());
    m_painter.setBrush(m_ink);
    const double half = where.height() * 0.55;
    m_painter.drawPolygon(QPolygonF(
        {where.topLeft(), where.topRight(), QPointF(where.right() - where.width() * 0.3, where.top() + half / 2),
            QPointF(where.right(), where.top() + half), QPointF(where.left(), where.top() + half)}));
    m_painter.restore();
}

} // namespace lectern
