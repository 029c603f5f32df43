// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis.h"

#include "fixtures.h"
#include "runall.h"

#include <initializer_list>

using namespace lectern;
using test::at;

namespace
{

constexpr qint64 second = 1000;
const QString right = QStringLiteral("a");
const QString wrong = QStringLiteral("b");
const QString alsoWrong = QStringLiteral("c");

/// An attempt whose key is "a" everywhere, and what was done in it, by seconds since its start.
class Sitting
{
public:
    explicit Sitting(int size, const QList<int> &unscored = {})
    {
        AttemptSetup setup = test::sampleSetup(size);
        setup.rules.certainty = true;
        for (const int position : unscored)
            setup.items[position].scored = false;
        for (const FormItem &seat : std::as_const(setup.items))
            m_keys.insert(seat.item, {ItemType::Single, {right}});
        m_attempt = Attempt::fold(setup, {}).value();
        take(m_attempt.started(at(0)));
    }

    void show(int position, qint64 seconds) { take(m_attempt.shown(position, at(seconds * second))); }
    void answer(int position, const QString &option, qint64 seconds)
    {
        take(m_attempt.answered(
            position, option.isEmpty() ? QStringList() : QStringList{option}, at(seconds * second), ItemType::Single));
    }
    void rate(int position, Certainty certainty, qint64 seconds)
    {
        take(m_attempt.rated(position, certainty, at(seconds * second)));
    }
    void pause(qint64 from, qint64 to)
    {
        take(m_attempt.pausedAt(at(from * second)));
        take(m_attempt.continuedAt(at(to * second)));
    }
    void submit(qint64 seconds) { take(m_attempt.submitted(at(seconds * second))); }

    const Attempt &attempt() const { return m_attempt; }
    Analysis analysis(const QHash<QString, ItemTag> &tags = {}, const QSet<QString> &disputed = {}) const
    {
        ScoreOptions options;
        options.excluded = disputed;
        return analyse(
            m_attempt, score(m_attempt, test::sampleCertification().blueprints.constFirst(), m_keys, options), tags);
    }

private:
    void take(const Result<AttemptEvent> &event)
    {
        if (!event || !m_attempt.apply(*event))
            qFatal("an attempt that refuses what a test does");
    }

    Attempt m_attempt;
    ItemKeys m_keys;
};

QList<std::pair<qint64, int>> points(const Analysis &analysis)
{
    QList<std::pair<qint64, int>> all;
    for (const Analysis::Pace &pace : analysis.pace)
        all.append({pace.usedMs / second, pace.answered});
    return all;
}

/// "1: 3 of 5" for each.
QStringList lines(const QList<Analysis::Count> &counts)
{
    QStringList all;
    for (const Analysis::Count &count : counts)
        all.append(QStringLiteral("%1: %2 of %3").arg(count.id).arg(count.right).arg(count.total));
    return all;
}

ItemTag tagFor(const QString &topic, const QString &objective)
{
    ItemTag tag;
    tag.topic = topic;
    tag.objective = objective;
    return tag;
}

} // namespace

class AnalysisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAttemptWithoutEventsHasOnlyAStart()
    {
        const Attempt attempt = Attempt::fold(test::sampleSetup(3), {}).value();
        const Analysis analysis = analyse(attempt, Score(), {});
        QCOMPARE(points(analysis), (QList<std::pair<qint64, int>>{{0, 0}}));
        QVERIFY(analysis.longestDwells.isEmpty());
        QVERIFY(analysis.certainties.isEmpty());
        QVERIFY(analysis.quarters.isEmpty());
    }

    void thePaceHasAPointForEachChangeOfTheNumber()
    {
        Sitting sitting(3);
        sitting.answer(0, right, 10);
        sitting.answer(0, wrong, 20); // another answer, the same number
        sitting.answer(1, right, 30);
        sitting.answer(1, {}, 40); // taken back
        sitting.answer(2, right, 50);
        sitting.submit(90);
        QCOMPARE(points(sitting.analysis()),
            (QList<std::pair<qint64, int>>{{0, 0}, {10, 1}, {30, 2}, {40, 1}, {50, 2}, {90, 2}}));
    }

    void thePaceEndsWhereTheAttemptDidAndNotTwice()
    {
        Sitting sitting(1);
        sitting.answer(0, right, 10);
        sitting.submit(10);
        QCOMPARE(points(sitting.analysis()), (QList<std::pair<qint64, int>>{{0, 0}, {10, 1}}));
    }

    void aPauseIsNoPartOfThePace()
    {
        Sitting sitting(2);
        sitting.answer(0, right, 10);
        sitting.pause(20, 620);
        sitting.answer(1, right, 630);
        sitting.submit(640);
        QCOMPARE(points(sitting.analysis()), (QList<std::pair<qint64, int>>{{0, 0}, {10, 1}, {30, 2}, {40, 2}}));
    }

    void theLongestDwellsComeFirstAndShortOnesNotAtAll()
    {
        Sitting sitting(4);
        sitting.show(0, 0);
        sitting.show(1, 40);
        sitting.show(2, 140);
        sitting.show(3, 160); // 2 took twenty seconds
        sitting.submit(200);
        QCOMPARE(sitting.analysis().longestDwells, (QList<int>{1, 0, 3}));
    }

    void atMostFiveDwellsAreNamed()
    {
        Sitting sitting(8);
        qint64 seconds = 0;
        for (int position = 0; position < 8; ++position) {
            sitting.show(position, seconds);
            seconds += 31 + position;
        }
        sitting.submit(seconds);
        QCOMPARE(sitting.analysis().longestDwells, (QList<int>{7, 6, 5, 4, 3}));
    }

    void aChangeIsToldFromTheFirstAnswerAndTheLast_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<AnswerChange>("change");
        QTest::newRow("none given") << QStringList{} << AnswerChange::None;
        QTest::newRow("one") << QStringList{wrong} << AnswerChange::None;
        QTest::newRow("right to wrong") << QStringList{right, wrong} << AnswerChange::RightToWrong;
        QTest::newRow("wrong to right") << QStringList{wrong, right} << AnswerChange::WrongToRight;
        QTest::newRow("wrong to wrong") << QStringList{wrong, alsoWrong} << AnswerChange::WrongToWrong;
        QTest::newRow("there and back") << QStringList{right, wrong, right} << AnswerChange::None;
        QTest::newRow("by way of a third") << QStringList{wrong, alsoWrong, right} << AnswerChange::WrongToRight;
        QTest::newRow("taken back") << QStringList{right, {}} << AnswerChange::None;
        QTest::newRow("a blank between") << QStringList{right, {}, wrong} << AnswerChange::RightToWrong;
        QTest::newRow("changed, then blank") << QStringList{wrong, right, {}} << AnswerChange::WrongToRight;
    }
    void aChangeIsToldFromTheFirstAnswerAndTheLast()
    {
        QFETCH(const QStringList, answers);
        QFETCH(const AnswerChange, change);
        Sitting sitting(2);
        qint64 seconds = 1;
        for (const QString &answer : answers) {
            sitting.answer(1, answer, seconds);
            // What is done elsewhere is no change here.
            sitting.answer(0, seconds % 2 ? right : wrong, seconds);
            ++seconds;
        }
        QCOMPARE(answerChange(sitting.attempt(), 1, {ItemType::Single, {right}}), change);
    }

    void twoOfTwoInAnotherOrderAreNoChange()
    {
        Attempt attempt = Attempt::fold(test::sampleSetup(1), {}).value();
        const ItemKey key{ItemType::Multiple, {QStringLiteral("a"), QStringLiteral("c")}};
        QVERIFY(attempt.apply(attempt.started(at(0)).value()).ok());
        QVERIFY(attempt.apply(attempt.answered(0, {QStringLiteral("a"), QStringLiteral("c")}, at(1)).value()).ok());
        QVERIFY(attempt.apply(attempt.answered(0, {QStringLiteral("c"), QStringLiteral("a")}, at(2)).value()).ok());
        QCOMPARE(answerChange(attempt, 0, key), AnswerChange::None);
        QVERIFY(attempt.apply(attempt.answered(0, {QStringLiteral("a")}, at(3)).value()).ok());
        QCOMPARE(answerChange(attempt, 0, key), AnswerChange::RightToWrong);
    }

    void changesAreCountedByKind()
    {
        Sitting sitting(4);
        const QList<std::pair<QString, QString>> changes{
            {right, wrong}, {wrong, right}, {wrong, right}, {wrong, alsoWrong}};
        for (int position = 0; position < 4; ++position) {
            sitting.answer(position, changes.at(position).first, 10 * position);
            sitting.answer(position, changes.at(position).second, 10 * position + 5);
        }
        sitting.submit(100);
        const Analysis analysis = sitting.analysis();
        QCOMPARE(analysis.rightToWrong, 1);
        QCOMPARE(analysis.wrongToRight, 2);
        QCOMPARE(analysis.wrongToWrong, 1);
    }

    void certaintyStandsAgainstTheResult()
    {
        Sitting sitting(7);
        const auto give = [&](int position, const QString &option, Certainty certainty) {
            sitting.show(position, position);
            if (!option.isEmpty())
                sitting.answer(position, option, position);
            if (certainty != Certainty::None)
                sitting.rate(position, certainty, position);
        };
        give(0, wrong, Certainty::Sure);
        give(1, right, Certainty::Sure);
        give(2, right, Certainty::Guess);
        give(3, wrong, Certainty::None); // missing, not sure
        give(4, {}, Certainty::Sure);    // no answer to be sure of
        give(5, wrong, Certainty::Sure);
        give(6, {}, Certainty::None);
        sitting.submit(60);
        const Analysis analysis = sitting.analysis();
        QCOMPARE(analysis.confidentWrong, (QList<int>{0, 5}));
        QCOMPARE(analysis.certainties.size(), 3);
        const auto row = [&](int index) { return analysis.certainties.at(index); };
        QCOMPARE(row(0).certainty, Certainty::Sure);
        QCOMPARE(row(0).right, 1);
        QCOMPARE(row(0).wrong, 2);
        QCOMPARE(row(1).certainty, Certainty::Guess);
        QCOMPARE(row(1).right, 1);
        QCOMPARE(row(1).wrong, 0);
        QCOMPARE(row(2).certainty, Certainty::None);
        QCOMPARE(row(2).right, 0);
        QCOMPARE(row(2).wrong, 1);
    }

    void withoutARatingNothingIsSaidOfCertainty()
    {
        Sitting sitting(2);
        sitting.answer(0, wrong, 1);
        sitting.answer(1, right, 2);
        sitting.submit(3);
        QVERIFY(sitting.analysis().certainties.isEmpty());
        QVERIFY(sitting.analysis().confidentWrong.isEmpty());
    }

    void whatDoesNotCountIsInNoCount()
    {
        Sitting sitting(3, {0});
        for (int position = 0; position < 3; ++position) {
            sitting.answer(position, right, 10 * position + 1);
            sitting.answer(position, wrong, 10 * position + 2);
            sitting.rate(position, Certainty::Sure, 10 * position + 3);
        }
        sitting.submit(60);
        QHash<QString, ItemTag> tags;
        for (int i = 0; i < 3; ++i)
            tags.insert(QStringLiteral("q%1").arg(i), tagFor(QStringLiteral("d1.1"), QStringLiteral("O1")));
        QCOMPARE(sitting.analysis(tags).rightToWrong, 2);
        QCOMPARE(sitting.analysis(tags).confidentWrong, (QList<int>{1, 2}));
        const Analysis disputed = sitting.analysis(tags, {QStringLiteral("q2")});
        QCOMPARE(disputed.rightToWrong, 1);
        QCOMPARE(disputed.confidentWrong, QList<int>{1});
        QCOMPARE(lines(disputed.topics), QStringList{QStringLiteral("d1.1: 0 of 1")});
        // How it was worked through is the same, whatever counts.
        QCOMPARE(points(disputed), points(sitting.analysis(tags)));
    }

    void topicsAndObjectivesAreInOrderAndNeedATag()
    {
        Sitting sitting(5);
        for (const int position : {0, 1, 3})
            sitting.answer(position, right, position + 1);
        sitting.submit(60);
        const QHash<QString, ItemTag> tags{
            {QStringLiteral("q0"), tagFor(QStringLiteral("d2.1"), QStringLiteral("O2"))},
            {QStringLiteral("q1"), tagFor(QStringLiteral("d1.1"), QStringLiteral("O2"))},
            {QStringLiteral("q2"), tagFor(QStringLiteral("d1.1"), QStringLiteral("O1"))},
            {QStringLiteral("q3"), tagFor(QStringLiteral("d2.1"), {})},
        };
        const Analysis analysis = sitting.analysis(tags);
        QCOMPARE(lines(analysis.topics), (QStringList{QStringLiteral("d1.1: 1 of 2"), QStringLiteral("d2.1: 2 of 2")}));
        QCOMPARE(lines(analysis.objectives), (QStringList{QStringLiteral("O1: 0 of 1"), QStringLiteral("O2: 2 of 2")}));
    }

    void quartersFollowTheOrderFromTwentyOn()
    {
        const auto quarters = [](int size, int rightUntil, const QList<int> &unscored) {
            Sitting sitting(size, unscored);
            for (int position = 0; position < rightUntil; ++position)
                sitting.answer(position, right, position + 1);
            sitting.submit(600);
            return lines(sitting.analysis().quarters);
        };
        QCOMPARE(quarters(19, 19, {}), QStringList());
        QCOMPARE(quarters(20, 20, {3}), QStringList());
        QCOMPARE(quarters(20, 7, {}), (QStringList{QStringLiteral("1: 5 of 5"), QStringLiteral("2: 2 of 5"),
                                          QStringLiteral("3: 0 of 5"), QStringLiteral("4: 0 of 5")}));
        // A rest is spread, and nobody is in two of them.
        QCOMPARE(quarters(22, 22, {}), (QStringList{QStringLiteral("1: 5 of 5"), QStringLiteral("2: 6 of 6"),
                                           QStringLiteral("3: 5 of 5"), QStringLiteral("4: 6 of 6")}));
    }
};

LECTERN_TEST_CLASS(AnalysisTest)
#include "analysis_test.moc"
