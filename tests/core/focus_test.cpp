// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemachine.h"
#include "focus.h"
#include "runall.h"

using namespace lectern;
using test::FakeMachine;

namespace
{

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
const QString uuid = QStringLiteral("block");

} // namespace

class FocusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhileItRuns()
    {
        FakeMachine machine;
        FocusTimer timer = FocusTimer::started(uuid, machine.now());
        QCOMPARE(timer.workedMsAt(machine.now()), 0);
        machine.run(10 * minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 10 * minute);
        timer = timer.at(machine.now());
        machine.run(5 * second);
        QCOMPARE(timer.workedMsAt(machine.now()), 10 * minute + 5 * second);
        QCOMPARE(timer.block, uuid);
    }

    void aPauseDoesNotCount()
    {
        FakeMachine machine;
        FocusTimer timer = FocusTimer::started(uuid, machine.now());
        machine.run(3 * minute);
        timer = timer.pausedAt(machine.now());
        machine.run(20 * minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 3 * minute);
        timer = timer.resumedAt(machine.now());
        QVERIFY(timer.running);
        machine.run(2 * minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 5 * minute);
        // Pausing and resuming twice is as once.
        timer = timer.resumedAt(machine.now()).pausedAt(machine.now()).pausedAt(machine.now());
        QVERIFY(!timer.running);
        QCOMPARE(timer.workedMs, 5 * minute);
    }

    void sleepDoesNotCount()
    {
        FakeMachine machine;
        const FocusTimer timer = FocusTimer::started(uuid, machine.now());
        machine.run(minute);
        machine.sleep(8 * 60 * minute);
        machine.run(minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 2 * minute);
    }

    void aChangedWallClockChangesNothing()
    {
        for (const qint64 by : {-3 * 3600 * second, 3600 * second, 400 * 86400 * second}) {
            FakeMachine machine;
            const FocusTimer timer = FocusTimer::started(uuid, machine.now());
            machine.run(minute);
            machine.setClock(by);
            machine.run(minute);
            QCOMPARE(timer.workedMsAt(machine.now()), 2 * minute);
        }
    }

    void afterARebootOnlyWhatWasKeptCounts()
    {
        FakeMachine machine;
        FocusTimer timer = FocusTimer::started(uuid, machine.now());
        machine.run(10 * minute);
        timer = timer.at(machine.now());
        machine.run(12 * second);
        machine.reboot(5 * minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 10 * minute);
        timer = timer.foundAgain().resumedAt(machine.now());
        machine.run(minute);
        QCOMPARE(timer.workedMsAt(machine.now()), 11 * minute);
    }

    void afterACrashOnlyWhatWasKeptCounts()
    {
        FakeMachine machine;
        const FocusTimer kept = FocusTimer::started(uuid, machine.now()).at(machine.now());
        machine.run(20 * minute); // of the same boot, the program was dead
        const FocusTimer found = kept.foundAgain();
        QVERIFY(!found.running);
        QCOMPARE(found.workedMsAt(machine.now()), 0);
        QCOMPARE(found.resumedAt(machine.now()).workedMsAt(machine.now()), 0);
    }

    void withoutABootClockABeatCountsAtMost()
    {
        Moment now{1'790'000'000'000, {}, 0, 0};
        FocusTimer timer = FocusTimer::started(uuid, now);
        now.utcMs += 4 * second;
        timer = timer.at(now);
        QCOMPARE(timer.workedMs, 4 * second);
        now.utcMs += 3600 * second; // asleep, or set by hand
        timer = timer.at(now);
        QCOMPARE(timer.workedMs, 4 * second + focusBeatMs);
        now.utcMs -= 7200 * second;
        QCOMPARE(timer.at(now).workedMs, 4 * second + focusBeatMs);
    }

    void neverRunsBackwards()
    {
        FakeMachine machine;
        machine.run(minute);
        const FocusTimer timer = FocusTimer::started(uuid, machine.now());
        Moment earlier = machine.now();
        earlier.bootMs -= minute;
        QCOMPARE(timer.workedMsAt(earlier), 0);
    }

    void whatIsSaidReplacesWhatWasCounted()
    {
        FakeMachine machine;
        const FocusTimer timer = FocusTimer::started(uuid, machine.now());
        machine.run(20 * minute);
        const FocusTimer paused = timer.pausedAt(machine.now());
        machine.run(10 * minute);
        QCOMPARE(paused.correctedTo(35, machine.now()).workedMs, 35 * minute);
        QCOMPARE(paused.correctedTo(35, machine.now()).last, paused.last);
        const FocusTimer running = timer.correctedTo(5, machine.now());
        machine.run(minute);
        QCOMPARE(running.workedMsAt(machine.now()), 6 * minute);
    }

    void logsWholeMinutes()
    {
        QCOMPARE(loggedMinutesOf(0), 0);
        QCOMPARE(loggedMinutesOf(minute - 1), 0);
        QCOMPARE(loggedMinutesOf(minute), 1);
        QCOMPARE(loggedMinutesOf(23 * minute + 59 * second), 23);
        QCOMPARE(loggedMinutesOf(40 * 60 * minute), 24 * 60);
    }

    void aBlockIsDoneWhenItsLengthIsReached()
    {
        Block block;
        block.minutes = 90;
        QCOMPARE(stateAfterWork(block, 0, FocusEnd::Open), BlockState::Planned);
        QCOMPARE(stateAfterWork(block, 0, FocusEnd::Done), BlockState::Done);
        QCOMPARE(stateAfterWork(block, 1, FocusEnd::Open), BlockState::Partly);
        QCOMPARE(stateAfterWork(block, 89, FocusEnd::Open), BlockState::Partly);
        QCOMPARE(stateAfterWork(block, 90, FocusEnd::Open), BlockState::Done);
        QCOMPARE(stateAfterWork(block, 20, FocusEnd::Done), BlockState::Done);
        QCOMPARE(stateAfterWork(block, 95, FocusEnd::Partly), BlockState::Partly);
        QCOMPARE(stateAfterWork(block, 0, FocusEnd::Partly), BlockState::Planned);
        block.loggedMinutes = 60;
        block.state = BlockState::Partly;
        QCOMPARE(stateAfterWork(block, 29, FocusEnd::Open), BlockState::Partly);
        QCOMPARE(stateAfterWork(block, 30, FocusEnd::Open), BlockState::Done);
        QCOMPARE(stateAfterWork(block, 0, FocusEnd::Open), BlockState::Partly);
        block.state = BlockState::Done;
        QCOMPARE(stateAfterWork(block, 5, FocusEnd::Open), BlockState::Done);
        QCOMPARE(stateAfterWork(block, 5, FocusEnd::Partly), BlockState::Done);
    }
};

LECTERN_TEST_CLASS(FocusTest)
#include "focus_test.moc"
