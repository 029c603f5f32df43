// SPDX-License-Identifier: GPL-3.0-or-later
#include "planframe.h"

#include "sheetink.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanFrame)
};

constexpr double titlePoints = 15;
constexpr double bodyPoints = 10;
constexpr double smallPoints = 8.5;
constexpr double sideGap = 6; ///< millimetres, as all below
constexpr double belowHead = 4;
constexpr double keyBox = 7;
constexpr double keyGap = 1.5;
constexpr double aboveLegend = 2;
constexpr double belowLegend = 1.2;
constexpr double aboveFoot = 2.5;

} // namespace

PlanFrame::PlanFrame(const PlanPaper &paper, const PrintMetrics &metrics, bool patterns)
    : m_paper(paper)
    , m_metrics(metrics)
{
    if (patterns)
        layLegend();
    layFoot();
}

QList<PlanFrame::Line> PlanFrame::headLines(const PageHead &head) const
{
    const QFont title = m_metrics.font(titlePoints, true);
    const QFont body = m_metrics.font(bodyPoints);
    const QFont strong = m_metrics.font(bodyPoints, true);
    const QString when = m_paper.examTime();
    const double side = std::max(m_metrics.textWidth(strong, head.countdown), m_metrics.textWidth(body, when)) + 2;
    const double left = m_metrics.width - (side > 2 ? side + m_metrics.mm(sideGap) : 0);
    const bool beside = left > m_metrics.width / 2 && m_metrics.textWidth(title, head.title) <= left &&
                        m_metrics.textHeight(body, head.subtitle, left) <= 2.2 * m_metrics.lineHeight(body);
    const double room = beside ? left : m_metrics.width;
    QList<Line> lines;
    const double titleHeight = m_metrics.textHeight(title, head.title, room);
    const double bodyHeight = head.subtitle.isEmpty() ? 0 : m_metrics.textHeight(body, head.subtitle, room);
    const auto leading = Qt::AlignLeft | Qt::AlignTop;
    lines.append({{0, 0, room, titleHeight}, head.title, titlePoints, true, leading});
    lines.append({{0, titleHeight, room, bodyHeight}, head.subtitle, bodyPoints, false, leading});
    const double line = m_metrics.lineHeight(body);
    if (beside) {
        const double x = m_metrics.width - side;
        lines.append({{x, titleHeight - line - m_metrics.mm(0.6), side, line}, head.countdown, bodyPoints, true,
            Qt::AlignRight | Qt::AlignTop});
        lines.append({{x, titleHeight, side, line}, when, bodyPoints, false, Qt::AlignRight | Qt::AlignTop});
        return lines;
    }
    double y = titleHeight + bodyHeight;
    const double count = head.countdown.isEmpty() ? 0 : m_metrics.textHeight(strong, head.countdown, room);
    lines.append({{0, y, room, count}, head.countdown, bodyPoints, true, leading});
    y += count;
    const double time = when.isEmpty() ? 0 : m_metrics.textHeight(body, when, room);
    lines.append({{0, y, room, time}, when, bodyPoints, false, leading});
    return lines;
}

double PlanFrame::headHeight(const PageHead &head) const
{
    double height = 0;
    for (const Line &line : headLines(head)) {
        if (!line.text.isEmpty())
            height = std::max(height, line.box.bottom());
    }
    return height + m_metrics.mm(belowHead);
}

QRectF PlanFrame::body(const PageHead &head) const
{
    const double top = headHeight(head);
    return {0, top, m_metrics.width, m_metrics.height - top - m_footHeight};
}

void PlanFrame::layLegend()
{
    const QFont font = m_metrics.font(smallPoints);
    const QList<Domain> &domains = m_paper.certification.domains;
    double widest = 0;
    for (qsizetype i = 0; i <= domains.size(); ++i) {
        const bool mixed = i == domains.size();
        const QString text = mixed ? Words::tr("Mixed", "blocks of all domains")
                                   : QStringLiteral("%1 %2").arg(domains.at(i).code, domains.at(i).title);
        widest = std::max(widest, m_metrics.textWidth(font, text) + 2);
        m_legend.append({{}, text, mixed ? -1 : int(i)});
    }
    const double key = m_metrics.mm(keyBox + keyGap);
    const double gap = m_metrics.mm(4);
    const int columns =
        std::clamp(int((m_metrics.width + gap) / (key + widest + gap)), 1, std::max(1, int(m_legend.size())));
    const double share = (m_metrics.width + gap) / columns;
    double y = 0;
    double rowHeight = 0;
    for (qsizetype i = 0; i < m_legend.size(); ++i) {
        if (i > 0 && i % columns == 0) {
            y += rowHeight;
            rowHeight = 0;
        }
        const double width = share - gap;
        const double height = m_metrics.textHeight(font, m_legend.at(i).text, width - key);
        m_legend[i].box = {double(i % columns) * share, y, width, height};
        rowHeight = std::max(rowHeight, height);
    }
    m_legendHeight = y + rowHeight;
}

QList<PlanFrame::Line> PlanFrame::footLines(int page, int pages) const
{
    const Certification &certification = m_paper.certification;
    const QFont font = m_metrics.font(smallPoints);
    const QString name = certification.shortTitle.isEmpty() ? certification.title : certification.shortTitle;
    const QString left = Words::tr("Study schedule, %1").arg(name);
    const QString middle =
        Words::tr("Printed %1").arg(QLocale().toString(m_paper.printedOn, Words::tr("d MMMM yyyy", "day of print")));
    const QString right = Words::tr("Page %1 of %2").arg(page + 1).arg(pages);
    const double line = m_metrics.lineHeight(font);
    const double rightWidth = m_metrics.textWidth(font, right) + 2;
    const double middleWidth = m_metrics.textWidth(font, middle) + 2;
    QList<Line> lines;
    double y = 0;
    double x = m_metrics.width - rightWidth - middleWidth - m_metrics.mm(20);
    if (m_footStacked) {
        const double height = m_metrics.textHeight(font, left, m_metrics.width);
        lines.append({{0, 0, m_metrics.width, height}, left, smallPoints, false, Qt::AlignLeft});
        y = height;
        x = 0;
    } else {
        lines.append({{0, 0, x, line}, left, smallPoints, false, Qt::AlignLeft});
    }
    lines.append({{x, y, middleWidth, line}, middle, smallPoints, false, Qt::AlignLeft});
    lines.append({{m_metrics.width - rightWidth, y, rightWidth, line}, right, smallPoints, false, Qt::AlignRight});
    return lines;
}

void PlanFrame::layFoot()
{
    const QFont font = m_metrics.font(smallPoints);
    QList<Line> lines = footLines(999, 1000);
    m_footStacked = m_metrics.textWidth(font, lines.constFirst().text) > lines.constFirst().box.width();
    lines = footLines(999, 1000);
    m_footHeight =
        m_metrics.mm(aboveFoot + aboveLegend + belowLegend) + m_legendHeight + lines.constLast().box.bottom();
}

void PlanFrame::paint(QPainter &painter, const PageHead &head, int page, int pages) const
{
    SheetInk ink(painter, m_metrics);
    for (const Line &line : headLines(head)) {
        if (!line.text.isEmpty())
            ink.text(line.box, line.text, line.points, line.bold, line.alignment);
    }
    double y = m_metrics.height - m_footHeight + m_metrics.mm(aboveFoot);
    ink.level(y, 0, m_metrics.width);
    y += m_metrics.mm(aboveLegend);
    const double line = m_metrics.lineHeight(m_metrics.font(smallPoints));
    for (const Key &key : m_legend) {
        const QRectF box = key.box.translated(0, y);
        const double height = m_metrics.mm(2.8);
        ink.pattern({box.x(), box.y() + (line - height) / 2, m_metrics.mm(keyBox), height}, key.domain);
        ink.text(box.adjusted(m_metrics.mm(keyBox + keyGap), 0, 0, 0), key.text, smallPoints);
    }
    y += m_legendHeight + m_metrics.mm(belowLegend);
    for (const Line &foot : footLines(page, pages))
        ink.text(foot.box.translated(0, y), foot.text, foot.points, foot.bold, foot.alignment);
}

} // namespace lectern
