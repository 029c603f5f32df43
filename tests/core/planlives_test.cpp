// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <QMap>
#include <QSet>

using namespace lectern;

namespace
{

constexpr int lives = 1000;

/// Inputs as a person might give them: a start, an exam or none, some hours on some days, holidays.
PlanInputs life(Random &random)
{
    PlanInputs inputs;
    inputs.start = QDate(2026, 1, 1).addDays(random.below(800));
    if (random.below(3) > 0)
        inputs.examDate = inputs.start.addDays(1 + random.below(200));
    for (std::size_t day = 0; day < 7; ++day) {
        const int kind = random.below(6);
        inputs.minutesPerWeekday[day] = kind == 0 ? 0 : kind == 1 ? random.below(1441) : 15 * random.below(33);
        inputs.startMinute[day] = random.below(1440);
    }
    const int daysOff = random.below(30);
    for (int i = 0; i < daysOff; ++i)
        inputs.daysOff.append(inputs.start.addDays(random.below(120)));
    inputs.blockMinutes = 15 + random.below(226);
    return inputs;
}

} // namespace

/// What must hold of the plan of any life.
class PlanLivesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void daysAreKept();
    void blocksFitAndDoNotOverlap();
    void hardlyAMinuteIsLost();
    void stagesAndTopicsInOrder();
    void rehearsals();
    void sameInputsSamePlan();

private:
    Certification m_certification;
    QList<PlanInputs> m_inputs;
    QList<Plan> m_plans;
};

void PlanLivesTest::initTestCase()
{
    m_certification = test::sampleCertification();
    Random random(11);
    while (m_plans.size() < lives) {
        const PlanInputs inputs = life(random);
        const Result<Plan> plan = makePlan(m_certification, inputs);
        if (plan) {
            m_inputs.append(inputs);
            m_plans.append(*plan);
            continue;
        }
        // The only reason there can be: not one day to study on.
        QCOMPARE(plan.error().code, ErrorCode::BadInput);
        const QDate end = inputs.examDate.isValid() ? inputs.examDate : inputs.start.addDays(84);
        for (QDate date = inputs.start; date < end; date = date.addDays(1))
            QCOMPARE(inputs.capacity(date), 0);
    }
}

void PlanLivesTest::daysAreKept()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_inputs[i];
        const QDate end = inputs.examDate.isValid() ? inputs.examDate : inputs.start.addDays(84);
        QMap<QDate, int> minutes;
        for (const Block &block : m_plans[i].blocks)
            minutes[block.date] += block.minutes;
        for (auto it = minutes.cbegin(); it != minutes.cend(); ++it) {
            QVERIFY(it.key() >= inputs.start && it.key() < end);
            QVERIFY(!inputs.daysOff.contains(it.key()));
            QVERIFY(it.value() <= inputs.minutesPerWeekday[static_cast<std::size_t>(it.key().dayOfWeek() - 1)]);
        }
    }
}

void PlanLivesTest::blocksFitAndDoNotOverlap()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_inputs[i];
        QDate date;
        int free = 0;
        QSet<QString> uuids;
        int sum = 0;
        for (const Block &block : m_plans[i].blocks) {
            const auto weekday = static_cast<std::size_t>(block.date.dayOfWeek() - 1);
            QVERIFY(!date.isValid() || block.date >= date);
            QVERIFY(block.startMinute >= (block.date == date ? free : inputs.startMinute[weekday]));
            QVERIFY(block.startMinute + block.minutes <= 24 * 60);
            QVERIFY(
                block.startMinute + block.minutes <= inputs.startMinute[weekday] + inputs.minutesPerWeekday[weekday]);
            if (block.kind == BlockKind::Rehearsal)
                QCOMPARE(block.minutes, rehearsalMinutes);
            else
                QVERIFY(block.minutes >= shortestBlock && block.minutes <= inputs.blockMinutes);
            date = block.date;
            free = block.startMinute + block.minutes;
            uuids.insert(block.uuid);
            sum += block.minutes;
        }
        QCOMPARE(uuids.size(), m_plans[i].blocks.size());
        QCOMPARE(m_plans[i].plannedMinutes, sum);
        QCOMPARE(m_plans[i].neededMinutes, 300 * 60);
    }
}

/// What a plan leaves free is less than the shortest block beside each rehearsal and at each day's end, and nothing at
/// all where blocks may be twice the shortest.
void PlanLivesTest::hardlyAMinuteIsLost()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_inputs[i];
        const QDate end = inputs.examDate.isValid() ? inputs.examDate : inputs.start.addDays(84);
        QMap<QDate, int> minutes;
        QSet<QDate> rehearsed;
        for (const Block &block : m_plans[i].blocks) {
            minutes[block.date] += block.minutes;
            if (block.kind == BlockKind::Rehearsal)
                rehearsed.insert(block.date);
        }
        for (QDate date = inputs.start; date < end; date = date.addDays(1)) {
            const int lost = inputs.capacity(date) - minutes.value(date);
            if (inputs.blockMinutes >= 2 * shortestBlock && !rehearsed.contains(date))
                QCOMPARE(lost, 0);
            // A short longest block may leave up to a block's minutes unsplit; a rehearsal day twice.
            QVERIFY(lost >= 0 && lost < (rehearsed.contains(date) ? 2 : 1) * 2 * shortestBlock);
        }
    }
}

void PlanLivesTest::stagesAndTopicsInOrder()
{
    QStringList path;
    for (const Stage &stage : m_certification.path)
        path.append(stage.id);
    for (int i = 0; i < lives; ++i) {
        qsizetype stage = 0;
        QSet<QString> stages;
        QMap<QString, int> blocksPerStage;
        QMap<QString, QStringList> topics;
        for (const Block &block : m_plans[i].blocks) {
            const qsizetype next = path.indexOf(block.stage);
            QVERIFY(next >= stage);
            stage = next;
            stages.insert(block.stage);
            ++blocksPerStage[block.stage];
            QStringList &seen = topics[block.stage];
            if (seen.isEmpty() || seen.constLast() != block.topic)
                seen.append(block.topic);
        }
        // A rehearsal stands for up to ten short blocks, so that the count of blocks is only a lower bound.
        QVERIFY(stages.size() == 6 || m_plans[i].blocks.size() < 6);
        for (int part = 0; part < 5; ++part) {
            const Stage &wanted = m_certification.path[part];
            QStringList all = wanted.topics;
            for (const Topic &topic : m_certification.domains[part].topics) {
                if (wanted.topics.isEmpty())
                    all.append(topic.id);
            }
            const QStringList seen = topics.value(wanted.id);
            if (blocksPerStage.value(wanted.id) >= all.size())
                QCOMPARE(seen, all);
            else
                QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), seen.size());
        }
    }
}

void PlanLivesTest::rehearsals()
{
    int withRehearsal = 0;
    for (int i = 0; i < lives; ++i) {
        QMap<QDate, int> capstone;
        QMap<QDate, int> rehearsals;
        for (const Block &block : m_plans[i].blocks) {
            if (block.stage == QStringLiteral("weeks-11-12")) {
                capstone[block.date] += block.minutes;
                QVERIFY(block.topic.isEmpty());
                QVERIFY(block.kind == BlockKind::Project || block.kind == BlockKind::Questions ||
                        block.kind == BlockKind::Rehearsal);
            } else {
                QVERIFY(block.kind != BlockKind::Rehearsal && block.kind != BlockKind::Project);
            }
            if (block.kind == BlockKind::Rehearsal)
                ++rehearsals[block.date];
        }
        const bool longDay =
            std::any_of(capstone.cbegin(), capstone.cend(), [](int minutes) { return minutes >= rehearsalMinutes; });
        QCOMPARE(!rehearsals.isEmpty(), longDay);
        for (const int count : std::as_const(rehearsals))
            QCOMPARE(count, 1);
        withRehearsal += longDay ? 1 : 0;
    }
    QVERIFY(withRehearsal > lives / 2 && withRehearsal < lives);
}

void PlanLivesTest::sameInputsSamePlan()
{
    for (int i = 0; i < lives; i += 7) {
        PlanInputs inputs = m_inputs[i];
        std::reverse(inputs.daysOff.begin(), inputs.daysOff.end());
        const Plan again = makePlan(m_certification, inputs).value();
        QCOMPARE(again.blocks, m_plans[i].blocks);
        QCOMPARE(again.plannedMinutes, m_plans[i].plannedMinutes);
    }
}

LECTERN_TEST_CLASS(PlanLivesTest)
#include "planlives_test.moc"
