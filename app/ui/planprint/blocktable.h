// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "planwords.h"
#include "printmetrics.h"

#include <QList>

class QPainter;

namespace lectern
{

struct PlanPaper;
class SheetInk;

/// Blocks as rows: box to tick, start, length, pattern, code, kind and topic. Where text is so large that the topic
/// would have no room, it stands below the rest.
class BlockTable
{
public:
    static constexpr double usualPoints = 10;

    /// For rows from `left` to `right` of the page, with columns as wide as the widest of `blocks` needs.
    BlockTable(const PlanPaper &paper, const PrintMetrics &metrics, const QList<Block> &blocks, double left,
        double right, double points = usualPoints);

    struct Row {
        Block block;
        BlockWords words;
        QString topic;     ///< with what became of the block
        double height = 0; ///< of its text alone
    };
    Row row(const Block &block) const;
    /// `height` is at least the row's own.
    void paint(SheetInk &ink, const Row &row, double y) const;
    double left() const { return m_tick; }
    double topicWidth() const { return m_right - m_topic; }
    double lineHeight() const { return m_line; }

private:
    const PlanPaper *m_paper; // pointers, so that it can be assigned
    const PrintMetrics *m_metrics;
    double m_points;
    double m_line;
    double m_tick;
    double m_start = 0;
    double m_length = 0;
    double m_pattern = 0;
    double m_code = 0;
    double m_kind = 0;
    double m_topic = 0;
    double m_right;
    bool m_below = false; ///< topics stand below the rest
};

} // namespace lectern
