// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examwords.h"

#include <QAbstractButton>
#include <QList>

namespace lectern
{

class Theme;

/// One position of a form. States differ by border and glyph, not by hue.
class PositionCell : public QAbstractButton
{
    Q_OBJECT
public:
    PositionCell(const Theme &theme, int position, QWidget *parent);

    void setState(Mark mark, bool flagged);
    void setCurrent(bool current);
    Mark mark() const { return m_mark; }
    bool flagged() const { return m_flagged; }
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

    const Theme &m_theme;
    int m_position;
    Mark m_mark = Mark::Unseen;
    bool m_flagged = false;
    bool m_current = false;
};

/// All positions of a form in rows. The cells are made once for a form; moving on only repaints the two that differ.
class PositionGrid : public QWidget
{
    Q_OBJECT
public:
    enum class Filter { All, Blank, Flagged };

    explicit PositionGrid(const Theme &theme, QWidget *parent = nullptr);

    void setCount(int count);
    void setState(int position, Mark mark, bool flagged);
    void setCurrent(int position);
    /// Positions that do not match are not shown; Blank means every position without an answer.
    void setFilter(Filter filter);
    int count(Mark mark) const;
    int flaggedCount() const;
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
    bool matches(const PositionCell &cell) const;
    int columns(int width) const;
    QList<PositionCell *> shown() const;
    void place();
    void moveFocus(int position, int key);

    const Theme &m_theme;
    QList<PositionCell *> m_cells;
    Filter m_filter = Filter::All;
    int m_current = -1;
};

} // namespace lectern
