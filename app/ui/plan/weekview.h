// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarview.h"

namespace lectern
{

/// A week as a timetable: seven columns of hours with the blocks at their times.
class WeekView : public CalendarView
{
    Q_OBJECT
public:
    explicit WeekView(const Theme &theme, QWidget *parent = nullptr);

    void setData(const MonthData &data) override;
    void setNow(QDate today, int minute); ///< where the line of the present lies
    void turnTo(QDate date) override;
    void turn(int pages) override { turnTo(selectedDate().addDays(7 * pages)); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QRect dayRect(QDate date) const override;
    QRect entryRect(QDate date, int entry) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool moveBy(int key) override;
    bool hasEdges() const override { return true; }
    int minuteAt(QPoint position) const override;

private:
    struct Lane {
        int lane = 0;
        int of = 1;
    };

    int gutter() const;
    int headHeight() const;
    double hourHeight() const;
    int yOf(int minute) const;
    QRect column(int weekday) const;
    QRect timeRect(const QRect &day, int from, int to) const;
    void paintHours(QPainter &painter) const;
    void paintDay(QPainter &painter, const MonthData::Day &day) const;
    void paintRing(QPainter &painter, const MonthData::Day &day) const;
    void paintDayHead(QPainter &painter, const MonthData::Day &day, const QRect &column) const;
    void paintBlock(QPainter &painter, const MonthData::Day &day, int index) const;
    void paintNow(QPainter &painter) const;
    void paintGhost(QPainter &painter) const;

    int m_firstHour = 8;
    int m_lastHour = 22;
    QDate m_today;
    int m_now = -1;
    std::array<QList<Lane>, 7> m_lanes; ///< of blocks that overlap
};

} // namespace lectern
