// SPDX-License-Identifier: GPL-3.0-or-later
#include "planner.h"

#include "fixtures.h"
#include "planlife.h"
#include "runall.h"

#include <QMap>
#include <QSet>

using namespace lectern;

/// What must hold of the plan of any life.
class PlanLivesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void daysAreKept();
    void blocksFitAndDoNotOverlap();
    void timeIsUsed();
    void stagesInOrder();
    void rehearsals();
    void whatBuildsOnSomethingComesLater();
    void sameInputsSamePlan();

private:
    static constexpr int lives = 1000;
    Certification m_certification;
    QList<test::Life> m_lives;
    QList<Plan> m_plans;
};

void PlanLivesTest::initTestCase()
{
    m_certification = test::sampleCertification();
    Random random(11);
    while (m_plans.size() < lives) {
        const test::Life life = test::randomLife(random, m_certification);
        const Result<Plan> plan = makePlan(m_certification, life.inputs, life.facts);
        if (plan) {
            m_lives.append(life);
            m_plans.append(*plan);
            continue;
        }
        // The only reason there can be: not one day to study on.
        QCOMPARE(plan.error().code, ErrorCode::BadInput);
        const QDate end = life.inputs.examDate.isValid() ? life.inputs.examDate : life.inputs.start.addYears(1);
        for (QDate date = life.inputs.start; date < end; date = date.addDays(1))
            QCOMPARE(life.inputs.capacity(date), 0);
    }
}

void PlanLivesTest::daysAreKept()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_lives[i].inputs;
        QMap<QDate, int> minutes;
        for (const Block &block : m_plans[i].blocks)
            minutes[block.date] += block.minutes;
        for (auto it = minutes.cbegin(); it != minutes.cend(); ++it) {
            QVERIFY(it.key() >= inputs.start);
            QVERIFY(!inputs.examDate.isValid() || it.key() < inputs.examDate);
            QVERIFY(!inputs.daysOff.contains(it.key()));
            QVERIFY(it.value() <= inputs.capacity(it.key()));
        }
    }
}

void PlanLivesTest::blocksFitAndDoNotOverlap()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_lives[i].inputs;
        QDate date;
        int free = 0;
        QSet<QString> uuids;
        int study = 0;
        int buffer = 0;
        for (const Block &block : m_plans[i].blocks) {
            QVERIFY(!date.isValid() || block.date >= date);
            QVERIFY(block.date != date || block.startMinute >= free);
            const QList<Stretch> windows = inputs.windows(block.date);
            QVERIFY(std::any_of(windows.cbegin(), windows.cend(), [&block](const Stretch &window) {
                return block.startMinute >= window.start && block.endMinute() <= window.end;
            }));
            QVERIFY(block.minutes >= shortestBlock);
            if (block.kind == BlockKind::Project)
                QVERIFY(block.minutes <= std::min(longestBlock, 2 * inputs.blockMinutes));
            else if (block.kind == BlockKind::Rehearsal)
                QCOMPARE(block.minutes, rehearsalMinutes);
            else if (block.kind != BlockKind::Buffer && block.aim != BlockAim::Timed)
                QVERIFY(block.minutes <= inputs.blockMinutes);
            date = block.date;
            free = block.endMinute();
            uuids.insert(block.uuid);
            (block.kind == BlockKind::Buffer ? buffer : study) += block.minutes;
        }
        QCOMPARE(uuids.size(), m_plans[i].blocks.size());
        QCOMPARE(m_plans[i].plannedMinutes, study);
        QCOMPARE(m_plans[i].bufferMinutes, buffer);
        QVERIFY(study <= m_plans[i].neededMinutes + rehearsalMinutes * 6 + 24 * 60);
    }
}

/// Where time is short nearly all of it is used.
void PlanLivesTest::timeIsUsed()
{
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_lives[i].inputs;
        if (!inputs.examDate.isValid() || inputs.blockMinutes < 2 * shortestBlock || !inputs.busy.isEmpty())
            continue;
        int capacity = 0;
        int days = 0;
        for (QDate date = inputs.start; date < inputs.examDate.addDays(-7); date = date.addDays(1)) {
            capacity += inputs.capacity(date);
            days += inputs.capacity(date) > 0 ? 1 : 0;
        }
        int used = 0;
        for (const Block &block : m_plans[i].blocks)
            used += block.date < inputs.examDate.addDays(-7) ? block.minutes : 0;
        if (capacity * 10 < m_plans[i].neededMinutes * 9)
            QVERIFY2(used + days * shortestBlock * 2 >= capacity,
                qPrintable(QStringLiteral("life %1: %2 of %3 on %4 days").arg(i).arg(used).arg(capacity).arg(days)));
    }
}

void PlanLivesTest::stagesInOrder()
{
    QStringList path;
    for (const Stage &stage : m_certification.path)
        path.append(stage.id);
    for (int i = 0; i < lives; ++i) {
        qsizetype stage = 0;
        for (const Block &block : m_plans[i].blocks) {
            if (block.aim != BlockAim::Study || block.topic.isEmpty())
                continue;
            const qsizetype next = path.indexOf(block.stage);
            QVERIFY(next >= stage);
            stage = next;
        }
    }
}

void PlanLivesTest::rehearsals()
{
    int withRehearsal = 0;
    for (int i = 0; i < lives; ++i) {
        const PlanInputs &inputs = m_lives[i].inputs;
        int count = 0;
        QDate before;
        for (const Block &block : m_plans[i].blocks) {
            if (block.kind != BlockKind::Rehearsal)
                continue;
            ++count;
            QVERIFY(inputs.longSitting[static_cast<std::size_t>(block.date.dayOfWeek() - 1)]);
            QVERIFY(!inputs.examDate.isValid() || block.date.daysTo(inputs.examDate) >= 4);
            QVERIFY(!before.isValid() || before.daysTo(block.date) >= 5);
            before = block.date;
        }
        QVERIFY(count <= m_lives[i].facts.formsLeft);
        withRehearsal += count > 0 ? 1 : 0;
    }
    QVERIFY2(withRehearsal > lives / 5 && withRehearsal < lives, qPrintable(QString::number(withRehearsal)));
}

void PlanLivesTest::whatBuildsOnSomethingComesLater()
{
    for (const Plan &plan : std::as_const(m_plans)) {
        QSet<QString> seen;
        for (const Block &block : plan.blocks) {
            QVERIFY(block.depends.isEmpty() || seen.contains(block.depends));
            seen.insert(block.uuid);
        }
    }
}

void PlanLivesTest::sameInputsSamePlan()
{
    for (int i = 0; i < lives; i += 7) {
        PlanInputs inputs = m_lives[i].inputs;
        std::reverse(inputs.daysOff.begin(), inputs.daysOff.end());
        const Plan again = makePlan(m_certification, inputs, m_lives[i].facts).value();
        QCOMPARE(again.blocks, m_plans[i].blocks);
        QCOMPARE(again.plannedMinutes, m_plans[i].plannedMinutes);
    }
}

LECTERN_TEST_CLASS(PlanLivesTest)
#include "planlives_test.moc"
