// SPDX-License-Identifier: GPL-3.0-or-later
#include "blocktable.h"

#include "planpaper.h"
#include "sheetink.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockTable)
};

constexpr double gap = 3.2; ///< millimetres, as all below
constexpr double tickSide = 4;
constexpr double patternWidth = 7;
constexpr double patternHeight = 3.4;
constexpr double leastTopic = 38;

} // namespace

BlockTable::BlockTable(const PlanPaper &paper, const PrintMetrics &metrics, const QList<Block> &blocks, double left,
    double right, double points)
    : m_paper(&paper)
    , m_metrics(&metrics)
    , m_points(points)
    , m_line(metrics.lineHeight(metrics.font(points)))
    , m_tick(left)
    , m_right(right)
{
    const QFont body = metrics.font(points);
    const QFont bold = metrics.font(points, true);
    double start = 0;
    double length = 0;
    double kind = 0;
    double code = 0;
    for (const Block &block : blocks) {
        const BlockWords words = wordsOf(paper.certification, block);
        start = std::max(start, metrics.textWidth(body, clockText(block.startMinute)));
        length = std::max(length, metrics.textWidth(body, minutesText(block.minutes)));
        kind = std::max(kind, metrics.textWidth(body, words.kind));
        code = std::max(code, metrics.textWidth(bold, words.code));
    }
    const double space = metrics.mm(gap) + 2; // what rounding takes
    m_start = m_tick + metrics.mm(tickSide) + metrics.mm(2.4);
    m_length = m_start + start + space;
    m_pattern = m_length + length + space;
    m_code = m_pattern + metrics.mm(patternWidth + 2);
    m_kind = m_code + code + space;
    m_topic = m_kind + kind + space;
    m_below = m_right - m_topic < metrics.mm(leastTopic) * std::sqrt(metrics.scale);
    if (m_below)
        m_topic = m_start;
}

BlockTable::Row BlockTable::row(const Block &block) const
{
    Row row{block, wordsOf(m_paper->certification, block), {}, 0};
    const QString outcome = outcomeText(block);
    row.topic = outcome.isEmpty()
                    ? row.words.fullTitle
                    : Words::tr("%1 (%2)", "topic, what became of the block").arg(row.words.fullTitle, outcome);
    const double topic = m_metrics->textHeight(m_metrics->font(m_points), row.topic, topicWidth());
    row.height = m_below ? m_line + topic : std::max(m_line, topic);
    return row;
}

void BlockTable::paint(SheetInk &ink, const Row &row, double y) const
{
    const double side = m_metrics->mm(tickSide);
    ink.box({m_tick, y + (m_line - side) / 2, side, side}, row.block.state);
    ink.text({m_start, y, m_length - m_start, m_line}, clockText(row.block.startMinute), m_points);
    ink.text({m_length, y, m_pattern - m_length, m_line}, minutesText(row.block.minutes), m_points);
    const double height = m_metrics->mm(patternHeight);
    ink.pattern({m_pattern, y + (m_line - height) / 2, m_metrics->mm(patternWidth), height}, row.words.domain);
    ink.text({m_code, y, m_kind - m_code, m_line}, row.words.code, m_points, true);
    ink.text({m_kind, y, (m_below ? m_right : m_topic) - m_kind, m_line}, row.words.kind, m_points);
    const double top = m_below ? y + m_line : y;
    ink.text({m_topic, top, topicWidth(), row.height - (top - y)}, row.topic, m_points);
}

} // namespace lectern
