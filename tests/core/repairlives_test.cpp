// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair.h"

#include "fixtures.h"
#include "planlife.h"
#include "runall.h"

#include <QMap>
#include <QSet>

using namespace lectern;

/// What must hold of every repair in any life: holidays, slips, changed hours, a moved exam.
class RepairLivesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesAreRepaired();

private:
    void live(Random &random);
    void pass(Random &random, RepairCase &plan, QDate until);
    void upset(Random &random, RepairCase &plan);
    static QString fault(const RepairCase &plan, const RepairOption &option);

    Certification m_certification;
    int m_repairs = 0;
    int m_moved = 0;
};

void RepairLivesTest::livesAreRepaired()
{
    m_certification = test::sampleCertification();
    Random random(23);
    constexpr int lives = 2000;
    for (int i = 0; i < lives; ++i) {
        live(random);
        if (QTest::currentTestFailed()) {
            qWarning("in life %d", i);
            return;
        }
    }
    // The lives are such that something happens in them.
    QVERIFY2(m_repairs > lives, qPrintable(QString::number(m_repairs)));
    QVERIFY2(m_moved > 20 * lives, qPrintable(QString::number(m_moved)));
}

void RepairLivesTest::live(Random &random)
{
    test::Life life = test::randomLife(random, m_certification);
    // Few plan for years, and such a plan says no more than one of half a year.
    if (!life.inputs.examDate.isValid() && random.below(8) > 0)
        life.inputs.examDate = life.inputs.start.addDays(20 + random.below(100));
    for (int &minutes : life.inputs.minutesPerWeekday)
        minutes = std::min(minutes, 300);
    const Result<Plan> made = makePlan(m_certification, life.inputs, life.facts);
    if (!made || made->blocks.isEmpty())
        return;
    RepairCase plan;
    plan.inputs = life.inputs;
    plan.blocks = made->blocks;
    plan.topics = life.facts.topics;
    plan.today = life.inputs.start;
    const QDate end = made->blocks.constLast().date.addDays(3);
    const int turns = 1 + random.below(2);
    for (int turn = 0; turn < turns && !QTest::currentTestFailed(); ++turn) {
        const QDate until = plan.today.addDays(1 + random.below(int(std::max<qint64>(1, plan.today.daysTo(end)))));
        pass(random, plan, until);
        upset(random, plan);
        for (const Block &block : asking(slipOf(plan))) {
            plan.answers.insert(block.uuid, std::array{MissedAnswer::Again, MissedAnswer::Split, MissedAnswer::Drop,
                                                MissedAnswer::TenMinutes}[size_t(random.below(4))]);
        }
        const QList<RepairOption> options = repairs(plan);
        QCOMPARE(options.size(), 3);
        const bool twice = random.below(10) == 0;
        const QList<RepairOption> same = twice ? repairs(plan) : options;
        for (const RepairOption &option : options) {
            QVERIFY(same[static_cast<int>(option.kind)].blocks == option.blocks);
            const QString wrong = fault(plan, option);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        m_repairs += slipOf(plan).any();
        m_moved += int(options[0].changes.size());
        const RepairOption &chosen = options[random.below(3)];
        plan.blocks = chosen.blocks;
        plan.answers.clear();
        // A repair of a repaired plan changes nothing.
        QVERIFY(!slipOf(plan).any());
        const QList<RepairOption> second = repairs(plan);
        for (const RepairOption &none : second) {
            QVERIFY(none.changes.isEmpty() && none.droppedMinutes == 0);
            QVERIFY(none.blocks == chosen.blocks);
        }
    }
}

void RepairLivesTest::pass(Random &random, RepairCase &plan, QDate until)
{
    const int missed = random.below(100);
    for (Block &block : plan.blocks) {
        if (block.date < plan.today || block.date >= until || block.state != BlockState::Planned)
            continue;
        if (random.below(100) < missed)
            continue;
        block.state = random.below(8) == 0 ? BlockState::Partly : BlockState::Done;
        block.loggedMinutes =
            block.state == BlockState::Done ? 1 + random.below(2 * block.minutes) : 1 + random.below(block.minutes);
    }
    plan.today = until;
    plan.minuteOfDay = random.below(2) * random.below(1440);
}

void RepairLivesTest::upset(Random &random, RepairCase &plan)
{
    if (random.below(3) == 0) {
        const int days = 1 + random.below(10);
        const QDate first = plan.today.addDays(random.below(20) - 5);
        for (int i = 0; i < days; ++i)
            plan.inputs.daysOff.append(first.addDays(i));
        plan.blocks = excused(plan.blocks, first, first.addDays(days - 1), plan.today);
    }
    if (random.below(4) == 0) {
        const auto day = static_cast<std::size_t>(random.below(7));
        plan.inputs.minutesPerWeekday[day] = 15 * random.below(33);
        plan.inputs.startMinute[day] = random.below(1000);
    }
    if (random.below(4) == 0 && plan.inputs.examDate.isValid())
        plan.inputs.examDate = std::max(plan.today.addDays(1), plan.inputs.examDate.addDays(random.below(60) - 30));
    if (random.below(4) == 0) {
        const int start = random.below(1400);
        plan.inputs.busy.append({plan.today.addDays(random.below(30)), start, std::min(1440, start + 60)});
    }
    for (Block &block : plan.blocks)
        block.locked = block.locked || (block.date >= plan.today && random.below(50) == 0);
}

QString RepairLivesTest::fault(const RepairCase &plan, const RepairOption &option)
{
    const auto named = [](const char *what, const Block &block) {
        return QStringLiteral("%1: %2 %3").arg(QLatin1String(what), block.uuid, block.date.toString(Qt::ISODate));
    };
    QHash<QString, const Block *> before;
    for (const Block &block : plan.blocks)
        before.insert(block.uuid, &block);
    QSet<QString> uuids;
    QSet<QString> fresh; // new or changed
    QMap<QDate, QList<const Block *>> days;
    for (const Block &block : option.blocks) {
        if (uuids.contains(block.uuid))
            return named("twice", block);
        uuids.insert(block.uuid);
        const Block *was = before.value(block.uuid);
        before.remove(block.uuid);
        if (!was && block.date < plan.today)
            return named("new in the past", block);
        if (was && (was->date < plan.today || was->locked || was->state != BlockState::Planned || was->loggedMinutes)) {
            Block same = *was;
            same.settled = block.settled;
            if (same != block)
                return named("may not change", block);
        }
        if (!was || *was != block) {
            fresh.insert(block.uuid);
            if (block.date >= plan.today && block.minutes < briefestBlock)
                return named("too short", block);
            if (block.date == plan.today && block.startMinute < plan.minuteOfDay && !block.settled)
                return named("before now", block);
        }
        if (block.date >= plan.today && block.state != BlockState::Excused)
            days[block.date].append(&block);
    }
    for (const Block *gone : std::as_const(before)) {
        if (gone->date < plan.today || gone->locked || gone->loggedMinutes > 0)
            return named("gone", *gone);
    }
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        int minutes = 0;
        bool fixed = false;
        bool touched = false;
        for (const Block *block : *day) {
            minutes += block->minutes;
            fixed = fixed || block->locked || block->state != BlockState::Planned;
            touched = touched || fresh.contains(block->uuid);
            for (const Block *other : *day) {
                if (other != block && fresh.contains(block->uuid) && other->startMinute < block->endMinute() &&
                    block->startMinute < other->endMinute())
                    return named("overlaps", *block);
            }
        }
        // Blocks that nothing may move can fill a day beyond its hours, or lie after the exam; no repair adds to that.
        if (minutes > plan.inputs.capacity(day.key()) && (!fixed || touched))
            return named("over capacity", *day->constFirst());
        if (plan.inputs.examDate.isValid() && day.key() >= plan.inputs.examDate && (!fixed || touched))
            return named("after the exam", *day->constFirst());
    }
    return {};
}

LECTERN_TEST_CLASS(RepairLivesTest)
#include "repairlives_test.moc"
