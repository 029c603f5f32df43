// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpage.h"

#include "daypanel.h"
#include "loadstrip.h"
#include "monthview.h"
#include "newplandialog.h"
#include "planbench.h"
#include "writesrefused.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimer>
#include <QToolTip>

#include <memory>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{
const QDate monday(2026, 11, 23); ///< the bench's today
}

class PlanPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    PlanPage *m_page = nullptr;

    RepairDesk &repair() { return m_bench->workspace->repair(); }
    PlanDesk &desk() { return m_bench->workspace->plan(); }
    MonthView *view() { return m_page->findChild<MonthView *>(); }
    QWidget *panel() { return m_page->findChild<QWidget *>(QStringLiteral("dayPanel")); }
    QString title() { return m_page->findChild<QLabel *>(QStringLiteral("monthTitle"))->text(); }
    Block block(QDate date, int index = 0) { return desk().blocks(date, date).value(index); }

    void open(bool withPlan)
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(!withPlan || m_bench->makePlan());
        m_page = new PlanPage(desk(), m_bench->workspace->repair(), m_bench->workspace->history(),
            m_bench->workspace->settings(), m_bench->ui);
        m_bench->show(m_page);
    }
    void clickBlock(QDate date, int entry)
    {
        const QRect box = view()->entryRect(date, entry);
        QVERIFY(!box.isEmpty());
        QTest::mouseClick(view(), Qt::LeftButton, {}, box.center());
    }
    QAccessibleInterface *accessibleDay(QDate date)
    {
        QAccessibleInterface *month = QAccessible::queryAccessibleInterface(view());
        return month->child(int(view()->data().firstDay().daysTo(date)));
    }

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void asksForAPlanWhereThereIsNone()
    {
        open(false);
        QVERIFY(!m_bench->button(QStringLiteral("printPlan"))->isEnabled());
        QVERIFY(!m_bench->button(QStringLiteral("exportPlan"))->isEnabled());
        m_bench->dialogs.onRun = [](QDialog &) { return false; };
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Make a plan")), Qt::LeftButton);
        QCOMPARE(m_bench->dialogs.runs, 1);
        QVERIFY(!desk().hasPlan());
    }

    void makesAPlanThroughTheDialog()
    {
        open(false);
        PlanInputs chosen;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            auto &form = dynamic_cast<NewPlanDialog &>(dialog);
            form.findChild<QDateEdit *>(QStringLiteral("planStart"))->setDate(monday);
            form.findChild<QSpinBox *>(QStringLiteral("minutes2"))->setValue(0);
            form.findChild<QDateEdit *>(QStringLiteral("offFrom"))->setDate(QDate(2026, 12, 24));
            form.findChild<QDateEdit *>(QStringLiteral("offTo"))->setDate(QDate(2026, 12, 26));
            QTest::mouseClick(form.findChild<QPushButton *>(QStringLiteral("offAdd")), Qt::LeftButton);
            chosen = form.inputs();
            QTest::mouseClick(form.findChild<QPushButton *>(QStringLiteral("makePlan")), Qt::LeftButton);
            return dialog.result() == QDialog::Accepted;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("newPlan")), Qt::LeftButton);
        QVERIFY(desk().hasPlan());
        QCOMPARE(*desk().inputs(), chosen);
        QCOMPARE(chosen.daysOff, QList<QDate>({QDate(2026, 12, 24), QDate(2026, 12, 25), QDate(2026, 12, 26)}));
        QVERIFY(!chosen.examDate.isValid());
        QVERIFY(desk().blocks(QDate(2026, 11, 24), QDate(2026, 11, 24)).isEmpty());
        QVERIFY(!desk().blocks(monday, monday).isEmpty());
        QVERIFY(view()->isVisible());
        QCOMPARE(title(), QStringLiteral("November 2026"));

        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QVERIFY(!desk().hasPlan());
        QVERIFY(!view()->isVisible());
    }

    void dialogSaysWhatDoesNotFit()
    {
        open(true);
        NewPlanDialog dialog(desk(), repair(), m_bench->theme);
        const QString before = dialog.previewText();
        for (int day = 1; day <= 7; ++day)
            dialog.findChild<QSpinBox *>(QStringLiteral("minutes%1").arg(day))->setValue(30);
        QVERIFY(dialog.previewText() != before);
        const Result<Plan> plan = desk().preview(dialog.inputs());
        QVERIFY(plan.ok());
        QVERIFY(dialog.previewText().contains(QStringLiteral("%1 blocks").arg(plan->blocks.size())));
        QVERIFY2(dialog.previewText().contains(QStringLiteral("do not fit")), qPrintable(dialog.previewText()));
        auto *make = dialog.findChild<QPushButton *>(QStringLiteral("makePlan"));
        QVERIFY(make->isEnabled());
        for (int day = 1; day <= 7; ++day)
            dialog.findChild<QSpinBox *>(QStringLiteral("minutes%1").arg(day))->setValue(0);
        QVERIFY(!make->isEnabled());
        QVERIFY(!make->toolTip().isEmpty());
    }

    void dialogAsksHowMuchOfIt()
    {
        open(true);
        NewPlanDialog dialog(desk(), repair(), m_bench->theme);
        const auto combo = [&](const char *name) { return dialog.findChild<QComboBox *>(QLatin1String(name)); };
        const auto choose = [](QComboBox *box, int index) {
            QTest::keyClick(box, Qt::Key_Home);
            for (int i = 0; i < index; ++i)
                QTest::keyClick(box, Qt::Key_Down);
            return box->currentIndex() == index;
        };
        const int full = desk().preview(dialog.inputs())->neededMinutes;
        QCOMPARE(dialog.inputs().scope, PlanScope::Full);
        QCOMPARE(dialog.inputs().projects, ProjectChoice::One);
        QCOMPARE(combo("planProjects")->count(), int(desk().certification().projects.size()) + 2);
        QVERIFY(choose(combo("planScope"), 1));
        QVERIFY(choose(combo("planProjects"), combo("planProjects")->count() - 1));
        QVERIFY(choose(combo("planBlueprint"), combo("planBlueprint")->count() - 1));
        dialog.findChild<QSpinBox *>(QStringLiteral("planBuffer"))->setValue(20);
        QTest::mouseClick(dialog.findChild<QCheckBox *>(QStringLiteral("long7")), Qt::LeftButton, {}, QPoint(6, 8));
        const PlanInputs asked = dialog.inputs();
        QCOMPARE(asked.scope, PlanScope::Focused);
        QCOMPARE(asked.projects, ProjectChoice::None);
        QCOMPARE(asked.blueprint, desk().certification().blueprints.constLast().id);
        QCOMPARE(asked.bufferPercent, 20);
        QVERIFY(asked.longSitting[5] && !asked.longSitting[6]);
        const Result<Plan> plan = desk().preview(asked);
        QVERIFY(plan.ok());
        QVERIFY(plan->neededMinutes < full);
        QVERIFY(std::none_of(plan->blocks.cbegin(), plan->blocks.cend(),
            [](const Block &block) { return block.kind == BlockKind::Project; }));
        QVERIFY(!dialog.findChild<QCheckBox *>(QStringLiteral("long3"))->isEnabled());
        QCOMPARE(dialog.findChild<QLabel *>(QStringLiteral("planWeek"))->text(), QStringLiteral("28 h a week"));
    }

    void whatTheExamDoesNotAskIsMarked()
    {
        open(true);
        int marked = 0;
        for (const Blueprint &blueprint : desk().certification().blueprints) {
            PlanInputs inputs = *desk().inputs();
            inputs.blueprint = blueprint.id;
            QVERIFY(desk().makePlan(inputs).ok());
            const QSet<QString> beyond = desk().beyondTheExam();
            const MonthData data = wholePlanData(desk());
            for (const MonthData::Week &week : data.weeks) {
                for (const MonthData::Day &day : week.days) {
                    for (const MonthData::Entry &entry : day.entries) {
                        QCOMPARE(entry.beyond, beyond.contains(entry.block.topic));
                        QCOMPARE(entry.spoken.endsWith(QStringLiteral(", beyond the exam")), entry.beyond);
                        if (entry.beyond && ++marked == 1) {
                            m_page->goTo(day.date.toString(Qt::ISODate));
                            const auto labels = panel()->findChildren<QLabel *>();
                            QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                                return label->text().contains(QStringLiteral("beyond the exam"));
                            }));
                        }
                    }
                }
            }
            NewPlanDialog dialog(desk(), repair(), m_bench->theme);
            QCOMPARE(dialog.previewText().contains(QStringLiteral("Beyond the exam")), !beyond.isEmpty());
        }
        QVERIFY(marked > 0);
    }

    void dialogTakesTheExamFromTheAppointment()
    {
        open(true);
        NewPlanDialog dialog(desk(), repair(), m_bench->theme);
        QCOMPARE(dialog.inputs().examDate, QDate(2027, 1, 9));
        dialog.findChild<QCheckBox *>(QStringLiteral("planHasExam"))->click();
        QVERIFY(!dialog.inputs().examDate.isValid());
    }

    void aRetakeHasAnEarliestDay()
    {
        open(true);
        const QDate earliest(2027, 1, 26);
        PlanInputs offered;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            auto &form = dynamic_cast<NewPlanDialog &>(dialog);
            auto *exam = form.findChild<QDateEdit *>(QStringLiteral("planExam"));
            offered = form.inputs();
            exam->setDate(earliest.addDays(-3));
            return form.inputs().examDate == earliest;
        };
        m_page->goTo(QStringLiteral("new/2027-01-26"));
        QCOMPARE(offered.examDate, earliest);
        QCOMPARE(desk().inputs()->examDate, earliest);
    }

    void dialogRemovesDaysOff()
    {
        open(false);
        NewPlanDialog dialog(desk(), repair(), m_bench->theme);
        auto *add = dialog.findChild<QPushButton *>(QStringLiteral("offAdd"));
        auto *remove = dialog.findChild<QPushButton *>(QStringLiteral("offRemove"));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("daysOff"));
        add->click();
        add->click();
        QCOMPARE(dialog.inputs().daysOff.size(), 1);
        QVERIFY(!remove->isEnabled());
        list->item(0)->setSelected(true);
        remove->click();
        QVERIFY(dialog.inputs().daysOff.isEmpty());
    }

    void ticksDoneBySpaceAndTakesItBack()
    {
        open(true);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(view()->selectedEntry(), 0);
        QTest::keyClick(view(), Qt::Key_Space);
        QCOMPARE(block(monday).state, BlockState::Done);
        QVERIFY(m_bench->messages->isVisible());
        QTest::keyClick(view(), Qt::Key_Space);
        QCOMPARE(block(monday).state, BlockState::Planned);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(block(monday).state, BlockState::Done);
    }

    void ticksDoneByMouse()
    {
        open(true);
        clickBlock(monday, 1);
        QVERIFY(panel()->isVisible());
        const QList<QCheckBox *> boxes = panel()->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), desk().blocks(monday, monday).size());
        QTest::mouseClick(boxes[1], Qt::LeftButton, {}, QPoint(8, boxes[1]->height() / 2));
        QCOMPARE(block(monday, 1).state, BlockState::Done);
        QCOMPARE(block(monday, 0).state, BlockState::Planned);
        QVERIFY(boxes[1]->isChecked());
    }

    void logsMinutesFromTheKeyboard()
    {
        open(true);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return);
        QTest::keyClick(view(), Qt::Key_L);
        auto *minutes = qobject_cast<QSpinBox *>(QApplication::focusWidget());
        QVERIFY(minutes);
        QTest::keyClicks(minutes, QStringLiteral("45"));
        QTest::keyClick(minutes, Qt::Key_Return);
        QCOMPARE(block(monday).loggedMinutes, 45);
        QCOMPARE(block(monday).state, BlockState::Planned);
        QVERIFY(!minutes->isVisible());
    }

    void logsMinutesByMouse()
    {
        open(true);
        clickBlock(monday, 0);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockOpenLog")), Qt::LeftButton);
        auto *minutes = panel()->findChild<QSpinBox *>(QStringLiteral("blockMinutes"));
        QVERIFY(minutes->isVisible());
        minutes->setValue(30);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockLog")), Qt::LeftButton);
        QCOMPARE(block(monday).loggedMinutes, 30);
    }

    void saysPartlyDoneAndDoneWithWhatItTook()
    {
        open(true);
        clickBlock(monday, 0);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockOpenPart")), Qt::LeftButton);
        auto *minutes = panel()->findChild<QSpinBox *>(QStringLiteral("blockMinutes"));
        QVERIFY(minutes->hasFocus());
        QVERIFY(!m_bench->button(QStringLiteral("blockLog")));
        minutes->setValue(35);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockPartly")), Qt::LeftButton);
        QCOMPARE(block(monday).state, BlockState::Partly);
        QCOMPARE(block(monday).loggedMinutes, 35);
        QCOMPARE(m_bench->messages->text(), QStringLiteral("Block partly done, 35 min logged."));
        QTest::mouseClick(m_bench->button(QStringLiteral("blockOpenPart")), Qt::LeftButton);
        minutes->setValue(20);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockTook")), Qt::LeftButton);
        QCOMPARE(block(monday).state, BlockState::Done);
        QCOMPARE(block(monday).loggedMinutes, 55);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(block(monday).state, BlockState::Partly);
        QCOMPARE(block(monday).loggedMinutes, 35);
    }

    void saysPartlyDoneByKeys()
    {
        open(true);
        clickBlock(monday, 0);
        QAbstractButton *part = m_bench->button(QStringLiteral("blockOpenPart"));
        part->setFocus();
        QTest::keyClick(part, Qt::Key_Space);
        auto *minutes = panel()->findChild<QSpinBox *>(QStringLiteral("blockMinutes"));
        QTest::keyClicks(minutes, QStringLiteral("25"));
        QTest::keyClick(minutes, Qt::Key_Return);
        QCOMPARE(block(monday).state, BlockState::Partly);
        QCOMPARE(block(monday).loggedMinutes, 25);
    }

    void startsABlockFromItsRow()
    {
        open(true);
        clickBlock(monday, 0);
        const QSignalSpy wanted(m_page, &PlanPage::startWanted);
        QTest::mouseClick(m_bench->button(QStringLiteral("blockStart")), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<BlockId>(), block(monday).id);
    }

    void movesByKeys()
    {
        open(true);
        view()->setFocus();
        QCOMPARE(view()->selectedDate(), monday);
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(view()->selectedDate(), monday.addDays(1));
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->selectedDate(), monday.addDays(8));
        QCOMPARE(title(), QStringLiteral("November 2026"));
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->selectedDate(), monday.addDays(15));
        QCOMPARE(title(), QStringLiteral("December 2026"));
        QTest::keyClick(view(), Qt::Key_PageDown);
        QCOMPARE(view()->selectedDate(), QDate(2027, 1, 8));
        QCOMPARE(title(), QStringLiteral("January 2027"));
        QTest::keyClick(view(), Qt::Key_PageUp);
        QCOMPARE(title(), QStringLiteral("December 2026"));
        QTest::keyClick(view(), Qt::Key_Home);
        QCOMPARE(view()->selectedDate(), monday);
        QCOMPARE(title(), QStringLiteral("November 2026"));
        m_page->goTo(QStringLiteral("2027-01-31"));
        QTest::keyClick(view(), Qt::Key_PageUp);
        QCOMPARE(title(), QStringLiteral("December 2026"));
        QCOMPARE(view()->selectedDate(), QDate(2026, 12, 31));
    }

    void turnsMonthsByMouse()
    {
        open(true);
        QTest::mouseClick(m_bench->button(QStringLiteral("nextMonth")), Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("December 2026"));
        QTest::mouseClick(m_bench->button(QStringLiteral("previousMonth")), Qt::LeftButton);
        QTest::mouseClick(m_bench->button(QStringLiteral("previousMonth")), Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("October 2026"));
        QTest::mouseClick(m_bench->button(QStringLiteral("goToday")), Qt::LeftButton);
        QCOMPARE(title(), QStringLiteral("November 2026"));
        QCOMPARE(view()->selectedDate(), monday);
    }

    void entersAndLeavesBlocks()
    {
        open(true);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return);
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->selectedEntry(), 1);
        QTest::keyClick(view(), Qt::Key_Escape);
        QCOMPARE(view()->selectedEntry(), -1);
        QCOMPARE(view()->selectedDate(), monday);
        QTest::keyClick(view(), Qt::Key_Return);
        QTest::keyClick(view(), Qt::Key_Return);
        QVERIFY(panel()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
        QVERIFY(view()->hasFocus());
    }

    void namesDaysAndBlocksToAScreenReader()
    {
        open(true);
        QAccessibleInterface *month = QAccessible::queryAccessibleInterface(view());
        QCOMPARE(month->childCount(), int(view()->data().weeks.size()) * 7);
        QAccessibleInterface *today = accessibleDay(monday);
        const QList<Block> blocks = desk().blocks(monday, monday);
        QCOMPARE(today->text(QAccessible::Name),
            QStringLiteral("Monday 23 November, today, %1 blocks, 4 h").arg(blocks.size()));
        QCOMPARE(today->childCount(), int(blocks.size()));
        // The diagnostic is before it, which has no topic.
        QAccessibleInterface *first = today->child(1);
        const Topic *topic = desk().certification().topic(blocks[1].topic);
        QVERIFY(topic);
        const QString expected = QStringLiteral("Monday 23 November, %1 minutes, %2, %3, to do")
                                     .arg(QString::number(blocks[1].minutes), word(blocks[1].kind), topic->shortTitle);
        QCOMPARE(first->text(QAccessible::Name), expected);
        QVERIFY(first->state().checkable);
        QVERIFY(!first->state().checked);
        QCOMPARE(first->parent(), today);
        QCOMPARE(today->parent(), month);
        QCOMPARE(today->indexOfChild(first), 1);
        const QPoint middle = first->rect().center();
        QCOMPARE(month->childAt(middle.x(), middle.y()), today);
        QCOMPARE(today->childAt(middle.x(), middle.y()), first);

        first->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(desk().blocks(monday, monday)[1].state, BlockState::Done);
        QVERIFY(first->state().checked);
        QVERIFY(first->text(QAccessible::Name).endsWith(QStringLiteral("done")));

        QVERIFY(accessibleDay(QDate(2026, 11, 25))->text(QAccessible::Name).endsWith(QStringLiteral("day off")));
        QTest::mouseClick(m_bench->button(QStringLiteral("nextMonth")), Qt::LeftButton);
        QTest::mouseClick(m_bench->button(QStringLiteral("nextMonth")), Qt::LeftButton);
        QCOMPARE(accessibleDay(QDate(2027, 1, 9))->text(QAccessible::Name),
            QStringLiteral("Saturday 9 January 2027, exam day"));
    }

    void followsTheFocusForAScreenReader()
    {
        open(true);
        view()->setFocus();
        QAccessibleInterface *month = QAccessible::queryAccessibleInterface(view());
        QVERIFY(accessibleDay(monday)->state().focused);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(month->focusChild(), accessibleDay(monday)->child(0));
        QVERIFY(accessibleDay(monday)->child(0)->state().focused);
        QVERIFY(!accessibleDay(monday)->state().focused);
    }

    void opensThePlaceOfAnAnchor()
    {
        open(true);
        m_page->goTo(QStringLiteral("2026-12-05"));
        QCOMPARE(view()->selectedDate(), QDate(2026, 12, 5));
        QCOMPARE(title(), QStringLiteral("December 2026"));
        QVERIFY(panel()->isVisible());
        m_page->goTo(QStringLiteral("nonsense"));
        QCOMPARE(view()->selectedDate(), QDate(2026, 12, 5));
        m_bench->dialogs.onRun = [](QDialog &dialog) { return dynamic_cast<NewPlanDialog *>(&dialog) == nullptr; };
        m_page->goTo(QStringLiteral("new"));
        QCOMPARE(m_bench->dialogs.runs, 1);
    }

    void hidesTheRestOfALongDayBehindItsHead()
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        PlanInputs inputs = desk().defaultInputs();
        inputs.start = monday;
        inputs.minutesPerWeekday[0] = 300;
        inputs.blockMinutes = 30;
        QVERIFY(desk().makePlan(inputs).ok());
        m_page = new PlanPage(desk(), m_bench->workspace->repair(), m_bench->workspace->history(),
            m_bench->workspace->settings(), m_bench->ui);
        m_bench->show(m_page);
        const int count = int(desk().blocks(monday, monday).size());
        QVERIFY(count >= 8);
        QVERIFY(view()->entryRect(monday, count - 1).isEmpty());
        QVERIFY(!view()->entryRect(monday, 2).isEmpty());
        const QRect day = view()->dayRect(monday);
        QTest::mouseClick(view(), Qt::LeftButton, {}, QPoint(day.right() - 10, day.top() + 8));
        QCOMPARE(int(panel()->findChildren<QCheckBox *>().size()), count);
    }

    void staysWithinTheWindowWhereItIsNarrow()
    {
        open(true);
        clickBlock(monday, 0);
        m_bench->window.resize(760, 700);
        QApplication::processEvents();
        QVERIFY(m_page->width() <= 760);
        QVERIFY(panel()->isVisible());
        QVERIFY(panel()->mapTo(m_page, QPoint(panel()->width(), 0)).x() <= m_page->width());
        QVERIFY(view()->mapTo(m_page, QPoint(view()->width(), 0)).x() <= m_page->width());
    }

    void bringsWhatIsChosenIntoViewWhereItIsSmall()
    {
        open(true);
        m_bench->window.resize(760, 420);
        QApplication::processEvents();
        const auto inView = [this](const QWidget *widget, const QPoint &point) {
            return m_page->rect().contains(widget->mapTo(m_page, point));
        };
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Home);
        QTest::keyClick(view(), Qt::Key_Down);
        QVERIFY(inView(view(), view()->dayRect(monday.addDays(7)).center()));
        clickBlock(monday.addDays(7), 0);
        QApplication::processEvents();
        QVERIFY(inView(panel(), QPoint(10, 10)));
        qobject_cast<DayPanel *>(panel())->openPart(1);
        QApplication::processEvents();
        const auto minutes = panel()->findChildren<QSpinBox *>(QStringLiteral("blockMinutes"));
        QVERIFY(inView(minutes.at(1), minutes.at(1)->rect().center()));
    }

    void toolsGiveUpLabelsWhereItIsNarrow()
    {
        open(true);
        auto *print = qobject_cast<QPushButton *>(m_bench->button(QStringLiteral("printPlan")));
        const QString label = print->text();
        QVERIFY(!label.isEmpty());
        m_bench->window.resize(500, 700);
        QApplication::processEvents();
        QVERIFY(m_page->width() <= 500);
        QVERIFY(print->text().isEmpty());
        QCOMPARE(print->accessibleName(), label);
        QCOMPARE(print->shortcut(), QKeySequence(QKeySequence::Print));
        QVERIFY(print->toolTip().startsWith(label));
        for (const QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY(button->mapTo(m_page, QPoint(button->width(), 0)).x() <= m_page->width());
        }
        m_bench->window.resize(1280, 700);
        QApplication::processEvents();
        QCOMPARE(print->text(), label);
    }

    void closesTheDayByEscapeFromTheMonth()
    {
        open(true);
        clickBlock(monday, 0);
        QVERIFY(panel()->isVisible());
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(panel()->isVisible());
        QCOMPARE(view()->selectedEntry(), -1);
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
    }

    void showsTheBlockInATooltip()
    {
        open(true);
        const QPoint middle = view()->entryRect(monday, 1).center();
        QHelpEvent help(QEvent::ToolTip, middle, view()->mapToGlobal(middle));
        QApplication::sendEvent(view(), &help);
        const Block second = desk().blocks(monday, monday)[1];
        QVERIFY2(
            QToolTip::text().contains(desk().certification().topic(second.topic)->title), qPrintable(QToolTip::text()));
        QVERIFY(
            QToolTip::text().contains(QTime(0, 0).addSecs(second.startMinute * 60).toString(QStringLiteral("HH:mm"))));
        QToolTip::hideText();
    }

    void saysWeekLoadsInWords()
    {
        open(true);
        const auto *strip = m_page->findChild<LoadStrip *>();
        const QStringList lines = strip->accessibleDescription().split(u'\n');
        QCOMPARE(lines.size(), desk().weekLoads().size());
        QVERIFY2(lines[0].startsWith(QStringLiteral("Week 1: 28 h planned, 28 h available")), qPrintable(lines[0]));
    }

    void exports_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("calendar") << 0 << QStringLiteral("ics") << QByteArray("BEGIN:VCALENDAR\r\n");
        QTest::newRow("table") << 1 << QStringLiteral("csv") << QByteArray("date,start,minutes,");
        QTest::newRow("paper") << 2 << QStringLiteral("pdf") << QByteArray("%PDF-");
    }
    void exports()
    {
        QFETCH(int, action);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        open(true);
        m_bench->dialogs.file = m_bench->workspace.folder() + QStringLiteral("/plan");
        QTimer::singleShot(0, m_page, [action] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->actions().at(action)->trigger();
            menu->close();
        });
        QTest::mouseClick(m_bench->button(QStringLiteral("exportPlan")), Qt::LeftButton);
        QVERIFY(m_bench->dialogs.suggestions.value(0).endsWith(suffix));
        QFile written(m_bench->dialogs.file + u'.' + suffix);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith(begins));
    }

    void aRefusedWriteLeavesTheFileThatWasThere_data() { exports_data(); }
    void aRefusedWriteLeavesTheFileThatWasThere()
    {
        QFETCH(int, action);
        QFETCH(QString, suffix);
        open(true);
        m_bench->dialogs.file = m_bench->workspace.folder() + QStringLiteral("/plan.") + suffix;
        QFile file(m_bench->dialogs.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("last week's") > 0);
        file.close();
        QTimer::singleShot(0, m_page, [action] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            const WritesRefused refused;
            menu->actions().at(action)->trigger();
            menu->close();
        });
        QTest::mouseClick(m_bench->button(QStringLiteral("exportPlan")), Qt::LeftButton);
        QVERIFY(!m_bench->messages->text().startsWith(QStringLiteral("Exported")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("last week's"));
    }

    void saysWhenAFileCannotBeWritten()
    {
        open(true);
        m_bench->dialogs.file = m_bench->workspace.folder() + QStringLiteral("/missing/plan.ics");
        QTimer::singleShot(0, m_page, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->actions().constFirst()->trigger();
            menu->close();
        });
        QTest::mouseClick(m_bench->button(QStringLiteral("exportPlan")), Qt::LeftButton);
        QVERIFY(m_bench->messages->isVisible());
        QVERIFY(!m_bench->messages->text().startsWith(QStringLiteral("Exported")));
    }
};

LECTERN_TEST_CLASS(PlanPageTest)
#include "planpage_test.moc"
