// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallview.h"

#include "theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

/// The head of the wall, which stays while the wall scrolls.
class WallHead : public QWidget
{
public:
    WallHead(WallView *wall, const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_wall(wall)
    {
        const auto fit = [this] {
            setFixedHeight(m_wall->headHeight());
            update();
        };
        fit();
        connect(&theme, &Theme::changed, this, fit);
        wall->installEventFilter(this);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.translate(mapFromGlobal(m_wall->mapToGlobal(QPoint())).x(), 0);
        m_wall->paintHead(painter, height(), layoutDirection());
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::LayoutRequest)
            update();
        return QWidget::eventFilter(watched, event);
    }

private:
    WallView *m_wall;
};

} // namespace

WallPanel::WallPanel(WallView *wall, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_area->setWidget(wall);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(new WallHead(wall, theme, this));
    column->addWidget(m_area, 1);
}

WallView::WallView(const Theme &theme, QWidget *parent)
    : CalendarView(theme, parent)
{
    setAccessibleName(tr("All weeks"));
    connect(&theme, &Theme::changed, this, [this] { measure(); });
}

void WallView::setData(const MonthData &data)
{
    CalendarView::setData(data);
    measure();
}

void WallView::resizeEvent(QResizeEvent *event)
{
    CalendarView::resizeEvent(event);
    measure();
}

int WallView::stageWidth() const
{
    if (!compact())
        return theme().px(150);
    const QFontMetrics chip(theme().font(Theme::Role::Chip));
    return chip.horizontalAdvance(QStringLiteral("MMM")) + theme().px(10 + 2 * 7 + space::s);
}

int WallView::weekWidth() const
{
    const QFontMetrics small(theme().font(Theme::Role::Small));
    return small.horizontalAdvance(QStringLiteral("30 MMM")) + theme().px(space::s);
}

int WallView::hoursWidth() const
{
    const QFontMetrics small(theme().font(Theme::Role::Small));
    const QString widest = compact() ? QStringLiteral("28.5 / 28.5") : tr("Needs %1, has %2 h").arg(20).arg(13);
    return small.horizontalAdvance(widest) + theme().px(space::l);
}

int WallView::numberWidth() const
{
    return QFontMetrics(theme().font(Theme::Role::Small)).horizontalAdvance(QStringLiteral("30")) + theme().px(12);
}

int WallView::headHeight() const
{
    return QFontMetrics(theme().font(Theme::Role::Small)).height() + theme().px(space::s);
}

int WallView::leastRowHeight() const
{
    const int two = QFontMetrics(theme().font(Theme::Role::Small)).height() * 2;
    return std::max(theme().px(30), two + theme().px(2));
}

int WallView::rowHeight() const
{
    const int weeks = std::max(1, int(data().weeks.size()));
    return std::clamp((height() - 1) / weeks, leastRowHeight(), std::max(leastRowHeight(), theme().px(42)));
}

QSize WallView::minimumSizeHint() const
{
    return {stageWidth() + weekWidth() + hoursWidth() + 7 * (numberWidth() + theme().px(space::xl)),
        int(data().weeks.size()) * leastRowHeight() + 1};
}

QSize WallView::sizeHint() const
{
    return minimumSizeHint().expandedTo({theme().px(900), 0});
}

/// One scale for every cell, so that lengths compare: a weekday gets the room of its fullest day.
void WallView::measure()
{
    std::array<int, 7> most{};
    for (const MonthData::Week &week : data().weeks) {
        for (std::size_t i = 0; i < 7; ++i)
            most[i] = std::max({most[i], week.days[i].minutes(), week.days[i].exam ? 240 : 0});
    }
    int sum = 0;
    for (const int minutes : most)
        sum += minutes;
    const int left = stageWidth() + weekWidth();
    const int fixed = numberWidth() + theme().px(space::m);
    const int room = std::max(0, width() - left - hoursWidth() - 7 * fixed);
    m_scale = sum > 0 ? double(room) / sum : 0;
    double x = left;
    for (std::size_t i = 0; i < 7; ++i) {
        m_edges[i] = int(x);
        x += fixed + (sum > 0 ? most[i] * m_scale : double(room) / 7);
    }
    m_edges[7] = int(x);
    update();
}

QRect WallView::mirrored(const QRect &box) const
{
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

QRect WallView::cell(int week, int weekday) const
{
    const auto i = static_cast<std::size_t>(weekday);
    return {m_edges[i], week * rowHeight(), m_edges[i + 1] - m_edges[i], rowHeight()};
}

QRect WallView::dayRect(QDate date) const
{
    if (!data().day(date))
        return {};
    const auto index = static_cast<int>(data().firstDay().daysTo(date));
    return mirrored(cell(index / 7, index % 7));
}

QRect WallView::entryRect(QDate date, int entry) const
{
    const MonthData::Day *day = data().day(date);
    if (!day || entry < 0 || entry >= day->entries.size())
        return {};
    const auto index = static_cast<int>(data().firstDay().daysTo(date));
    const QRect box = cell(index / 7, index % 7);
    int before = 0;
    for (int i = 0; i < entry; ++i)
        before += day->entries[i].block.minutes;
    const int from = box.left() + numberWidth() + int(before * m_scale);
    const int to = box.left() + numberWidth() + int((before + day->entries[entry].block.minutes) * m_scale);
    const int high = std::min(theme().px(18), rowHeight() - theme().px(8));
    return mirrored(
        {from, box.top() + (box.height() - high) / 2, std::max(theme().px(3), to - from - theme().px(2)), high});
}

bool WallView::moveBy(int key)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const QDate first = data().firstDay();
    const QDate last = data().lastDay();
    const auto go = [&](int days) {
        const QDate wanted = selectedDate().addDays(days);
        if (wanted >= first && wanted <= last)
            select(wanted);
    };
    const MonthData::Day *day = data().day(selectedDate());
    const int end = day ? int(day->entries.size()) - 1 : -1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (key == Qt::Key_Right ? 1 : -1) * forward;
        // Within a day the bars lie side by side.
        if (selectedEntry() >= 0)
            select(selectedDate(), std::clamp(selectedEntry() + step, 0, end));
        else
            go(step);
        return true;
    }
    case Qt::Key_Up:
        go(-7);
        return true;
    case Qt::Key_Down:
        go(7);
        return true;
    case Qt::Key_PageUp:
        go(-28);
        return true;
    case Qt::Key_PageDown:
        go(28);
        return true;
    case Qt::Key_Home:
        select(data().today);
        return true;
    default:
        return false;
    }
}

} // namespace lectern
