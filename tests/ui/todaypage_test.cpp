// SPDX-License-Identifier: GPL-3.0-or-later
#include "todaypage.h"

#include "comingup.h"
#include "examdesk.h"
#include "examwords.h"
#include "figuretile.h"
#include "figurewords.h"
#include "planbench.h"
#include "plannotice.h"
#include "planwords.h"
#include "pointscard.h"
#include "readinessdesk.h"
#include "readinesswords.h"
#include "repairdesk.h"
#include "reportdesk.h"
#include "setupplaces.h"
#include "weekstrip.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <memory>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{
const QDate monday(2026, 11, 23); ///< the bench's today
}

class TodayPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;
    TodayPage *m_page = nullptr;

    PlanDesk &desk() { return m_bench->workspace->plan(); }

    void prepare(bool withPlan)
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(!withPlan || m_bench->makePlan());
    }
    void open()
    {
        Workspace &workspace = *m_bench->workspace;
        m_page = new TodayPage(workspace.plan(), workspace.repair(), workspace.exam(), workspace.reports(),
            workspace.readiness(), workspace.evidence(), workspace.history(), m_bench->ui);
        m_bench->show(m_page);
    }
    /// A finished form in which the first option is always chosen.
    void sitForm(int questions)
    {
        ExamDesk &exam = m_bench->workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup();
        setup.questions = questions;
        QVERIFY(exam.start(setup).ok());
        for (int position = 0; position < questions; ++position) {
            QVERIFY(exam.show(position).ok());
            const Result<Item> item = exam.item(position);
            QVERIFY(item.ok());
            QVERIFY(exam.answer(position, {item->options.constFirst().id}).ok());
        }
        QVERIFY(exam.submit().ok());
    }
    FigureTile::Content figure(const QString &name) { return m_page->findChild<FigureTile *>(name)->content(); }
    void clickTile(const QString &name) { QTest::mouseClick(m_page->findChild<FigureTile *>(name), Qt::LeftButton); }
    Place last() { return m_bench->visited.isEmpty() ? Place{} : m_bench->visited.constLast(); }

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void offersTheFirstStepsToANewcomer()
    {
        prepare(false);
        open();
        QCOMPARE(figure(QStringLiteral("figureExam")).unit, QStringLiteral("Book your exam"));
        const QSignalSpy asked(m_page, &TodayPage::appointmentRequested);
        clickTile(QStringLiteral("figureExam"));
        QCOMPARE(asked.size(), 1);
        QVERIFY(m_bench->visited.isEmpty());

        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Make a plan")), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Plan);
        QCOMPARE(last().anchor, QStringLiteral("new"));
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Set up a diagnostic")), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Exam);
        QCOMPARE(last().anchor, QStringLiteral("setup/diagnostic"));
        QVERIFY(!m_bench->button(QStringLiteral("start")));
        QVERIFY(!m_bench->buttonNamed(QStringLiteral("Open the report")));
    }

    void figuresAreTheDesks()
    {
        prepare(true);
        const Block first = desk().allBlocks().constFirst();
        QVERIFY(desk().setDone(first.id, true).ok());
        QVERIFY(desk().logMinutes(desk().allBlocks().at(1).id, 75).ok());
        sitForm(10);
        open();

        const FigureTile::Content exam = figure(QStringLiteral("figureExam"));
        QCOMPARE(exam.figure, QString::number(*desk().daysToExam()));
        QCOMPARE(exam.figure, QStringLiteral("47"));
        QCOMPARE(exam.note, QStringLiteral("Test centre"));

        const FigureTile::Content time = figure(QStringLiteral("figureTime"));
        QCOMPARE(time.figure, hoursNumber(desk().loggedMinutes()));
        QCOMPARE(desk().loggedMinutes(), first.minutes + 75);
        const int due = desk().plannedMinutesUntil(monday.addDays(-1));
        QVERIFY(due > 0);
        QVERIFY(time.note.contains(hoursText(due)));
        QCOMPARE(time.target, double(due) / (desk().certification().totalHours * 60));

        const FigureTile::Content week = figure(QStringLiteral("figureWeek"));
        QCOMPARE(week.current, desk().stageWeek(monday));
        QCOMPARE(week.segments, desk().planWeeks());
        QCOMPARE(week.figure, QStringLiteral("Week 5"));
        QCOMPARE(week.note, stageById(desk().certification(), desk().nextBlock()->stage)->title);

        ReadinessDesk &readiness = m_bench->workspace->readiness();
        const Result<ReadinessReport> report = readiness.report(readiness.defaultBlueprint());
        QVERIFY(report.ok());
        QCOMPARE(report->answers, 10);
        const FigureTile::Content expected = figure(QStringLiteral("figureExpected"));
        QCOMPARE(expected.figure, percent(report->weighted.mean));
        QCOMPARE(expected.unit, rangeText(report->weighted));
        QCOMPARE(expected.share, report->weighted.mean);
        QCOMPARE(expected.target, readiness.targetPercent() / 100.0);

        const auto result = m_bench->workspace->reports().lastResult();
        QVERIFY(result);
        QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("lastFigure"))->text(),
            QStringLiteral("%1 of %2").arg(result->right).arg(result->total));
    }

    void startsTheNextBlockOnEnter()
    {
        prepare(true);
        open();
        auto *start = qobject_cast<QPushButton *>(m_bench->button(QStringLiteral("start")));
        QVERIFY(start);
        QVERIFY(start->hasFocus());
        const QSignalSpy wanted(m_page, &TodayPage::startWanted);
        QTest::keyClick(start, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const Block next = *desk().nextBlock();
        QCOMPARE(next.date, monday);
        QCOMPARE(wanted.constFirst().constFirst().value<BlockId>(), next.id);
    }

    void whatWasMissedComesBack()
    {
        prepare(true);
        open();
        QApplication::processEvents();
        QVERIFY(!m_bench->button(QStringLiteral("review")));
        sitForm(10);
        const int due = m_bench->workspace->exam().dueCount();
        QCOMPARE(due, 0); // not before the next day
        m_bench->workspace.clock.advance(24LL * 3600000);
        open();
        QApplication::processEvents();
        QAbstractButton *review = m_bench->button(QStringLiteral("review"));
        QVERIFY(review);
        const int missed = m_bench->workspace->exam().dueCount();
        QVERIFY(missed > 0);
        QVERIFY(review->accessibleName().contains(QString::number(missed)));
        QTest::mouseClick(review, Qt::LeftButton);
        const Attempt *sitting = m_bench->workspace->exam().running();
        QVERIFY(sitting);
        QVERIFY(sitting->setup().criteria.due);
        QCOMPARE(sitting->size(), missed);
        QCOMPARE(last().page, PageId::Exam);
    }

    void marksDoneAndGoesOn()
    {
        prepare(true);
        open();
        const Block before = *desk().nextBlock();
        QTest::mouseClick(m_bench->button(QStringLiteral("markDone")), Qt::LeftButton);
        QApplication::processEvents();
        const Block after = *desk().nextBlock();
        QVERIFY(after.id != before.id);
        QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("nowTitle"))->text(),
            wordsOf(desk().certification(), after).fullTitle);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(desk().nextBlock()->id, before.id);
        QCOMPARE(desk().loggedMinutes(), 0);
    }

    void everyCardLeadsToItsPage()
    {
        prepare(true);
        sitForm(10);
        open();
        clickTile(QStringLiteral("figureExam"));
        QCOMPARE(last().page, PageId::Plan);
        QCOMPARE(last().anchor, QStringLiteral("2027-01-09"));
        clickTile(QStringLiteral("figureExpected"));
        QCOMPARE(last().page, PageId::Readiness);
        clickTile(QStringLiteral("figureTime"));
        QCOMPARE(last().page, PageId::Plan);
        clickTile(QStringLiteral("figureWeek"));
        QCOMPARE(last().page, PageId::Plan);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Readiness")), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Readiness);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Plan")), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Plan);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Open the report")), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Exam);
        QCOMPARE(last().anchor, QStringLiteral("attempt/%1").arg(raw(m_bench->workspace->reports().lastResult()->id)));

        const QList<WeekDay *> days = m_page->findChildren<WeekDay *>();
        QCOMPARE(days.size(), 7);
        for (int i = 0; i < days.size(); ++i) {
            QTest::mouseClick(days[i], Qt::LeftButton);
            QCOMPARE(last().page, PageId::Plan);
            QCOMPARE(last().anchor, monday.addDays(i).toString(Qt::ISODate));
        }
        const QList<ComingRow *> rows = m_page->findChildren<ComingRow *>();
        QCOMPARE(rows.size(), 2);
        QTest::mouseClick(rows.constLast(), Qt::LeftButton);
        QCOMPARE(last().anchor, QStringLiteral("2027-01-09"));
    }

    void listsSectionsByPointsLost()
    {
        prepare(true);
        sitForm(10);
        open();
        ReadinessDesk &readiness = m_bench->workspace->readiness();
        const Result<ReadinessReport> report = readiness.report(readiness.defaultBlueprint());
        QVERIFY(report.ok());
        QList<std::pair<int, QString>> shown;
        for (const QAbstractButton *practise : m_page->findChild<PointsCard *>()->findChildren<QAbstractButton *>())
            shown.append({practise->mapTo(m_page, QPoint()).y(), practise->objectName().mid(9)});
        std::sort(shown.begin(), shown.end());
        QStringList order;
        for (const auto &[y, id] : shown)
            order.append(id);
        QStringList dearest;
        for (const ReadinessRow *row : byPointsLost(*report).mid(0, 5))
            dearest << row->id;
        QCOMPARE(order, dearest);
        QTest::mouseClick(m_bench->button(QStringLiteral("practise-") + order.constFirst()), Qt::LeftButton);
        QCOMPARE(last().page, PageId::Exam);
        QCOMPARE(last().anchor, setUpSection(readiness.defaultBlueprint(), order.constFirst()).anchor);
    }

    void tellsWhatADayOfTheWeekHolds()
    {
        prepare(true);
        QVERIFY(desk().setDone(desk().nextBlock()->id, true).ok());
        open();
        const QList<WeekDay *> days = m_page->findChildren<WeekDay *>();
        const int done = desk().blocks(monday, monday).constFirst().minutes;
        QCOMPARE(days[0]->summary(), QStringLiteral("%1 of 4 h").arg(hoursNumber(done)));
        QCOMPARE(days[2]->summary(), QStringLiteral("Off"));
        QCOMPARE(days[3]->summary(), QStringLiteral("4 h"));
        QVERIFY(days[0]->accessibleName().startsWith(QStringLiteral("Monday 23 November, today")));
        QVERIFY(days[3]->accessibleDescription().contains(QStringLiteral("minutes, ")));
    }

    void followsAChangeWhileShown()
    {
        prepare(true);
        open();
        Appointment appointment = desk().appointment();
        appointment.date = QDate(2026, 11, 24);
        QVERIFY(desk().setAppointment(appointment).ok());
        QCOMPARE(figure(QStringLiteral("figureExam")).figure, QStringLiteral("1"));
        QCOMPARE(figure(QStringLiteral("figureExam")).unit, QStringLiteral("day to the exam"));
        appointment.date = QDate(2026, 11, 20);
        QVERIFY(desk().setAppointment(appointment).ok());
        QCOMPARE(figure(QStringLiteral("figureExam")).unit, QStringLiteral("days since the exam"));
    }

    void saysWhenTheWorkOfTheDayIsDone()
    {
        prepare(true);
        for (const Block &block : desk().blocks(monday, monday))
            QVERIFY(desk().setDone(block.id, true).ok());
        open();
        QVERIFY(m_bench->button(QStringLiteral("start")));
        bool said = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            said = said || label->text().startsWith(QStringLiteral("Nothing left today. Next: Tuesday 24 November"));
        QVERIFY(said);
        for (const Block &block : desk().allBlocks())
            QVERIFY(desk().setDone(block.id, true).ok());
        QVERIFY(!m_bench->button(QStringLiteral("start")));
    }

    void saysWhatIsBehindAndTheWayOut()
    {
        prepare(true);
        open();
        const auto *behind = m_page->findChild<PlanNotice *>(QStringLiteral("todayBehind"));
        QVERIFY(behind->isVisible());
        QVERIFY2(behind->text().contains(QStringLiteral("wait for a new place")), qPrintable(behind->text()));
        QTest::mouseClick(m_bench->button(QStringLiteral("todayRepair")), Qt::LeftButton);
        QCOMPARE(m_bench->visited.constLast().page, PageId::Plan);
        QCOMPARE(m_bench->visited.constLast().anchor, QStringLiteral("repair"));
        RepairDesk &repair = m_bench->workspace->repair();
        QVERIFY(repair.apply(repair.offers(), RepairKind::UseBuffer).ok());
        QVERIFY(!behind->isVisible());
    }

    void beginsPartOfABlockInTheMinutesThereAre()
    {
        prepare(true);
        open();
        const QSignalSpy wanted(m_page, &TodayPage::startWanted);
        const QList<Block> before = desk().allBlocks();
        QTest::mouseClick(m_bench->button(QStringLiteral("haveTime")), Qt::LeftButton);
        auto *menu = m_page->findChild<QMenu *>(QStringLiteral("haveTimeMenu"));
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QVERIFY2(menu->activeAction()->text().startsWith(QStringLiteral("25 min: ")),
            qPrintable(menu->activeAction()->text()));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        const auto begun = wanted.constFirst().constFirst().value<BlockId>();
        const QList<Block> today = desk().blocks(monday, monday);
        const auto block =
            std::find_if(today.cbegin(), today.cend(), [begun](const Block &one) { return one.id == begun; });
        QVERIFY(block != today.cend());
        QCOMPARE(block->minutes, 25);
        QTest::mouseClick(m_bench->buttonNamed(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(desk().allBlocks(), before);
    }

    void staysWithinANarrowWindow()
    {
        prepare(true);
        open();
        m_bench->window.resize(520, 700);
        QApplication::processEvents();
        for (const QWidget *widget : m_page->findChildren<FigureTile *>())
            QVERIFY(widget->mapTo(m_page, QPoint(widget->width(), 0)).x() <= m_page->width());
        QVERIFY(m_page->width() <= 520);
    }
};

LECTERN_TEST_CLASS(TodayPageTest)
#include "todaypage_test.moc"
