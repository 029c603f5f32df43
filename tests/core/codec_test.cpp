// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"

#include "fixtures.h"
#include "runall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lectern;

namespace
{

/// Every value with one thing broken somewhere below it: a key removed or added, or a value of another type.
QList<QJsonValue> broken(const QJsonValue &value);

QList<QJsonValue> ofAnotherType(const QJsonValue &value)
{
    const QList<QJsonValue> all{QJsonValue(QJsonValue::Null), true, 12.5, QStringLiteral("12.5"), QJsonArray{1},
        QJsonObject{{QStringLiteral("stray"), 1}}};
    QList<QJsonValue> others;
    for (const QJsonValue &other : all) {
        // A number with a fraction is no integer either.
        if (other.type() != value.type() || value.isDouble())
            others.append(other);
    }
    return others;
}

QList<QJsonValue> broken(const QJsonValue &value)
{
    QList<QJsonValue> all = ofAnotherType(value);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QList<QJsonValue> parts = broken(array[i]);
            for (const QJsonValue &part : parts) {
                QJsonArray copy = array;
                copy[i] = part;
                all.append(copy);
            }
        }
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject more = object;
        more.insert(QStringLiteral("unknown"), 1);
        all.append(more);
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            QJsonObject less = object;
            less.remove(it.key());
            all.append(less);
            const QList<QJsonValue> parts = broken(it.value());
            for (const QJsonValue &part : parts) {
                QJsonObject copy = object;
                copy.insert(it.key(), part);
                all.append(copy);
            }
        }
    }
    return all;
}

/// A certification with one of everything, so that walking it stays short.
Certification smallCertification()
{
    Certification certification = test::sampleCertification();
    const auto one = [](auto &list) { list = list.first(1); };
    one(certification.domains);
    one(certification.domains[0].topics);
    certification.blueprints = certification.blueprints.last(1);
    one(certification.blueprints[0].sections);
    one(certification.blueprints[0].sections[0].objectives);
    certification.path = certification.path.mid(1, 1);
    one(certification.collections);
    certification.examDay.clear(); // may be absent as a whole
    return certification;
}

template<typename T>
Result<T> decoded(const QByteArray &json)
{
    if constexpr (std::is_same_v<T, Item>)
        return itemFromJson(json);
    else
        return certificationFromJson(json);
}

template<typename T>
int countRefused(const T &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(toJson(value));
    const QList<QJsonValue> variants = broken(document.object());
    int refused = 0;
    for (const QJsonValue &variant : variants) {
        if (!variant.isObject())
            continue;
        const QByteArray json = QJsonDocument(variant.toObject()).toJson(QJsonDocument::Compact);
        const Result<T> read = decoded<T>(json);
        if (read.ok() || read.error().code != ErrorCode::ProfileDamaged || read.error().where.isEmpty()) {
            qWarning("taken: %s", json.constData());
            return -1;
        }
        ++refused;
    }
    return refused;
}

template<typename E>
void checkWords(const QList<E> &values, const QStringList &expected, std::optional<E> (*fromWord)(QStringView))
{
    QStringList words;
    for (const E value : values) {
        words.append(word(value));
        QCOMPARE(fromWord(word(value)), value);
    }
    QCOMPARE(words, expected);
    QVERIFY(!fromWord(u"").has_value());
    QVERIFY(!fromWord(u"Hard ").has_value());
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificationRoundTrip();
    void itemRoundTrip();
    void theUsualTypeIsAbsent();
    void whatIsNoSkillDoesNotSaySo();
    void whatIsEmptyIsAbsent();
    void emptyValuesRoundTrip();
    void everyDefectOfACertificationIsRefused();
    void everyDefectOfTheDayOfTheExamIsRefused();
    void everyDefectOfAnItemIsRefused();
    void malformedValuesAreRefused_data();
    void malformedValuesAreRefused();
    void whatIsNotAnObjectIsRefused();
    void namesTheFault();
    void words();
};

void CodecTest::certificationRoundTrip()
{
    const Certification certification = test::sampleCertification();
    const QByteArray json = toJson(certification);
    const Result<Certification> read = certificationFromJson(json);
    QVERIFY(read.ok());
    QCOMPARE(*read, certification);
    QCOMPARE(toJson(*read), json);
    QVERIFY(!json.contains('\n'));
    // Two values that differ have bytes that differ.
    Certification other = certification;
    other.path[5].lastWeek = 13;
    QVERIFY(toJson(other) != json);
}

void CodecTest::itemRoundTrip()
{
    const Item item = test::sampleItem();
    const QByteArray json = toJson(item);
    const Result<Item> read = itemFromJson(json);
    QVERIFY(read.ok());
    QCOMPARE(*read, item);
    QCOMPARE(toJson(*read), json);
}

/// Profiles hold items from before there was a type: the usual one is not written, so that they are read and stay as
/// they are.
void CodecTest::theUsualTypeIsAbsent()
{
    Item item = test::sampleItem();
    const QByteArray single = toJson(item);
    QVERIFY(!single.contains("\"type\""));
    item.type = ItemType::Multiple;
    item.options[2].key = true;
    const QByteArray multiple = toJson(item);
    QVERIFY(multiple.contains("\"type\":\"multiple\""));
    QCOMPARE(*itemFromJson(multiple), item);
    for (const char *other : {"\"single\"", "\"several\"", "\"\"", "1", "null"}) {
        QByteArray changed = multiple;
        changed.replace("\"type\":\"multiple\"", QByteArray("\"type\":") + other);
        QCOMPARE(itemFromJson(changed).error().where, QStringLiteral("type"));
    }
}

/// As with the type: what only some questions have is written only there.
void CodecTest::whatIsEmptyIsAbsent()
{
    const QStringList names{QStringLiteral("answer"), QStringLiteral("case_id"), QStringLiteral("case_text"),
        QStringLiteral("prompts"), QStringLiteral("reserve")};
    Item item = test::sampleItem();
    const QByteArray plain = toJson(item);
    item.reserve = QStringLiteral("R1");
    item.caseId = QStringLiteral("night-shift");
    item.caseText = QStringLiteral("Two jobs share a table.");
    item.prompts = QStringList{QStringLiteral("Slow"), QStringLiteral("Twice")};
    item.answer = QStringList{QStringLiteral("2=retry"), QStringLiteral("1=dedupe")};
    const QByteArray full = toJson(item);
    QCOMPARE(*itemFromJson(full), item);
    QCOMPARE(toJson(*itemFromJson(full)), full);
    const QJsonObject object = QJsonDocument::fromJson(full).object();
    QJsonObject less = object;
    for (const QString &name : names) {
        QVERIFY(!QJsonDocument::fromJson(plain).object().contains(name));
        less.remove(name);
        // Empty or of another type it cannot have been written.
        QList<QJsonValue> others = ofAnotherType(object.value(name));
        others.append(object.value(name).isArray() ? QJsonValue(QJsonArray()) : QJsonValue(QString()));
        others.append(QJsonArray{QStringLiteral("x"), 1});
        for (const QJsonValue &other : std::as_const(others)) {
            QJsonObject changed = object;
            changed.insert(name, other);
            QCOMPARE(itemFromJson(QJsonDocument(changed).toJson()).error().where, name);
        }
    }
    QCOMPARE(QJsonDocument(less).toJson(QJsonDocument::Compact), plain);
}

/// Profiles hold certifications from before there were skills.
void CodecTest::whatIsNoSkillDoesNotSaySo()
{
    Certification certification = smallCertification();
    QVERIFY(!toJson(certification).contains("\"skill\""));
    Entry &entry = certification.collections.first().groups.first().entries.first();
    entry.skill = true;
    const QByteArray json = toJson(certification);
    QVERIFY(json.contains("\"skill\":true"));
    QCOMPARE(*certificationFromJson(json), certification);
    for (const char *other : {"false", "1", "\"true\"", "null"}) {
        QByteArray changed = json;
        changed.replace("\"skill\":true", QByteArray("\"skill\":") + other);
        const auto read = certificationFromJson(changed);
        QVERIFY2(!read.ok(), other);
        QCOMPARE(read.error().code, ErrorCode::ProfileDamaged);
    }
}

void CodecTest::emptyValuesRoundTrip()
{
    QCOMPARE(*certificationFromJson(toJson(Certification())), Certification());
    QCOMPARE(*itemFromJson(toJson(Item())), Item());
}

void CodecTest::everyDefectOfACertificationIsRefused()
{
    const int refused = countRefused(smallCertification());
    QVERIFY2(refused > 500, qPrintable(QString::number(refused)));
}

void CodecTest::everyDefectOfTheDayOfTheExamIsRefused()
{
    Certification certification = smallCertification();
    certification.examDay = test::sampleCertification().examDay;
    const QString key = QStringLiteral("exam_day");
    QJsonObject whole = QJsonDocument::fromJson(toJson(certification)).object();
    const QList<QJsonValue> variants = broken(whole.value(key));
    int refused = 0;
    for (const QJsonValue &variant : variants) {
        whole.insert(key, variant);
        const auto read = certificationFromJson(QJsonDocument(whole).toJson(QJsonDocument::Compact));
        if (read.ok())
            QCOMPARE(QJsonDocument::fromJson(toJson(*read)).object().value(key), variant);
        else
            QCOMPARE(read.error().code, ErrorCode::ProfileDamaged);
        refused += !read.ok();
    }
    QVERIFY2(refused > 40, qPrintable(QString::number(refused)));
}

void CodecTest::everyDefectOfAnItemIsRefused()
{
    const int refused = countRefused(test::sampleItem());
    QVERIFY2(refused > 200, qPrintable(QString::number(refused)));
}

void CodecTest::malformedValuesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no such day") << QByteArray("\"2026-08-30\"") << QByteArray("\"2026-02-30\"");
    QTest::newRow("no date") << QByteArray("\"2026-08-30\"") << QByteArray("\"soon\"");
    QTest::newRow("unknown bloom") << QByteArray("\"analyze\"") << QByteArray("\"analyse\"");
    QTest::newRow("unknown difficulty") << QByteArray("\"hard\"") << QByteArray("\"brutal\"");
    QTest::newRow("cut off") << QByteArray("\"d3.2\"}") << QByteArray("\"d3.2\"");
}

void CodecTest::malformedValuesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray json = toJson(test::sampleItem());
    QVERIFY(json.contains(from));
    json.replace(from, to);
    const Result<Item> read = itemFromJson(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::ProfileDamaged);
}

void CodecTest::whatIsNotAnObjectIsRefused()
{
    for (const char *text : {"", "null", "[]", "[{}]", "3", "{", "\xff\xfe", "{}"}) {
        QCOMPARE(certificationFromJson(text).error().code, ErrorCode::ProfileDamaged);
        QCOMPARE(itemFromJson(text).error().code, ErrorCode::ProfileDamaged);
    }
}

void CodecTest::namesTheFault()
{
    QJsonObject object = QJsonDocument::fromJson(toJson(test::sampleItem())).object();
    object.remove(QStringLiteral("question"));
    const Result<Item> read = itemFromJson(QJsonDocument(object).toJson());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().where, QStringLiteral("question"));
}

void CodecTest::words()
{
    checkWords<Bloom>({Bloom::Remember, Bloom::Understand, Bloom::Apply, Bloom::Analyze, Bloom::Evaluate},
        {QStringLiteral("remember"), QStringLiteral("understand"), QStringLiteral("apply"), QStringLiteral("analyze"),
            QStringLiteral("evaluate")},
        bloomFromWord);
    checkWords<Difficulty>({Difficulty::Easy, Difficulty::Medium, Difficulty::Hard},
        {QStringLiteral("easy"), QStringLiteral("medium"), QStringLiteral("hard")}, difficultyFromWord);
    checkWords<ItemType>({ItemType::Single, ItemType::Multiple, ItemType::All, ItemType::Ordering, ItemType::Matching,
                             ItemType::CodeLine},
        {QStringLiteral("single"), QStringLiteral("multiple"), QStringLiteral("all"), QStringLiteral("ordering"),
            QStringLiteral("matching"), QStringLiteral("code-line")},
        itemTypeFromWord);
    checkWords<CollectionKind>(
        {CollectionKind::Checklist, CollectionKind::Resources, CollectionKind::Career, CollectionKind::Challenges},
        {QStringLiteral("checklist"), QStringLiteral("resources"), QStringLiteral("career"),
            QStringLiteral("challenges")},
        collectionKindFromWord);
    checkWords<BlueprintKind>({BlueprintKind::Domains, BlueprintKind::Sections},
        {QStringLiteral("domains"), QStringLiteral("sections")}, blueprintKindFromWord);
}

LECTERN_TEST_CLASS(CodecTest)
#include "codec_test.moc"
