// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockface.h"
#include "codeview.h"
#include "countdown.h"
#include "exambench.h"
#include "examreview.h"
#include "examwords.h"
#include "positionpanel.h"
#include "questionview.h"
#include "runall.h"
#include "seatstrip.h"

#include <QAccessible>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace lectern;
using namespace lectern::test;

class ExamSeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesByMouseAndByKey();
    void optionsAreOneRadioGroup();
    void flagsAndGridStates();
    void arrowsWalkTheGrid();
    void nextAsksForUnreadOptionsFirst();
    void reviewFindsBlankAndFlagged();
    void warnsOnceAndTellsTimeWhenAsked();
    void nothingMovesWhenTheClockTicks();
    void clockCanBeHidden();
    void keepsWhatTheDiskRefuses();
    void narrowWindowsGetADropDown();
    void codeZoomIsKept();
};

void ExamSeatTest::choosesByMouseAndByKey()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QSignalSpy immersive(bench.page.get(), &Page::immersive);
    QVERIFY(bench.start());
    QVERIFY(bench.seated());
    QCOMPARE(immersive.size(), 1);
    QCOMPARE(immersive.constFirst().constFirst().toBool(), true);
    const Attempt *attempt = bench.desk().running();

    QTest::mouseClick(bench.option(1), Qt::LeftButton);
    QCOMPARE(attempt->at(0).choice, QStringList{bench.optionId(0, 1)});
    QCOMPARE(bench.status(), QStringLiteral("Question 1: B saved"));
    QCOMPARE(bench.saved(), QStringLiteral("Saved"));
    bench.key(Qt::Key_C);
    QCOMPARE(attempt->at(0).choice, QStringList{bench.optionId(0, 2)});
    QVERIFY(bench.option(2)->isChecked());
    QVERIFY(!bench.option(1)->isChecked());
    bench.key(Qt::Key_4);
    QCOMPARE(attempt->at(0).choice, QStringList{bench.optionId(0, 3)});

    const auto events = attempt->events().size();
    bench.key(Qt::Key_D);
    QCOMPARE(attempt->events().size(), events); // the same choice again is not an event
    bench.key(Qt::Key_Backspace);
    QVERIFY(attempt->at(0).choice.isEmpty());
    QVERIFY(!bench.option(3)->isChecked());

    bench.key(Qt::Key_A);
    const auto fresh = Attempt::fold(attempt->setup(), attempt->events());
    QVERIFY(fresh.ok());
    QCOMPARE(fresh->at(0).choice, QStringList{bench.optionId(0, 0)});
    QCOMPARE(fresh->at(0).answerChanges, attempt->at(0).answerChanges);
}

void ExamSeatTest::optionsAreOneRadioGroup()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    const Item item = bench.desk().item(0).value();
    for (int i = 0; i < 4; ++i) {
        QAccessibleInterface *row = QAccessible::queryAccessibleInterface(bench.option(i));
        QCOMPARE(row->role(), QAccessible::RadioButton);
        QVERIFY(row->text(QAccessible::Name).startsWith(letter(i) + QStringLiteral(", ")));
        QCOMPARE(bool(row->state().checked), false);
        // Whole text: no option is cut.
        QVERIFY(bench.option(i)->height() >= bench.option(i)->heightForWidth(bench.option(i)->width()));
    }
    bench.option(0)->setFocus();
    QTest::keyClick(bench.option(0), Qt::Key_Down);
    QVERIFY(bench.option(1)->hasFocus());
    QVERIFY(bench.desk().running()->at(0).choice.isEmpty()); // arrows move, they do not answer
    QTest::keyClick(bench.option(1), Qt::Key_Space);
    QCOMPARE(bench.desk().running()->at(0).choice, QStringList{bench.optionId(0, 1)});
    QVERIFY(bool(QAccessible::queryAccessibleInterface(bench.option(1))->state().checked));
    QTest::keyClick(bench.option(1), Qt::Key_Up);
    QTest::keyClick(bench.option(0), Qt::Key_Up);
    QVERIFY(bench.option(3)->hasFocus());
}

void ExamSeatTest::flagsAndGridStates()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, blank, current"));
    bench.key(Qt::Key_B);
    bench.key(Qt::Key_F);
    QVERIFY(bench.desk().running()->at(0).flagged);
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, flagged, current"));
    QTest::mouseClick(bench.cell(16), Qt::LeftButton);
    QCOMPARE(bench.desk().running()->currentPosition(), 16);
    QVERIFY(bench.cell(16)->current());
    QVERIFY(!bench.cell(0)->current());
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, flagged"));
    QCOMPARE(bench.cell(1)->accessibleName(), QStringLiteral("Question 2, not seen"));

    auto *panel = bench.page->findChild<PositionPanel *>();
    panel->filter()->setCurrent(2);
    QVERIFY(bench.cell(0)->isVisible());
    QVERIFY(!bench.cell(16)->isVisible());
    panel->filter()->setCurrent(1);
    QVERIFY(!bench.cell(0)->isVisible());
    QVERIFY(bench.cell(16)->isVisible());
    panel->filter()->setCurrent(0);
    QTest::mouseClick(bench.cell(0), Qt::LeftButton);
    bench.press("flag");
    QVERIFY(!bench.desk().running()->at(0).flagged);
}

void ExamSeatTest::arrowsWalkTheGrid()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.key(Qt::Key_G);
    QVERIFY(bench.cell(0)->hasFocus());
    QTest::keyClick(bench.cell(0), Qt::Key_Right);
    QTest::keyClick(bench.cell(1), Qt::Key_Down);
    QVERIFY(bench.cell(7)->hasFocus());
    QTest::keyClick(bench.cell(7), Qt::Key_Return); // goes there, not to the next question
    QCOMPARE(bench.desk().running()->currentPosition(), 7);
    bench.key(Qt::Key_G);
    QTest::keyClick(bench.cell(7), Qt::Key_End);
    QVERIFY(bench.cell(59)->hasFocus());
}

void ExamSeatTest::nextAsksForUnreadOptionsFirst()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.page->resize(1280, 300);
    QTest::qWait(0);
    bench.key(Qt::Key_N);
    QCOMPARE(bench.desk().running()->currentPosition(), 0);
    for (int i = 0; i < 12 && bench.desk().running()->currentPosition() == 0; ++i)
        bench.key(Qt::Key_Return);
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
    bench.key(Qt::Key_A);
    bench.key(Qt::Key_Return); // answered: no reason to ask
    QCOMPARE(bench.desk().running()->currentPosition(), 2);
    bench.key(Qt::Key_P);
    bench.press("previous");
    QCOMPARE(bench.desk().running()->currentPosition(), 0);
    QVERIFY(!bench.find<QAbstractButton>("previous")->isEnabled());
}

void ExamSeatTest::reviewFindsBlankAndFlagged()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    for (int position = 0; position < 4; ++position) {
        if (position != 1)
            bench.key(Qt::Key_A);
        if (position == 2)
            bench.key(Qt::Key_F);
        QTest::mouseClick(bench.cell(position + 1), Qt::LeftButton);
    }
    bench.key(Qt::Key_R);
    auto *review = bench.page->findChild<ExamReview *>();
    QVERIFY(review->isVisible());
    QCOMPARE(bench.find<TextLabel>("counts")->text(), QStringLiteral("3 answered, 2 blank, 1 flagged"));
    QTreeWidget *list = review->list();
    QCOMPARE(list->topLevelItemCount(), 5);
    auto *filter = review->findChild<Segments *>();
    filter->setCurrent(1);
    QVERIFY(list->topLevelItem(0)->isHidden());
    QVERIFY(!list->topLevelItem(1)->isHidden());
    filter->setCurrent(2);
    QVERIFY(!list->topLevelItem(2)->isHidden());
    QVERIFY(list->topLevelItem(1)->isHidden());
    filter->setCurrent(0);

    bench.key(Qt::Key_A); // the questions' keys rest here
    QVERIFY(bench.desk().running()->at(4).choice.isEmpty());
    list->setCurrentItem(list->topLevelItem(1));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!review->isVisible());
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
    bench.key(Qt::Key_R);
    bench.key(Qt::Key_Escape);
    QVERIFY(!review->isVisible());
    QVERIFY(bench.seated());
}

void ExamSeatTest::warnsOnceAndTellsTimeWhenAsked()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.tick();
    const QString before = bench.status();
    bench.workspace.clock.advance(60000);
    bench.tick();
    QCOMPARE(bench.status(), before); // a screen reader is not told every second
    bench.key(Qt::Key_T);
    QCOMPARE(bench.status(), spokenTimeLeft(119 * 60000));
    QSignalSpy warned(bench.page->findChild<Countdown *>(), &Countdown::warned);
    for (const int left : {31, 30, 29, 15, 14, 5, 4, 1}) {
        const qint64 now = bench.desk().clock().remainingMs;
        bench.workspace.clock.advance(now - left * 60000);
        bench.tick();
        bench.tick();
    }
    QCOMPARE(warned.size(), 4);
    QCOMPARE(bench.status(), spokenTimeLeft(60000));
}

void ExamSeatTest::nothingMovesWhenTheClockTicks()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    QTest::qWait(0);
    auto *strip = bench.page->findChild<SeatStrip *>();
    const auto places = [strip] {
        QList<QRect> all;
        for (const QWidget *part : strip->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            all << part->geometry();
        return all;
    };
    const QList<QRect> before = places();
    for (const int left : {119, 100, 99, 11, 9, 1}) {
        bench.workspace.clock.advance(bench.desk().clock().remainingMs - left * 60000 - 1234);
        bench.tick();
        QCoreApplication::processEvents();
        QCOMPARE(places(), before);
    }
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), clockText(bench.desk().clock().remainingMs));
}

void ExamSeatTest::clockCanBeHidden()
{
    ExamBench bench;
    QVERIFY(bench.open());
    auto *shown = bench.find<QCheckBox>("showClock");
    QVERIFY(shown->isChecked());
    QTest::mouseClick(shown, Qt::LeftButton, {}, QPoint(8, shown->height() / 2));
    QCOMPARE(bench.workspace->settings().value(Setting::ShowClock).toBool(), false);
    QVERIFY(bench.start(5));
    QVERIFY(!bench.find<ClockFace>("clock")->isVisible());
    bench.press("hideClock");
    QVERIFY(bench.find<ClockFace>("clock")->isVisible());
    QCOMPARE(bench.workspace->settings().value(Setting::ShowClock).toBool(), true);
}

void ExamSeatTest::keepsWhatTheDiskRefuses()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    {
        const WritesRefused refused;
        bench.key(Qt::Key_B);
        QVERIFY(bench.desk().running()->at(0).choice.isEmpty());
        QVERIFY(bench.option(1)->isChecked()); // the choice stays in sight
        QCOMPARE(bench.saved(), QStringLiteral("Not saved yet"));
        QVERIFY(bench.messages.text().startsWith(QStringLiteral("Not saved yet, kept in memory")));
        QVERIFY(bench.status().contains(QStringLiteral("kept in memory")));
        QCOMPARE(bench.cell(0)->mark(), Mark::Answered);
        QTest::mouseClick(bench.cell(1), Qt::LeftButton);
        QTest::mouseClick(bench.cell(0), Qt::LeftButton);
        QVERIFY(bench.option(1)->isChecked());
    }
    bench.key(Qt::Key_F); // the next act stores what was kept
    QCOMPARE(bench.desk().running()->at(0).choice, QStringList{bench.optionId(0, 1)});
    QVERIFY(bench.desk().running()->at(0).flagged);
    QCOMPARE(bench.saved(), QStringLiteral("Saved"));
    QVERIFY(bench.desk().running()->at(1).seen);
    QVERIFY(bench.messages.text().contains(QStringLiteral("Everything is saved")));
}

void ExamSeatTest::narrowWindowsGetADropDown()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    auto *panel = bench.page->findChild<PositionPanel *>();
    QAbstractButton *button = bench.page->findChild<SeatStrip *>()->positionButton();
    QVERIFY(panel->isVisible());
    QVERIFY(!button->isVisible());
    QVERIFY(bench.page->minimumSizeHint().width() <= 640); // else no window could become narrow
    bench.page->resize(640, 752);
    QVERIFY(!panel->isVisible());
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("1 of 60"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(panel->isVisible());
    QTest::mouseClick(bench.cell(20), Qt::LeftButton);
    QVERIFY(!panel->isVisible());
    QVERIFY(bench.page->findChild<QuestionView *>()->isVisible());
    QCOMPARE(button->text(), QStringLiteral("21 of 60"));
}

void ExamSeatTest::codeZoomIsKept()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    auto *code = bench.page->findChild<QuestionView *>()->findChild<CodeView *>();
    Q_EMIT code->zoomChanged(150);
    Q_EMIT code->wrapChanged(true);
    QCOMPARE(bench.workspace->settings().value(Setting::CodeZoom).toInt(), 150);
    QCOMPARE(bench.workspace->settings().value(Setting::CodeWrap).toBool(), true);
    QVERIFY(bench.restart());
    QCOMPARE(bench.page->findChild<QuestionView *>()->findChild<CodeView *>()->zoom(), 150);
}

LECTERN_TEST_CLASS(ExamSeatTest)

#include "examseat_test.moc"
