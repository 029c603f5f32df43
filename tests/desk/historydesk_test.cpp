// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydesk.h"

#include "guidedesk.h"
#include "plandesk.h"
#include "runall.h"
#include "settingsdesk.h"
#include "testworkspace.h"

#include <QFileInfo>
#include <QSignalSpy>

using namespace lectern;

class HistoryDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDeskHearsOfAnUndo()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        HistoryDesk &history = workspace->history();
        QSignalSpy labels(&history, &HistoryDesk::changed);
        Appointment appointment;
        appointment.date = QDate(2027, 2, 1);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QCOMPARE(labels.count(), 1);
        QSignalSpy plan(&workspace->plan(), &PlanDesk::changed);
        QSignalSpy guide(&workspace->guide(), &GuideDesk::changed);
        QVERIFY(history.undo().ok());
        QCOMPARE(plan.count(), 1);
        QCOMPARE(guide.count(), 1);
        QVERIFY(!workspace->plan().appointment().booked());
        QCOMPARE(history.undo().error().code, ErrorCode::NotFound);
        QVERIFY(!history.redoLabel().isEmpty());
    }

    void aNewChangeForgetsWhatWasUndone()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        HistoryDesk &history = workspace->history();
        Appointment appointment;
        appointment.date = QDate(2027, 2, 1);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QVERIFY(history.undo().ok());
        appointment.date = QDate(2027, 3, 1);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QVERIFY(history.redoLabel().isEmpty());
        QCOMPARE(history.redo().error().code, ErrorCode::NotFound);
    }

    void aBackupBringsBackWhatWasThere()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        Appointment appointment;
        appointment.date = QDate(2027, 2, 1);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        const auto backup = workspace->history().backUpNow();
        QVERIFY(backup.ok());
        QVERIFY(QFileInfo(*backup).size() > 0);
        appointment.date = QDate(2028, 2, 1);
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QCOMPARE(workspace->history().backups().size(), 1);
        workspace.close();
        QVERIFY(restoreProfile(workspace.path(), *backup).ok());
        QVERIFY(workspace.open());
        QCOMPARE(workspace->plan().appointment().date, QDate(2027, 2, 1));
        QVERIFY2(profileBackups(workspace.path()).size() >= 2, "the replaced profile is a backup itself");
    }

    void theBackupOfTheDayIsTakenOnce()
    {
        test::TestWorkspace quiet;
        QVERIFY(quiet.open());
        QVERIFY(quiet->history().backUpOfTheDay().ok());
        QVERIFY2(quiet->history().backups().isEmpty(), "this environment wants none");

        test::TestWorkspace workspace;
        Environment environment = workspace.environment();
        environment.backups = true;
        const auto opened = Workspace::open(workspace.path(), environment);
        QVERIFY(opened.ok());
        HistoryDesk &history = (*opened)->history();
        QVERIFY(history.backups().isEmpty());
        QVERIFY(history.backUpOfTheDay().ok());
        QVERIFY(history.backUpOfTheDay().ok());
        QCOMPARE(history.backups().size(), 1);
        workspace.clock.advance(24 * 3600000);
        QVERIFY(history.backUpOfTheDay().ok());
        QCOMPARE(history.backups().size(), 2);
    }

    void settingsSurviveAndAreNotUndone()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QSignalSpy changed(&workspace->settings(), &SettingsDesk::changed);
        QVERIFY(workspace->settings().set(Setting::TargetPercent, 80).ok());
        QVERIFY(workspace->settings().set(Setting::ColorScheme, QStringLiteral("dark")).ok());
        QVERIFY(workspace->settings().set(Setting::ColorScheme, QStringLiteral("dark")).ok());
        QCOMPARE(changed.count(), 2);
        QVERIFY(workspace->history().undoLabel().isEmpty());
        QVERIFY(workspace.reopen());
        QCOMPARE(workspace->settings().value(Setting::TargetPercent).toInt(), 80);
        QCOMPARE(workspace->settings().value(Setting::ColorScheme).toString(), QStringLiteral("dark"));
        QCOMPARE(workspace->settings().value(Setting::CodeZoom).toInt(), 100);
    }
};

LECTERN_TEST_CLASS(HistoryDeskTest)
#include "historydesk_test.moc"
