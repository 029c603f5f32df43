// SPDX-License-Identifier: GPL-3.0-or-later
#include "score.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <map>

using namespace lectern;
using test::at;

namespace
{

const QStringList sections{QStringLiteral("d1"), QStringLiteral("d2"), QStringLiteral("d4"), QStringLiteral("gone")};

/// The rules read once more, from the log and not from the code under test: the last answer to a position counts, it is
/// right if it is the whole key, a blank is wrong, and what has no key is as if it had not been asked.
struct PlainScore {
    int right = 0;
    int total = 0;
    int answered = 0;
    std::map<QString, std::pair<int, int>> perSection;
};

PlainScore plainScore(const Attempt &attempt, const QHash<QString, QStringList> &keys)
{
    std::map<int, QSet<QString>> last;
    for (const AttemptEvent &event : attempt.events()) {
        if (event.kind == EventKind::Answered)
            last[event.position] = QSet<QString>(event.choice.cbegin(), event.choice.cend());
    }
    PlainScore plain;
    int position = 0;
    for (const FormItem &seat : attempt.setup().items) {
        const QSet<QString> chosen = last[position++];
        if (!keys.contains(seat.item))
            continue;
        const QStringList key = keys.value(seat.item);
        const bool right = chosen.size() > 0 && chosen == QSet<QString>(key.cbegin(), key.cend());
        plain.total += 1;
        plain.answered += chosen.empty() ? 0 : 1;
        plain.right += right ? 1 : 0;
        plain.perSection[seat.section].first += right ? 1 : 0;
        plain.perSection[seat.section].second += 1;
    }
    return plain;
}

Attempt answered(const AttemptSetup &setup, const QList<std::pair<int, QString>> &answers)
{
    Attempt attempt = Attempt::fold(setup, {}).value();
    bool ok = attempt.apply(attempt.started(at(0)).value()).ok();
    for (const auto &[position, option] : answers) {
        const QStringList choice = option.isEmpty() ? QStringList() : QStringList{option};
        ok = ok && attempt.apply(attempt.answered(position, choice, at(1000)).value()).ok();
    }
    if (!ok)
        qFatal("an attempt that refuses its answers");
    return attempt;
}

ItemKeys itemKeys(const QHash<QString, QStringList> &keys)
{
    ItemKeys all;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        all.insert(it.key(), {ItemType::Multiple, *it});
    return all;
}

QHash<QString, QStringList> keysA(int size)
{
    QHash<QString, QStringList> keys;
    for (int i = 0; i < size; ++i)
        keys.insert(QStringLiteral("q%1").arg(i), {QStringLiteral("a")});
    return keys;
}

bool near(double value, double expected, double tolerance = 0.00005)
{
    return qAbs(value - expected) <= tolerance;
}

} // namespace

class ScoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonAgainstPublishedValues_data();
    void wilsonAgainstPublishedValues();
    void wilsonStaysInRangeAndNarrows();
    void agreesWithAPlainScorer();
    void blanksAreWrong();
    void keysAreAllOrNothing();
    void withoutAKeyNothingCounts();
    void intervalFromTwentyOn();
    void whatAReportShowsOfAPosition();
    void usedTimeAndClock();
};

void ScoreTest::wilsonAgainstPublishedValues_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("z");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double z95 = 1.959963984540054;
    QTest::newRow("8 of 10") << 8 << 10 << z95 << 0.4902 << 0.9433;
    QTest::newRow("0 of 10") << 0 << 10 << z95 << 0.0 << 0.2775;
    QTest::newRow("10 of 10") << 10 << 10 << z95 << 0.7225 << 1.0;
    // Newcombe 1998, table I, the score method without continuity correction.
    QTest::newRow("81 of 263") << 81 << 263 << z95 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15 << 148 << z95 << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << 0 << 20 << z95 << 0.0 << 0.1611;
    QTest::newRow("1 of 29") << 1 << 29 << z95 << 0.0061 << 0.1718;
}

void ScoreTest::wilsonAgainstPublishedValues()
{
    QFETCH(int, right);
    QFETCH(int, total);
    QFETCH(double, z);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = wilson(right, total, z);
    QVERIFY2(near(interval.low, low), qPrintable(QString::number(interval.low)));
    QVERIFY2(near(interval.high, high), qPrintable(QString::number(interval.high)));
}

void ScoreTest::wilsonStaysInRangeAndNarrows()
{
    const Interval none = wilson(0, 0);
    QCOMPARE(none.low, 0.0);
    QCOMPARE(none.high, 1.0);
    for (int total = 1; total <= 60; ++total) {
        for (int right = 0; right <= total; ++right) {
            const Interval interval = wilson(right, total);
            const double share = double(right) / total;
            QVERIFY(0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1);
            const Interval larger = wilson(4 * right, 4 * total);
            QVERIFY(larger.high - larger.low < interval.high - interval.low);
            // The level a report uses is 80 %, narrower than 95 %.
            const Interval wide = wilson(right, total, 1.959963984540054);
            QVERIFY(wide.high - wide.low > interval.high - interval.low);
        }
    }
}

void ScoreTest::agreesWithAPlainScorer()
{
    const Certification certification = test::sampleCertification();
    const Blueprint &blueprint = certification.blueprints[0];
    const QString options = QStringLiteral("abcd");
    Random random(2000);
    for (int round = 0; round < 2000; ++round) {
        const int size = random.below(31);
        QList<std::pair<int, QString>> answers;
        const int count = size == 0 ? 0 : random.below(2 * size);
        for (int i = 0; i < count; ++i) {
            const int choice = random.below(5);
            answers.append({random.below(size), choice == 4 ? QString() : QString(options[choice])});
        }
        QHash<QString, QStringList> keys;
        for (int i = 0; i < size; ++i) {
            if (random.below(10) == 0)
                continue;
            QStringList key{QString(options[random.below(4)])};
            if (random.below(10) == 0)
                key = QStringList{QStringLiteral("a"), QStringLiteral("c")};
            keys.insert(QStringLiteral("q%1").arg(i), key);
        }
        const Attempt attempt = answered(test::sampleSetup(size, 120, sections), answers);
        const Score result = score(attempt, blueprint, itemKeys(keys));
        PlainScore plain = plainScore(attempt, keys);
        QCOMPARE(result.right, plain.right);
        QCOMPARE(result.total, plain.total);
        QCOMPARE(result.answered, plain.answered);
        QCOMPARE(result.items.size(), plain.total);
        QCOMPARE(result.sections.size(), blueprint.sections.size());
        for (int i = 0; i < result.sections.size(); ++i) {
            QCOMPARE(result.sections[i].section, blueprint.sections[i].id);
            QCOMPARE(result.sections[i].right, plain.perSection[result.sections[i].section].first);
            QCOMPARE(result.sections[i].total, plain.perSection[result.sections[i].section].second);
        }
    }
}

void ScoreTest::blanksAreWrong()
{
    const Attempt attempt =
        answered(test::sampleSetup(3), {{0, QStringLiteral("a")}, {1, QStringLiteral("a")}, {1, {}}});
    const Score result = score(attempt, Blueprint(), itemKeys(keysA(3)));
    QCOMPARE(result.right, 1);
    QCOMPARE(result.answered, 1);
    QCOMPARE(result.total, 3);
    // Not even where a key is empty, which a checked pack cannot bring.
    QCOMPARE(score(attempt, Blueprint(), {{QStringLiteral("q2"), {}}}).right, 0);
}

void ScoreTest::keysAreAllOrNothing()
{
    Attempt attempt = answered(test::sampleSetup(5), {{0, QStringLiteral("a")}, {1, QStringLiteral("b")}});
    const QStringList both{QStringLiteral("a"), QStringLiteral("b")};
    const auto answer = [&](int position, const QStringList &choice) {
        QVERIFY(attempt.apply(attempt.answered(position, choice, at(2000)).value()).ok());
    };
    answer(2, {QStringLiteral("b"), QStringLiteral("a")});
    answer(3, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    answer(4, {QStringLiteral("a"), QStringLiteral("c")});
    QHash<QString, QStringList> keys;
    for (int i = 0; i < 5; ++i)
        keys.insert(QStringLiteral("q%1").arg(i), both);
    const Score result = score(attempt, Blueprint(), itemKeys(keys));
    QCOMPARE(result.right, 1);
    QVERIFY(result.items[2].right);
    QCOMPARE(result.answered, 5);
}

void ScoreTest::withoutAKeyNothingCounts()
{
    QHash<QString, QStringList> keys = keysA(4);
    keys.remove(QStringLiteral("q1"));
    const Attempt attempt = answered(test::sampleSetup(4), {{0, QStringLiteral("a")}, {1, QStringLiteral("a")}});
    const Score result = score(attempt, Blueprint(), itemKeys(keys));
    QCOMPARE(result.total, 3);
    QCOMPARE(result.right, 1);
    QCOMPARE(result.answered, 1);
    QCOMPARE(result.items.size(), 3);
    QCOMPARE(result.items[1].item, QStringLiteral("q2"));
    QCOMPARE(result.items[1].position, 2);
    QCOMPARE(score(attempt, Blueprint(), {}).total, 0);
}

void ScoreTest::intervalFromTwentyOn()
{
    for (const int size : {0, 1, 19, 20, 21, 60}) {
        const Score result = score(answered(test::sampleSetup(size), {}), Blueprint(), itemKeys(keysA(size)));
        QCOMPARE(result.hasInterval, size >= 20);
        QCOMPARE(result.interval.high, wilson(0, size).high);
    }
    // Items left out do not help it over the line.
    QVERIFY(!score(answered(test::sampleSetup(25), {}), Blueprint(), itemKeys(keysA(19))).hasInterval);
}

void ScoreTest::whatAReportShowsOfAPosition()
{
    Attempt attempt = Attempt::fold(test::sampleSetup(2, 120, {QStringLiteral("d1")}), {}).value();
    const auto take = [&](const Result<AttemptEvent> &event) { QVERIFY(event.ok() && attempt.apply(*event).ok()); };
    take(attempt.started(at(0)));
    take(attempt.shown(1, at(1000)));
    take(attempt.answered(1, {QStringLiteral("c")}, at(3000)));
    take(attempt.answered(1, {QStringLiteral("b")}, at(4000)));
    take(attempt.flagged(1, true, at(4500)));
    const Score result = score(attempt, Blueprint(), itemKeys({{QStringLiteral("q1"), {QStringLiteral("b")}}}));
    QCOMPARE(result.items.size(), 1);
    const ItemOutcome &outcome = result.items[0];
    QCOMPARE(outcome.position, 1);
    QCOMPARE(outcome.item, QStringLiteral("q1"));
    QCOMPARE(outcome.section, QStringLiteral("d1"));
    QCOMPARE(outcome.chosen, QStringList{QStringLiteral("b")});
    QCOMPARE(outcome.key, QStringList{QStringLiteral("b")});
    QVERIFY(outcome.right);
    QVERIFY(outcome.flagged);
    QCOMPARE(outcome.answerChanges, 1);
    QCOMPARE(outcome.dwellMs, 3500);
}

void ScoreTest::usedTimeAndClock()
{
    Attempt attempt = answered(test::sampleSetup(1, 2), {});
    QVERIFY(attempt.apply(attempt.submitted(at(50'000)).value()).ok());
    Score result = score(attempt, Blueprint(), itemKeys(keysA(1)));
    QCOMPARE(result.usedMs, 50'000);
    QVERIFY(result.clockVerified);
    QVERIFY(!result.timedOut);

    attempt = answered(test::sampleSetup(1, 2), {});
    QVERIFY(attempt.apply(attempt.timedOutAt(at(500'000, QStringLiteral("another"))).value()).ok());
    result = score(attempt, Blueprint(), itemKeys(keysA(1)));
    QCOMPARE(result.usedMs, 120'000);
    QVERIFY(!result.clockVerified);
    QVERIFY(result.timedOut);
}

LECTERN_TEST_CLASS(ScoreTest)
#include "score_test.moc"
