// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarview.h"

class QScrollArea;

namespace lectern
{

/// The whole plan on one wall: a row a week, grouped by stage, each block a bar as long as its minutes on one scale.
class WallView : public CalendarView
{
    Q_OBJECT
public:
    explicit WallView(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QRect dayRect(QDate date) const override;
    QRect entryRect(QDate date, int entry) const override;

    int headHeight() const;
    /// Weekdays over the columns, on whatever stands above.
    void paintHead(QPainter &painter, int height, Qt::LayoutDirection direction) const;
    static QString hoursText(const MonthData::Week &week, QDate today, bool compact);

    void setData(const MonthData &data) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool moveBy(int key) override;
    int daysDown() const override { return 7; }

private:
    int stageWidth() const;
    int weekWidth() const;
    int hoursWidth() const;
    int numberWidth() const;
    int leastRowHeight() const;
    int rowHeight() const;
    void measure();
    QRect cell(int week, int weekday) const;
    void paintWeek(QPainter &painter, int week) const;
    void paintStages(QPainter &painter, const QRect &exposed) const;
    void paintDay(QPainter &painter, const MonthData::Day &day) const;
    void paintBar(QPainter &painter, const MonthData::Day &day, int index) const;
    QRect mirrored(const QRect &box) const;

    std::array<int, 8> m_edges{}; ///< of the columns of days
    double m_scale = 0;           ///< pixels a minute
};

/// The wall in an area that scrolls under the names of the weekdays.
class WallPanel : public QWidget
{
    Q_OBJECT
public:
    WallPanel(WallView *wall, const Theme &theme, QWidget *parent = nullptr);

private:
    QScrollArea *m_area;
};

} // namespace lectern
