// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "examdesk.h"
#include "examseat.h"
#include "examsetup.h"
#include "historydesk.h"
#include "modelist.h"
#include "plandesk.h"
#include "runall.h"
#include "searchfield.h"
#include "settingsdesk.h"
#include "testwindow.h"
#include "topbar.h"
#include "treepicker.h"

#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace lectern;

class WindowTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::TestWindow> m_test;

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<test::TestWindow>();
        QVERIFY(m_test->open());
    }
    void cleanup() { m_test.reset(); }

    void geometryIsKept()
    {
        m_test->window->resize(790, 760);
        QVERIFY(m_test->restart());
        QCOMPARE(m_test->window->size(), QSize(790, 760));
    }

    void whatPractisesOpensTheSetUpSoChosen_data()
    {
        QTest::addColumn<Place>("from");
        QTest::addColumn<QString>("button");
        QTest::addColumn<AttemptMode>("mode");
        QTest::addColumn<QString>("criteria");
        QTest::newRow("nothing known, today")
            << Place{PageId::Today, {}} << "Set up a diagnostic" << AttemptMode::Diagnostic << QString();
        QTest::newRow("nothing known, readiness")
            << Place{PageId::Readiness, {}} << "Set up a diagnostic" << AttemptMode::Diagnostic << QString();
        QTest::newRow("topic") << Place{PageId::Guide, QStringLiteral("d3.2")} << "Practise" << AttemptMode::Drill
                               << QStringLiteral("d3.2");
        QTest::newRow("objective") << Place{PageId::Guide, QStringLiteral("objective/S5.2")} << "Practise"
                                   << AttemptMode::Drill << QStringLiteral("S5.2");
    }
    void whatPractisesOpensTheSetUpSoChosen()
    {
        QFETCH(Place, from);
        QFETCH(QString, button);
        QFETCH(AttemptMode, mode);
        QFETCH(QString, criteria);
        m_test->window->go(from);
        // Today reads the log once it was painted.
        QAbstractButton *wanted = nullptr;
        const auto find = [&] {
            const auto buttons = m_test->pages().currentWidget()->findChildren<QAbstractButton *>();
            const auto it = std::find_if(buttons.cbegin(), buttons.cend(),
                [&button](const QAbstractButton *one) { return one->isVisible() && one->text() == button; });
            wanted = it == buttons.cend() ? nullptr : *it;
            return wanted != nullptr;
        };
        QTRY_VERIFY(find());
        QTest::mouseClick(wanted, Qt::LeftButton);
        const auto *setUp = m_test->window->findChild<ExamSetup *>();
        QVERIFY(setUp && setUp->isVisible());
        QCOMPARE(setUp->findChild<ModeList *>()->current(), mode);
        QStringList chosen;
        for (const char *picker : {"topics", "objectives"})
            chosen << setUp->findChild<TreePicker *>(QLatin1String(picker))->chosen();
        QCOMPARE(chosen.isEmpty() ? QString() : chosen.constFirst().section(u'/', -1), criteria);
        QVERIFY(chosen.size() <= 1);
    }

    void searchNamesThePlace()
    {
        QTest::keyClick(m_test->window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *field = m_test->window->findChild<SearchField *>();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("lakehouse"));
        auto *results = m_test->window->findChild<QListWidget *>();
        QVERIFY(results && results->isVisible());
        QVERIFY(results->count() > 0);
        QSignalSpy chosen(field, &SearchField::chosen);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!results->isVisible());
        QVERIFY(!chosen.at(0).at(0).value<Place>().anchor.isEmpty());
    }

    void undoAndRedoTellWhatTheyDid()
    {
        QVERIFY(!m_test->action(QStringLiteral("Ctrl+Z"))->isEnabled());
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.time = QTime(10, 0);
        appointment.zone = "UTC";
        QVERIFY(m_test->workspace->plan().setAppointment(appointment));
        const QString label = m_test->workspace->history().undoLabel();
        QVERIFY(!label.isEmpty());
        QVERIFY(m_test->action(QStringLiteral("Ctrl+Z"))->text().contains(label));

        QTest::keyClick(m_test->window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_test->workspace->plan().appointment().booked());
        QVERIFY2(m_test->messages().text().contains(label), qPrintable(m_test->messages().text()));
        QTest::keyClick(m_test->window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_test->workspace->plan().appointment().date, appointment.date);
        QVERIFY(m_test->messages().text().contains(label));
    }

    void theAppointmentIsAskedOnce()
    {
        int asked = 0;
        m_test->dialogs.onRun = [&asked](QDialog &) {
            ++asked;
            return false;
        };
        m_test->window->begin();
        m_test->window->begin();
        QCOMPARE(asked, 1);
        QVERIFY(!m_test->workspace->plan().appointment().booked());
        m_test->action(QStringLiteral("Ctrl+Shift+E"))->trigger();
        QCOMPARE(asked, 2);
    }

    void whoQuitsInTheSeatComesBackToIt()
    {
        ExamDesk &exam = m_test->workspace->exam();
        QVERIFY(exam.start(exam.defaultSetup()));
        m_test->window->go({PageId::Exam, QStringLiteral("setup")});
        QVERIFY(m_test->window->findChild<TopBar *>()->isHidden());
        QVERIFY(m_test->restart());
        m_test->window->begin();
        QVERIFY(m_test->window->findChild<TopBar *>()->isHidden());
        QVERIFY(m_test->window->findChild<ExamSeat *>()->isVisible());
    }

    void theSeatOffersNoUndo()
    {
        m_test->messages().showDone(QStringLiteral("Moved."), [] {});
        ExamDesk &exam = m_test->workspace->exam();
        QVERIFY(exam.start(exam.defaultSetup()));
        m_test->window->go({PageId::Exam, QStringLiteral("setup")});
        QVERIFY(m_test->window->findChild<ExamSeat *>()->isVisible());
        QVERIFY(m_test->messages().text().isEmpty());
    }

    void theColourSchemeFollowsItsSetting()
    {
        QVERIFY(m_test->workspace->settings().set(Setting::ColorScheme, QStringLiteral("dark")));
        QVERIFY(m_test->theme.dark());
        QVERIFY(m_test->workspace->settings().set(Setting::ColorScheme, QStringLiteral("light")));
        QVERIFY(!m_test->theme.dark());
    }

    void aSearchWithoutResultSaysSo()
    {
        auto *field = m_test->window->findChild<SearchField *>();
        QTest::keyClicks(field, QStringLiteral("zzzzqqqq"));
        auto *results = m_test->window->findChild<QListWidget *>();
        QCOMPARE(results->count(), 1);
        QVERIFY(results->item(0)->text().contains(QLatin1String("zzzzqqqq")));
        QSignalSpy chosen(field, &SearchField::chosen);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
    }

    void labelsGiveWayToIconsWhenNarrow()
    {
        m_test->window->resize(1280, 800);
        QCoreApplication::processEvents();
        QCOMPARE(m_test->tabs().labelled(), 6);
        m_test->window->resize(800, 700);
        QCoreApplication::processEvents();
        QCOMPARE(m_test->tabs().labelled(), 0);
        QVERIFY(m_test->tabs().tabToolTip(2).contains(QLatin1String("Exam")));
        QCOMPARE(m_test->tabs().tabText(2), QStringLiteral("Exam")); // what a screen reader hears
    }

    void everyActionHasAKeyAndAName()
    {
        const auto actions = m_test->window->actions();
        QVERIFY(actions.size() > 15);
        for (const QAction *action : actions) {
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY(!action->text().isEmpty());
        }
    }

    void aFailedDailyBackupIsTold()
    {
        const QString folder = m_test->workspace->profilePath() + QStringLiteral(".backups");
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        m_test->workspace.backups = true;
        QVERIFY(m_test->restart());
        auto *timer = m_test->window->findChild<QTimer *>(QStringLiteral("backups"));
        QVERIFY(timer);
        timer->start(0); // the idle moment
        QTRY_VERIFY(m_test->messages().text().contains(QLatin1String("backup failed")));
        timer->stop();
        QVERIFY(m_test->workspace->history().backupProblem().has_value());
        QVERIFY(inTheWay.remove());
        QPushButton *retry = nullptr;
        for (QPushButton *button : m_test->messages().findChildren<QPushButton *>()) {
            if (button->isVisible())
                retry = button;
        }
        QVERIFY(retry);
        retry->click();
        QVERIFY(!m_test->workspace->history().backupProblem().has_value());
        QCOMPARE(m_test->workspace->history().backups().size(), 1);
    }

    void aChosenBackupIsHandedOn()
    {
        QVERIFY(m_test->workspace->history().backUpNow());
        QSignalSpy wanted(m_test->window.get(), &MainWindow::restoreRequested);
        m_test->action(QStringLiteral("Ctrl+Shift+R"))->trigger();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!wanted.at(0).at(0).toString().isEmpty());
    }
};

LECTERN_TEST_CLASS(WindowTest)
#include "window_test.moc"
