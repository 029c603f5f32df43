// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusbar.h"

#include "examdesk.h"
#include "exampage.h"
#include "focusclock.h"
#include "focusdesk.h"
#include "guidepage.h"
#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "testwindow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QSpinBox>

using namespace lectern;

namespace
{

constexpr qint64 minute = 60'000;
const QDate monday(2026, 11, 23); ///< the workspace's today

} // namespace

/// The focus timer in the real window, by mouse and by keys.
class FocusBarTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::TestWindow> m_test;

    PlanDesk &plan() { return m_test->workspace->plan(); }
    FocusBar &bar() { return *m_test->window->findChild<FocusBar *>(); }
    QString title() { return bar().findChild<QLabel *>(QStringLiteral("focusTitle"))->text(); }
    QString time() { return bar().findChild<FocusClock *>()->text(); }
    Block block(int index) { return plan().blocks(monday, monday).value(index); }
    void pass(qint64 ms)
    {
        m_test->workspace.clock.advance(ms);
        bar().tick();
    }
    QSpinBox *minutes() { return bar().findChild<QSpinBox *>(QStringLiteral("focusMinutes")); }
    /// Null unless it can be seen.
    QAbstractButton *act(const QString &name)
    {
        auto *button = bar().findChild<QAbstractButton *>(name);
        return button && button->isVisible() ? button : nullptr;
    }
    QString nameOf(const QString &button)
    {
        QAbstractButton *shown = act(button);
        return shown ? QAccessible::queryAccessibleInterface(shown)->text(QAccessible::Name) : QString();
    }
    void click(const QString &name)
    {
        QVERIFY2(act(name), qPrintable(name));
        QTest::mouseClick(act(name), Qt::LeftButton);
    }
    void key(Qt::Key key) { QTest::keyClick(m_test->window.get(), key, Qt::ControlModifier | Qt::ShiftModifier); }
    void undo()
    {
        for (QAbstractButton *button : m_test->messages().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == QLatin1String("Undo")) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("nothing to undo");
    }
    void start(int index)
    {
        bar().start(block(index).id);
        QApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<test::TestWindow>();
        QVERIFY(m_test->open());
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.time = QTime(10, 0);
        appointment.zone = "UTC";
        QVERIFY(plan().setAppointment(appointment).ok());
        PlanInputs inputs = plan().defaultInputs();
        inputs.start = QDate(2026, 10, 26);
        QVERIFY(plan().makePlan(inputs).ok());
        QVERIFY(plan().blocks(monday, monday).size() > 1);
        m_test->window->resize(1280, 800);
    }
    void cleanup() { m_test.reset(); }

    void startOnABlockOpensItsWorkAndCounts()
    {
        QVERIFY(!bar().isVisible());
        m_test->window->go({PageId::Plan, monday.toString(Qt::ISODate)});
        QAbstractButton *wanted = nullptr;
        for (auto *button : m_test->window->findChildren<QAbstractButton *>(QStringLiteral("blockStart"))) {
            if (button->isVisible() && !wanted)
                wanted = button;
        }
        QVERIFY(wanted);
        QVERIFY(wanted->accessibleName().startsWith(QLatin1String("Start: ")));
        QTest::mouseClick(wanted, Qt::LeftButton);
        QVERIFY(bar().isVisible());
        const bool lesson = block(0).kind == BlockKind::Read || block(0).kind == BlockKind::Lab;
        QCOMPARE(qobject_cast<GuidePage *>(m_test->pages().currentWidget()) != nullptr, lesson);
        QCOMPARE(qobject_cast<ExamPage *>(m_test->pages().currentWidget()) != nullptr, !lesson);
        const int minutes = block(0).minutes;
        QCOMPARE(time(), QStringLiteral("0:00 of %1 min").arg(minutes));
        pass(23 * minute + 10'000);
        QCOMPARE(time(), QStringLiteral("23:10 of %1 min").arg(minutes));
        pass(minutes * minute);
        QCOMPARE(time(), QStringLiteral("%1 min + 23:10").arg(minutes));
    }

    void todayStartsWhatIsNext()
    {
        m_test->window->go({PageId::Today, {}});
        auto *start = m_test->window->findChild<QAbstractButton *>(QStringLiteral("start"));
        QVERIFY(start && start->isVisible());
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Return);
        QVERIFY(bar().isVisible());
        QVERIFY(m_test->workspace->focus().isAbout(plan().nextBlock()->id));
        QVERIFY(!start->isVisible()); // its work has opened
    }

    void pausesAndGoesOnByMouseAndKeys()
    {
        start(0);
        pass(10 * minute);
        click(QStringLiteral("focusGo"));
        pass(10 * minute);
        QVERIFY2(time().startsWith(QLatin1String("Paused at 10:00 of")), qPrintable(time()));
        QCOMPARE(nameOf(QStringLiteral("focusGo")), QStringLiteral("Resume"));
        key(Qt::Key_P);
        QCOMPARE(nameOf(QStringLiteral("focusGo")), QStringLiteral("Pause"));
        pass(minute);
        QVERIFY(time().startsWith(QLatin1String("11:00 of")));
        key(Qt::Key_P);
        pass(minute);
        QVERIFY(time().startsWith(QLatin1String("Paused at 11:00")));
    }

    void aPartIsLoggedAndUndone()
    {
        start(0);
        pass(25 * minute);
        click(QStringLiteral("focusStop"));
        QVERIFY2(title().startsWith(QLatin1String("How long did you work on ")), qPrintable(title()));
        QCOMPARE(minutes()->value(), 25);
        click(QStringLiteral("focusStop"));
        QVERIFY(!bar().isVisible());
        QCOMPARE(block(0).state, BlockState::Partly);
        QCOMPARE(block(0).loggedMinutes, 25);
        QVERIFY(m_test->messages().text().startsWith(QLatin1String("25 min logged")));
        undo();
        QCOMPARE(block(0).state, BlockState::Planned);
        QCOMPARE(block(0).loggedMinutes, 0);
    }

    void aPartTakesTheMinutesThatAreSaid()
    {
        start(0);
        pass(25 * minute);
        key(Qt::Key_S);
        QVERIFY(minutes()->hasFocus());
        QTest::keyClick(minutes(), Qt::Key_Escape); // keep at it
        QVERIFY(!minutes()->isVisible());
        pass(minute);
        QVERIFY(time().startsWith(QLatin1String("26:00 of")));
        key(Qt::Key_S);
        QTest::keyClicks(minutes(), QStringLiteral("17"));
        QTest::keyClick(minutes(), Qt::Key_Return);
        QVERIFY(!bar().isVisible());
        QCOMPARE(block(0).state, BlockState::Partly);
        QCOMPARE(block(0).loggedMinutes, 17);
        start(1);
        pass(9 * minute);
        key(Qt::Key_S);
        QTest::keyClicks(minutes(), QStringLiteral("11"));
        click(QStringLiteral("focusDone"));
        QCOMPARE(block(1).state, BlockState::Done);
        QCOMPARE(block(1).loggedMinutes, 11);
    }

    void aCrashAsksAboutTheGap()
    {
        start(0);
        pass(20 * minute);
        QVERIFY(m_test->crash(15 * minute));
        QVERIFY2(title().endsWith(QLatin1String("then it was interrupted for 15 min")), qPrintable(title()));
        QCOMPARE(nameOf(QStringLiteral("focusGap")), QStringLiteral("Add 15 min"));
        QCOMPARE(minutes()->value(), 20);
        click(QStringLiteral("focusGap"));
        QVERIFY(!act(QStringLiteral("focusGap")));
        QCOMPARE(nameOf(QStringLiteral("focusStop")), QStringLiteral("Log 35 min"));
        QCOMPARE(minutes()->value(), 35);
        minutes()->setValue(30);
        click(QStringLiteral("focusGo"));
        pass(minute);
        QVERIFY(time().startsWith(QLatin1String("31:00 of")));
        QVERIFY(m_test->crash(2 * minute));
        click(QStringLiteral("focusStop"));
        QCOMPARE(block(0).loggedMinutes, 31);
    }

    void aQuestionTakesASecondRowWhereItIsNarrow()
    {
        start(0);
        pass(20 * minute);
        QVERIFY(m_test->crash(35 * minute));
        m_test->window->resize(1600, 700);
        QApplication::processEvents();
        const int oneRow = bar().height();
        m_test->window->resize(620, 700);
        QApplication::processEvents();
        QTRY_VERIFY(bar().height() > oneRow + act(QStringLiteral("focusGap"))->height() / 2);
        for (const char *name : {"focusGap", "focusGo", "focusStop", "focusDiscard"}) {
            QAbstractButton *button = act(QLatin1String(name));
            QVERIFY2(button && bar().rect().contains(button->geometry()), name);
        }
        QVERIFY(!act(QStringLiteral("focusStop"))->text().isEmpty());
    }

    void doneByKeysLogsWhatItTook()
    {
        start(0);
        pass(40 * minute);
        key(Qt::Key_D);
        QVERIFY(!bar().isVisible());
        QCOMPARE(block(0).state, BlockState::Done);
        QCOMPARE(block(0).loggedMinutes, 40);
        key(Qt::Key_D); // no timer, no effect
        QCOMPARE(block(0).loggedMinutes, 40);
    }

    void inTheFirstMinuteNothingIsLogged()
    {
        start(0);
        pass(30'000);
        key(Qt::Key_S);
        QCOMPARE(block(0).loggedMinutes, 0);
        QCOMPARE(m_test->messages().text(), QStringLiteral("Stopped within the first minute, nothing is logged."));
    }

    void anotherBlockAsksAboutTheFirst()
    {
        start(0);
        pass(12 * minute);
        start(1);
        QVERIFY2(title().endsWith(QLatin1String(" and start the other block?")), qPrintable(title()));
        QCOMPARE(nameOf(QStringLiteral("focusStop")), QStringLiteral("Log 12 min and start"));
        QVERIFY(act(QStringLiteral("focusStop"))->hasFocus());
        click(QStringLiteral("focusGo")); // keep at it
        QVERIFY(!title().contains(u'?'));
        pass(minute);
        start(1);
        QTest::keyClick(act(QStringLiteral("focusStop")), Qt::Key_Space);
        QCOMPARE(block(0).loggedMinutes, 13);
        QCOMPARE(block(0).state, BlockState::Partly);
        QVERIFY(time().startsWith(QLatin1String("0:00 of")));
        pass(2 * minute);
        key(Qt::Key_S);
        key(Qt::Key_S);
        QCOMPARE(block(1).loggedMinutes, 2);
    }

    void theNextStartOffersTheMinutes()
    {
        start(0);
        pass(20 * minute);
        QVERIFY(m_test->restart());
        QVERIFY(bar().isVisible());
        QVERIFY2(title().startsWith(QLatin1String("20 min on ")), qPrintable(title()));
        QVERIFY(!act(QStringLiteral("focusDone")));
        QCOMPARE(nameOf(QStringLiteral("focusStop")), QStringLiteral("Log 20 min"));
        m_test->workspace.clock.advance(30 * minute); // nobody works
        click(QStringLiteral("focusStop"));
        QCOMPARE(block(0).loggedMinutes, 20);
        QVERIFY(m_test->restart());
        QVERIFY(!bar().isVisible());
    }

    void whatWasFoundGoesOn()
    {
        start(0);
        pass(20 * minute);
        QVERIFY(m_test->restart());
        click(QStringLiteral("focusGo"));
        pass(minute);
        QVERIFY(time().startsWith(QLatin1String("21:00 of")));
    }

    void discardedMinutesComeBackWithUndo()
    {
        start(0);
        pass(9 * minute);
        key(Qt::Key_Delete);
        QVERIFY(!bar().isVisible());
        QCOMPARE(m_test->messages().text(), QStringLiteral("9 min of focus time discarded."));
        QCOMPARE(block(0).loggedMinutes, 0);
        undo();
        QVERIFY(bar().isVisible());
        QVERIFY(time().startsWith(QLatin1String("Paused at 9:00")));
    }

    void anExamHasOneClock()
    {
        start(0);
        pass(3 * minute);
        ExamDesk &exam = m_test->workspace->exam();
        QVERIFY(exam.start(exam.defaultSetup()).ok());
        m_test->window->go({PageId::Exam, QStringLiteral("setup")});
        QVERIFY(!bar().isVisible());
        key(Qt::Key_S);
        QCOMPARE(block(0).loggedMinutes, 0);
        QVERIFY(exam.submit().ok());
        QTRY_VERIFY(bar().isVisible());
    }

    void saysWhatItIsToScreenReaders()
    {
        start(0);
        pass(5 * minute);
        QCOMPARE(bar().accessibleName(), QStringLiteral("Focus timer"));
        auto *label = bar().findChild<QLabel *>(QStringLiteral("focusTitle"));
        QVERIFY(QAccessible::queryAccessibleInterface(label)
                    ->text(QAccessible::Name)
                    .startsWith(QLatin1String("Focus timer: ")));
        QCOMPARE(
            QAccessible::queryAccessibleInterface(bar().findChild<FocusClock *>())->text(QAccessible::Name), time());
        for (const char *name : {"focusGo", "focusDone", "focusStop", "focusDiscard"})
            QVERIFY2(!nameOf(QLatin1String(name)).isEmpty(), name);
    }

    void takesTheSchemeWhileItIsHidden()
    {
        for (const SchemeChoice made : {SchemeChoice::Dark, SchemeChoice::Light}) {
            m_test->theme.setChoice(made);
            QVERIFY(m_test->restart());
            for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
                m_test->theme.setChoice(scheme);
                start(0);
                auto *label = bar().findChild<QLabel *>(QStringLiteral("focusTitle"));
                QCOMPARE(label->palette().color(QPalette::WindowText), m_test->theme.tokens().text);
                const QImage seen = bar().grab().toImage();
                int drawn = 0;
                for (int x = label->x(); x < label->geometry().right(); ++x) {
                    for (int y = label->y(); y < label->geometry().bottom(); ++y)
                        drawn += seen.pixelColor(x, y) == m_test->theme.tokens().text;
                }
                QVERIFY(drawn > 0);
                key(Qt::Key_Delete);
            }
        }
    }

    void aNarrowWindowTakesTheLabelsNotTheNames()
    {
        start(0);
        pass(5 * minute);
        QCOMPARE(act(QStringLiteral("focusStop"))->text(), QStringLiteral("Partly done…"));
        m_test->window->resize(420, 600);
        QApplication::processEvents();
        QVERIFY(act(QStringLiteral("focusDiscard"))->text().isEmpty());
        QCOMPARE(nameOf(QStringLiteral("focusDiscard")), QStringLiteral("Discard"));
        for (const char *name : {"focusGo", "focusDone", "focusStop", "focusDiscard"}) {
            QAbstractButton *button = act(QLatin1String(name));
            QVERIFY2(button && bar().rect().contains(button->geometry()), name);
        }
    }
};

LECTERN_TEST_CLASS(FocusBarTest)
#include "focusbar_test.moc"
