// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSortFilterProxyModel>

namespace lectern
{

/// Every attempt that ended, as a table, newest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, What, Result, Range, Used, Extra, Mark, ColumnCount };
    enum Role {
        ShareRole = Qt::UserRole ///< of Result: 0-1; invalid where there is no result
    };
    struct Row {
        ReportDesk::Past past;
        QString title;
        QDateTime started; ///< local

        bool hasResult() const { return !past.abandoned && !past.damaged && past.total > 0; }
        double share() const { return double(past.right) / past.total; }
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<Row> &rows); ///< newest first
    const Row &row(int index) const { return m_rows.at(index); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Spoken and shown for a whole row: "Drill: missed, 17 November 2026 20:00, 9 of 12 …".
    static QString sentence(const Row &row);

private:
    QList<Row> m_rows;
};

/// What of the history is wanted.
class HistoryFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setMode(std::optional<AttemptMode> mode);
    void setFrom(QDate from); ///< invalid: from the first on
    void setText(const QString &text);
    const HistoryModel::Row &row(int index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<AttemptMode> m_mode;
    QDate m_from;
    QString m_text;
};

} // namespace lectern
