// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace lectern
{

class CalendarView;

/// Gives a screen reader a painted calendar, whichever of its views: a list of days, each with its blocks as check
/// boxes. Children are named by position and read the view's data when asked, so they stay right when the data changes.
class CalendarAccessible : public QAccessibleWidget
{
public:
    explicit CalendarAccessible(CalendarView *view);
    ~CalendarAccessible() override;

    static void install(); ///< once for all views; again does nothing
    static void announceFocus(CalendarView *view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    /// The day's interface for `entry` -1, else the block's.
    QAccessibleInterface *part(int day, int entry) const;
    CalendarView *view() const;

private:
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_parts;
};

} // namespace lectern
