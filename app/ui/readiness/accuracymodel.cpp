// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracymodel.h"

#include <QLocale>
#include <QPointF>

namespace lectern
{

void AccuracyModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AccuracyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AccuracyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AccuracyModel::number(const Row &row, int column) const
{
    const SectionAccuracy &accuracy = row.accuracy;
    const bool known = accuracy.answers > 0;
    switch (column) {
    case Weight:
        return accuracy.weight;
    case Answers:
        return accuracy.answers;
    case Right:
        return known ? QVariant(accuracy.right) : QVariant();
    case FirstSeen:
        return known ? QVariant(100 * accuracy.share()) : QVariant();
    case Range:
        return known ? QVariant(QPointF(100 * accuracy.interval.low, 100 * accuracy.interval.high)) : QVariant();
    case PointsLost:
        return accuracy.pointsLost;
    default:
        return {};
    }
}

QVariant AccuracyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const int column = index.column();
    if (role == Qt::UserRole)
        return number(row, column);
    if (role == Qt::TextAlignmentRole && column > Title)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};

    if (column == Code)
        return row.code;
    if (column == Title)
        return row.title;
    const QVariant value = number(row, column);
    if (!value.isValid())
        return tr("–", "no answers yet");
    switch (column) {
    case Answers:
    case Right:
        return QLocale().toString(value.toInt());
    case PointsLost:
        return QLocale().toString(value.toDouble(), 'f', 1);
    case Range:
        return tr("%1–%2 %").arg(
            QLocale().toString(qRound(value.toPointF().x())), QLocale().toString(qRound(value.toPointF().y())));
    default:
        return tr("%1 %").arg(QLocale().toString(qRound(value.toDouble())));
    }
}

QVariant AccuracyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section > Title ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Code:
        return tr("Code");
    case Title:
        return tr("Name");
    case Weight:
        return tr("Weight");
    case Answers:
        return tr("Answers");
    case Right:
        return tr("Right");
    case FirstSeen:
        return tr("First seen");
    case Range:
        return tr("80 % range");
    case PointsLost:
        return tr("Lost");
    default:
        return {};
    }
}

} // namespace lectern
