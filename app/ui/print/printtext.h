// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printflow.h"

#include <memory>

namespace lectern
{

class SafeDocument;
struct CodeBlock;

/// Text laid out for paper at a width. Whoever wrote it, it loads nothing.
class PrintText
{
public:
    enum class Kind {
        Plain,
        Inline, ///< code spans and emphasis only, as options are shown
        Markdown
    };
    PrintText(const PrintMetrics &metrics, Kind kind, const QString &text, const QFont &font, double width,
        Qt::Alignment alignment = Qt::AlignLeft);

    double height() const { return m_height; }
    void draw(QPainter &painter, double x, double y, double from, double to) const;
    void draw(QPainter &painter, double x, double y) const { draw(painter, x, y, 0, m_height); }

    /// A paragraph, an item of a list or a row of a table.
    struct Segment {
        double from = 0;
        double to = 0;
        bool heading = false;
        int head = -1;      ///< of its table: the segment with the table's first row
        QList<double> cuts; ///< between its lines
    };
    QList<Segment> segments() const;
    QList<double> cuts() const; ///< between all lines

private:
    QList<double> cutsWithin(double from, double to) const;

    std::shared_ptr<SafeDocument> m_document;
    double m_height = 0;
    double m_touch = 0; ///< by how much lines may overlap
};

/// Sizes of print in points at 100 % text.
namespace printpoints
{
inline constexpr double title = 17;
inline constexpr double heading = 12.5;
inline constexpr double body = 10;
inline constexpr double small = 8.5;
inline constexpr double code = 8.5;
inline constexpr double smallestCode = 7; ///< so small where the widest line then fits
} // namespace printpoints

/// How a text stands among others; what is not told here is told of PrintRow.
struct PrintPlace {
    double indent = 0; ///< device units
    double gap = 0;
    QString continued{};
    bool heading = false;
    bool opensPart = false;
    bool ruled = false;
    int together = 0;
    int head = -1;

    PrintRow row() const; ///< without its height and what it paints
};

PrintPlace below(const PrintMetrics &metrics, double millimetres, bool heading = false);
/// The title of a part.
void addHeading(PrintFlow &flow, const QString &words);

/// A row for each segment.
void addText(PrintFlow &flow, PrintText::Kind kind, const QString &text, const QFont &font, const PrintPlace &place);
/// A row for each line, numbered and framed, highlighted where that can be had. One that fits a column stands in one;
/// a longer one is continued with `place.continued` above.
void addCode(PrintFlow &flow, const CodeBlock &code, const PrintPlace &place);

} // namespace lectern
