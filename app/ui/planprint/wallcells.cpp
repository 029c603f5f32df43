// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallcells.h"

#include "planwords.h"
#include "sheetink.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WallSheet)
};

constexpr double padding = 0.8; ///< millimetres, as all below
constexpr double barGap = 0.6;
constexpr double highestBar = 5;
constexpr double lowestBar = 2;
constexpr double betweenLines = 0.5;

} // namespace

WallCells::WallCells(
    const PlanPaper &paper, const PrintMetrics &metrics, double cellWidth, double rowHeight, double points)
    : m_paper(paper)
    , m_metrics(metrics)
    , m_points(points)
    , m_room(cellWidth - metrics.mm(2 * padding))
{
    const double text = metrics.lineHeight(metrics.font(points));
    // The number of the day stands above the bars.
    const double room = rowHeight - text - metrics.mm(padding);
    m_barHeight = std::clamp(room - text - metrics.mm(betweenLines), metrics.mm(lowestBar), metrics.mm(highestBar));
    m_mostLines = std::max(1, int((room + 1) / lineHeight()));
    QHash<QDate, int> days;
    for (const Block &block : paper.blocks)
        m_fullDay = std::max(m_fullDay, days[block.date] += block.minutes);
}

double WallCells::lineHeight() const
{
    return m_barHeight + m_metrics.lineHeight(m_metrics.font(m_points)) + m_metrics.mm(betweenLines);
}

double WallCells::leastWidth(const Bar &bar) const
{
    return std::max(m_metrics.textWidth(m_metrics.font(m_points), bar.text) + 2, m_metrics.mm(2.2)) +
           m_metrics.mm(barGap);
}

QList<WallCells::Line> WallCells::broken(const Line &bars) const
{
    QList<Line> lines{{}};
    double used = 0;
    for (const Bar &bar : bars) {
        const double width = leastWidth(bar);
        if (used > 0 && used + width > m_room) {
            lines.append(Line());
            used = 0;
        }
        lines.last().append(bar);
        used += width;
    }
    return lines;
}

/// Each at least as wide as its text, beyond that by its share of a full day.
void WallCells::stretch(Line &line, int planned) const
{
    double least = 0;
    for (Bar &bar : line) {
        bar.width = leastWidth(bar);
        least += bar.width;
    }
    const double share = std::max(least, std::min(m_room, m_room * planned / m_fullDay));
    double spare = share - least;
    // Those that are too narrow for their minutes take from what is left.
    double lacking = 0;
    for (const Bar &bar : std::as_const(line))
        lacking += std::max(0.0, share * bar.minutes / planned - bar.width);
    if (lacking <= 0)
        return;
    spare = std::min(spare, lacking);
    for (Bar &bar : line)
        bar.width += spare * std::max(0.0, share * bar.minutes / planned - bar.width) / lacking;
}

QList<WallCells::Line> WallCells::linesOf(const QList<Block> &blocks) const
{
    const QLocale locale;
    Line codes;
    Line plain;
    QList<Bar> domains;
    int minutes = 0;
    for (const Block &block : blocks) {
        const BlockWords words = wordsOf(m_paper.certification, block);
        const QString length = locale.toString(block.minutes);
        minutes += block.minutes;
        codes.append({words.domain, block.minutes, block.state,
            Words::tr("%1 %2", "code of a domain, minutes").arg(words.code, length), 0});
        plain.append({words.domain, block.minutes, block.state, length, 0});
        const auto same =
            std::find_if(domains.begin(), domains.end(), [&](const Bar &bar) { return bar.domain == words.domain; });
        Bar &sum = same == domains.end() ? domains.emplaceBack(Bar{words.domain, 0, BlockState::Done, {}, 0}) : *same;
        sum.minutes += block.minutes;
        sum.text = locale.toString(sum.minutes);
        if (block.state != BlockState::Done)
            sum.state = BlockState::Planned;
    }
    for (const Line &choice : {codes, plain, domains}) {
        QList<Line> lines = broken(choice);
        const bool wide = std::any_of(choice.cbegin(), choice.cend(),
            [&](const Bar &bar) { return leastWidth(bar) > m_room + m_metrics.mm(barGap); });
        // Codes are a comfort of one line, the legend has the patterns.
        if (wide || lines.size() > (&choice == &codes ? 1 : m_mostLines))
            continue;
        for (Line &line : lines) {
            int sum = 0;
            for (const Bar &bar : std::as_const(line))
                sum += bar.minutes;
            stretch(line, std::max(1, sum));
        }
        return lines;
    }
    Bar all{-1, minutes, BlockState::Planned, hoursText(minutes), m_room};
    return {{all}};
}

void WallCells::paint(SheetInk &ink, QDate date, const QRectF &cell) const
{
    const QList<Block> blocks = m_paper.day(date);
    const double line = m_metrics.lineHeight(m_metrics.font(m_points));
    const double pad = m_metrics.mm(padding);
    const bool exam = m_paper.isExam(date);
    if (m_paper.covers(date) && blocks.isEmpty() && !exam && m_paper.inputs.capacity(date) == 0)
        ink.hatch(cell.adjusted(0, line + pad / 2, 0, 0));
    const QString number = QLocale().toString(date.day());
    if (!m_paper.covers(date)) {
        ink.mutedText({cell.x() + pad, cell.y() + pad / 2, m_room, line}, number, m_points);
        return;
    }
    ink.text({cell.x() + pad, cell.y() + pad / 2, m_room, line}, number, m_points, exam);
    double y = cell.y() + pad / 2 + line;
    if (exam) {
        const double side = line * 0.8;
        ink.flag({cell.right() - pad - side, cell.y() + pad / 2 + line * 0.1, side, side});
        const QFont bold = m_metrics.font(m_points, true);
        QString text = Words::tr("Exam");
        if (m_paper.appointment.time.isValid()) {
            const QString timed = Words::tr("Exam %1").arg(clockText(m_paper.appointment.time));
            if (m_metrics.textHeight(bold, timed, m_room) + y <= cell.bottom() + 1)
                text = timed;
        }
        const double height = m_metrics.textHeight(bold, text, m_room);
        ink.text({cell.x() + pad, y, m_room, height}, text, m_points, true);
        y += height;
        if (blocks.isEmpty() || y + lineHeight() > cell.bottom())
            return;
    }
    for (const Line &bars : linesOf(blocks)) {
        double x = cell.x() + pad;
        for (const Bar &bar : bars) {
            const double width = bar.width - m_metrics.mm(barGap);
            ink.pattern({x, y, width, m_barHeight}, bar.domain);
            ink.text({x, y + m_barHeight, bar.width, line}, bar.text, m_points);
            if (bar.state == BlockState::Done)
                ink.tick({x + width - m_barHeight * 0.9, y + m_barHeight * 0.1, m_barHeight * 0.8, m_barHeight * 0.8});
            x += bar.width;
        }
        y += lineHeight();
    }
}

} // namespace lectern
