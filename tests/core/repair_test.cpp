// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair.h"

#include "runall.h"

using namespace lectern;

/// A small plan with a slip, where each repair can be followed by hand.
class RepairTest : public QObject
{
    Q_OBJECT

private:
    const QDate monday{2026, 11, 23};
    RepairCase m_plan;

    Block &add(int day, int start, int minutes, BlockKind kind = BlockKind::Read, const QString &topic = {})
    {
        Block block;
        block.id = BlockId{m_plan.blocks.size() + 1};
        block.uuid = QStringLiteral("b%1").arg(m_plan.blocks.size() + 1);
        block.date = monday.addDays(day);
        block.startMinute = start;
        block.minutes = minutes;
        block.kind = kind;
        block.topic = topic;
        m_plan.blocks.append(block);
        return m_plan.blocks.last();
    }
    RepairOption option(RepairKind kind) const { return repairs(m_plan)[static_cast<int>(kind)]; }
    static QStringList told(const QList<BlockChange> &changes)
    {
        QStringList lines;
        for (const BlockChange &change : changes) {
            const Block &block = change.what == BlockChange::What::Removed ? change.before : change.after;
            lines.append(QStringLiteral("%1 %2 %3+%4")
                             .arg(QString(QLatin1Char("+>~-"[static_cast<int>(change.what)])),
                                 block.date.toString(QStringLiteral("ddd")), QString::number(block.startMinute),
                                 QString::number(block.minutes)));
        }
        return lines;
    }

private Q_SLOTS:
    /// Two hours each evening from 19:00, the weekend long; the exam is on Saturday in three weeks.
    void init()
    {
        m_plan = {};
        m_plan.inputs.start = monday;
        m_plan.inputs.examDate = monday.addDays(19);
        m_plan.inputs.minutesPerWeekday = {120, 120, 120, 120, 120, 240, 240};
        m_plan.inputs.startMinute.fill(19 * 60);
        m_plan.inputs.longSitting = {false, false, false, false, false, true, true};
        m_plan.inputs.blockMinutes = 120;
        m_plan.today = monday.addDays(1);
    }

    void nothingSlippedNothingChanges()
    {
        add(0, 1140, 60).state = BlockState::Done;
        add(1, 1140, 60);
        add(0, 1200, 30, BlockKind::Buffer); // an unused buffer is owed nothing
        QVERIFY(!slipOf(m_plan).any());
        for (const RepairOption &way : repairs(m_plan)) {
            QCOMPARE(way.blocks, m_plan.blocks);
            QVERIFY(way.changes.isEmpty());
        }
    }

    void freeTimeComesFirst()
    {
        add(0, 1140, 90);
        add(1, 1140, 60);
        add(2, 1140, 120);
        const Slip slip = slipOf(m_plan);
        QCOMPARE(slip.owed.size(), 1);
        QCOMPARE(slip.owedMinutes, 90);
        for (const RepairOption &way : repairs(m_plan)) {
            QCOMPARE(told(way.changes), QStringList{QStringLiteral("+ Thu 1140+90")});
            QCOMPARE(way.droppedMinutes, 0);
            QCOMPARE(way.placedMinutes, 90);
            QCOMPARE(way.blocks[0].settled, true);
            QCOMPARE(way.blocks[0].date, monday);
            QCOMPARE(way.blocks.constLast().misses, 1);
            QCOMPARE(way.studyAfter - way.studyBefore, 90);
        }
    }

    void aPartIsOwedAndExcusedIsNoMiss()
    {
        Block &partly = add(0, 1140, 60);
        partly.state = BlockState::Partly;
        partly.loggedMinutes = 23;
        add(-1, 1140, 60);
        m_plan.blocks = excused(m_plan.blocks, monday.addDays(-3), monday.addDays(5), m_plan.today);
        QCOMPARE(m_plan.blocks[0].state, BlockState::Partly);
        QCOMPARE(m_plan.blocks[1].state, BlockState::Excused);
        QCOMPARE(slipOf(m_plan).owedMinutes, 97);
        const QList<Block> blocks = option(RepairKind::Spread).blocks;
        QCOMPARE(blocks.size(), 4);
        QCOMPARE(blocks[2].minutes, 60);
        QCOMPARE(blocks[2].misses, 0);
        QCOMPARE(blocks[3].minutes, 40);
        QCOMPARE(blocks[3].misses, 1);
    }

    void spreadMakesBlocksShorter()
    {
        for (int day = 0; day < 19; ++day)
            add(day, 1140, day % 7 > 4 ? 240 : 120);
        const RepairOption way = option(RepairKind::Spread);
        QCOMPARE(way.placedMinutes, 120);
        // What is given and what is placed may differ by crumbs.
        QVERIFY(way.droppedMinutes >= 120 && way.droppedMinutes <= 130);
        QCOMPARE(way.studyAfter - way.studyBefore, 120 - way.droppedMinutes);
        for (const BlockChange &change : way.changes) {
            if (change.what == BlockChange::What::Resized)
                QVERIFY(change.after.minutes * 4 >= change.before.minutes * 3);
            else
                QCOMPARE(change.what, BlockChange::What::Added);
        }
        QVERIFY(way.changes.size() >= 6);
    }

    void buffersAreUsedOnlyWhereAsked()
    {
        add(0, 1140, 120);
        for (int day = 1; day < 19; ++day)
            add(day, 1140, 120);
        for (int day = 5; day < 19; day += 7) {
            add(day, 1260, 120, BlockKind::Buffer);
            add(day + 1, 1260, 120);
        }
        const RepairOption way = option(RepairKind::UseBuffer);
        QCOMPARE(told(way.changes), (QStringList{QStringLiteral("+ Sat 1260+120"), QStringLiteral("- Sat 1260+120")}));
        QCOMPARE(way.bufferBefore - way.bufferAfter, 120);
        QCOMPARE(option(RepairKind::Spread).bufferAfter, way.bufferBefore);
        QCOMPARE(option(RepairKind::DropLeast).bufferAfter, way.bufferBefore);
    }

    void theLeastValuableGoes()
    {
        m_plan.topics = {
            {QStringLiteral("much"), 0.7, 0.5}, {QStringLiteral("little"), 0.3, 0}, {QStringLiteral("beyond"), 0, 0}};
        add(0, 1140, 60, BlockKind::Read, QStringLiteral("much"));
        for (int day = 1; day < 19; ++day)
            add(day, 1140, day % 7 > 4 ? 240 : 120, BlockKind::Read, QStringLiteral("much"));
        m_plan.blocks[10].topic = QStringLiteral("beyond");
        m_plan.blocks[12].topic = QStringLiteral("little");
        const RepairOption way = option(RepairKind::DropLeast);
        QCOMPARE(told(way.changes), (QStringList{QStringLiteral("+ Thu 1140+60"), QStringLiteral("- Thu 1140+120")}));
        QCOMPARE(way.droppedMinutes, 120);
        // A miss of something worth less than all that is to come is given up itself.
        m_plan.blocks[0].topic = QStringLiteral("beyond");
        m_plan.blocks[10].topic = QStringLiteral("much");
        const RepairOption none = option(RepairKind::DropLeast);
        QVERIFY(none.changes.isEmpty());
        QCOMPARE(none.droppedMinutes, 60);
    }

    void pinnedBlocksStayAndAreToldOf()
    {
        m_plan.inputs.daysOff = {monday.addDays(3)};
        add(3, 1140, 60).locked = true;
        add(3, 1200, 60);
        add(30, 1140, 60);
        const Slip slip = slipOf(m_plan);
        QCOMPARE(slip.stuck.size(), 1);
        QCOMPARE(slip.misplaced.size(), 2);
        const RepairOption way = option(RepairKind::Spread);
        QCOMPARE(told(way.changes), (QStringList{QStringLiteral("> Tue 1140+60"), QStringLiteral("> Tue 1200+60")}));
        QVERIFY(way.blocks.contains(m_plan.blocks[0]));
    }

    void todayBeginsNow()
    {
        add(0, 1140, 60);
        m_plan.minuteOfDay = 1190;
        QCOMPARE(told(option(RepairKind::Spread).changes), QStringList{QStringLiteral("+ Tue 1190+60")});
        m_plan.minuteOfDay = 1230;
        QCOMPARE(told(option(RepairKind::Spread).changes), QStringList{QStringLiteral("+ Wed 1140+60")});
    }

    void aRehearsalNeedsItsDay()
    {
        Block &rehearsal = add(0, 1140, 150, BlockKind::Rehearsal);
        const QString uuid = rehearsal.uuid;
        Block &look = add(1, 1140, 60, BlockKind::Review);
        look.aim = BlockAim::Lookback;
        look.depends = uuid;
        for (int day = 2; day < 19; ++day)
            add(day, 1140, day % 7 > 4 ? 240 : 120);
        for (const RepairOption &way : repairs(m_plan)) {
            const auto moved = std::find_if(way.blocks.cbegin(), way.blocks.cend(),
                [](const Block &block) { return block.kind == BlockKind::Rehearsal && !block.settled; });
            QVERIFY(moved != way.blocks.cend());
            QVERIFY(moved->date.dayOfWeek() >= 6);
            for (const Block &block : way.blocks) {
                if (block.aim == BlockAim::Lookback)
                    QVERIFY(block.date > moved->date || block.startMinute >= moved->endMinute());
            }
        }
    }

    void aBlockMissedThreeTimesAsks_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QList<int>>("minutes");
        QTest::newRow("again") << int(MissedAnswer::Again) << QList<int>{90};
        QTest::newRow("split") << int(MissedAnswer::Split) << QList<int>{45, 45};
        QTest::newRow("drop") << int(MissedAnswer::Drop) << QList<int>{};
        QTest::newRow("ten minutes") << int(MissedAnswer::TenMinutes) << QList<int>{10};
    }
    void aBlockMissedThreeTimesAsks()
    {
        QFETCH(int, answer);
        QFETCH(QList<int>, minutes);
        Block &block = add(0, 1140, 90);
        block.misses = 1;
        QVERIFY(asking(slipOf(m_plan)).isEmpty());
        block.misses = 2;
        QCOMPARE(asking(slipOf(m_plan)).size(), 1);
        m_plan.answers.insert(block.uuid, static_cast<MissedAnswer>(answer));
        const RepairOption way = option(RepairKind::Spread);
        QList<int> placed;
        QSet<QDate> days;
        for (const BlockChange &change : way.changes) {
            placed.append(change.after.minutes);
            days.insert(change.after.date);
        }
        QCOMPARE(placed, minutes);
        QCOMPARE(days.size(), placed.size());
        QCOMPARE(way.droppedMinutes, 90 - std::accumulate(minutes.cbegin(), minutes.cend(), 0));
    }
};

LECTERN_TEST_CLASS(RepairTest)
#include "repair_test.moc"
