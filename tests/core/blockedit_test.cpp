// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockedit.h"

#include "runall.h"

using namespace lectern;

namespace
{

const QDate today(2026, 11, 23); ///< a Monday
const QDate exam(2027, 1, 9);

Block block(qint64 id, QDate date, int start, int minutes = 90)
{
    Block made;
    made.id = BlockId{id};
    made.uuid = QStringLiteral("uuid-%1").arg(id);
    made.date = date;
    made.startMinute = start;
    made.minutes = minutes;
    made.topic = QStringLiteral("d1.1");
    return made;
}

EditScene scene(const QList<Block> &blocks)
{
    return {today, exam, blocks};
}

template<typename T>
std::optional<EditRefusal> refusal(const Result<T> &result)
{
    return result || result.error().code != ErrorCode::NotAllowed ? std::nullopt
                                                                  : editRefusalFromWord(result.error().where);
}

} // namespace

class BlockEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesToAFreePlace()
    {
        const Block one = block(1, today, 1110);
        const auto wanted = moved(one, today.addDays(2), 600, scene({one}));
        QVERIFY(wanted.ok());
        Block expected = one;
        expected.date = today.addDays(2);
        expected.startMinute = 600;
        QCOMPARE(*wanted, expected);
        QCOMPARE(*moved(one, one.date, one.startMinute, scene({one})), one);
        QCOMPARE(
            *moved(one, one.date, 1125, scene({one})), (expected.date = today, expected.startMinute = 1125, expected));
    }

    void neitherIntoThePastNorToTheExam()
    {
        const Block one = block(1, today, 1110);
        const EditScene all = scene({one});
        QCOMPARE(refusal(moved(one, today.addDays(-1), 1110, all)), EditRefusal::PastDay);
        QCOMPARE(refusal(moved(one, exam, 500, all)), EditRefusal::ExamDay);
        QCOMPARE(refusal(moved(one, exam.addDays(1), 500, all)), EditRefusal::ExamDay);
        QVERIFY(moved(one, exam.addDays(-1), 500, all).ok());
        QVERIFY(moved(one, today, 500, all).ok());
        QCOMPARE(refusal(copied(one, exam, 500, all)), EditRefusal::ExamDay);
        QCOMPARE(refusal(copied(one, today.addDays(-1), 500, all)), EditRefusal::PastDay);
        QVERIFY(moved(one, exam, 500, {today, {}, {one}}).ok());
        QCOMPARE(moved(one, QDate(), 500, all).error().code, ErrorCode::BadInput);
        QCOMPARE(moved(one, today, 1440, all).error().code, ErrorCode::BadInput);
        QCOMPARE(moved(one, today, -1, all).error().code, ErrorCode::BadInput);
    }

    void aMissedBlockMovesOnWithOneMissMore()
    {
        Block missed = block(1, today.addDays(-3), 1110);
        missed.misses = 1;
        const auto wanted = moved(missed, today, 1110, scene({missed}));
        QVERIFY(wanted.ok());
        QCOMPARE(wanted->misses, 2);
        QCOMPARE(wanted->uuid, missed.uuid);
        QCOMPARE(moved(*wanted, today.addDays(1), 1110, scene({*wanted}))->misses, 2);
    }

    void whatWasDoneOrBegunStays()
    {
        Block done = block(1, today, 1110);
        done.state = BlockState::Done;
        Block partly = block(2, today, 1110);
        partly.state = BlockState::Partly;
        Block begun = block(3, today, 1110);
        begun.loggedMinutes = 10;
        Block excused = block(4, today.addDays(-2), 1110);
        excused.state = BlockState::Excused;
        Block settled = block(5, today.addDays(-2), 1110);
        settled.settled = true;
        for (const auto &[one, why] : {std::pair(done, EditRefusal::Finished), std::pair(partly, EditRefusal::Begun),
                 std::pair(begun, EditRefusal::Begun), std::pair(excused, EditRefusal::Settled),
                 std::pair(settled, EditRefusal::Settled)}) {
            const EditScene all = scene({one});
            QCOMPARE(refusal(moved(one, today.addDays(1), 600, all)), why);
            QCOMPARE(refusal(resized(one, 60, all)), why);
            QCOMPARE(refusal(split(one, 30, QStringLiteral("new"), all)), why);
            QCOMPARE(refusedRemoval(one), why);
            QVERIFY(copied(one, today.addDays(1), 600, all).ok());
        }
    }

    void aCopyHasNoHistory()
    {
        Block done = block(1, today.addDays(-1), 1110);
        done.state = BlockState::Done;
        done.loggedMinutes = 90;
        done.locked = true;
        done.misses = 2;
        done.depends = QStringLiteral("uuid-0");
        const auto copy = copied(done, today, 600, scene({done}));
        QVERIFY(copy.ok());
        Block expected = block(0, today, 600);
        expected.uuid.clear();
        expected.depends = done.depends;
        QCOMPARE(*copy, expected);
    }

    void isPlacedBehindWhatStandsThere()
    {
        const Block one = block(1, today, 600);
        const Block first = block(2, today.addDays(1), 600, 60);
        const Block second = block(3, today.addDays(1), 660, 30);
        const Block third = block(4, today.addDays(1), 800, 60);
        const EditScene all = scene({one, third, first, second});
        QCOMPARE(moved(one, today.addDays(1), 610, all)->startMinute, 690);
        QCOMPARE(moved(one, today.addDays(1), 510, all)->startMinute, 510);
        QCOMPARE(moved(one, today.addDays(1), 720, all)->startMinute, 860);
        Block excused = first;
        excused.state = BlockState::Excused;
        QCOMPARE(moved(one, today.addDays(1), 600, scene({one, excused}))->startMinute, 600);
        QCOMPARE(refusal(moved(one, today.addDays(1), 1380, all)), EditRefusal::NoRoom);
        QCOMPARE(copied(first, today.addDays(1), 600, all)->startMinute, 690);
    }

    void lengthHasItsLimits()
    {
        const Block one = block(1, today, 600);
        const EditScene all = scene({one});
        QCOMPARE(resized(one, 120, all)->size(), 1);
        QCOMPARE(resized(one, 120, all)->constFirst().minutes, 120);
        QVERIFY(resized(one, 10, all).ok());
        QVERIFY(resized(one, 240, all).ok());
        QCOMPARE(resized(one, 9, all).error().where, QStringLiteral("minutes"));
        QCOMPARE(resized(one, 241, all).error().code, ErrorCode::BadInput);
        Block rehearsal = one;
        rehearsal.kind = BlockKind::Rehearsal;
        QCOMPARE(refusal(resized(rehearsal, 120, scene({rehearsal}))), EditRefusal::FixedLength);
        QCOMPARE(refusal(split(rehearsal, 60, QStringLiteral("new"), scene({rehearsal}))), EditRefusal::FixedLength);
        const Block missed = block(2, today.addDays(-1), 600);
        QCOMPARE(refusal(resized(missed, 60, scene({missed}))), EditRefusal::PastDay);
        const Block late = block(3, today, 1380, 60);
        QCOMPARE(refusal(resized(late, 75, scene({late}))), EditRefusal::NoRoom);
    }

    void laterBlocksMakeRoom()
    {
        const Block one = block(1, today, 600);
        const Block next = block(2, today, 690, 60);
        const Block third = block(3, today, 760, 60);
        const Block other = block(4, today.addDays(1), 690, 60);
        const auto wanted = resized(one, 120, scene({one, next, third, other}));
        QVERIFY(wanted.ok());
        QCOMPARE(wanted->size(), 3);
        QCOMPARE(wanted->at(1).id, next.id);
        QCOMPARE(wanted->at(1).startMinute, 720);
        QCOMPARE(wanted->at(2).startMinute, 780);
        QCOMPARE(resized(one, 95, scene({one, next, third}))->size(), 2);
        QCOMPARE(resized(one, 60, scene({one, next, third}))->size(), 1);
        Block pinned = next;
        pinned.locked = true;
        QCOMPARE(refusal(resized(one, 120, scene({one, pinned}))), EditRefusal::NoRoom);
        Block done = next;
        done.state = BlockState::Done;
        QCOMPARE(refusal(resized(one, 120, scene({one, done}))), EditRefusal::NoRoom);
        const Block last = block(5, today, 1350, 90);
        const Block before = block(6, today, 1260, 90);
        QCOMPARE(refusal(resized(before, 105, scene({before, last}))), EditRefusal::NoRoom);
    }

    void splitsInTwo()
    {
        Block one = block(1, today, 600);
        one.depends = QStringLiteral("uuid-0");
        one.locked = true;
        Block follower = block(2, today.addDays(1), 600);
        follower.depends = one.uuid;
        const auto parts = split(one, 30, QStringLiteral("rest"), scene({one, follower, block(3, today, 900)}));
        QVERIFY(parts.ok());
        QCOMPARE(parts->size(), 3);
        QCOMPARE(parts->at(0).minutes, 30);
        QCOMPARE(parts->at(0).uuid, one.uuid);
        QCOMPARE(parts->at(0).depends, one.depends);
        const Block rest = parts->at(1);
        QCOMPARE(rest.id, BlockId{});
        QCOMPARE(rest.uuid, QStringLiteral("rest"));
        QCOMPARE(rest.startMinute, 630);
        QCOMPARE(rest.minutes, 60);
        QCOMPARE(rest.depends, one.uuid);
        QCOMPARE(rest.topic, one.topic);
        QCOMPARE(parts->at(2).id, follower.id);
        QCOMPARE(parts->at(2).depends, QStringLiteral("rest"));
        QVERIFY(split(one, 10, QStringLiteral("rest"), scene({one})).ok());
        QVERIFY(split(one, 80, QStringLiteral("rest"), scene({one})).ok());
        QCOMPARE(split(one, 9, QStringLiteral("rest"), scene({one})).error().code, ErrorCode::BadInput);
        QCOMPARE(split(one, 81, QStringLiteral("rest"), scene({one})).error().code, ErrorCode::BadInput);
        const Block missed = block(4, today.addDays(-1), 600);
        QVERIFY(split(missed, 30, QStringLiteral("rest"), scene({missed})).ok());
    }

    void missedIsOfThePast()
    {
        Block one = block(1, today, 600);
        QVERIFY(!isMissed(one, today));
        QVERIFY(isMissed(one, today.addDays(1)));
        one.state = BlockState::Done;
        QVERIFY(!isMissed(one, today.addDays(1)));
        one.state = BlockState::Excused;
        QVERIFY(!isMissed(one, today.addDays(1)));
    }

    void findsAPlaceOnADay()
    {
        PlanInputs inputs;
        inputs.start = today;
        inputs.minutesPerWeekday = {180, 180, 0, 180, 180, 420, 360};
        inputs.startMinute = {1110, 1110, 1110, 1110, 1110, 540, 540};
        const QDate tuesday = today.addDays(1);
        QCOMPARE(startOn(tuesday, 90, inputs, {}), 1110);
        QCOMPARE(startOn(tuesday, 90, inputs, {block(1, tuesday, 1110, 60)}), 1170);
        QCOMPARE(startOn(tuesday, 90, inputs, {block(1, tuesday, 1110, 90), block(2, tuesday, 1200, 90)}), 1290);
        QCOMPARE(startOn(tuesday, 60, inputs, {block(1, tuesday, 1170, 60)}), 1110);
        QCOMPARE(startOn(tuesday.addDays(1), 90, inputs, {}), 1110);
        QCOMPARE(startOn(tuesday, 90, inputs, {block(1, tuesday, 1320, 120)}), 1110);
        QCOMPARE(startOn(tuesday, 90, inputs, {block(1, tuesday, 1110, 300)}), 1350);
        inputs.busy = {{tuesday, 1110, 1200}};
        QCOMPARE(startOn(tuesday, 90, inputs, {}), 1200);
    }

    void stepsOverItsNeighbours()
    {
        const Block one = block(1, today, 600, 60);
        const Block before = block(2, today, 480, 120);
        const Block behind = block(3, today, 660, 90);
        const QList<Block> all{before, one, behind};
        QCOMPARE(steppedStart(one, 15, all), 750);
        QCOMPARE(steppedStart(one, -15, all), 420);
        QCOMPARE(steppedStart(one, 15, {one}), 615);
        QCOMPARE(steppedStart(one, -15, {one}), 585);
        QCOMPARE(steppedStart(block(4, today, 1350, 90), 15, {}), std::nullopt);
        QCOMPARE(steppedStart(block(4, today, 10, 90), -15, {}), std::nullopt);
        QCOMPARE(steppedStart(one, -15, {one, block(5, today, 30, 560)}), std::nullopt);
    }

    void saysWhatIsOutOfOrder()
    {
        const Block base = block(1, today.addDays(1), 600);
        Block one = block(2, today.addDays(2), 600);
        one.depends = base.uuid;
        Block follower = block(3, today.addDays(3), 600);
        follower.depends = one.uuid;
        QVERIFY(outOfOrder(one, {base, one, follower}).isEmpty());
        one.date = today;
        QCOMPARE(outOfOrder(one, {base, one, follower}), QList<Block>{base});
        one.date = today.addDays(3);
        one.startMinute = 660;
        QCOMPARE(outOfOrder(one, {base, one, follower}), QList<Block>{follower});
        one.startMinute = 510;
        QVERIFY(outOfOrder(one, {base, one, follower}).isEmpty());
        Block done = base;
        done.state = BlockState::Done;
        one.date = today;
        QVERIFY(outOfOrder(one, {done, one, follower}).isEmpty());
    }

    void everyRefusalHasAWord()
    {
        for (int value = 0; value <= static_cast<int>(EditRefusal::NoRoom); ++value) {
            const auto refusal = static_cast<EditRefusal>(value);
            QVERIFY(!word(refusal).isEmpty());
            QCOMPARE(editRefusalFromWord(word(refusal)), refusal);
        }
        QCOMPARE(editRefusalFromWord(u"other"), std::nullopt);
    }
};

LECTERN_TEST_CLASS(BlockEditTest)
#include "blockedit_test.moc"
