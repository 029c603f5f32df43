// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printmetrics.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <functional>

class QPainter;

namespace lectern
{

/// What never splits: a line of code, an option with its rationale, a row of a table, a paragraph.
struct PrintRow {
    double height = 0;
    double gap = 0; ///< above it, except at the top of a column
    /// Draws what lies between `from` and `to` of it; its left upper corner is the painter's origin.
    std::function<void(QPainter &painter, double from, double to)> paint;
    bool heading = false;   ///< never the last of a column
    bool opensPart = false; ///< begins a new page where less than half a column is left
    bool ruled = false;     ///< a line in the gap above it, except at the top of a column
    int head = -1;          ///< of its table: the row that stands above it again where a column begins with it
    int together = 0;       ///< rows with the same number other than 0 stay in one column where one can hold them
    QString continued;      ///< said above it where a column begins with it; empty: nothing
    QList<double> cuts;     ///< where it may be cut if it is higher than a column
};

/// Puts rows into columns and those on pages: one column, or two where paper is so wide that lines would be too long to
/// read.
class PrintFlow
{
public:
    explicit PrintFlow(const PrintMetrics &metrics);
    /// For pages with a head and a foot of their own, of these heights.
    PrintFlow(const PrintMetrics &metrics, double headHeight, double footHeight);

    const PrintMetrics &metrics() const { return m_metrics; }
    double width() const { return m_columnWidth; } ///< of a column
    int newGroup() { return ++m_groups; }          ///< for PrintRow::together
    int add(PrintRow row);                         ///< returns its index, for PrintRow::head

    /// A row's place, or a part's where it is higher than a column.
    struct Place {
        int row = 0;
        int page = 0;
        QRectF box; ///< on the page, between the margins
        double from = 0;
        double to = 0;
        bool continues = false; ///< the row's words of continuation stand above
        double repeated = 0;    ///< height of what its table's head takes up above it
    };
    /// To be called once, after the last row.
    void arrange();
    const QList<PrintRow> &rows() const { return m_rows; }
    const QList<Place> &places() const { return m_places; }
    int pages() const { return m_pages; }
    double headHeight() const { return m_head; } ///< of what stands on every page
    double footHeight() const { return m_foot; }

    struct Furniture {
        QString left;  ///< what this is, at the head
        QString right; ///< at the head's other end, with %1 for the page and %2 for the number of pages
        QString foot;
        QString footRight;
    };
    void paint(QPainter &painter, int page, const Furniture &furniture) const;
    void paintRows(QPainter &painter, int page) const; ///< without head and foot

private:
    double chainHeight(int first) const;
    bool startsChain(int row) const;
    void turn();
    void openPart();
    double repeated(int row) const;
    double aboveTop(int row) const;
    void place(int row);
    void paintPlace(QPainter &painter, const Place &place) const;

    PrintMetrics m_metrics;
    int m_perPage = 1;
    double m_columnWidth = 0;
    double m_head = 0;
    double m_foot = 0;
    double m_room = 0;
    double m_continuedHeight = 0;
    int m_groups = 0;
    QList<PrintRow> m_rows;
    QList<Place> m_places;
    int m_pages = 0;
    int m_column = 0;
    double m_used = 0;
};

} // namespace lectern
