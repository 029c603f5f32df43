// SPDX-License-Identifier: GPL-3.0-or-later
#include "packstore.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

using namespace lectern;
using test::entry;

class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_store = std::make_unique<PackStore>(**m_profile);
        m_items = test::sampleItems(4);
        m_items[0].title = QStringLiteral("Exactly once");
        m_items[0].stem = QStringLiteral("A stream reads `bronze.events` with a checkpoint.");
        m_items[0].takeaway = QStringLiteral("Each micro-batch is écrit once.");
        m_items[1].title = QStringLiteral("Merge keys");
        m_items[1].stem = QStringLiteral("A MERGE fails on duplicate rows AND nulls.");
        QVERIFY(m_store->install(test::sampleCertification(), m_items, QStringLiteral("h"), 1).ok());
        QVERIFY(test::sit(**m_profile, m_items,
            {entry(0, EventKind::Shown, 0), entry(0, EventKind::Shown, 1), entry(0, EventKind::Shown, 2),
                entry(0, EventKind::Submitted)})
                    .ok());
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("items");
        const QStringList none;
        const QStringList zero{QStringLiteral("q0")};
        const QStringList one{QStringLiteral("q1")};
        QTest::newRow("title") << QStringLiteral("exactly") << zero;
        QTest::newRow("stem") << QStringLiteral("checkpoint") << zero;
        QTest::newRow("takeaway") << QStringLiteral("batch") << zero;
        QTest::newRow("prefix") << QStringLiteral("check") << zero;
        QTest::newRow("every word") << QStringLiteral("merge nulls") << one;
        QTest::newRow("one word missing") << QStringLiteral("merge checkpoint") << none;
        QTest::newRow("accents") << QStringLiteral("ECRIT") << zero;
        QTest::newRow("dotted") << QStringLiteral("bronze.events") << zero;
        QTest::newRow("operators are words") << QStringLiteral("duplicate AND") << one;
        QTest::newRow("not") << QStringLiteral("merge NOT duplicate") << none;
        QTest::newRow("quotes") << QStringLiteral("\"merge\" \"") << one;
        QTest::newRow("column filter") << QStringLiteral("title:merge") << none;
        QTest::newRow("star") << QStringLiteral("* merge*") << one;
        QTest::newRow("near") << QStringLiteral("NEAR(merge keys, 2)") << none;
        QTest::newRow("caret and braces") << QStringLiteral("^merge {keys}") << one;
        QTest::newRow("only punctuation") << QStringLiteral("\"'`*():^-+{}[]\\") << none;
        QTest::newRow("empty") << QString() << none;
        QTest::newRow("nul") << QStringLiteral("merge") + QChar(0) + QStringLiteral("keys") << one;
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QStringLiteral(" merge") << one;
        QTest::newRow("injection") << QStringLiteral("x'; DROP TABLE item; --") << none;
        QTest::newRow("very long") << QStringLiteral("merge ").repeated(5000) << one;
        QTest::newRow("very long word") << QString(100000, u'm') << none;
    }
    void findsWords()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, items);
        const auto hits = m_store->search(test::samplePack, text, 10);
        QVERIFY2(hits.ok(), qPrintable(hits ? QString() : hits.error().detail));
        QStringList found;
        for (const PackStore::Hit &hit : *hits)
            found.append(hit.item);
        QCOMPARE(found, items);
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM item")), 4);
    }

    void aHitSaysWhatAndWhere()
    {
        const auto hits = m_store->search(test::samplePack, QStringLiteral("checkpoint"), 10);
        QVERIFY(hits.ok());
        QCOMPARE(hits->size(), 1);
        QCOMPARE(hits->first().revision, revisionHash(m_items.at(0)));
        QCOMPARE(hits->first().topic, QStringLiteral("d1.1"));
        QCOMPARE(hits->first().title, QStringLiteral("Exactly once"));
        QVERIFY(hits->first().snippet.contains(QStringLiteral("checkpoint")));
    }

    void onlyWhatWasSeenInAnAttemptThatEnded()
    {
        QVERIFY(m_store->search(test::samplePack, QStringLiteral("Title of q3"), 10)->isEmpty());
        QVERIFY(test::sit(**m_profile, m_items, {entry(0, EventKind::Shown, 3)}).ok());
        QVERIFY(m_store->search(test::samplePack, QStringLiteral("Title of q3"), 10)->isEmpty());
        QVERIFY(test::sit(**m_profile, m_items, {entry(0, EventKind::Shown, 3), entry(0, EventKind::TimedOut)}).ok());
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("Title of q3"), 10)->size(), 1);
    }

    void followsTheTextOfTheLastInstall()
    {
        m_items[1].title = QStringLiteral("Renamed");
        m_items[1].stem = QStringLiteral("Something else.");
        const Item retired = m_items.takeAt(2);
        QVERIFY(m_store->install(test::sampleCertification(), m_items, QStringLiteral("h2"), 2).ok());
        QVERIFY(m_store->search(test::samplePack, QStringLiteral("merge"), 10)->isEmpty());
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("renamed"), 10)->size(), 1);
        QCOMPARE(m_store->search(test::samplePack, retired.title, 10)->size(), 1);
    }

    void onlyWhatTheProgramCanShowIsFound()
    {
        m_items[1].type = ItemType::Multiple;
        m_items[1].options[0].key = true;
        QVERIFY(m_store->install(test::sampleCertification(), m_items, QStringLiteral("h2"), 2).ok());
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("merge"), 10)->size(), 1);
        m_items[1].type = ItemType::All;
        QVERIFY(m_store->install(test::sampleCertification(), m_items, QStringLiteral("h3"), 3).ok());
        QVERIFY(m_store->search(test::samplePack, QStringLiteral("merge"), 10)->isEmpty());
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("exactly"), 10)->size(), 1);
    }

    void limitsAndPacks()
    {
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("a"), 10)->size(), 3);
        QCOMPARE(m_store->search(test::samplePack, QStringLiteral("a"), 2)->size(), 2);
        QVERIFY(m_store->search(test::samplePack, QStringLiteral("a"), 0)->isEmpty());
        QVERIFY(m_store->search(QStringLiteral("other"), QStringLiteral("a"), 10)->isEmpty());
    }

private:
    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<PackStore> m_store;
    QList<Item> m_items;
};

LECTERN_TEST_CLASS(SearchTest)
#include "search_test.moc"
