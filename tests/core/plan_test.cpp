// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include "fixtures.h"
#include "runall.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace lectern;

namespace
{

const QDate monday(2026, 11, 23);
const QString capstone = QStringLiteral("weeks-11-12");

/// Four evenings of 3 h, a free Wednesday, 7 h on Saturdays and 6 h on Sundays: 25 h a week.
PlanInputs usualWeek()
{
    PlanInputs inputs;
    inputs.start = monday;
    inputs.minutesPerWeekday = {180, 180, 0, 180, 180, 420, 360};
    inputs.startMinute = {1110, 1110, 1110, 1110, 1110, 540, 540};
    return inputs;
}

PlanInputs everyDay(int minutes, int blockMinutes = 90)
{
    PlanInputs inputs;
    inputs.start = monday;
    inputs.minutesPerWeekday.fill(minutes);
    inputs.startMinute.fill(540);
    inputs.blockMinutes = blockMinutes;
    return inputs;
}

QStringList stagesOf(const Plan &plan)
{
    QStringList stages;
    for (const Block &block : plan.blocks) {
        if (stages.isEmpty() || stages.constLast() != block.stage)
            stages.append(block.stage);
    }
    return stages;
}

QList<int> lengthsOn(const Plan &plan, QDate date)
{
    QList<int> lengths;
    for (const Block &block : plan.blocks) {
        if (block.date == date)
            lengths.append(block.minutes);
    }
    return lengths;
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_certification = test::sampleCertification(); }
    void twelveWeeksOfTwentyFiveHours();
    void stagesKeepTheirWeeks();
    void topicsShareAStageEvenly();
    void readingThenLabThenQuestions();
    void capstoneOfProjectAndRehearsals();
    void rehearsalsNeedALongDay();
    void rehearsalsAtMostTwoAWeek();
    void squeezedIntoThreeWeeks();
    void fewerBlocksThanStages();
    void stretchedOverAYear();
    void lengthsOfBlocks_data();
    void lengthsOfBlocks();
    void theDayEndsAtMidnight();
    void uuids();
    void badInputs_data();
    void badInputs();
    void noPath();
    void capacity();
    void loads();
    void loadsOfNothing();
    void studyDayEndsAtFour_data();
    void studyDayEndsAtFour();
    void words();

private:
    Plan made(const PlanInputs &inputs) const
    {
        const Result<Plan> plan = makePlan(m_certification, inputs);
        if (!plan)
            qFatal("no plan: %s", qPrintable(plan.error().detail));
        return *plan;
    }
    Certification m_certification;
};

void PlanTest::twelveWeeksOfTwentyFiveHours()
{
    const Plan plan = made(usualWeek());
    QCOMPARE(plan.neededMinutes, 300 * 60);
    QVERIFY2(plan.plannedMinutes > 299 * 60 && plan.plannedMinutes <= 300 * 60,
        qPrintable(QString::number(plan.plannedMinutes)));
    QCOMPARE(plan.blocks.constFirst().date, monday);
    QCOMPARE(plan.blocks.constLast().date, monday.addDays(12 * 7 - 1));
    for (const Block &block : plan.blocks) {
        QCOMPARE(block.state, BlockState::Planned);
        QCOMPARE(block.loggedMinutes, 0);
        QVERIFY(block.date.dayOfWeek() != 3);
    }
}

void PlanTest::stagesKeepTheirWeeks()
{
    for (const PlanInputs &inputs : {usualWeek(), everyDay(90), everyDay(200)}) {
        const Plan plan = made(inputs);
        for (const Block &block : plan.blocks) {
            const auto stage = monday.daysTo(block.date) / 14;
            QCOMPARE(block.stage, m_certification.path[stage].id);
        }
    }
}

void PlanTest::topicsShareAStageEvenly()
{
    const Plan plan = made(everyDay(180));
    QMap<QString, int> minutes;
    for (const Block &block : plan.blocks)
        minutes[block.topic] += block.minutes;
    // 2520 minutes a stage; the second one names two topics of its own.
    for (const char *topic : {"d1.1", "d1.2", "d1.5", "d3.3", "d5.5"})
        QVERIFY(qAbs(minutes.value(QLatin1String(topic)) - 504) <= 90);
    QCOMPARE(minutes.value(QStringLiteral("d2.3")), 1260);
    QCOMPARE(minutes.value(QStringLiteral("d2.1")), 1260);
    QVERIFY(!minutes.contains(QStringLiteral("d2.2")));
    // In the order that the path gives, not the syllabus.
    QStringList order;
    for (const Block &block : plan.blocks) {
        if (block.stage == QStringLiteral("weeks-3-4") && !order.contains(block.topic))
            order.append(block.topic);
    }
    QCOMPARE(order, (QStringList{QStringLiteral("d2.3"), QStringLiteral("d2.1")}));
}

void PlanTest::readingThenLabThenQuestions()
{
    const Plan plan = made(everyDay(240, 60));
    QMap<QString, QMap<BlockKind, int>> minutes;
    QMap<QString, BlockKind> last;
    for (const Block &block : plan.blocks) {
        if (block.topic.isEmpty())
            continue;
        QVERIFY(block.kind == BlockKind::Read || block.kind == BlockKind::Lab || block.kind == BlockKind::Questions);
        QVERIFY(last.value(block.topic, BlockKind::Read) <= block.kind);
        last[block.topic] = block.kind;
        minutes[block.topic][block.kind] += block.minutes;
    }
    QCOMPARE(minutes.size(), 22);
    for (const QMap<BlockKind, int> &kinds : std::as_const(minutes)) {
        const double all =
            kinds.value(BlockKind::Read) + kinds.value(BlockKind::Lab) + kinds.value(BlockKind::Questions);
        QVERIFY(qAbs(kinds.value(BlockKind::Read) - 0.5 * all) <= 60);
        QVERIFY(qAbs(kinds.value(BlockKind::Lab) - 0.3 * all) <= 60);
        QVERIFY(qAbs(kinds.value(BlockKind::Questions) - 0.2 * all) <= 60);
    }
}

void PlanTest::capstoneOfProjectAndRehearsals()
{
    const Plan plan = made(usualWeek());
    QMap<BlockKind, int> minutes;
    QList<QDate> rehearsals;
    for (const Block &block : plan.blocks) {
        if (block.stage != capstone) {
            QVERIFY(block.kind != BlockKind::Rehearsal && block.kind != BlockKind::Project);
            continue;
        }
        QVERIFY(block.topic.isEmpty());
        minutes[block.kind] += block.minutes;
        if (block.kind == BlockKind::Rehearsal) {
            QCOMPARE(block.minutes, rehearsalMinutes);
            QCOMPARE(block.startMinute, 540);
            rehearsals.append(block.date);
        }
    }
    // The two Saturdays.
    QCOMPARE(rehearsals, (QList<QDate>{monday.addDays(75), monday.addDays(82)}));
    QCOMPARE(minutes.size(), 3);
    const double all = minutes[BlockKind::Project] + minutes[BlockKind::Questions] + minutes[BlockKind::Rehearsal];
    QVERIFY(qAbs(minutes[BlockKind::Project] - 0.6 * all) <= 90);
}

void PlanTest::rehearsalsNeedALongDay()
{
    const auto count = [](const Plan &plan) {
        return std::count_if(plan.blocks.cbegin(), plan.blocks.cend(),
            [](const Block &block) { return block.kind == BlockKind::Rehearsal; });
    };
    QCOMPARE(count(made(everyDay(149))), 0);
    QVERIFY(count(made(everyDay(150))) > 0);
    // One long day in the last stage is enough.
    PlanInputs inputs = everyDay(60);
    inputs.minutesPerWeekday[5] = 150;
    inputs.examDate = monday.addDays(12 * 7 - 7);
    const Plan plan = made(inputs);
    QVERIFY(count(plan) > 0);
    for (const Block &block : plan.blocks)
        QVERIFY(block.kind != BlockKind::Rehearsal || block.date.dayOfWeek() == 6);
}

void PlanTest::rehearsalsAtMostTwoAWeek()
{
    const Plan plan = made(everyDay(180));
    QMap<qint64, int> perWeek;
    QSet<QDate> dates;
    for (const Block &block : plan.blocks) {
        if (block.kind != BlockKind::Rehearsal)
            continue;
        ++perWeek[monday.daysTo(block.date) / 7];
        QVERIFY(!dates.contains(block.date));
        dates.insert(block.date);
    }
    QCOMPARE(perWeek, (QMap<qint64, int>{{10, 2}, {11, 2}}));
}

void PlanTest::squeezedIntoThreeWeeks()
{
    PlanInputs inputs = usualWeek();
    inputs.examDate = monday.addDays(21);
    const Plan plan = made(inputs);
    QVERIFY(plan.plannedMinutes > 74 * 60 && plan.plannedMinutes <= 75 * 60);
    QStringList expected;
    for (const Stage &stage : m_certification.path)
        expected.append(stage.id);
    QCOMPARE(stagesOf(plan), expected);
    QSet<QString> topics;
    for (const Block &block : plan.blocks)
        topics.insert(block.topic);
    // 22 topics of five stages, and the empty one of the capstone.
    QCOMPARE(topics.size(), 23);

    // Even in a week of short evenings every stage is visited.
    inputs = everyDay(60);
    inputs.examDate = monday.addDays(7);
    QCOMPARE(stagesOf(made(inputs)), expected);
}

void PlanTest::fewerBlocksThanStages()
{
    PlanInputs inputs = everyDay(60);
    inputs.examDate = monday.addDays(2);
    const Plan plan = made(inputs);
    QCOMPARE(plan.blocks.size(), 2);
    QCOMPARE(plan.plannedMinutes, 120);
    QVERIFY(stagesOf(plan).size() == 2);
    inputs.examDate = monday.addDays(1);
    QCOMPARE(made(inputs).blocks.size(), 1);
}

void PlanTest::stretchedOverAYear()
{
    PlanInputs inputs = everyDay(60);
    inputs.examDate = monday.addDays(364);
    const Plan plan = made(inputs);
    QCOMPARE(plan.blocks.size(), 364);
    QCOMPARE(plan.blocks.constLast().date, monday.addDays(363));
    QCOMPARE(plan.neededMinutes, 300 * 60);
    QCOMPARE(plan.plannedMinutes, 364 * 60);
    QCOMPARE(stagesOf(plan).size(), 6);
}

void PlanTest::lengthsOfBlocks_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QList<int>>("lengths");
    QTest::newRow("one block") << 90 << 90 << QList<int>{90};
    QTest::newRow("even halves") << 100 << 90 << QList<int>{50, 50};
    QTest::newRow("the odd minute first") << 181 << 90 << QList<int>{61, 60, 60};
    QTest::newRow("the shortest day") << 15 << 90 << QList<int>{15};
    QTest::newRow("one minute over, free") << 16 << 15 << QList<int>{15};
    QTest::newRow("no split fits all of it") << 44 << 20 << QList<int>{20, 20};
    QTest::newRow("two of the shortest") << 30 << 29 << QList<int>{15, 15};
    QTest::newRow("longest blocks") << 300 << 240 << QList<int>{150, 150};
}

void PlanTest::lengthsOfBlocks()
{
    QFETCH(int, day);
    QFETCH(int, longest);
    QTEST(lengthsOn(made(everyDay(day, longest)), monday), "lengths");
}

void PlanTest::theDayEndsAtMidnight()
{
    PlanInputs inputs = everyDay(180);
    inputs.startMinute.fill(23 * 60);
    QCOMPARE(lengthsOn(made(inputs), monday), QList<int>{60});
    inputs.startMinute[0] = 24 * 60 - 14;
    QCOMPARE(lengthsOn(made(inputs), monday), QList<int>());
    inputs.startMinute[0] = 24 * 60 - 15;
    QCOMPARE(lengthsOn(made(inputs), monday), QList<int>{15});
}

void PlanTest::uuids()
{
    const Plan plan = made(usualWeek());
    static const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$"));
    QSet<QString> uuids;
    for (const Block &block : plan.blocks) {
        QVERIFY(form.match(block.uuid).hasMatch());
        uuids.insert(block.uuid);
    }
    QCOMPARE(uuids.size(), plan.blocks.size());
    // Calendars of others hold this one.
    QCOMPARE(plan.blocks.constFirst().uuid, QStringLiteral("3d335531-c78f-5c7e-a524-5029ab7cf075"));
    m_certification.id = QStringLiteral("another");
    QVERIFY(!uuids.contains(made(usualWeek()).blocks.constFirst().uuid));
}

void PlanTest::badInputs_data()
{
    QTest::addColumn<PlanInputs>("inputs");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QString &where, const auto &change) {
        PlanInputs inputs = usualWeek();
        change(inputs);
        QTest::newRow(name) << inputs << where;
    };
    const QString week = QStringLiteral("minutesPerWeekday");
    row("no start", QStringLiteral("start"), [](PlanInputs &inputs) { inputs.start = {}; });
    row("blocks too short", QStringLiteral("blockMinutes"), [](PlanInputs &inputs) { inputs.blockMinutes = 14; });
    row("blocks too long", QStringLiteral("blockMinutes"), [](PlanInputs &inputs) { inputs.blockMinutes = 241; });
    row("negative minutes", week, [](PlanInputs &inputs) { inputs.minutesPerWeekday[6] = -1; });
    row("more than a day", week, [](PlanInputs &inputs) { inputs.minutesPerWeekday[0] = 1441; });
    row("negative start", week, [](PlanInputs &inputs) { inputs.startMinute[3] = -1; });
    row("start at midnight's end", week, [](PlanInputs &inputs) { inputs.startMinute[3] = 1440; });
    row("no study at all", week, [](PlanInputs &inputs) { inputs.minutesPerWeekday.fill(0); });
    row("too little each day", week, [](PlanInputs &inputs) { inputs.minutesPerWeekday.fill(14); });
    row("every day off before the exam", week, [](PlanInputs &inputs) {
        inputs.examDate = monday.addDays(2);
        inputs.daysOff = {monday, monday.addDays(1)};
    });
    row("exam on the first day", QStringLiteral("examDate"), [](PlanInputs &inputs) { inputs.examDate = monday; });
    row("exam in the past", QStringLiteral("examDate"),
        [](PlanInputs &inputs) { inputs.examDate = QDate(2020, 1, 1); });
    row("exam in another age", QStringLiteral("examDate"),
        [](PlanInputs &inputs) { inputs.examDate = QDate(9999, 12, 31); });
}

void PlanTest::badInputs()
{
    QFETCH(PlanInputs, inputs);
    const Result<Plan> plan = makePlan(m_certification, inputs);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().code, ErrorCode::BadInput);
    QTEST(plan.error().where, "where");
}

void PlanTest::noPath()
{
    m_certification.path.clear();
    QCOMPARE(makePlan(m_certification, usualWeek()).error().code, ErrorCode::BadInput);
}

void PlanTest::capacity()
{
    PlanInputs inputs = usualWeek();
    inputs.examDate = monday.addDays(20);
    inputs.daysOff = {monday.addDays(5)};
    inputs.minutesPerWeekday[1] = 14;
    inputs.startMinute[0] = 1400;
    QCOMPARE(inputs.capacity(monday), 40);
    QCOMPARE(inputs.capacity(monday.addDays(1)), 0);
    QCOMPARE(inputs.capacity(monday.addDays(2)), 0);
    QCOMPARE(inputs.capacity(monday.addDays(5)), 0);
    QCOMPARE(inputs.capacity(monday.addDays(12)), 420);
    QCOMPARE(inputs.capacity(monday.addDays(-1)), 0);
    QCOMPARE(inputs.capacity(monday.addDays(19)), 420);
    QCOMPARE(inputs.capacity(monday.addDays(20)), 0);
    QCOMPARE(inputs.capacity(QDate()), 0);
}

void PlanTest::loads()
{
    PlanInputs inputs = usualWeek();
    inputs.start = monday.addDays(5);
    inputs.examDate = monday.addDays(22);
    inputs.daysOff = {monday.addDays(13)};
    Plan plan = made(inputs);
    plan.blocks[0].loggedMinutes = 45;
    plan.blocks.last().loggedMinutes = 10;
    const QList<WeekLoad> loads = weekLoads(plan.blocks, inputs);
    QCOMPARE(loads.size(), 4);
    const QList<int> available{780, 1140, 1500, 180};
    const QList<int> done{45, 0, 0, 10};
    int planned = 0;
    for (int i = 0; i < loads.size(); ++i) {
        QCOMPARE(loads[i].monday, monday.addDays(7 * i));
        QCOMPARE(loads[i].available, available[i]);
        QCOMPARE(loads[i].done, done[i]);
        QVERIFY(loads[i].planned <= loads[i].available);
        planned += loads[i].planned;
    }
    QCOMPARE(planned, plan.plannedMinutes);
    // A block from before the start, of an older plan, belongs to no week.
    Block old = plan.blocks[0];
    old.date = monday.addDays(-20);
    QCOMPARE(weekLoads({old}, inputs).at(0).planned, 0);
}

void PlanTest::loadsOfNothing()
{
    QCOMPARE(weekLoads({}, PlanInputs()).size(), 0);
    QCOMPARE(weekLoads({}, usualWeek()).size(), 0);
    PlanInputs inputs = usualWeek();
    inputs.examDate = monday.addDays(7);
    QCOMPARE(weekLoads({}, inputs).size(), 1);
    QCOMPARE(weekLoads({}, inputs).at(0).available, 1500);
}

void PlanTest::studyDayEndsAtFour_data()
{
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QTime>("ends");
    QTest::addColumn<int>("days");
    const QTime four(4, 0);
    QTest::newRow("evening") << QTime(22, 0) << four << 0;
    QTest::newRow("midnight") << QTime(0, 0) << four << -1;
    QTest::newRow("just before four") << QTime(3, 59, 59, 999) << four << -1;
    QTest::newRow("four") << four << four << 0;
    QTest::newRow("a day that ends at midnight") << QTime(0, 0) << QTime(0, 0) << 0;
    QTest::newRow("a day that ends at six") << QTime(5, 59) << QTime(6, 0) << -1;
}

void PlanTest::studyDayEndsAtFour()
{
    QFETCH(QTime, time);
    QFETCH(QTime, ends);
    QFETCH(int, days);
    const QDate newYear(2027, 1, 1);
    QCOMPARE(studyDay(QDateTime(newYear, time), ends), newYear.addDays(days));
    if (ends == QTime(4, 0))
        QCOMPARE(studyDay(QDateTime(newYear, time)), newYear.addDays(days));
}

void PlanTest::words()
{
    QSet<QString> seen;
    for (const BlockKind kind : {BlockKind::Read, BlockKind::Lab, BlockKind::Questions, BlockKind::Rehearsal,
             BlockKind::Project, BlockKind::Review, BlockKind::Buffer}) {
        QCOMPARE(blockKindFromWord(word(kind)), kind);
        seen.insert(word(kind));
    }
    QCOMPARE(seen.size(), 7);
    QVERIFY(!seen.contains(QString()));
    QCOMPARE(blockStateFromWord(word(BlockState::Planned)), BlockState::Planned);
    QCOMPARE(blockStateFromWord(word(BlockState::Done)), BlockState::Done);
    QVERIFY(!blockKindFromWord(u"Read").has_value());
    QVERIFY(!blockStateFromWord(u"").has_value());
}

LECTERN_TEST_CLASS(PlanTest)
#include "plan_test.moc"
