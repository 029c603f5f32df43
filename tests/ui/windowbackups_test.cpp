// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "fakedialogs.h"
#include "historydesk.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "runall.h"
#include "settingsdesk.h"
#include "testworkspace.h"
#include "theme.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTimer>
#include <chrono>

using namespace lectern;

/// The backup of the day that an open window takes by itself.
class WindowBackupsTest : public QObject
{
    Q_OBJECT
private:
    test::TestWorkspace m_files;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    test::FakeDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;

    QTimer &timer() { return *m_window->findChild<QTimer *>(QStringLiteral("backups")); }
    void elapse() { QMetaObject::invokeMethod(&timer(), "timeout"); }
    qsizetype backups() { return m_workspace->history().backups().size(); }

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_files.path());
        Environment environment = m_files.environment();
        environment.backups = true;
        auto opened = Workspace::open(m_files.path(), environment);
        QVERIFY(opened.ok());
        m_workspace = std::move(*opened);
        m_theme = std::make_unique<Theme>();
        m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme, m_dialogs);
        m_window->show();
        QCOMPARE(backups(), 0);
    }
    void cleanup()
    {
        m_window.reset();
        m_theme.reset();
        m_workspace.reset();
        const QString kept = m_files.path() + QStringLiteral(".backups");
        QDir(kept).removeRecursively();
        QFile::remove(kept);
    }

    void theFirstComesSoonAndTheNextAreLookedForHourly()
    {
        QVERIFY(timer().isActive());
        QCOMPARE(timer().intervalAsDuration(), std::chrono::seconds(10));
        elapse();
        QCOMPARE(backups(), 1);
        QCOMPARE(timer().intervalAsDuration(), std::chrono::hours(1));
        QVERIFY(timer().isActive());
        QCOMPARE(m_window->findChild<MessageBar *>()->text(), QString());
    }

    void oneADay()
    {
        elapse();
        elapse();
        QCOMPARE(backups(), 1);
        m_files.clock.advance(qint64(24) * 3600 * 1000);
        elapse();
        QCOMPARE(backups(), 2);
    }

    void neverDuringAnExam()
    {
        ExamDesk &exam = m_workspace->exam();
        QVERIFY(exam.start(exam.defaultSetup()).ok());
        elapse();
        QCOMPARE(backups(), 0);
        QVERIFY(exam.submit().ok());
        elapse();
        QCOMPARE(backups(), 1);
    }

    void whatFailsIsSaid()
    {
        QFile inTheWay(m_files.path() + QStringLiteral(".backups"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        elapse();
        QVERIFY(!m_window->findChild<MessageBar *>()->text().isEmpty());
    }

    void closingKeepsTheSeatAndBacksUp()
    {
        m_window->resize(900, 700);
        m_window->go({PageId::Guide, {}});
        m_window->close();
        QCOMPARE(backups(), 1);
        QVERIFY(!m_workspace->settings().value(Setting::WindowGeometry).toString().isEmpty());
        QCOMPARE(m_workspace->settings().value(Setting::CurrentPage).toString(), QStringLiteral("guide"));
    }
};

LECTERN_TEST_CLASS(WindowBackupsTest)
#include "windowbackups_test.moc"
