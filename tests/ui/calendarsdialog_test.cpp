// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarsdialog.h"

#include "busyimportdialog.h"
#include "calendardesk.h"
#include "mainwindow.h"
#include "planbench.h"
#include "runall.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <memory>

using namespace lectern;
using namespace lectern::test;

namespace
{

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const QByteArray twoEvents =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T180000\r\nDURATION:PT2H\r\n"
    "RRULE:FREQ=DAILY;COUNT=10\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261206\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

} // namespace

class CalendarsDialogTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    std::unique_ptr<CalendarsDialog> m_dialog;

    CalendarDesk &desk() { return m_bench->workspace->calendar(); }
    QString path(const char *name) { return m_bench->workspace.folder() + u'/' + QLatin1String(name); }
    template<typename W = QPushButton>
    W *part(const char *name)
    {
        return m_dialog->findChild<W *>(QLatin1String(name));
    }
    void click(const char *name)
    {
        QVERIFY(part(name));
        QVERIFY2(part(name)->isVisible() && part(name)->isEnabled(), name);
        QTest::mouseClick(part(name), Qt::LeftButton);
        QApplication::processEvents();
    }
    void choose(const char *name, int index)
    {
        auto *box = part<QComboBox>(name);
        QVERIFY(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), index);
    }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(m_bench->makePlan());
        m_bench->window.show();
        m_dialog = std::make_unique<CalendarsDialog>(
            desk(), m_bench->workspace->history(), m_bench->workspace->plan().today(), m_bench->ui, &m_bench->window);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_bench.reset();
    }

    void keepsTheFileThatIsChosen()
    {
        QVERIFY(!part("calendarStop")->isVisible());
        m_bench->dialogs.file = path("plan"); // without a suffix
        click("calendarChoose");
        QCOMPARE(m_bench->dialogs.suggestions, QStringList{QStringLiteral("study-plan.ics")});
        QCOMPARE(desk().link().file, path("plan.ics"));
        QCOMPARE(part<QLabel>("calendarFile")->text(), QDir::toNativeSeparators(path("plan.ics")));
        QVERIFY(contentOf(path("plan.ics")).contains("TRIGGER:-PT10M"));

        choose("calendarAlarm", 5); // half an hour
        QVERIFY(contentOf(path("plan.ics")).contains("TRIGGER:-PT30M"));
        choose("calendarAlarm", 0);
        QVERIFY(!contentOf(path("plan.ics")).contains("VALARM"));
        choose("calendarZoned", 1);
        QVERIFY(!desk().link().zoned);

        click("calendarStop");
        QVERIFY(desk().link().file.isEmpty());
        QVERIFY(QFile::exists(path("plan.ics")));
        QVERIFY(!part("calendarStop")->isVisible());
    }

    void saysWhenTheFileCannotBeWritten()
    {
        m_bench->dialogs.file = path("none/plan.ics");
        click("calendarChoose");
        QVERIFY(part<QLabel>("calendarTrouble")->isVisible());
        QVERIFY(part<QLabel>("calendarTrouble")->text().contains(QStringLiteral("plan.ics")));
        QVERIFY(desk().link().file.isEmpty());

        QVERIFY(QDir().mkpath(path("synced")));
        m_bench->dialogs.file = path("synced/plan.ics");
        click("calendarChoose");
        QVERIFY(!part<QLabel>("calendarTrouble")->isVisible());
        QVERIFY(QDir(path("synced")).removeRecursively());
        QVERIFY(m_bench->workspace->plan().removeBlock(m_bench->workspace->plan().nextBlock()->id).ok());
        QVERIFY(part<QLabel>("calendarTrouble")->isVisible());
        click("calendarAgain");
        QVERIFY(part<QLabel>("calendarTrouble")->isVisible());
        QVERIFY(QDir().mkpath(path("synced")));
        click("calendarAgain");
        QVERIFY(!part<QLabel>("calendarTrouble")->isVisible());
        QVERIFY(!part("calendarAgain")->isVisible());
        QVERIFY(contentOf(path("synced/plan.ics")).contains("CANCELLED"));
    }

    void importsWhatThePreviewShows()
    {
        put(path("work.ics"), twoEvents);
        m_bench->dialogs.file = path("work.ics");
        m_bench->dialogs.onRun = [](QDialog &dialog) {
            auto &preview = dynamic_cast<BusyImportDialog &>(dialog);
            preview.show();
            const auto *times = preview.findChild<QListWidget *>(QStringLiteral("busyTimes"));
            const auto *summary = preview.findChild<QLabel *>(QStringLiteral("busySummary"));
            const auto *effect = preview.findChild<QLabel *>(QStringLiteral("busyEffect"));
            [&] {
                QCOMPARE(times->count(), 11);
                QVERIFY(times->item(10)->text().contains(QStringLiteral("all day")));
                QVERIFY2(
                    summary->text().startsWith(QStringLiteral("2 events, 44 h in all, ")), qPrintable(summary->text()));
                QVERIFY(effect->text().contains(QStringLiteral("study time")));
            }();
            // A holiday is no reason not to study.
            QTest::keyClick(preview.findChild<QCheckBox *>(QStringLiteral("busyAllDay")), Qt::Key_Space);
            [&] { QCOMPARE(times->count(), 10); }();
            QTest::mouseClick(preview.findChild<QPushButton *>(QStringLiteral("busyImport")), Qt::LeftButton);
            return preview.result() == QDialog::Accepted;
        };
        click("busyChoose");
        QCOMPARE(desk().sources()->size(), 1);
        QCOMPARE(desk().sources()->constFirst().times.size(), 10);
        auto *sources = part<QListWidget>("busySources");
        QVERIFY(sources->isVisible());
        QVERIFY(sources->item(0)->text().startsWith(QStringLiteral("work.ics: 20 h")));
        QVERIFY(m_bench->messages->text().contains(QStringLiteral("work.ics")));

        click("busyRemove");
        QVERIFY(desk().sources()->isEmpty());
        QVERIFY(!sources->isVisible());
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(desk().sources()->size(), 1);
    }

    void aBrokenCalendarIsRefusedByLineAndReason()
    {
        put(path("work.ics"), QByteArray(twoEvents).replace("PT2H", "two hours"));
        m_bench->dialogs.file = path("work.ics");
        click("busyChoose");
        QCOMPARE(m_bench->dialogs.runs, 0);
        const QString said = part<QLabel>("busyTrouble")->text();
        QVERIFY(part<QLabel>("busyTrouble")->isVisible());
        QVERIFY2(said.startsWith(QStringLiteral("work.ics, line 6: ")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("two hours")), qPrintable(said));
        QVERIFY(desk().sources()->isEmpty());

        m_bench->dialogs.file = path("gone.ics");
        click("busyChoose");
        QVERIFY(part<QLabel>("busyTrouble")->text().contains(QStringLiteral("gone.ics")));
    }

    void theWindowOpensItAndTellsOfTrouble()
    {
        m_dialog.reset();
        QVERIFY(QDir().mkpath(path("synced")));
        QVERIFY(desk().setLink({path("synced/plan.ics"), true, 10}).ok());
        int shown = 0;
        ScriptedDialogs dialogs;
        dialogs.onRun = [&](QDialog &dialog) {
            shown += dynamic_cast<CalendarsDialog *>(&dialog) ? 1 : 0;
            return false;
        };
        MainWindow window(*m_bench->workspace, m_bench->theme, dialogs);
        window.show();
        QApplication::setActiveWindow(&window);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shown, 1);

        // From the menu of what can be exported, by keys alone.
        window.go({PageId::Plan, {}});
        // The button is seen to go down before its menu opens.
        QTimer opened;
        connect(&opened, &QTimer::timeout, &window, [&opened] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            opened.stop();
            QTest::keyClick(menu, Qt::Key_Up);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        opened.start(0);
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(shown, 2);

        QVERIFY(QDir(path("synced")).removeRecursively());
        QVERIFY(m_bench->workspace->plan().removeBlock(m_bench->workspace->plan().nextBlock()->id).ok());
        const auto *bar = window.findChild<MessageBar *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("not up to date")));
        QVERIFY(QDir().mkpath(path("synced")));
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Try again"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(bar->text().contains(QStringLiteral("up to date again")));
        QVERIFY(QFile::exists(path("synced/plan.ics")));
    }
};

LECTERN_TEST_CLASS(CalendarsDialogTest)
#include "calendarsdialog_test.moc"
