// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"
#include "replay.h"
#include "runall.h"

#include <cmath>

using namespace lectern;

namespace
{

constexpr qint64 hour = 60LL * 60 * 1000;

AbilityShape shape()
{
    AbilityShape five;
    five.sections = 5;
    for (int t = 0; t < 25; ++t)
        five.topicSection.push_back(t / 5);
    return five;
}

LoggedAnswer answerAt(qint64 ms, int topic, bool right = true)
{
    LoggedAnswer logged;
    logged.utcMs = ms;
    logged.day = ms / (24 * hour);
    logged.objective = QStringLiteral("o%1").arg(topic);
    logged.answer.section = topic / 5;
    logged.answer.topic = topic;
    logged.answer.right = right;
    return logged;
}

ExamModel exam()
{
    ExamModel model;
    model.quotas = {15, 12, 12, 9, 12};
    model.weights = {25, 20, 20, 15, 20};
    return model;
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRationaleHelpsForADay()
    {
        LoggedAnswer read = answerAt(0, 3);
        read.feedback = true;
        const QList<LoggedAnswer> log{
            read, answerAt(24 * hour - 1, 3), answerAt(24 * hour - 1, 4), answerAt(24 * hour, 3)};
        const Replay replayed = replay(shape(), log);
        int aided = 0;
        for (const ReplayDay &day : replayed.days())
            aided += day.aided;
        QCOMPARE(aided, 2);
        QCOMPARE(replayed.evidence()[0], 2);
    }

    void withoutAnObjectiveNothingIsASibling()
    {
        LoggedAnswer read = answerAt(0, 3);
        read.feedback = true;
        read.objective.clear();
        LoggedAnswer next = answerAt(hour, 4);
        next.objective.clear();
        QCOMPARE(replay(shape(), {read, next}).evidence()[0], 1);
    }

    void disputedAndRepeatedAreCountedApart()
    {
        LoggedAnswer disputed = answerAt(0, 0);
        disputed.disputed = true;
        LoggedAnswer again = answerAt(hour, 1);
        again.answer.exposuresBefore = 2;
        LoggedAnswer unknown = answerAt(hour, 2);
        unknown.answer.section = -1;
        const Replay replayed = replay(shape(), {disputed, again, unknown, answerAt(2 * hour, 6)});
        QCOMPARE(replayed.days().size(), 1);
        QCOMPARE(replayed.days().constFirst().aided, 1);
        QCOMPARE(replayed.days().constFirst().repeats, 1);
        QCOMPARE(replayed.days().constFirst().evidence, 1);
        QCOMPARE(replayed.evidence()[0], 0);
        QCOMPARE(replayed.evidence()[1], 1);
    }

    /// What the page promises: the same questions right five times more are no reason for other odds.
    void repeatsLeaveTheOddsAlone()
    {
        QList<LoggedAnswer> log;
        for (int i = 0; i < 350; ++i)
            log.append(answerAt(i / 5 * 24 * hour + i % 5 * hour, (i * 7) % 25, (i * 13) % 10 < 7));
        QList<LoggedAnswer> repeated = log;
        for (int round = 1; round <= 5; ++round) {
            for (int i = 0; i < 60; ++i) {
                LoggedAnswer again = answerAt((69 + round) * 24 * hour, (i * 7) % 25);
                again.answer.exposuresBefore = round;
                again.answer.daysSinceSeen = 1;
                repeated.append(again);
            }
        }
        QList<LoggedStudy> sameDays;
        for (int round = 1; round <= 5; ++round) {
            for (int section = 0; section < 5; ++section)
                sameDays.append({69 + round, section, 30});
        }
        const Readout twin = readOut(replay(shape(), log, sameDays, 75).ability(), exam());
        const Readout rested = readOut(replay(shape(), log, {}, 75).ability(), exam());
        const Readout after = readOut(replay(shape(), repeated, {}, 75).ability(), exam());
        QVERIFY(twin.odds > 0.2 && twin.odds < 0.9);
        QVERIFY2(std::abs(after.odds - twin.odds) < 0.01, qPrintable(QString::number(after.odds - twin.odds)));
        QVERIFY2(std::abs(after.odds - rested.odds) < 0.05, qPrintable(QString::number(after.odds - rested.odds)));
        QVERIFY2(replay(shape(), repeated).ability().mean(0) == replay(shape(), log).ability().mean(0),
            "today's number does not move at all");
    }

    void studyMovesForecastsOnly()
    {
        QList<LoggedAnswer> log;
        for (int i = 0; i < 100; ++i)
            log.append(answerAt(i / 10 * 24 * hour, i % 25, i % 3 > 0));
        QList<LoggedStudy> study;
        for (int day = 10; day < 15; ++day)
            study.append({day, 2, 60});
        const Ability without = replay(shape(), log, {}, 15).ability();
        const Ability with = replay(shape(), log, study, 15).ability();
        QCOMPARE(with.mean(2), without.mean(2));
        QVERIFY(with.forecast(0, 0).mean(2) > without.forecast(0, 0).mean(2));
        QVERIFY(with.covariance(2, 2) > without.covariance(2, 2));
    }

    void anyOrderOfDaysInTheLists()
    {
        QList<LoggedAnswer> log{answerAt(0, 0), answerAt(30 * hour, 1), answerAt(60 * hour, 2, false)};
        const Ability straight = replay(shape(), log, {{0, 1, 20}, {2, 1, 20}}, 5).ability();
        std::reverse(log.begin(), log.end());
        const Ability mixed = replay(shape(), log, {{2, 1, 20}, {0, 1, 20}}, 5).ability();
        QCOMPARE(mixed.mean(0), straight.mean(0));
        QCOMPARE(mixed.covariance(1, 1), straight.covariance(1, 1));
        QCOMPARE(mixed.day(), 5);
    }
};

LECTERN_TEST_CLASS(ReplayTest)
#include "replay_test.moc"
