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
constexpr int hangColumns = 2; ///< of what a line that is too wide goes on with, from where it begins
constexpr int mostHang = 16;

QString withoutTabs(const QString &text)
{
    QString spaced;
    qsizetype column = 0;
    for (const QChar c : text) {
        const qsizetype spaces = c == u'\t' ? tabColumns - column % tabColumns : 0;
        spaced += spaces > 0 ? QString(spaces, u' ') : QString(c);
        column = c == u'\n' ? 0 : column + std::max<qsizetype>(1, spaces);
    }
    return spaced;
}

/// Smaller where that keeps every line whole.
QFont codeFontFor(const PrintMetrics &metrics, const QStringList &lines, double width)
{
    const QFont font = metrics.codeFont(printpoints::code);
    double widest = 1;
    for (const QString &line : lines)
        widest = std::max(widest, metrics.textWidth(font, line));
    // A little less than what fits, since bold letters may be wider.
    const double points = printpoints::code * std::min(1.0, width / widest * 0.995);
    return points < printpoints::smallestCode ? font : metrics.codeFont(points);
}

std::shared_ptr<QTextLayout> layLine(const PrintMetrics &metrics, const QString &text,
    const QList<QTextLayout::FormatRange> &formats, const QFont &font, double width)
{
    const auto indented = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c != u' '; });
    const qsizetype columns = std::min<qsizetype>(indented - text.cbegin() + hangColumns, mostHang);
    const double hang = double(columns) * metrics.textWidth(font, QStringLiteral("0"));
    auto layout = std::make_shared<QTextLayout>(text, font, metrics.device);
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    double y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        const double from = line.textStart() > 0 ? hang : 0;
        line.setLineWidth(width - from);
        line.setPosition({from, y});
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
    QString text = withoutTabs(code.text);
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (text.isEmpty())
        return;
    const PrintMetrics metrics = flow.metrics();
    const QStringList lines = text.split(u'\n');
    const auto formats = CodeView::paperFormats(code.language, text);
    const int digits = std::max(2, int(QString::number(lines.size()).size()));
    const double digit = metrics.textWidth(metrics.codeFont(printpoints::code), QStringLiteral("0"));
    const double gutter = digits * digit + metrics.mm(3);
    const double pad = metrics.mm(1.5);
    const double width = flow.width() - place.indent - gutter - 2 * pad;
    const QFont font = codeFontFor(metrics, lines, width);
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
