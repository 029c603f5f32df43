// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectedtrend.h"

#include "examwords.h"
#include "figurewords.h"
#include "tell.h"
#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int chartHeight = 150; ///< pixels at 100 % text
constexpr int nearby = 14;       ///< from a mark, so that it is meant
constexpr int markRoom = 12;     ///< half of the ring round a mark
constexpr int scaleStep = 20;    ///< percent
constexpr int leastSteps = 2;    ///< of the scale, so that noise does not look like a mountain

} // namespace

ExpectedTrend::ExpectedTrend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Expected score by day"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ExpectedTrend::showReport(
    const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, int targetPercent)
{
    m_stops = trendStops(report, rehearsals);
    m_today = report.day;
    m_target = targetPercent / 100.0;
    m_current = -1;
    setAccessibleName(tr("Expected score by day"));
    rescale();
    describe(report);
    update();
}

void ExpectedTrend::describe(const ReadinessReport &report)
{
    if (m_stops.isEmpty()) {
        setAccessibleDescription(tr("No answers yet"));
        return;
    }
    QStringList told;
    const auto first = std::find_if(
        m_stops.begin(), m_stops.end(), [](const TrendStop &stop) { return stop.kind == TrendStop::Kind::Day; });
    if (first != m_stops.end() && first->day < m_today)
        told.append(spoken(*first, m_today));
    told.append(tr("Today: expected score %1, 80 % interval %2, target %3")
                    .arg(percent(report.weighted.mean), rangeText(report.weighted), percent(m_target)));
    int sat = 0;
    int foreseen = 0;
    int inside = 0;
    for (const TrendStop &stop : std::as_const(m_stops)) {
        sat += stop.kind == TrendStop::Kind::Rehearsal ? 1 : 0;
        foreseen += stop.foreseen() ? 1 : 0;
        inside += stop.rehearsal.inside() ? 1 : 0;
    }
    if (sat > 0)
        told.append(tr("%n rehearsal(s)", nullptr, sat));
    if (foreseen > 0)
        told.append(tr("%1 of %2 inside the interval shown before", "rehearsals")
                        .arg(QLocale().toString(inside), QLocale().toString(foreseen)));
    if (m_stops.constLast().kind == TrendStop::Kind::Forecast)
        told.append(spoken(m_stops.constLast(), m_today));
    told.append(tr("Left and right walk through the days"));
    setAccessibleDescription(told.join(QStringLiteral(". ")));
}

void ExpectedTrend::rescale()
{
    double least = m_target;
    double most = m_target;
    const auto reach = [&](double share) {
        least = std::min(least, share);
        most = std::max(most, share);
    };
    for (const TrendStop &stop : std::as_const(m_stops)) {
        if (stop.kind == TrendStop::Kind::Rehearsal)
            reach(stop.rehearsal.share());
        if (stop.kind != TrendStop::Kind::Rehearsal || stop.foreseen()) {
            reach(stop.expected.low);
            reach(stop.expected.high);
        }
    }
    // A line at both ends, and one at each step between.
    m_scale.low = int(std::floor(10 * least)) * 10;
    const int steps = std::max(leastSteps, int(std::ceil((100 * most - m_scale.low) / scaleStep)));
    m_scale.high = m_scale.low + steps * scaleStep;
    if (m_scale.high > 100)
        m_scale = {100 - steps * scaleStep, 100};
}

QSize ExpectedTrend::sizeHint() const
{
    return {m_theme.px(600), m_theme.px(chartHeight)};
}

QSize ExpectedTrend::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(chartHeight)};
}

QRectF ExpectedTrend::plot() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Small));
    const double labels = metrics.horizontalAdvance(QLocale().toString(100)) + m_theme.px(space::s);
    const double mark = m_theme.px(markRoom);
    const double above = std::max<double>(metrics.height() / 2.0, mark);
    const double below = metrics.height() + m_theme.px(space::s);
    const double from = isRightToLeft() ? mark : labels;
    const double to = width() - (isRightToLeft() ? labels : mark);
    return {from, above, std::max(1.0, to - from), std::max(1.0, height() - above - below)};
}

double ExpectedTrend::x(QDate day) const
{
    const QRectF area = plot();
    const double first = m_stops.isEmpty() ? 0 : double(m_stops.constFirst().day.toJulianDay());
    const double span = m_stops.isEmpty() ? 0 : double(m_stops.constLast().day.toJulianDay()) - first;
    // A single day stands in the middle.
    const double along = span > 0 ? (double(day.toJulianDay()) - first) / span : 0.5;
    return isRightToLeft() ? area.right() - along * area.width() : area.left() + along * area.width();
}

double ExpectedTrend::y(double share) const
{
    const QRectF area = plot();
    return area.bottom() - (100 * share - m_scale.low) / (m_scale.high - m_scale.low) * area.height();
}

double ExpectedTrend::shareAt(double height) const
{
    const QRectF area = plot();
    return (m_scale.low + (area.bottom() - height) / area.height() * (m_scale.high - m_scale.low)) / 100;
}

QPointF ExpectedTrend::place(qsizetype index) const
{
    const TrendStop &stop = m_stops.at(index);
    const bool sat = stop.kind == TrendStop::Kind::Rehearsal;
    return {x(stop.day), y(sat ? stop.rehearsal.share() : stop.expected.mean)};
}

QPolygonF ExpectedTrend::line() const
{
    QPolygonF points;
    for (const TrendStop &stop : m_stops) {
        if (stop.kind == TrendStop::Kind::Day)
            points.append({x(stop.day), y(stop.expected.mean)});
    }
    return points;
}

QPolygonF ExpectedTrend::edge(bool upper) const
{
    QPolygonF points;
    for (const TrendStop &stop : m_stops) {
        if (stop.kind == TrendStop::Kind::Day)
            points.append({x(stop.day), y(upper ? stop.expected.high : stop.expected.low)});
    }
    return points;
}

void ExpectedTrend::go(int index)
{
    m_current = std::clamp(index, -1, int(m_stops.size()) - 1);
    // Screen readers say the new name of what has the focus.
    setAccessibleName(m_current < 0 ? tr("Expected score by day") : spoken(m_stops.at(m_current), m_today));
    update();
}

void ExpectedTrend::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_stops.size()) - 1;
    const int later = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int sooner = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (last < 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == later)
        go(std::min(last, m_current + 1));
    else if (event->key() == sooner)
        go(m_current < 0 ? last : std::max(0, m_current - 1));
    else if (event->key() == Qt::Key_Home)
        go(0);
    else if (event->key() == Qt::Key_End)
        go(last);
    else
        QWidget::keyPressEvent(event);
}

void ExpectedTrend::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ExpectedTrend::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    go(-1);
}

bool ExpectedTrend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_stops.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    qsizetype nearest = 0;
    double least = 1e9;
    for (qsizetype i = 0; i < m_stops.size(); ++i) {
        const QPointF away = place(i) - QPointF(help->pos());
        // Of two at the same distance the later one is drawn on top.
        if (const double distance = std::hypot(away.x(), away.y()); distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    if (least > m_theme.px(nearby))
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(spoken(m_stops.at(nearest), m_today)), this);
    return true;
}

} // namespace lectern
