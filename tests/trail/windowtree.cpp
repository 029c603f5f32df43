// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtree.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

namespace lectern::test
{

namespace
{

/// The name that is announced: of a combo box, which has its value for a name, that of its label.
QString nameOf(const QAccessibleInterface &node)
{
    if (node.role() != QAccessible::ComboBox)
        return node.text(QAccessible::Name);
    const auto labels = node.relations(QAccessible::Label);
    return labels.isEmpty() ? QString() : labels.constFirst().first->text(QAccessible::Name);
}

/// Until the control is well inside the view, or as near as the wheel takes it.
void turnWheel(QWidget &viewport, QAccessibleInterface &control)
{
    constexpr int notch = 120;
    const QPointF pointer(viewport.rect().center());
    const auto height = [&] { return viewport.mapFromGlobal(control.rect().center()).y(); };
    for (int y = height();;) {
        const bool above = y < viewport.height() / 4;
        if (!above && y < viewport.height() * 3 / 4)
            return;
        QWheelEvent wheel(pointer, viewport.mapToGlobal(pointer), {}, QPoint(0, above ? notch : -notch), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&viewport, &wheel);
        QCoreApplication::processEvents();
        if (height() == y)
            return;
        y = height();
    }
}

} // namespace

bool WindowTree::visit(QAccessibleInterface &node, const std::function<bool(QAccessibleInterface &)> &stop) const
{
    if (!node.isValid() || node.state().invisible)
        return false;
    if (stop(node))
        return true;
    for (int i = 0; i < node.childCount(); ++i) {
        QAccessibleInterface *child = node.child(i);
        if (child && visit(*child, stop))
            return true;
    }
    return false;
}

QAccessibleInterface *WindowTree::findIf(const std::function<bool(QAccessibleInterface &)> &wanted) const
{
    QAccessibleInterface *found = nullptr;
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&m_window);
    visit(*root, [&](QAccessibleInterface &node) {
        if (!wanted(node))
            return false;
        found = &node;
        return true;
    });
    return found;
}

QAccessibleInterface *WindowTree::find(const QString &name, std::optional<QAccessible::Role> role) const
{
    QList<QAccessibleInterface *> found;
    findIf([&](QAccessibleInterface &node) {
        if (nameOf(node) == name && (!role || node.role() == *role))
            found.append(&node);
        return false;
    });
    if (found.size() == 1)
        return found.constFirst();
    qWarning("%lld shown under the name “%s”", static_cast<long long>(found.size()), qPrintable(name));
    return nullptr;
}

QList<WindowTree::Text> WindowTree::texts() const
{
    QList<Text> all;
    findIf([&](QAccessibleInterface &node) {
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Value, QAccessible::Description}) {
            if (const QString said = node.text(kind); !said.isEmpty())
                all.append({said, node.rect()});
        }
        if (const QAccessibleTextInterface *content = node.textInterface()) {
            if (const QString written = content->text(0, content->characterCount()); !written.isEmpty())
                all.append({written, node.rect()});
        }
        return false;
    });
    return all;
}

bool WindowTree::says(const QString &part) const
{
    const QList<Text> all = texts();
    return std::any_of(all.cbegin(), all.cend(), [&](const Text &one) { return one.text.contains(part); });
}

QRect WindowTree::placeOf(const QString &text) const
{
    for (const Text &one : texts()) {
        if (one.text == text)
            return one.place;
    }
    return {};
}

bool WindowTree::inSight(const QString &text) const
{
    QAccessibleInterface *node = findIf([&](QAccessibleInterface &one) {
        const QAccessibleTextInterface *content = one.textInterface();
        return one.text(QAccessible::Name) == text || (content && content->text(0, content->characterCount()) == text);
    });
    const QWidget *widget = widgetOf(node);
    return widget && !widget->visibleRegion().isEmpty();
}

QWidget *WindowTree::widgetOf(QAccessibleInterface *node)
{
    for (; node; node = node->parent()) {
        if (auto *widget = qobject_cast<QWidget *>(node->object()))
            return widget;
    }
    return nullptr;
}

bool WindowTree::click(QAccessibleInterface *control) const
{
    QWidget *widget = widgetOf(control);
    if (!widget || control->state().disabled) {
        qWarning("nothing to click");
        return false;
    }
    // An item of a view has no widget of its own: the view itself scrolls then.
    QWidget *inner = control->object() == widget ? widget->parentWidget() : widget;
    for (; inner; inner = inner->parentWidget()) {
        if (auto *area = qobject_cast<QAbstractScrollArea *>(inner))
            turnWheel(*area->viewport(), *control);
    }
    const QPoint middle = control->rect().center();
    // What lies on top at that place is what gets the click; it must be the control or a part of it.
    QWidget *top = widget->window();
    QWidget *hit = top->childAt(top->mapFromGlobal(middle));
    if (!hit || (hit != widget && !widget->isAncestorOf(hit))) {
        qWarning("“%s” is covered or out of sight", qPrintable(nameOf(*control)));
        return false;
    }
    QWindow *window = widget->window()->windowHandle();
    QTest::mouseClick(window, Qt::LeftButton, {}, window->mapFromGlobal(middle));
    QCoreApplication::processEvents();
    return true;
}

bool WindowTree::write(const QString &field, const QString &text) const
{
    QAccessibleInterface *node = findIf([&](QAccessibleInterface &one) {
        return one.text(QAccessible::Name) == field && one.state().focusable && one.editableTextInterface();
    });
    if (!click(node))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), text);
    key(Qt::Key_Tab);
    return true;
}

bool WindowTree::keys(const QString &name, const QList<Qt::Key> &keys, std::optional<QAccessible::Role> role) const
{
    QAccessibleInterface *control = find(name, role);
    QWidget *widget = widgetOf(control);
    if (!widget)
        return false;
    widget->setFocus(Qt::TabFocusReason);
    if (!widget->hasFocus())
        return false;
    for (const Qt::Key one : keys)
        key(one);
    return true;
}

void WindowTree::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus && m_window.isAncestorOf(focus) ? focus : &m_window, key, modifiers);
    QCoreApplication::processEvents();
}

bool WindowTree::goTo(const QString &page) const
{
    const QStringList tabs{QStringLiteral("Today"), QStringLiteral("Plan"), QStringLiteral("Exam"),
        QStringLiteral("Readiness"), QStringLiteral("Projects"), QStringLiteral("Guide")};
    const qsizetype index = tabs.indexOf(page);
    if (index < 0)
        return false;
    key(Qt::Key(Qt::Key_1 + int(index)), Qt::ControlModifier);
    // Qt names the list of tabs after the current one.
    return findIf([&](QAccessibleInterface &node) {
        return node.role() == QAccessible::PageTabList && node.text(QAccessible::Name) == page;
    });
}

} // namespace lectern::test
