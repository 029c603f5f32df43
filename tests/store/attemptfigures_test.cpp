// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptrows.h"
#include "attemptstore.h"
#include "history.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;

/// What is told of all attempts at once against what each one tells when it is sat down to.
class AttemptFiguresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreeWithTheAttemptsThemselves_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void agreeWithTheAttemptsThemselves()
    {
        QFETCH(quint64, seed);
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        test::History history;
        history.seed = seed;
        const Outcome written = test::write(*profile, history);
        QVERIFY2(written.ok(), qPrintable(written ? QString() : written.error().detail));
        const AttemptStore store(*profile);
        QHash<QString, ItemKey> keys;
        QHash<QString, ItemTag> tags;
        for (const Item &item : test::itemsOf(history)) {
            keys.insert(item.id, keyOf(item));
            tags.insert(item.id, tagOf(item));
        }

        QList<AnswerRecord> answers;
        QHash<QString, ItemPast> pasts;
        QList<AttemptStore::Ending> endings;
        QHash<QString, int> exposures;
        QHash<QString, qint64> lastSeen;
        QList<AttemptId> unfinished;
        const auto ids = attemptIds(profile.database());
        QVERIFY(ids.ok());
        QCOMPARE(ids->size(), history.attempts);
        for (const qint64 id : *ids) {
            const auto loaded = store.load(AttemptId{id});
            QVERIFY2(loaded.ok(), qPrintable(loaded ? QString() : loaded.error().detail));
            tell(*loaded, keys, tags, exposures, lastSeen, answers);
            if (loaded->finished())
                endings.prepend(ending(*loaded, keys));
            else
                unfinished.prepend(AttemptId{id});
            const auto summary = store.summary(AttemptId{id});
            QCOMPARE(summary->blueprint, loaded->setup().blueprint);
            QCOMPARE(summary->startedUtcMs, loaded->events().first().at.utcMs);
            QCOMPARE(summary->questions, loaded->size());
        }
        std::stable_sort(answers.begin(), answers.end(),
            [](const AnswerRecord &a, const AnswerRecord &b) { return a.utcMs < b.utcMs; });
        QVERIFY(answers.size() > 100);
        QCOMPARE(*store.answers(test::samplePack), answers);
        QCOMPARE(*store.answers(test::samplePack), answers); // from what was kept
        QCOMPARE(*store.exposures(test::samplePack), exposures);
        QCOMPARE(*store.unfinished(), unfinished);
        const auto first = AttemptStore(*profile).firstAnswers(test::samplePack);
        answers.removeIf([](const AnswerRecord &answer) { return answer.exposuresBefore > 0; });
        QCOMPARE(*first, answers);

        const auto results = store.results(test::samplePack);
        QCOMPARE(results->size(), endings.size());
        for (qsizetype i = 0; i < endings.size(); ++i) {
            const auto &found = results->at(i);
            const auto &expected = endings.at(i);
            QCOMPARE(found.id, expected.id);
            QCOMPARE(found.mode, expected.mode);
            QCOMPARE(found.criteria, expected.criteria);
            QCOMPARE(found.startedUtcMs, expected.startedUtcMs);
            QCOMPARE(found.right, expected.right);
            QCOMPARE(found.total, expected.total);
            QCOMPARE(found.usedMs, expected.usedMs);
            QCOMPARE(found.timePercent, expected.timePercent);
            QCOMPARE(found.sealed, expected.sealed);
            QCOMPARE(found.abandoned, expected.abandoned);
            QVERIFY(!found.damaged);
        }
    }

    void pastsTellOfTheLastAnswer()
    {
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        test::History history;
        history.seed = 99;
        QVERIFY(test::write(*profile, history).ok());
        const AttemptStore store(*profile);
        const auto pasts = store.pasts(test::samplePack);
        QVERIFY(pasts.ok());
        QHash<QString, AnswerRecord> last;
        const auto answers = store.answers(test::samplePack);
        for (const AnswerRecord &answer : *answers)
            last.insert(answer.item, answer);
        QHash<QString, int> ago;
        int attempts = 0;
        const auto ids = attemptIds(profile.database());
        for (auto id = ids->crbegin(); id != ids->crend(); ++id) {
            const auto attempt = store.load(AttemptId{*id});
            ++attempts;
            for (int position = 0; position < attempt->size(); ++position) {
                const QString item = attempt->setup().items.at(position).item;
                if (attempt->at(position).seen && !ago.contains(item))
                    ago.insert(item, attempts);
            }
        }
        const auto exposures = store.exposures(test::samplePack);
        QCOMPARE(pasts->size(), exposures->size());
        for (auto past = pasts->cbegin(); past != pasts->cend(); ++past) {
            QCOMPARE(past->shown, exposures->value(past.key()));
            QCOMPARE(past->attemptsAgo, ago.value(past.key()));
            QCOMPARE(past->answered, last.contains(past.key()));
            const AnswerRecord answer = last.value(past.key());
            QCOMPARE(past->right, answer.right);
            QCOMPARE(past->unsure, answer.unsure);
            QCOMPARE(past->dwellMs, answer.dwellMs);
        }
    }

    void whatEndsLaterIsTold()
    {
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        QVERIFY(test::write(*profile, {1, 4, 8, 0, 5}).ok());
        AttemptStore store(*profile);
        const qsizetype before = store.results(test::samplePack)->size();
        const auto setup = test::sampleSetup(test::sampleItems(2), QStringLiteral("later"));
        const auto id = store.create(setup, test::entry(0, EventKind::Started));
        QVERIFY(id.ok());
        QVERIFY(store.append(*id, test::entry(1, EventKind::Shown, 0)).ok());
        QCOMPARE(store.results(test::samplePack)->size(), before);
        QCOMPARE(store.pasts(test::samplePack)->value(QStringLiteral("q0")).attemptsAgo, 1);
        QVERIFY(store.append(*id, test::entry(2, EventKind::Answered, 0, {QStringLiteral("b")})).ok());
        QVERIFY(store.append(*id, test::entry(3, EventKind::Submitted)).ok());
        QCOMPARE(store.results(test::samplePack)->size(), before + 1);
        QCOMPARE(store.results(test::samplePack)->first().right, 1);
        QCOMPARE(store.results(test::samplePack)->first().total, 2);
        QVERIFY(store.pasts(test::samplePack)->value(QStringLiteral("q0")).right);
    }

private:
    static void tell(const Attempt &attempt, const QHash<QString, ItemKey> &keys, const QHash<QString, ItemTag> &tags,
        QHash<QString, int> &exposures, QHash<QString, qint64> &lastSeen, QList<AnswerRecord> &answers)
    {
        for (int position = 0; position < attempt.size(); ++position) {
            const PositionState &state = attempt.at(position);
            const FormItem &seat = attempt.setup().items.at(position);
            if (!state.seen)
                continue;
            AnswerRecord record;
            record.exposuresBefore = exposures[seat.item]++;
            if (lastSeen.contains(seat.item))
                record.lastSeenUtcMs = lastSeen.value(seat.item);
            const auto shown =
                std::find_if(attempt.events().cbegin(), attempt.events().cend(), [position](const AttemptEvent &event) {
                    return event.kind == EventKind::Shown && event.position == position;
                });
            lastSeen.insert(seat.item, shown->at.utcMs);
            if (!attempt.finished() || (attempt.abandoned() && state.choice.isEmpty()))
                continue;
            record.item = seat.item;
            record.topic = QStringLiteral("d1.1");
            record.objective = QStringLiteral("S1.1");
            for (const AttemptEvent &event : attempt.events()) {
                const bool here = event.position == position;
                if (here && (event.kind == EventKind::Answered || (event.kind == EventKind::Shown && !record.utcMs)))
                    record.utcMs = event.at.utcMs;
            }
            record.attempt = attempt.setup().id;
            record.right = isRight(keys.value(seat.item), state.choice);
            record.mode = attempt.setup().mode;
            record.type = keys.value(seat.item).type;
            record.blank = state.choice.isEmpty();
            record.unsure = state.unsure || state.certainty == Certainty::Unsure || state.certainty == Certainty::Guess;
            record.dwellMs = state.dwellMs;
            record.sealed = !seat.reserve.isEmpty();
            record.standsFor = seat.standsFor;
            record.difficulty = tags.value(seat.item).difficulty;
            record.options = int(tags.value(seat.item).optionIds.size());
            record.keys = int(keys.value(seat.item).ids.size());
            record.feedback = state.revealed || record.mode == AttemptMode::Study;
            answers.append(record);
        }
    }

    static AttemptStore::Ending ending(const Attempt &attempt, const QHash<QString, ItemKey> &keys)
    {
        AttemptStore::Ending ending;
        ending.id = attempt.setup().id;
        ending.mode = attempt.setup().mode;
        ending.criteria = attempt.setup().criteria;
        ending.startedUtcMs = attempt.events().first().at.utcMs;
        ending.usedMs = attempt.clock(attempt.events().last().at).usedMs;
        ending.timePercent = attempt.setup().rules.timePercent;
        ending.abandoned = attempt.abandoned();
        ending.sealed = attempt.setup().mode == AttemptMode::Rehearsal;
        for (int position = 0; position < attempt.size(); ++position) {
            const FormItem &seat = attempt.setup().items.at(position);
            if (!seat.scored)
                continue;
            ending.sealed = ending.sealed && !seat.reserve.isEmpty();
            ++ending.total;
            ending.right += isRight(keys.value(seat.item), attempt.at(position).choice) ? 1 : 0;
        }
        return ending;
    }
};

LECTERN_TEST_CLASS(AttemptFiguresTest)
#include "attemptfigures_test.moc"
