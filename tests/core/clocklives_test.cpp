// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "fakemachine.h"
#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

/// Keeps account of an attempt as it lives, from the rules alone and without its log: what passes is added while it
/// passes, and a crash goes back to what is known to have been there.
class Account
{
public:
    Account(const AttemptRules &rules, const Moment &start)
        : m_rules(rules)
    {
        stored(start);
    }

    void passed(qint64 ms, bool asleep)
    {
        const bool counts = !m_stopped && (!asleep || m_rules.sleepCounts) && (!m_away || m_rules.crashCounts);
        m_used += counts ? ms : 0;
    }
    void sign()
    {
        m_usedAtSign = m_used;
        m_signed = true;
    }
    void stored(const Moment &at)
    {
        m_usedStored = m_used;
        m_wallStored = at.utcMs;
        m_signed = false;
    }
    void crashed()
    {
        m_away = true;
        if (!m_rules.crashCounts)
            m_used = m_signed ? m_usedAtSign : m_usedStored;
    }
    void rebooted() { m_otherBoot = true; }
    void backAgain(const Moment &at)
    {
        if (m_otherBoot && !m_stopped && m_rules.crashCounts) {
            m_used = m_usedStored + std::max<qint64>(0, at.utcMs - m_wallStored);
            m_verified = false;
        }
        m_away = m_otherBoot = false;
        stored(at);
    }
    void stop(bool stopped) { m_stopped = stopped; }

    qint64 used() const { return m_used; }
    bool verified() const { return m_verified; }
    bool stopped() const { return m_stopped; }

private:
    AttemptRules m_rules;
    qint64 m_used = 0;
    qint64 m_usedStored = 0;
    qint64 m_wallStored = 0;
    qint64 m_usedAtSign = 0;
    bool m_signed = false;
    bool m_stopped = false;
    bool m_away = false;
    bool m_otherBoot = false;
    bool m_verified = true;
};

AttemptRules randomRules(Random &random)
{
    AttemptRules wished;
    wished.breaks = random.below(3);
    wished.breaksStopClock = random.below(2) == 0;
    wished.sleepCounts = random.below(2) == 0;
    wished.crashCounts = random.below(2) == 0;
    return rulesOf(static_cast<AttemptMode>(random.below(5)), wished);
}

struct Life {
    Life(Random &dice, int minutes)
        : random(dice)
        , rules(randomRules(dice))
        , account(rules, machine.now())
    {
        AttemptSetup setup = test::sampleSetup(6, minutes);
        setup.rules = rules;
        attempt = Attempt::fold(setup, {}).value();
        store(attempt.started(machine.now()));
    }

    bool store(const Result<AttemptEvent> &event)
    {
        if (!event)
            return false;
        if (!attempt.apply(*event))
            qFatal("a legal event was refused");
        account.stored(event->at);
        return true;
    }
    void pass()
    {
        const qint64 ms = random.below(90'000);
        const bool asleep = random.below(6) == 0;
        const qint64 longer = asleep ? 10 * ms : ms;
        asleep ? machine.sleep(longer) : machine.run(longer);
        account.passed(longer, asleep);
    }
    void sign()
    {
        alive = machine.now();
        account.sign();
    }
    void crash()
    {
        account.crashed();
        bool sameBoot = true;
        for (int i = random.below(4); i > 0; --i) {
            if (random.below(3) == 0) {
                machine.reboot(random.below(600'000));
                account.rebooted();
                sameBoot = false;
            } else {
                pass();
            }
            if (random.below(3) == 0)
                machine.setClock(random.below(7'200'000) - 3'600'000);
        }
        // A sign of life is known only where it came after the last event.
        const Moment last = attempt.events().constLast().at;
        const bool known = alive && alive->bootId == last.bootId && alive->bootMs > last.bootMs;
        if (known && !rules.crashCounts && !attempt.apply(attempt.alive(*alive).value()))
            qFatal("a sign of life was refused");
        const Result<AttemptEvent> resumed = attempt.resumed(machine.now());
        over = !resumed;
        // Whether there is time left only the account may say; it is asked in both cases.
        account.backAgain(machine.now());
        if (resumed && !attempt.apply(*resumed))
            qFatal("a legal event was refused");
        if (sameBoot && !resumed && !attempt.timed())
            qFatal("an attempt without a limit ran out of time");
    }
    void act()
    {
        const Moment now = machine.now();
        const int position = random.below(attempt.size());
        switch (random.below(8)) {
        case 0:
            if (store(attempt.pausedAt(now)))
                account.stop(true);
            break;
        case 1:
        case 2:
            if (store(attempt.continuedAt(now)))
                account.stop(false);
            break;
        case 3:
            if (store(attempt.breakBegan(now)))
                account.stop(rules.breaksStopClock);
            break;
        case 4:
            if (store(attempt.breakEnded(now)))
                account.stop(false);
            break;
        case 5:
            store(attempt.shown(position, now));
            break;
        default:
            store(attempt.answered(position, {QStringLiteral("b")}, now));
        }
    }

    Random &random;
    test::FakeMachine machine;
    AttemptRules rules;
    Account account;
    Attempt attempt;
    std::optional<Moment> alive;
    bool over = false;
};

} // namespace

class ClockLivesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLifeAddsUp();
};

void ClockLivesTest::everyLifeAddsUp()
{
    Random random(20261123);
    qint64 worst = 0;
    int readings = 0;
    int timeOuts = 0;
    int unverified = 0;
    for (int life = 0; life < 5000; ++life) {
        const int minutes = random.below(5) == 0 ? 0 : 1 + random.below(150);
        Life lived(random, minutes);
        qint64 least = lived.attempt.clock(lived.machine.now()).remainingMs;
        for (int step = random.below(50); step > 0 && !lived.over; --step) {
            switch (random.below(10)) {
            case 0:
                lived.crash();
                break;
            case 1:
                lived.machine.setClock(random.below(20'000'000) - 10'000'000);
                break;
            case 2:
                lived.sign();
                break;
            case 3:
            case 4:
            case 5:
                lived.pass();
                break;
            default:
                lived.act();
            }
            const Moment now = lived.machine.now();
            const ClockReading reading = lived.attempt.clock(now);
            const qint64 budget = qint64(minutes) * 60'000;
            const qint64 used = minutes > 0 ? std::min(lived.account.used(), budget) : lived.account.used();
            worst = std::max<qint64>(worst, std::abs(reading.usedMs - used));
            ++readings;
            QCOMPARE(reading.verified, lived.account.verified());
            QCOMPARE(reading.stopped, lived.account.stopped());
            if (minutes == 0)
                continue;
            QCOMPARE(reading.remainingMs, budget - used);
            // What was only read may come back after a crash; what was left at a stored event never does.
            const qint64 left = lived.attempt.clock(lived.attempt.events().constLast().at).remainingMs;
            QVERIFY(left <= least && reading.remainingMs <= left);
            least = left;
            const bool out = used == budget;
            QCOMPARE(lived.attempt.timedOutAt(now).ok(), out);
            QVERIFY(!out || !lived.attempt.submitted(now).ok());
            timeOuts += out ? 1 : 0;
            lived.over = lived.over || out;
        }
        unverified += lived.account.verified() ? 0 : 1;
    }
    QCOMPARE(worst, 0);
    QVERIFY(readings > 50'000 && timeOuts > 300 && unverified > 500);
}

LECTERN_TEST_CLASS(ClockLivesTest)
#include "clocklives_test.moc"
