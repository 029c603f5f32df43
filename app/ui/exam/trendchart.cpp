// SPDX-License-Identifier: GPL-3.0-or-later
#include "trendchart.h"

#include "examwords.h"
#include "score.h"
#include "theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int fewestForRange = 20; ///< questions under which an interval says nothing
constexpr qsizetype meanOver = 5;
constexpr int chartHeight = 150; ///< pixels at 100 % text
constexpr int dot = 4;           ///< half of a mark
constexpr int nearby = 12;       ///< from a mark, so that it is meant

} // namespace

TrendChart::TrendChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Results over time"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TrendChart::setPoints(const QList<Point> &points, double target)
{
    m_points = points;
    m_target = target;
    setAccessibleDescription(
        points.isEmpty() ? tr("No results")
                         : tr("%n result(s), the latest %1, the mean of the last few %2. The table below has each.",
                               nullptr, int(points.size()))
                               .arg(percent(points.constLast().share()), percent(mean(points.size() - 1))));
    update();
}

double TrendChart::mean(qsizetype index) const
{
    int right = 0;
    int total = 0;
    for (qsizetype i = std::max<qsizetype>(0, index - meanOver + 1); i <= index; ++i) {
        right += m_points.at(i).right;
        total += m_points.at(i).total;
    }
    return total > 0 ? double(right) / total : 0;
}

QSize TrendChart::sizeHint() const
{
    return {m_theme.px(480), m_theme.px(chartHeight)};
}

QSize TrendChart::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(chartHeight)};
}

QRectF TrendChart::plot() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
    const double labels = metrics.horizontalAdvance(percent(1)) + m_theme.px(space::s);
    const double mark = m_theme.px(dot + 2);
    const double from = isRightToLeft() ? mark : labels;
    const double to = width() - (isRightToLeft() ? labels : mark);
    const double above = metrics.height() / 2.0;
    const double below = metrics.height() + m_theme.px(space::s);
    return {from, above, std::max(1.0, to - from), std::max(1.0, height() - above - below)};
}

double TrendChart::y(double share) const
{
    const QRectF area = plot();
    return area.bottom() - share * area.height();
}

QPointF TrendChart::place(qsizetype index) const
{
    const QRectF area = plot();
    const qint64 first = m_points.constFirst().at.toMSecsSinceEpoch();
    const qint64 span = m_points.constLast().at.toMSecsSinceEpoch() - first;
    // A single moment stands in the middle.
    const double along = span > 0 ? double(m_points.at(index).at.toMSecsSinceEpoch() - first) / double(span) : 0.5;
    const double margin = m_theme.px(dot + 4);
    const double room = area.width() - 2 * margin;
    const double x = margin + along * room;
    return {isRightToLeft() ? area.right() - x : area.left() + x, y(m_points.at(index).share())};
}

void TrendChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    if (m_points.isEmpty())
        return;
    const Tokens &tokens = m_theme.tokens();
    QPainterPath line;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const QPointF at(place(i).x(), y(mean(i)));
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.edge, m_theme.px(2)));
    painter.drawPath(line);
    for (qsizetype i = 0; i < m_points.size(); ++i)
        paintPoint(painter, i);
}

void TrendChart::paintAxes(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRectF area = plot();
    painter.setFont(m_theme.font(Theme::Role::Small));
    const int lineHeight = painter.fontMetrics().height();
    // Absolute: a painter would mirror them once more.
    const Qt::Alignment leading = Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    const Qt::Alignment trailing = Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight);
    for (const double share : {0.0, 0.5, 1.0}) {
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(QPointF(area.left(), y(share)), QPointF(area.right(), y(share)));
        painter.setPen(tokens.muted);
        const double gap = m_theme.px(space::s);
        const QRectF label = isRightToLeft()
                                 ? QRectF(area.right() + gap, y(share) - lineHeight / 2.0, width(), lineHeight)
                                 : QRectF(0, y(share) - lineHeight / 2.0, area.left() - gap, lineHeight);
        painter.drawText(label, int(Qt::AlignVCenter | trailing), percent(share));
    }
    QPen target(tokens.text, 1);
    target.setDashPattern({6, 4});
    painter.setPen(target);
    painter.drawLine(QPointF(area.left(), y(m_target)), QPointF(area.right(), y(m_target)));
    if (m_points.isEmpty())
        return;
    painter.setPen(tokens.muted);
    const QString format = tr("d MMM yyyy");
    const QString first = QLocale().toString(m_points.constFirst().at.date(), format);
    const QString last = QLocale().toString(m_points.constLast().at.date(), format);
    const QRectF below(area.left(), area.bottom() + m_theme.px(space::xs), area.width(), lineHeight);
    if (first == last) {
        painter.drawText(below, Qt::AlignHCenter, first);
        return;
    }
    painter.drawText(below, int(leading), first);
    painter.drawText(below, int(trailing), last);
}

void TrendChart::paintPoint(QPainter &painter, qsizetype index) const
{
    const Tokens &tokens = m_theme.tokens();
    const Point &point = m_points.at(index);
    const QPointF at = place(index);
    if (point.total >= fewestForRange) {
        const Interval interval = wilson(point.right, point.total);
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawLine(QPointF(at.x(), y(interval.low)), QPointF(at.x(), y(interval.high)));
    }
    const double half = m_theme.px(dot);
    painter.setPen(QPen(tokens.accent, 1.5));
    if (!point.rehearsal) {
        painter.setBrush(tokens.accent);
        painter.drawEllipse(at, half * 0.75, half * 0.75);
        return;
    }
    painter.setBrush(point.sealed ? tokens.accent : tokens.surface);
    const double out = half * 1.6;
    painter.drawPolygon(
        QPolygonF({at + QPointF(0, -out), at + QPointF(out, 0), at + QPointF(0, out), at + QPointF(-out, 0)}));
}

bool TrendChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_points.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    qsizetype nearest = 0;
    double least = 1e9;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const QPointF away = place(i) - QPointF(help->pos());
        const double distance = std::hypot(away.x(), away.y());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    if (least > m_theme.px(nearby)) {
        QToolTip::hideText();
        return true;
    }
    const Point &point = m_points.at(nearest);
    const QLocale locale;
    QToolTip::showText(help->globalPos(),
        tr("%1: %2 of %3, %4", "date, right answers, questions, share")
            .arg(locale.toString(point.at.date(), tr("d MMM yyyy")), locale.toString(point.right),
                locale.toString(point.total), percent(point.share())),
        this);
    return true;
}

} // namespace lectern
