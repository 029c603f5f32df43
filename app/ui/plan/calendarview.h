// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "monthdata.h"

#include <QHash>
#include <QPixmap>
#include <QWidget>

class QScrollArea;

namespace lectern
{

class Theme;

/// What a person wants done to the selected block, or with the copied one on the selected day.
enum class BlockAct { Done, Partly, Log, Pin, Split, Copy, Paste, Remove };

/// A painted calendar of study days with their blocks: what its four views share. One day is always selected; within it
/// a block can be. Each day and block is a child of its own to a screen reader (calendaraccessible.h). A view changes
/// nothing itself: it asks by its signals, whether a key was struck or something was dragged.
class CalendarView : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarView(const Theme &theme, QWidget *parent = nullptr);

    virtual void setData(const MonthData &data);
    const MonthData &data() const { return m_data; }

    /// For narrow windows and large text: minutes and code only.
    virtual void setCompact(bool compact);

    QDate selectedDate() const { return m_date; }
    int selectedEntry() const { return m_entry; } ///< index within the day, -1: the day itself
    const MonthData::Entry *current() const;      ///< the selected block, null for none
    /// Asks for the days around it if the date is not shown.
    void select(QDate date, int entry = -1);
    void selectBlock(const Block &block);
    /// Selects a day where the view shows it best.
    virtual void turnTo(QDate date) { select(date); }
    /// To the page before (-1) or behind (1), where the view has pages.
    virtual void turn(int pages) { Q_UNUSED(pages) }

    virtual QRect dayRect(QDate date) const = 0; ///< empty if not shown
    /// Empty where the day has more blocks than room.
    virtual QRect entryRect(QDate date, int entry) const = 0;

    bool dragging() const { return m_drag.begun; }

Q_SIGNALS:
    void selected(QDate date, int entry);
    void spanNeeded(QDate date); ///< a day outside of the data is wanted
    void dayOpened(QDate date, int entry);
    void dayEntered(QDate date, int entry); ///< opened by key: the focus goes along
    void startWanted(lectern::BlockId id);
    void doneWanted(lectern::BlockId id, bool done);
    void actWanted(lectern::BlockAct act);
    void menuWanted(QPoint global);
    /// `start` -1: only the day was named.
    void moveWanted(lectern::BlockId id, QDate date, int start, bool copy);
    void stepWanted(lectern::BlockId id, int minutes); ///< earlier or later on its day
    void lengthWanted(lectern::BlockId id, int minutes);

protected:
    struct Spot {
        QDate date;
        int entry = -1;
        bool edge = false; ///< the lower edge of the block, which changes its length
    };
    struct Drag {
        enum Act { Move, Copy, Length };
        bool pressed = false;
        bool begun = false;
        Act act = Move;
        Block block;
        QPoint from;
        int grip = 0; ///< minutes between the block's start and where it was taken
        QDate date;
        int start = -1;
        int minutes = 0;
        bool refused = false;

        bool operator==(const Drag &) const = default;
    };

    /// Minute of the day at a position, -1 where the view has no hours.
    virtual int minuteAt(QPoint position) const;
    virtual bool hasEdges() const { return false; }
    /// Moves the selection; false for a key that means nothing here.
    virtual bool moveBy(int key) = 0;
    /// Days by which Alt+Up and Alt+Down move a block; 0: they move it within its day.
    virtual int daysDown() const { return 0; }
    Spot at(QPoint position) const;
    const Drag &drag() const { return m_drag; }
    bool isSelected(QDate date, int entry) const { return date == m_date && entry == m_entry; }
    QDate hoveredDay() const { return m_hovered; }
    bool compact() const { return m_compact; }
    const Theme &theme() const { return m_theme; }

    /// An icon at `size` logical pixels, drawn once.
    const QPixmap &mark(const QString &icon, const QColor &color, int size) const;
    /// Ring and figures where a dragged block would come to.
    void paintDrop(QPainter &painter) const;
    /// Tick, half disc and pin at the trailing end of `box`; returns the width they take.
    int paintMarks(QPainter &painter, const MonthData::Entry &entry, const QRect &box, const QColor &color) const;
    /// Fill and outline by what became of the block; `solid`: done ones are filled with their colour.
    void paintShape(QPainter &painter, const MonthData::Entry &entry, const QRect &box, bool solid, bool lined) const;
    void paintChip(QPainter &painter, const QRect &chip, const QString &code, int domain) const;
    static void hatch(QPainter &painter, const QRect &box, const QColor &color, int step);

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    /// The day to select when the data changed so much that the selected one is gone.
    virtual bool keepsDay(const MonthData &before) const;

private:
    void drawShape(QPainter &painter, const MonthData::Entry &entry, const QRectF &box, bool solid, bool lined) const;
    QString tip(const Spot &spot) const;
    void announceFocus();
    bool actOnEntry(int key);
    bool actOnDay(int key);
    bool edit(const QKeyEvent &event);
    void openMenu();
    void startDrag(const QMouseEvent &event);
    void dragTo(const QMouseEvent &event);
    void endDrag();
    int dropMinutes(const MonthData::Day &day) const; ///< of the day when the block is dropped
    QString dropText(const MonthData::Day &day) const;
    QFont dropFont() const;
    QRect dropTag() const; ///< where the figures of a drag stand
    /// All that a drag paints, so that no more than this is painted anew with each step.
    QRect dropArea() const;

    const Theme &m_theme;
    MonthData m_data;
    QDate m_date;
    int m_entry = -1;
    QDate m_hovered;
    bool m_compact = false;
    Drag m_drag;
    mutable QHash<QString, QPixmap> m_marks;
    mutable QHash<QString, QPixmap> m_shapes; ///< of blocks, by look and size
};

/// Scrolls every area that the widget lies in until `box` (of the widget) is seen.
void reveal(QWidget &widget, const QRect &box);

} // namespace lectern
