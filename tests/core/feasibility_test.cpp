// SPDX-License-Identifier: GPL-3.0-or-later
#include "feasibility.h"

#include "fixtures.h"
#include "runall.h"

using namespace lectern;

class FeasibilityTest : public QObject
{
    Q_OBJECT

private:
    const QDate monday{2026, 11, 23};
    Certification m_certification;
    RepairCase m_plan;

    Block &add(int day, int start, int minutes, int logged = 0)
    {
        Block block;
        block.uuid = QStringLiteral("b%1").arg(m_plan.blocks.size());
        block.date = monday.addDays(day);
        block.startMinute = start;
        block.minutes = minutes;
        block.loggedMinutes = logged;
        block.state = logged > 0 ? BlockState::Done : BlockState::Planned;
        m_plan.blocks.append(block);
        return m_plan.blocks.last();
    }
    Feasibility judged() const { return feasibilityOf(m_certification, m_plan, {}); }

private Q_SLOTS:
    void init()
    {
        m_certification = test::sampleCertification();
        m_plan = {};
        m_plan.inputs.start = monday;
        m_plan.inputs.examDate = monday.addDays(84);
        m_plan.inputs.minutesPerWeekday = {240, 240, 0, 240, 240, 420, 300};
        m_plan.inputs.startMinute.fill(17 * 60);
        m_plan.today = monday;
    }

    void paceIsShrunkToOne()
    {
        QCOMPARE(paceOf({}, monday), 1.0);
        for (int day = -10; day < 0; ++day)
            add(day, 1140, 60);
        QCOMPARE(paceOf(m_plan.blocks, monday), 300.0 / 900);
        for (Block &block : m_plan.blocks)
            block.loggedMinutes = 60;
        QCOMPARE(paceOf(m_plan.blocks, monday), 1.0);
        m_plan.blocks[0].loggedMinutes = 600; // counts twice its length at most
        QCOMPARE(paceOf(m_plan.blocks, monday), 960.0 / 900);
        // Only the last ten count, no time away and no buffers.
        add(-20, 1140, 240);
        Block away = m_plan.blocks[1];
        away.uuid = QStringLiteral("away");
        away.loggedMinutes = 0;
        away.state = BlockState::Excused;
        m_plan.blocks.append(away);
        away.state = BlockState::Planned;
        away.kind = BlockKind::Buffer;
        m_plan.blocks.append(away);
        QCOMPARE(paceOf(m_plan.blocks, monday), 960.0 / 900);
        QCOMPARE(paceOf(m_plan.blocks.mid(0, 1), monday), (120.0 + 300) / 360);
    }

    void thePageOfTwelveWeeksFits()
    {
        const Feasibility fits = judged();
        QVERIFY(fits.fits());
        QCOMPARE(fits.weeks.size(), 12);
        QVERIFY(!fits.moreMinutesADay && !fits.laterExam && !fits.smallerScope && !fits.fewerProjects);
        int needed = 0;
        for (const Feasibility::Week &week : fits.weeks) {
            QVERIFY(week.needed <= week.available);
            needed += week.needed;
        }
        QVERIFY(std::abs(needed - fits.neededMinutes) <= int(fits.weeks.size()));
    }

    void everyFixFixes()
    {
        m_plan.inputs.minutesPerWeekday = {120, 120, 0, 120, 120, 240, 180};
        m_plan.inputs.projects = ProjectChoice::All;
        const Feasibility missing = judged();
        QVERIFY(!missing.fits());
        QVERIFY(missing.missingMinutes() > 0);
        const RepairCase before = m_plan;

        QVERIFY(missing.moreMinutesADay.has_value());
        for (int &minutes : m_plan.inputs.minutesPerWeekday)
            minutes += minutes > 0 ? *missing.moreMinutesADay : 0;
        QVERIFY(judged().fits());
        for (int &minutes : m_plan.inputs.minutesPerWeekday)
            minutes -= minutes > 0 ? 10 : 0;
        QVERIFY(!judged().fits());

        m_plan = before;
        QVERIFY(missing.laterExam.has_value());
        m_plan.inputs.examDate = *missing.laterExam;
        QVERIFY(judged().fits());
        m_plan.inputs.examDate = missing.laterExam->addDays(-1);
        QVERIFY(!judged().fits());

        m_plan = before;
        QVERIFY(missing.smallerScope.has_value());
        m_plan.inputs.scope = *missing.smallerScope;
        QVERIFY(judged().fits());

        m_plan = before;
        m_plan.inputs.minutesPerWeekday = {210, 210, 0, 210, 210, 360, 300};
        const Feasibility projects = judged();
        QVERIFY(!projects.fits());
        QVERIFY(projects.fewerProjects.has_value());
        m_plan.inputs.projects = *projects.fewerProjects;
        QVERIFY(judged().fits());
    }

    void aSlowPaceNeedsMore()
    {
        const int needed = judged().neededMinutes;
        for (int day = -10; day < 0; ++day)
            add(day, 1140, 60, 30);
        m_plan.inputs.start = monday.addDays(-10);
        const Feasibility slow = judged();
        QVERIFY(std::abs(slow.pace - 600.0 / 900) < 1e-9);
        QVERIFY(std::abs(slow.neededMinutes * slow.pace - needed) < 1);
    }

    void withoutAnExamAllFits()
    {
        m_plan.inputs.examDate = {};
        QVERIFY(judged().fits());
        QVERIFY(judged().weeks.isEmpty());
    }

    void theBurnUpFollowsThePlanAsItIs()
    {
        m_plan.today = monday.addDays(2);
        add(0, 1140, 60, 50);
        Block &missed = add(1, 1140, 60);
        missed.settled = true;
        add(2, 1140, 60);
        add(3, 1140, 120);
        add(3, 1260, 60).kind = BlockKind::Buffer;
        const BurnUp burn = burnUp(m_certification, m_plan, {{monday.addDays(-1), {}, 15}, {monday, {}, 50}});
        using Point = BurnUp::Point;
        QCOMPARE(burn.planned,
            (QList<Point>{{monday, 75}, {monday.addDays(1), 75}, {monday.addDays(2), 135}, {monday.addDays(3), 255}}));
        QCOMPARE(burn.studied, (QList<Point>{{monday, 65}, {monday.addDays(1), 65}, {monday.addDays(2), 65}}));
        const double pace = (50.0 + 300) / 420;
        QCOMPARE(burn.forecast, (QList<Point>{{monday.addDays(2), int(std::lround(65 + 60 * pace))},
                                    {monday.addDays(3), int(std::lround(65 + 180 * pace))}}));
        QCOMPARE(burn.scopeMinutes, 300 * 60);
        m_plan.blocks.clear();
        QVERIFY(burnUp(m_certification, m_plan, {}).planned.isEmpty());
    }

    void theBestBlockForTheMinutesAtHand()
    {
        m_plan.minuteOfDay = 600;
        QVERIFY(!bestNow(m_plan, 60));
        m_plan.topics = {{QStringLiteral("much"), 0.9, 0}, {QStringLiteral("little"), 0.1, 0}};
        add(8, 1140, 60).topic = QStringLiteral("much"); // in more than a week
        add(1, 1140, 60).topic = QStringLiteral("little");
        add(2, 1140, 60).topic = QStringLiteral("much");
        add(1, 1200, 150).kind = BlockKind::Rehearsal;
        QCOMPARE(bestNow(m_plan, 30)->block.uuid, QStringLiteral("b2"));
        QCOMPARE(bestNow(m_plan, 30)->minutes, 30);
        QCOMPARE(bestNow(m_plan, 200)->block.uuid, QStringLiteral("b3"));
        QCOMPARE(bestNow(m_plan, 200)->minutes, 150);
        add(0, 1140, 60).topic = QStringLiteral("little");
        QCOMPARE(bestNow(m_plan, 30)->block.uuid, QStringLiteral("b4"));
        QVERIFY(!bestNow(m_plan, 9));
    }

    void theRestIsPlannedAnew()
    {
        m_plan.minuteOfDay = 600;
        add(2, 1140, 60);
        add(0, 610, 30);
        const NowChoice choice{m_plan.blocks[0], 25};
        QList<Block> blocks = withPartNow(m_plan, choice);
        QCOMPARE(blocks.size(), 3);
        QCOMPARE(blocks[0].date, monday);
        QCOMPARE(blocks[0].startMinute, 600);
        QCOMPARE(blocks[0].minutes, 25);
        QCOMPARE(blocks[1].uuid, QStringLiteral("b1"));
        QCOMPARE(blocks[1].startMinute, 625);
        QCOMPARE(blocks[2].minutes, 35);
        QCOMPARE(blocks[2].depends, blocks[0].uuid);
        // All of it, or all but a crumb: the block itself comes to today.
        blocks = withPartNow(m_plan, {m_plan.blocks[0], 55});
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0].uuid, QStringLiteral("b0"));
        QCOMPARE(blocks[0].minutes, 55);
    }
};

LECTERN_TEST_CLASS(FeasibilityTest)
#include "feasibility_test.moc"
