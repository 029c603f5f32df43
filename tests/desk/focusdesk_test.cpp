// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusdesk.h"
#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "sibling.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

namespace
{

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;

} // namespace

class FocusDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        QVERIFY(plan().makePlan(plan().defaultInputs()).ok());
        QVERIFY(plan().nextBlock().has_value());
        m_first = plan().nextBlock()->id;
        const QList<Block> blocks = plan().allBlocks();
        m_other = blocks.at(1).id == m_first ? blocks.at(2).id : blocks.at(1).id;
    }
    void cleanup() { m_workspace.reset(); }

    void logsWhatWasWorkedInOneUndoableChange()
    {
        QSignalSpy logged(&focus(), &FocusDesk::logged);
        QSignalSpy planned(&plan(), &PlanDesk::changed);
        QVERIFY(!focus().reading());
        QVERIFY(focus().start(m_first).ok());
        QVERIFY(focus().isAbout(m_first));
        QVERIFY(!focus().isAbout(m_other));
        run(23 * minute + 40 * second);
        QCOMPARE(focus().reading()->workedMs, 23 * minute + 40 * second);
        QCOMPARE(focus().reading()->minutes(), 23);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QVERIFY(!focus().reading());
        QCOMPARE(logged.count(), 1);
        QCOMPARE(planned.count(), 1);
        QCOMPARE(first().loggedMinutes, 23);
        QCOMPARE(first().state, BlockState::Partly);

        QVERIFY(history().undo().ok());
        QCOMPARE(first().loggedMinutes, 0);
        QCOMPARE(first().state, BlockState::Planned);
        QVERIFY(!focus().reading()); // the timer is not under undo
        QVERIFY(history().redo().ok());
        QCOMPARE(first().loggedMinutes, 23);
        QCOMPARE(first().state, BlockState::Partly);
    }

    void aBlockIsDoneByItsLengthOrByWord()
    {
        QVERIFY(focus().start(m_first).ok());
        run(first().minutes * minute);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(first().state, BlockState::Done);

        QVERIFY(focus().start(m_other).ok());
        run(5 * minute);
        QVERIFY(focus().finish(FocusEnd::Done).ok());
        QCOMPARE(block(m_other).state, BlockState::Done);
        QCOMPARE(block(m_other).loggedMinutes, 5);
    }

    void aBlockTickedOffWhileItRunsIsLoggedOnce()
    {
        QVERIFY(focus().start(m_first).ok());
        run(20 * minute);
        QVERIFY(plan().setDone(m_first, true).ok());
        QCOMPARE(first().loggedMinutes, 0);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(first().state, BlockState::Done);
        QCOMPARE(first().loggedMinutes, 20);
        QVERIFY(plan().setDone(m_other, true).ok());
        QCOMPARE(block(m_other).loggedMinutes, block(m_other).minutes);
    }

    void aSecondSittingGoesOnWhereTheFirstEnded()
    {
        QVERIFY(focus().start(m_first).ok());
        run(30 * minute);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QVERIFY(focus().start(m_first).ok());
        QCOMPARE(focus().reading()->totalMs(), 30 * minute);
        QCOMPARE(focus().reading()->overMinutes(), 0);
        run((first().minutes - 30) * minute + 5 * minute + 10 * second);
        QCOMPARE(focus().reading()->overMinutes(), 5);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(first().state, BlockState::Done);
        QCOMPARE(first().loggedMinutes, first().minutes + 5);
    }

    void underAMinuteNothingIsLogged()
    {
        const QString before = history().undoLabel();
        QVERIFY(focus().start(m_first).ok());
        run(59 * second);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QVERIFY(!focus().reading());
        QCOMPARE(first().loggedMinutes, 0);
        QCOMPARE(first().state, BlockState::Planned);
        QCOMPARE(history().undoLabel(), before);

        QVERIFY(focus().start(m_first).ok());
        run(10 * second);
        QVERIFY(focus().finish(FocusEnd::Done).ok());
        QCOMPARE(first().loggedMinutes, 0);
        QCOMPARE(first().state, BlockState::Done);
    }

    void sleepPauseAndTheWallClockDoNotCount()
    {
        QVERIFY(focus().start(m_first).ok());
        run(10 * minute);
        sleep(8 * 60 * minute);
        run(minute);
        QCOMPARE(focus().reading()->workedMs, 11 * minute);
        m_workspace->clock.now.utcMs -= 5 * 60 * minute;
        run(minute);
        QCOMPARE(focus().reading()->workedMs, 12 * minute);
        QVERIFY(focus().pause().ok());
        QVERIFY(!focus().reading()->running);
        run(20 * minute);
        QCOMPARE(focus().reading()->workedMs, 12 * minute);
        QVERIFY(focus().resume().ok());
        run(minute);
        QCOMPARE(focus().reading()->workedMs, 13 * minute);
    }

    void aCrashCostsABeatAtMost()
    {
        QVERIFY(focus().start(m_first).ok());
        for (int i = 0; i < 200; ++i) {
            run(second);
            QVERIFY(focus().tick().ok());
        }
        run(14 * second);
        QVERIFY(focus().tick().ok());
        const qint64 worked = focus().reading()->workedMs;
        QCOMPARE(worked, 214 * second);
        m_workspace->clock.advance(3 * 60 * minute); // dead
        QVERIFY(m_workspace->reopen());
        const auto found = focus().reading();
        QVERIFY(found.has_value());
        QVERIFY(found->found);
        QVERIFY(!found->running);
        QVERIFY2(found->workedMs <= worked && worked - found->workedMs <= focusBeatMs,
            qPrintable(QString::number(found->workedMs)));
        QCOMPARE(found->block->id, m_first);
        // Nobody worked while it was offered.
        run(10 * minute);
        QCOMPARE(focus().reading()->workedMs, found->workedMs);
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(first().loggedMinutes, 3);
        QVERIFY(m_workspace->reopen());
        QVERIFY(!focus().reading());
        QCOMPARE(first().loggedMinutes, 3);
    }

    void aKilledProcessCostsABeatAtMost()
    {
        m_workspace->close();
        const qint64 worked = 203 * second;
        const auto work = [this, worked] {
            bool kept = m_workspace->open() && focus().start(m_first).ok();
            for (qint64 done = 0; kept && done < worked; done += second) {
                run(second);
                kept = focus().tick().ok();
            }
            return kept;
        };
        test::Sibling sibling(work);
        QVERIFY(sibling.ready());
        sibling.kill();
        run(worked + 40 * minute); // the parent's clock stood still
        QVERIFY(m_workspace->open());
        const auto found = focus().reading();
        QVERIFY(found && found->found && !found->running);
        QVERIFY2(found->workedMs <= worked && worked - found->workedMs <= focusBeatMs,
            qPrintable(QString::number(found->workedMs)));
        QCOMPARE(found->gapMs, 40 * minute + worked - found->workedMs);
        QCOMPARE(first().loggedMinutes, 0);
        QCOMPARE(*focus().finish(FocusEnd::Open), 3);
        QCOMPARE(first().loggedMinutes, 3);
        QCOMPARE(first().state, BlockState::Partly);
    }

    void aRebootCostsABeatAtMostAndItGoesOn()
    {
        QVERIFY(focus().start(m_first).ok());
        run(30 * second);
        QVERIFY(focus().tick().ok());
        run(5 * second);
        m_workspace->clock.reboot(2 * minute);
        QVERIFY(m_workspace->reopen());
        QCOMPARE(focus().reading()->workedMs, 30 * second);
        QVERIFY(focus().start(m_first).ok()); // as Continue
        QVERIFY(!focus().reading()->found);
        QVERIFY(focus().reading()->running);
        run(40 * second);
        QCOMPARE(focus().reading()->workedMs, 70 * second);
    }

    void quittingCostsNothing()
    {
        QVERIFY(focus().start(m_first).ok());
        run(14 * second);
        QVERIFY(focus().keep().ok());
        run(20 * minute);
        QVERIFY(m_workspace->reopen());
        QCOMPARE(focus().reading()->workedMs, 14 * second);
        QCOMPARE(focus().reading()->gapMs, 0); // it was closed, nothing broke off
    }

    void aPersonKnowsBetterThanTheTimer()
    {
        QCOMPARE(focus().correct(5).error().code, ErrorCode::NotAllowed);
        QVERIFY(focus().start(m_first).ok());
        run(20 * minute + 5 * second);
        for (const int minutes : {-1, 1441})
            QCOMPARE(focus().correct(minutes).error().code, ErrorCode::BadInput);
        QVERIFY(focus().correct(20).ok());
        QCOMPARE(focus().reading()->workedMs, 20 * minute + 5 * second);
        QVERIFY(focus().correct(12).ok());
        run(minute);
        QCOMPARE(focus().reading()->workedMs, 13 * minute);
        QVERIFY(focus().tick().ok());
        QVERIFY(m_workspace->reopen());
        // What is corrected still waits for an answer.
        QVERIFY(focus().correct(50).ok());
        QVERIFY(focus().reading()->found);
        QVERIFY(m_workspace->reopen());
        QCOMPARE(focus().reading()->minutes(), 50);
        const int length = first().minutes;
        QVERIFY(focus().correct(length + 5).ok());
        QCOMPARE(*focus().finish(FocusEnd::Partly), length + 5);
        QCOMPARE(first().state, BlockState::Partly);
        QCOMPARE(first().loggedMinutes, length + 5);
    }

    void whatWasFoundIsLoggedForTheDayItWasWorkedOn()
    {
        m_workspace->clock.advance(4 * 60 * minute); // 23:00
        QVERIFY(focus().start(m_first).ok());
        run(20 * minute);
        QVERIFY(focus().tick().ok());
        m_workspace->clock.advance(11 * 60 * minute);
        QVERIFY(m_workspace->reopen());
        QCOMPARE(plan().today(), QDate(2026, 11, 24));
        QCOMPARE(focus().reading()->gapMs, 0); // nobody works all night
        QCOMPARE(focus().reading()->day, QDate(2026, 11, 23));
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(plan().loggedMinutes(), 20);
    }

    void anotherBlockWaitsForTheFirst()
    {
        QVERIFY(focus().start(m_first).ok());
        run(30 * second);
        QVERIFY(focus().start(m_other).ok()); // under a minute there is nothing to ask about
        QVERIFY(focus().isAbout(m_other));
        QCOMPARE(focus().reading()->workedMs, 0);
        run(2 * minute);
        QCOMPARE(focus().start(m_first).error().code, ErrorCode::NotAllowed);
        QVERIFY(focus().isAbout(m_other));
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QVERIFY(focus().start(m_first).ok());
        QCOMPARE(block(m_other).loggedMinutes, 2);
        QCOMPARE(first().loggedMinutes, 0);
    }

    void discardingCanBeTakenBack()
    {
        QVERIFY(focus().start(m_first).ok());
        run(7 * minute);
        QVERIFY(focus().discard().ok());
        QVERIFY(!focus().reading());
        QCOMPARE(plan().loggedMinutes(), 0);
        run(minute);
        QVERIFY(focus().takeBack().ok());
        QVERIFY(!focus().reading()->running);
        QCOMPARE(focus().reading()->workedMs, 7 * minute);
        QCOMPARE(focus().takeBack().error().code, ErrorCode::NotAllowed);
        QVERIFY(focus().discard().ok());
        QVERIFY(m_workspace->reopen());
        QVERIFY(!focus().reading());
        QCOMPARE(focus().takeBack().error().code, ErrorCode::NotAllowed);
    }

    void nothingToDoWithoutATimer()
    {
        for (const Outcome &outcome : {focus().pause(), focus().resume(), focus().discard()})
            QCOMPARE(outcome.error().code, ErrorCode::NotAllowed);
        QCOMPARE(focus().finish(FocusEnd::Done).error().code, ErrorCode::NotAllowed);
        QVERIFY(focus().tick().ok());
        QVERIFY(focus().keep().ok());
        QCOMPARE(focus().start(BlockId{99999}).error().code, ErrorCode::NotFound);
        QVERIFY(!focus().reading());
    }

    void theBlockStaysThroughANewPlan()
    {
        QVERIFY(focus().start(m_first).ok());
        run(12 * minute);
        PlanInputs later = plan().defaultInputs();
        later.start = later.start.addDays(7);
        QVERIFY(plan().makePlan(later).ok());
        QVERIFY(focus().reading()->block.has_value());
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(first().loggedMinutes, 12);
    }

    void aBlockThatIsGoneIsSaidAndComesBackWithUndo()
    {
        QVERIFY(history().undo().ok()); // there was no plan before
        QVERIFY(plan().makePlan(plan().defaultInputs()).ok());
        QVERIFY(focus().start(plan().nextBlock()->id).ok());
        QSignalSpy changed(&focus(), &FocusDesk::changed);
        run(12 * minute);
        QVERIFY(history().undo().ok());
        QCOMPARE(changed.count(), 1);
        QVERIFY(!focus().reading()->block.has_value());
        QCOMPARE(focus().finish(FocusEnd::Done).error().code, ErrorCode::NotFound);
        QVERIFY(focus().reading().has_value());
        QVERIFY(history().redo().ok());
        QVERIFY(focus().reading()->block.has_value());
        QVERIFY(focus().finish(FocusEnd::Open).ok());
        QCOMPARE(plan().loggedMinutes(), 12);
    }

private:
    PlanDesk &plan() { return (*m_workspace)->plan(); }
    HistoryDesk &history() { return (*m_workspace)->history(); }
    FocusDesk &focus() { return (*m_workspace)->focus(); }
    Block block(BlockId id)
    {
        for (const Block &candidate : plan().allBlocks()) {
            if (candidate.id == id)
                return candidate;
        }
        return {};
    }
    Block first() { return block(m_first); }
    void run(qint64 ms) { m_workspace->clock.advance(ms); }
    void sleep(qint64 ms)
    {
        run(ms);
        m_workspace->clock.now.sleptMs += ms;
    }

    std::unique_ptr<test::TestWorkspace> m_workspace;
    BlockId m_first{};
    BlockId m_other{};
};

LECTERN_TEST_CLASS(FocusDeskTest)
#include "focusdesk_test.moc"
