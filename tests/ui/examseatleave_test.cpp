// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockface.h"
#include "exambench.h"
#include "examreview.h"
#include "examsetup.h"
#include "generatedbank.h"
#include "positionpanel.h"
#include "questionview.h"
#include "runall.h"

#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace lectern;
using namespace lectern::test;

/// A pause, a break, another day, or never.
class ExamSeatLeaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pauseHidesTheQuestion();
    void leavesForTodayAndGoesOn();
    void leavesWithoutAPauseBefore();
    void aRehearsalIsNotPaused();
    void aBreakLocksWhatWasSeen();
    void aBreakIsTakenOnlyIfMeant();
    void aBreakAfterTheLastLeadsToTheReview();
    void aBreakSurvivesARestart();
    void timeMayRunOutOnABreak();
    void abandoningARehearsalSaysWhatItCosts();
    void abandoningAPauseLeadsToTheSetUp();
    void waysOutAreInTheMenu();

private:
    bool rehearse(ExamBench &bench, int breaks, bool stopsClock = false, int questions = 10) const
    {
        ExamDesk::Setup setup = bench.setup(AttemptMode::Rehearsal, questions);
        setup.rules.breaks = breaks;
        setup.rules.breaksStopClock = stopsClock;
        return bench.sit(setup);
    }

    QTemporaryDir m_packs;
};

void ExamSeatLeaveTest::initTestCase()
{
    QVERIFY(QDir(m_packs.path()).mkdir(QStringLiteral("generated")));
    QVERIFY(writeGeneratedPack(m_packs.filePath(QStringLiteral("generated"))));
}

void ExamSeatLeaveTest::pauseHidesTheQuestion()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Return);
    const int position = bench.desk().running()->currentPosition();
    bench.key(Qt::Key_A);
    bench.press("pause");
    QVERIFY(bench.curtained());
    QVERIFY(bench.desk().running()->paused());
    QVERIFY(!bench.shows<QuestionView>());
    QVERIFY(!bench.shows<PositionPanel>());
    QVERIFY(bench.find<QAbstractButton>("goOn")->hasFocus());
    QVERIFY(bench.find<QAbstractButton>("goOn")->accessibleDescription().startsWith(
        QStringLiteral("Paused. 2 hours left")));

    const auto events = bench.desk().running()->events().size();
    bench.pass(30 * 60000);
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), QStringLiteral("120:00"));
    for (const Qt::Key key : {Qt::Key_B, Qt::Key_F, Qt::Key_U, Qt::Key_R, Qt::Key_P, Qt::Key_G})
        bench.key(key);
    QCOMPARE(bench.desk().running()->events().size(), events);
    QVERIFY(bench.curtained());
    QVERIFY(bench.find<QAbstractButton>("pause")->isVisible()); // else the clock would jump
    QVERIFY(!bench.find<QAbstractButton>("pause")->isEnabled());
    bench.key(Qt::Key_P, Qt::ControlModifier); // paused it is already
    QCOMPARE(bench.desk().running()->events().size(), events);

    bench.key(Qt::Key_Return);
    QVERIFY(!bench.curtained());
    QVERIFY(bench.shows<QuestionView>());
    QCOMPARE(bench.desk().running()->currentPosition(), position);
    QVERIFY(bench.option(0)->isChecked());
    bench.pass(60000);
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), QStringLiteral("119:00"));
    QVERIFY(bench.find<QAbstractButton>("next")->hasFocus());
}

void ExamSeatLeaveTest::leavesForTodayAndGoesOn()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.sit(AttemptMode::Diagnostic));
    bench.makeRoom();
    bench.key(Qt::Key_A);
    bench.key(Qt::Key_Return);
    QSignalSpy immersive(bench.page.get(), &Page::immersive);
    bench.key(Qt::Key_P, Qt::ControlModifier);
    bench.key(Qt::Key_L);
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.shows<ExamSetup>());
    QCOMPARE(immersive.constLast().constFirst().toBool(), false);
    QCOMPARE(bench.desk().parked().size(), 1);
    QVERIFY(bench.messages.text().contains(QStringLiteral("go on")));

    bench.workspace.clock.advance(26 * 3600000);
    QVERIFY(bench.restart()); // nobody is put back into a seat they left
    QVERIFY(!bench.seated());
    QVERIFY(bench.desk().takeUp(bench.desk().parked().constFirst().id).ok());
    bench.page->goTo({});
    QVERIFY(bench.seated());
    QVERIFY(bench.curtained());
    bench.key(Qt::Key_Return);
    QVERIFY(!bench.curtained());
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered"));
    QVERIFY(bench.desk().clock().usedMs < 60000);
}

void ExamSeatLeaveTest::leavesWithoutAPauseBefore()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(bench.shows<ExamSetup>());
    QCOMPARE(bench.desk().parked().size(), 1);
}

void ExamSeatLeaveTest::aRehearsalIsNotPaused()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 0));
    const auto events = bench.desk().running()->events().size();
    bench.key(Qt::Key_P, Qt::ControlModifier);
    bench.key(Qt::Key_L, Qt::ControlModifier);
    bench.key(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(bench.desk().running()->events().size(), events);
    QVERIFY(bench.dialogs.asked.isEmpty());
    QVERIFY(!bench.find<QAbstractButton>("pause")->isVisible());
    QVERIFY(!bench.find<QWidget>("certainty")->isVisible());
    QVERIFY(!bench.find<QWidget>("reveal")->isVisible());
}

void ExamSeatLeaveTest::aBreakLocksWhatWasSeen()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 1, true));
    bench.makeRoom();
    bench.key(Qt::Key_A);
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    QTest::mouseClick(bench.cell(4), Qt::LeftButton);
    const QString before = bench.page->findChild<ClockFace *>()->text();
    bench.press("pause"); // of a rehearsal with a break it is the break
    QCOMPARE(bench.dialogs.asked, QStringList{QStringLiteral("Take the break?")});
    QVERIFY(bench.dialogs.details.constFirst().startsWith(QStringLiteral("3 questions seen so far will be locked")));
    QVERIFY(bench.curtained());
    QCOMPARE(bench.find<TextLabel>("curtain")->text(), QStringLiteral("Break"));
    QVERIFY(!bench.find<QWidget>("leaveForToday")->isVisible());
    bench.pass(20 * 60000);
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), before);

    bench.press("goOn");
    QVERIFY(!bench.curtained());
    QCOMPARE(bench.desk().running()->currentPosition(), 5); // the next open one
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, locked"));
    QTest::mouseClick(bench.cell(0), Qt::LeftButton);
    QCOMPARE(bench.desk().running()->currentPosition(), 5);
    QVERIFY(bench.status().contains(QStringLiteral("locked")));
    bench.key(Qt::Key_P);
    QCOMPARE(bench.desk().running()->currentPosition(), 3); // over the locked one
    bench.key(Qt::Key_P);
    QCOMPARE(bench.desk().running()->currentPosition(), 2);
    QVERIFY(!bench.find<QAbstractButton>("previous")->isEnabled());

    bench.key(Qt::Key_R);
    auto *list = bench.page->findChild<ExamReview *>()->list();
    QCOMPARE(list->topLevelItem(0)->text(3), QStringLiteral("Locked"));
    list->setCurrentItem(list->topLevelItem(0));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(bench.shows<ExamReview>());
    QVERIFY(bench.messages.text().contains(QStringLiteral("locked")));
    bench.key(Qt::Key_Escape);
    bench.key(Qt::Key_B, Qt::ControlModifier); // there was one
    QCOMPARE(bench.dialogs.asked.size(), 1);
}

void ExamSeatLeaveTest::aBreakIsTakenOnlyIfMeant()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 1));
    bench.dialogs.agrees = false;
    bench.key(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(bench.dialogs.asked.size(), 1);
    QVERIFY(bench.dialogs.details.constFirst().contains(QStringLiteral("The clock goes on")));
    QVERIFY(!bench.curtained());
    QVERIFY(!bench.desk().running()->onBreak());
    QCOMPARE(bench.desk().running()->breaksLeft(), 1);
}

void ExamSeatLeaveTest::aBreakAfterTheLastLeadsToTheReview()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 1, false, 5));
    for (int position = 1; position < 5; ++position)
        QTest::mouseClick(bench.cell(position), Qt::LeftButton);
    bench.key(Qt::Key_B, Qt::ControlModifier);
    bench.press("goOn");
    QVERIFY(bench.shows<ExamReview>());
    bench.key(Qt::Key_Escape); // there is no question to go back to
    QVERIFY(bench.shows<ExamReview>());
    bench.press("submit");
    QVERIFY(bench.reporting());
}

void ExamSeatLeaveTest::aBreakSurvivesARestart()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 1));
    bench.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(bench.restart());
    QVERIFY(bench.curtained());
    bench.key(Qt::Key_Return);
    QVERIFY(bench.shows<QuestionView>());
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
}

void ExamSeatLeaveTest::timeMayRunOutOnABreak()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 1));
    bench.key(Qt::Key_B, Qt::ControlModifier);
    bench.pass(bench.desk().clock().remainingMs);
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.reporting());
}

void ExamSeatLeaveTest::abandoningARehearsalSaysWhatItCosts()
{
    ExamBench bench(m_packs.path());
    QVERIFY(bench.open());
    QVERIFY(rehearse(bench, 0));
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Return);
    const int seen = bench.desk().running()->currentPosition() + 1;
    bench.dialogs.agrees = false;
    bench.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.dialogs.asked, QStringList{QStringLiteral("Abandon the rehearsal?")});
    QVERIFY(bench.dialogs.details.constFirst().startsWith(QString::number(seen) + QLatin1String(" question")));
    QVERIFY(bench.dialogs.details.constFirst().contains(QStringLiteral("The rest stay sealed.")));
    QVERIFY(bench.seated());
    bench.dialogs.agrees = true;
    bench.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.shows<ExamSetup>()); // there is no result to report
    QVERIFY(!bench.reporting());
    QVERIFY(bench.messages.text().contains(QStringLiteral("without a result")));
    QVERIFY(rehearse(bench, 0)); // the seat opens again
    QVERIFY(bench.desk().submit().ok());
    QVERIFY(bench.reporting());
}

void ExamSeatLeaveTest::abandoningAPauseLeadsToTheSetUp()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.key(Qt::Key_P, Qt::ControlModifier);
    bench.press("abandon");
    QCOMPARE(bench.dialogs.asked, QStringList{QStringLiteral("Abandon this attempt?")});
    QVERIFY(bench.dialogs.details.constFirst().contains(QStringLiteral("another day")));
    QVERIFY(bench.shows<ExamSetup>());
    QVERIFY(bench.desk().parked().isEmpty());
}

void ExamSeatLeaveTest::waysOutAreInTheMenu()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.press("seatMenu");
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList shown;
    for (const QAction *action : menu->actions()) {
        if (action->isVisible())
            shown << action->text();
    }
    QCOMPARE(
        shown, (QStringList{QStringLiteral("Pause"), QStringLiteral("Leave for today"), QStringLiteral("Abandon…")}));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(bench.curtained());
}

LECTERN_TEST_CLASS(ExamSeatLeaveTest)

#include "examseatleave_test.moc"
