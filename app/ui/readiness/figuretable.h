// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readinessdesk.h"

#include <QAbstractTableModel>

namespace lectern
{

/// What a chart shows, as a table for those who read rather than look.
class FigureTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Cell {
        QString text;
        QVariant number{}; ///< behind the text, percent where it is a share; invalid where nothing is known
    };
    struct Column {
        QString title;
        bool words = false; ///< aligned where reading begins; figures are at the other end
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setTable(const QList<Column> &columns, const QList<QList<Cell>> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole is for people, Qt::UserRole the number.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
};

/// What the overview's tables are made from.
struct FigureSource {
    const Certification &certification;
    const Blueprint &blueprint;
    const ReadinessReport &report;
    const QList<RehearsalCheck> &rehearsals;
};

/// Where the columns of rowFigures() are.
struct RowColumn {
    enum { Code, Title, Weight, Expected, Range, Answers, Right, LastSeen, Lost };
};
/// Of the sections, or of what stands below them.
void rowFigures(FigureTable &table, const FigureSource &source, const QList<ReadinessRow> &rows);

/// Where the columns of uncountedFigures() are.
struct UncountedColumn {
    enum { Code, Title, Repeats, Aided };
};
/// The answers of each section that are no evidence. A table of their own: beside the others it is too wide for large
/// text.
void uncountedFigures(FigureTable &table, const FigureSource &source);

void trendFigures(FigureTable &table, const FigureSource &source);
void moveFigures(FigureTable &table, const FigureSource &source);

} // namespace lectern
