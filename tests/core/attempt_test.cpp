// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

using namespace lectern;
using test::at;

namespace
{

constexpr qint64 minute = 60'000;
const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");

Attempt begun(int size = 3, int minutes = 120)
{
    Attempt attempt = Attempt::fold(test::sampleSetup(size, minutes), {}).value();
    if (!attempt.apply(attempt.started(at(0)).value()))
        qFatal("an attempt that does not start");
    return attempt;
}

/// Stores what the attempt said was legal.
bool take(Attempt &attempt, const Result<AttemptEvent> &event)
{
    return event.ok() && attempt.apply(*event).ok();
}

template<typename T>
ErrorCode refusal(const Result<T> &result)
{
    if (result.ok())
        qFatal("not refused");
    return result.error().code;
}

void compare(const Attempt &left, const Attempt &right)
{
    QCOMPARE(left.events(), right.events());
    QCOMPARE(left.currentPosition(), right.currentPosition());
    QCOMPARE(left.finished(), right.finished());
    QCOMPARE(left.timedOut(), right.timedOut());
    QCOMPARE(left.answeredCount(), right.answeredCount());
    QCOMPARE(left.flaggedCount(), right.flaggedCount());
    for (int position = 0; position < left.size(); ++position) {
        const PositionState &one = left.at(position);
        const PositionState &other = right.at(position);
        QCOMPARE(one.seen, other.seen);
        QCOMPARE(one.flagged, other.flagged);
        QCOMPARE(one.choice, other.choice);
        QCOMPARE(one.answerChanges, other.answerChanges);
        QCOMPARE(one.dwellMs, other.dwellMs);
    }
}

} // namespace

class AttemptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshAttempt();
    void eventsAreNumberedAndDated();
    void nothingChangesUntilApplied();
    void startsExactlyOnce();
    void nothingBeforeTheStart();
    void nothingAfterTheEnd_data();
    void nothingAfterTheEnd();
    void positionsOutOfRange_data();
    void positionsOutOfRange();
    void choicesThatTheFormDoesNotHave();
    void choicesOfSeveral();
    void eventsOutOfOrder();
    void flagging();
    void answersAndChanges();
    void dwellFollowsTheClocks();
    void timeOutOnlyAtZero();
    void theLastMillisecond();
    void foldEqualsApplying();
    void damagedLogs();
    void words();
};

void AttemptTest::freshAttempt()
{
    const Attempt attempt = Attempt::fold(test::sampleSetup(4), {}).value();
    QCOMPARE(attempt.size(), 4);
    QCOMPARE(attempt.setup().uuid, test::sampleSetup(4).uuid);
    QCOMPARE(attempt.answeredCount(), 0);
    QCOMPARE(attempt.flaggedCount(), 0);
    QVERIFY(!attempt.finished());
    QVERIFY(!attempt.timedOut());
    QVERIFY(!attempt.at(3).seen);
    QCOMPARE(attempt.clock(at(minute)).remainingMs, 120 * minute);
}

void AttemptTest::eventsAreNumberedAndDated()
{
    Attempt attempt = begun();
    QVERIFY(take(attempt, attempt.shown(2, at(1))));
    QVERIFY(take(attempt, attempt.answered(2, {b}, at(2))));
    QVERIFY(take(attempt, attempt.submitted(at(3))));
    const QList<AttemptEvent> expected{
        {0, EventKind::Started, -1, {}, at(0)},
        {1, EventKind::Shown, 2, {}, at(1)},
        {2, EventKind::Answered, 2, {b}, at(2)},
        {3, EventKind::Submitted, -1, {}, at(3)},
    };
    QCOMPARE(attempt.events(), expected);
    QVERIFY(attempt.finished());
    QVERIFY(!attempt.timedOut());
}

void AttemptTest::nothingChangesUntilApplied()
{
    const Attempt attempt = begun();
    QVERIFY(attempt.answered(0, {a}, at(1)).ok());
    QVERIFY(attempt.flagged(0, true, at(1)).ok());
    QVERIFY(attempt.submitted(at(1)).ok());
    QCOMPARE(attempt.events().size(), 1);
    QCOMPARE(attempt.answeredCount(), 0);
    QVERIFY(!attempt.finished());
}

void AttemptTest::startsExactlyOnce()
{
    Attempt attempt = begun();
    QCOMPARE(refusal(attempt.started(at(1))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.apply({1, EventKind::Started, -1, {}, at(1)})), ErrorCode::NotAllowed);
}

void AttemptTest::nothingBeforeTheStart()
{
    const Attempt attempt = Attempt::fold(test::sampleSetup(2), {}).value();
    QCOMPARE(refusal(attempt.shown(0, at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.answered(0, {a}, at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.flagged(0, true, at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.resumed(at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.submitted(at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.timedOutAt(at(0))), ErrorCode::NotAllowed);
}

void AttemptTest::nothingAfterTheEnd_data()
{
    QTest::addColumn<bool>("byTime");
    QTest::newRow("submitted") << false;
    QTest::newRow("out of time") << true;
}

void AttemptTest::nothingAfterTheEnd()
{
    QFETCH(bool, byTime);
    Attempt attempt = begun(3, 1);
    const Moment end = byTime ? at(minute) : at(10);
    QVERIFY(take(attempt, byTime ? attempt.timedOutAt(end) : attempt.submitted(end)));
    QCOMPARE(attempt.timedOut(), byTime);
    // Both with time on the clock and without.
    for (const Moment &now : {end, at(20), at(2 * minute)}) {
        QCOMPARE(refusal(attempt.started(now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.shown(0, now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.answered(0, {a}, now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.flagged(0, true, now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.flagged(0, false, now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.resumed(now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.submitted(now)), ErrorCode::NotAllowed);
        QCOMPARE(refusal(attempt.timedOutAt(now)), ErrorCode::NotAllowed);
    }
    for (const EventKind kind : {EventKind::Shown, EventKind::Answered, EventKind::Resumed, EventKind::Submitted})
        QCOMPARE(refusal(attempt.apply({2, kind, 0, {}, at(20)})), ErrorCode::NotAllowed);
}

void AttemptTest::positionsOutOfRange_data()
{
    QTest::addColumn<int>("position");
    QTest::newRow("below") << -1;
    QTest::newRow("one past the end") << 3;
    QTest::newRow("far") << 1000;
}

void AttemptTest::positionsOutOfRange()
{
    QFETCH(int, position);
    Attempt attempt = begun(3);
    QCOMPARE(refusal(attempt.shown(position, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.answered(position, {a}, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.flagged(position, true, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.flagged(position, false, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.apply({1, EventKind::Shown, position, {}, at(1)})), ErrorCode::BadInput);
}

void AttemptTest::choicesThatTheFormDoesNotHave()
{
    Attempt attempt = begun();
    QCOMPARE(refusal(attempt.answered(0, {QStringLiteral("e")}, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.answered(0, {QString()}, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.answered(0, {a, QStringLiteral("e")}, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.answered(0, {a, a}, at(1))), ErrorCode::BadInput);
    QCOMPARE(refusal(attempt.apply({1, EventKind::Answered, 0, {a, b, a}, at(1)})), ErrorCode::BadInput);
    QCOMPARE(attempt.events().size(), 1);
}

/// Which options make up an answer counts, not the order in which they were chosen.
void AttemptTest::choicesOfSeveral()
{
    Attempt attempt = begun();
    QVERIFY(take(attempt, attempt.answered(0, {b, a}, at(1))));
    QCOMPARE(attempt.at(0).choice, (QStringList{a, b}));
    QVERIFY(take(attempt, attempt.answered(0, {a, b}, at(2))));
    QCOMPARE(attempt.at(0).answerChanges, 0);
    QVERIFY(take(attempt, attempt.answered(0, {b}, at(3))));
    QCOMPARE(attempt.at(0).answerChanges, 1);
}

void AttemptTest::eventsOutOfOrder()
{
    Attempt attempt = begun();
    for (const int seq : {-1, 0, 2, 3})
        QCOMPARE(refusal(attempt.apply({seq, EventKind::Shown, 0, {}, at(1)})), ErrorCode::BadInput);
    QVERIFY(attempt.apply({1, EventKind::Shown, 0, {}, at(1)}).ok());
    QCOMPARE(refusal(attempt.apply({1, EventKind::Shown, 0, {}, at(1)})), ErrorCode::BadInput);
}

void AttemptTest::flagging()
{
    Attempt attempt = begun();
    QVERIFY(take(attempt, attempt.flagged(1, true, at(1))));
    QVERIFY(take(attempt, attempt.flagged(2, true, at(2))));
    QCOMPARE(attempt.flaggedCount(), 2);
    QVERIFY(take(attempt, attempt.flagged(1, false, at(3))));
    QCOMPARE(attempt.flaggedCount(), 1);
    QVERIFY(!attempt.at(1).flagged);
    QVERIFY(attempt.at(2).flagged);
    QCOMPARE(attempt.events().constLast().kind, EventKind::Unflagged);
}

void AttemptTest::answersAndChanges()
{
    Attempt attempt = begun();
    const auto answer = [&](const QStringList &choice) { QVERIFY(take(attempt, attempt.answered(0, choice, at(1)))); };
    answer({a});
    QCOMPARE(attempt.at(0).answerChanges, 0);
    answer({a});
    QCOMPARE(attempt.at(0).answerChanges, 0);
    answer({b});
    QCOMPARE(attempt.at(0).answerChanges, 1);
    QCOMPARE(attempt.at(0).choice, QStringList{b});
    answer({});
    QCOMPARE(attempt.at(0).answerChanges, 2);
    QCOMPARE(attempt.answeredCount(), 0);
    answer({a});
    QCOMPARE(attempt.at(0).answerChanges, 2);
    QCOMPARE(attempt.answeredCount(), 1);
    QCOMPARE(attempt.at(1).answerChanges, 0);
}

void AttemptTest::dwellFollowsTheClocks()
{
    Attempt attempt = begun();
    QVERIFY(take(attempt, attempt.shown(0, at(1000)))); // nothing was shown before
    QVERIFY(take(attempt, attempt.answered(0, {a}, at(4000))));
    QVERIFY(take(attempt, attempt.shown(2, at(9000))));
    QCOMPARE(attempt.currentPosition(), 2);
    QVERIFY(take(attempt, attempt.flagged(2, true, at(9500))));
    QVERIFY(take(attempt, attempt.shown(0, at(11000))));
    QVERIFY(take(attempt, attempt.answered(0, {b}, at(11600))));
    QCOMPARE(attempt.at(0).dwellMs, 8600);
    QCOMPARE(attempt.at(1).dwellMs, 0);
    QCOMPARE(attempt.at(2).dwellMs, 2000);
    QVERIFY(!attempt.at(1).seen);

    // A wall clock set back within the boot takes nothing away; across boots it adds nothing.
    Moment back = at(12600);
    back.utcMs -= 3600'000;
    QVERIFY(take(attempt, attempt.flagged(0, true, back)));
    QCOMPARE(attempt.at(0).dwellMs, 9600);
    // While the program was away nothing was on display.
    QVERIFY(take(attempt, attempt.resumed(at(600'000, QStringLiteral("later")))));
    QCOMPARE(attempt.at(0).dwellMs, 9600);
    QVERIFY(take(attempt, attempt.submitted(at(600'400, QStringLiteral("later")))));
    QCOMPARE(attempt.at(0).dwellMs, 10000);
    QCOMPARE(attempt.at(2).dwellMs, 2000);
}

void AttemptTest::timeOutOnlyAtZero()
{
    Attempt attempt = begun(3, 2);
    QCOMPARE(refusal(attempt.timedOutAt(at(0))), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.timedOutAt(at(2 * minute - 1))), ErrorCode::NotAllowed);
    QVERIFY(take(attempt, attempt.answered(1, {a}, at(minute))));
    QVERIFY(attempt.timedOutAt(at(9 * minute)).ok());
    QVERIFY(take(attempt, attempt.timedOutAt(at(2 * minute))));
    QVERIFY(attempt.finished());
    QVERIFY(attempt.timedOut());
    QCOMPARE(attempt.answeredCount(), 1);
}

void AttemptTest::theLastMillisecond()
{
    Attempt attempt = begun(3, 2);
    QVERIFY(take(attempt, attempt.answered(0, {a}, at(2 * minute - 1))));
    QCOMPARE(attempt.clock(at(2 * minute - 1)).remainingMs, 1);
    const Moment end = at(2 * minute);
    QCOMPARE(attempt.clock(end).remainingMs, 0);
    QCOMPARE(refusal(attempt.shown(1, end)), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.answered(1, {b}, end)), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.flagged(1, true, end)), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.resumed(end)), ErrorCode::NotAllowed);
    QCOMPARE(refusal(attempt.submitted(end)), ErrorCode::NotAllowed);
    QVERIFY(take(attempt, attempt.timedOutAt(end)));
    QCOMPARE(attempt.at(0).choice, QStringList{a});
}

void AttemptTest::foldEqualsApplying()
{
    Random random(500);
    int finished = 0;
    for (int log = 0; log < 500; ++log) {
        Attempt attempt = begun(1 + random.below(12), 5);
        qint64 now = 0;
        QString boot = QStringLiteral("boot");
        const int steps = random.below(60);
        for (int step = 0; step < steps && !attempt.finished(); ++step) {
            now += random.below(15'000);
            if (random.below(20) == 0)
                boot = QStringLiteral("boot %1").arg(step);
            const Moment moment = at(now, boot);
            const int position = random.below(attempt.size());
            const QStringList &options = attempt.setup().items[position].optionOrder;
            Result<AttemptEvent> event = attempt.timedOutAt(moment);
            if (!event) {
                switch (random.below(8)) {
                case 0:
                    event = attempt.flagged(position, random.below(2) == 0, moment);
                    break;
                case 1:
                    event = attempt.resumed(moment);
                    break;
                case 2:
                    event = random.below(10) == 0 ? attempt.submitted(moment) : attempt.answered(position, {}, moment);
                    break;
                case 3:
                case 4:
                    event = attempt.shown(position, moment);
                    break;
                default:
                    event = attempt.answered(position, {options[random.below(4)]}, moment);
                }
            }
            QVERIFY(take(attempt, event));
            const Result<Attempt> folded = Attempt::fold(attempt.setup(), attempt.events());
            QVERIFY(folded.ok());
            compare(*folded, attempt);
        }
        finished += attempt.finished() ? 1 : 0;
    }
    QVERIFY(finished > 100 && finished < 500);
}

void AttemptTest::damagedLogs()
{
    const AttemptEvent start{0, EventKind::Started, -1, {}, at(0)};
    const QList<QList<AttemptEvent>> damaged{
        {{0, EventKind::Shown, 0, {}, at(0)}},
        {{1, EventKind::Started, -1, {}, at(0)}},
        {start, start},
        {start, {2, EventKind::Shown, 0, {}, at(1)}},
        {start, {1, EventKind::Shown, 3, {}, at(1)}},
        {start, {1, EventKind::Answered, 0, {QStringLiteral("z")}, at(1)}},
        {start, {1, EventKind::Submitted, -1, {}, at(1)}, {2, EventKind::Shown, 0, {}, at(2)}},
    };
    for (const QList<AttemptEvent> &events : damaged) {
        const Result<Attempt> folded = Attempt::fold(test::sampleSetup(3), events);
        QCOMPARE(refusal(folded), ErrorCode::ProfileDamaged);
        QVERIFY(folded.error().where.contains(QStringLiteral("attempt 7")));
    }
}

void AttemptTest::words()
{
    QSet<QString> seen;
    for (const EventKind kind : {EventKind::Started, EventKind::Shown, EventKind::Answered, EventKind::Flagged,
             EventKind::Unflagged, EventKind::Resumed, EventKind::Submitted, EventKind::TimedOut}) {
        QVERIFY(!word(kind).isEmpty());
        QCOMPARE(eventKindFromWord(word(kind)), kind);
        seen.insert(word(kind));
    }
    QCOMPARE(seen.size(), 8);
    QCOMPARE(word(EventKind::TimedOut), QStringLiteral("timed-out"));
    QCOMPARE(attemptModeFromWord(word(AttemptMode::Timed)), AttemptMode::Timed);
    QVERIFY(!attemptModeFromWord(u"Timed").has_value());
    QVERIFY(!eventKindFromWord(u"").has_value());
}

LECTERN_TEST_CLASS(AttemptTest)
#include "attempt_test.moc"
