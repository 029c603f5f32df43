// SPDX-License-Identifier: GPL-3.0-or-later
#include "printtext.h"

#include "safetext.h"
#include "tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int paperLineHeight = 115; ///< percent
constexpr double cellPadding = 4;

/// No line ends between a number and its percent sign.
QString wholeShares(QString text)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\d) (?=%)"));
    return text.replace(gap, QString(QChar(QChar::Nbsp)));
}

bool inOneRow(const QTextBlock &a, const QTextBlock &b)
{
    const QTextTable *table = QTextCursor(a).currentTable();
    return table && table == QTextCursor(b).currentTable() &&
           table->cellAt(a.position()).row() == table->cellAt(b.position()).row();
}

} // namespace

PrintText::PrintText(const PrintMetrics &metrics, Kind kind, const QString &text, const QFont &font, double width,
    Qt::Alignment alignment)
    : m_document(std::make_shared<SafeDocument>())
{
    const QStringList codeFamilies = metrics.codeFont(printpoints::code).families();
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(0);
    m_document->setDefaultFont(font);
    m_document->setDefaultTextOption(option);
    m_document->documentLayout()->setPaintDevice(const_cast<QPaintDevice *>(metrics.device));
    switch (kind) {
    case Kind::Plain:
        m_document->setPlainText(wholeShares(text));
        break;
    case Kind::Inline:
        m_document->setHtml(inlineRichText(text, codeFamilies.value(0)));
        break;
    case Kind::Markdown:
        m_document->setSafeMarkdown(text);
        break;
    }
    m_document->dress({codeFamilies, paperTokens(), cellPadding, kind == Kind::Markdown ? paperLineHeight : 100});
    m_document->setTextWidth(width);
    m_height = m_document->size().height();
    m_touch = metrics.lineHeight(font) * 0.2;
}

void PrintText::draw(QPainter &painter, double x, double y, double from, double to) const
{
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, paperTokens().text);
    // What only touches the edge belongs to the neighbour.
    const double touch = std::min(m_touch, (to - from) / 4);
    context.clip = QRectF(0, from + touch, m_document->textWidth(), to - from - 2 * touch);
    painter.save();
    painter.translate(x, y);
    m_document->documentLayout()->draw(&painter, context);
    painter.restore();
}

QList<double> PrintText::cutsWithin(double from, double to) const
{
    struct Line {
        double top, bottom;
    };
    QList<Line> lines;
    const QAbstractTextDocumentLayout &layout = *m_document->documentLayout();
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const QPointF corner = layout.blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QRectF line = block.layout()->lineAt(i).rect().translated(corner);
            if (line.top() >= from - 1 && line.bottom() <= to + 1)
                lines.append({line.top(), line.bottom()});
        }
    }
    QList<double> cuts;
    for (const Line &line : std::as_const(lines)) {
        const bool through = std::any_of(lines.cbegin(), lines.cend(),
            [&](const Line &other) { return other.top < line.bottom - 1 && other.bottom > line.bottom + 1; });
        if (!through && line.bottom < to - 1)
            cuts.append(line.bottom);
    }
    std::sort(cuts.begin(), cuts.end());
    return cuts;
}

QList<double> PrintText::cuts() const
{
    return cutsWithin(0, m_height);
}

QList<PrintText::Segment> PrintText::segments() const
{
    const QAbstractTextDocumentLayout &layout = *m_document->documentLayout();
    QList<Segment> segments;
    QTextBlock before;
    const QTextTable *table = nullptr;
    int head = -1; // of that table
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const QRectF box = layout.blockBoundingRect(block);
        // Qt puts an empty block before and after a table.
        const bool nothing = block.text().isEmpty() && !segments.isEmpty();
        if (nothing || (before.isValid() && inOneRow(before, block))) {
            segments.last().to = std::max(segments.last().to, box.bottom());
        } else {
            Segment segment{box.top(), box.bottom(), block.blockFormat().headingLevel() > 0, -1, {}};
            const QTextTable *of = QTextCursor(block).currentTable();
            if (of && of != table)
                head = int(segments.size());
            else if (of)
                segment.head = head;
            segment.heading = segment.heading || (of && of != table && of->rows() > 1);
            table = of;
            segments.append(segment);
        }
        before = block;
    }
    for (int i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        const double end = last ? m_height : (segments.at(i).to + segments.at(i + 1).from) / 2;
        segments[i].to = std::max(end, segments.at(i).from);
        if (!last)
            segments[i + 1].from = segments.at(i).to;
    }
    if (!segments.isEmpty())
        segments.first().from = 0;
    for (Segment &segment : segments)
        segment.cuts = cutsWithin(segment.from, segment.to);
    return segments;
}

PrintRow PrintPlace::row() const
{
    PrintRow row;
    row.gap = gap;
    row.continued = continued;
    row.heading = heading;
    row.opensPart = opensPart;
    row.ruled = ruled;
    row.together = together;
    row.head = head;
    return row;
}

PrintPlace below(const PrintMetrics &metrics, double millimetres, bool heading)
{
    PrintPlace place;
    place.gap = metrics.mm(millimetres);
    place.heading = heading;
    return place;
}

void addHeading(PrintFlow &flow, const QString &words)
{
    constexpr double gap = 6; // millimetres
    addText(flow, PrintText::Kind::Plain, words, flow.metrics().font(printpoints::heading, true),
        below(flow.metrics(), gap, true));
}

void addText(PrintFlow &flow, PrintText::Kind kind, const QString &text, const QFont &font, const PrintPlace &place)
{
    if (text.isEmpty())
        return;
    const PrintText laid(flow.metrics(), kind, text, font, flow.width() - place.indent);
    const QList<PrintText::Segment> segments = laid.segments();
    QList<int> rows; // of the segments
    for (const PrintText::Segment &segment : segments) {
        PrintRow row = place.row();
        row.height = segment.to - segment.from;
        if (!rows.isEmpty()) {
            row.gap = 0;
            row.opensPart = false;
            row.ruled = false;
        }
        row.heading = place.heading || segment.heading;
        if (segment.head >= 0)
            row.head = rows.at(segment.head);
        for (const double cut : segment.cuts)
            row.cuts.append(cut - segment.from);
        row.paint = [laid, segment, indent = place.indent](QPainter &painter, double from, double to) {
            laid.draw(painter, indent, -segment.from, segment.from + from, segment.from + to);
        };
        rows.append(flow.add(row));
    }
}

} // namespace lectern
