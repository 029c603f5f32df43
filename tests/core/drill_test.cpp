// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <QMap>

#include <functional>

using namespace lectern;

namespace
{

constexpr qint64 slowMs = 180'000;

struct World {
    QList<ItemTag> bank;
    QHash<QString, ItemPast> pasts;
    QSet<QString> unsealed;
    QSet<QString> due;
};

QString pick(Random &random, const QString &stem, int count)
{
    return stem + QString::number(random.below(count));
}

World randomWorld(Random &random, int size = 60)
{
    World world;
    for (int i = 0; i < size; ++i) {
        ItemTag tag;
        tag.id = QStringLiteral("q%1").arg(i);
        tag.topic = pick(random, QStringLiteral("t"), 5);
        tag.objective = pick(random, QStringLiteral("outline/S"), 5);
        tag.difficulty = static_cast<Difficulty>(random.below(3));
        tag.type = random.below(4) == 0 ? static_cast<ItemType>(random.below(6)) : ItemType::Single;
        tag.reserve = random.below(4) == 0 ? QStringLiteral("R1") : QString();
        tag.caseId = random.below(12) == 0 ? QStringLiteral("case") : QString();
        world.bank.append(tag);
        if (random.below(3) == 0)
            world.unsealed.insert(tag.id);
        if (random.below(4) == 0)
            world.due.insert(tag.id);
        if (random.below(4) == 0)
            continue;
        ItemPast past;
        past.shown = 1 + random.below(3);
        past.attemptsAgo = 1 + random.below(6);
        past.answered = random.below(4) > 0;
        past.right = random.below(2) == 0;
        past.unsure = random.below(3) == 0;
        past.dwellMs = slowMs - 2 + random.below(5);
        world.pasts.insert(tag.id, past);
    }
    return world;
}

DrillCriteria randomCriteria(Random &random)
{
    DrillCriteria criteria;
    criteria.missed = random.below(4) == 0;
    criteria.unsure = random.below(4) == 0;
    criteria.unseen = random.below(4) == 0;
    criteria.slow = random.below(4) == 0;
    criteria.due = random.below(6) == 0;
    for (int i = random.below(4) - 1; i > 0; --i) {
        criteria.topics.append(pick(random, QStringLiteral("t"), 6));
        criteria.difficulties.append(static_cast<Difficulty>(random.below(3)));
    }
    for (int i = random.below(5) - 2; i > 0; --i)
        criteria.objectives.append(pick(random, QStringLiteral("outline/S"), 6));
    criteria.notInLast = std::max(0, random.below(8) - 4);
    for (int i = random.below(12) - 8; i > 0; --i)
        criteria.items.append(pick(random, QStringLiteral("q"), 80));
    return criteria;
}

/// The items of which `holds` is true.
QSet<QString> those(const World &world, const std::function<bool(const ItemTag &, const ItemPast &)> &holds)
{
    QSet<QString> ids;
    for (const ItemTag &tag : world.bank) {
        if (holds(tag, world.pasts.value(tag.id)))
            ids.insert(tag.id);
    }
    return ids;
}

/// What the criteria ask for, one set for each: the first group widens, the others narrow.
QSet<QString> plainly(const World &world, const DrillCriteria &criteria)
{
    QSet<QString> open = those(world, [&](const ItemTag &tag, const ItemPast &) {
        const bool sealed = !tag.reserve.isEmpty() && !world.unsealed.contains(tag.id);
        const bool answerable = tag.type == ItemType::Single || tag.type == ItemType::Multiple;
        return !sealed && answerable && tag.caseId.isEmpty();
    });
    if (!criteria.items.isEmpty())
        return open.intersect(QSet<QString>(criteria.items.cbegin(), criteria.items.cend()));

    QSet<QString> states;
    if (criteria.missed)
        states += those(world, [](const ItemTag &, const ItemPast &past) { return past.answered && !past.right; });
    if (criteria.unsure)
        states += those(world, [](const ItemTag &, const ItemPast &past) { return past.answered && past.unsure; });
    if (criteria.unseen)
        states += those(world, [](const ItemTag &, const ItemPast &past) { return past.shown == 0; });
    if (criteria.slow)
        states +=
            those(world, [](const ItemTag &, const ItemPast &past) { return past.answered && past.dwellMs > slowMs; });
    if (criteria.due)
        states += world.due;
    if (criteria.missed || criteria.unsure || criteria.unseen || criteria.slow || criteria.due)
        open.intersect(states);
    if (!criteria.topics.isEmpty())
        open.intersect(
            those(world, [&](const ItemTag &tag, const ItemPast &) { return criteria.topics.contains(tag.topic); }));
    if (!criteria.objectives.isEmpty())
        open.intersect(those(
            world, [&](const ItemTag &tag, const ItemPast &) { return criteria.objectives.contains(tag.objective); }));
    if (!criteria.difficulties.isEmpty())
        open.intersect(those(world,
            [&](const ItemTag &tag, const ItemPast &) { return criteria.difficulties.contains(tag.difficulty); }));
    for (int ago = 1; ago <= criteria.notInLast; ++ago)
        open.subtract(those(world, [&](const ItemTag &, const ItemPast &past) { return past.attemptsAgo == ago; }));
    return open;
}

QStringList chosen(const World &world, const DrillCriteria &criteria)
{
    QStringList ids;
    for (const ItemTag &tag : drillItems(world.bank, criteria, world.pasts, world.unsealed, world.due, slowMs))
        ids.append(tag.id);
    return ids;
}

bool agrees(const World &world, const DrillCriteria &criteria)
{
    const QStringList ids = chosen(world, criteria);
    const QSet<QString> set(ids.cbegin(), ids.cend());
    // In the bank's order, each once.
    QStringList inOrder;
    for (const ItemTag &tag : world.bank) {
        if (set.contains(tag.id))
            inOrder.append(tag.id);
    }
    return ids == inOrder && set == plainly(world, criteria);
}

FormRequest request(quint64 seed, int questions)
{
    FormRequest wanted;
    wanted.seed = seed;
    wanted.questions = questions;
    return wanted;
}

QStringList idsOf(const QList<FormItem> &form)
{
    QStringList ids;
    for (const FormItem &seat : form)
        ids.append(seat.item);
    return ids;
}

} // namespace

class DrillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachCriterionAlone();
    void allCombinations();
    void textAndBack();
    void textThatIsNone_data();
    void textThatIsNone();
    void slowIsAgainstTheEvenPace();
    void noEnemiesNoDuplicates();
    void leastShownFirst();
    void spreadsOverTopics();
    void theSeedAloneDecides();
    void seatsCarryTheirItem();
    void nothingToDraw();

private:
    Certification m_certification;
    QList<ItemTag> m_bank;
};

void DrillTest::initTestCase()
{
    m_certification = test::sampleCertification();
    m_bank = test::sampleBank(m_certification, 6);
}

void DrillTest::eachCriterionAlone()
{
    Random random(31);
    const World world = randomWorld(random, 200);
    QList<DrillCriteria> single(11);
    single[1].missed = true;
    single[2].unsure = true;
    single[3].unseen = true;
    single[4].slow = true;
    single[5].due = true;
    single[6].topics = QStringList{QStringLiteral("t1"), QStringLiteral("t4")};
    single[7].objectives = QStringList{QStringLiteral("outline/S2")};
    single[8].difficulties = {Difficulty::Hard};
    single[9].notInLast = 3;
    single[10].items = QStringList{QStringLiteral("q7"), QStringLiteral("q3"), QStringLiteral("q999")};
    for (const DrillCriteria &criteria : single)
        QVERIFY(agrees(world, criteria));
    // Each of them leaves something and takes something away.
    const qsizetype all = chosen(world, {}).size();
    for (qsizetype i = 1; i < 10; ++i) {
        const qsizetype some = chosen(world, single[i]).size();
        QVERIFY(some > 0 && some < all);
    }
}

void DrillTest::allCombinations()
{
    Random random(32);
    int empty = 0;
    int exact = 0;
    for (int round = 0; round < 3000; ++round) {
        const World world = randomWorld(random);
        const DrillCriteria criteria = randomCriteria(random);
        QVERIFY2(agrees(world, criteria), qPrintable(drillText(criteria)));
        empty += chosen(world, criteria).isEmpty() ? 1 : 0;
        exact += criteria.items.isEmpty() ? 0 : 1;
    }
    QVERIFY(empty > 50 && empty < 1500 && exact > 200);
}

void DrillTest::textAndBack()
{
    QCOMPARE(drillText({}), QStringLiteral("{}"));
    QCOMPARE(drillFromText(QStringLiteral("{}")), DrillCriteria());
    QCOMPARE(drillFromText(QStringLiteral(" {\"notInLast\": 2, \"missed\": true, \"slow\": false} "))->notInLast, 2);
    Random random(33);
    for (int round = 0; round < 2000; ++round) {
        DrillCriteria criteria = randomCriteria(random);
        if (round % 10 == 0)
            criteria.topics.append(QStringLiteral("ä \"\\ \u2028 名"));
        const auto read = drillFromText(drillText(criteria));
        QVERIFY(read.has_value());
        QCOMPARE(*read, criteria);
    }
}

void DrillTest::textThatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"", " ", "null", "true", "[]", "\"missed\"", "{", "{]", "{\"missed\":1}", "{\"missed\":\"true\"}",
            "{\"missed\":null}", "{\"Missed\":true}", "{\"other\":true}", "{\"topics\":\"t1\"}", "{\"topics\":[1]}",
            "{\"topics\":[[\"t1\"]]}", "{\"topics\":null}", "{\"items\":{}}", "{\"objectives\":[\"a\",null]}",
            "{\"difficulties\":[\"extreme\"]}", "{\"difficulties\":[0]}", "{\"difficulties\":true}",
            "{\"notInLast\":0}", "{\"notInLast\":-1}", "{\"notInLast\":1.5}", "{\"notInLast\":\"3\"}",
            "{\"notInLast\":1e99}", "{\"notInLast\":4294967297}", "{\"missed\":true} {}", "{\"missed\":true,}"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("deep") << QString(5000, u'[') + QString(5000, u']');
    QTest::newRow("deep in a key") << QStringLiteral("{\"topics\":") + QString(5000, u'[') + QString(5000, u']') + u'}';
}

void DrillTest::textThatIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!drillFromText(text).has_value());
}

void DrillTest::slowIsAgainstTheEvenPace()
{
    Blueprint blueprint; // 60 questions in 120 minutes: two minutes each
    QCOMPARE(slowAfterMs(blueprint), 180'000);
    blueprint.questions = 45;
    blueprint.minutes = 90;
    QCOMPARE(slowAfterMs(blueprint), 180'000);
    blueprint.questions = 0;
    QCOMPARE(slowAfterMs(blueprint), 0);
}

void DrillTest::noEnemiesNoDuplicates()
{
    Random random(34);
    for (int round = 0; round < 300; ++round) {
        QList<ItemTag> bank = m_bank;
        QSet<std::pair<QString, QString>> enemies;
        for (int i = 0; i < 100; ++i) {
            ItemTag &one = bank[random.below(static_cast<int>(bank.size()))];
            const QString other = bank[random.below(static_cast<int>(bank.size()))].id;
            if (one.id == other)
                continue;
            one.enemies.append(other);
            enemies += {one.id, other};
        }
        const QStringList ids = idsOf(
            drawDrill(bank, m_certification.blueprints[0], request(quint64(round), 1 + random.below(80))).value());
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
        for (const auto &[one, other] : std::as_const(enemies))
            QVERIFY(!ids.contains(one) || !ids.contains(other));
    }
}

void DrillTest::leastShownFirst()
{
    Random random(35);
    for (int round = 0; round < 100; ++round) {
        FormRequest wanted = request(quint64(round), 1 + random.below(150));
        QList<int> all;
        for (const ItemTag &tag : std::as_const(m_bank)) {
            wanted.exposures.insert(tag.id, random.below(4));
            all.append(wanted.exposures.value(tag.id));
        }
        std::sort(all.begin(), all.end());
        QList<int> drawn;
        for (const QString &id : idsOf(drawDrill(m_bank, m_certification.blueprints[0], wanted).value()))
            drawn.append(wanted.exposures.value(id));
        QCOMPARE(drawn, all.first(std::min<qsizetype>(wanted.questions, all.size())));
    }
}

void DrillTest::spreadsOverTopics()
{
    for (int questions : {1, 10, 25, 26, 60, 149, 150, 200}) {
        QMap<QString, int> turns;
        for (const QString &id : idsOf(drawDrill(m_bank, m_certification.blueprints[0], request(7, questions)).value()))
            ++turns[id.section(u'-', 0, 0)];
        int least = 1000;
        int most = 0;
        for (const Domain &domain : m_certification.domains) {
            for (const Topic &topic : domain.topics) {
                least = std::min(least, turns.value(topic.id));
                most = std::max(most, turns.value(topic.id));
            }
        }
        QVERIFY(most - least <= 1);
        QCOMPARE(most, std::min(6, (questions + 24) / 25));
    }
}

void DrillTest::theSeedAloneDecides()
{
    Random random(36);
    QList<ItemTag> bank = m_bank;
    QSet<QStringList> different;
    for (quint64 seed = 0; seed < 50; ++seed) {
        const QList<FormItem> form = drawDrill(bank, m_certification.blueprints[1], request(seed, 20)).value();
        random.shuffle(bank);
        QCOMPARE(drawDrill(bank, m_certification.blueprints[1], request(seed, 20)).value(), form);
        QCOMPARE(drawDrill(bank + bank, m_certification.blueprints[1], request(seed, 20)).value(), form);
        different.insert(idsOf(form));
    }
    QCOMPARE(different.size(), 50);
}

void DrillTest::seatsCarryTheirItem()
{
    QList<ItemTag> bank = m_bank;
    QHash<QString, ItemTag> tags;
    for (int i = 0; i < bank.size(); ++i) {
        bank[i].type = i % 2 ? ItemType::Multiple : ItemType::Single;
        bank[i].reserve = i % 3 ? QString() : QStringLiteral("R1"); // its seal is broken, or it would not be here
        if (i % 5 == 0)
            bank[i].objective = enrichmentObjective;
        tags.insert(bank[i].id, bank[i]);
    }
    const Blueprint &outline = m_certification.blueprints[1];
    int several = 0;
    int enrichment = 0;
    const QList<FormItem> form = drawDrill(bank, outline, request(5, 60)).value();
    for (const FormItem &seat : form) {
        const ItemTag &tag = tags[seat.item];
        QCOMPARE(seat.revision, tag.revision);
        QCOMPARE(seat.section, sectionOf(outline, tag.topic, tag.objective));
        QStringList sorted = seat.optionOrder;
        sorted.sort();
        QCOMPARE(sorted, tag.optionIds);
        QVERIFY(seat.scored && seat.reserve.isEmpty() && seat.standsFor.isEmpty());
        several += tag.type == ItemType::Multiple ? 1 : 0;
        enrichment += seat.section.isEmpty() ? 1 : 0;
    }
    QVERIFY(several > 10 && enrichment > 2);
}

void DrillTest::nothingToDraw()
{
    const Blueprint &page = m_certification.blueprints[0];
    for (const auto &form : {drawDrill({}, page, request(1, 10)), drawDrill(m_bank, page, request(1, 0))}) {
        QVERIFY(!form.ok());
        QCOMPARE(form.error().code, ErrorCode::NotEnoughItems);
    }
    QCOMPARE(drawDrill(m_bank.first(3), page, request(1, 10))->size(), 3);
}

LECTERN_TEST_CLASS(DrillTest)
#include "drill_test.moc"
