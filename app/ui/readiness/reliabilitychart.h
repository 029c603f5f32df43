// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration.h"

#include <QAbstractTableModel>
#include <QWidget>

namespace lectern
{

class Theme;

/// What was expected against what came: a point for each bin with its 80 % interval, larger for more answers, and the
/// diagonal on which all would lie. Arrow keys go from point to point.
class ReliabilityChart : public QWidget
{
    Q_OBJECT
public:
    explicit ReliabilityChart(const Theme &theme, QWidget *parent = nullptr);

    void setBins(const QList<ReliabilityBin> &bins);
    QPointF place(qsizetype bin) const; ///< where its point is drawn
    double radius(qsizetype bin) const; ///< of the point
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(int bin); ///< -1: none

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF plot() const;
    QPointF at(double expected, double share) const;
    void setCurrent(int bin);
    void paintAxes(QPainter &painter) const;
    void paintBin(QPainter &painter, qsizetype index) const;

    const Theme &m_theme;
    QList<ReliabilityBin> m_bins;
    double m_low = 0; ///< where both axes begin, 0-1
    int m_current = -1;
};

/// The same as a table.
class ReliabilityModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Expected, Answers, Right, Share, Range, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setBins(const QList<ReliabilityBin> &bins);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ReliabilityBin> m_bins;
};

} // namespace lectern
