// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"
#include "item.h"
#include "printtext.h"
#include "tokens.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int tabColumns = 4;

std::shared_ptr<QTextLayout> layLine(const PrintMetrics &metrics, const QString &text,
    const QList<QTextLayout::FormatRange> &formats, const QFont &font, double width)
{
    auto layout = std::make_shared<QTextLayout>(text, font, metrics.device);
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(tabColumns * metrics.textWidth(font, QStringLiteral("0")));
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    double y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

double heightOf(const QTextLayout &layout)
{
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    return last.y() + last.height();
}

void drawLines(QPainter &painter, const QTextLayout &layout, QPointF at, double from, double to)
{
    painter.setPen(paperTokens().text);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const double middle = line.y() + line.height() / 2;
        if (middle >= from && middle <= to)
            layout.lineAt(i).draw(&painter, at);
    }
}

} // namespace

void addCode(PrintFlow &flow, const CodeBlock &code, const PrintPlace &place)
{
    QString text = code.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (text.isEmpty())
        return;
    const PrintMetrics metrics = flow.metrics();
    const QFont font = metrics.codeFont(printpoints::code);
    const QStringList lines = text.split(u'\n');
    const auto formats = CodeView::paperFormats(code.language, text);
    const int digits = std::max(2, int(QString::number(lines.size()).size()));
    const double gutter = digits * metrics.textWidth(font, QStringLiteral("0")) + metrics.mm(3);
    const double pad = metrics.mm(1.5);
    const double width = flow.width() - place.indent - gutter - 2 * pad;
    const int group = flow.newGroup();
    for (int i = 0; i < lines.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == lines.size();
        const auto laid = layLine(metrics, lines.at(i), formats.value(i), font, width);
        const QString number = QString::number(i + 1);
        const auto label = layLine(metrics, number, {}, font, gutter);
        const double above = first ? pad : 0;
        PrintRow row;
        row.height = above + heightOf(*laid) + (last ? pad : 0);
        row.gap = first ? place.gap : 0;
        row.together = group;
        row.continued = place.continued;
        for (int line = 0; line + 1 < laid->lineCount(); ++line)
            row.cuts.append(above + laid->lineAt(line).y() + laid->lineAt(line).height());
        const double numberAt = gutter - metrics.mm(2) - metrics.textWidth(font, number);
        row.paint = [=, indent = place.indent, whole = flow.width() - place.indent, height = row.height](
                        QPainter &painter, double from, double to) {
            const Tokens &paper = paperTokens();
            painter.fillRect(QRectF(indent, from, whole, to - from), paper.code);
            painter.setPen(QPen(paper.edge, metrics.mm(0.25)));
            painter.drawLine(QPointF(indent + gutter, from), QPointF(indent + gutter, to));
            if (first && from <= 0)
                painter.drawLine(QPointF(indent, 0), QPointF(indent + whole, 0));
            if (last && to >= height)
                painter.drawLine(QPointF(indent, height), QPointF(indent + whole, height));
            painter.save();
            drawLines(painter, *label, {indent + numberAt, above}, from - above, to - above);
            painter.restore();
            drawLines(painter, *laid, {indent + gutter + pad, above}, from - above, to - above);
        };
        flow.add(row);
    }
}

} // namespace lectern
