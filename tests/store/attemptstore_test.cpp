// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::entry;

class AttemptStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_items = test::sampleItems(3);
        QVERIFY(PackStore(**m_profile).install(test::sampleCertification(), m_items, QStringLiteral("h"), 1).ok());
    }

    void whatWasAppendedIsThereAfterReopening()
    {
        const AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("one"));
        const QList<AttemptEvent> events{entry(0, EventKind::Started), entry(1, EventKind::Shown, 0),
            entry(2, EventKind::Answered, 0, {QStringLiteral("b")}), entry(3, EventKind::Flagged, 0),
            entry(4, EventKind::Shown, 2), entry(5, EventKind::Answered, 2, {QStringLiteral("a")}),
            entry(6, EventKind::Answered, 2, {}), entry(7, EventKind::Unflagged, 0), entry(8, EventKind::Resumed),
            entry(9, EventKind::Submitted)};
        AttemptId id{};
        {
            AttemptStore store(**m_profile);
            const auto created = store.create(setup, events.first());
            QVERIFY(created.ok());
            id = *created;
            for (const AttemptEvent &next : events.mid(1))
                QVERIFY(store.append(id, next).ok());
        }
        QVERIFY(m_profile->open().ok());
        const auto loaded = AttemptStore(**m_profile).load(id);
        QVERIFY2(loaded.ok(), qPrintable(loaded ? QString() : loaded.error().detail));
        QCOMPARE(loaded->events(), events);
        QCOMPARE(loaded->setup().id, id);
        QCOMPARE(loaded->setup().uuid, setup.uuid);
        QCOMPARE(loaded->setup().mode, setup.mode);
        QCOMPARE(loaded->setup().pack, setup.pack);
        QCOMPARE(loaded->setup().blueprint, setup.blueprint);
        QCOMPARE(loaded->setup().seed, setup.seed);
        QCOMPARE(loaded->setup().minutes, setup.minutes);
        QCOMPARE(loaded->setup().items, setup.items);
        QVERIFY(loaded->finished());
        QVERIFY(loaded->at(2).choice.isEmpty());
    }

    void eventsMustFollowEachOther()
    {
        AttemptStore store(**m_profile);
        const auto id = test::sit(**m_profile, m_items, {entry(0, EventKind::Shown, 0)});
        QVERIFY(id.ok());
        for (const int seq : {0, 1, 3, -1}) {
            const Outcome rejected = store.append(*id, entry(seq, EventKind::Shown, 1));
            QVERIFY(!rejected.ok());
            QCOMPARE(rejected.error().code, ErrorCode::NotAllowed);
        }
        QVERIFY(store.append(*id, entry(2, EventKind::Shown, 1)).ok());
        QCOMPARE(store.load(*id)->events().size(), 3);
    }

    void anAttemptBeginsWithItsStart()
    {
        AttemptStore store(**m_profile);
        const AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("one"));
        QCOMPARE(store.create(setup, entry(0, EventKind::Shown, 0)).error().code, ErrorCode::NotAllowed);
        QCOMPARE(store.create(setup, entry(1, EventKind::Started)).error().code, ErrorCode::NotAllowed);
        QVERIFY(!store.append(AttemptId{9}, entry(0, EventKind::Started)).ok());
        QCOMPARE(store.load(AttemptId{9}).error().code, ErrorCode::NotFound);
        QCOMPARE(store.summary(AttemptId{9}).error().code, ErrorCode::NotFound);
        QVERIFY(store.unfinished()->isEmpty());
    }

    void creatingIsAllOrNothing()
    {
        AttemptStore store(**m_profile);
        AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("one"));
        setup.items.last().revision = QStringLiteral("no such revision");
        QVERIFY(!store.create(setup, entry(0, EventKind::Started)).ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM attempt_item")), 0);
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM attempt")), 0);
    }

    void aUuidIsMadeWhereThereIsNone()
    {
        AttemptStore store(**m_profile);
        const auto first = store.create(test::sampleSetup(m_items, {}), entry(0, EventKind::Started));
        const auto second = store.create(test::sampleSetup(m_items, {}), entry(0, EventKind::Started));
        QVERIFY(first.ok() && second.ok());
        QVERIFY(!store.load(*first)->setup().uuid.isEmpty());
        QVERIFY(store.load(*first)->setup().uuid != store.load(*second)->setup().uuid);
    }

    void refusedWritesSayWhyAndLeaveNothing()
    {
        AttemptStore store(**m_profile);
        const auto id = test::sit(**m_profile, m_items, {});
        QVERIFY(id.ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA query_only = 1")));
        QCOMPARE(store.append(*id, entry(1, EventKind::Shown, 0)).error().code, ErrorCode::ReadOnly);
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA query_only = 0")));
        QVERIFY(store.append(*id, entry(1, EventKind::Shown, 0)).ok());
    }

    void aFullDiskSaysSoAndLosesNothing()
    {
        AttemptStore store(**m_profile);
        const auto id = test::sit(**m_profile, m_items, {});
        QVERIFY(id.ok());
        const auto pages = number(m_profile->database(), QStringLiteral("PRAGMA page_count"));
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA max_page_count = %1").arg(*pages)));
        int seq = 1;
        Outcome outcome = Done{};
        while (outcome && seq < 5000) {
            outcome = store.append(*id, entry(seq, EventKind::Answered, 0, {QStringLiteral("a")}));
            seq += outcome ? 1 : 0;
        }
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
        QCOMPARE(store.load(*id)->events().size(), seq);
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA max_page_count = 100000")));
        QVERIFY(store.append(*id, entry(seq, EventKind::Submitted)).ok());
    }

    void tellsWhatEachIs()
    {
        const auto first =
            test::sit(**m_profile, m_items, {entry(0, EventKind::Shown, 0), entry(0, EventKind::Submitted)});
        const auto second = test::sit(**m_profile, m_items.first(2), {entry(0, EventKind::TimedOut)});
        const auto third = test::sit(**m_profile, m_items, {entry(0, EventKind::Shown, 0)});
        QVERIFY(first.ok() && second.ok() && third.ok());
        const AttemptStore store(**m_profile);
        const auto endings = store.results(test::samplePack);
        QCOMPARE(endings->size(), 2);
        QCOMPARE(endings->at(0).id, *second);
        QCOMPARE(endings->at(1).id, *first);
        QCOMPARE(store.summary(*second)->questions, 2);
        QCOMPARE(store.summary(*first)->startedUtcMs, test::sampleNow);
        QCOMPARE(store.summary(*first)->blueprint, QStringLiteral("page"));
        QCOMPARE(**store.lastFinished(), *second);
        QCOMPARE(*store.unfinished(), QList<AttemptId>{*third});
    }

    void nothingYet()
    {
        const AttemptStore store(**m_profile);
        QVERIFY(!store.lastFinished()->has_value());
        QVERIFY(store.unfinished()->isEmpty());
        QVERIFY(store.results(test::samplePack)->isEmpty());
        QVERIFY(store.answers(test::samplePack)->isEmpty());
        QVERIFY(store.exposures(test::samplePack)->isEmpty());
    }

private:
    std::unique_ptr<test::TempProfile> m_profile;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(AttemptStoreTest)
#include "attemptstore_test.moc"
