// SPDX-License-Identifier: GPL-3.0-or-later
#include "printflow.h"

#include "tokens.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double gutterMillimetres = 10;
constexpr double widestColumnMillimetres = 230; ///< at 100 % text
constexpr double smallPoints = 8.5;

} // namespace

PrintFlow::PrintFlow(const PrintMetrics &metrics)
    : PrintFlow(metrics, metrics.lineHeight(metrics.font(smallPoints)) + metrics.mm(4),
          metrics.lineHeight(metrics.font(smallPoints)) + metrics.mm(3))
{
}

PrintFlow::PrintFlow(const PrintMetrics &metrics, double headHeight, double footHeight)
    : m_metrics(metrics)
    , m_head(headHeight)
    , m_foot(footHeight)
{
    const double gutter = metrics.mm(gutterMillimetres);
    m_perPage = metrics.width > metrics.mm(widestColumnMillimetres) * metrics.scale ? 2 : 1;
    m_columnWidth = (metrics.width - (m_perPage - 1) * gutter) / m_perPage;
    m_room = metrics.height - m_head - m_foot;
    m_continuedHeight = metrics.lineHeight(metrics.font(smallPoints)) + metrics.mm(1.5);
}

int PrintFlow::add(PrintRow row)
{
    m_rows.append(std::move(row));
    return int(m_rows.size()) - 1;
}

bool PrintFlow::startsChain(int row) const
{
    if (row == 0)
        return true;
    const PrintRow &before = m_rows.at(row - 1);
    return !before.heading && (before.together == 0 || before.together != m_rows.at(row).together);
}

/// From the heading, or the first of a group, to what has to be in the same column with it.
double PrintFlow::chainHeight(int first) const
{
    double height = 0;
    int row = first;
    for (; row < m_rows.size(); ++row) {
        height += m_rows.at(row).height + (row > first ? m_rows.at(row).gap : 0);
        if (!m_rows.at(row).heading)
            break;
    }
    if (row >= m_rows.size() || m_rows.at(row).together == 0)
        return height;
    double whole = height;
    for (int next = row + 1; next < m_rows.size() && m_rows.at(next).together == m_rows.at(row).together; ++next)
        whole += m_rows.at(next).height + m_rows.at(next).gap;
    return whole > m_room - m_continuedHeight ? height : whole;
}

void PrintFlow::turn()
{
    ++m_column;
    m_used = 0;
}

void PrintFlow::openPart()
{
    if (m_places.isEmpty() || m_used < m_room / 2)
        return;
    if (m_used > 0)
        turn();
    while (m_column % m_perPage != 0)
        ++m_column;
}

/// What the head of a row's table takes up where it stands again.
double PrintFlow::repeated(int index) const
{
    const PrintRow &row = m_rows.at(index);
    if (row.head < 0)
        return 0;
    const double head = m_rows.at(row.head).height;
    return head > m_room / 3 ? 0 : head + row.gap;
}

/// What stands above a row where a column begins with it.
double PrintFlow::aboveTop(int index) const
{
    return (m_rows.at(index).continued.isEmpty() ? 0 : m_continuedHeight) + repeated(index);
}

void PrintFlow::place(int index)
{
    const PrintRow &row = m_rows.at(index);
    double from = 0;
    while (from < row.height || from == 0) {
        const bool top = m_used <= 0;
        const bool continues = top && !row.continued.isEmpty();
        const double above = top ? aboveTop(index) : from > 0 ? 0 : row.gap;
        const double left = m_room - m_used - above;
        double to = row.height;
        if (row.height - from > left) {
            to = from;
            for (const double cut : row.cuts) {
                if (cut > from && cut - from <= left)
                    to = std::max(to, cut);
            }
            if (to <= from && !top) {
                turn();
                continue;
            }
            if (to <= from)
                to = from + left;
        }
        const double x = (m_column % m_perPage) * (m_columnWidth + m_metrics.mm(gutterMillimetres));
        m_places.append({index, m_column / m_perPage, {x, m_head + m_used + above, m_columnWidth, to - from}, from, to,
            continues, top ? repeated(index) : 0});
        m_used += above + to - from;
        if (to >= row.height)
            return;
        from = to;
        turn();
    }
}

void PrintFlow::arrange()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const PrintRow &one = m_rows.at(row);
        if (one.opensPart)
            openPart();
        if (m_used > 0) {
            const double wanted = startsChain(row) ? chainHeight(row) : one.height;
            // What no column can hold begins here and is cut; everything else moves as a whole.
            const bool fits = m_used + one.gap + wanted <= m_room;
            if (!fits && (wanted <= m_room - aboveTop(row) || one.cuts.isEmpty()))
                turn();
        }
        place(row);
    }
    m_pages = m_places.isEmpty() ? 0 : m_places.constLast().page + 1;
}

void PrintFlow::paintPlace(QPainter &painter, const Place &place) const
{
    const PrintRow &row = m_rows.at(place.row);
    const double top = place.box.y() - place.repeated;
    if (place.continues) {
        const QFont small = m_metrics.font(smallPoints);
        const QFontMetricsF measure(small, m_metrics.device);
        painter.setFont(small);
        painter.setPen(paperTokens().muted);
        painter.drawText(QRectF(place.box.x(), top - m_continuedHeight, m_columnWidth, measure.height()),
            int(Qt::AlignLeft | Qt::AlignTop), measure.elidedText(row.continued, Qt::ElideRight, m_columnWidth));
    }
    if (place.repeated > 0) {
        const PrintRow &head = m_rows.at(row.head);
        painter.save();
        painter.translate(place.box.x(), top);
        head.paint(painter, 0, head.height);
        painter.restore();
    }
    if (row.ruled && place.from <= 0 && place.box.y() > m_head + row.gap) {
        const double y = place.box.y() - std::min(row.gap / 2, m_metrics.mm(1.5));
        painter.setPen(QPen(paperTokens().edge, m_metrics.mm(0.2)));
        painter.drawLine(QPointF(place.box.left(), y), QPointF(place.box.right(), y));
    }
    painter.save();
    if (place.from > 0 || place.to < row.height)
        painter.setClipRect(place.box);
    painter.translate(place.box.x(), place.box.y() - place.from);
    row.paint(painter, place.from, place.to);
    painter.restore();
}

void PrintFlow::paintRows(QPainter &painter, int page) const
{
    for (const Place &place : m_places) {
        if (place.page == page)
            paintPlace(painter, place);
    }
}

void PrintFlow::paint(QPainter &painter, int page, const Furniture &furniture) const
{
    const QColor ink = paperTokens().text;
    const QFont small = m_metrics.font(smallPoints);
    const double line = m_metrics.lineHeight(small);
    const QFontMetricsF measure(small, m_metrics.device);
    const auto pair = [&](double y, const QString &left, const QString &right) {
        painter.setFont(small);
        painter.setPen(ink);
        const double end = measure.horizontalAdvance(right);
        const double room = m_metrics.width - end - m_metrics.mm(4);
        painter.drawText(QRectF(0, y, room, line), int(Qt::AlignLeft | Qt::AlignTop),
            measure.elidedText(left, Qt::ElideRight, room));
        painter.drawText(
            QRectF(m_metrics.width - end - 1, y, end + 1, line), int(Qt::AlignRight | Qt::AlignTop), right);
    };
    const auto rule = [&](double y) {
        painter.setPen(QPen(ink, m_metrics.mm(0.2)));
        painter.drawLine(QPointF(0, y), QPointF(m_metrics.width, y));
    };
    const QLocale locale;
    pair(0, furniture.left, furniture.right.arg(locale.toString(page + 1), locale.toString(m_pages)));
    rule(line + m_metrics.mm(1));
    paintRows(painter, page);
    rule(m_metrics.height - line - m_metrics.mm(1));
    pair(m_metrics.height - line, furniture.foot, furniture.footRight);
}

} // namespace lectern
