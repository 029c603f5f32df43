// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis.h"

#include <QAbstractTableModel>
#include <QWidget>

namespace lectern
{

class Theme;

/// How many questions had an answer after how long, and how many an even pace would have had.
struct PaceData {
    QList<Analysis::Pace> pace;
    int questions = 0;
    qint64 limitMs = 0; ///< the time that was given; 0: none, then there is no even pace
    int slowest = -1;   ///< position that took longest, to be named; -1: none
    qint64 slowestMs = 0;
    qint64 slowestAtMs = 0; ///< when it was left

    qint64 endMs() const; ///< what the axis ends at
    int answeredAt(qint64 ms) const;
    double evenAt(qint64 ms) const; ///< questions
};

/// That as a line against the even pace.
class PaceChart : public QWidget
{
    Q_OBJECT
public:
    explicit PaceChart(const Theme &theme, QWidget *parent = nullptr);
    void set(const PaceData &pace);
    const PaceData &pace() const { return m_data; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect plot() const;
    QPointF at(qint64 ms, double answered) const;
    void paintAxes(QPainter &painter) const;
    void paintLine(QPainter &painter) const;

    const Theme &m_theme;
    PaceData m_data;
};

/// The same as a table.
class PaceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Minutes, Answered, Even, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void set(const PaceData &pace);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    PaceData m_data;
    QList<qint64> m_times;
};

} // namespace lectern
