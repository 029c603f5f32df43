// SPDX-License-Identifier: GPL-3.0-or-later
#include "item.h"

#include "fixtures.h"
#include "runall.h"

#include <functional>

using namespace lectern;

using Change = std::function<void(Item &)>;

class ItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherQuestionIsAnotherRevision_data();
    void anotherQuestionIsAnotherRevision();
    void whatIsSaidAboutItIsNot_data();
    void whatIsSaidAboutItIsNot();
    void hashIsStable();
    void optionsAndKeys();
    void tag();
    void sectionByTopic();
    void sectionByObjective();
};

void ItemTest::anotherQuestionIsAnotherRevision_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("item", [](Item &item) { item.id += u'x'; });
    row("stem", [](Item &item) { item.stem += u'x'; });
    row("code", [](Item &item) { item.code.text += u'x'; });
    row("language of the code", [](Item &item) { item.code.language = QStringLiteral("python"); });
    row("question", [](Item &item) { item.question += u'x'; });
    row("option text", [](Item &item) { item.options[3].text += u'x'; });
    row("option id", [](Item &item) { item.options[3].id += u'x'; });
    row("key", [](Item &item) { std::swap(item.options[0].key, item.options[1].key); });
    row("type", [](Item &item) { item.type = ItemType::Multiple; });
    row("another key", [](Item &item) { item.options[1].key = true; });
    row("an option less", [](Item &item) { item.options.removeLast(); });
    row("options in another order", [](Item &item) { std::swap(item.options[1], item.options[2]); });
    row("text moved from stem to question", [](Item &item) {
        item.question.prepend(item.stem.back());
        item.stem.chop(1);
    });
}

void ItemTest::anotherQuestionIsAnotherRevision()
{
    QFETCH(Change, change);
    Item item = test::sampleItem();
    change(item);
    QVERIFY(revisionHash(item) != revisionHash(test::sampleItem()));
}

void ItemTest::whatIsSaidAboutItIsNot_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("rationale", [](Item &item) { item.options[0].rationale += u'x'; });
    row("misconception", [](Item &item) { item.options[1].misconception += u'x'; });
    row("source", [](Item &item) { item.sources.removeFirst(); });
    row("date", [](Item &item) { item.sources[0].checkedOn = QDate(2027, 1, 1); });
    row("history", [](Item &item) { item.history.clear(); });
    row("title", [](Item &item) { item.title += u'x'; });
    row("takeaway", [](Item &item) { item.takeaway += u'x'; });
    row("topic", [](Item &item) { item.topic = QStringLiteral("d1.1"); });
    row("objective", [](Item &item) { item.objective = enrichmentObjective; });
    row("difficulty", [](Item &item) { item.difficulty = Difficulty::Easy; });
    row("bloom", [](Item &item) { item.bloom = Bloom::Remember; });
    row("enemies", [](Item &item) { item.enemies.clear(); });
    row("applies to", [](Item &item) { item.appliesTo += u'x'; });
}

void ItemTest::whatIsSaidAboutItIsNot()
{
    QFETCH(Change, change);
    Item item = test::sampleItem();
    change(item);
    QVERIFY(item != test::sampleItem());
    QCOMPARE(revisionHash(item), revisionHash(test::sampleItem()));
}

/// Profiles hold this hash: another one for the same question would be a new revision of everything.
void ItemTest::hashIsStable()
{
    QCOMPARE(revisionHash(test::sampleItem()),
        QStringLiteral("4dc516f6444b1d20c4e82efb409a613af6df26155e339822274e32cdba068aaf"));
}

void ItemTest::optionsAndKeys()
{
    Item item = test::sampleItem();
    QCOMPARE(item.option(QStringLiteral("retry")), &item.options[1]);
    QCOMPARE(item.option(QStringLiteral("Retry")), nullptr);
    QCOMPARE(item.keyIds(), QStringList{QStringLiteral("dedupe")});
    item.options[2].key = true;
    QCOMPARE(item.keyIds(), (QStringList{QStringLiteral("cluster"), QStringLiteral("dedupe")}));
    QCOMPARE(Item().keyIds(), QStringList());
}

void ItemTest::tag()
{
    Item item = test::sampleItem();
    ItemTag expected;
    expected.id = item.id;
    expected.revision = revisionHash(item);
    expected.topic = item.topic;
    expected.objective = item.objective;
    expected.difficulty = Difficulty::Hard;
    expected.hasCode = true;
    expected.enemies = item.enemies;
    expected.optionIds = QStringList{
        QStringLiteral("dedupe"), QStringLiteral("retry"), QStringLiteral("cluster"), QStringLiteral("vacuum")};
    QCOMPARE(tagOf(item), expected);
    item.code = {};
    QVERIFY(!tagOf(item).hasCode);
    item.type = ItemType::Multiple;
    QCOMPARE(tagOf(item).type, ItemType::Multiple);
}

void ItemTest::sectionByTopic()
{
    const Blueprint page = test::sampleCertification().blueprints[0];
    QCOMPARE(sectionOf(page, QStringLiteral("d3.2"), enrichmentObjective), QStringLiteral("d3"));
    QCOMPARE(sectionOf(page, QStringLiteral("d3.2"), QStringLiteral("outline/S5.1")), QStringLiteral("d3"));
    QCOMPARE(sectionOf(page, QStringLiteral("d6.1"), enrichmentObjective), QString());
    QCOMPARE(sectionOf(page, QStringLiteral("d33.1"), enrichmentObjective), QString());
    QCOMPARE(sectionOf(page, QString(), enrichmentObjective), QString());
}

void ItemTest::sectionByObjective()
{
    const Blueprint outline = test::sampleCertification().blueprints[1];
    const auto section = [&](const char *objective) {
        return sectionOf(outline, QStringLiteral("d1.1"), QString::fromLatin1(objective));
    };
    QCOMPARE(section("outline/S5.2"), QStringLiteral("S5"));
    QCOMPARE(section("outline/S9.1"), QStringLiteral("S9"));
    for (const char *objective : {"ENR", "", "S5.2", "outline/S5", "outline/S5.3", "outline/S5.22", "outlines/S5.2",
             "page/S5.2", "outline/", "outline/d1"})
        QCOMPARE(section(objective), QString());
}

LECTERN_TEST_CLASS(ItemTest)
#include "item_test.moc"
