// SPDX-License-Identifier: GPL-3.0-or-later
#include "examclock.h"

#include "runall.h"

using namespace lectern;

namespace
{

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
const qint64 budget = 2 * hour;

/// A moment `wall` after an arbitrary start by the wall clock, `running` after its boot.
Moment moment(qint64 wall, const char *boot, qint64 running)
{
    return {1'790'000'000'000 + wall, QString::fromLatin1(boot), running};
}

struct Reading {
    qint64 remainingMs;
    bool verified;
};

/// What is left of a budget where every millisecond counts.
Reading readClock(const QList<Moment> &stored, qint64 budgetMs, const Moment &now)
{
    ClockTally tally;
    for (const Moment &event : stored)
        tally.advance(event, {});
    tally = tally.at(now, {});
    return {std::max<qint64>(0, budgetMs - tally.usedMs()), tally.verified()};
}

} // namespace

class ExamClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void neverGrowsAsEventsAreAdded();
};

void ExamClockTest::reads_data()
{
    QTest::addColumn<QList<Moment>>("stored");
    QTest::addColumn<Moment>("now");
    QTest::addColumn<qint64>("budgetMs");
    QTest::addColumn<qint64>("remaining");
    QTest::addColumn<bool>("verified");
    const Moment start = moment(0, "A", 10 * minute);
    const auto row = [](const char *name, const QList<Moment> &stored, const Moment &now, qint64 remaining,
                         bool verified = true, qint64 allowed = budget) {
        QTest::newRow(name) << stored << now << allowed << remaining << verified;
    };

    row("nothing stored yet", {}, start, budget);
    row("the start itself", {start}, start, budget);
    row("half an hour", {start}, moment(30 * minute, "A", 40 * minute), 90 * minute);
    row("the last millisecond", {start}, moment(2 * hour - 1, "A", 130 * minute - 1), 1);
    row("the end", {start}, moment(2 * hour, "A", 130 * minute), 0);
    row("long after the end", {start}, moment(50 * hour, "A", 50 * hour), 0);
    row("sleep counts", {start, moment(5 * minute, "A", 15 * minute)}, moment(65 * minute, "A", 75 * minute),
        55 * minute);

    row("wall clock set back", {start}, moment(-24 * hour, "A", 30 * minute), 100 * minute);
    row("wall clock set forward", {start}, moment(24 * hour, "A", 30 * minute), 100 * minute);
    row("wall clock set and set again",
        {start, moment(9 * hour, "A", 20 * minute), moment(-9 * hour, "A", 30 * minute)}, moment(0, "A", 40 * minute),
        90 * minute);
    // A trip to another zone changes what a wall clock shows, not UTC: nothing but the time itself passes.
    row("time zone trip", {start, moment(hour, "A", 70 * minute)}, moment(hour + minute, "A", 71 * minute),
        59 * minute);

    row("another boot", {start, moment(10 * minute, "A", 20 * minute)}, moment(25 * minute, "B", minute), 95 * minute,
        false);
    row("another boot, running on", {start, moment(10 * minute, "A", 20 * minute), moment(25 * minute, "B", minute)},
        moment(30 * minute, "B", 6 * minute), 90 * minute, false);
    row("wall clock set back across a boot", {start, moment(10 * minute, "A", 20 * minute)},
        moment(-3 * hour, "B", minute), 110 * minute, false);
    row("set back across a boot, running on",
        {start, moment(10 * minute, "A", 20 * minute), moment(-3 * hour, "B", minute)},
        moment(-3 * hour + minute, "B", 2 * minute), 109 * minute, false);
    row("wall clock set forward across a boot", {start}, moment(30 * hour, "B", minute), 0, false);
    row("several boots",
        {start, moment(10 * minute, "B", minute), moment(20 * minute, "B", 11 * minute),
            moment(40 * minute, "C", minute)},
        moment(50 * minute, "D", minute), 70 * minute, false);
    row("back in the first boot's name", {start, moment(10 * minute, "B", minute)},
        moment(20 * minute, "A", 30 * minute), 100 * minute, false);
    row("the same boot's clock backwards", {start}, moment(minute, "A", minute), budget);

    row("no boot is known", {moment(0, "", 0)}, moment(30 * minute, "", 5 * minute), 90 * minute, false);
    row("only the later boot is known", {moment(0, "", 0)}, moment(30 * minute, "A", 5 * minute), 90 * minute, false);

    row("no budget", {start}, start, 0, true, 0);
    row("a negative budget", {start}, moment(minute, "A", 11 * minute), 0, true, -hour);
    row("a negative budget before the start", {}, start, 0, true, -hour);
}

void ExamClockTest::reads()
{
    QFETCH(QList<Moment>, stored);
    QFETCH(Moment, now);
    QFETCH(qint64, budgetMs);
    const Reading reading = readClock(stored, budgetMs, now);
    QTEST(reading.remainingMs, "remaining");
    QTEST(reading.verified, "verified");
}

/// Whatever the clocks do, a stored event never gives time back.
void ExamClockTest::neverGrowsAsEventsAreAdded()
{
    const QList<Moment> wild{moment(0, "A", 10 * minute), moment(-hour, "A", 11 * minute),
        moment(9 * hour, "A", 5 * minute), moment(3 * minute, "B", 0), moment(-9 * hour, "", 0),
        moment(4 * minute, "B", hour), moment(5 * minute, "A", hour)};
    qint64 least = budget;
    QList<Moment> stored;
    for (const Moment &next : wild) {
        const qint64 left = readClock(stored, budget, next).remainingMs;
        QVERIFY(left <= least);
        least = left;
        stored.append(next);
        QCOMPARE(readClock(stored, budget, next).remainingMs, least);
    }
}

LECTERN_TEST_CLASS(ExamClockTest)
#include "examclock_test.moc"
