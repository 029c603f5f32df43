// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "monthdata.h"

#include <QWidget>

class QHelpEvent;

namespace lectern
{

class Theme;

/// A month of study days with their blocks, painted. One day is always selected; within it a block can be. Arrow keys
/// move, and each day and block is a child of its own to a screen reader (monthaccessible.h).
class MonthView : public QWidget
{
    Q_OBJECT
public:
    explicit MonthView(const Theme &theme, QWidget *parent = nullptr);

    void setData(const MonthData &data);
    const MonthData &data() const { return m_data; }

    /// Blocks as minutes and code only, for narrow windows and large text.
    void setCompact(bool compact);

    QDate selectedDate() const { return m_date; }
    int selectedEntry() const { return m_entry; } ///< index within the day, -1: the day itself
    /// Asks for the month if the date is not shown.
    void select(QDate date, int entry = -1);
    /// Selects a day and shows its month, even where the day is in sight as one of a neighbour.
    void turnTo(QDate date);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QRect dayRect(QDate date) const; ///< empty if not shown
    /// Empty where the day has more blocks than room.
    QRect entryRect(QDate date, int entry) const;

Q_SIGNALS:
    void selected(QDate date, int entry);
    void monthNeeded(QDate date); ///< a day outside of the data is wanted
    void dayOpened(QDate date, int entry);
    void dayEntered(QDate date, int entry); ///< opened by key: the focus goes along
    void doneWanted(lectern::BlockId id, bool done);
    void logWanted(QDate date, int entry);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Spot {
        QDate date;
        int entry = -1;
    };

    int headHeight() const;
    int stageWidth() const;
    int dayHeadHeight() const;
    int entryHeight() const;
    int entryGap() const;
    int rowHeight() const;
    int room() const; ///< blocks a day can show
    QRect cell(int week, int weekday) const;
    Spot at(QPoint position) const;
    QString tip(const Spot &spot) const;
    void announceFocus();
    bool moveBy(int key);
    bool actOnEntry(int key);
    const MonthData::Entry *current() const;

    void paintHead(QPainter &painter) const;
    void paintStage(QPainter &painter, int week) const;
    void paintDay(QPainter &painter, int week, int weekday) const;
    void paintDayHead(QPainter &painter, const MonthData::Day &day, const QRect &cell) const;
    void paintEntry(QPainter &painter, const MonthData::Day &day, int index, const QRect &box) const;

    const Theme &m_theme;
    MonthData m_data;
    QDate m_date;
    int m_entry = -1;
    QDate m_hovered;
    bool m_compact = false;
};

} // namespace lectern
