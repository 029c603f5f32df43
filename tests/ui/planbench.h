// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs.h"
#include "historydesk.h"
#include "messagebar.h"
#include "page.h"
#include "pagebench.h"
#include "plandesk.h"
#include "testworkspace.h"
#include "theme.h"
#include "ui.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QTest>
#include <QVBoxLayout>

namespace lectern::test
{

/// Dialogs whose answers a test writes.
class ScriptedDialogs : public Dialogs
{
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return file; }
    QString saveFile(QWidget *, const QString &, const QString &suggested, const QString &) override
    {
        suggestions.append(suggested);
        return file;
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    bool run(QDialog &dialog) override
    {
        ++runs;
        return onRun && onRun(dialog);
    }
    bool openExternally(const QString &) override { return false; }

    QString file;
    QStringList suggestions;
    int runs = 0;
    std::function<bool(QDialog &)> onRun;
};

/// A window with a message bar and one page over a workspace in a temporary folder; it is Monday 23 November 2026,
/// 19:00.
class PlanBench
{
public:
    PlanBench()
        : theme(sharedTheme())
        , messages(new MessageBar(theme, &window))
        , ui{theme, *messages, dialogs, [this](const Place &place) { visited.append(place); }}
    {
        layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(messages);
        window.resize(1280, 752);
    }

    /// Books Saturday 9 January 2027 and plans from Monday 26 October 2026 on, as it was planned on that day.
    bool makePlan()
    {
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.time = QTime(10, 0);
        appointment.zone = "UTC";
        appointment.place = QStringLiteral("Test centre");
        appointment.blueprint = QStringLiteral("page-domains");
        PlanDesk &desk = workspace->plan();
        if (!desk.setAppointment(appointment))
            return false;
        constexpr qint64 fourWeeks = qint64(28) * 24 * 3600 * 1000;
        workspace.clock.advance(-fourWeeks);
        const bool made = desk.makePlan(desk.defaultInputs()).ok();
        workspace.clock.advance(fourWeeks);
        return made && desk.inputs()->start == QDate(2026, 10, 26);
    }

    void show(Page *page)
    {
        layout->addWidget(page, 1);
        window.show();
        QApplication::setActiveWindow(&window);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QApplication::processEvents();
    }

    QAbstractButton *button(const QString &objectName) const
    {
        for (QAbstractButton *candidate : window.findChildren<QAbstractButton *>(objectName)) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QAbstractButton *buttonNamed(const QString &text) const
    {
        for (QAbstractButton *candidate : window.findChildren<QAbstractButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    TestWorkspace workspace;
    Theme &theme;
    ScriptedDialogs dialogs;
    QList<Place> visited;
    QWidget window;
    MessageBar *messages;
    Ui ui;
    QVBoxLayout *layout;
};

} // namespace lectern::test
