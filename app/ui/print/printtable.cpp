// SPDX-License-Identifier: GPL-3.0-or-later
#include "printtable.h"

#include "tokens.h"

#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double columnGap = 5; ///< millimetres, as all below
constexpr double rowGap = 1.2;
constexpr double headLine = 0.3;
constexpr double rowLine = 0.1;
constexpr int mostTogether = 12; ///< rows: keeping more in one column would leave too much of another empty

/// Where the columns of a table stand.
struct Column {
    int index = 0;
    double x = 0;
    double width = 0;
    Qt::Alignment alignment = Qt::AlignLeft;
};

QList<Column> columnsOf(const PrintFlow &flow, const PrintTable &table)
{
    const PrintMetrics &metrics = flow.metrics();
    const QFont bold = metrics.font(printpoints::body, true);
    QList<Column> columns;
    int widest = 0; // the place of the column that takes what is left
    double fixed = 0;
    for (int index = 0; index < table.heads.size(); ++index) {
        double width = metrics.textWidth(bold, table.heads.at(index));
        bool empty = table.heads.at(index).isEmpty();
        for (const QStringList &row : table.rows) {
            width = std::max(width, metrics.textWidth(bold, row.value(index)));
            empty = empty && row.value(index).isEmpty();
        }
        if (empty)
            continue;
        const bool words = index < table.words;
        if (index == table.words - 1)
            widest = int(columns.size());
        else
            fixed += width + 1 + metrics.mm(columnGap);
        columns.append({index, 0, width + 1, words ? Qt::AlignLeft : Qt::AlignRight});
    }
    columns[widest].width = std::max(flow.width() - fixed, flow.width() * 0.25);
    for (int i = 1; i < columns.size(); ++i)
        columns[i].x = columns.at(i - 1).x + columns.at(i - 1).width + metrics.mm(columnGap);
    return columns;
}

} // namespace

int addCells(PrintFlow &flow, const QList<PrintCell> &cells, double points, const PrintPlace &place,
    const std::function<void(QPainter &painter, double lineHeight)> &drawing)
{
    const PrintMetrics &metrics = flow.metrics();
    PrintRow row = place.row();
    QList<std::pair<double, PrintText>> laid;
    for (const PrintCell &cell : cells) {
        const PrintText text(
            metrics, PrintText::Kind::Plain, cell.text, metrics.font(points, cell.bold), cell.width, cell.alignment);
        row.height = std::max(row.height, text.height());
        if (row.cuts.size() < text.cuts().size())
            row.cuts = text.cuts();
        laid.append({cell.x, text});
    }
    const double line = metrics.lineHeight(metrics.font(points));
    row.height = std::max(row.height, line);
    row.paint = [laid, drawing, line](QPainter &painter, double from, double to) {
        for (const auto &[x, text] : laid) {
            if (from < text.height())
                text.draw(painter, x, 0, from, std::min(to, text.height()));
        }
        if (drawing && from <= 0)
            drawing(painter, line);
    };
    return flow.add(row);
}

void addTable(PrintFlow &flow, const PrintTable &table)
{
    const PrintMetrics metrics = flow.metrics();
    const QList<Column> columns = columnsOf(flow, table);
    PrintPlace place;
    place.gap = metrics.mm(rowGap);
    if (table.rows.size() <= mostTogether)
        place.together = flow.newGroup();
    const auto add = [&](const QStringList &texts, bool head) {
        QList<PrintCell> cells;
        for (const Column &column : columns)
            cells.append({texts.value(column.index), column.x, column.width, column.alignment, head});
        place.heading = head;
        return addCells(flow, cells, printpoints::body, place,
            [metrics, head, width = flow.width()](QPainter &painter, double lineHeight) {
                const double y = head ? lineHeight + metrics.mm(rowGap / 2) : -metrics.mm(rowGap / 2);
                const Tokens &paper = paperTokens();
                painter.setPen(QPen(head ? paper.text : paper.line, metrics.mm(head ? headLine : rowLine)));
                painter.drawLine(QPointF(0, y), QPointF(width, y));
            });
    };
    place.head = add(table.heads, true);
    for (const QStringList &row : table.rows)
        add(row, false);
}

} // namespace lectern
