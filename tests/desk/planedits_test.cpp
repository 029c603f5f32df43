// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

#include <algorithm>

using namespace lectern;

/// Blocks that are changed by hand, each change undone by one undo.
class PlanEditsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TestWorkspace> m_workspace;
    QList<Block> m_before;

    PlanDesk &plan() { return (*m_workspace)->plan(); }
    QDate day(int offset) { return plan().today().addDays(offset); }
    Block block(BlockId id)
    {
        const QList<Block> all = plan().allBlocks();
        const auto found = std::find_if(all.cbegin(), all.cend(), [id](const Block &one) { return one.id == id; });
        return found == all.cend() ? Block() : *found;
    }
    Block at(int offset, int index = 0) { return plan().blocks(day(offset), day(offset)).value(index); }
    void keep() { m_before = plan().allBlocks(); }
    /// One undo brings back what was kept, one redo what was made of it.
    bool undone()
    {
        const QList<Block> after = plan().allBlocks();
        if (after == m_before || !(*m_workspace)->history().undo() || plan().allBlocks() != m_before)
            return false;
        return (*m_workspace)->history().redo() && plan().allBlocks() == after && (*m_workspace)->history().undo();
    }
    static QString refusal(const Error &error) { return error.code == ErrorCode::NotAllowed ? error.where : QString(); }

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        Appointment appointment;
        appointment.date = QDate(2027, 1, 9);
        appointment.zone = "UTC";
        QVERIFY(plan().setAppointment(appointment).ok());
        QVERIFY(plan().makePlan(plan().defaultInputs()).ok());
        keep();
    }

    void aBlockIsMoved()
    {
        QSignalSpy changed(&plan(), &PlanDesk::changed);
        const Block first = at(0);
        const auto moved = plan().move(first.id, day(2), 600);
        QVERIFY(moved.ok());
        QCOMPARE(moved->uuid, first.uuid);
        QCOMPARE(moved->date, day(2));
        QCOMPARE(moved->startMinute, 600);
        QCOMPARE(block(first.id), *moved);
        QCOMPARE(changed.count(), 1);
        QCOMPARE((*m_workspace)->history().undoLabel(), QStringLiteral("Moved block"));
        QVERIFY(undone());

        QCOMPARE(refusal(plan().move(first.id, QDate(2027, 1, 9), 600).error()), QStringLiteral("exam-day"));
        QCOMPARE(refusal(plan().move(first.id, day(-1), 600).error()), QStringLiteral("past-day"));
        QCOMPARE(plan().move(BlockId{9999}, day(1), 600).error().code, ErrorCode::NotFound);
        QCOMPARE(plan().allBlocks(), m_before);
        changed.clear();
        QVERIFY(plan().move(first.id, first.date, first.startMinute).ok());
        QCOMPARE(changed.count(), 0);
    }

    void aMissedBlockIsMovedToADayToCome()
    {
        const Block first = at(0);
        m_workspace->clock.advance(qint64(24) * 3600 * 1000);
        const auto moved = plan().move(first.id, day(4), 540);
        QVERIFY(moved.ok());
        QCOMPARE(moved->misses, 1);
        QCOMPARE(moved->uuid, first.uuid);
        QVERIFY(undone());
        QCOMPARE(block(first.id).misses, 0);
    }

    void aDoneBlockStays()
    {
        const Block first = at(0);
        QVERIFY(plan().setDone(first.id, true).ok());
        QCOMPARE(refusal(plan().move(first.id, day(1), 600).error()), QStringLiteral("finished"));
        QCOMPARE(refusal(plan().resize(first.id, 60).error()), QStringLiteral("finished"));
        QCOMPARE(refusal(plan().split(first.id, 30).error()), QStringLiteral("finished"));
        QCOMPARE(refusal(plan().removeBlock(first.id).error()), QStringLiteral("finished"));
        QCOMPARE(refusal(plan().setPartly(first.id, 30).error()), QStringLiteral("finished"));
        QCOMPARE(refusal(plan().setLocked(first.id, true).error()), QStringLiteral("finished"));
    }

    void aPlanOfItsOwnExamHasNoBlockBehindIt()
    {
        QVERIFY(plan().setAppointment({}).ok());
        QCOMPARE(plan().scene().examDate, QDate(2027, 1, 9));
        Appointment sat;
        sat.date = day(-3);
        QVERIFY(plan().setAppointment(sat).ok());
        QCOMPARE(plan().scene().examDate, QDate(2027, 1, 9));
        Appointment sooner;
        sooner.date = day(20);
        QVERIFY(plan().setAppointment(sooner).ok());
        QCOMPARE(plan().scene().examDate, day(20));
    }

    void aBlockIsCopied()
    {
        const Block first = at(0);
        QVERIFY(plan().setDone(first.id, true).ok());
        keep();
        const auto copy = plan().copy(first.id, day(2), 600);
        QVERIFY(copy.ok());
        QVERIFY(copy->id != first.id);
        QVERIFY(!copy->uuid.isEmpty() && copy->uuid != first.uuid);
        QCOMPARE(copy->state, BlockState::Planned);
        QCOMPARE(copy->loggedMinutes, 0);
        QCOMPARE(copy->topic, first.topic);
        QCOMPARE(block(first.id).state, BlockState::Done);
        QCOMPARE(plan().allBlocks().size(), m_before.size() + 1);
        QVERIFY(undone());
    }

    void aLongerBlockPushesTheNext()
    {
        const Block first = at(0);
        const Block next = at(0, 1);
        QCOMPARE(next.startMinute, first.endMinute());
        const auto longer = plan().resize(first.id, first.minutes + 15);
        QVERIFY(longer.ok());
        QCOMPARE(longer->minutes, first.minutes + 15);
        QCOMPARE(block(next.id).startMinute, next.startMinute + 15);
        QVERIFY(undone());
        QCOMPARE(plan().resize(first.id, 5).error().code, ErrorCode::BadInput);
        QCOMPARE(plan().allBlocks(), m_before);
    }

    void aBlockIsPinnedAndUnpinned()
    {
        const Block first = at(0);
        QVERIFY(plan().setLocked(first.id, true).ok());
        QVERIFY(block(first.id).locked);
        QVERIFY(undone());
        QVERIFY(plan().setLocked(first.id, true).ok());
        QVERIFY(plan().setLocked(first.id, false).ok());
        QCOMPARE(plan().allBlocks(), m_before);
    }

    void aBlockIsSplit()
    {
        const Block first = at(0);
        const auto part = plan().split(first.id, 30);
        QVERIFY(part.ok());
        QCOMPARE(part->id, first.id);
        QCOMPARE(part->minutes, 30);
        const Block rest = at(0, 1);
        QCOMPARE(rest.minutes, first.minutes - 30);
        QCOMPARE(rest.startMinute, first.startMinute + 30);
        QCOMPARE(rest.depends, first.uuid);
        QVERIFY(!rest.uuid.isEmpty());
        QVERIFY(undone());
    }

    void aBlockIsRemoved()
    {
        const Block first = at(1);
        QVERIFY(plan().split(first.id, 30).ok());
        const Block rest = at(1, 1);
        QVERIFY(plan().split(rest.id, 30).ok());
        keep();
        QVERIFY(plan().removeBlock(rest.id).ok());
        QCOMPARE(plan().allBlocks().size(), m_before.size() - 1);
        QCOMPARE(at(1, 1).depends, first.uuid);
        QVERIFY(undone());
        QCOMPARE(plan().removeBlock(BlockId{9999}).error().code, ErrorCode::NotFound);
    }

    void aMissIsGivenUpRatherThanForgotten()
    {
        const Block first = at(0);
        m_workspace->clock.advance(qint64(24) * 3600 * 1000);
        QVERIFY(plan().removeBlock(first.id).ok());
        QVERIFY(block(first.id).settled);
        QCOMPARE(block(first.id).owedMinutes(), 0);
        QVERIFY(undone());
    }

    void aBlockIsPartlyDone()
    {
        const Block first = at(0);
        QVERIFY(plan().setPartly(first.id, 40).ok());
        const Block partly = block(first.id);
        QCOMPARE(partly.state, BlockState::Partly);
        QCOMPARE(partly.loggedMinutes, 40);
        QCOMPARE(partly.owedMinutes(), first.minutes - 40);
        QCOMPARE(refusal(plan().move(first.id, day(1), 600).error()), QStringLiteral("begun"));
        QCOMPARE(refusal(plan().removeBlock(first.id).error()), QStringLiteral("begun"));
        QVERIFY(undone());
        QCOMPARE(plan().loggedMinutes(), 0);
        QCOMPARE(plan().setPartly(first.id, 0).error().where, QStringLiteral("minutes"));
        QCOMPARE(plan().setPartly(first.id, 1441).error().code, ErrorCode::BadInput);
    }

    void everythingLastsOverARestart()
    {
        const Block first = at(0);
        QVERIFY(plan().move(first.id, day(2), 600).ok());
        QVERIFY(plan().setLocked(first.id, true).ok());
        QVERIFY(m_workspace->reopen());
        QCOMPARE(block(first.id).date, day(2));
        QVERIFY(block(first.id).locked);
        QVERIFY((*m_workspace)->history().undo().ok());
        QVERIFY((*m_workspace)->history().undo().ok());
        QCOMPARE(plan().allBlocks(), m_before);
    }
};

LECTERN_TEST_CLASS(PlanEditsTest)
#include "planedits_test.moc"
