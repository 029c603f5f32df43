// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs.h"
#include "messagebar.h"
#include "page.h"
#include "testworkspace.h"
#include "theme.h"
#include "ui.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QTest>
#include <QVBoxLayout>
#include <functional>

namespace lectern::test
{

/// Dialogs that a test answers and that remember what they were asked.
class AnsweredDialogs : public Dialogs
{
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return file; }
    QString saveFile(QWidget *, const QString &, const QString &name, const QString &) override
    {
        suggested = name;
        return file;
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return agrees; }
    bool run(QDialog &dialog) override
    {
        if (onRun)
            onRun(dialog);
        return agrees;
    }
    bool openExternally(const QString &url) override
    {
        opened.append(url);
        return opens;
    }

    QString file;
    QString suggested; ///< for the file that was asked for last
    std::function<void(QDialog &)> onRun;
    bool agrees = true;
    bool opens = true;
    QStringList opened;
};

/// The look belongs to the application, so that one serves every test of a binary.
inline Theme &sharedTheme()
{
    static auto *theme = new Theme(qApp);
    return *theme;
}

/// A window with a message bar and room for one page, over a workspace in a temporary folder.
class PageBench
{
public:
    explicit PageBench(const QString &packs = QStringLiteral(LECTERN_CONTENT))
        : workspace(packs)
        , theme(sharedTheme())
        , window(std::make_unique<QWidget>())
        , messages(new MessageBar(theme, window.get()))
        , ui{theme, *messages, dialogs, [this](const Place &place) { gone.append(place); }}
    {
        auto *layout = new QVBoxLayout(window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(messages);
        window->resize(1280, 752);
    }

    /// Shows the page in the place of the one before.
    template<typename P>
    P &show(P *page)
    {
        delete m_page;
        m_page = page;
        window->layout()->addWidget(page);
        static_cast<QVBoxLayout *>(window->layout())->setStretchFactor(page, 1);
        window->show();
        window->activateWindow();
        QApplication::setActiveWindow(window.get());
        QApplication::processEvents();
        return *page;
    }
    void hidePage() { delete std::exchange(m_page, nullptr); }

    template<typename W = QWidget>
    W *named(const QString &accessibleName) const
    {
        for (W *widget : window->findChildren<W *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *candidate : window->findChildren<QAbstractButton *>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    static void click(QWidget *widget, QPoint at = {})
    {
        QVERIFY(widget);
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        QApplication::processEvents();
    }
    static void key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(widget);
        QTest::keyClick(widget, key, modifiers);
        QApplication::processEvents();
    }

    /// Every name and text that a screen reader can reach.
    QStringList spoken() const
    {
        QStringList all;
        gather(QAccessible::queryAccessibleInterface(window.get()), all);
        return all;
    }

    TestWorkspace workspace;
    Theme &theme;
    AnsweredDialogs dialogs;
    QList<Place> gone;
    std::unique_ptr<QWidget> window;
    MessageBar *messages;
    Ui ui;

private:
    static void gather(QAccessibleInterface *node, QStringList &all)
    {
        if (!node || node->state().invisible)
            return;
        for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Value}) {
            const QString said = node->text(text);
            if (!said.isEmpty())
                all.append(said);
        }
        if (const QAccessibleTextInterface *content = node->textInterface())
            all.append(content->text(0, content->characterCount()));
        for (int i = 0; i < node->childCount(); ++i)
            gather(node->child(i), all);
    }

    QWidget *m_page = nullptr;
};

} // namespace lectern::test
