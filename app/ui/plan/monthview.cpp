// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthview.h"

#include "monthaccessible.h"
#include "theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int leastEntries = 3;
}

MonthView::MonthView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    MonthAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Study calendar"));
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MonthView::setData(const MonthData &data)
{
    const QDate month = m_data.month;
    m_data = data;
    const MonthData::Day *day = m_data.day(m_date);
    if (!day || (month != m_data.month && !day->inMonth)) {
        m_date = m_data.today.year() == data.month.year() && m_data.today.month() == data.month.month() ? m_data.today
                                                                                                        : data.month;
        m_entry = -1;
        day = m_data.day(m_date);
    }
    if (day)
        m_entry = std::min(m_entry, int(day->entries.size()) - 1);
    updateGeometry();
    update();
}

void MonthView::setCompact(bool compact)
{
    m_compact = compact;
    update();
}

void MonthView::select(QDate date, int entry)
{
    if (!date.isValid())
        return;
    if (!m_data.day(date)) {
        m_date = date;
        m_entry = -1;
        Q_EMIT monthNeeded(date);
    }
    const MonthData::Day *day = m_data.day(date);
    if (!day)
        return;
    m_date = date;
    m_entry = std::clamp(entry, -1, int(day->entries.size()) - 1);
    update();
    announceFocus();
    Q_EMIT selected(m_date, m_entry);
}

void MonthView::turnTo(QDate date)
{
    if (date.isValid() && (date.year() != m_data.month.year() || date.month() != m_data.month.month())) {
        m_date = date;
        m_entry = -1;
        Q_EMIT monthNeeded(date);
    }
    select(date);
}

const MonthData::Entry *MonthView::current() const
{
    const MonthData::Day *day = m_data.day(m_date);
    return day && m_entry >= 0 && m_entry < day->entries.size() ? &day->entries[m_entry] : nullptr;
}

int MonthView::headHeight() const
{
    return QFontMetrics(m_theme.font(Theme::Role::Small)).height() + m_theme.px(space::s);
}

int MonthView::stageWidth() const
{
    return m_theme.px(m_compact ? 52 : 112);
}

int MonthView::dayHeadHeight() const
{
    return QFontMetrics(m_theme.font(Theme::Role::Body)).height() + m_theme.px(5);
}

int MonthView::entryHeight() const
{
    return std::max(m_theme.px(19), QFontMetrics(m_theme.font(Theme::Role::Chip)).height() + 3);
}

int MonthView::entryGap() const
{
    return m_theme.px(2);
}

int MonthView::rowHeight() const
{
    const int least = dayHeadHeight() + leastEntries * (entryHeight() + entryGap()) + m_theme.px(2);
    const int weeks = std::max(1, int(m_data.weeks.size()));
    return std::max(least, (height() - headHeight() - 1) / weeks);
}

int MonthView::room() const
{
    return (rowHeight() - dayHeadHeight() - m_theme.px(2)) / (entryHeight() + entryGap());
}

QSize MonthView::minimumSizeHint() const
{
    const int least = dayHeadHeight() + leastEntries * (entryHeight() + entryGap()) + m_theme.px(2);
    const int weeks = std::max(1, int(m_data.weeks.size()));
    return {stageWidth() + 7 * m_theme.px(48), headHeight() + weeks * least + 1};
}

QSize MonthView::sizeHint() const
{
    return minimumSizeHint().expandedTo({m_theme.px(900), 0});
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
    if (!m_data.day(date))
        return {};
    const auto index = static_cast<int>(m_data.firstDay().daysTo(date));
    return QStyle::visualRect(layoutDirection(), rect(), cell(index / 7, index % 7));
}

QRect MonthView::entryRect(QDate date, int entry) const
{
    const MonthData::Day *day = m_data.day(date);
    if (!day || entry < 0 || entry >= std::min(int(day->entries.size()), room()))
        return {};
    const QRect box = dayRect(date);
    const int side = m_theme.px(4);
    return {box.x() + side, box.y() + dayHeadHeight() + entry * (entryHeight() + entryGap()), box.width() - 2 * side,
        entryHeight()};
}

MonthView::Spot MonthView::at(QPoint position) const
{
    for (const MonthData::Week &week : m_data.weeks) {
        for (const MonthData::Day &day : week.days) {
            if (!dayRect(day.date).contains(position))
                continue;
            Spot spot{day.date, -1};
            for (int i = 0; i < day.entries.size(); ++i) {
                if (entryRect(day.date, i).contains(position))
                    spot.entry = i;
            }
            return spot;
        }
    }
    return {};
}

QString MonthView::tip(const Spot &spot) const
{
    const MonthData::Day *day = m_data.day(spot.date);
    if (!day)
        return {};
    if (spot.entry < 0)
        return day->exam ? tr("Exam day") : QString();
    const MonthData::Entry &entry = day->entries[spot.entry];
    return tr("%1: %2\n%3, %4", "code, full topic, start time, spoken block")
        .arg(entry.words.code, entry.words.fullTitle, clockText(entry.block.startMinute), entry.spoken);
}

void MonthView::announceFocus()
{
    if (hasFocus())
        MonthAccessible::announceFocus(this);
}

bool MonthView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = tip(at(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

bool MonthView::moveBy(int key)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const MonthData::Day *day = m_data.day(m_date);
    const int last = day ? int(day->entries.size()) - 1 : -1;
    switch (key) {
    case Qt::Key_Left:
        select(m_date.addDays(-forward));
        return true;
    case Qt::Key_Right:
        select(m_date.addDays(forward));
        return true;
    case Qt::Key_Up:
        if (m_entry >= 0)
            select(m_date, m_entry - 1);
        else
            select(m_date.addDays(-7));
        return true;
    case Qt::Key_Down:
        if (m_entry >= 0)
            select(m_date, std::min(m_entry + 1, last));
        else
            select(m_date.addDays(7));
        return true;
    case Qt::Key_PageUp:
        turnTo(m_date.addMonths(-1));
        return true;
    case Qt::Key_PageDown:
        turnTo(m_date.addMonths(1));
        return true;
    case Qt::Key_Home:
        turnTo(m_data.today);
        return true;
    default:
        return false;
    }
}

bool MonthView::actOnEntry(int key)
{
    const MonthData::Entry *entry = current();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const MonthData::Day *day = m_data.day(m_date);
        if (!entry && day && !day->entries.isEmpty())
            select(m_date, 0);
        else
            Q_EMIT dayEntered(m_date, m_entry);
        return true;
    }
    case Qt::Key_Space:
        if (!entry)
            return false;
        Q_EMIT doneWanted(entry->block.id, entry->block.state != BlockState::Done);
        return true;
    case Qt::Key_L:
        if (!entry)
            return false;
        Q_EMIT logWanted(m_date, m_entry);
        return true;
    case Qt::Key_Escape:
        if (!entry)
            return false;
        select(m_date);
        return true;
    default:
        return false;
    }
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!plain || (!moveBy(event->key()) && !actOnEntry(event->key())))
        QWidget::keyPressEvent(event);
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    const Spot spot = at(event->pos());
    if (event->button() != Qt::LeftButton || !spot.date.isValid()) {
        QWidget::mousePressEvent(event);
        return;
    }
    select(spot.date, spot.entry);
    Q_EMIT dayOpened(spot.date, spot.entry);
}

void MonthView::mouseMoveEvent(QMouseEvent *event)
{
    const QDate date = at(event->pos()).date;
    if (date != m_hovered) {
        m_hovered = date;
        update();
    }
}

void MonthView::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void MonthView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    announceFocus();
}

void MonthView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace lectern
