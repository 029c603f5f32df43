// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendaraccessible.h"

#include "calendarview.h"

#include <QCoreApplication>
#include <QPointer>
#include <QStringList>

namespace lectern
{

namespace
{

class CalendarWords
{
    Q_DECLARE_TR_FUNCTIONS(CalendarWords)
};

const MonthData::Day *dayAt(const CalendarView &view, int index)
{
    return view.data().day(view.data().firstDay().addDays(index));
}

QString dayName(const MonthData &data, const MonthData::Day &day)
{
    QStringList parts{dayText(day.date, data.today)};
    if (day.date == data.today)
        parts.append(CalendarWords::tr("today"));
    if (day.exam)
        parts.append(CalendarWords::tr("exam day"));
    if (day.off)
        parts.append(CalendarWords::tr("day off"));
    else if (!day.entries.isEmpty())
        parts.append(
            CalendarWords::tr("%n block(s), %1", nullptr, int(day.entries.size())).arg(hoursText(day.minutes())));
    return parts.join(CalendarWords::tr(", "));
}

/// A day (entry -1) or a block of the calendar.
class CalendarPart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CalendarPart(CalendarView *view, int dayIndex, int entry)
        : m_view(view)
        , m_day(dayIndex)
        , m_entry(entry)
    {
    }

    bool isValid() const override { return m_view && day() && (m_entry < 0 || shownEntry()); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            QAccessibleInterface *candidate = child(i);
            if (candidate->rect().contains(x, y))
                return candidate;
        }
        return nullptr;
    }
    QAccessibleInterface *parent() const override
    {
        CalendarAccessible *calendar = owner();
        return m_entry < 0 ? calendar : calendar ? calendar->part(m_day, -1) : nullptr;
    }
    QAccessibleInterface *child(int index) const override
    {
        CalendarAccessible *calendar = owner();
        return calendar && index >= 0 && index < childCount() ? calendar->part(m_day, index) : nullptr;
    }
    int childCount() const override { return m_entry < 0 && day() ? int(day()->entries.size()) : 0; }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        if (m_entry < 0)
            return dayName(m_view->data(), *day());
        return CalendarWords::tr("%1, %2", "day, block")
            .arg(dayText(day()->date, m_view->data().today), shownEntry()->spoken);
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_entry < 0 ? m_view->dayRect(day()->date) : m_view->entryRect(day()->date, m_entry);
        return {m_view->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override { return m_entry < 0 ? QAccessible::ListItem : QAccessible::CheckBox; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        const bool current = m_view->selectedDate() == day()->date && m_view->selectedEntry() == m_entry;
        state.selected = current;
        state.focused = current && m_view->hasFocus();
        if (m_entry >= 0) {
            state.checkable = true;
            state.checked = shownEntry()->block.state == BlockState::Done;
            state.offscreen = rect().isEmpty();
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        names.append(m_entry < 0 ? pressAction() : toggleAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction()) {
            m_view->setFocus();
            m_view->select(day()->date, m_entry);
        } else if (name == pressAction() && m_entry < 0) {
            m_view->select(day()->date);
            Q_EMIT m_view->dayOpened(day()->date, -1);
        } else if (name == toggleAction() && m_entry >= 0) {
            Q_EMIT m_view->doneWanted(shownEntry()->block.id, shownEntry()->block.state != BlockState::Done);
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const MonthData::Day *day() const { return m_view ? dayAt(*m_view, m_day) : nullptr; }
    const MonthData::Entry *shownEntry() const
    {
        const MonthData::Day *shown = day();
        return shown && m_entry < shown->entries.size() ? &shown->entries[m_entry] : nullptr;
    }
    CalendarAccessible *owner() const
    {
        return m_view ? static_cast<CalendarAccessible *>(QAccessible::queryAccessibleInterface(m_view)) : nullptr;
    }

    QPointer<CalendarView> m_view;
    int m_day;
    int m_entry;
};

QAccessibleInterface *makeCalendar(const QString &className, QObject *object)
{
    // Asked once for each class the object is of.
    auto *view = qobject_cast<CalendarView *>(object);
    return view && className == QLatin1String(object->metaObject()->className()) ? new CalendarAccessible(view)
                                                                                 : nullptr;
}

} // namespace

CalendarAccessible::CalendarAccessible(CalendarView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

CalendarAccessible::~CalendarAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

void CalendarAccessible::install()
{
    QAccessible::installFactory(makeCalendar);
}

CalendarView *CalendarAccessible::view() const
{
    return static_cast<CalendarView *>(widget());
}

void CalendarAccessible::announceFocus(CalendarView *view)
{
    if (!QAccessible::isActive())
        return;
    auto *calendar = static_cast<CalendarAccessible *>(QAccessible::queryAccessibleInterface(view));
    QAccessibleInterface *focused = calendar ? calendar->focusChild() : nullptr;
    if (!focused)
        return;
    QAccessibleEvent event(focused, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

QAccessibleInterface *CalendarAccessible::part(int day, int entry) const
{
    const std::pair key(day, entry);
    if (const auto known = m_parts.constFind(key); known != m_parts.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new CalendarPart(view(), day, entry);
    m_parts.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int CalendarAccessible::childCount() const
{
    return view() ? int(view()->data().weeks.size()) * 7 : 0;
}

QAccessibleInterface *CalendarAccessible::child(int index) const
{
    return index >= 0 && index < childCount() ? part(index, -1) : nullptr;
}

QAccessibleInterface *CalendarAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *day = child(i);
        if (day->rect().contains(x, y))
            return day;
    }
    return nullptr;
}

QAccessibleInterface *CalendarAccessible::focusChild() const
{
    if (!view())
        return nullptr;
    const auto day = int(view()->data().firstDay().daysTo(view()->selectedDate()));
    return day >= 0 && day < childCount() ? part(day, view()->selectedEntry()) : nullptr;
}

int CalendarAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (part(i, -1) == child)
            return i;
    }
    return -1;
}

} // namespace lectern
