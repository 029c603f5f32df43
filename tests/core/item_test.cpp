// SPDX-License-Identifier: GPL-3.0-or-later
#include "item.h"

#include "fixtures.h"
#include "runall.h"

#include <functional>

using namespace lectern;

using Change = std::function<void(Item &)>;

namespace
{

QStringList list(const QString &words)
{
    return words.split(u' ', Qt::SkipEmptyParts);
}
QStringList list(const char *words)
{
    return list(QString::fromLatin1(words));
}

Item matching()
{
    Item item = test::sampleItem();
    item.type = ItemType::Matching;
    item.prompts = QStringList{QStringLiteral("Too slow"), QStringLiteral("Twice")};
    item.answer = list("2=dedupe 1=cluster");
    return item;
}

} // namespace

class ItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherQuestionIsAnotherRevision_data();
    void anotherQuestionIsAnotherRevision();
    void whatIsSaidAboutItIsNot_data();
    void whatIsSaidAboutItIsNot();
    void hashIsStable();
    void hashOfWhatIsNewIsStable();
    void optionsAndKeys();
    void keysThatAreNoOptions();
    void choicesOfEachType();
    void normalisedForms();
    void allOrNothing_data();
    void allOrNothing();
    void partialShares_data();
    void partialShares();
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
    row("text of the case", [](Item &item) { item.caseText = QStringLiteral("x"); });
    row("a prompt", [](Item &item) { item.prompts = QStringList{QStringLiteral("x")}; });
    row("answer", [](Item &item) { item.answer = QStringList{QStringLiteral("1")}; });
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
    row("reserve", [](Item &item) { item.reserve = QStringLiteral("R1"); });
    row("name of the case", [](Item &item) { item.caseId = QStringLiteral("night-shift"); });
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

void ItemTest::hashOfWhatIsNewIsStable()
{
    const Item item = matching();
    QCOMPARE(revisionHash(item), QStringLiteral("7b6dfc7f41809963afee736161599396805e6bfa4a6a08d831ab00c5bfb17df2"));
    Item other = item;
    std::swap(other.answer[0], other.answer[1]);
    QCOMPARE(revisionHash(other), revisionHash(item)); // the same pairs
    other.type = ItemType::Ordering;
    Item another = other;
    std::swap(another.answer[0], another.answer[1]);
    QVERIFY(revisionHash(another) != revisionHash(other));
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

void ItemTest::keysThatAreNoOptions()
{
    Item item = test::sampleItem();
    item.type = ItemType::Ordering;
    item.answer = list("vacuum dedupe cluster retry");
    QCOMPARE(item.keyIds(), item.answer);
    QCOMPARE(keyOf(item), (ItemKey{ItemType::Ordering, item.answer}));
    item.type = ItemType::CodeLine;
    item.answer = list("2 1");
    QCOMPARE(item.keyIds(), list("1 2"));
    QCOMPARE(keyOf(matching()), (ItemKey{ItemType::Matching, list("1=cluster 2=dedupe")}));
    // What marks options as right says nothing of these, and an answer says nothing of those that have marks.
    item = test::sampleItem();
    item.type = ItemType::All;
    item.answer = list("retry");
    item.options[3].key = true;
    QCOMPARE(item.keyIds(), list("dedupe vacuum"));
}

void ItemTest::choicesOfEachType()
{
    Item item = test::sampleItem();
    for (const ItemType type : {ItemType::Single, ItemType::Multiple, ItemType::All, ItemType::Ordering}) {
        item.type = type;
        QCOMPARE(item.choices(), list("dedupe retry cluster vacuum"));
    }
    item.type = ItemType::CodeLine;
    QCOMPARE(item.choices(), list("1 2"));
    item.code.text = QStringLiteral("a\n\nb\nc");
    QCOMPARE(item.choices(), list("1 2 3 4"));
    item.code = {};
    QCOMPARE(item.choices(), QStringList());
    QCOMPARE(matching().choices(), list("1=dedupe 1=retry 1=cluster 1=vacuum 2=dedupe 2=retry 2=cluster 2=vacuum"));
    QCOMPARE(tagOf(matching()).optionIds, matching().choices());
}

void ItemTest::normalisedForms()
{
    for (const ItemType type :
        {ItemType::Single, ItemType::Multiple, ItemType::All, ItemType::Matching, ItemType::CodeLine})
        QCOMPARE(normalised(type, list("c a b a")), list("a b c"));
    QCOMPARE(normalised(ItemType::Ordering, list("c a b")), list("c a b"));
    QCOMPARE(normalised(ItemType::Ordering, {}), QStringList());
}

void ItemTest::allOrNothing_data()
{
    QTest::addColumn<ItemType>("type");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<bool>("right");
    const auto row = [](const char *name, ItemType type, const char *key, const char *choice, bool right) {
        QTest::newRow(name) << type << QString::fromLatin1(key) << QString::fromLatin1(choice) << right;
    };
    row("single", ItemType::Single, "b", "b", true);
    row("single, another", ItemType::Single, "b", "a", false);
    row("single, two of them", ItemType::Single, "b", "a b", false);
    row("single, blank", ItemType::Single, "b", "", false);
    row("multiple", ItemType::Multiple, "a c", "c a", true);
    row("multiple, one missing", ItemType::Multiple, "a c", "a", false);
    row("multiple, one too many", ItemType::Multiple, "a c", "a b c", false);
    row("all", ItemType::All, "a b c", "b a c", true);
    row("all, half of it", ItemType::All, "a b c", "b a", false);
    row("ordering", ItemType::Ordering, "c a b", "c a b", true);
    row("ordering, another order", ItemType::Ordering, "c a b", "a b c", false);
    row("ordering, not finished", ItemType::Ordering, "c a b", "c a", false);
    row("matching", ItemType::Matching, "1=b 2=a", "2=a 1=b", true);
    row("matching, swapped", ItemType::Matching, "1=b 2=a", "1=a 2=b", false);
    row("code line", ItemType::CodeLine, "12", "12", true);
    row("code line, the next one", ItemType::CodeLine, "12", "1", false);
    row("code lines", ItemType::CodeLine, "12 3", "3 12", true);
    row("no key, blank", ItemType::Single, "", "", false);
}

void ItemTest::allOrNothing()
{
    QFETCH(ItemType, type);
    QFETCH(QString, key);
    QFETCH(QString, choice);
    QFETCH(bool, right);
    const ItemKey asked{type, list(key)};
    QCOMPARE(isRight(asked, list(choice)), right);
    // What is right has all of the key, and nothing else has.
    QCOMPARE(qFuzzyCompare(partialShare(asked, list(choice)), 1.0), right);
}

void ItemTest::partialShares_data()
{
    QTest::addColumn<ItemType>("type");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<double>("share");
    const auto row = [](const char *name, ItemType type, const char *key, const char *choice, double share) {
        QTest::newRow(name) << type << QString::fromLatin1(key) << QString::fromLatin1(choice) << share;
    };
    row("single, wrong", ItemType::Single, "b", "a", 0);
    row("multiple, one of two", ItemType::Multiple, "a c", "c", 0.5);
    row("multiple, one of two and a wrong one", ItemType::Multiple, "a c", "c d", 0);
    row("all, two of four", ItemType::All, "a b c d", "a b", 0.5);
    row("all, three of four and a wrong one", ItemType::All, "a b c d", "a b c e", 0.5);
    row("all, everything there is", ItemType::All, "a b", "a b c d e f", 0);
    row("ordering, two in their places", ItemType::Ordering, "c a b d", "c b a d", 0.5);
    row("ordering, all moved by one", ItemType::Ordering, "c a b d", "a b d c", 0);
    row("ordering, begun", ItemType::Ordering, "c a b d", "c", 0.25);
    row("ordering, more than there are", ItemType::Ordering, "c a", "c a b", 0.5);
    row("matching, one of four", ItemType::Matching, "1=b 2=a 3=c 4=d", "1=b 2=c 3=d 4=a", 0.25);
    row("matching, every pair there is", ItemType::Matching, "1=b 2=a", "1=a 1=b 2=a 2=b", 0);
    row("code line and a wrong one", ItemType::CodeLine, "3", "3 4", 0);
    row("blank", ItemType::Multiple, "a c", "", 0);
    row("no key", ItemType::Multiple, "", "a", 0);
}

void ItemTest::partialShares()
{
    QFETCH(ItemType, type);
    QFETCH(QString, key);
    QFETCH(QString, choice);
    QFETCH(double, share);
    QCOMPARE(partialShare({type, list(key)}, list(choice)), share);
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
    item.reserve = QStringLiteral("R2");
    item.caseId = QStringLiteral("night-shift");
    QCOMPARE(tagOf(item).reserve, QStringLiteral("R2"));
    QCOMPARE(tagOf(item).caseId, QStringLiteral("night-shift"));
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
