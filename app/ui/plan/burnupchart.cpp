// SPDX-License-Identifier: GPL-3.0-or-later
#include "burnupchart.h"

#include "planwords.h"
#include "theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int plotHeight = 112; ///< pixels at 100 % text
constexpr int mostSteps = 4;
constexpr int hour = 60;
constexpr int weekDays = 7;

int stepOf(int hours)
{
    constexpr std::array steps{1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000};
    const auto fitting =
        std::find_if(steps.begin(), steps.end(), [hours](int step) { return step * mostSteps >= hours; });
    return fitting == steps.end() ? std::max(1, hours / mostSteps) : *fitting;
}

QString weekLabel(int week)
{
    return BurnUpChart::tr("W%1", "week of the plan, short").arg(week);
}

} // namespace

std::optional<int> minutesAt(const QList<BurnUp::Point> &points, QDate day)
{
    if (points.isEmpty() || day < points.constFirst().day || day > points.constLast().day)
        return std::nullopt;
    return points.at(points.constFirst().day.daysTo(day)).minutes;
}

BurnUpChart::BurnUpChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Hours studied and hours planned over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BurnUpChart::set(const BurnUp &burn, QDate today)
{
    m_burn = burn;
    m_today = today;
    if (!burn.planned.isEmpty()) {
        const int studied =
            burn.studied.isEmpty() ? burn.planned.constFirst().minutes : burn.studied.constLast().minutes;
        const int reached = burn.forecast.isEmpty() ? studied : burn.forecast.constLast().minutes;
        setAccessibleDescription(
            tr("%1 studied, %2 planned by the end, %3 at your pace. The table has the weeks.")
                .arg(hoursText(studied), hoursText(burn.planned.constLast().minutes), hoursText(reached)));
    }
    update();
}

QSize BurnUpChart::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    return {m_theme.px(520), m_theme.px(plotHeight) + 2 * line};
}

QSize BurnUpChart::minimumSizeHint() const
{
    return {m_theme.px(220), sizeHint().height()};
}

int BurnUpChart::mostMinutes() const
{
    int most = std::max(hour, m_burn.scopeMinutes);
    for (const auto *line : {&m_burn.planned, &m_burn.studied, &m_burn.forecast}) {
        if (!line->isEmpty())
            most = std::max(most, line->constLast().minutes);
    }
    return most;
}

QRect BurnUpChart::plot() const
{
    const QFontMetrics small(m_theme.font(Theme::Role::Small));
    const int numbers = small.horizontalAdvance(QLocale().toString(9999)) + m_theme.px(10);
    return rect().adjusted(numbers, small.height() / 2 + m_theme.px(2),
        -small.horizontalAdvance(weekLabel(99)) / 2 - m_theme.px(2), -small.height() - m_theme.px(6));
}

QPointF BurnUpChart::at(QDate day, double minutes) const
{
    const QRect area = plot();
    const QDate first = m_burn.planned.constFirst().day;
    const auto days = static_cast<double>(std::max<qint64>(1, first.daysTo(m_burn.planned.constLast().day)));
    const double x = static_cast<double>(first.daysTo(day)) / days * area.width();
    const double y = minutes / mostMinutes() * area.height();
    return {isRightToLeft() ? rect().right() - area.left() - x : area.left() + x, area.bottom() - y};
}

bool BurnUpChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_burn.planned.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRect area = plot();
    const double x = isRightToLeft() ? rect().right() - area.left() - help->pos().x() : help->pos().x() - area.left();
    const QDate first = m_burn.planned.constFirst().day;
    const auto days = static_cast<double>(first.daysTo(m_burn.planned.constLast().day));
    const QDate day = first.addDays(std::lround(std::clamp(x / std::max(1, area.width()), 0.0, 1.0) * days));
    QStringList lines{shortDayText(day)};
    if (const auto minutes = minutesAt(m_burn.studied, day))
        lines << tr("studied: %1").arg(hoursText(*minutes));
    if (const auto minutes = minutesAt(m_burn.planned, day))
        lines << tr("planned: %1").arg(hoursText(*minutes));
    if (const auto minutes = minutesAt(m_burn.forecast, day))
        lines << tr("at your pace: %1").arg(hoursText(*minutes));
    QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

void BurnUpChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_burn.planned.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    const Tokens &tokens = m_theme.tokens();
    paintAxes(painter);
    const double thin = std::max(1.0, m_theme.px(3) / 2.0);
    paintLine(painter, m_burn.planned, QPen(tokens.edge, thin, Qt::DashLine));
    paintLine(painter, m_burn.forecast, QPen(tokens.accent, thin, Qt::DotLine));
    paintLine(painter, m_burn.studied,
        QPen(tokens.accent, std::max(2, m_theme.px(2)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintNow(painter);
}

void BurnUpChart::paintAxes(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QLocale locale;
    const int line = painter.fontMetrics().height();
    const int hours = mostMinutes() / hour;
    const QDate first = m_burn.planned.constFirst().day;
    const QDate last = m_burn.planned.constLast().day;
    const int step = stepOf(hours);
    for (int value = 0; value <= hours; value += step) {
        const QPointF from = at(first, value * hour);
        painter.setPen(QPen(tokens.line, 1));
        painter.drawLine(from, at(last, value * hour));
        painter.setPen(tokens.muted);
        const int room = m_theme.px(60);
        const int gap = m_theme.px(6);
        const QRectF place(isRightToLeft() ? from.x() + gap : from.x() - room - gap, from.y() - line / 2.0, room, line);
        // Absolute: the painter would mirror it once more.
        painter.drawText(place,
            Qt::AlignAbsolute | Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight),
            locale.toString(value));
    }
    const int weeks = static_cast<int>(first.daysTo(last) / weekDays) + 1;
    const int wide = painter.fontMetrics().horizontalAdvance(weekLabel(99)) * 3 / 2;
    const int fitting = std::max(1, plot().width() / std::max(1, wide));
    const int every = std::max(1, (weeks + fitting - 1) / fitting);
    painter.setPen(tokens.muted);
    for (int week = every; week <= weeks; week += every) {
        const QPointF below = at(std::min(last, first.addDays(qint64(week) * weekDays - 1)), 0);
        painter.drawText(
            QRectF(below.x() - wide, below.y() + m_theme.px(4), 2 * wide, line), Qt::AlignCenter, weekLabel(week));
    }
}

void BurnUpChart::paintLine(QPainter &painter, const QList<BurnUp::Point> &points, const QPen &pen) const
{
    if (points.isEmpty())
        return;
    QPainterPath path(at(points.constFirst().day, points.constFirst().minutes));
    for (const BurnUp::Point &point : points)
        path.lineTo(at(point.day, point.minutes));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void BurnUpChart::paintNow(QPainter &painter) const
{
    if (m_burn.studied.isEmpty())
        return;
    const Tokens &tokens = m_theme.tokens();
    const BurnUp::Point &now = m_burn.studied.constLast();
    const QPointF point = at(now.day, now.minutes);
    const double radius = std::max(3, m_theme.px(4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(point, radius, radius);
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(tokens.text);
    const QString text = hoursText(now.minutes);
    const int room = painter.fontMetrics().horizontalAdvance(text) + m_theme.px(4);
    const int line = painter.fontMetrics().height();
    // Under the line, which rises, and inside.
    const double wanted = isRightToLeft() ? point.x() - room - radius : point.x() + radius;
    const double x = std::clamp(wanted, 0.0, std::max(0.0, double(width() - room)));
    const double y = std::min(point.y() + radius, double(plot().bottom() - line));
    painter.drawText(QRectF(x, y, room, line), Qt::AlignCenter, text);
}

} // namespace lectern
