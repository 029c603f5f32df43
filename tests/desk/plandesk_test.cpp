// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandesk.h"

#include "historydesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

class PlanDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultPlanAsksForThreeHundredHours()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        const auto preview = plan.preview(plan.defaultInputs());
        QVERIFY(preview.ok());
        QCOMPARE(preview->neededMinutes, 300 * 60);
        QCOMPARE(preview->plannedMinutes, 300 * 60);
    }

    void aPlanIsMadeUndoneAndRedone()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        HistoryDesk &history = workspace->history();
        QSignalSpy changed(&plan, &PlanDesk::changed);
        QVERIFY(!plan.hasPlan());
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        QCOMPARE(changed.count(), 1);
        const QList<Block> blocks = plan.allBlocks();
        QVERIFY(blocks.size() > 100);
        QVERIFY(!history.undoLabel().isEmpty());
        QVERIFY(history.undo().ok());
        QVERIFY(!plan.hasPlan());
        QVERIFY(plan.allBlocks().isEmpty());
        QCOMPARE(changed.count(), 2);
        QVERIFY(history.redo().ok());
        QCOMPARE(plan.allBlocks().size(), blocks.size());
        QVERIFY(plan.hasPlan());
    }

    void doneLogsThePlannedMinutesOnce()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        const auto next = plan.nextBlock();
        QVERIFY(next.has_value());
        QCOMPARE(next->date, plan.today());
        QVERIFY(plan.setDone(next->id, true).ok());
        QCOMPARE(plan.loggedMinutes(), next->minutes);
        QVERIFY(plan.setDone(next->id, false).ok());
        QVERIFY(plan.setDone(next->id, true).ok());
        QCOMPARE(plan.loggedMinutes(), next->minutes);
        QVERIFY(plan.nextBlock()->id != next->id);
        QVERIFY(plan.logMinutes(next->id, 25).ok());
        QCOMPARE(plan.loggedMinutes(), next->minutes + 25);
        QVERIFY(!plan.logMinutes(next->id, 0).ok());
        QVERIFY(!plan.logMinutes(next->id, 1441).ok());

        QVERIFY(workspace.reopen());
        QCOMPARE(workspace->plan().loggedMinutes(), next->minutes + 25);
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(workspace->plan().loggedMinutes(), next->minutes);
    }

    void doneAndPartlyTakeTheMinutesTheyAreTold()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        const Block next = *plan.nextBlock();
        const auto now = [&] { return plan.blocks(next.date, next.date).constFirst(); };
        QVERIFY(plan.setPartly(next.id, 40).ok());
        QCOMPARE(now().state, BlockState::Partly);
        QCOMPARE(now().loggedMinutes, 40);
        QVERIFY(plan.setDone(next.id, true, 30).ok());
        QCOMPARE(now().state, BlockState::Done);
        QCOMPARE(now().loggedMinutes, 70);
        for (int change = 0; change < 2; ++change)
            QVERIFY(workspace->history().undo().ok());
        QCOMPARE(now(), next);
        for (const int minutes : {0, 1441}) {
            QCOMPARE(plan.setPartly(next.id, minutes).error().code, ErrorCode::BadInput);
            QCOMPARE(plan.setDone(next.id, true, minutes).error().code, ErrorCode::BadInput);
        }
        QCOMPARE(plan.setPartly(BlockId{99999}, 10).error().code, ErrorCode::NotFound);
        QCOMPARE(now(), next);
    }

    void aNewPlanKeepsWhatWasDone()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        const Block done = *plan.nextBlock();
        const QList<Block> first = plan.blocks(done.date, done.date);
        QVERIFY(first.size() > 1);
        QVERIFY(plan.setDone(done.id, true).ok());
        workspace.clock.advance(qint64(3) * 24 * 3600 * 1000);
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        // The past stays as it was; what was left undone there is in the new plan.
        const QList<Block> kept = plan.blocks(done.date, done.date);
        QCOMPARE(kept.size(), first.size());
        for (const Block &block : kept) {
            QCOMPARE(block.state, block.id == done.id ? BlockState::Done : BlockState::Planned);
            QCOMPARE(block.owedMinutes(), 0);
        }
        QCOMPARE(kept.constFirst().uuid, done.uuid);
        QCOMPARE(plan.loggedMinutes(), done.minutes);
    }

    void theEveningEndsAtFour()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QCOMPARE(workspace->plan().today(), QDate(2026, 11, 23));
        workspace.clock.advance(qint64(8) * 3600 * 1000);
        QCOMPARE(workspace->plan().today(), QDate(2026, 11, 23));
        workspace.clock.advance(qint64(1) * 3600 * 1000);
        QCOMPARE(workspace->plan().today(), QDate(2026, 11, 24));
    }

    void appointmentIsKeptAndCountsTheDays()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QVERIFY(!workspace->plan().daysToExam().has_value());
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.time = QTime(10, 0);
        appointment.zone = "Europe/Berlin";
        appointment.place = QStringLiteral("Online, ünïcode");
        appointment.blueprint = QStringLiteral("DEP-2026-10");
        QVERIFY(workspace->plan().setAppointment(appointment).ok());
        QVERIFY(workspace.reopen());
        QCOMPARE(workspace->plan().appointment(), appointment);
        QCOMPARE(*workspace->plan().daysToExam(), 47);
        QCOMPARE(workspace->plan().defaultInputs().examDate, appointment.date);
    }

    void exportsHoldEveryBlock()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        PlanDesk &plan = workspace->plan();
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        const auto blocks = plan.allBlocks().size();
        const auto csv = plan.exportSchedule(QStringLiteral("csv"));
        QVERIFY(csv.ok());
        QCOMPARE(csv->count('\n'), blocks + 1);
        const auto ics = plan.exportSchedule(QStringLiteral("ics"));
        QVERIFY(ics.ok());
        QCOMPARE(ics->count("BEGIN:VEVENT"), blocks);
        QCOMPARE(plan.exportSchedule(QStringLiteral("doc")).error().code, ErrorCode::BadInput);
    }
};

LECTERN_TEST_CLASS(PlanDeskTest)
#include "plandesk_test.moc"
