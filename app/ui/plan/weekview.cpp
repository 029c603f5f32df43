// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekview.h"

#include "theme.h"

#include <QStyle>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{
constexpr int leastHourHeight = 30;
constexpr int morning = 8;
constexpr int night = 22;
} // namespace

WeekView::WeekView(const Theme &theme, QWidget *parent)
    : CalendarView(theme, parent)
{
    setAccessibleName(tr("Week"));
}

void WeekView::setData(const MonthData &data)
{
    m_firstHour = morning;
    m_lastHour = night;
    m_lanes = {};
    for (const MonthData::Week &week : data.weeks) {
        for (std::size_t i = 0; i < week.days.size(); ++i) {
            const QList<MonthData::Entry> &entries = week.days[i].entries;
            QList<int> ends;
            qsizetype cluster = 0;
            for (qsizetype entry = 0; entry < entries.size(); ++entry) {
                const Block &block = entries[entry].block;
                m_firstHour = std::min(m_firstHour, block.startMinute / 60);
                m_lastHour = std::max(m_lastHour, std::min(24, (block.endMinute() + 59) / 60));
                if (!ends.isEmpty() && *std::max_element(ends.cbegin(), ends.cend()) <= block.startMinute) {
                    ends.clear();
                    cluster = entry;
                }
                const auto free =
                    std::find_if(ends.begin(), ends.end(), [&block](int end) { return end <= block.startMinute; });
                const auto lane = static_cast<int>(free - ends.begin());
                if (free == ends.end())
                    ends.append(block.endMinute());
                else
                    *free = block.endMinute();
                m_lanes[i].append({lane, 1});
                for (qsizetype other = cluster; other <= entry; ++other)
                    m_lanes[i][other].of = static_cast<int>(ends.size());
            }
        }
    }
    m_today = data.today;
    m_now = data.nowMinute;
    CalendarView::setData(data);
}

void WeekView::setNow(QDate today, int minute)
{
    m_today = today;
    m_now = minute;
    update();
}

void WeekView::turnTo(QDate date)
{
    if (date.isValid() && !data().day(date))
        Q_EMIT spanNeeded(date);
    select(date);
}

int WeekView::gutter() const
{
    return QFontMetrics(theme().font(Theme::Role::Small)).horizontalAdvance(clockText(20 * 60)) + theme().px(space::s);
}

int WeekView::headHeight() const
{
    return QFontMetrics(theme().font(Theme::Role::Body)).height() +
           QFontMetrics(theme().font(Theme::Role::Small)).height() + theme().px(space::s);
}

double WeekView::hourHeight() const
{
    const int hours = m_lastHour - m_firstHour;
    return std::max(double(theme().px(leastHourHeight)), double(height() - headHeight() - 1) / hours);
}

int WeekView::yOf(int minute) const
{
    return headHeight() + int(std::lround((minute - m_firstHour * 60) * hourHeight() / 60));
}

QRect WeekView::column(int weekday) const
{
    const int across = width() - gutter() - 1;
    const int left = gutter() + across * weekday / 7;
    const int right = gutter() + across * (weekday + 1) / 7;
    return {left, 0, right - left, yOf(m_lastHour * 60)};
}

QRect WeekView::dayRect(QDate date) const
{
    if (!data().day(date))
        return {};
    return QStyle::visualRect(layoutDirection(), rect(), column(date.dayOfWeek() - 1));
}

QRect WeekView::timeRect(const QRect &day, int from, int to) const
{
    const int top = std::max(yOf(from), headHeight());
    const int bottom = std::min(yOf(to), yOf(m_lastHour * 60));
    return {day.left() + 1, top, day.width() - 1, bottom - top};
}

QRect WeekView::entryRect(QDate date, int entry) const
{
    const MonthData::Day *day = data().day(date);
    const auto weekday = static_cast<std::size_t>(date.dayOfWeek() - 1);
    if (!day || entry < 0 || entry >= day->entries.size() || entry >= m_lanes[weekday].size())
        return {};
    const Block &block = day->entries[entry].block;
    const int side = theme().px(3);
    QRect box = timeRect(dayRect(date), block.startMinute, block.endMinute()).adjusted(side, 1, -side, -1);
    box.setHeight(std::max(box.height(), theme().px(space::s)));
    const Lane lane = m_lanes[weekday][entry];
    const int width = box.width() / lane.of;
    const QRect part(box.left() + lane.lane * width, box.top(), width - (lane.of > 1 ? 1 : 0), box.height());
    return QStyle::visualRect(layoutDirection(), box, part);
}

int WeekView::minuteAt(QPoint position) const
{
    const int minute = m_firstHour * 60 + int(std::lround((position.y() - headHeight()) * 60 / hourHeight()));
    return std::clamp(minute, 0, 24 * 60);
}

QSize WeekView::minimumSizeHint() const
{
    return {gutter() + 7 * theme().px(48), headHeight() + (m_lastHour - m_firstHour) * theme().px(leastHourHeight) + 1};
}

QSize WeekView::sizeHint() const
{
    return minimumSizeHint().expandedTo({theme().px(900), 0});
}

bool WeekView::moveBy(int key)
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
        select(selectedDate(), std::max(-1, selectedEntry() - 1));
        return true;
    case Qt::Key_Down:
        select(selectedDate(), std::min(selectedEntry() + 1, last));
        return true;
    case Qt::Key_PageUp:
        turn(-1);
        return true;
    case Qt::Key_PageDown:
        turn(1);
        return true;
    case Qt::Key_Home:
        turnTo(data().today);
        return true;
    default:
        return false;
    }
}

} // namespace lectern
