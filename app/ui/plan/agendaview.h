// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarview.h"

namespace lectern
{

/// The whole plan as a list by day, a row a block; days without study are told together.
class AgendaView : public CalendarView
{
    Q_OBJECT
public:
    explicit AgendaView(const Theme &theme, QWidget *parent = nullptr);

    void setData(const MonthData &data) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QRect dayRect(QDate date) const override; ///< head and rows; of a day told with others its share of their row
    QRect entryRect(QDate date, int entry) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool moveBy(int key) override;

private:
    /// Days that have one place in the list: one with its blocks, or several without.
    struct Item {
        QDate first;
        int days = 1;
        int rows = 0;
        int row = 0;  ///< rows above it
        int item = 0; ///< items above it
    };
    struct Columns {
        int chip, length, kind, title, state;
    };

    int headHeight() const;
    int rowHeight() const;
    int gap() const; ///< above each item
    int topOf(const Item &item) const;
    const Item *itemOf(QDate date) const;
    Columns columns() const;
    void layOut();
    void step(int rows);
    void paintItem(QPainter &painter, const Item &item, const Columns &columns) const;
    void paintRow(QPainter &painter, const MonthData::Day &day, int index, const Columns &columns) const;

    QList<Item> m_items;
    QList<int> m_itemOfDay;
};

} // namespace lectern
