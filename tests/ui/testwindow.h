// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakedialogs.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "tabbar.h"
#include "testworkspace.h"
#include "theme.h"

#include <QAction>
#include <QStackedWidget>
#include <QTest>

namespace lectern::test
{

/// The real window on a profile of its own; dialogs are answered by the test.
struct TestWindow {
    TestWorkspace workspace;
    Theme theme;
    FakeDialogs dialogs;
    std::unique_ptr<MainWindow> window;

    bool open() { return workspace.open() && show(); }
    /// Closes the window and opens the profile again, as the next start does.
    bool restart()
    {
        window->close();
        window.reset();
        return workspace.reopen() && show();
    }

    /// The same where the program was killed, found so much later.
    bool crash(qint64 ms)
    {
        window.reset();
        workspace.clock.advance(ms);
        return workspace.reopen() && show();
    }

    TabBar &tabs() const { return *window->findChild<TabBar *>(); }
    MessageBar &messages() const { return *window->findChild<MessageBar *>(); }
    QStackedWidget &pages() const { return *window->findChild<QStackedWidget *>(); }
    QAction *action(const QString &keys) const
    {
        const auto actions = window->actions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(keys))
                return action;
        }
        return nullptr;
    }

private:
    bool show()
    {
        window = std::make_unique<MainWindow>(*workspace, theme, dialogs);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
};

} // namespace lectern::test
