// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <QCryptographicHash>
#include <QMap>
#include <QSet>

using namespace lectern;

namespace
{

QHash<QString, ItemTag> byId(const QList<ItemTag> &bank)
{
    QHash<QString, ItemTag> tags;
    for (const ItemTag &tag : bank)
        tags.insert(tag.id, tag);
    return tags;
}

/// Gives items one or two enemies each, named on one side only.
void addEnemies(QList<ItemTag> &bank, Random &random, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto one = random.below(static_cast<int>(bank.size()));
        const auto other = random.below(static_cast<int>(bank.size()));
        if (one != other)
            bank[one].enemies.append(bank[other].id);
    }
}

FormRequest request(quint64 seed, int questions = 60)
{
    FormRequest wanted;
    wanted.questions = questions;
    wanted.seed = seed;
    return wanted;
}

} // namespace

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seatsCarryTheirItem();
    void unseenFirst();
    void spreadOverTopics();
    void leansToMediumDifficulty();
    void theBanksOrderDoesNotMatter();
    void theSeedDecides();
    void goldenForm();
    void optionOrderIsFair();
    void enrichmentStaysOutOfOutlines();
    void severalRightOptionsHaveNoSeat();
    void tooFewItems();
    void unusableRequests();
    void preview();

private:
    Certification m_certification;
    QList<ItemTag> m_bank;
};

void FormTest::initTestCase()
{
    m_certification = test::sampleCertification();
    m_bank = test::sampleBank(m_certification, 8);
}

void FormTest::seatsCarryTheirItem()
{
    const QHash<QString, ItemTag> tags = byId(m_bank);
    const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], request(3)).value();
    QStringList sections;
    for (const FormItem &seat : form) {
        QCOMPARE(seat.revision, tags.value(seat.item).revision);
        QStringList sorted = seat.optionOrder;
        sorted.sort();
        QCOMPARE(sorted, tags.value(seat.item).optionIds);
        sections.append(seat.section);
    }
    // A candidate does not meet one domain after the other.
    QVERIFY(!std::is_sorted(sections.cbegin(), sections.cend()));
}

void FormTest::unseenFirst()
{
    for (quint64 seed = 0; seed < 100; ++seed) {
        FormRequest wanted = request(seed);
        // Of the 40 items of a domain, these are fewer unseen and seen once than a form needs of them.
        for (const ItemTag &tag : m_bank) {
            const int n = tag.id.back().digitValue();
            wanted.exposures.insert(tag.id, n < 1 ? 0 : n < 2 ? 1 : 3);
        }
        const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], wanted).value();
        QMap<int, int> counts;
        for (const FormItem &seat : form)
            ++counts[wanted.exposures.value(seat.item)];
        // 5 unseen and 5 seen once in each domain; 15, 15, 12, 9, 9 are wanted.
        QCOMPARE(counts.value(0), 25);
        QCOMPARE(counts.value(1), 23);
        QCOMPARE(counts.value(3), 12);
    }
}

void FormTest::spreadOverTopics()
{
    const QHash<QString, ItemTag> tags = byId(m_bank);
    for (quint64 seed = 0; seed < 200; ++seed) {
        const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], request(seed)).value();
        QMap<QString, int> turns;
        for (const FormItem &seat : form)
            ++turns[tags.value(seat.item).topic];
        for (const Domain &domain : m_certification.domains) {
            int least = 60;
            int most = 0;
            for (const Topic &topic : domain.topics) {
                least = std::min(least, turns.value(topic.id));
                most = std::max(most, turns.value(topic.id));
            }
            QVERIFY(most - least <= 1);
        }
    }
    // A topic that runs out leaves its turns to the others.
    QList<ItemTag> bank;
    for (const ItemTag &tag : std::as_const(m_bank)) {
        if (tag.topic != QStringLiteral("d1.1") || tag.id.endsWith(u'0'))
            bank.append(tag);
    }
    const QList<FormItem> form = drawForm(bank, m_certification.blueprints[0], request(9)).value();
    QMap<QString, int> turns;
    for (const FormItem &seat : form)
        ++turns[tags.value(seat.item).topic];
    QCOMPARE(turns.value(QStringLiteral("d1.1")), 1);
    for (const char *topic : {"d1.2", "d1.3", "d1.4", "d1.5"})
        QVERIFY(turns.value(QLatin1String(topic)) == 3 || turns.value(QLatin1String(topic)) == 4);
}

void FormTest::leansToMediumDifficulty()
{
    const QHash<QString, ItemTag> tags = byId(m_bank);
    QMap<Difficulty, int> counts;
    for (quint64 seed = 0; seed < 200; ++seed) {
        const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], request(seed)).value();
        for (const FormItem &seat : form)
            ++counts[tags.value(seat.item).difficulty];
    }
    // 3/8, 3/8 and 2/8 of the bank are easy, medium and hard; 25, 50 and 25 % are wanted.
    const double all = 200 * 60;
    QVERIFY(qAbs(counts.value(Difficulty::Easy) / all - 0.25) < 0.03);
    QVERIFY(qAbs(counts.value(Difficulty::Medium) / all - 0.50) < 0.03);
    QVERIFY(qAbs(counts.value(Difficulty::Hard) / all - 0.25) < 0.03);
}

void FormTest::theBanksOrderDoesNotMatter()
{
    Random random(5);
    QList<ItemTag> bank = m_bank;
    addEnemies(bank, random, 60);
    for (quint64 seed = 0; seed < 50; ++seed) {
        const QList<FormItem> form = drawForm(bank, m_certification.blueprints[0], request(seed)).value();
        random.shuffle(bank);
        QCOMPARE(drawForm(bank, m_certification.blueprints[0], request(seed)).value(), form);
    }
    // Nor do items that the blueprint does not ask, or one that stands there twice.
    const QList<FormItem> form = drawForm(bank, m_certification.blueprints[0], request(7)).value();
    ItemTag stray = bank[0];
    stray.id = QStringLiteral("a-stray");
    stray.topic = QStringLiteral("d9.1");
    QCOMPARE(drawForm(bank + QList<ItemTag>{stray} + bank, m_certification.blueprints[0], request(7)).value(), form);
}

void FormTest::theSeedDecides()
{
    QSet<QStringList> forms;
    for (quint64 seed = 0; seed < 100; ++seed) {
        const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], request(seed)).value();
        QCOMPARE(drawForm(m_bank, m_certification.blueprints[0], request(seed)).value(), form);
        QStringList ids;
        for (const FormItem &seat : form)
            ids.append(seat.item);
        forms.insert(ids);
    }
    QCOMPARE(forms.size(), 100);
}

/// One form to the letter: another compiler, library or edit that draws differently is seen here.
void FormTest::goldenForm()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[1], request(20261009)).value();
    for (const FormItem &seat : form)
        hash.addData((seat.item + u'|' + seat.section + u'|' + seat.optionOrder.join(u',') + u'\n').toUtf8());
    QCOMPARE(QString::fromLatin1(hash.result().toHex()),
        QStringLiteral("1a4b45a13ee64b806546eec127e4df6ab9d603daeb9afde4a234580627bcaa6b"));
}

void FormTest::optionOrderIsFair()
{
    QMap<QString, QList<int>> at; // option -> how often it stood at each place
    for (quint64 seed = 0; seed < 400; ++seed) {
        const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], request(seed, 20)).value();
        for (const FormItem &seat : form) {
            for (int place = 0; place < 4; ++place) {
                QList<int> &counts = at[seat.optionOrder[place]];
                counts.resize(4);
                ++counts[place];
            }
        }
    }
    QCOMPARE(at.size(), 4);
    const double expected = 400 * 20 / 4.0;
    for (int place = 0; place < 4; ++place) {
        double chiSquare = 0;
        for (const QList<int> &counts : std::as_const(at))
            chiSquare += (counts[place] - expected) * (counts[place] - expected) / expected;
        // The 99.9 % quantile with three degrees of freedom.
        QVERIFY2(chiSquare < 16.27, qPrintable(QString::number(chiSquare)));
    }
}

void FormTest::enrichmentStaysOutOfOutlines()
{
    QList<ItemTag> bank = m_bank;
    for (int i = 0; i < bank.size(); i += 5)
        bank[i].objective = enrichmentObjective;
    const QHash<QString, ItemTag> tags = byId(bank);
    bool inDomains = false;
    for (quint64 seed = 0; seed < 100; ++seed) {
        const QList<FormItem> outline = drawForm(bank, m_certification.blueprints[1], request(seed, 40)).value();
        for (const FormItem &seat : outline)
            QVERIFY(tags.value(seat.item).objective != enrichmentObjective);
        const QList<FormItem> page = drawForm(bank, m_certification.blueprints[0], request(seed, 40)).value();
        for (const FormItem &seat : page)
            inDomains = inDomains || tags.value(seat.item).objective == enrichmentObjective;
    }
    QVERIFY(inDomains);
}

void FormTest::severalRightOptionsHaveNoSeat()
{
    QList<ItemTag> bank = m_bank;
    QSet<QString> multiple;
    for (int i = 0; i < bank.size(); ++i) {
        if (i / 9 % 4 != 0)
            continue;
        bank[i].type = ItemType::Multiple;
        multiple.insert(bank[i].id);
    }
    // Never shown, so that a draw would like them best, and enemies of what it may seat.
    FormRequest wanted = request(0);
    for (int i = 0; i < bank.size(); ++i) {
        if (multiple.contains(bank[i].id))
            bank[i].enemies.append(bank[i + 1 < bank.size() ? i + 1 : 0].id);
        else
            wanted.exposures.insert(bank[i].id, 1);
    }
    for (wanted.seed = 0; wanted.seed < 1000; ++wanted.seed) {
        const Blueprint &blueprint = m_certification.blueprints[static_cast<int>(wanted.seed % 2)];
        const Result<QList<FormItem>> form = drawForm(bank, blueprint, wanted);
        QVERIFY(form.ok());
        QCOMPARE(form->size(), 60);
        for (const FormItem &seat : *form)
            QVERIFY(!multiple.contains(seat.item));
    }
    int available = 0;
    int unseen = 0;
    for (const SectionSupply &supply : previewForm(bank, m_certification.blueprints[0], wanted).sections) {
        available += supply.available;
        unseen += supply.unseen;
    }
    QCOMPARE(available, bank.size() - multiple.size());
    QCOMPARE(unseen, 0);

    // They fill no section that has too few others.
    int kept = 0;
    for (ItemTag &tag : bank) {
        const bool fourth = tag.topic.startsWith(QStringLiteral("d4"));
        tag.type = fourth && ++kept > 8 ? ItemType::Multiple : ItemType::Single;
    }
    const Result<QList<FormItem>> form = drawForm(bank, m_certification.blueprints[0], request(1));
    QVERIFY(!form.ok());
    QCOMPARE(form.error().code, ErrorCode::NotEnoughItems);
    QCOMPARE(form.error().where, QStringLiteral("D4"));
    QCOMPARE(form.error().detail, QStringLiteral("8 of 9"));
}

void FormTest::tooFewItems()
{
    QList<ItemTag> bank;
    int kept = 0;
    for (const ItemTag &tag : std::as_const(m_bank)) {
        if (!tag.topic.startsWith(QStringLiteral("d4")) || ++kept <= 8)
            bank.append(tag);
    }
    const Result<QList<FormItem>> form = drawForm(bank, m_certification.blueprints[0], request(1));
    QVERIFY(!form.ok());
    QCOMPARE(form.error().code, ErrorCode::NotEnoughItems);
    QCOMPARE(form.error().where, QStringLiteral("D4"));
    QCOMPARE(form.error().detail, QStringLiteral("8 of 9"));
    QVERIFY(drawForm(bank, m_certification.blueprints[0], request(1, 53)).ok());
    QCOMPARE(drawForm({}, m_certification.blueprints[1], request(1)).error().where, QStringLiteral("S1"));
}

void FormTest::unusableRequests()
{
    for (const int questions : {0, -1}) {
        const Result<QList<FormItem>> form = drawForm(m_bank, m_certification.blueprints[0], request(1, questions));
        QVERIFY(!form.ok());
        QCOMPARE(form.error().code, ErrorCode::BadInput);
    }
    QCOMPARE(drawForm(m_bank, Blueprint(), request(1)).error().code, ErrorCode::BadInput);
    QVERIFY(!previewForm(m_bank, Blueprint(), request(1)).possible);
}

void FormTest::preview()
{
    FormRequest wanted = request(11);
    for (int i = 0; i < 130; ++i)
        wanted.exposures.insert(m_bank[i].id, 1 + i % 2);
    const FormPreview preview = previewForm(m_bank, m_certification.blueprints[0], wanted);
    QVERIFY(preview.possible);
    const QList<int> quota{15, 15, 12, 9, 9};
    const QList<int> unseen{0, 0, 0, 30, 40};
    QCOMPARE(preview.sections.size(), 5);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(preview.sections[i].section, m_certification.domains[i].id);
        QCOMPARE(preview.sections[i].wanted, quota[i]);
        QCOMPARE(preview.sections[i].available, 40);
        QCOMPARE(preview.sections[i].unseen, unseen[i]);
    }
    int withCode = 0;
    int seenBefore = 0;
    QMap<Difficulty, int> counts;
    const QHash<QString, ItemTag> tags = byId(m_bank);
    const QList<FormItem> form = drawForm(m_bank, m_certification.blueprints[0], wanted).value();
    for (const FormItem &seat : form) {
        ++counts[tags.value(seat.item).difficulty];
        withCode += tags.value(seat.item).hasCode ? 1 : 0;
        seenBefore += wanted.exposures.value(seat.item) > 0 ? 1 : 0;
    }
    QCOMPARE(preview.easy, counts.value(Difficulty::Easy));
    QCOMPARE(preview.medium, counts.value(Difficulty::Medium));
    QCOMPARE(preview.hard, counts.value(Difficulty::Hard));
    QCOMPARE(preview.withCode, withCode);
    QCOMPARE(preview.seenBefore, seenBefore);
    QCOMPARE(preview.seenBefore, 42);

    const FormPreview impossible = previewForm({m_bank[0]}, m_certification.blueprints[0], wanted);
    QVERIFY(!impossible.possible);
    QCOMPARE(impossible.sections[0].available, 1);
    QCOMPARE(impossible.sections[1].available, 0);
    QCOMPARE(impossible.easy + impossible.medium + impossible.hard, 0);
}

LECTERN_TEST_CLASS(FormTest)
#include "form_test.moc"
