// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "fakemachine.h"
#include "fixtures.h"
#include "runall.h"

#include <QDateTime>

#include <functional>

using namespace lectern;

namespace
{

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// An attempt on a fake machine, with the signs of life of the program that runs it.
class Sitting
{
public:
    Sitting(int minutes, const AttemptRules &rules)
    {
        AttemptSetup setup = test::sampleSetup(4, minutes);
        setup.rules = rules;
        attempt = Attempt::fold(setup, {}).value();
        store(attempt.started(machine.now()));
        store(attempt.shown(0, machine.now()));
    }

    void store(const Result<AttemptEvent> &event)
    {
        if (!event || !attempt.apply(*event))
            qFatal("an event was refused: %s", qPrintable(event ? QString() : event.error().detail));
    }
    /// The program runs; it gives a sign of life at every whole second.
    void work(qint64 ms)
    {
        const qint64 whole = ms / second * second;
        machine.run(whole);
        if (whole > 0)
            m_alive = machine.now();
        machine.run(ms - whole);
    }
    void answer(int position = 0) { store(attempt.answered(position, {QStringLiteral("a")}, machine.now())); }
    void pause() { store(attempt.pausedAt(machine.now())); }
    void goOn() { store(attempt.continuedAt(machine.now())); }
    void beginBreak() { store(attempt.breakBegan(machine.now())); }
    void endBreak() { store(attempt.breakEnded(machine.now())); }
    /// Takes the seat again after a crash.
    void sitAgain()
    {
        const Moment last = attempt.events().constLast().at;
        if (m_alive && m_alive->bootId == last.bootId && m_alive->bootMs > last.bootMs)
            store(attempt.alive(*m_alive));
        store(attempt.resumed(machine.now()));
    }
    void sitAgainWithoutASign() { store(attempt.resumed(machine.now())); }
    ClockReading clock() const { return attempt.clock(machine.now()); }

    test::FakeMachine machine;
    Attempt attempt;

private:
    std::optional<Moment> m_alive;
};

AttemptRules rehearsal(int breaks = 0, bool breaksStopClock = false)
{
    AttemptRules wished;
    wished.breaks = breaks;
    wished.breaksStopClock = breaksStopClock;
    wished.sleepCounts = false;
    wished.crashCounts = false;
    return rulesOf(AttemptMode::Rehearsal, wished);
}

AttemptRules practice(bool sleepCounts, bool crashCounts)
{
    AttemptRules wished;
    wished.sleepCounts = sleepCounts;
    wished.crashCounts = crashCounts;
    return rulesOf(AttemptMode::Timed, wished);
}

/// One rule of the clock: what happens to a sitting of two hours, and what of it counts.
struct Rule {
    const char *name;
    AttemptRules rules;
    std::function<void(Sitting &)> happens;
    qint64 used;
    bool verified = true;
    bool stopped = false;
};

/// Civil time to UTC, as a wall clock in that zone shows it.
qint64 utc(const QTime &time, int offsetHours)
{
    return QDateTime(QDate(2026, 10, 25), time, Qt::OffsetFromUTC, offsetHours * 3600).toMSecsSinceEpoch();
}

const QList<Rule> sleepRules{
    {"sleep counts", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.sleep(hour);
            s.work(5 * minute);
        },
        75 * minute},
    {"sleep does not count", practice(false, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.sleep(hour);
            s.work(5 * minute);
        },
        15 * minute},
    {"sleep of days does not count", practice(false, true),
        [](Sitting &s) {
            s.work(minute);
            s.machine.sleep(3 * day);
            s.answer();
            s.machine.sleep(4 * day);
            s.work(minute);
        },
        2 * minute},
    {"naps between events do not count", practice(false, false),
        [](Sitting &s) {
            for (int nap = 0; nap < 10; ++nap) {
                s.work(minute);
                s.answer();
                s.machine.sleep(7 * minute);
                s.work(minute);
                s.machine.sleep(minute);
            }
        },
        20 * minute},
    {"in a rehearsal sleep counts whatever is wished", rehearsal(),
        [](Sitting &s) {
            s.work(minute);
            s.machine.sleep(hour);
        },
        61 * minute},
    {"a long sleep takes all time in a rehearsal", rehearsal(), [](Sitting &s) { s.machine.sleep(day); }, 2 * hour},
    {"sleep and a clock set back do not count", practice(false, true),
        [](Sitting &s) {
            s.work(minute);
            s.machine.sleep(hour);
            s.machine.setClock(-3 * hour);
            s.work(minute);
        },
        2 * minute},
};

const QList<Rule> wallClockRules{
    {"wall clock set back", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.setClock(-day);
            s.work(10 * minute);
        },
        20 * minute},
    {"wall clock set forward", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.setClock(day);
            s.work(10 * minute);
        },
        20 * minute},
    {"wall clock set both ways between events", rehearsal(),
        [](Sitting &s) {
            for (int i = 0; i < 12; ++i) {
                s.machine.setClock(i % 2 ? 5 * hour : -7 * hour);
                s.work(minute);
                s.answer();
            }
        },
        12 * minute},
    {"a trip through time zones", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            // 12:00 in the west is 20:00 in the east of the same instant.
            s.machine.setClock(utc(QTime(20, 0), 2) - utc(QTime(12, 0), -6));
            s.work(10 * minute);
        },
        20 * minute},
    {"a trip through time zones across boots", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.reboot(utc(QTime(20, 5), 2) - utc(QTime(12, 0), -6));
            s.sitAgain();
            s.work(10 * minute);
        },
        25 * minute, false},
    {"daylight saving ends", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.setClock(utc(QTime(2, 0), 1) - utc(QTime(3, 0), 2));
            s.work(10 * minute);
        },
        20 * minute},
    {"daylight saving ends across boots", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.reboot(utc(QTime(2, 1), 1) - utc(QTime(2, 58), 2));
            s.sitAgain();
        },
        13 * minute, false},
};

const QList<Rule> crashRules{
    {"a crash counts", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.run(20 * minute);
            s.sitAgain();
            s.work(minute);
        },
        31 * minute},
    {"in a rehearsal a crash counts whatever is wished", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.run(20 * minute);
            s.sitAgainWithoutASign();
        },
        30 * minute},
    {"a crash does not count: up to the last sign of life", practice(true, false),
        [](Sitting &s) {
            s.work(4 * minute);
            s.answer();
            s.work(6 * minute + 700);
            s.machine.run(20 * minute);
            s.sitAgain();
            s.work(minute);
        },
        11 * minute},
    {"a crash does not count: without a sign, up to the last event", practice(true, false),
        [](Sitting &s) {
            s.work(4 * minute);
            s.answer();
            s.work(6 * minute);
            s.machine.run(20 * minute);
            s.sitAgainWithoutASign();
            s.work(minute);
        },
        5 * minute},
    {"a sign of life older than the last event changes nothing", practice(true, false),
        [](Sitting &s) {
            s.work(10 * minute);
            const Moment sign = s.machine.now();
            s.machine.run(900);
            s.answer();
            s.store(s.attempt.alive(sign));
            s.machine.run(hour);
            s.store(s.attempt.resumed(s.machine.now()));
        },
        10 * minute + 900},
    {"an old sign of life takes no time twice", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            const Moment sign = s.machine.now();
            s.work(10 * minute);
            s.answer();
            s.store(s.attempt.alive(sign));
            s.machine.run(minute);
            s.store(s.attempt.resumed(s.machine.now()));
        },
        21 * minute},
    {"a crash across boots counts by the wall clock", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.reboot(5 * minute);
            s.machine.run(minute);
            s.sitAgain();
            s.work(minute);
        },
        17 * minute, false},
    {"a crash across boots counts from the last event too", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.reboot(5 * minute);
            s.sitAgainWithoutASign();
        },
        15 * minute, false},
    {"a crash across boots does not count: with a sign", practice(true, false),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.reboot(day);
            s.sitAgain();
            s.work(minute);
        },
        11 * minute},
    {"a crash across boots does not count: without a sign", practice(true, false),
        [](Sitting &s) {
            s.work(3 * minute);
            s.answer();
            s.work(7 * minute);
            s.machine.reboot(day);
            s.sitAgainWithoutASign();
            s.work(minute);
        },
        4 * minute},
    {"two crashes", practice(true, false),
        [](Sitting &s) {
            s.work(10 * minute);
            s.machine.run(hour);
            s.sitAgain();
            s.work(10 * minute);
            s.machine.reboot(hour);
            s.sitAgain();
            s.work(10 * minute);
        },
        30 * minute},
    {"set back across a boot: no more is left than at the last event", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.answer();
            s.machine.reboot(-3 * hour);
            s.sitAgain();
            s.work(minute);
        },
        11 * minute, false},
    {"set forward across a boot: all is gone but what was answered", rehearsal(),
        [](Sitting &s) {
            s.work(10 * minute);
            s.answer();
            s.machine.reboot(30 * hour);
        },
        2 * hour, false},
    {"not verified stays not verified", rehearsal(),
        [](Sitting &s) {
            s.work(minute);
            s.machine.reboot(minute);
            s.sitAgain();
            for (int i = 0; i < 5; ++i) {
                s.work(minute);
                s.answer();
            }
        },
        7 * minute, false},
};

const QList<Rule> pauseRules{
    {"a pause stops it", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.pause();
            s.machine.run(3 * day);
        },
        10 * minute, true, true},
    {"a pause of days", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.pause();
            s.machine.run(3 * day);
            s.goOn();
            s.work(10 * minute);
        },
        20 * minute},
    {"sleep, a changed clock and a pause", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.pause();
            s.machine.sleep(hour);
            s.machine.setClock(-day);
            s.goOn();
            s.work(minute);
        },
        11 * minute},
    {"a crash in a pause", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.pause();
            s.work(minute);
            s.machine.run(hour);
            s.sitAgain();
            s.work(minute);
            s.goOn();
            s.work(minute);
        },
        11 * minute},
    {"another boot in a pause needs no wall clock", practice(true, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.pause();
            s.machine.reboot(2 * day);
            s.sitAgain();
            s.goOn();
            s.work(minute);
        },
        11 * minute},
    {"another boot in a pause, taken up at once", practice(true, false),
        [](Sitting &s) {
            s.pause();
            s.machine.reboot(2 * day);
            s.goOn();
            s.work(minute);
        },
        minute},
    {"a break with the clock running", rehearsal(1, false),
        [](Sitting &s) {
            s.work(10 * minute);
            s.beginBreak();
            s.work(10 * minute);
        },
        20 * minute},
    {"a break with the clock stopped", rehearsal(1, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.beginBreak();
            s.work(10 * minute);
        },
        10 * minute, true, true},
    {"after a break with the clock stopped", rehearsal(2, true),
        [](Sitting &s) {
            for (int i = 0; i < 2; ++i) {
                s.work(10 * minute);
                s.beginBreak();
                s.machine.sleep(10 * minute);
                s.endBreak();
            }
            s.work(minute);
        },
        21 * minute},
    {"a crash on a break with the clock running", rehearsal(1, false),
        [](Sitting &s) {
            s.work(10 * minute);
            s.beginBreak();
            s.work(minute);
            s.machine.run(10 * minute);
            s.sitAgain();
            s.work(minute);
            s.endBreak();
            s.work(minute);
        },
        23 * minute},
    {"a crash on a break with the clock stopped", rehearsal(1, true),
        [](Sitting &s) {
            s.work(10 * minute);
            s.beginBreak();
            s.work(minute);
            s.machine.reboot(day);
            s.sitAgain();
            s.work(minute);
            s.endBreak();
            s.work(minute);
        },
        11 * minute},
};

const QList<Rule> &allRules()
{
    static const QList<Rule> all = sleepRules + wallClockRules + crashRules + pauseRules;
    return all;
}

} // namespace

class ClockRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void extraTime_data();
    void extraTime();
    void withoutALimit();
    void theLastMillisecond();
    void nothingIsLegalAtZero();
    void zeroOnABreak();
    void zeroWhileAway();
    void sleepIsNoDwellWhereItDoesNotCount();
    void stillOnceItIsOver();
};

void ClockRulesTest::rule_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < allRules().size(); ++i)
        QTest::newRow(allRules()[i].name) << i;
}

void ClockRulesTest::rule()
{
    QFETCH(int, index);
    const Rule &rule = allRules()[index];
    Sitting sitting(120, rule.rules);
    rule.happens(sitting);
    const ClockReading reading = sitting.clock();
    QCOMPARE(reading.usedMs, rule.used);
    QCOMPARE(reading.remainingMs, 2 * hour - rule.used);
    QCOMPARE(reading.verified, rule.verified);
    QCOMPARE(reading.stopped, rule.stopped);
    QVERIFY(reading.limited);
    // The log alone tells the same.
    const Attempt again = Attempt::fold(sitting.attempt.setup(), sitting.attempt.events()).value();
    QCOMPARE(again.clock(sitting.machine.now()).remainingMs, reading.remainingMs);
}

void ClockRulesTest::extraTime_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("minutes");
    QTest::newRow("a quarter more") << 125 << 150;
    QTest::newRow("half as much again") << 150 << 180;
    QTest::newRow("twice") << 200 << 240;
    QTest::newRow("of one's own, 133 %") << 133 << 160;
}

/// The minutes hold it already: nobody gets it twice.
void ClockRulesTest::extraTime()
{
    QFETCH(int, percent);
    QFETCH(int, minutes);
    AttemptRules rules = rehearsal();
    rules.timePercent = percent;
    QCOMPARE(rulesOf(AttemptMode::Rehearsal, rules).timePercent, percent);
    QCOMPARE(rulesOf(AttemptMode::Timed, rules).timePercent, percent);
    Sitting sitting(minutes, rules);
    QCOMPARE(sitting.clock().remainingMs, minutes * minute);
    sitting.work(2 * hour);
    QCOMPARE(sitting.clock().remainingMs, (minutes - 120) * minute);
    sitting.answer();
    sitting.work((minutes - 120) * minute - 1);
    sitting.answer(1);
    QVERIFY(!sitting.attempt.timedOutAt(sitting.machine.now()).ok());
    sitting.machine.run(1);
    QVERIFY(sitting.attempt.timedOutAt(sitting.machine.now()).ok());
}

void ClockRulesTest::withoutALimit()
{
    Sitting sitting(0, practice(true, true));
    QVERIFY(!sitting.attempt.timed());
    sitting.work(9 * hour);
    sitting.answer();
    sitting.machine.reboot(300 * day);
    QVERIFY(!sitting.attempt.timedOutAt(sitting.machine.now()).ok());
    sitting.sitAgain();
    sitting.work(hour);
    const ClockReading reading = sitting.clock();
    QVERIFY(!reading.limited);
    QVERIFY(!reading.verified);
    QCOMPARE(reading.remainingMs, 0);
    QCOMPARE(reading.usedMs, 10 * hour + 300 * day);
    QVERIFY(!sitting.attempt.timedOutAt(sitting.machine.now()).ok());
    sitting.answer(1);
    sitting.store(sitting.attempt.submitted(sitting.machine.now()));
    QVERIFY(!sitting.attempt.timedOut());
}

void ClockRulesTest::theLastMillisecond()
{
    Sitting sitting(120, rehearsal());
    sitting.work(2 * hour - 1);
    QCOMPARE(sitting.clock().remainingMs, 1);
    QVERIFY(!sitting.attempt.timedOutAt(sitting.machine.now()).ok());
    sitting.answer();
    sitting.answer(3);
    QVERIFY(sitting.attempt.submitted(sitting.machine.now()).ok());
    sitting.machine.run(1);
    QCOMPARE(sitting.clock().remainingMs, 0);
    QVERIFY(!sitting.attempt.submitted(sitting.machine.now()).ok());
    sitting.store(sitting.attempt.timedOutAt(sitting.machine.now()));
    QVERIFY(sitting.attempt.timedOut());
    QVERIFY(sitting.attempt.finished());
    QVERIFY(!sitting.attempt.abandoned());
    QCOMPARE(sitting.attempt.answeredCount(), 2);
    QCOMPARE(sitting.attempt.at(3).choice, QStringList{QStringLiteral("a")});
    QVERIFY(sitting.attempt.at(1).choice.isEmpty());
}

void ClockRulesTest::nothingIsLegalAtZero()
{
    AttemptRules rules;
    rules.feedback = rules.certainty = true;
    rules.breaks = 1;
    for (const qint64 past : {qint64(0), qint64(1), day}) {
        Sitting sitting(120, rules);
        sitting.work(2 * hour + past);
        const Attempt &attempt = sitting.attempt;
        const Moment now = sitting.machine.now();
        const QList<Result<AttemptEvent>> acts{attempt.shown(0, now), attempt.answered(0, {}, now),
            attempt.flagged(0, true, now), attempt.flagged(0, false, now), attempt.unsure(0, true, now),
            attempt.unsure(0, false, now), attempt.struck(0, {}, now), attempt.highlighted(0, {}, now),
            attempt.noted(0, {}, now), attempt.rated(0, Certainty::Sure, now), attempt.revealed(0, now),
            attempt.scrolled(0, true, now), attempt.pausedAt(now), attempt.breakBegan(now), attempt.resumed(now),
            attempt.submitted(now)};
        for (const Result<AttemptEvent> &act : acts) {
            QVERIFY(!act.ok());
            QCOMPARE(act.error().code, ErrorCode::NotAllowed);
        }
        QVERIFY(attempt.timedOutAt(now).ok());
        QVERIFY(attempt.abandonedAt(now).ok());
    }
}

void ClockRulesTest::zeroOnABreak()
{
    Sitting running(120, rehearsal(1, false));
    running.answer();
    running.beginBreak();
    running.work(2 * hour);
    QVERIFY(!running.attempt.breakEnded(running.machine.now()).ok());
    running.store(running.attempt.timedOutAt(running.machine.now()));
    QCOMPARE(running.attempt.answeredCount(), 1);

    Sitting stopped(120, rehearsal(1, true));
    stopped.work(2 * hour - 1);
    stopped.beginBreak();
    stopped.work(day);
    QVERIFY(!stopped.attempt.timedOutAt(stopped.machine.now()).ok());
    stopped.endBreak();
    QCOMPARE(stopped.clock().remainingMs, 1);
    stopped.machine.run(1);
    stopped.store(stopped.attempt.timedOutAt(stopped.machine.now()));
}

void ClockRulesTest::zeroWhileAway()
{
    Sitting counts(120, rehearsal());
    counts.answer(2);
    counts.machine.run(2 * hour);
    QVERIFY(!counts.attempt.resumed(counts.machine.now()).ok());
    counts.store(counts.attempt.timedOutAt(counts.machine.now()));
    QCOMPARE(counts.attempt.answeredCount(), 1);

    // Where it does not count the seat can be taken again: what is left is what was left.
    Sitting spared(120, practice(true, false));
    spared.work(2 * hour - 1);
    spared.answer();
    spared.machine.run(day);
    spared.sitAgain();
    QCOMPARE(spared.clock().remainingMs, 1);
}

void ClockRulesTest::sleepIsNoDwellWhereItDoesNotCount()
{
    for (const bool sleepCounts : {false, true}) {
        Sitting sitting(600, practice(sleepCounts, true));
        sitting.work(minute);
        sitting.machine.sleep(hour);
        sitting.work(minute);
        sitting.answer();
        sitting.machine.sleep(hour);
        sitting.store(sitting.attempt.shown(1, sitting.machine.now()));
        sitting.machine.run(3 * minute);
        sitting.store(sitting.attempt.submitted(sitting.machine.now()));
        QCOMPARE(sitting.attempt.at(0).dwellMs, 2 * minute + (sleepCounts ? 2 * hour : 0));
        QCOMPARE(sitting.attempt.at(1).dwellMs, 3 * minute);
        // What was looked at and what counted are one time.
        QCOMPARE(sitting.attempt.at(0).dwellMs + sitting.attempt.at(1).dwellMs, sitting.clock().usedMs);
    }
}

void ClockRulesTest::stillOnceItIsOver()
{
    Sitting sitting(120, rehearsal());
    sitting.work(hour);
    sitting.store(sitting.attempt.submitted(sitting.machine.now()));
    sitting.machine.run(day);
    sitting.machine.reboot(day);
    QCOMPARE(sitting.clock().usedMs, hour);
    QCOMPARE(sitting.clock().remainingMs, hour);
    QVERIFY(sitting.clock().verified);
    QVERIFY(sitting.clock().stopped);
}

LECTERN_TEST_CLASS(ClockRulesTest)
#include "clockrules_test.moc"
