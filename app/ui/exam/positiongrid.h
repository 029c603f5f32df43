// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seatwords.h"

#include <QAbstractButton>
#include <QList>

namespace lectern
{

class Theme;

/// One position of a form. States differ by border and sign, not by hue.
class PositionCell : public QAbstractButton
{
    Q_OBJECT
public:
    PositionCell(const Theme &theme, int position, QWidget *parent);

    void setMarks(const SeatMarks &marks);
    void setCurrent(bool current);
    const SeatMarks &marks() const { return m_marks; }
    bool current() const { return m_current; }
    int position() const { return m_position; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void arrowPressed(int position, int key);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rename();
    void paintBox(QPainter &painter, qreal unit) const;
    void paintBox(QPainter &painter, qreal unit, Mark mark) const;
    void paintSigns(QPainter &painter) const;

    const Theme &m_theme;
    int m_position;
    SeatMarks m_marks;
    bool m_current = false;
};

/// All positions of a form in rows. The cells are made once for a form; moving on only repaints the two that differ.
class PositionGrid : public QWidget
{
    Q_OBJECT
public:
    enum class Filter { All, Blank, Flagged, Unsure };

    explicit PositionGrid(const Theme &theme, QWidget *parent = nullptr);

    void setCount(int count);
    void setMarks(int position, const SeatMarks &marks);
    void setCurrent(int position);
    /// Positions that do not match are not shown; Blank means every position without a whole answer.
    void setFilter(Filter filter);
    int size() const { return int(m_cells.size()); }
    int count(Filter filter) const;
    int count(Mark mark) const;
    int count(bool SeatMarks::*mark) const;
    PositionCell *cell(int position) const { return m_cells.at(position); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int position);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static bool matches(const SeatMarks &marks, Filter filter);
    int columns(int width) const;
    QList<PositionCell *> shown() const;
    void place();
    void moveFocus(int position, int key);
    static void follow(PositionCell *before, PositionCell *cell);

    const Theme &m_theme;
    QList<PositionCell *> m_cells;
    Filter m_filter = Filter::All;
    int m_current = -1;
};

} // namespace lectern
