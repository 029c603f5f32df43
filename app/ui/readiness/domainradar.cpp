// SPDX-License-Identifier: GPL-3.0-or-later
#include "domainradar.h"

#include "examwords.h"
#include "figurewords.h"
#include "theme.h"

#include <QAreaSeries>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QPolarChart>
#include <QVBoxLayout>
#include <QValueAxis>
#include <cmath>
#include <numbers>

namespace lectern
{

namespace
{

constexpr int bandOpacity = 51; ///< of 255: a fifth
constexpr double bandEdgeWidth = 0.8;
constexpr double rim = 107; ///< percent at the edge of the plot: series are clipped there, and marks at 100 are round
constexpr int ringStep = 3; ///< degrees between two points of a ring: series are straight between points
constexpr int wholeRing = 100;

} // namespace

/// The chart and the labels round it, which Qt Charts cannot place at the end of a spoke.
class RadarView : public QChartView
{
public:
    // A view made without a chart makes one, which nobody deletes once it has another.
    explicit RadarView(const Theme &theme, QPolarChart *chart = new QPolarChart)
        : QChartView(chart)
        , m_theme(theme)
        , m_chart(chart)
        , m_angular(new QValueAxis)
        , m_radial(new QValueAxis)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setBackgroundBrush(Qt::NoBrush);
        viewport()->setAutoFillBackground(false);
        setFocusPolicy(Qt::NoFocus);
        setInteractive(false);
        m_chart->legend()->hide();
        m_chart->setBackgroundVisible(false);
        m_chart->setMargins({});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_angular->setRange(0, 360);
        m_radial->setRange(0, rim);
        // The axes draw ticks, not sections.
        m_angular->setVisible(false);
        m_radial->setVisible(false);
        m_chart->addAxis(m_angular, QPolarChart::PolarOrientationAngular);
        m_chart->addAxis(m_radial, QPolarChart::PolarOrientationRadial);
    }

    void plot(const Blueprint &blueprint, const QList<RadarPoint> &points, const QList<RadarPoint> &earlier, int target)
    {
        m_blueprint = blueprint;
        m_points = points;
        m_earlier = earlier;
        m_target = target;
        replot();
    }

    void replot()
    {
        m_chart->removeAllSeries();
        m_lines.clear();
        plotTarget();
        plotEarlier();
        plotRuns();
        place();
        viewport()->update();
    }

    QList<QPolygonF> plotted(RadarLine line) const
    {
        QList<QPolygonF> polylines;
        for (const auto &[kind, series] : m_lines) {
            if (kind == line)
                polylines.append(QPolygonF(series->points()));
        }
        return polylines;
    }

    double ring() const { return m_ring ? m_ring->at(0).y() : -1; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QChartView::resizeEvent(event);
        place();
    }

    // The grid and the marks are painted: as series they would be two dozen, each with an entry in the legend that is
    // not shown, and a text document in that.
    void drawBackground(QPainter *painter, const QRectF &) override
    {
        const Tokens &tokens = m_theme.tokens();
        painter->setBrush(Qt::NoBrush);
        for (const int ring : {25, 50, 75, wholeRing}) {
            painter->setPen(QPen(ring == wholeRing ? tokens.edge : tokens.line, 1));
            painter->drawEllipse(centre(), reach(ring), reach(ring));
        }
        for (const RadarPoint &point : std::as_const(m_points)) {
            QPen pen(point.known ? tokens.line : tokens.edge, 1);
            if (!point.known)
                pen.setDashPattern({4, 4});
            painter->setPen(pen);
            painter->drawLine(centre(), at(point.angle, wholeRing));
        }
    }

    void drawForeground(QPainter *painter, const QRectF &) override
    {
        drawMarkers(*painter);
        const QPointF centre = this->centre();
        const double radius = reach(rim);
        painter->setPen(m_theme.tokens().muted);
        painter->setFont(m_theme.font(Theme::Role::Small));
        for (const int value : {50, 100}) {
            const QPointF at =
                centre + QPointF(m_theme.px(space::xs), painter->fontMetrics().ascent() - radius * value / rim);
            painter->drawText(at, QLocale().toString(value));
        }
        for (qsizetype i = 0; i < m_points.size(); ++i)
            drawLabel(*painter, i, centre, radius);
    }

private:
    void add(QXYSeries *series)
    {
        m_chart->addSeries(series);
        series->attachAxis(m_angular);
        series->attachAxis(m_radial);
    }

    QPointF centre() const { return m_chart->plotArea().center(); }
    double reach(double percent) const { return m_chart->plotArea().width() / 2 * percent / rim; }
    QPointF at(double angle, double percent) const
    {
        const double turn = angle * std::numbers::pi / 180;
        return centre() + reach(percent) * QPointF(std::sin(turn), -std::cos(turn));
    }

    void plotTarget()
    {
        QPen pen(m_theme.tokens().text, 1.5);
        pen.setDashPattern({6 / 1.5, 4 / 1.5});
        m_ring = new QLineSeries;
        for (int angle = 0; angle <= 360; angle += ringStep)
            m_ring->append(angle, m_target);
        m_ring->setPen(pen);
        add(m_ring);
    }

    QLineSeries *line(RadarLine kind, const QList<QPointF> &points, const QPen &pen)
    {
        auto *series = new QLineSeries;
        series->replace(points);
        series->setPen(pen);
        add(series);
        m_lines.append({kind, series});
        return series;
    }

    void plotEarlier()
    {
        QPen pen(m_theme.tokens().edge, 1.5);
        pen.setDashPattern({2 / 1.5, 3 / 1.5});
        for (const QList<RadarPoint> &run : radarRuns(m_earlier)) {
            QList<QPointF> means;
            for (const RadarPoint &point : run)
                means.append({point.angle, point.radius});
            line(RadarLine::Earlier, means, pen);
        }
    }

    void plotRuns()
    {
        const Tokens &tokens = m_theme.tokens();
        QColor veil = tokens.accent;
        veil.setAlpha(bandOpacity);
        for (const QList<RadarPoint> &run : radarRuns(m_points)) {
            QList<QPointF> means;
            QList<QPointF> lows;
            QList<QPointF> highs;
            for (const RadarPoint &point : run) {
                means.append({point.angle, point.radius});
                lows.append({point.angle, point.low});
                highs.append({point.angle, point.high});
            }
            const QPen edge(tokens.accent, bandEdgeWidth);
            const QLineSeries *low = line(RadarLine::Low, lows, edge);
            const QLineSeries *high = line(RadarLine::High, highs, edge);
            if (run.size() == 1) {
                // A section between two silent ones has an interval but no area.
                auto *whisker = new QLineSeries;
                whisker->replace({lows.first(), highs.first()});
                whisker->setPen(QPen(tokens.accent, 4 * bandEdgeWidth));
                add(whisker);
            } else {
                auto *band = new QAreaSeries(copyOf(*high), copyOf(*low));
                band->setBrush(veil);
                band->setPen(Qt::NoPen);
                band->upperSeries()->setParent(band);
                band->lowerSeries()->setParent(band);
                m_chart->addSeries(band);
                band->attachAxis(m_angular);
                band->attachAxis(m_radial);
            }
            line(RadarLine::Expected, means, QPen(tokens.accent, 2));
        }
    }

    static QLineSeries *copyOf(const QLineSeries &series)
    {
        auto *copy = new QLineSeries;
        copy->replace(series.points());
        return copy;
    }

    void drawMarkers(QPainter &painter) const
    {
        const Tokens &tokens = m_theme.tokens();
        // An outline of one point would not be seen.
        for (const QList<RadarPoint> &run : radarRuns(m_earlier)) {
            if (run.size() > 1)
                continue;
            painter.setPen(QPen(tokens.edge, 1.5));
            painter.setBrush(tokens.surface);
            const double half = m_theme.px(7) / 2.0;
            painter.drawEllipse(at(run.first().angle, run.first().radius), half, half);
        }
        for (qsizetype i = 0; i < m_points.size(); ++i) {
            const RadarPoint &point = m_points[i];
            const QColor color = m_theme.domain(int(i));
            QPen pen(point.known ? tokens.surface : color, point.known ? 1.5 : 2);
            if (!point.known)
                pen.setDashPattern({1.5, 1.2});
            painter.setPen(pen);
            painter.setBrush(point.known ? color : tokens.surface);
            const double half = m_theme.px(point.known ? 12 : 13) / 2.0;
            painter.drawEllipse(at(point.angle, point.known ? point.radius : wholeRing), half, half);
        }
    }

    int labelWidth() const { return std::min(m_theme.px(170), int(width() * 0.235)); }

    void place()
    {
        const int lines = QFontMetrics(m_theme.font(Theme::Role::Body)).height() * 2 +
                          QFontMetrics(m_theme.font(Theme::Role::Small)).height();
        const int gap = m_theme.px(space::m);
        const double radius =
            std::max(20.0, std::min(width() / 2.0 - labelWidth() - gap, height() / 2.0 - lines - gap));
        m_chart->setPlotArea(QRectF(width() / 2.0 - radius, height() / 2.0 - radius, 2 * radius, 2 * radius));
    }

    void drawLabel(QPainter &painter, qsizetype index, QPointF centre, double radius) const
    {
        const RadarPoint &point = m_points[index];
        const Section &section = m_blueprint.sections[index];
        const double turn = point.angle * std::numbers::pi / 180;
        const QPointF end = centre + (radius + m_theme.px(space::m)) * QPointF(std::sin(turn), -std::cos(turn));
        const bool middle = std::abs(std::sin(turn)) < 0.2;
        const bool toTheRight = std::sin(turn) > 0;
        const int align = middle ? Qt::AlignHCenter : toTheRight ? Qt::AlignLeft : Qt::AlignRight;

        QFont bold = m_theme.font(Theme::Role::Body);
        bold.setBold(true);
        const QFont small = m_theme.font(Theme::Role::Small);
        QFont smallBold = small;
        smallBold.setBold(true);
        const QString name = section.shortTitle.isEmpty() ? section.title : section.shortTitle;
        const QString title = QStringLiteral("%1 %2").arg(section.code, name);
        // Above and below there is room for one line.
        const int width = middle ? int(this->width() * 0.6) : labelWidth();
        const int flags = align | Qt::TextWordWrap;
        const int titleHeight = QFontMetrics(bold).boundingRect(0, 0, width, 1000, flags, title).height();
        const int lineHeight = QFontMetrics(small).height();
        const double height = titleHeight + lineHeight;
        const double left = middle ? end.x() - width / 2.0 : toTheRight ? end.x() : end.x() - width;
        const double top = end.y() - height * (1 + std::cos(turn)) / 2;

        painter.setPen(m_theme.tokens().text);
        painter.setFont(bold);
        painter.drawText(QRectF(left, top, width, titleHeight), flags, title);

        const QString figure = point.known ? percent(point.radius / 100) : QString();
        const QString weight = QLocale().toString(section.weight);
        const QString rest = point.known
                                 ? DomainRadar::tr(" · n %1 · weight %2").arg(QLocale().toString(point.answers), weight)
                                 : DomainRadar::tr("no answers · weight %1").arg(weight);
        const double figureWidth = QFontMetrics(smallBold).horizontalAdvance(figure);
        const double restWidth = QFontMetrics(small).horizontalAdvance(rest);
        const double slack = width - figureWidth - restWidth;
        const double room = this->width() - figureWidth - restWidth - 1;
        double x = std::clamp(left + (middle ? slack / 2 : toTheRight ? 0 : slack), 0.0, std::max(0.0, room));
        const double base = top + titleHeight;
        painter.setFont(smallBold);
        painter.drawText(QRectF(x, base, figureWidth + 1, lineHeight), Qt::AlignLeft, figure);
        x += figureWidth;
        painter.setFont(small);
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(QRectF(x, base, restWidth + 1, lineHeight), Qt::AlignLeft, rest);
    }

    const Theme &m_theme;
    QPolarChart *m_chart;
    QValueAxis *m_angular;
    QValueAxis *m_radial;
    QLineSeries *m_ring = nullptr;
    QList<std::pair<RadarLine, QLineSeries *>> m_lines;
    Blueprint m_blueprint;
    QList<RadarPoint> m_points;
    QList<RadarPoint> m_earlier;
    int m_target = 70;
};

DomainRadar::DomainRadar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(new RadarView(theme))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setAccessibleName(tr("Radar of the expected score"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&m_theme, &Theme::changed, this, [this] {
        m_view->replot();
        updateGeometry();
    });
}

void DomainRadar::showReport(
    const Blueprint &blueprint, const ReadinessReport &report, int targetPercent, const ReadinessPoint *earlier)
{
    const QList<RadarPoint> before = earlier ? radarPoints(*earlier) : QList<RadarPoint>();
    m_view->plot(blueprint, radarPoints(report), before, targetPercent);

    QStringList told{tr("Target %1").arg(percent(targetPercent / 100.0))};
    for (qsizetype i = 0; i < report.sections.size(); ++i) {
        const ReadinessRow &row = report.sections[i];
        const QString title = blueprint.sections[i].title;
        const QString weight = percent(row.weight / 100);
        QString line = row.tested() ? tr("%1: %2, 80 % interval %3, %n answer(s), weight %4", nullptr, row.answers)
                                          .arg(title, percent(row.expected.mean), rangeText(row.expected), weight)
                                    : tr("%1: no answers, weight %2").arg(title, weight);
        if (i < before.size() && before[i].known)
            line = tr("%1; on %2 %3", "section, day, percent")
                       .arg(line, chartDay(earlier->day, report.day), percent(before[i].radius / 100));
        told.append(line);
    }
    setAccessibleDescription(told.join(QStringLiteral(". ")));
}

QList<QPolygonF> DomainRadar::plotted(RadarLine line) const
{
    return m_view->plotted(line);
}

double DomainRadar::targetRing() const
{
    return m_view->ring();
}

QSize DomainRadar::sizeHint() const
{
    return {m_theme.px(600), m_theme.px(450)};
}

QSize DomainRadar::minimumSizeHint() const
{
    return {m_theme.px(320), m_theme.px(380)};
}

} // namespace lectern
