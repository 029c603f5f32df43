// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog.h"
#include "planstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::sampleNow;

class PlanStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(reopen());
    }

    void appointmentIsKept()
    {
        QCOMPARE(*m_plan->appointment(), Appointment());
        Appointment booked{QDate(2026, 10, 9), QTime(9, 30), "Europe/Berlin", QStringLiteral("Test centre, 2nd floor"),
            QStringLiteral("DEP-2026-10")};
        QVERIFY(change([&] { return m_plan->setAppointment(booked); }).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_plan->appointment(), booked);
        QVERIFY(change([&] { return m_plan->setAppointment({}); }).ok());
        QVERIFY(!m_plan->appointment()->booked());
        QCOMPARE(*m_plan->appointment(), Appointment());
    }

    void inputsAreKept()
    {
        QVERIFY(!m_plan->inputs()->has_value());
        QVERIFY(change([&] { return m_plan->replacePlan(inputs(), {}); }).ok());
        QVERIFY(reopen());
        QCOMPARE(**m_plan->inputs(), inputs());
        PlanInputs open = inputs();
        open.examDate = {};
        open.daysOff.clear();
        QVERIFY(change([&] { return m_plan->replacePlan(open, {}); }).ok());
        QCOMPARE(**m_plan->inputs(), open);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE plan SET inputs = '{}'")));
        QCOMPARE(m_plan->inputs().error().code, ErrorCode::ProfileDamaged);
    }

    void blocksComeByDateAndStart()
    {
        Block late = block(3, 1200);
        late.kind = BlockKind::Rehearsal;
        late.topic = QStringLiteral("d1.1");
        late.stage = QStringLiteral("stage-1");
        late.uuid = QStringLiteral("uuid-of-late");
        QVERIFY(replace({late, block(1, 600), block(3, 600), block(9, 600)}).ok());
        QVERIFY(reopen());
        const auto blocks = m_plan->blocks(day(1), day(3));
        QVERIFY(blocks.ok());
        QCOMPARE(blocks->size(), 3);
        QCOMPARE(blocks->at(0).date, day(1));
        QCOMPARE(blocks->at(1).startMinute, 600);
        late.id = blocks->at(2).id;
        QCOMPARE(blocks->at(2), late);
        QCOMPARE(*m_plan->block(late.id), late);
        QCOMPARE(m_plan->allBlocks()->size(), 4);
        QVERIFY(!blocks->at(0).uuid.isEmpty());
        QVERIFY(blocks->at(0).uuid != blocks->at(1).uuid);
        QCOMPARE(*m_plan->plannedMinutes(day(1), day(3)), 270);
        QCOMPARE(m_plan->block(BlockId{99}).error().code, ErrorCode::NotFound);
    }

    void thePlanBecomesWhatIsGiven()
    {
        QVERIFY(replace({block(1, 600), block(2, 600), block(3, 600)}).ok());
        const QList<Block> first = *m_plan->allBlocks();
        QVERIFY(change([&] { return m_plan->logMinutes(first.at(1).id, 25, day(2), sampleNow); }).ok());
        Block moved = first.at(0);
        moved.date = day(4);
        const Block begun = *m_plan->block(first.at(1).id);
        QVERIFY(replace({begun, moved, block(5, 600)}).ok());
        const QList<Block> second = *m_plan->allBlocks();
        QCOMPARE(second.size(), 3);
        QCOMPARE(second.at(0), begun);
        QCOMPARE(second.at(1), moved);
        QCOMPARE(second.at(2).date, day(5));
        // The id of the one that went is not given again.
        QVERIFY(raw(second.at(2).id) > raw(first.at(2).id));
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(m_plan->allBlocks()->at(2), first.at(2));
        QCOMPARE(m_plan->allBlocks()->at(0), first.at(0));
        // What has logged minutes does not go, and then nothing does.
        QCOMPARE(replace({first.at(0)}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_plan->allBlocks()->size(), 3);
    }

    void aUuidMayComeBackInAnotherBlock()
    {
        Block one = block(1, 600);
        one.uuid = QStringLiteral("same");
        QVERIFY(replace({one}).ok());
        one.date = day(2);
        QVERIFY(replace({one}).ok());
        QCOMPARE(m_plan->allBlocks()->size(), 1);
        QCOMPARE(m_plan->allBlocks()->constFirst().date, day(2));
    }

    void nextPlannedIsTheFirstNotDone()
    {
        QVERIFY(!m_plan->nextPlanned(day(1))->has_value());
        QVERIFY(replace({block(2, 1200), block(2, 600), block(4, 600)}).ok());
        const QList<Block> blocks = *m_plan->allBlocks();
        QCOMPARE((*m_plan->nextPlanned(day(1)))->id, blocks.at(0).id);
        QVERIFY(change([&] { return m_plan->setState(blocks.at(0).id, BlockState::Done); }).ok());
        QCOMPARE((*m_plan->nextPlanned(day(2)))->id, blocks.at(1).id);
        QCOMPARE((*m_plan->nextPlanned(day(3)))->id, blocks.at(2).id);
        QVERIFY(!m_plan->nextPlanned(day(5))->has_value());
    }

    void minutesAddUp()
    {
        QVERIFY(replace({block(1, 600), block(2, 600)}).ok());
        const QList<Block> blocks = *m_plan->allBlocks();
        QVERIFY(change([&] { return m_plan->logMinutes(blocks.at(0).id, 1, day(1), sampleNow); }).ok());
        QVERIFY(change([&] { return m_plan->logMinutes(blocks.at(0).id, 1440, day(1), sampleNow); }).ok());
        QVERIFY(change([&] { return m_plan->logMinutes(blocks.at(1).id, 30, day(2), sampleNow); }).ok());
        QCOMPARE(m_plan->block(blocks.at(0).id)->loggedMinutes, 1441);
        QCOMPARE(*m_plan->loggedMinutes(), 1471);
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_plan->loggedMinutes(), 1441);
    }

    void badMinutesAndUnknownBlocks()
    {
        QVERIFY(replace({block(1, 600)}).ok());
        const BlockId id = m_plan->allBlocks()->first().id;
        for (const int minutes : {0, -5, 1441}) {
            const Outcome outcome = change([&] { return m_plan->logMinutes(id, minutes, day(1), sampleNow); });
            QCOMPARE(outcome.error().code, ErrorCode::BadInput);
        }
        const Outcome noDay = change([&] { return m_plan->logMinutes(id, 5, QDate(), sampleNow); });
        QCOMPARE(noDay.error().code, ErrorCode::BadInput);
        const Outcome unknown = change([&] { return m_plan->logMinutes(BlockId{99}, 5, day(1), sampleNow); });
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const Outcome state = change([&] { return m_plan->setState(BlockId{99}, BlockState::Done); });
        QCOMPARE(state.error().code, ErrorCode::NotFound);
        QCOMPARE(*m_plan->loggedMinutes(), 0);
    }

    void aBlockIsRewrittenAndRemoved()
    {
        QVERIFY(replace({block(1, 600), block(2, 600)}).ok());
        const QList<Block> before = *m_plan->allBlocks();
        Block wanted = before.at(0);
        wanted.date = day(4);
        wanted.startMinute = 700;
        wanted.minutes = 45;
        wanted.kind = BlockKind::Project;
        wanted.topic = QStringLiteral("d2.1");
        wanted.stage = QStringLiteral("stage-2");
        wanted.state = BlockState::Excused;
        wanted.aim = BlockAim::Return;
        wanted.project = QStringLiteral("project-1");
        wanted.requirement = QStringLiteral("r1");
        wanted.depends = before.at(1).uuid;
        wanted.locked = true;
        wanted.settled = true;
        wanted.misses = 2;
        QVERIFY(change([&] { return m_plan->setBlock(wanted); }).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_plan->block(wanted.id), wanted);
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_plan->allBlocks(), before);

        QVERIFY(change([&] { return m_plan->removeBlock(wanted.id); }).ok());
        QCOMPARE(m_plan->allBlocks()->size(), 1);
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_plan->allBlocks(), before);
        QVERIFY(change([&] { return m_plan->logMinutes(wanted.id, 5, day(1), sampleNow); }).ok());
        const Outcome begun = change([&] { return m_plan->removeBlock(wanted.id); });
        QCOMPARE(begun.error().code, ErrorCode::NotAllowed);
        wanted.id = BlockId{99};
        const Outcome unknown = change([&] { return m_plan->setBlock(wanted); });
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const Outcome gone = change([&] { return m_plan->removeBlock(wanted.id); });
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void writesNeedAChange()
    {
        QCOMPARE(m_plan->setAppointment({}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_plan->replacePlan(inputs(), {block(1, 600)}).error().code, ErrorCode::NotAllowed);
        QVERIFY(m_plan->allBlocks()->isEmpty());
    }

    void unknownWordsAreDamage()
    {
        QVERIFY(replace({block(1, 600)}).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE block SET kind = 'dance'")));
        QCOMPARE(m_plan->allBlocks().error().code, ErrorCode::ProfileDamaged);
    }

private:
    bool reopen()
    {
        m_plan.reset();
        m_changes.reset();
        if (!m_profile->open())
            return false;
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_plan = std::make_unique<PlanStore>(**m_profile, *m_changes);
        return true;
    }
    Outcome change(const std::function<Outcome()> &write)
    {
        return m_changes->perform(QStringLiteral("Change"), sampleNow, write);
    }
    Outcome replace(const QList<Block> &blocks)
    {
        return change([&] { return m_plan->replacePlan(inputs(), blocks); });
    }
    static QDate day(int number) { return QDate(2026, 3, number); }
    static Block block(int dayNumber, int startMinute)
    {
        Block block;
        block.date = day(dayNumber);
        block.startMinute = startMinute;
        block.minutes = 90;
        return block;
    }
    static PlanInputs inputs()
    {
        PlanInputs inputs;
        inputs.start = day(1);
        inputs.examDate = QDate(2026, 10, 9);
        inputs.minutesPerWeekday = {60, 60, 0, 60, 60, 180, 240};
        inputs.startMinute = {1140, 1140, 0, 1140, 1140, 600, 600};
        inputs.daysOff = {day(7), day(8)};
        inputs.blockMinutes = 75;
        return inputs;
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<PlanStore> m_plan;
};

LECTERN_TEST_CLASS(PlanStoreTest)
#include "planstore_test.moc"
