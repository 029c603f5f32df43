// SPDX-License-Identifier: GPL-3.0-or-later
#include "pacechart.h"

#include "examwords.h"
#include "theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int plotHeight = 130; ///< pixels at 100 % text
constexpr int mostSteps = 5;    ///< of an axis
constexpr int tableRows = 10;
constexpr qint64 minuteMs = 60'000;

/// A round step that divides `whole` into at most mostSteps.
int stepOf(double whole)
{
    constexpr std::array steps{1, 2, 5, 10, 15, 20, 30, 60, 120, 240};
    const auto fitting = std::find_if(steps.begin(), steps.end(), [&](int step) { return whole / step <= mostSteps; });
    return fitting == steps.end() ? static_cast<int>(std::ceil(whole / mostSteps)) : *fitting;
}

} // namespace

qint64 PaceData::endMs() const
{
    const qint64 used = pace.isEmpty() ? 0 : pace.constLast().usedMs;
    return std::max({used, limitMs, minuteMs});
}

int PaceData::answeredAt(qint64 ms) const
{
    int answered = 0;
    for (const Analysis::Pace &point : pace) {
        if (point.usedMs > ms)
            break;
        answered = point.answered;
    }
    return answered;
}

double PaceData::evenAt(qint64 ms) const
{
    return limitMs > 0 ? std::min(1.0, double(ms) / double(limitMs)) * questions : 0;
}

PaceChart::PaceChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Pace: questions answered over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void PaceChart::set(const PaceData &pace)
{
    m_data = pace;
    const qint64 used = pace.pace.isEmpty() ? 0 : pace.pace.constLast().usedMs;
    setAccessibleDescription(
        tr("%1 of %2 answered after %3 minutes. The table has the steps.")
            .arg(QLocale().toString(pace.answeredAt(used)), QLocale().toString(pace.questions), lasted(used)));
    update();
}

QSize PaceChart::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    return {m_theme.px(420), m_theme.px(plotHeight) + 3 * line};
}

QSize PaceChart::minimumSizeHint() const
{
    return {m_theme.px(200), sizeHint().height()};
}

QRect PaceChart::plot() const
{
    const QFontMetrics small(m_theme.font(Theme::Role::Small));
    const int numbers = small.horizontalAdvance(QLocale().toString(std::max(10, m_data.questions))) + m_theme.px(12);
    const int words = small.horizontalAdvance(tr("even")) + m_theme.px(8);
    const int half = small.horizontalAdvance(tr("%1 min").arg(QLocale().toString(999))) / 2;
    return rect().adjusted(
        numbers, small.height() + m_theme.px(4), -std::max(words, half), -small.height() - m_theme.px(6));
}

QPointF PaceChart::at(qint64 ms, double answered) const
{
    const QRect area = plot();
    const double x = double(ms) / double(m_data.endMs()) * area.width();
    const double y = answered / std::max(1, m_data.questions) * area.height();
    return {isRightToLeft() ? rect().right() - area.left() - x : area.left() + x, area.bottom() - y};
}

void PaceChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    paintAxes(painter);
    paintLine(painter);
}

void PaceChart::paintAxes(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QLocale locale;
    const int line = painter.fontMetrics().height();
    const int step = stepOf(m_data.questions);
    for (int answered = 0; answered <= m_data.questions; answered += step) {
        const QPointF from = at(0, answered);
        painter.setPen(QPen(t.line, 1));
        painter.drawLine(from, at(m_data.endMs(), answered));
        painter.setPen(t.muted);
        const int room = m_theme.px(60);
        const int gap = m_theme.px(6);
        const QRectF place(isRightToLeft() ? from.x() + gap : from.x() - room - gap, from.y() - line / 2.0, room, line);
        // Absolute: the painter would mirror it once more.
        painter.drawText(place,
            Qt::AlignAbsolute | Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight),
            locale.toString(answered));
    }
    const double minutes = double(m_data.endMs()) / minuteMs;
    const int every = stepOf(minutes);
    for (int minute = 0; minute <= minutes; minute += every) {
        const QPointF below = at(minute * minuteMs, 0);
        const bool last = minute + every > minutes;
        const QString text = last ? tr("%1 min").arg(locale.toString(minute)) : locale.toString(minute);
        const int room = painter.fontMetrics().horizontalAdvance(text) + 2;
        painter.drawText(QRectF(below.x() - room / 2.0, below.y() + m_theme.px(4), room, line), Qt::AlignCenter, text);
    }
}

void PaceChart::paintLine(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const int line = painter.fontMetrics().height();
    if (m_data.limitMs > 0) {
        const QPointF end = at(m_data.limitMs, m_data.questions);
        painter.setPen(QPen(t.edge, std::max(1, m_theme.px(1)), Qt::DashLine));
        painter.drawLine(at(0, 0), end);
        painter.setPen(t.muted);
        const int room = painter.fontMetrics().horizontalAdvance(tr("even")) + 2;
        painter.drawText(QRectF(isRightToLeft() ? end.x() - room - m_theme.px(4) : end.x() + m_theme.px(4),
                             end.y() + m_theme.px(2), room, line),
            Qt::AlignCenter, tr("even"));
    }
    if (m_data.pace.isEmpty())
        return;
    QPainterPath path(at(0, 0));
    for (const Analysis::Pace &point : m_data.pace)
        path.lineTo(at(point.usedMs, point.answered));
    painter.setPen(QPen(t.accent, std::max(2, m_theme.px(2)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const double radius = std::max(3, m_theme.px(4));
    if (m_data.slowest >= 0) {
        const QPointF slow = at(m_data.slowestAtMs, m_data.answeredAt(m_data.slowestAtMs));
        painter.setBrush(t.surface);
        painter.drawEllipse(slow, radius, radius);
        const QString text =
            tr("Question %1: %2").arg(QLocale().toString(m_data.slowest + 1), lasted(m_data.slowestMs));
        const int room = painter.fontMetrics().horizontalAdvance(text) + 2;
        // Below the line, and inside.
        const double x = std::clamp(isRightToLeft() ? slow.x() - room - radius * 2 : slow.x() + radius * 2, 0.0,
            std::max(0.0, double(width() - room)));
        const double y = std::min(slow.y() + radius, double(plot().bottom() - line));
        painter.setPen(t.text);
        painter.drawText(QRectF(x, y, room, line), Qt::AlignCenter, text);
    }
    const Analysis::Pace &last = m_data.pace.constLast();
    const QPointF end = at(last.usedMs, last.answered);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawEllipse(end, radius, radius);
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    const QString you = tr("you, %1", "minutes and seconds").arg(lasted(last.usedMs));
    const int room = painter.fontMetrics().horizontalAdvance(you) + 2;
    // Never over the axis' numbers.
    const double least = isRightToLeft() ? 0.0 : double(plot().left());
    const double most = isRightToLeft() ? double(width() - plot().left() - room) : double(width() - room);
    const double x = std::clamp(end.x() - room / 2.0, least, std::max(least, most));
    painter.drawText(QRectF(x, std::max(0.0, end.y() - line - radius), room, line), Qt::AlignCenter, you);
}

void PaceModel::set(const PaceData &pace)
{
    beginResetModel();
    m_data = pace;
    m_times.clear();
    const qint64 step = std::max<qint64>(1, qint64(std::ceil(double(pace.endMs()) / minuteMs / tableRows)));
    for (qint64 at = step * minuteMs; at < pace.endMs(); at += step * minuteMs)
        m_times.append(at);
    m_times.append(pace.endMs());
    endResetModel();
}

int PaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_times.size());
}

int PaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const qint64 at = m_times.at(index.row());
    const QLocale locale;
    switch (index.column()) {
    case Minutes:
        return lasted(at);
    case Answered:
        return locale.toString(m_data.answeredAt(at));
    default:
        break;
    }
    return m_data.limitMs > 0 ? locale.toString(qRound(m_data.evenAt(at))) : tr("no time limit");
}

QVariant PaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Minutes ? tr("After") : section == Answered ? tr("Answered") : tr("Even pace");
}

} // namespace lectern
