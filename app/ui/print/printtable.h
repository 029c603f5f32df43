// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printtext.h"

namespace lectern
{

/// One row of a table: texts beside each other.
struct PrintCell {
    QString text;
    double x = 0;
    double width = 0;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool bold = false;
};
/// `drawing` paints beside the texts: bars and patterns in the row's first line. Returns the row's index.
int addCells(PrintFlow &flow, const QList<PrintCell> &cells, double points, const PrintPlace &place,
    const std::function<void(QPainter &painter, double lineHeight)> &drawing = {});

/// A table of words with figures at its end.
struct PrintTable {
    QStringList heads;
    int words = 1; ///< columns of words before those of figures; the last of them takes the room that is left
    QList<QStringList> rows;
};
/// Its head stands again where it goes on over the page; a short one is not parted. A column in which nothing stands is
/// left out.
void addTable(PrintFlow &flow, const PrintTable &table);

} // namespace lectern
