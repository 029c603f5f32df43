// SPDX-License-Identifier: GPL-3.0-or-later
#include "comeback.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <map>

using namespace lectern;

namespace
{

constexpr qint64 dayMs = 24 * 3600 * 1000LL;
const QDate first(2026, 11, 2);

QDate dayOf(qint64 utcMs)
{
    return first.addDays(utcMs / dayMs);
}

AnswerRecord answer(const QString &item, int day, bool right, const QString &standsFor = {})
{
    AnswerRecord record;
    record.item = item;
    record.utcMs = day * dayMs + 20 * 3600 * 1000;
    record.right = right;
    record.standsFor = standsFor;
    return record;
}

const QString q = QStringLiteral("q");

/// The days, counted from the first, on which a missed q that is answered right whenever it is due comes back.
QList<int> returns(QList<AnswerRecord> answers)
{
    QList<int> days;
    for (QList<Comeback> waiting = comebacks(answers, dayOf); !waiting.isEmpty(); waiting = comebacks(answers, dayOf)) {
        if (waiting.size() != 1 || waiting.constFirst().item != q)
            qFatal("another item is waiting");
        days.append(static_cast<int>(first.daysTo(waiting.constFirst().due)));
        answers.append(answer(q, days.constLast(), true));
    }
    return days;
}

ItemTag tag(const QString &id, const QString &topic, const QString &objective)
{
    ItemTag made;
    made.id = id;
    made.revision = u'r' + id;
    made.topic = topic;
    made.objective = objective;
    made.optionIds = QStringList{QStringLiteral("o1"), QStringLiteral("o2"), QStringLiteral("o3")};
    return made;
}

/// A bank where the items of a topic are siblings but for one in three.
QList<ItemTag> family(int perTopic)
{
    QList<ItemTag> bank = test::sampleBank(test::sampleCertification(), perTopic);
    for (int i = 0; i < bank.size(); ++i) {
        if (i % 3 > 0)
            bank[i].objective = enrichmentObjective;
    }
    return bank;
}

const QString topic = QStringLiteral("d1.1");
const QString objective = QStringLiteral("outline/S1.1");

/// The missed q and its sibling s, q shown once.
struct Pair {
    QList<ItemTag> bank{tag(q, topic, objective), tag(QStringLiteral("s"), topic, objective)};
    FormRequest request;
    Blueprint blueprint = test::sampleCertification().blueprints.constFirst();

    Pair()
    {
        request.questions = 10;
        request.exposures.insert(q, 1);
    }
    Result<QList<FormItem>> draw(const QStringList &missed = {q}) const
    {
        QList<Comeback> due;
        for (const QString &item : missed)
            due.append({item, 0, first});
        return drawComebacks(due, bank, blueprint, request);
    }
    /// "s for q", "q", or "-" for no form.
    QString drawn() const
    {
        const auto form = draw();
        if (!form)
            return QStringLiteral("-");
        const FormItem &seat = form->constFirst();
        return seat.standsFor.isEmpty() ? seat.item : seat.item + QStringLiteral(" for ") + seat.standsFor;
    }
};

} // namespace

class ComebackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterOneThreeSevenSixteenDays();
    void wrongStartsAgain();
    void earlyRightChangesNothing();
    void lateRightCountsFromItsDay();
    void neverMissedNeverComes();
    void aSiblingAnswersForIt();
    void byDueDayThenItem();
    void manyRandomLogs();
    void siblingFirst();
    void siblingsOfManyKinds();
    void neverSealed();
    void enemiesAndEachOnce();
    void asManyAsWanted();
    void theSeedAloneDecides();
};

void ComebackTest::afterOneThreeSevenSixteenDays()
{
    QCOMPARE(returns({answer(q, 0, false)}), (QList<int>{1, 4, 11, 27}));
    QCOMPARE(returns({answer(q, 5, true), answer(q, 10, false)}), (QList<int>{11, 14, 21, 37}));
    // Day by day: what is waiting, and for when.
    QList<AnswerRecord> log{answer(q, 0, false)};
    const std::map<int, std::pair<int, int>> steps{{1, {1, 4}}, {4, {2, 11}}, {11, {3, 27}}};
    std::pair expected(0, 1);
    for (int day = 0; day < 27; ++day) {
        const QList<Comeback> waiting = comebacks(log, dayOf);
        QCOMPARE(waiting, (QList<Comeback>{{q, expected.first, first.addDays(expected.second)}}));
        if (const auto step = steps.find(day); step != steps.end()) {
            log.append(answer(q, day, true));
            expected = step->second;
        }
    }
    log.append(answer(q, 27, true));
    QVERIFY(comebacks(log, dayOf).isEmpty());
}

void ComebackTest::wrongStartsAgain()
{
    QList<AnswerRecord> log{answer(q, 0, false)};
    QList<int> rights{1, 4, 11};
    for (int known = 0; known <= 3; ++known) {
        QList<AnswerRecord> some = log;
        for (int i = 0; i < known; ++i)
            some.append(answer(q, rights[i], true));
        // On its day, before it and after it.
        for (const int day : {12, 27, 40}) {
            QList<AnswerRecord> wrong = some;
            wrong.append(answer(q, day, false));
            QCOMPARE(returns(wrong), (QList<int>{day + 1, day + 4, day + 11, day + 27}));
        }
    }
    // After the last right one it is done, until it is missed again.
    for (const int day : {1, 4, 11, 27})
        log.append(answer(q, day, true));
    QVERIFY(comebacks(log, dayOf).isEmpty());
    log.append(answer(q, 90, true));
    QVERIFY(comebacks(log, dayOf).isEmpty());
    log.append(answer(q, 91, false));
    QCOMPARE(returns(log), (QList<int>{92, 95, 102, 118}));
}

void ComebackTest::earlyRightChangesNothing()
{
    QCOMPARE(returns({answer(q, 0, false), answer(q, 0, true)}), (QList<int>{1, 4, 11, 27}));
    QList<AnswerRecord> log{answer(q, 0, false), answer(q, 1, true)};
    for (const int day : {1, 2, 3})
        log.append(answer(q, day, true));
    QCOMPARE(returns(log), (QList<int>{4, 11, 27}));
}

void ComebackTest::lateRightCountsFromItsDay()
{
    QCOMPARE(returns({answer(q, 0, false), answer(q, 9, true)}), (QList<int>{12, 19, 35}));
}

void ComebackTest::neverMissedNeverComes()
{
    QVERIFY(comebacks({}, dayOf).isEmpty());
    QVERIFY(comebacks({answer(q, 0, true), answer(q, 30, true)}, dayOf).isEmpty());
}

void ComebackTest::aSiblingAnswersForIt()
{
    const QString s = QStringLiteral("s");
    QList<AnswerRecord> log{answer(q, 0, false), answer(s, 1, true, q)};
    QCOMPARE(returns(log), (QList<int>{4, 11, 27}));
    // A sibling that is wrong sends q back; it is not waiting itself.
    log.append(answer(s, 4, false, q));
    QCOMPARE(returns(log), (QList<int>{5, 8, 15, 31}));
    // Asked for itself it says nothing of q.
    log.append(answer(s, 5, true));
    QCOMPARE(returns(log), (QList<int>{5, 8, 15, 31}));
    log.append(answer(s, 5, false));
    QCOMPARE(comebacks(log, dayOf).size(), 2);
}

void ComebackTest::byDueDayThenItem()
{
    const auto id = [](int i) { return QStringLiteral("q%1").arg(i); };
    const QList<Comeback> waiting =
        comebacks({answer(id(3), 0, false), answer(id(2), 0, false), answer(id(1), 1, false), answer(id(0), 2, false),
                      answer(id(2), 1, true)},
            dayOf);
    const QList<Comeback> expected{{id(3), 0, first.addDays(1)}, {id(1), 0, first.addDays(2)},
        {id(0), 0, first.addDays(3)}, {id(2), 1, first.addDays(4)}};
    QCOMPARE(waiting, expected);
}

/// Another way to say it: only what came after the last wrong answer counts, and of that one right answer for each day
/// that had come.
void ComebackTest::manyRandomLogs()
{
    Random random(16);
    for (int round = 0; round < 1000; ++round) {
        QList<AnswerRecord> log;
        int day = 0;
        for (int i = random.below(60); i > 0; --i) {
            day += random.below(4);
            const QString item = QStringLiteral("q%1").arg(random.below(5));
            const QString other = QStringLiteral("q%1").arg(random.below(5));
            log.append(answer(item, day, random.below(4) > 0, random.below(4) == 0 ? other : QString()));
        }
        std::map<QString, Comeback> expected;
        for (int i = 0; i < 5; ++i) {
            const QString item = QStringLiteral("q%1").arg(i);
            QList<std::pair<int, bool>> own;
            for (const AnswerRecord &record : std::as_const(log)) {
                if ((record.standsFor.isEmpty() ? record.item : record.standsFor) == item)
                    own.append({static_cast<int>(record.utcMs / dayMs), record.right});
            }
            while (!own.isEmpty() && std::any_of(own.cbegin() + 1, own.cend(), [](auto one) { return !one.second; }))
                own.removeFirst();
            while (!own.isEmpty() && own.constFirst().second)
                own.removeFirst();
            if (own.isEmpty())
                continue;
            int due = own.takeFirst().first + 1;
            QList<int> waits{3, 7, 16};
            bool done = false;
            for (const auto &[at, right] : std::as_const(own)) {
                if (at < due || done)
                    continue;
                done = waits.isEmpty();
                due = done ? due : at + waits.takeFirst();
            }
            if (!done)
                expected[item] = {item, static_cast<int>(3 - waits.size()), first.addDays(due)};
        }
        const QList<Comeback> waiting = comebacks(log, dayOf);
        QCOMPARE(size_t(waiting.size()), expected.size());
        for (const Comeback &one : waiting)
            QCOMPARE(one, expected.at(one.item));
    }
}

void ComebackTest::siblingFirst()
{
    const QString s = QStringLiteral("s");
    Pair pair;
    QCOMPARE(pair.drawn(), QStringLiteral("s for q"));
    pair.request.exposures.insert(s, 1); // as often: then the question itself
    QCOMPARE(pair.drawn(), q);
    pair.request.exposures.insert(s, 2);
    QCOMPARE(pair.drawn(), q);
    pair.request.exposures.insert(q, 3);
    QCOMPARE(pair.drawn(), QStringLiteral("s for q"));
    // Of several siblings the least shown.
    pair.bank.append(tag(QStringLiteral("new"), topic, objective));
    for (pair.request.seed = 0; pair.request.seed < 20; ++pair.request.seed)
        QCOMPARE(pair.drawn(), QStringLiteral("new for q"));
}

void ComebackTest::siblingsOfManyKinds()
{
    const auto with = [](const std::function<void(Pair &)> &change) {
        Pair pair;
        change(pair);
        return pair.drawn();
    };
    QCOMPARE(with([](Pair &p) { p.bank[1].topic = QStringLiteral("d1.2"); }), q);
    QCOMPARE(with([](Pair &p) { p.bank[1].objective = QStringLiteral("outline/S1.2"); }), q);
    QCOMPARE(with([](Pair &p) { p.bank[1].objective = enrichmentObjective; }), q);
    QCOMPARE(with([](Pair &p) { p.bank[0].objective = p.bank[1].objective = enrichmentObjective; }),
        QStringLiteral("s for q"));
    QCOMPARE(with([](Pair &p) { p.bank[1].type = ItemType::Multiple; }), q);
    QCOMPARE(with([](Pair &p) { p.bank[0].type = p.bank[1].type = ItemType::Multiple; }), QStringLiteral("s for q"));
    QCOMPARE(with([](Pair &p) { p.bank[1].caseId = QStringLiteral("case"); }), q);
    // What cannot be asked does not come back.
    QCOMPARE(with([](Pair &p) { p.bank[0].type = ItemType::Ordering; }), QStringLiteral("-"));
    QCOMPARE(with([](Pair &p) { p.bank[0].caseId = QStringLiteral("case"); }), QStringLiteral("-"));
    QCOMPARE(with([](Pair &p) { p.bank.removeFirst(); }), QStringLiteral("-"));
}

void ComebackTest::neverSealed()
{
    const QString s = QStringLiteral("s");
    Pair pair;
    pair.bank[1].reserve = QStringLiteral("R1");
    QCOMPARE(pair.drawn(), q);
    pair.request.unsealed.insert(s);
    QCOMPARE(pair.drawn(), QStringLiteral("s for q"));
    QVERIFY(pair.draw()->constFirst().reserve.isEmpty());
    pair.bank[0].reserve = QStringLiteral("R1");
    pair.request.unsealed.clear();
    QCOMPARE(pair.drawn(), QStringLiteral("-"));
    QCOMPARE(pair.draw().error().code, ErrorCode::NotEnoughItems);

    // Whatever the bank: nothing that is sealed is seated.
    Random random(17);
    int standIns = 0;
    const Certification certification = test::sampleCertification();
    for (int round = 0; round < 200; ++round) {
        QList<ItemTag> bank = family(9);
        FormRequest request;
        request.seed = quint64(round);
        QList<Comeback> due;
        for (ItemTag &one : bank) {
            one.reserve = random.below(2) ? QStringLiteral("R%1").arg(1 + random.below(2)) : QString();
            if (random.below(3) == 0)
                request.unsealed.insert(one.id);
            request.exposures.insert(one.id, random.below(3));
            if (random.below(4) == 0)
                due.append({one.id, random.below(4), first});
        }
        QHash<QString, ItemTag> tags;
        for (const ItemTag &one : std::as_const(bank))
            tags.insert(one.id, one);
        const auto form = drawComebacks(due, bank, certification.blueprints[0], request);
        QVERIFY(form.ok());
        for (const FormItem &seat : *form) {
            const ItemTag &one = tags[seat.item];
            QVERIFY(one.reserve.isEmpty() || request.unsealed.contains(one.id));
            if (seat.standsFor.isEmpty())
                continue;
            ++standIns;
            QCOMPARE(one.topic, tags[seat.standsFor].topic);
            QCOMPARE(one.objective, tags[seat.standsFor].objective);
            QVERIFY(request.exposures.value(one.id) < request.exposures.value(seat.standsFor));
        }
    }
    QVERIFY(standIns > 1000);
}

void ComebackTest::enemiesAndEachOnce()
{
    Random random(18);
    const Certification certification = test::sampleCertification();
    for (int round = 0; round < 200; ++round) {
        QList<ItemTag> bank = family(6);
        FormRequest request;
        request.seed = quint64(round);
        QSet<std::pair<QString, QString>> enemies;
        QList<Comeback> due;
        for (ItemTag &one : bank) {
            request.exposures.insert(one.id, random.below(2));
            const QString other = bank[random.below(static_cast<int>(bank.size()))].id;
            if (random.below(2) == 0 && other != one.id) {
                one.enemies.append(other);
                enemies += {one.id, other};
            }
            if (random.below(3) == 0)
                due.append({one.id, 0, first});
        }
        QSet<QString> asked;
        QSet<QString> stoodFor;
        const auto form = drawComebacks(due, bank, certification.blueprints[0], request);
        for (const FormItem &seat : *form) {
            QVERIFY(!asked.contains(seat.item));
            asked.insert(seat.item);
            const QString missed = seat.standsFor.isEmpty() ? seat.item : seat.standsFor;
            QVERIFY(!stoodFor.contains(missed));
            stoodFor.insert(missed);
            QVERIFY(std::any_of(due.cbegin(), due.cend(), [&](const Comeback &one) { return one.item == missed; }));
        }
        for (const auto &[one, other] : std::as_const(enemies))
            QVERIFY(!asked.contains(one) || !asked.contains(other));
    }
    // An enemy of what sits already gives way to its sibling, even one that is no fresher than needed.
    Pair pair;
    pair.bank.append(tag(QStringLiteral("first"), QStringLiteral("d2.1"), QStringLiteral("outline/S2.1")));
    pair.bank[2].enemies.append(q);
    const QList<FormItem> form = pair.draw({QStringLiteral("first"), q}).value();
    QCOMPARE(form.size(), 2);
    QCOMPARE(form[1].item, QStringLiteral("s"));
    pair.bank.removeAt(1);
    QCOMPARE(pair.draw({QStringLiteral("first"), q})->size(), 1);
}

void ComebackTest::asManyAsWanted()
{
    const Certification certification = test::sampleCertification();
    const QList<ItemTag> bank = test::sampleBank(certification, 4);
    QList<Comeback> due;
    for (int i = 0; i < 40; ++i)
        due.append({bank[i].id, 0, first});
    for (const int questions : {1, 7, 40, 60}) {
        FormRequest request;
        request.questions = questions;
        const QList<FormItem> form = drawComebacks(due, bank, certification.blueprints[0], request).value();
        QCOMPARE(form.size(), std::min(questions, 40));
        // The most pressing first.
        for (int i = 0; i < form.size(); ++i)
            QCOMPARE(form[i].item, due[i].item);
    }
    QVERIFY(!drawComebacks({}, bank, certification.blueprints[0], {}).ok());
}

void ComebackTest::theSeedAloneDecides()
{
    Random random(19);
    const Certification certification = test::sampleCertification();
    QList<ItemTag> bank = family(9);
    QList<Comeback> due;
    FormRequest request;
    for (int i = 0; i < 90; i += 3) {
        due.append({bank[i + 1].id, 0, first});
        request.exposures.insert(bank[i + 1].id, 2);
    }
    QSet<QString> siblings;
    for (request.seed = 0; request.seed < 50; ++request.seed) {
        const QList<FormItem> form = drawComebacks(due, bank, certification.blueprints[0], request).value();
        random.shuffle(bank);
        QCOMPARE(drawComebacks(due, bank, certification.blueprints[0], request).value(), form);
        siblings.insert(form.constFirst().item + form.constLast().item);
    }
    QVERIFY(siblings.size() > 1);
}

LECTERN_TEST_CLASS(ComebackTest)
#include "comeback_test.moc"
