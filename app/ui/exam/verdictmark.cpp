// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdictmark.h"

#include "theme.h"

#include <QPainter>

namespace lectern
{

namespace
{

constexpr int side = 12; ///< pixels at 100 % text

} // namespace

void paintVerdict(QPainter &painter, const QRectF &box, Verdict verdict, const Theme &theme)
{
    if (verdict == Verdict::None)
        return;
    const Tokens &t = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(verdict == Verdict::Right ? t.good : t.bad, theme.px(100) / 100.0 * 2, Qt::SolidLine,
        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (verdict == Verdict::Right) {
        painter.drawPolyline(QPolygonF{at(0.1, 0.55), at(0.4, 0.85), at(0.9, 0.2)});
    } else {
        painter.drawLine(at(0.18, 0.18), at(0.82, 0.82));
        painter.drawLine(at(0.82, 0.18), at(0.18, 0.82));
    }
    painter.restore();
}

VerdictMark::VerdictMark(const Theme &theme, Verdict verdict, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_verdict(verdict)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void VerdictMark::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    update();
}

QSize VerdictMark::sizeHint() const
{
    return {m_theme.px(side), m_theme.px(side)};
}

void VerdictMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintVerdict(painter, rect(), m_verdict, m_theme);
}

} // namespace lectern
