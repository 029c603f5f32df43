// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusdesk.h"
#include "historydesk.h"
#include "plandesk.h"
#include "repairdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QTest>

#include <algorithm>

using namespace lectern;

class RepairDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        Appointment appointment;
        appointment.date = QDate(2027, 1, 30);
        appointment.blueprint = QStringLiteral("page-domains");
        QVERIFY(plan().setAppointment(appointment).ok());
        QVERIFY(plan().makePlan(plan().defaultInputs()).ok());
        m_begin = plan().today();
    }

    void cleanup() { m_workspace.reset(); }

    void aPlanThatIsKeptHasNothingToRepair()
    {
        QVERIFY(!repair().slip().any());
        const RepairDesk::Offers offers = repair().offers();
        QCOMPARE(offers.options.size(), 3);
        for (const RepairDesk::Offer &offer : offers.options)
            QVERIFY(offer.option.changes.isEmpty());
        QVERIFY(repair().apply(offers, RepairKind::Spread).ok());
        QCOMPARE(plan().allBlocks(), offers.plan.blocks);
    }

    void withoutAPlanThereIsNothing()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        QVERIFY(!repair().slip().any());
        QVERIFY(repair().offers().options.isEmpty());
        QVERIFY(repair().burnUp().planned.isEmpty());
        QVERIFY(!repair().bestNow(30));
        QVERIFY(repair().feasibility().fits());
        QCOMPARE(repair().wasAway(QDate(2026, 11, 1), QDate(2026, 11, 2)).error().where, QStringLiteral("plan"));
        QVERIFY(!repair().apply(repair().offers(), RepairKind::Spread).ok());
    }

    void aWeekThatSlippedIsRepairedAndTakenBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("spread") << static_cast<int>(RepairKind::Spread);
        QTest::newRow("buffer") << static_cast<int>(RepairKind::UseBuffer);
        QTest::newRow("drop") << static_cast<int>(RepairKind::DropLeast);
    }
    void aWeekThatSlippedIsRepairedAndTakenBack()
    {
        QFETCH(int, kind);
        passDays(7);
        const QList<Block> before = plan().allBlocks();
        const Slip slip = repair().slip();
        QVERIFY(slip.owedMinutes > 0);
        const RepairDesk::Offers offers = repair().offers();
        const RepairOption &option = offers.options.at(kind).option;
        QCOMPARE(static_cast<int>(option.kind), kind);
        QVERIFY(!option.changes.isEmpty());
        QVERIFY(repair().apply(offers, static_cast<RepairKind>(kind)).ok());
        QVERIFY(!repair().slip().any());
        for (const Block &block : plan().blocks(m_begin, plan().today().addDays(-1))) {
            const auto was = std::find_if(
                before.cbegin(), before.cend(), [&block](const Block &old) { return old.uuid == block.uuid; });
            QVERIFY(was != before.cend());
            QCOMPARE(block.date, was->date);
            QCOMPARE(block.startMinute, was->startMinute);
        }
        const QList<Block> repaired = plan().allBlocks();
        QVERIFY(repair().apply(repair().offers(), static_cast<RepairKind>(kind)).ok());
        QCOMPARE(plan().allBlocks(), repaired);
        QVERIFY((**m_workspace).history().undo().ok());
        QCOMPARE(plan().allBlocks(), before);
        QCOMPARE(repair().slip().owedMinutes, slip.owedMinutes);
    }

    void offersOfAnotherPlanAreRefused()
    {
        passDays(7);
        const RepairDesk::Offers offers = repair().offers();
        const Block first = offers.slip.owed.constFirst();
        QVERIFY(plan().setDone(first.id, true).ok());
        const QList<Block> before = plan().allBlocks();
        const Outcome refused = repair().apply(offers, RepairKind::Spread);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(refused.error().where, QStringLiteral("plan"));
        QCOMPARE(plan().allBlocks(), before);
    }

    void aTimeAwayIsNeitherMissNorPace()
    {
        passDays(7);
        const double pace = repair().feasibility().pace;
        QVERIFY(pace < 1);
        QVERIFY(repair().wasAway(m_begin, plan().today().addDays(2)).ok());
        QCOMPARE(repair().feasibility().pace, 1.0);
        for (const Block &block : plan().blocks(m_begin, plan().today().addDays(-1)))
            QCOMPARE(block.state, BlockState::Excused);
        QVERIFY(plan().inputs()->daysOff.contains(plan().today().addDays(2)));
        QVERIFY(plan().inputs()->daysOff.contains(m_begin));
        const RepairDesk::Offers offers = repair().offers();
        QVERIFY(!offers.slip.misplaced.isEmpty());
        QVERIFY(repair().apply(offers, RepairKind::UseBuffer).ok());
        QVERIFY(plan().blocks(plan().today(), plan().today().addDays(2)).isEmpty());
        const auto again = [](const Block &block) { return block.misses > 0; };
        const QList<Block> all = plan().allBlocks();
        QVERIFY(std::none_of(all.cbegin(), all.cend(), again));
        QVERIFY((**m_workspace).history().undo().ok());
        QVERIFY((**m_workspace).history().undo().ok());
        QVERIFY(!plan().inputs()->daysOff.contains(m_begin));
        QCOMPARE(repair().feasibility().pace, pace);
    }

    void daysInTheWrongOrderAreRefused()
    {
        const QDate today = plan().today();
        QCOMPARE(repair().wasAway(today, today.addDays(-1)).error().where, QStringLiteral("days"));
        QCOMPARE(repair().wasAway(QDate(), today).error().where, QStringLiteral("days"));
        QCOMPARE(repair().wasAway(today, today.addDays(400)).error().where, QStringLiteral("days"));
    }

    void whatIsWorkedOnStaysWhereItIs()
    {
        passDays(3);
        const QList<Block> today = plan().blocks(plan().today(), plan().today());
        QVERIFY(!today.isEmpty());
        const Block worked = today.constFirst();
        QVERIFY((**m_workspace).focus().start(worked.id).ok());
        for (const RepairKind kind : {RepairKind::Spread, RepairKind::UseBuffer, RepairKind::DropLeast}) {
            QVERIFY(repair().apply(repair().offers(), kind).ok());
            const QList<Block> now = plan().allBlocks();
            QVERIFY(now.contains(worked));
            QVERIFY((**m_workspace).history().undo().ok());
        }
        const auto best = repair().bestNow(60);
        QVERIFY(best.has_value());
        QVERIFY(best->block.uuid != worked.uuid);
    }

    void aPartIsBegunNow()
    {
        const auto choice = repair().bestNow(20);
        QVERIFY(choice.has_value());
        QVERIFY(choice->block.minutes > 20);
        const int before = minutesOf(plan().allBlocks());
        const auto begun = repair().beginNow(*choice);
        QVERIFY(begun.ok());
        QCOMPARE(begun->minutes, 20);
        QCOMPARE(begun->date, plan().today());
        QCOMPARE(begun->topic, choice->block.topic);
        QCOMPARE(minutesOf(plan().allBlocks()), before);
        QVERIFY(!repair().beginNow(*choice).ok());
        QVERIFY((**m_workspace).history().undo().ok());
        QVERIFY(plan().allBlocks().contains(choice->block));
    }

    void moreThanThereIsTimeForIsSaid()
    {
        PlanInputs inputs = plan().defaultInputs();
        inputs.examDate = plan().today().addDays(28);
        const Feasibility tight = repair().feasibility(inputs);
        QVERIFY(!tight.fits());
        QVERIFY(tight.laterExam.has_value());
        inputs.examDate = *tight.laterExam;
        QVERIFY(repair().feasibility(inputs).fits());
        inputs.examDate = tight.laterExam->addDays(-1);
        QVERIFY(!repair().feasibility(inputs).fits());
    }

    void theBurnUpFollowsWhatWasStudied()
    {
        const Block first = plan().allBlocks().constFirst();
        QVERIFY(plan().setDone(first.id, true).ok());
        passDays(2);
        const BurnUp burn = repair().burnUp();
        QCOMPARE(burn.studied.constLast().minutes, first.minutes);
        QCOMPARE(burn.studied.constLast().day, plan().today());
        QVERIFY(burn.planned.constLast().minutes > burn.forecast.constLast().minutes);
    }

private:
    PlanDesk &plan() { return (**m_workspace).plan(); }
    RepairDesk &repair() { return (**m_workspace).repair(); }
    void passDays(int days) { m_workspace->clock.advance(qint64(days) * 24 * 3600 * 1000); }
    static int minutesOf(const QList<Block> &blocks)
    {
        int sum = 0;
        for (const Block &block : blocks)
            sum += block.minutes;
        return sum;
    }

    std::unique_ptr<test::TestWorkspace> m_workspace;
    QDate m_begin;
};

LECTERN_TEST_CLASS(RepairDeskTest)
#include "repairdesk_test.moc"
