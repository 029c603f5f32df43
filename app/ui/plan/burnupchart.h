// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feasibility.h"

#include <QWidget>

namespace lectern
{

class Theme;

/// Hours studied so far against the plan, and where the pace leads: three lines that differ by stroke.
class BurnUpChart : public QWidget
{
    Q_OBJECT
public:
    explicit BurnUpChart(const Theme &theme, QWidget *parent = nullptr);

    void set(const BurnUp &burn, QDate today);
    const BurnUp &burn() const { return m_burn; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect plot() const;
    QPointF at(QDate day, double minutes) const;
    int mostMinutes() const;
    void paintAxes(QPainter &painter) const;
    void paintLine(QPainter &painter, const QList<BurnUp::Point> &points, const QPen &pen) const;
    void paintNow(QPainter &painter) const;

    const Theme &m_theme;
    BurnUp m_burn;
    QDate m_today;
};

/// Minutes of the line at the end of that day; nothing outside of it.
std::optional<int> minutesAt(const QList<BurnUp::Point> &points, QDate day);

} // namespace lectern
