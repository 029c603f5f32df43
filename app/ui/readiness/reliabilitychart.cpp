// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliabilitychart.h"

#include "calibrationwords.h"
#include "examwords.h"
#include "theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int leastSide = 200; ///< of the plot, pixels at 100 % text
constexpr int mostSide = 310;
constexpr double smallestDot = 3.5;
constexpr double largestDot = 8;
constexpr double manyAnswers = 150; ///< in one bin: the largest dot
constexpr double step = 0.2;        ///< of both axes

} // namespace

ReliabilityChart::ReliabilityChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Expected and right: answers by what was expected of them"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ReliabilityChart::setBins(const QList<ReliabilityBin> &bins)
{
    m_bins = bins;
    double least = 1;
    int agreeing = 0;
    for (const ReliabilityBin &bin : bins) {
        least = std::min({least, bin.expected, bin.interval.low});
        agreeing += bin.agrees() ? 1 : 0;
    }
    m_low = std::clamp(std::floor(least / step) * step, 0.0, 1 - 2 * step);
    setAccessibleDescription(tr("%1 of %n group(s) of answers hold what was expected in their 80 % interval. Arrow "
                                "keys go from one to the next.",
        nullptr, int(bins.size()))
                                 .arg(QLocale().toString(agreeing)));
    const int kept = m_current < int(bins.size()) ? m_current : -1;
    setCurrent(kept < 0 && hasFocus() && !bins.isEmpty() ? 0 : kept);
    update();
}

int ReliabilityChart::heightForWidth(int width) const
{
    const int line = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    const int beside = width - int(plot().left()) - m_theme.px(space::m);
    return std::clamp(beside, m_theme.px(leastSide), m_theme.px(mostSide)) + 5 * line / 2 + m_theme.px(space::l);
}

QSize ReliabilityChart::sizeHint() const
{
    const int width = m_theme.px(mostSide) + int(plot().left()) + m_theme.px(space::m);
    return {width, heightForWidth(width)};
}

QSize ReliabilityChart::minimumSizeHint() const
{
    const int width = m_theme.px(leastSide) + int(plot().left()) + m_theme.px(space::m);
    return {width, heightForWidth(width)};
}

QRectF ReliabilityChart::plot() const
{
    const QFontMetrics small(m_theme.font(Theme::Role::Small));
    const int line = small.height();
    const int numbers = small.horizontalAdvance(percent(1)) + m_theme.px(space::m);
    const int above = 3 * line / 2 + m_theme.px(space::xs);
    const int below = line + m_theme.px(space::s);
    const int side =
        std::min({width() - numbers - m_theme.px(space::m), height() - above - below, m_theme.px(mostSide)});
    return QRectF(numbers, above, std::max(1, side), std::max(1, side));
}

QPointF ReliabilityChart::at(double expected, double share) const
{
    const QRectF area = plot();
    const auto along = [this](double value) { return std::clamp((value - m_low) / (1 - m_low), 0.0, 1.0); };
    const double x = area.left() + along(expected) * area.width();
    return {isRightToLeft() ? width() - x : x, area.bottom() - along(share) * area.height()};
}

QPointF ReliabilityChart::place(qsizetype bin) const
{
    return at(m_bins[bin].expected, m_bins[bin].share());
}

double ReliabilityChart::radius(qsizetype bin) const
{
    // By area, so that twice the answers are twice the ink.
    const double part = std::min(1.0, m_bins[bin].answers / manyAnswers);
    const double atHundred =
        std::sqrt(smallestDot * smallestDot + part * (largestDot * largestDot - smallestDot * smallestDot));
    return atHundred * m_theme.px(100) / 100.0;
}

void ReliabilityChart::setCurrent(int bin)
{
    if (bin == m_current)
        return;
    m_current = bin;
    update();
    Q_EMIT currentChanged(bin);
    if (bin < 0)
        return;
    setAccessibleDescription(binWords(m_bins[bin]));
    QAccessibleEvent heard(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&heard);
}

void ReliabilityChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bins.size()) - 1;
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (last < 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == forward)
        setCurrent(std::min(last, m_current + 1));
    else if (event->key() == back)
        setCurrent(std::max(0, m_current - 1));
    else if (event->key() == Qt::Key_Home)
        setCurrent(0);
    else if (event->key() == Qt::Key_End)
        setCurrent(last);
    else
        QWidget::keyPressEvent(event);
}

void ReliabilityChart::mousePressEvent(QMouseEvent *event)
{
    int nearest = -1;
    double least = m_theme.px(space::xl);
    for (qsizetype i = 0; i < m_bins.size(); ++i) {
        const double away = QLineF(event->position(), place(i)).length();
        if (away < least) {
            least = away;
            nearest = int(i);
        }
    }
    setCurrent(nearest);
}

void ReliabilityChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_bins.isEmpty() && event->reason() != Qt::MouseFocusReason)
        setCurrent(0);
    update();
}

void ReliabilityChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ReliabilityChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Role::Small));
    paintAxes(painter);
    for (qsizetype i = 0; i < m_bins.size(); ++i)
        paintBin(painter, i);
}

void ReliabilityChart::paintAxes(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const int line = painter.fontMetrics().height();
    const int gap = m_theme.px(space::xs);
    const QString most = percent(1);
    for (int i = 0; m_low + i * step <= 1 + step / 2; ++i) {
        const double value = m_low + i * step;
        painter.setPen(QPen(t.line, 1));
        painter.drawLine(at(m_low, value), at(1, value));
        painter.drawLine(at(value, m_low), at(value, 1));
        painter.setPen(t.muted);
        const QString text = value > 1 - step / 2 ? most : QLocale().toString(qRound(100 * value));
        const int room = painter.fontMetrics().horizontalAdvance(most) + 2;
        const QPointF left = at(m_low, value);
        painter.drawText(
            QRectF(isRightToLeft() ? left.x() + gap : left.x() - gap - room, left.y() - line / 2.0, room, line),
            Qt::AlignAbsolute | Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight), text);
        const QPointF below = at(value, m_low);
        painter.drawText(QRectF(below.x() - room / 2.0, below.y() + gap, room, line), Qt::AlignCenter, text);
    }
    QPen diagonal(t.text, std::max(1.0, m_theme.px(3) / 2.0));
    diagonal.setDashPattern({4, 3});
    painter.setPen(diagonal);
    painter.drawLine(at(m_low, m_low), at(1, 1));
    painter.setPen(t.muted);
    const QRectF area = plot();
    // What the axes are: the upright one above it, the other inside where no point can be, below the diagonal.
    painter.drawText(QRectF(0, 0, width(), line), int(Qt::AlignTop | Qt::AlignLeading), tr("right"));
    const QRectF corner(area.left() + gap, area.bottom() - line - gap, area.width() - 2 * gap, line);
    painter.drawText(QRectF(isRightToLeft() ? width() - corner.right() : corner.left(), corner.top(), corner.width(),
                         corner.height()),
        Qt::AlignAbsolute | Qt::AlignBottom | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight), tr("expected"));
}

void ReliabilityChart::paintBin(QPainter &painter, qsizetype index) const
{
    const Tokens &t = m_theme.tokens();
    const ReliabilityBin &bin = m_bins[index];
    const double cap = m_theme.px(3);
    const QPointF low = at(bin.expected, bin.interval.low);
    const QPointF high = at(bin.expected, bin.interval.high);
    painter.setPen(QPen(t.accent, std::max(1.0, m_theme.px(3) / 2.0)));
    painter.drawLine(low, high);
    for (const QPointF &end : {low, high})
        painter.drawLine(end - QPointF(cap, 0), end + QPointF(cap, 0));
    // Filled where the interval holds what was expected: not by colour alone.
    painter.setBrush(bin.agrees() ? t.accent : t.surface);
    painter.setPen(QPen(t.accent, std::max(2, m_theme.px(2))));
    painter.drawEllipse(place(index), radius(index), radius(index));
    if (index == m_current) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.text, std::max(hasFocus() ? 2 : 1, m_theme.px(hasFocus() ? 2 : 1))));
        const double ring = radius(index) + m_theme.px(4);
        painter.drawEllipse(place(index), ring, ring);
    }
}

void ReliabilityModel::setBins(const QList<ReliabilityBin> &bins)
{
    beginResetModel();
    m_bins = bins;
    endResetModel();
}

int ReliabilityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bins.size());
}

int ReliabilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReliabilityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    const ReliabilityBin &bin = m_bins.at(index.row());
    switch (index.column()) {
    case Expected:
        return percent(bin.expected);
    case Answers:
        return QLocale().toString(bin.answers);
    case Right:
        return QLocale().toString(bin.right);
    case Share:
        return percent(bin.share());
    default:
        break;
    }
    return rangeWords(bin.interval.low, bin.interval.high);
}

QVariant ReliabilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Expected:
        return tr("Expected");
    case Answers:
        return tr("Answers");
    case Right:
        return tr("Right");
    case Share:
        return tr("Share right");
    default:
        break;
    }
    return tr("80 % interval");
}

} // namespace lectern
