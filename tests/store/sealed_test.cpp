// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptrows.h"
#include "attemptstore.h"
#include "history.h"
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::entry;

namespace
{

/// Sealed questions that another mode asked before a form that holds them had been sat, or an abandoned one had shown
/// them. Written from the rule, by the clock, without the schema's view.
const QString leaks = QStringLiteral(R"(
    SELECT seat.attempt, seat.item FROM attempt_item seat
    JOIN attempt ON attempt.id = seat.attempt AND attempt.mode <> 'rehearsal'
    JOIN tag ON tag.pack = attempt.pack AND tag.item = seat.item AND tag.reserve <> ''
    JOIN attempt_event started ON started.attempt = attempt.id AND started.seq = 0
    WHERE NOT EXISTS (
        SELECT 1 FROM attempt_item before
        JOIN attempt_event ended ON ended.attempt = before.attempt AND ended.utc_ms <= started.utc_ms
        WHERE before.item = seat.item AND before.attempt <> seat.attempt AND (ended.kind IN ('submitted', 'timed-out')
            OR (ended.kind = 'abandoned' AND before.position IN
                (SELECT position FROM attempt_event WHERE attempt = before.attempt AND kind = 'shown'))))
    )");

} // namespace

class SealedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_items = test::sampleItems(4);
        m_items[2].reserve = QStringLiteral("R1");
        m_items[3].reserve = QStringLiteral("R1");
        QVERIFY(PackStore(**m_profile).install(test::sampleCertification(), m_items, QStringLiteral("h"), 1).ok());
    }

    void noOtherModeSeatsWhatIsSealed()
    {
        for (const AttemptMode mode :
            {AttemptMode::Timed, AttemptMode::Study, AttemptMode::Drill, AttemptMode::Diagnostic}) {
            const auto refused = sit(mode, m_items, {});
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
            QVERIFY(sit(mode, m_items.first(2), {}).ok());
        }
        QVERIFY(sit(AttemptMode::Rehearsal, m_items, {}).ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM attempt")), 5);
    }

    void aFormThatWasSatOpensAllOfIt_data()
    {
        QTest::addColumn<QString>("end");
        for (const EventKind kind : {EventKind::Submitted, EventKind::TimedOut})
            QTest::newRow(qPrintable(word(kind))) << word(kind);
    }
    void aFormThatWasSatOpensAllOfIt()
    {
        QFETCH(QString, end);
        QVERIFY(sit(AttemptMode::Rehearsal, m_items, {entry(0, EventKind::Shown, 2), entry(0, *eventKindFromWord(end))})
                    .ok());
        QCOMPARE(unsealed(), (QStringList{QStringLiteral("q2"), QStringLiteral("q3")}));
        QVERIFY(sit(AttemptMode::Drill, m_items, {}).ok());
        QVERIFY(sit(AttemptMode::Rehearsal, m_items, {}).ok());
        QCOMPARE(PackStore(**m_profile).itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 4);
    }

    void anAbandonedFormOpensWhatItShowed()
    {
        QVERIFY(
            sit(AttemptMode::Rehearsal, m_items, {entry(0, EventKind::Shown, 3), entry(0, EventKind::Abandoned)}).ok());
        QCOMPARE(unsealed(), QStringList{QStringLiteral("q3")});
        QVERIFY(!sit(AttemptMode::Drill, m_items, {}).ok());
        QVERIFY(sit(AttemptMode::Drill, {m_items.at(3)}, {}).ok());
        const PackStore packs(**m_profile);
        QCOMPARE(packs.itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 3);
        QCOMPARE(packs.search(test::samplePack, QStringLiteral("Title of q3"), 5)->size(), 1);
        QVERIFY(packs.search(test::samplePack, QStringLiteral("Title of q2"), 5)->isEmpty());
    }

    void aRunningFormOpensNothing()
    {
        QVERIFY(sit(AttemptMode::Rehearsal, m_items, {entry(0, EventKind::Shown, 2)}).ok());
        QVERIFY(unsealed().isEmpty());
        QVERIFY(!sit(AttemptMode::Study, {m_items.at(2)}, {}).ok());
        const PackStore packs(**m_profile);
        QCOMPARE(packs.itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 2);
        QVERIFY(packs.search(test::samplePack, QStringLiteral("Title of q2"), 5)->isEmpty());
    }

    void anotherPacksFormOpensNothingHere()
    {
        Certification other = test::sampleCertification();
        other.id = QStringLiteral("other");
        QVERIFY(PackStore(**m_profile).install(other, m_items, QStringLiteral("h"), 1).ok());
        AttemptSetup setup = test::sampleSetup(m_items, QStringLiteral("there"));
        setup.pack = other.id;
        setup.mode = AttemptMode::Rehearsal;
        AttemptStore store(**m_profile);
        const auto id = store.create(setup, entry(0, EventKind::Started));
        QVERIFY(id.ok());
        QVERIFY(store.append(*id, entry(1, EventKind::Submitted)).ok());
        QVERIFY(unsealed().isEmpty());
        QCOMPARE(store.unsealed(other.id)->size(), 2);
    }

    void theEndOfAnAttemptIsFoundByItsIndex()
    {
        const auto plan = collect(m_profile->database(),
            QStringLiteral("EXPLAIN QUERY PLAN SELECT item FROM tag WHERE pack = 'p' AND reserve <> '' AND EXISTS "
                           "(SELECT 1 FROM broken_seal open WHERE open.pack = tag.pack AND open.item = tag.item)"),
            {}, [](const QSqlQuery &row) { return row.value(3).toString(); });
        QVERIFY(plan.ok());
        const QString steps = plan->join(u'\n');
        QVERIFY2(steps.contains(QStringLiteral("attempt_event_end")), qPrintable(steps));
        QVERIFY2(steps.contains(QStringLiteral("attempt_item_by_item")), qPrintable(steps));
    }

    void noHistoryLeaks_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 11; seed < 15; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void noHistoryLeaks()
    {
        QFETCH(quint64, seed);
        test::TempProfile profile;
        QVERIFY(profile.open().ok());
        test::History history;
        history.seed = seed;
        history.attempts = 25;
        history.items = 60;
        history.sealed = 45;
        QVERIFY(test::write(*profile, history).ok());
        QCOMPARE(found(profile), 0);
        // The twin: with the guard away, a fault that is there is found.
        const auto sealed = first(profile.database(),
            QStringLiteral("SELECT tag.item, revision FROM tag JOIN item ON item.pack = tag.pack AND id = tag.item "
                           "WHERE reserve <> '' AND tag.item NOT IN (SELECT item FROM broken_seal)"),
            {}, [](const QSqlQuery &row) { return std::pair(row.value(0).toString(), row.value(1).toString()); });
        QVERIFY(sealed.ok());
        QVERIFY(sealed->has_value());
        AttemptSetup setup;
        setup.uuid = QStringLiteral("leak");
        setup.pack = test::samplePack;
        setup.items = {{(*sealed)->first, (*sealed)->second, QStringLiteral("d1"), {QStringLiteral("a")}}};
        AttemptStore store(*profile);
        QVERIFY(!store.create(setup, entry(0, EventKind::Started)).ok());
        QVERIFY(execute(profile.database(), QStringLiteral("DROP TRIGGER attempt_item_sealed")));
        QVERIFY(store.create(setup, entry(0, EventKind::Started)).ok());
        QCOMPARE(found(profile), 1);
    }

private:
    static int found(test::TempProfile &profile)
    {
        const auto rows =
            collect(profile.database(), leaks, {}, [](const QSqlQuery &row) { return row.value(1).toString(); });
        return rows ? static_cast<int>(rows->size()) : -1;
    }
    QStringList unsealed()
    {
        const auto items = AttemptStore(**m_profile).unsealed(test::samplePack);
        QStringList sorted = items ? QStringList(items->cbegin(), items->cend()) : QStringList{QStringLiteral("?")};
        sorted.sort();
        return sorted;
    }
    Result<AttemptId> sit(AttemptMode mode, const QList<Item> &items, const QList<AttemptEvent> &events)
    {
        AttemptStore store(**m_profile);
        AttemptSetup setup = test::sampleSetup(items, {});
        setup.mode = mode;
        const auto id = store.create(setup, entry(0, EventKind::Started));
        for (int i = 0; id && i < events.size(); ++i) {
            const Outcome stored =
                store.append(*id, entry(i + 1, events.at(i).kind, events.at(i).position, events.at(i).choice));
            if (!stored)
                return stored.error();
        }
        return id;
    }

    std::unique_ptr<test::TempProfile> m_profile;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(SealedTest)
#include "sealed_test.moc"
