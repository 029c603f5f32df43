// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"
#include "expectedtrend.h"
#include "theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int bandOpacity = 51;   ///< of 255: a fifth
constexpr int futureOpacity = 26; ///< of the forecast
constexpr double edgeWidth = 0.8;
constexpr int longSpan = 300; ///< days from which on months are enough, and years are needed

} // namespace

void ExpectedTrend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    paintScale(painter);
    if (!m_stops.isEmpty()) {
        paintDays(painter);
        paintForecast(painter);
        paintExpected(painter);
    }
    paintTarget(painter);
    for (qsizetype i = 0; i < m_stops.size(); ++i) {
        if (m_stops.at(i).kind == TrendStop::Kind::Rehearsal)
            paintRehearsal(painter, i);
    }
    if (hasFocus())
        paintCurrent(painter);
}

void ExpectedTrend::paintScale(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRectF area = plot();
    const int lineHeight = painter.fontMetrics().height();
    const double gap = m_theme.px(space::s);
    // Absolute: a painter would mirror it once more.
    const Qt::Alignment trailing = Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight);
    constexpr int step = 20;
    for (int value = m_scale.low; value <= m_scale.high; value += step) {
        const double height = y(value / 100.0);
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height));
        painter.setPen(tokens.muted);
        const double top = height - lineHeight / 2.0;
        const QRectF label = isRightToLeft() ? QRectF(area.right() + gap, top, width() - area.right() - gap, lineHeight)
                                             : QRectF(0, top, area.left() - gap, lineHeight);
        painter.drawText(label, int(Qt::AlignVCenter | trailing), QLocale().toString(value));
    }
}

void ExpectedTrend::paintDays(QPainter &painter) const
{
    const QRectF area = plot();
    const QDate first = m_stops.constFirst().day;
    const QDate last = m_stops.constLast().day;
    const QString format =
        first.daysTo(last) < longSpan ? tr("d MMM", "a day below a chart") : tr("MMM yyyy", "a month below a chart");
    const double lineHeight = painter.fontMetrics().height();
    // The ends first, then today, then what there is room for.
    const QDate from = m_today < last ? m_today : first;
    const QDate between = from.addDays(from.daysTo(last) / 2);
    QList<QRectF> taken;
    painter.setPen(m_theme.tokens().muted);
    for (const QDate day : {first, last, m_today, between}) {
        const QString text = QLocale().toString(day, format);
        const double length = painter.fontMetrics().horizontalAdvance(text) + 2;
        const double left = std::clamp(x(day) - length / 2, area.left(), std::max(area.left(), area.right() - length));
        const QRectF place(left, area.bottom() + m_theme.px(space::xs), length, lineHeight);
        const QRectF kept = place.adjusted(-m_theme.px(space::l), 0, m_theme.px(space::l), 0);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(kept); }))
            continue;
        taken.append(place);
        painter.drawText(place, Qt::AlignCenter, text);
    }
}

void ExpectedTrend::paintTarget(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRectF area = plot();
    QPen pen(tokens.text, 1.5);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({6 / 1.5, 4 / 1.5});
    painter.setPen(pen);
    painter.drawLine(QPointF(area.left(), y(m_target)), QPointF(area.right(), y(m_target)));
}

void ExpectedTrend::paintBand(QPainter &painter, const QPolygonF &upper, const QPolygonF &lower, int opacity) const
{
    QColor veil = m_theme.tokens().accent;
    veil.setAlpha(opacity);
    QPolygonF area = upper;
    for (auto point = lower.crbegin(); point != lower.crend(); ++point)
        area.append(*point);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawPolygon(area);
    painter.setPen(QPen(m_theme.tokens().accent, edgeWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(upper);
    painter.drawPolyline(lower);
}

void ExpectedTrend::paintExpected(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QPolygonF means = line();
    if (means.isEmpty())
        return;
    const QPolygonF upper = edge(true);
    const QPolygonF lower = edge(false);
    paintBand(painter, upper, lower, bandOpacity);
    // Today's interval closes the band, and is all there is of it on the first day.
    painter.setPen(QPen(tokens.accent, means.size() > 1 ? edgeWidth : 4 * edgeWidth));
    painter.drawLine(upper.constLast(), lower.constLast());
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawPolyline(means);
    painter.setPen(QPen(tokens.surface, 1.5));
    painter.setBrush(tokens.accent);
    const double half = m_theme.px(10) / 2.0;
    painter.drawEllipse(means.constLast(), half, half);
}

void ExpectedTrend::paintForecast(QPainter &painter) const
{
    const QPolygonF means = line();
    if (m_stops.constLast().kind != TrendStop::Kind::Forecast || means.isEmpty())
        return;
    const TrendStop &exam = m_stops.constLast();
    const double at = x(exam.day);
    const QPolygonF upper{edge(true).constLast(), QPointF(at, y(exam.expected.high))};
    const QPolygonF lower{edge(false).constLast(), QPointF(at, y(exam.expected.low))};
    paintBand(painter, upper, lower, futureOpacity);
    painter.setPen(QPen(m_theme.tokens().accent, edgeWidth));
    painter.drawLine(upper.constLast(), lower.constLast());
    QPen pen(m_theme.tokens().accent, 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1, 1.5});
    painter.setPen(pen);
    painter.drawLine(means.constLast(), QPointF(at, y(exam.expected.mean)));
}

void ExpectedTrend::paintRehearsal(QPainter &painter, qsizetype index) const
{
    const TrendStop &stop = m_stops.at(index);
    const QPointF at = place(index);
    ChartLegend::Mark mark = ChartLegend::Mark::Unforeseen;
    if (stop.foreseen()) {
        mark = stop.rehearsal.inside() ? ChartLegend::Mark::Inside : ChartLegend::Mark::Outside;
        // What was shown before, which is another interval than the band: that of one form, as it was known then.
        const double cap = m_theme.px(3);
        painter.setPen(QPen(m_theme.tokens().text, 1));
        painter.drawLine(QPointF(at.x(), y(stop.expected.low)), QPointF(at.x(), y(stop.expected.high)));
        for (const double end : {y(stop.expected.low), y(stop.expected.high)})
            painter.drawLine(QPointF(at.x() - cap, end), QPointF(at.x() + cap, end));
    }
    ChartLegend::drawRehearsal(painter, m_theme, mark, at);
}

void ExpectedTrend::paintCurrent(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    if (m_current < 0) {
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        return;
    }
    const QPointF at = place(m_current);
    const double ring = m_theme.px(10);
    painter.drawEllipse(at, ring, ring);

    // Where the day is not: above or below it.
    const QString text = spoken(m_stops.at(m_current), m_today);
    const double pad = m_theme.px(space::s);
    const QRectF room(0, 0, width() - 2 * pad, height());
    QRectF needed = painter.fontMetrics().boundingRect(room.toRect(), Qt::AlignCenter | Qt::TextWordWrap, text);
    needed.setSize(needed.size() + QSizeF(2 * pad, pad));
    const double left = std::clamp(at.x() - needed.width() / 2, 0.0, std::max(0.0, width() - needed.width()));
    const bool below = at.y() < height() / 2.0;
    const double top = below ? std::min(at.y() + ring + pad, height() - needed.height())
                             : std::max(0.0, at.y() - ring - pad - needed.height());
    const QRectF box(left, top, needed.width(), needed.height());
    painter.setPen(QPen(tokens.edge, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(tokens.text);
    painter.drawText(box.adjusted(pad, 0, -pad, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace lectern
