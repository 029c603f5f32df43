// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesscharts.h"

#include "examwords.h"
#include "radarpoints.h"
#include "tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadinessCharts)
};

constexpr double labelLines = 2;

QPointF onSpoke(const QPointF &centre, double degrees, double length)
{
    const double angle = degrees * std::numbers::pi / 180;
    return centre + QPointF(std::sin(angle), -std::cos(angle)) * length;
}

QPen dashed(const PrintMetrics &metrics, double millimetres)
{
    QPen pen(paperTokens().text, metrics.mm(millimetres));
    pen.setDashPattern({3, 2});
    return pen;
}

/// Lines across a shape, which stay apart from each other on any paper.
void hatch(QPainter &painter, const PrintMetrics &metrics, const QPainterPath &shape)
{
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(paperTokens().edge, metrics.mm(0.2)));
    const QRectF box = shape.boundingRect();
    const double step = metrics.mm(1.1);
    for (double x = box.left() - box.height(); x < box.right(); x += step)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

class Radar
{
public:
    Radar(QPainter &painter, const PrintMetrics &metrics, const QRectF &area, double points)
        : m_painter(painter)
        , m_metrics(metrics)
        , m_font(metrics.font(points))
        , m_bold(metrics.font(points, true))
        , m_line(metrics.lineHeight(m_font))
        , m_centre(area.center())
    {
        const double labels = labelLines * m_line + metrics.mm(2);
        const double sides = metrics.textWidth(m_font, detailWords(9999, 99)) + metrics.mm(3);
        m_radius = std::max(metrics.mm(8), std::min(area.height() / 2 - labels, area.width() / 2 - sides));
    }

    void draw(const Blueprint &blueprint, const ReadinessReport &report, double target)
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(paperTokens().edge, m_metrics.mm(0.2)));
        for (const double ring : {25.0, 50.0, 75.0, 100.0})
            m_painter.drawEllipse(m_centre, lengthOf(ring), lengthOf(ring));
        const QList<RadarPoint> points = radarPoints(report);
        for (const RadarPoint &point : points)
            m_painter.drawLine(m_centre, at(point.angle, 100));
        for (const QList<RadarPoint> &run : radarRuns(points))
            drawRun(run);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(dashed(m_metrics, 0.35));
        m_painter.drawEllipse(m_centre, lengthOf(100 * target), lengthOf(100 * target));
        for (qsizetype i = 0; i < points.size(); ++i) {
            drawSpoke(points.at(i));
            drawLabel(points.at(i), blueprint.sections.at(i), report.sections.at(i));
        }
    }

private:
    static QString detailWords(int answers, double weight)
    {
        const QLocale locale;
        return Words::tr("n %1, weight %2").arg(locale.toString(answers), locale.toString(qRound(weight)));
    }
    double lengthOf(double percent) const { return m_radius * percent / 100; }
    QPointF at(double angle, double percent) const { return onSpoke(m_centre, angle, lengthOf(percent)); }

    void drawRun(const QList<RadarPoint> &run)
    {
        QPolygonF outline;
        QPolygonF high;
        QPolygonF low;
        for (const RadarPoint &point : run) {
            outline << at(point.angle, point.radius);
            high << at(point.angle, point.high);
            low << at(point.angle, point.low);
        }
        if (run.size() > 1) {
            QPainterPath band;
            std::reverse(low.begin(), low.end());
            band.addPolygon(high + low);
            band.closeSubpath();
            hatch(m_painter, m_metrics, band);
        }
        m_painter.setPen(QPen(paperTokens().text, m_metrics.mm(0.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolyline(outline);
    }

    void drawSpoke(const RadarPoint &point)
    {
        const double dot = m_metrics.mm(1.1);
        m_painter.setPen(QPen(paperTokens().text, m_metrics.mm(0.3)));
        m_painter.setBrush(point.known ? QBrush(paperTokens().text) : QBrush(Qt::NoBrush));
        m_painter.drawEllipse(at(point.angle, point.known ? point.radius : 100), dot, dot);
    }

    void drawLabel(const RadarPoint &point, const Section &section, const ReadinessRow &row)
    {
        const QString share = point.known ? percent(row.expected.mean) : Words::tr("not tested");
        const QString head = Words::tr("%1 %2", "code, share").arg(section.code, share);
        const QString detail = detailWords(row.answers, row.weight);
        const double width =
            std::max(m_metrics.textWidth(m_bold, head), m_metrics.textWidth(m_font, detail)) + m_metrics.mm(1);
        const QPointF end = onSpoke(m_centre, point.angle, m_radius + m_metrics.mm(2));
        const double sine = std::sin(point.angle * std::numbers::pi / 180);
        const double cosine = std::cos(point.angle * std::numbers::pi / 180);
        const double left = end.x() - width * (1 - sine) / 2;
        const double top = end.y() - labelLines * m_line * (1 + cosine) / 2;
        const int alignment = sine > 0.2    ? int(Qt::AlignLeft)
                              : sine < -0.2 ? int(Qt::AlignRight)
                                            : int(Qt::AlignHCenter);
        m_painter.setPen(paperTokens().text);
        m_painter.setFont(m_bold);
        m_painter.drawText(QRectF(left, top, width, m_line), alignment | int(Qt::AlignVCenter), head);
        m_painter.setFont(m_font);
        m_painter.drawText(QRectF(left, top + m_line, width, m_line), alignment | int(Qt::AlignVCenter), detail);
    }

    QPainter &m_painter;
    const PrintMetrics &m_metrics;
    QFont m_font;
    QFont m_bold;
    double m_line;
    QPointF m_centre;
    double m_radius = 0;
};

} // namespace

void drawRadar(QPainter &painter, const PrintMetrics &metrics, const QRectF &area, double points,
    const Blueprint &blueprint, const ReadinessReport &report, double target)
{
    Radar(painter, metrics, area, points).draw(blueprint, report, target);
}

void drawTrend(QPainter &painter, const PrintMetrics &metrics, const QRectF &area, double points,
    const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, double target)
{
    const QFont font = metrics.font(points);
    const double line = metrics.lineHeight(font);
    const QLocale locale;
    const QDate first = report.trend.constFirst().day;
    const double days = std::max<double>(1, double(first.daysTo(report.day)));
    const double left = area.left() + metrics.textWidth(font, QStringLiteral("100")) + metrics.mm(1.5);
    const QRectF plot(left, area.top() + line / 2, area.right() - left - metrics.mm(2), area.height() - 2 * line);
    const auto at = [&](QDate day, double share) {
        return QPointF(
            plot.left() + plot.width() * double(first.daysTo(day)) / days, plot.bottom() - plot.height() * share);
    };
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    for (const int ring : {0, 50, 100}) {
        const double y = plot.bottom() - plot.height() * ring / 100;
        painter.setPen(QPen(paperTokens().edge, metrics.mm(0.2)));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(paperTokens().text);
        painter.drawText(QRectF(area.left(), y - line / 2, left - metrics.mm(1) - area.left(), line),
            int(Qt::AlignRight | Qt::AlignVCenter), locale.toString(ring));
    }
    QPolygonF means;
    QPolygonF highs;
    QPolygonF lows;
    for (const ReadinessPoint &point : report.trend) {
        means << at(point.day, point.weighted.mean);
        highs << at(point.day, point.weighted.high);
        lows << at(point.day, point.weighted.low);
    }
    QPainterPath band;
    std::reverse(lows.begin(), lows.end());
    band.addPolygon(highs + lows);
    hatch(painter, metrics, band);
    painter.setPen(dashed(metrics, 0.35));
    painter.drawLine(at(first, target), at(report.day, target));
    painter.setPen(QPen(paperTokens().text, metrics.mm(0.6)));
    painter.drawPolyline(means);
    const double half = metrics.mm(1.5);
    for (const RehearsalCheck &check : rehearsals) {
        if (check.day < first || check.day > report.day)
            continue;
        const QPointF centre = at(check.day, check.share());
        const QPolygonF diamond{{centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half),
            centre + QPointF(-half, 0)}};
        painter.setPen(QPen(paperTokens().text, metrics.mm(0.35)));
        painter.setBrush(check.inside() ? paperTokens().text : paperTokens().raised);
        painter.drawPolygon(diamond);
        if (!check.before)
            painter.drawLine(centre + QPointF(-half, 0), centre + QPointF(half, 0));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(paperTokens().text);
    const QRectF under(plot.left(), area.bottom() - line, plot.width(), line);
    painter.drawText(under, int(Qt::AlignLeft | Qt::AlignBottom), locale.toString(first, QLocale::ShortFormat));
    painter.drawText(under, int(Qt::AlignRight | Qt::AlignBottom), locale.toString(report.day, QLocale::ShortFormat));
}

} // namespace lectern
