// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firstseen.h"

#include <QAbstractTableModel>

namespace lectern
{

/// What the radar and the topic cells show, as a table for those who read rather than look.
class AccuracyModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Title, Weight, Answers, Right, FirstSeen, Range, PointsLost, ColumnCount };

    struct Row {
        QString code;
        QString title;
        SectionAccuracy accuracy;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<Row> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole is for people; Qt::UserRole is the number behind it, percent where it is a share, a QPointF for
    /// both ends of the range, and invalid where nothing is known.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant number(const Row &row, int column) const;

    QList<Row> m_rows;
};

} // namespace lectern
