// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>

namespace lectern::test
{

/// A window as a person has it before them: what a screen reader is told, what the pointer can hit, what the keys
/// reach. Things are found by the name they are announced with. Every function that does something returns whether it
/// could.
class WindowTree
{
public:
    explicit WindowTree(QWidget &window)
        : m_window(window)
    {
    }

    /// What is shown under this name; with \a role, only of that role. Null where there is none, and where there are
    /// more than one: a person could not tell them apart.
    QAccessibleInterface *find(const QString &name, std::optional<QAccessible::Role> role = {}) const;
    /// The first that the test accepts.
    QAccessibleInterface *findIf(const std::function<bool(QAccessibleInterface &)> &wanted) const;
    /// Everything that is said or written, in the order of the tree; with its place on the screen.
    struct Text {
        QString text;
        QRect place;
    };
    QList<Text> texts() const;
    bool says(const QString &part) const;
    /// The place of a text that stands there as a whole; an empty rectangle if it does not.
    QRect placeOf(const QString &text) const;
    /// Whether a text is shown and not scrolled away.
    bool inSight(const QString &text) const;

    /// A click of the mouse in the middle of it, scrolled to if need be.
    bool click(QAccessibleInterface *control) const;
    bool click(const QString &name, std::optional<QAccessible::Role> role = {}) const
    {
        return click(find(name, role));
    }
    /// Into the field, everything in it replaced, and out of it again.
    bool write(const QString &field, const QString &text) const;
    /// Focuses it as the keyboard does, then types the keys.
    bool keys(const QString &name, const QList<Qt::Key> &keys, std::optional<QAccessible::Role> role = {}) const;
    /// A key for whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    /// By Ctrl and the number of its tab.
    bool goTo(const QString &page) const;

private:
    bool visit(QAccessibleInterface &node, const std::function<bool(QAccessibleInterface &)> &stop) const;
    static QWidget *widgetOf(QAccessibleInterface *node);

    QWidget &m_window;
};

} // namespace lectern::test
