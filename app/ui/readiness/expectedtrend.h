// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trendstops.h"

#include <QPolygonF>
#include <QWidget>

namespace lectern
{

class Theme;

/// The expected score by day with its 80 % band, rehearsals at their scores, and the forecast to the exam. Left and
/// right walk through the days. Where text runs from the right, so does time.
class ExpectedTrend : public QWidget
{
    Q_OBJECT
public:
    explicit ExpectedTrend(const Theme &theme, QWidget *parent = nullptr);

    void showReport(const ReadinessReport &report, const QList<RehearsalCheck> &rehearsals, int targetPercent);

    const QList<TrendStop> &stops() const { return m_stops; }
    int current() const { return m_current; } ///< that the keys are at; -1: none
    /// Where a stop is drawn: a rehearsal at its score, others at the expected one.
    QPointF place(qsizetype index) const;
    /// As drawn: the line through the days, and the band's edges from the first day to today.
    QPolygonF line() const;
    QPolygonF edge(bool upper) const;
    double shareAt(double y) const; ///< 0-1, what a height of the chart means

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Scale {
        int low = 0; ///< percent
        int high = 100;
    };

    void rescale();
    void describe(const ReadinessReport &report);
    void go(int index);
    QRectF plot() const;
    double x(QDate day) const;
    double y(double share) const;
    void paintScale(QPainter &painter) const;
    void paintDays(QPainter &painter) const;
    void paintTarget(QPainter &painter) const;
    void paintBand(QPainter &painter, const QPolygonF &upper, const QPolygonF &lower, int opacity) const;
    void paintExpected(QPainter &painter) const;
    void paintForecast(QPainter &painter) const;
    void paintRehearsal(QPainter &painter, qsizetype index) const;
    void paintCurrent(QPainter &painter) const;

    const Theme &m_theme;
    QList<TrendStop> m_stops;
    QDate m_today;
    double m_target = 0.7;
    Scale m_scale;
    int m_current = -1;
};

} // namespace lectern
