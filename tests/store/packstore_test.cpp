// SPDX-License-Identifier: GPL-3.0-or-later
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;

class PackStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_store = std::make_unique<PackStore>(**m_profile);
        m_items = test::sampleItems(4);
    }

    void whatWasInstalledIsRead()
    {
        m_items[3].topic = QStringLiteral("d1.2");
        m_items[2].reserve = QStringLiteral("R1");
        m_items[2].caseId = QStringLiteral("shop");
        QVERIFY(install().ok());
        m_store.reset();
        QVERIFY(m_profile->open().ok());
        m_store = std::make_unique<PackStore>(**m_profile);

        const auto installed = m_store->installed();
        QVERIFY(installed.ok());
        QCOMPARE(installed->size(), 1);
        QCOMPARE(installed->first().id, test::samplePack);
        QCOMPARE(installed->first().version, QStringLiteral("1.0"));
        QCOMPARE(installed->first().hash, QStringLiteral("hash-1"));
        const auto certification = m_store->certification(test::samplePack);
        QVERIFY2(certification.ok(), qPrintable(certification ? QString() : certification.error().detail));
        QCOMPARE(*certification, test::sampleCertification());

        QList<ItemTag> expected;
        for (const Item &item : m_items)
            expected.append(tagOf(item));
        const auto tags = m_store->tags(test::samplePack);
        QVERIFY(tags.ok());
        QCOMPARE(*tags, expected);
        QCOMPARE(*m_store->item(revisionHash(m_items.at(1))), m_items.at(1));
        const auto items =
            m_store->items({revisionHash(m_items.at(0)), revisionHash(m_items.at(2)), QStringLiteral("unknown")});
        QVERIFY(items.ok());
        QCOMPARE(items->size(), 2);
        QCOMPARE(items->value(revisionHash(m_items.at(2))), m_items.at(2));
        QCOMPARE(*m_store->itemsPerTopic(test::samplePack),
            (QHash<QString, int>{{QStringLiteral("d1.1"), 2}, {QStringLiteral("d1.2"), 1}})); // q2 is sealed
    }

    void severalRightOptionsAreKeptAndNotCounted()
    {
        m_items[1].type = ItemType::Multiple;
        m_items[1].options[0].key = true;
        QVERIFY(install().ok());
        const QString revision = revisionHash(m_items.at(1));
        QCOMPARE(*m_store->item(revision), m_items.at(1));
        QCOMPARE(m_store->tags(test::samplePack)->at(1), tagOf(m_items.at(1)));
        QCOMPARE(m_store->tags(test::samplePack)->at(0).type, ItemType::Single);
        const ItemKey key = keyOf(*m_store->item(revision));
        QCOMPARE(key.ids, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(key.type, ItemType::Multiple);
        QCOMPARE(m_store->itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 3);
        // An item may change its type.
        m_items[1].type = ItemType::Single;
        m_items[1].options[0].key = false;
        QVERIFY(install(QStringLiteral("hash-2")).ok());
        QCOMPARE(m_store->tags(test::samplePack)->at(1), tagOf(m_items.at(1)));
        QCOMPARE(m_store->itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 4);
    }

    void unknownIsNotFound()
    {
        QCOMPARE(m_store->certification(QStringLiteral("x")).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->item(QStringLiteral("x")).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->installed()->isEmpty());
        QVERIFY(m_store->tags(QStringLiteral("x"))->isEmpty());
        QVERIFY(m_store->items({})->isEmpty());
    }

    void anotherRationaleIsTheSameRevision()
    {
        QVERIFY(install().ok());
        const QString revision = revisionHash(m_items.first());
        m_items[0].options[0].rationale = QStringLiteral("A better reason.");
        m_items[0].sources[0].checkedOn = QDate(2026, 3, 9);
        QVERIFY(install().ok());
        QCOMPARE(revisionHash(m_items.first()), revision);
        QCOMPARE(m_store->item(revision)->options.at(0).rationale, QStringLiteral("A better reason."));
        QCOMPARE(count("item_revision"), 4);
    }

    void anotherWordingIsAnotherRevision()
    {
        QVERIFY(install().ok());
        const Item before = m_items.first();
        m_items[0].stem = QStringLiteral("Asked in another way.");
        QVERIFY(install(QStringLiteral("hash-2")).ok());
        QCOMPARE(count("item_revision"), 5);
        QCOMPARE(*m_store->item(revisionHash(before)), before);
        QCOMPARE(m_store->tags(test::samplePack)->first().revision, revisionHash(m_items.first()));
        QCOMPARE(m_store->installed()->first().hash, QStringLiteral("hash-2"));
    }

    void missingItemsAreRetiredAndComeBack()
    {
        QVERIFY(install().ok());
        const Item last = m_items.takeLast();
        QVERIFY(install().ok());
        QCOMPARE(m_store->tags(test::samplePack)->size(), 3);
        QCOMPARE(m_store->itemsPerTopic(test::samplePack)->value(QStringLiteral("d1.1")), 3);
        QVERIFY(m_store->item(revisionHash(last)).ok());
        QCOMPARE(count("item"), 4);
        m_items.append(last);
        QVERIFY(install().ok());
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
        QCOMPARE(count("item"), 4);
        QCOMPARE(count("item_fts"), 4);
    }

    void packsDoNotMix()
    {
        QVERIFY(install().ok());
        Certification other = test::sampleCertification();
        other.id = QStringLiteral("other");
        QVERIFY(m_store->install(other, {test::sampleItem(QStringLiteral("q0"), QStringLiteral("c"))}, {}, 1).ok());
        QCOMPARE(m_store->installed()->size(), 2);
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
        QCOMPARE(m_store->tags(QStringLiteral("other"))->size(), 1);
    }

    void twinsAreRefusedAndChangeNothing()
    {
        QVERIFY(install().ok());
        m_items[1].id = m_items.at(0).id;
        const Outcome sameId = install(QStringLiteral("hash-2"));
        QCOMPARE(sameId.error().code, ErrorCode::PackInvalid);
        QCOMPARE(sameId.error().where, QStringLiteral("q0"));
        QCOMPARE(m_store->installed()->first().hash, QStringLiteral("hash-1"));
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
    }

    void aFailedInstallChangesNothing()
    {
        QVERIFY(install().ok());
        const auto pages = number(m_profile->database(), QStringLiteral("PRAGMA page_count"));
        QVERIFY(execute(m_profile->database(), QStringLiteral("PRAGMA max_page_count = %1").arg(*pages)));
        m_items = test::sampleItems(200);
        QCOMPARE(install(QStringLiteral("hash-2")).error().code, ErrorCode::DiskFull);
        QCOMPARE(m_store->installed()->first().hash, QStringLiteral("hash-1"));
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
    }

    void tagsNeedNoBodies()
    {
        QVERIFY(install().ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE item_revision SET body = 'broken'")));
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
        QCOMPARE(m_store->item(revisionHash(m_items.first())).error().code, ErrorCode::ProfileDamaged);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE tag SET type = 'broken'")));
        QCOMPARE(m_store->tags(test::samplePack).error().code, ErrorCode::ProfileDamaged);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE tag SET type = 'single'")));
        QCOMPARE(m_store->tags(test::samplePack)->size(), 4);
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE tag SET option_ids = 'broken'")));
        QCOMPARE(m_store->tags(test::samplePack).error().code, ErrorCode::ProfileDamaged);
    }

private:
    Outcome install(const QString &hash = QStringLiteral("hash-1"))
    {
        return m_store->install(test::sampleCertification(), m_items, hash, 1);
    }
    qint64 count(const char *table)
    {
        return *number(m_profile->database(), QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<PackStore> m_store;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(PackStoreTest)
#include "packstore_test.moc"
