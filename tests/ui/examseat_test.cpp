// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"
#include "exambench.h"
#include "examreview.h"
#include "examwords.h"
#include "positionpanel.h"
#include "questionview.h"
#include "runall.h"
#include "safetext.h"
#include "seatstrip.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeWidget>

#include <algorithm>

using namespace lectern;
using namespace lectern::test;

class ExamSeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesByMouseAndByKey();
    void optionsAreOneRadioGroup();
    void flagsAndGridStates();
    void unsureIsAMarkAndAFilter();
    void unreadIsMarkedOnceLeft();
    void namesTheAttempt();
    void arrowsWalkTheGrid();
    void nextAsksForUnreadOptionsFirst();
    void tabFollowsThePage();
    void reviewFindsBlankAndFlagged();
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
    bench.makeRoom();
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

void ExamSeatTest::unsureIsAMarkAndAFilter()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.key(Qt::Key_U);
    QVERIFY(bench.desk().running()->at(0).unsure);
    QCOMPARE(bench.status(), QStringLiteral("Question 1 marked unsure"));
    QVERIFY(bench.find<QAbstractButton>("unsure")->isChecked());
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, blank, unsure, current"));
    const QImage marked = bench.cell(0)->grab().toImage();

    auto *panel = bench.page->findChild<PositionPanel *>();
    QStringList filters;
    for (const auto *segment : panel->filter()->findChildren<QAbstractButton *>())
        filters << segment->accessibleName();
    QCOMPARE(filters, (QStringList{QStringLiteral("All, 5"), QStringLiteral("Blank, 5"), QStringLiteral("Flagged, 0"),
                          QStringLiteral("Unsure, 1")}));
    panel->filter()->setCurrent(3);
    QVERIFY(bench.cell(0)->isVisible());
    QVERIFY(!bench.cell(1)->isVisible());
    bench.press("unsure"); // what is not unsure any more leaves the filter
    QVERIFY(!bench.desk().running()->at(0).unsure);
    QVERIFY(!bench.cell(0)->isVisible());
    panel->filter()->setCurrent(0);
    QVERIFY(bench.cell(0)->grab().toImage() != marked);
}

void ExamSeatTest::unreadIsMarkedOnceLeft()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.page->resize(1280, 300);
    QCoreApplication::processEvents();
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    QVERIFY(!bench.cell(1)->marks().unread); // it is still being read
    QTest::mouseClick(bench.cell(2), Qt::LeftButton);
    QVERIFY(bench.desk().running()->at(1).unread);
    QVERIFY(bench.cell(1)->accessibleName().endsWith(QStringLiteral("not read to its end")));
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    auto *bar = bench.page->findChild<QuestionView *>()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(!bench.desk().running()->at(1).unread);
    bar->setValue(0);
    QTest::mouseClick(bench.cell(3), Qt::LeftButton); // what was read to its end once was read
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    bench.key(Qt::Key_R);
    QVERIFY(!bench.desk().running()->at(1).unread);
    QVERIFY(bench.desk().running()->at(2).unread && bench.desk().running()->at(3).unread);
}

void ExamSeatTest::namesTheAttempt()
{
    const Certification certification = [] {
        ExamBench bench;
        return bench.open() ? bench.workspace->guide().certification() : Certification();
    }();
    AttemptSetup setup;
    setup.blueprint = certification.blueprints.constFirst().id;
    setup.items.resize(3);
    setup.minutes = 8;
    setup.mode = AttemptMode::Rehearsal;
    QCOMPARE(attemptTitle(setup, certification), QStringLiteral("Rehearsal"));
    setup.items[0].reserve = QStringLiteral("R1");
    QCOMPARE(attemptTitle(setup, certification), QStringLiteral("Rehearsal, sealed form"));
    setup.rules.timePercent = 125;
    QCOMPARE(attemptDetail(setup, certification),
        certification.blueprints.constFirst().title + QStringLiteral(", 3 questions, 8 min, extra time 1.25 ×"));
    setup.mode = AttemptMode::Drill;
    setup.criteria.missed = true;
    const Topic &topic = certification.domains.constFirst().topics.constFirst();
    setup.criteria.topics = {topic.id};
    QCOMPARE(attemptTitle(setup, certification), QStringLiteral("Drill: missed, ") + topic.shortTitle);
    setup.criteria = {};
    setup.criteria.notInLast = 1;
    QCOMPARE(attemptTitle(setup, certification), QStringLiteral("Drill: not in the last attempt"));
    setup.mode = AttemptMode::Study;
    setup.criteria = {};
    setup.minutes = 0;
    setup.rules.timePercent = 100;
    QCOMPARE(attemptTitle(setup, certification), QStringLiteral("Study"));
    QVERIFY(!attemptDetail(setup, certification).contains(QStringLiteral("min")));
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

void ExamSeatTest::tabFollowsThePage()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    auto *next = bench.find<QWidget>("next");
    QVERIFY(next->hasFocus());
    QWidgetList reached;
    for (QWidget *widget = next->nextInFocusChain(); widget != next; widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
            reached << widget;
    }
    QList<qsizetype> places;
    for (QWidget *widget : std::initializer_list<QWidget *>{bench.find<QWidget>("hideClock"), bench.cell(0),
             bench.page->findChild<OptionList *>()->parentWidget()->findChild<SafeText *>(), bench.option(0),
             bench.option(1), bench.find<QWidget>("flag")}) {
        places << reached.indexOf(widget);
        QVERIFY2(places.constLast() >= 0, widget->metaObject()->className());
    }
    QVERIFY(std::is_sorted(places.cbegin(), places.cend()));
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
    QCOMPARE(list->currentItem(), list->topLevelItem(2)); // not what has been hidden
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
