// SPDX-License-Identifier: GPL-3.0-or-later
#include "positiongrid.h"

#include "seatmark.h"
#include "theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

// A cell's box is 29 px; the rest is room for the ring of the current one and for the flag.
constexpr int cellSide = 35;
constexpr int wideColumns = 6;

} // namespace

PositionCell::PositionCell(const Theme &theme, int position, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_position(position)
{
    setText(QLocale().toString(position + 1));
    setFocusPolicy(Qt::NoFocus);
    rename();
}

void PositionCell::setMarks(const SeatMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    rename();
    update();
}

void PositionCell::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    // One cell takes part in tabbing; the arrows reach the others.
    setFocusPolicy(current ? Qt::TabFocus : Qt::NoFocus);
    rename();
    update();
}

QSize PositionCell::sizeHint() const
{
    return {m_theme.px(cellSide), m_theme.px(cellSide)};
}

void PositionCell::rename()
{
    const QString name = positionName(m_position, m_marks);
    setAccessibleName(m_current ? tr("%1, current").arg(name) : name);
    setToolTip(name);
}

bool PositionCell::event(QEvent *event)
{
    // The page's Enter means "next question"; on a cell it means "go there".
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void PositionCell::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT arrowPressed(m_position, event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void PositionCell::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = m_theme.px(100) / 100.0;
    paintBox(painter, unit);
    if (m_current || hasFocus()) {
        painter.setPen(QPen(hasFocus() ? t.text : t.accent, 2 * unit));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 6 * unit, 6 * unit);
    }
    QFont font = m_theme.font(Theme::Role::Small);
    font.setBold(m_marks.mark == Mark::Answered || m_current);
    painter.setFont(font);
    painter.setPen((m_marks.mark == Mark::Unseen && !m_current) || m_marks.frozen ? t.muted : t.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
    paintSigns(painter);
}

void PositionCell::paintBox(QPainter &painter, qreal unit) const
{
    if (m_marks.mark == Mark::Incomplete) {
        // Below the middle as if answered, above it as if blank.
        paintBox(painter, unit, Mark::Blank);
        painter.save();
        painter.setClipRect(QRectF(0, height() / 2.0, width(), height() / 2.0));
        paintBox(painter, unit, Mark::Answered);
        painter.restore();
        return;
    }
    paintBox(painter, unit, m_marks.mark);
}

void PositionCell::paintBox(QPainter &painter, qreal unit, Mark mark) const
{
    const Tokens &t = m_theme.tokens();
    const bool answered = mark == Mark::Answered;
    QPen pen(t.edge, unit);
    QColor fill = t.surface;
    if (answered) {
        pen = QPen(m_marks.frozen ? t.edge : t.accent, 2 * unit);
        fill = t.accentSoft;
    } else if (mark == Mark::Blank) {
        pen = QPen(t.text, 1.5 * unit, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.5, 2});
        fill = t.raised;
    }
    if (m_marks.frozen)
        fill = t.sunken;
    else if (isDown())
        fill = t.track;
    else if (underMouse() && !answered)
        fill = t.sunken;
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit), 4 * unit, 4 * unit);
}

void PositionCell::paintSigns(QPainter &painter) const
{
    // A sign in each corner, so that none hides another.
    const int sign = m_theme.px(11);
    const int round = m_theme.px(13);
    const int right = width() - sign;
    const int bottom = height() - sign;
    if (m_marks.flagged)
        paintSeatMark(painter, m_theme, SeatMark::Flagged, QRect(right, 0, sign, sign));
    if (m_marks.unsure)
        paintSeatMark(painter, m_theme, SeatMark::Unsure, QRect(width() - round, height() - round, round, round));
    if (m_marks.unread)
        paintSeatMark(painter, m_theme, SeatMark::Unread, QRect(0, bottom, sign, sign));
    if (m_marks.frozen)
        paintSeatMark(painter, m_theme, SeatMark::Locked, QRect(0, 0, sign, sign));
}

PositionGrid::PositionGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Questions"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCount(1); // it holds the place among what Tab comes to; the cells made later follow it
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

void PositionGrid::follow(PositionCell *before, PositionCell *cell)
{
    // Qt orders only what Tab comes to, which a cell is while it is the current one.
    before->setFocusPolicy(Qt::TabFocus);
    cell->setFocusPolicy(Qt::TabFocus);
    setTabOrder(before, cell);
    before->setFocusPolicy(before->current() ? Qt::TabFocus : Qt::NoFocus);
    cell->setFocusPolicy(Qt::NoFocus);
}

void PositionGrid::setCount(int count)
{
    while (m_cells.size() > count)
        delete m_cells.takeLast();
    while (m_cells.size() < count) {
        auto *cell = new PositionCell(m_theme, int(m_cells.size()), this);
        connect(cell, &QAbstractButton::clicked, this, [this, cell] { Q_EMIT chosen(cell->position()); });
        connect(cell, &PositionCell::arrowPressed, this, &PositionGrid::moveFocus);
        if (!m_cells.isEmpty())
            follow(m_cells.constLast(), cell);
        m_cells << cell;
    }
    m_current = -1;
    for (PositionCell *cell : std::as_const(m_cells))
        cell->setCurrent(false);
    place();
    updateGeometry();
}

void PositionGrid::setMarks(int position, const SeatMarks &marks)
{
    PositionCell *cell = m_cells.at(position);
    if (cell->marks() == marks)
        return;
    const bool before = matches(cell->marks(), m_filter);
    cell->setMarks(marks);
    if (matches(marks, m_filter) != before)
        place();
}

void PositionGrid::setCurrent(int position)
{
    if (position == m_current)
        return;
    if (m_current >= 0 && m_current < m_cells.size())
        m_cells.at(m_current)->setCurrent(false);
    m_current = position;
    m_cells.at(position)->setCurrent(true);
}

void PositionGrid::setFilter(Filter filter)
{
    m_filter = filter;
    place();
    updateGeometry();
}

int PositionGrid::count(Filter filter) const
{
    return int(std::count_if(
        m_cells.begin(), m_cells.end(), [filter](const PositionCell *cell) { return matches(cell->marks(), filter); }));
}

int PositionGrid::count(Mark mark) const
{
    return int(std::count_if(
        m_cells.begin(), m_cells.end(), [mark](const PositionCell *cell) { return cell->marks().mark == mark; }));
}

int PositionGrid::count(bool SeatMarks::*mark) const
{
    return int(std::count_if(
        m_cells.begin(), m_cells.end(), [mark](const PositionCell *cell) { return cell->marks().*mark; }));
}

bool PositionGrid::matches(const SeatMarks &marks, Filter filter)
{
    switch (filter) {
    case Filter::Blank:
        return marks.mark != Mark::Answered;
    case Filter::Flagged:
        return marks.flagged;
    case Filter::Unsure:
        return marks.unsure;
    case Filter::All:
        break;
    }
    return true;
}

QList<PositionCell *> PositionGrid::shown() const
{
    QList<PositionCell *> cells;
    std::copy_if(m_cells.begin(), m_cells.end(), std::back_inserter(cells),
        [this](const PositionCell *cell) { return matches(cell->marks(), m_filter); });
    return cells;
}

int PositionGrid::columns(int width) const
{
    return std::max(1, width / m_theme.px(cellSide));
}

int PositionGrid::heightForWidth(int width) const
{
    // The height is that of all positions, so that a filter moves nothing below the grid.
    const int across = columns(width);
    const int rows = (int(m_cells.size()) + across - 1) / across;
    return rows * m_theme.px(cellSide);
}

QSize PositionGrid::sizeHint() const
{
    const int width = wideColumns * m_theme.px(cellSide);
    return {width, heightForWidth(width)};
}

QSize PositionGrid::minimumSizeHint() const
{
    return {m_theme.px(cellSide), m_theme.px(cellSide)};
}

void PositionGrid::resizeEvent(QResizeEvent *)
{
    place();
}

void PositionGrid::place()
{
    const int across = columns(width());
    const int side = m_theme.px(cellSide);
    int index = 0;
    for (PositionCell *cell : std::as_const(m_cells)) {
        const bool visible = matches(cell->marks(), m_filter);
        cell->setVisible(visible);
        if (!visible)
            continue;
        const int column = isRightToLeft() ? across - 1 - index % across : index % across;
        cell->setGeometry(column * side, index / across * side, side, side);
        ++index;
    }
}

void PositionGrid::moveFocus(int position, int key)
{
    const QList<PositionCell *> cells = shown();
    const qsizetype from = cells.indexOf(m_cells.at(position));
    const int across = columns(width());
    const int forward = isRightToLeft() ? -1 : 1;
    qsizetype to = from;
    switch (key) {
    case Qt::Key_Left:
        to -= forward;
        break;
    case Qt::Key_Right:
        to += forward;
        break;
    case Qt::Key_Up:
        to -= across;
        break;
    case Qt::Key_Down:
        to += across;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    default:
        to = cells.size() - 1;
    }
    if (to >= 0 && to < cells.size())
        cells.at(to)->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
