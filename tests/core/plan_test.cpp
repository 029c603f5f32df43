// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include "fixtures.h"
#include "plandays.h"
#include "runall.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace lectern;

namespace
{

const QDate monday(2026, 11, 23);
const QString capstone = QStringLiteral("weeks-11-12");

/// Four evenings of 4 h, a free Wednesday, 7 h on Saturdays and 5 h on Sundays: 28 h a week, the exam after twelve.
PlanInputs usualWeek()
{
    PlanInputs inputs;
    inputs.start = monday;
    inputs.examDate = monday.addDays(12 * 7);
    inputs.minutesPerWeekday = {240, 240, 0, 240, 240, 420, 300};
    inputs.startMinute = {1110, 1110, 1110, 1110, 1110, 540, 540};
    inputs.longSitting = {false, false, false, false, false, true, true};
    inputs.blockMinutes = 120;
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

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_certification = test::sampleCertification(); }
    void twelveWeeksForAllHours();
    void withoutAnExamAsLongAsItTakes();
    void stagesKeepTheirWeeks();
    void readingThenLabThenQuestions();
    void everyTopicComesBack();
    void weightAndWeaknessTakeTime();
    void rehearsals();
    void diagnosticFirstAndGuideChecked();
    void bufferInEveryFortnight();
    void lighterLastWeek();
    void projectsAndTheCapstone();
    void squeezedIntoThreeWeeks();
    void stretchedOverAYear();
    void whatIsStudiedIsNotPlannedAgain();
    void keptBlocksKeepTheirTime();
    void busyTimesAreLeftFree();
    void theSeedDecidesBetweenEquals();
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

void PlanTest::twelveWeeksForAllHours()
{
    const Plan plan = made(usualWeek());
    QCOMPARE(plan.neededMinutes, 300 * 60);
    // The lighter last week and the ends of days cost a little.
    QVERIFY2(plan.plannedMinutes > 285 * 60 && plan.plannedMinutes <= 300 * 60,
        qPrintable(QString::number(plan.plannedMinutes)));
    QVERIFY(plan.bufferMinutes >= 10 * 60);
    QCOMPARE(plan.blocks.constFirst().date, monday);
    for (const Block &block : plan.blocks) {
        QCOMPARE(block.state, BlockState::Planned);
        QCOMPARE(block.loggedMinutes, 0);
        QVERIFY(block.date.dayOfWeek() != 3);
    }
}

void PlanTest::withoutAnExamAsLongAsItTakes()
{
    PlanInputs inputs = usualWeek();
    inputs.examDate = {};
    const Plan whole = made(inputs);
    QVERIFY(whole.plannedMinutes > 285 * 60);
    const qint64 weeks = monday.daysTo(whole.blocks.constLast().date) / 7;
    QVERIFY2(weeks >= 11 && weeks <= 12, qPrintable(QString::number(weeks)));
    inputs.scope = PlanScope::ExamOnly;
    inputs.projects = ProjectChoice::None;
    const Plan little = made(inputs);
    QCOMPARE(little.neededMinutes, 108 * 60);
    QVERIFY(little.blocks.constLast().date < monday.addDays(6 * 7));
}

void PlanTest::stagesKeepTheirWeeks()
{
    const Plan plan = made(usualWeek());
    QMap<QString, QDate> first;
    for (const Block &block : plan.blocks) {
        if (!first.contains(block.stage))
            first.insert(block.stage, block.date);
    }
    QCOMPARE(first.size(), 6);
    for (const QDate &date : std::as_const(first))
        QCOMPARE(date.dayOfWeek(), 1);
    QCOMPARE(stagesOf(plan).size(), 6);
    // The second stage has two of its domain's five topics, which the blueprint counts.
    QCOMPARE(first.value(m_certification.path[1].id), monday.addDays(14));
    QVERIFY(first.value(capstone) >= monday.addDays(9 * 7) && first.value(capstone) <= monday.addDays(10 * 7));
}

void PlanTest::readingThenLabThenQuestions()
{
    const Plan plan = made(usualWeek());
    QMap<QString, BlockKind> last;
    QHash<QString, const Block *> byUuid;
    for (const Block &block : plan.blocks)
        byUuid.insert(block.uuid, &block);
    QSet<QString> topics;
    for (const Block &block : plan.blocks) {
        if (!block.depends.isEmpty()) {
            const Block *base = byUuid.value(block.depends);
            QVERIFY(base);
            QVERIFY(earlier(*base, block));
        }
        if (block.aim != BlockAim::Study || block.topic.isEmpty())
            continue;
        QVERIFY(block.kind == BlockKind::Read || block.kind == BlockKind::Lab || block.kind == BlockKind::Questions);
        QVERIFY(last.value(block.topic, BlockKind::Read) <= block.kind);
        if (last.contains(block.topic) && last[block.topic] != block.kind)
            QVERIFY(!block.depends.isEmpty());
        last[block.topic] = block.kind;
        topics.insert(block.topic);
    }
    QCOMPARE(topics.size(), 22);
}

void PlanTest::everyTopicComesBack()
{
    const Plan plan = made(usualWeek());
    QMap<QString, QList<QDate>> visits;
    QSet<QString> returned;
    for (const Block &block : plan.blocks) {
        if (block.topic.isEmpty())
            continue;
        if (block.aim == BlockAim::Return)
            returned.insert(block.topic);
        visits[block.topic].append(block.date);
    }
    for (auto it = visits.cbegin(); it != visits.cend(); ++it)
        QVERIFY2(returned.contains(it.key()), qPrintable(it.key()));
    // The gaps grow: the last one of a topic of the first week is weeks long.
    const QList<QDate> first = visits.value(QStringLiteral("d1.1"));
    QVERIFY(first.size() >= 5);
    QVERIFY(first.constFirst().daysTo(first.constLast()) > 45);
}

void PlanTest::weightAndWeaknessTakeTime()
{
    PlanFacts facts;
    facts.topics = evenNeeds(m_certification);
    const auto minutesOf = [this, &facts](const QString &topic) {
        const Plan plan = makePlan(m_certification, usualWeek(), facts).value();
        int minutes = 0;
        for (const Block &block : plan.blocks)
            minutes += block.topic == topic ? block.minutes : 0;
        return minutes;
    };
    const QString topic = QStringLiteral("d1.3");
    const int even = minutesOf(topic);
    const auto at = std::find_if(
        facts.topics.begin(), facts.topics.end(), [&topic](const TopicNeed &need) { return need.topic == topic; });
    at->weakness = 1;
    const int weak = minutesOf(topic);
    QVERIFY2(weak > even + 60, qPrintable(QStringLiteral("%1 %2").arg(even).arg(weak)));
    at->weakness = 0;
    at->share = 0;
    const int beyond = minutesOf(topic);
    QVERIFY2(beyond > 0 && beyond < even - 60, qPrintable(QStringLiteral("%1 %2").arg(even).arg(beyond)));
    PlanInputs focused = usualWeek();
    focused.scope = PlanScope::Focused;
    const Plan narrow = makePlan(m_certification, focused, facts).value();
    for (const Block &block : narrow.blocks)
        QVERIFY(block.topic != topic);
}

void PlanTest::rehearsals()
{
    PlanFacts facts;
    for (const int forms : {0, 1, 2, 9}) {
        facts.formsLeft = forms;
        const PlanInputs inputs = usualWeek();
        const Plan plan = makePlan(m_certification, inputs, facts).value();
        QList<const Block *> sat;
        int timed = 0;
        for (const Block &block : plan.blocks) {
            timed += block.aim == BlockAim::Timed && block.minutes == rehearsalMinutes ? 1 : 0;
            if (block.kind != BlockKind::Rehearsal)
                continue;
            QCOMPARE(block.minutes, rehearsalMinutes);
            QVERIFY(block.date.dayOfWeek() >= 6);
            QVERIFY(block.date.daysTo(inputs.examDate) >= 4);
            QVERIFY(sat.isEmpty() || sat.constLast()->date.daysTo(block.date) >= 5);
            sat.append(&block);
        }
        QVERIFY(sat.size() <= forms);
        QCOMPARE(sat.isEmpty(), forms == 0);
        // Where the bank has no sealed form the same days hold timed practice.
        QCOMPARE(timed > 0, forms == 0);
        if (!sat.isEmpty())
            QVERIFY(sat.constLast()->date.daysTo(inputs.examDate) <= 10);
        for (const Block *block : std::as_const(sat)) {
            QVERIFY(std::any_of(plan.blocks.cbegin(), plan.blocks.cend(), [block](const Block &look) {
                return look.aim == BlockAim::Lookback && look.depends == block->uuid && look.date == block->date;
            }));
        }
    }
    PlanInputs evenings = usualWeek();
    evenings.longSitting.fill(false);
    facts.formsLeft = 3;
    const Plan plan = makePlan(m_certification, evenings, facts).value();
    for (const Block &block : plan.blocks)
        QVERIFY(block.kind != BlockKind::Rehearsal);
}

void PlanTest::diagnosticFirstAndGuideChecked()
{
    const PlanInputs inputs = usualWeek();
    const Plan plan = made(inputs);
    const auto count = [](const Plan &of, BlockAim aim) {
        return std::count_if(
            of.blocks.cbegin(), of.blocks.cend(), [aim](const Block &block) { return block.aim == aim; });
    };
    QCOMPARE(count(plan, BlockAim::Diagnostic), 1);
    QCOMPARE(count(plan, BlockAim::GuideCheck), 1);
    for (const Block &block : plan.blocks) {
        if (block.aim == BlockAim::Diagnostic)
            QVERIFY(inputs.start.daysTo(block.date) <= 4);
        if (block.aim == BlockAim::GuideCheck)
            QVERIFY(std::abs(block.date.daysTo(inputs.examDate) - 14) <= 2);
    }
    PlanFacts facts;
    facts.diagnosed = true;
    QCOMPARE(count(makePlan(m_certification, inputs, facts).value(), BlockAim::Diagnostic), 0);
}

void PlanTest::bufferInEveryFortnight()
{
    const PlanInputs inputs = usualWeek();
    const Plan plan = made(inputs);
    QMap<qint64, int> buffers;
    for (const Block &block : plan.blocks) {
        if (block.kind == BlockKind::Buffer)
            buffers[monday.daysTo(block.date) / 14] += block.minutes;
    }
    for (int fortnight = 0; fortnight < 6; ++fortnight)
        QVERIFY2(buffers.value(fortnight) >= shortestBlock, qPrintable(QString::number(fortnight)));
    PlanInputs none = inputs;
    none.bufferPercent = 0;
    QCOMPARE(made(none).bufferMinutes, 0);
}

void PlanTest::lighterLastWeek()
{
    const PlanInputs inputs = usualWeek();
    const Plan plan = made(inputs);
    QMap<qint64, int> weeks;
    int lastDay = 0;
    for (const Block &block : plan.blocks) {
        weeks[monday.daysTo(block.date) / 7] += block.minutes;
        lastDay += block.date == inputs.examDate.addDays(-1) ? block.minutes : 0;
        if (block.date.daysTo(inputs.examDate) <= 7)
            QVERIFY(block.kind != BlockKind::Read || block.aim == BlockAim::GuideCheck);
    }
    QVERIFY(weeks.value(11) * 10 < weeks.value(8) * 9);
    QVERIFY(lastDay <= 60);
}

void PlanTest::projectsAndTheCapstone()
{
    PlanInputs inputs = usualWeek();
    const auto projectMinutes = [this](const PlanInputs &of) {
        QMap<QString, int> minutes;
        const Plan plan = made(of);
        for (const Block &block : plan.blocks) {
            if (block.kind == BlockKind::Project)
                minutes[block.project] += block.minutes;
        }
        return minutes;
    };
    inputs.projects = ProjectChoice::None;
    QVERIFY(projectMinutes(inputs).isEmpty());
    inputs.projects = ProjectChoice::One;
    const QMap<QString, int> one = projectMinutes(inputs);
    QCOMPARE(one.keys(), QStringList{m_certification.projects.constFirst().id});
    QVERIFY(std::abs(one.first() - 30 * 60) < 10 * 60);
    inputs.projects = ProjectChoice::All;
    QCOMPARE(projectMinutes(inputs).size(), m_certification.projects.size());
    inputs.projects = ProjectChoice::One;
    inputs.project = m_certification.projects.constLast().id;
    QCOMPARE(projectMinutes(inputs).keys(), QStringList{inputs.project});
    bool whole = false;
    const Plan plan = made(inputs);
    for (const Block &block : plan.blocks) {
        if (block.kind == BlockKind::Project && block.stage == capstone) {
            QVERIFY(block.requirement.isEmpty());
            whole = true;
        }
    }
    QVERIFY(whole);
}

void PlanTest::squeezedIntoThreeWeeks()
{
    PlanInputs inputs = usualWeek();
    inputs.examDate = monday.addDays(21);
    const Plan plan = made(inputs);
    QVERIFY(plan.plannedMinutes > 60 * 60 && plan.plannedMinutes <= 84 * 60);
    QStringList expected;
    for (const Stage &stage : m_certification.path)
        expected.append(stage.id);
    QCOMPARE(stagesOf(plan), expected);
}

void PlanTest::stretchedOverAYear()
{
    PlanInputs inputs = everyDay(120);
    inputs.examDate = monday.addDays(364);
    const Plan plan = made(inputs);
    QCOMPARE(plan.neededMinutes, 300 * 60);
    QVERIFY(plan.plannedMinutes > 270 * 60 && plan.plannedMinutes <= 300 * 60);
    QVERIFY(plan.blocks.constLast().date > monday.addDays(355));
    QCOMPARE(stagesOf(plan).size(), 6);
}

void PlanTest::whatIsStudiedIsNotPlannedAgain()
{
    PlanFacts facts;
    facts.today = monday.addDays(28);
    for (int i = 1; i <= 5; ++i)
        facts.studied.append({monday.addDays(i), QStringLiteral("d1.%1").arg(i), 12 * 60});
    const Plan plan = makePlan(m_certification, usualWeek(), facts).value();
    QCOMPARE(plan.neededMinutes, 240 * 60);
    for (const Block &block : plan.blocks) {
        QVERIFY(block.date >= facts.today);
        QVERIFY(block.stage != m_certification.path[0].id);
        if (block.topic.startsWith(QLatin1String("d1.")))
            QCOMPARE(block.aim, BlockAim::Return);
    }
}

void PlanTest::keptBlocksKeepTheirTime()
{
    PlanFacts facts;
    Block locked;
    locked.uuid = made(usualWeek()).blocks.constFirst().uuid;
    locked.date = monday.addDays(1);
    locked.startMinute = 1170;
    locked.minutes = 90;
    locked.locked = true;
    facts.kept = {locked};
    const Plan plan = makePlan(m_certification, usualWeek(), facts).value();
    int minutes = 0;
    for (const Block &block : plan.blocks) {
        QVERIFY(block.uuid != locked.uuid);
        if (block.date != locked.date)
            continue;
        QVERIFY(block.endMinute() <= locked.startMinute || block.startMinute >= locked.endMinute());
        minutes += block.minutes;
    }
    QVERIFY(minutes > 0 && minutes <= 240 - 90);
}

void PlanTest::busyTimesAreLeftFree()
{
    PlanInputs inputs = usualWeek();
    inputs.busy = {{monday, 1140, 1200}, {monday.addDays(1), 0, 1440}};
    QCOMPARE(inputs.windows(monday), (QList<Stretch>{{1110, 1140}, {1200, 1350}}));
    QCOMPARE(inputs.capacity(monday), 180);
    QCOMPARE(inputs.capacity(monday.addDays(1)), 0);
    const Plan plan = made(inputs);
    for (const Block &block : plan.blocks) {
        QVERIFY(block.date != monday.addDays(1));
        if (block.date == monday)
            QVERIFY(block.endMinute() <= 1140 || block.startMinute >= 1200);
    }
}

void PlanTest::theSeedDecidesBetweenEquals()
{
    PlanInputs inputs = usualWeek();
    const Plan one = made(inputs);
    QCOMPARE(made(inputs).blocks, one.blocks);
    inputs.seed = 2;
    QVERIFY(made(inputs).blocks != one.blocks);
}

void PlanTest::lengthsOfBlocks_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QList<int>>("lengths");
    QTest::newRow("one block") << 90 << 90 << QList<int>{90};
    QTest::newRow("no crumb") << 100 << 90 << QList<int>{50, 50};
    QTest::newRow("an evening") << 150 << 90 << QList<int>{90, 60};
    QTest::newRow("a long day") << 390 << 90 << QList<int>{90, 90, 90, 60, 60};
    QTest::newRow("the shortest") << 15 << 90 << QList<int>{15};
    QTest::newRow("too short") << 14 << 90 << QList<int>{};
    QTest::newRow("one minute over, lost") << 16 << 15 << QList<int>{15};
    QTest::newRow("longest blocks") << 300 << 240 << QList<int>{240, 60};
}

void PlanTest::lengthsOfBlocks()
{
    QFETCH(int, minutes);
    QFETCH(int, longest);
    QTEST(blockLengths(minutes, longest), "lengths");
}

void PlanTest::theDayEndsAtMidnight()
{
    PlanInputs inputs = everyDay(180);
    inputs.startMinute.fill(23 * 60);
    QCOMPARE(inputs.capacity(monday), 60);
    inputs.startMinute[0] = 24 * 60 - 14;
    QCOMPARE(inputs.capacity(monday), 0);
    inputs.startMinute[0] = 24 * 60 - 15;
    QCOMPARE(inputs.capacity(monday), 15);
    const Plan plan = made(inputs);
    for (const Block &block : plan.blocks)
        QVERIFY(block.endMinute() <= 24 * 60);
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
    const QList<int> available{720, 1380, 1680, 240};
    const QList<int> done{45, 0, 0, 10};
    int planned = 0;
    for (int i = 0; i < loads.size(); ++i) {
        QCOMPARE(loads[i].monday, monday.addDays(7 * i));
        QCOMPARE(loads[i].available, available[i]);
        QCOMPARE(loads[i].done, done[i]);
        QVERIFY(loads[i].planned <= loads[i].available);
        planned += loads[i].planned;
    }
    QCOMPARE(planned, plan.plannedMinutes + plan.bufferMinutes);
    // A block from before the start, of an older plan, belongs to no week.
    Block old = plan.blocks[0];
    old.date = monday.addDays(-20);
    QCOMPARE(weekLoads({old}, inputs).at(0).planned, 0);
}

void PlanTest::loadsOfNothing()
{
    QCOMPARE(weekLoads({}, PlanInputs()).size(), 0);
    QCOMPARE(weekLoads({}, usualWeek()).size(), 12);
    PlanInputs inputs = usualWeek();
    inputs.examDate = monday.addDays(7);
    QCOMPARE(weekLoads({}, inputs).size(), 1);
    QCOMPARE(weekLoads({}, inputs).at(0).available, 1680);
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
    for (const BlockState state : {BlockState::Planned, BlockState::Partly, BlockState::Done, BlockState::Excused})
        QCOMPARE(blockStateFromWord(word(state)), state);
    for (const BlockAim aim : {BlockAim::Study, BlockAim::Return, BlockAim::Diagnostic, BlockAim::Timed,
             BlockAim::Missed, BlockAim::Lookback, BlockAim::GuideCheck})
        QCOMPARE(blockAimFromWord(word(aim)), aim);
    for (const PlanScope scope : {PlanScope::Full, PlanScope::Focused, PlanScope::ExamOnly})
        QCOMPARE(planScopeFromWord(word(scope)), scope);
    for (const ProjectChoice choice : {ProjectChoice::None, ProjectChoice::One, ProjectChoice::All})
        QCOMPARE(projectChoiceFromWord(word(choice)), choice);
    QVERIFY(!blockKindFromWord(u"Read").has_value());
    QVERIFY(!blockStateFromWord(u"").has_value());
}

LECTERN_TEST_CLASS(PlanTest)
#include "plan_test.moc"
