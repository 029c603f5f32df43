// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthview.h"

#include "theme.h"

#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int leastEntries = 3;
}

MonthView::MonthView(const Theme &theme, QWidget *parent)
    : CalendarView(theme, parent)
{
    setAccessibleName(tr("Study calendar"));
}

bool MonthView::keepsDay(const MonthData &before) const
{
    const MonthData::Day *day = data().day(selectedDate());
    return day && (before.month == data().month || day->inMonth);
}

void MonthView::turnTo(QDate date)
{
    if (date.isValid() && (date.year() != data().month.year() || date.month() != data().month.month()))
        Q_EMIT spanNeeded(date);
    select(date);
}

int MonthView::headHeight() const
{
    return QFontMetrics(theme().font(Theme::Role::Small)).height() + theme().px(space::s);
}

int MonthView::stageWidth() const
{
    return theme().px(compact() ? 52 : 112);
}

int MonthView::dayHeadHeight() const
{
    return QFontMetrics(theme().font(Theme::Role::Body)).height() + theme().px(5);
}

int MonthView::entryHeight() const
{
    return std::max(theme().px(19), QFontMetrics(theme().font(Theme::Role::Chip)).height() + 3);
}

int MonthView::entryGap() const
{
    return theme().px(2);
}

int MonthView::rowHeight() const
{
    const int least = dayHeadHeight() + leastEntries * (entryHeight() + entryGap()) + theme().px(2);
    const int weeks = std::max(1, int(data().weeks.size()));
    return std::max(least, (height() - headHeight() - 1) / weeks);
}

int MonthView::room() const
{
    return (rowHeight() - dayHeadHeight() - theme().px(2)) / (entryHeight() + entryGap());
}

QSize MonthView::minimumSizeHint() const
{
    const int least = dayHeadHeight() + leastEntries * (entryHeight() + entryGap()) + theme().px(2);
    const int weeks = std::max(1, int(data().weeks.size()));
    return {stageWidth() + 7 * theme().px(48), headHeight() + weeks * least + 1};
}

QSize MonthView::sizeHint() const
{
    return minimumSizeHint().expandedTo({theme().px(900), 0});
}

QRect MonthView::cell(int week, int weekday) const
{
    const int across = width() - stageWidth() - 1;
    const int left = stageWidth() + across * weekday / 7;
    const int right = stageWidth() + across * (weekday + 1) / 7;
    return {left, headHeight() + week * rowHeight(), right - left, rowHeight()};
}

QRect MonthView::dayRect(QDate date) const
{
    if (!data().day(date))
        return {};
    const auto index = static_cast<int>(data().firstDay().daysTo(date));
    return QStyle::visualRect(layoutDirection(), rect(), cell(index / 7, index % 7));
}

QRect MonthView::entryRect(QDate date, int entry) const
{
    const MonthData::Day *day = data().day(date);
    if (!day || entry < 0 || entry >= std::min(int(day->entries.size()), room()))
        return {};
    const QRect box = dayRect(date);
    const int side = theme().px(4);
    return {box.x() + side, box.y() + dayHeadHeight() + entry * (entryHeight() + entryGap()), box.width() - 2 * side,
        entryHeight()};
}

bool MonthView::moveBy(int key)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const MonthData::Day *day = data().day(selectedDate());
    const int last = day ? int(day->entries.size()) - 1 : -1;
    switch (key) {
    case Qt::Key_Left:
        select(selectedDate().addDays(-forward));
        return true;
    case Qt::Key_Right:
        select(selectedDate().addDays(forward));
        return true;
    case Qt::Key_Up:
        if (selectedEntry() >= 0)
            select(selectedDate(), selectedEntry() - 1);
        else
            select(selectedDate().addDays(-7));
        return true;
    case Qt::Key_Down:
        if (selectedEntry() >= 0)
            select(selectedDate(), std::min(selectedEntry() + 1, last));
        else
            select(selectedDate().addDays(7));
        return true;
    case Qt::Key_PageUp:
        turnTo(selectedDate().addMonths(-1));
        return true;
    case Qt::Key_PageDown:
        turnTo(selectedDate().addMonths(1));
        return true;
    case Qt::Key_Home:
        turnTo(data().today);
        return true;
    default:
        return false;
    }
}

} // namespace lectern
