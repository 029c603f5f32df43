// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankrules.h"
#include "guessing.h"
#include "knownnames.h"
#include "packfolder.h"
#include "runall.h"
#include "wording.h"

using namespace lectern;
using lectern::test::PackFolder;

namespace
{

Item itemOf(const QStringList &options, int key, const QString &stem = {}, const QString &question = {})
{
    Item item;
    item.stem = stem;
    item.question = question;
    for (int i = 0; i < options.size(); ++i)
        item.options.append({QString::number(i), options[i], i == key, {}, {}});
    return item;
}

const TestWiseBot &bot(const char *id)
{
    const auto &bots = testWiseBots();
    return *std::find_if(bots.cbegin(), bots.cend(), [&](const TestWiseBot &one) { return qstrcmp(one.id, id) == 0; });
}

} // namespace

// What the checker sees of the surface of a text.
class WordingTest : public QObject
{
    Q_OBJECT

private slots:
    void contentOfAText()
    {
        QCOMPARE(contentWords(QStringLiteral("The filters are filtered by a filter, and `spark.sql.x` stays.")),
            QSet<QString>({QStringLiteral("filter"), QStringLiteral("spark.sql.x"), QStringLiteral("stay")}));
        QCOMPARE(contentWords(QStringLiteral("tables table")), QSet<QString>({QStringLiteral("tabl")}));
        QCOMPARE(contentWords(QStringLiteral("of the and")), QSet<QString>());
    }

    void countsOfAText()
    {
        const QString text = QStringLiteral("It may often run `a` and `b c`, but never on 2 or 3.5 of them.");
        QCOMPARE(hedgeWords(text), 2);
        QCOMPARE(absoluteWords(text), 1);
        QCOMPARE(codeMarks(text), 2);
        QCOMPARE(digitGroups(text), 2);
        QCOMPARE(withoutCode(QStringLiteral("a `b` c")), QStringLiteral("a   c"));
        QCOMPARE(codePassages(text), QStringList({QStringLiteral("a"), QStringLiteral("b c")}));
    }

    void likenessOfTexts()
    {
        const QSet<QString> a = shingles(QStringLiteral("one two three four"), 3);
        QCOMPARE(a, QSet<QString>({QStringLiteral("one two three"), QStringLiteral("two three four")}));
        QCOMPARE(shingles(QStringLiteral("one two"), 3), QSet<QString>({QStringLiteral("one two")}));
        QCOMPARE(jaccard(a, a), 1.0);
        QCOMPARE(jaccard(a, shingles(QStringLiteral("two three four five"), 3)), 1.0 / 3);
        QCOMPARE(jaccard({}, {}), 0.0);
    }

    void negativeQuestions_data()
    {
        QTest::addColumn<bool>("negative");
        QTest::newRow("Which rows does the target not hold?") << true;
        QTest::newRow("Which of them is NOT needed?") << true;
        QTest::newRow("What is read except the log?") << true;
        QTest::newRow("Which change isn't needed?") << true;
        QTest::newRow("Which setting is least likely to help?") << true;
        QTest::newRow("Which change keeps the rows that are not read?") << false;
        QTest::newRow("Which change helps if the log cannot be read?") << false;
        QTest::newRow("Which clause does `NOT NULL` replace?") << false;
        QTest::newRow("Which note says it best?") << false;
    }
    void negativeQuestions()
    {
        QFETCH(bool, negative);
        QCOMPARE(isNegative(QString::fromLatin1(QTest::currentDataTag())), negative);
    }

    // Ties are shared: a bot that likes two of them is right half of the time.
    void botsPick()
    {
        const Item item =
            itemOf({QStringLiteral("rows always, at 10"), QStringLiteral("rows at `20` may wait in the log"),
                       QStringLiteral("only rows"), QStringLiteral("all rows")},
                1, QStringLiteral("The log waits."));
        const QList<OptionSurface> surface = surfaceOf(item);
        const auto chance = [&](const char *id) { return chanceOf(bot(id), surface, 1); };
        QCOMPARE(chance("longest"), 1.0);
        QCOMPARE(chance("shortest"), 0.0);
        QCOMPARE(chanceOf(bot("shortest"), surface, 3), 1.0);
        QCOMPARE(chance("hedged"), 1.0);
        QCOMPARE(chance("no-absolutes"), 1.0);
        QCOMPARE(chance("stem-words"), 1.0);
        QCOMPARE(chance("fewest-stem-words"), 0.0);
        QCOMPARE(chanceOf(bot("fewest-stem-words"), surface, 2), 1.0 / 3);
        QCOMPARE(chance("odd-code"), 1.0);
        QCOMPARE(chance("odd-numbers"), 0.25);
        QCOMPARE(chance("odd-wording"), 1.0);
        QCOMPARE(chance("alike"), 0.0);
    }

    void onlyOneKeyIsGuessedAt()
    {
        QVERIFY(surfaceOf(itemOf({QStringLiteral("a"), QStringLiteral("b")}, 5)).isEmpty());
        QVERIFY(surfaceOf(itemOf({QStringLiteral("a")}, 0)).isEmpty());
        Item two = itemOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, 0);
        two.options[1].key = true;
        QVERIFY(surfaceOf(two).isEmpty());
        // Not even where its author marked one only.
        Item multiple = itemOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, 0);
        QCOMPARE(keyIndex(multiple), 0);
        multiple.type = ItemType::Multiple;
        QCOMPARE(keyIndex(multiple), -1);
        QVERIFY(surfaceOf(multiple).isEmpty());
    }

    void requestsOfQuestions()
    {
        QCOMPARE(countRequest(2), QStringLiteral("Choose two."));
        QCOMPARE(countRequest(4), QStringLiteral("Choose four."));
        for (const int none : {-1, 0, 1, 5})
            QVERIFY(countRequest(none).isEmpty());
        for (int keys = 2; keys <= 4; ++keys)
            QCOMPARE(withoutRequest(QStringLiteral("Which of them? ") + countRequest(keys)),
                QStringLiteral("Which of them?"));
        const QString none = QStringLiteral("Choose two. Which of them?");
        QCOMPARE(withoutRequest(none), none);
    }

    void namesOfAText_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const int setting = static_cast<int>(NameKind::Setting);
        const int function = static_cast<int>(NameKind::Function);
        QTest::newRow("settings") << setting
                                  << "spark.conf.set(\"spark.sql.shuffle.partitions\", 8); delta.appendOnly = true"
                                  << "spark.sql.shuffle.partitions delta.appendOnly";
        QTest::newRow("session") << setting
                                 << "spark.read.table(\"a\"); spark.sql(\"b\"); spark.readStream.format(\"x\")"
                                 << "";
        QTest::newRow("module") << setting << "from delta.tables import DeltaTable"
                                << "";
        QTest::newRow("functions") << function << "df.groupBy(\"a\").agg(F.sum(\"b\")); date_trunc('DAY', ts)"
                                   << "groupBy agg date_trunc";
        QTest::newRow("own functions") << function << "def load(x):\n  return load(x)\nCREATE FUNCTION main.f.mask(a)"
                                       << "";
        QTest::newRow("of the scenario's library")
            << function << "from vendor.audio import decode, cut\ndecode(cut(x)); unknown(x)"
            << "unknown";
        QTest::newRow("of the subject's library")
            << function << "from pyspark.sql.functions import invented\ninvented(x)"
            << "invented";
        QTest::newRow("below a decorator") << function << "@dp.table\ndef loaded():\n  return loaded()"
                                           << "";
        QTest::newRow("words of a language") << function << "if(x) and y IN (1) INSERT INTO t(a) VALUES(1) DECIMAL(9,2)"
                                             << "";
        QTest::newRow("tables") << static_cast<int>(NameKind::Table)
                                << "SELECT * FROM system.billing.usage u, main.system.other.x"
                                << "system.billing.usage";
        QTest::newRow("commands") << static_cast<int>(NameKind::Command)
                                  << "databricks bundle deploy -t prod\ndatabricks bundle run nightly"
                                  << "databricks bundle deploy|databricks bundle run";
    }
    void namesOfAText()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, names);
        const QChar separator = names.contains(u'|') ? u'|' : u' ';
        QCOMPARE(namesIn(text, static_cast<NameKind>(kind)), names.split(separator, Qt::SkipEmptyParts));
    }

    void knownNames()
    {
        KnownNames names;
        names.add(NameKind::Function, {QStringLiteral("dateAdd")});
        names.add(NameKind::Command, {QStringLiteral("databricks bundle")});
        QVERIFY(names.contains(NameKind::Function, QStringLiteral("DATEADD")));
        QVERIFY(names.contains(NameKind::Command, QStringLiteral("databricks bundle run")));
        QVERIFY(!names.contains(NameKind::Command, QStringLiteral("databricks jobs run")));
        QVERIFY(!names.contains(NameKind::Table, QStringLiteral("dateAdd")));
        QVERIFY(!names.covers(NameKind::Function));
        names.setCovered(NameKind::Function);
        QVERIFY(names.covers(NameKind::Function));
    }

    // A setting that does not exist may be a wrong option that says so, and kinds not covered are let be.
    void inventedNames()
    {
        const QByteArray wrong = "text: The orders, whole, to each worker";
        const QByteArray invented = "text: The orders, by `spark.sql.sendWhole`";
        const QByteArray rationale = "Two billion rows do not fit, and the order of the sides does not decide.";
        PackFolder folder;
        folder.write(QStringLiteral("names.yaml"),
            "covers: [settings]\npages:\n  - title: Tuning\n    url: https://www.example.org/tuning\n"
            "    checked_on: \"2026-11-22\"\n    settings: [spark.sql.shuffle.partitions]\n");
        folder.replace(QStringLiteral("questions/d1.1-joins.yaml"), wrong, invented);
        QCOMPARE(folder.problems().size(), 1);
        QVERIFY(folder.problems().constFirst().contains(QStringLiteral("spark.sql.sendWhole")));
        folder.replace(QStringLiteral("questions/d1.1-joins.yaml"), rationale,
            "A setting of this name does not exist in Spark, and two billion rows do not fit.");
        QCOMPARE(folder.problems(), QStringList());
        folder.replace(
            QStringLiteral("questions/d1.1-joins.yaml"), "does not exist in Spark", "moves all of the rows there");
        QCOMPARE(folder.problems().size(), 1);
        folder.replace(QStringLiteral("names.yaml"), "[settings]\npages", "[tables]\npages");
        QCOMPARE(folder.problems(), QStringList());
    }

    // Whoever uses a pack does not care for its wording, and is not made to wait for it.
    void usingAPackDoesNotInspectIt()
    {
        PackFolder folder;
        folder.overlay(PackFolder::brokenPacks() + QStringLiteral("/same-question"));
        QVERIFY(!folder.read().ok());
        const PackReading used = readPack(folder.path());
        QCOMPARE(PackFolder::linesOf(used), QStringList());
        QCOMPARE(used.pack.items.size(), 7);
        folder.overlay(PackFolder::brokenPacks() + QStringLiteral("/name-of-no-shape"));
        QVERIFY(readPack(folder.path()).ok());
    }

    void aFinishedBankSaysSo()
    {
        PackFolder folder;
        QVERIFY(!folder.read().pack.bankComplete);
        const QByteArray header = folder.bytes(QStringLiteral("pack.yaml"));
        folder.write(QStringLiteral("pack.yaml"), header + "bank: complete\n");
        QVERIFY(folder.read().pack.bankComplete);
        folder.write(QStringLiteral("pack.yaml"), header + "bank: growing\n");
        QVERIFY(folder.read().ok());
        QVERIFY(!folder.read().pack.bankComplete);
    }

    // Rare is what few of many questions use; a wrong option with such a word of its own takes the cue away.
    void rareWordOfStemAndKey()
    {
        QList<Item> items;
        for (int i = 0; i < 60; ++i)
            items.append(itemOf({QStringLiteral("a%1").arg(i), QStringLiteral("b%1").arg(i)}, 0));
        items[0] = itemOf({QStringLiteral("drops the watermark"), QStringLiteral("keeps"), QStringLiteral("waits")}, 0,
            QStringLiteral("A watermark and a checkpoint are set."));
        QCOMPARE(clangs(items), 1);
        items[0].options[1].text = QStringLiteral("keeps the checkpoint");
        QCOMPARE(clangs(items), 0);
        items[0].options[1].text = QStringLiteral("keeps the watermark");
        QCOMPARE(clangs(items), 0);
        items[0].options[1].text = QStringLiteral("keeps");
        for (int i = 1; i < 3; ++i)
            items[i].stem = QStringLiteral("watermark");
        QCOMPARE(clangs(items), 0);
        QCOMPARE(clangs(items.mid(0, 59)), 0);
    }

private:
    static int clangs(const QList<Item> &items)
    {
        ProblemLog log(QStringLiteral("a.yaml"), {});
        inspectTogether(items, QList<ItemPlace>(items.size(), ItemPlace{&log, {}, {}, {}, {}, {}, {}}));
        int count = 0;
        for (const Problem &problem : log.problems())
            count += problem.detail.contains(QStringLiteral("a rare word")) ? 1 : 0;
        return count;
    }
};

LECTERN_TEST_CLASS(WordingTest)
#include "wording_test.moc"
