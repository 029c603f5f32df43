// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

namespace lectern
{

class Theme;

/// Results over time: a dot for each, a diamond for a rehearsal, an 80 % interval where there were questions enough,
/// and the mean of the latest few. Counts of what happened, not a forecast; the table below it holds the same.
class TrendChart : public QWidget
{
    Q_OBJECT
public:
    struct Point {
        QDateTime at;
        int right = 0;
        int total = 1;
        bool rehearsal = false;
        bool sealed = false; ///< a hollow diamond otherwise

        double share() const { return double(right) / total; }
    };

    explicit TrendChart(const Theme &theme, QWidget *parent = nullptr);

    /// In order of time. `target` 0-1.
    void setPoints(const QList<Point> &points, double target);
    /// Right of all answers of the latest attempts up to the one at `index`.
    double mean(qsizetype index) const;
    /// Where a point is drawn.
    QPointF place(qsizetype index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double y(double share) const;
    void paintAxes(QPainter &painter) const;
    void paintPoint(QPainter &painter, qsizetype index) const;

    const Theme &m_theme;
    QList<Point> m_points;
    double m_target = 0.7;
};

} // namespace lectern
