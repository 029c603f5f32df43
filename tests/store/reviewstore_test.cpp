// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"
#include "changelog.h"
#include "disputestore.h"
#include "missstore.h"
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::entry;

/// What the learner makes of a question afterwards: misses and disputes.
class ReviewStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_misses = std::make_unique<MissStore>(**m_profile, *m_changes);
        m_disputes = std::make_unique<DisputeStore>(**m_profile, *m_changes);
        m_items = test::sampleItems(3);
        QVERIFY(install().ok());
    }

    void aMissIsKeptAndUndone()
    {
        const Miss miss{test::samplePack, QStringLiteral("q0"), ErrorType::Reasoning, QStringLiteral("Read twice."),
            false, test::sampleNow};
        QVERIFY(set(miss).ok());
        QCOMPARE(*m_misses->misses(test::samplePack), (QHash<QString, Miss>{{QStringLiteral("q0"), miss}}));
        QVERIFY(m_misses->misses(QStringLiteral("other"))->isEmpty());
        Miss later = miss;
        later.error = std::nullopt;
        later.utcMs += 5;
        QVERIFY(set(later).ok());
        QCOMPARE(m_misses->misses(test::samplePack)->value(QStringLiteral("q0")), later);
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(m_misses->misses(test::samplePack)->value(QStringLiteral("q0")), miss);
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_misses->misses(test::samplePack)->isEmpty());
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(m_misses->misses(test::samplePack)->value(QStringLiteral("q0")), miss);
    }

    void aQueuedSiblingKeepsItsDay()
    {
        Miss miss{test::samplePack, QStringLiteral("q1"), {}, {}, true, test::sampleNow};
        QVERIFY(set(miss).ok());
        miss.rule = QStringLiteral("Later thought");
        miss.utcMs += 86400000;
        QVERIFY(set(miss).ok());
        using Queued = QList<std::pair<QString, qint64>>;
        QCOMPARE(*m_misses->queuedSiblings(test::samplePack), (Queued{{QStringLiteral("q1"), test::sampleNow}}));
        QVERIFY(m_misses->misses(test::samplePack)->value(QStringLiteral("q1")).siblingQueued);
        QVERIFY(set({test::samplePack, QStringLiteral("q0"), {}, {}, true, test::sampleNow - 1}).ok());
        QCOMPARE(m_misses->queuedSiblings(test::samplePack)->first().first, QStringLiteral("q0"));
        miss.siblingQueued = false;
        QVERIFY(set(miss).ok());
        QCOMPARE(m_misses->queuedSiblings(test::samplePack)->size(), 1);
        miss.siblingQueued = true; // asked for again: from now on
        QVERIFY(set(miss).ok());
        QCOMPARE(m_misses->queuedSiblings(test::samplePack)->last().second, miss.utcMs);
    }

    void aMissThatSaysNothingIsForgotten()
    {
        QVERIFY(set({test::samplePack, QStringLiteral("q0"), ErrorType::Slip, {}, false, 1}).ok());
        QVERIFY(set({test::samplePack, QStringLiteral("q0"), {}, {}, false, 2}).ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM miss")), 0);
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(m_misses->misses(test::samplePack)->size(), 1);
    }

    void whatCannotBe()
    {
        const Miss tooLong{test::samplePack, QStringLiteral("q0"), {}, QString(longestRule + 1, u'r'), false, 1};
        QCOMPARE(set(tooLong).error().code, ErrorCode::BadInput);
        QCOMPARE(m_misses->set({}).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_disputes->file(dispute(0), 1).error().code, ErrorCode::NotAllowed);
        QCOMPARE(m_disputes->withdraw(test::samplePack, QStringLiteral("q0")).error().code, ErrorCode::NotAllowed);
        QCOMPARE(withdraw(0).error().code, ErrorCode::NotFound);
        QVERIFY(set({test::samplePack, QStringLiteral("q0"), ErrorType::Slip, {}, false, 1}).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE miss SET error_type = 'x'")));
        QCOMPARE(m_misses->misses(test::samplePack).error().code, ErrorCode::ProfileDamaged);
        QVERIFY(file(0).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE dispute SET kind = 'x'")));
        QCOMPARE(m_disputes->disputes(test::samplePack).error().code, ErrorCode::ProfileDamaged);
    }

    void aDisputeIsKeptWithdrawnAndUndone()
    {
        QVERIFY(file(0).ok());
        QVERIFY(m_profile->open().ok());
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_disputes = std::make_unique<DisputeStore>(**m_profile, *m_changes);
        const auto filed = m_disputes->disputes(test::samplePack)->value(QStringLiteral("q0"));
        QCOMPARE(filed.dispute, dispute(0));
        QCOMPARE(filed.filedUtcMs, test::sampleNow);
        QVERIFY(filed.open());
        QVERIFY(withdraw(0).ok());
        QVERIFY(!m_disputes->disputes(test::samplePack)->value(QStringLiteral("q0")).open());
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_disputes->disputes(test::samplePack)->value(QStringLiteral("q0")).open());
        QVERIFY(m_changes->undo().ok());
        QVERIFY(m_disputes->disputes(test::samplePack)->isEmpty());
    }

    void inDisputeNothingCounts()
    {
        sitAll();
        QVERIFY(file(0).ok());
        const AttemptStore store(**m_profile);
        QCOMPARE(answered(store), (QStringList{QStringLiteral("q1"), QStringLiteral("q2")}));
        QCOMPARE(store.firstAnswers(test::samplePack)->size(), 2);
        QCOMPARE(store.results(test::samplePack)->first().total, 2);
        QCOMPARE(store.results(test::samplePack)->first().right, 2);
        QVERIFY(!store.pasts(test::samplePack)->value(QStringLiteral("q0")).answered);
        QCOMPARE(store.pasts(test::samplePack)->value(QStringLiteral("q0")).shown, 1);
        QVERIFY(withdraw(0).ok());
        QCOMPARE(answered(store).size(), 3);
        QCOMPARE(store.results(test::samplePack)->first().total, 3);
    }

    void anotherRevisionSettlesIt()
    {
        sitAll();
        QVERIFY(file(0).ok());
        const AttemptStore store(**m_profile);
        // The author gives in: c was right.
        m_items[0].options[1].key = false;
        m_items[0].options[2].key = true;
        QVERIFY(install().ok());
        const auto filed = m_disputes->disputes(test::samplePack)->value(QStringLiteral("q0"));
        QVERIFY(filed.settled() && !filed.open());
        QCOMPARE(filed.installedRevision, revisionHash(m_items.at(0)));
        QCOMPARE(store.results(test::samplePack)->first().right, 3);
        QCOMPARE(store.results(test::samplePack)->first().total, 3);
        const auto answers = store.answers(test::samplePack);
        for (const AnswerRecord &answer : *answers)
            QVERIFY(answer.right);
        // Nobody objected to this one: it is scored as it was asked.
        m_items[1].options[1].key = false;
        m_items[1].options[2].key = true;
        QVERIFY(install().ok());
        QCOMPARE(store.results(test::samplePack)->first().right, 3);
        // Withdrawn, the first is as well.
        QVERIFY(withdraw(0).ok());
        QCOMPARE(store.results(test::samplePack)->first().right, 2);
    }

private:
    Outcome install()
    {
        return PackStore(**m_profile).install(test::sampleCertification(), m_items, QStringLiteral("h"), 1);
    }
    Outcome change(const std::function<Outcome()> &write)
    {
        return m_changes->perform(QStringLiteral("Change"), test::sampleNow, write);
    }
    Outcome set(const Miss &miss)
    {
        return change([&] { return m_misses->set(miss); });
    }
    Outcome file(int item)
    {
        return change([&] { return m_disputes->file(dispute(item), test::sampleNow); });
    }
    Outcome withdraw(int item)
    {
        return change([&] { return m_disputes->withdraw(test::samplePack, m_items.at(item).id); });
    }
    Dispute dispute(int item)
    {
        const Item asked = test::sampleItem(m_items.at(item).id);
        return {test::samplePack, QStringLiteral("1.0"), asked.id, revisionHash(asked), DisputeKind::SecondAnswer,
            QStringLiteral("c"), QStringLiteral("See the manual."), QStringLiteral("https://example.org"),
            QDate(2026, 3, 2), QStringLiteral("en")};
    }
    /// The first with c, the others right.
    void sitAll()
    {
        QList<AttemptEvent> events;
        for (int i = 0; i < 3; ++i) {
            const QString choice = i == 0 ? QStringLiteral("c") : QStringLiteral("b");
            events.append({entry(0, EventKind::Shown, i), entry(0, EventKind::Answered, i, {choice})});
        }
        events.append(entry(0, EventKind::Submitted));
        QVERIFY(test::sit(**m_profile, m_items, events).ok());
    }
    static QStringList answered(const AttemptStore &store)
    {
        QStringList items;
        const auto answers = store.answers(test::samplePack);
        for (const AnswerRecord &answer : *answers)
            items.append(answer.item);
        return items;
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<MissStore> m_misses;
    std::unique_ptr<DisputeStore> m_disputes;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(ReviewStoreTest)
#include "reviewstore_test.moc"
