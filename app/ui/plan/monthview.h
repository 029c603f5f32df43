// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarview.h"

namespace lectern
{

/// A month of study days, week by week with the stage of the path it belongs to.
class MonthView : public CalendarView
{
    Q_OBJECT
public:
    explicit MonthView(const Theme &theme, QWidget *parent = nullptr);

    /// Selects a day and shows its month, even where the day is in sight as one of a neighbour.
    void turnTo(QDate date) override;
    void turn(int pages) override { turnTo(selectedDate().addMonths(pages)); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QRect dayRect(QDate date) const override;
    QRect entryRect(QDate date, int entry) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool moveBy(int key) override;
    int daysDown() const override { return 7; }
    bool keepsDay(const MonthData &before) const override;

private:
    int headHeight() const;
    int stageWidth() const;
    int dayHeadHeight() const;
    int entryHeight() const;
    int entryGap() const;
    int rowHeight() const;
    int room() const; ///< blocks a day can show
    QRect cell(int week, int weekday) const;

    void paintHead(QPainter &painter) const;
    void paintStage(QPainter &painter, int week) const;
    void paintDay(QPainter &painter, int week, int weekday) const;
    void paintDayHead(QPainter &painter, const MonthData::Day &day, const QRect &cell) const;
    void paintEntry(QPainter &painter, const MonthData::Day &day, int index, const QRect &box) const;
};

} // namespace lectern
