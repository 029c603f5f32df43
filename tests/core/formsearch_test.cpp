// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <bit>

using namespace lectern;

namespace
{

Blueprint sections(const QList<int> &weights)
{
    Blueprint blueprint;
    for (int i = 0; i < weights.size(); ++i) {
        Section section;
        section.id = QStringLiteral("d%1").arg(i + 1);
        section.code = QStringLiteral("D%1").arg(i + 1);
        section.weight = weights[i];
        blueprint.sections.append(section);
    }
    return blueprint;
}

ItemTag tag(const QString &id, int section, const QStringList &enemies = {})
{
    ItemTag made;
    made.id = id;
    made.topic = QStringLiteral("d%1.1").arg(section);
    made.enemies = enemies;
    return made;
}

/// Tries every set of items: whether any is a form.
bool formExists(const QList<ItemTag> &bank, const Blueprint &blueprint, int questions)
{
    const QList<int> wanted = quotas(blueprint, questions);
    const int size = static_cast<int>(bank.size());
    QList<quint32> enemies(size, 0);
    QList<quint32> members(wanted.size(), 0);
    for (int i = 0; i < size; ++i) {
        members[bank[i].topic.mid(1, 1).toInt() - 1] |= 1U << i;
        for (int j = 0; j < size; ++j) {
            if (bank[i].enemies.contains(bank[j].id) || bank[j].enemies.contains(bank[i].id))
                enemies[i] |= 1U << j;
        }
    }
    for (quint32 set = 0; set < 1U << size; ++set) {
        bool fits = std::popcount(set) == questions;
        for (int section = 0; fits && section < wanted.size(); ++section)
            fits = std::popcount(set & members[section]) == wanted[section];
        for (int i = 0; fits && i < size; ++i)
            fits = !(set >> i & 1U) || (set & enemies[i]) == 0;
        if (fits)
            return true;
    }
    return false;
}

bool isForm(const QList<FormItem> &form, const QList<ItemTag> &bank)
{
    QSet<QString> seated;
    for (const FormItem &seat : form)
        seated.insert(seat.item);
    for (const ItemTag &item : bank) {
        for (const QString &enemy : item.enemies) {
            if (seated.contains(item.id) && seated.contains(enemy))
                return false;
        }
    }
    return seated.size() == form.size();
}

} // namespace

/// Enemies can lead a draw into a corner: these banks have a form that taking the best item each time does not find.
class FormSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnseenItemDoesNotStarveAnotherSection();
    void anUnseenItemDoesNotStarveItsOwnSection();
    void agreesWithTryingEverySet();
    void findsTheHiddenFormOfALargeBank();
    void aHopelessBankIsGivenUp();
};

void FormSearchTest::anUnseenItemDoesNotStarveAnotherSection()
{
    const QList<ItemTag> bank{tag(QStringLiteral("fresh"), 1, {QStringLiteral("b1"), QStringLiteral("b2")}),
        tag(QStringLiteral("old"), 1), tag(QStringLiteral("b1"), 2), tag(QStringLiteral("b2"), 2)};
    FormRequest request;
    request.questions = 2;
    request.exposures.insert(QStringLiteral("old"), 5);
    for (request.seed = 0; request.seed < 50; ++request.seed) {
        const Result<QList<FormItem>> form = drawForm(bank, sections({50, 50}), request);
        QVERIFY(form.ok());
        QVERIFY(isForm(*form, bank));
    }
}

void FormSearchTest::anUnseenItemDoesNotStarveItsOwnSection()
{
    // The three seen ones are the only three that get on with each other.
    const QList<ItemTag> bank{tag(QStringLiteral("fresh1"), 1, {QStringLiteral("a"), QStringLiteral("b")}),
        tag(QStringLiteral("fresh2"), 1, {QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("fresh1")}),
        tag(QStringLiteral("a"), 1), tag(QStringLiteral("b"), 1), tag(QStringLiteral("c"), 1)};
    FormRequest request;
    request.questions = 3;
    for (const char *seen : {"a", "b", "c"})
        request.exposures.insert(QString::fromLatin1(seen), 1);
    for (request.seed = 0; request.seed < 50; ++request.seed) {
        const Result<QList<FormItem>> form = drawForm(bank, sections({100}), request);
        QVERIFY(form.ok());
        QVERIFY(isForm(*form, bank));
    }
}

void FormSearchTest::agreesWithTryingEverySet()
{
    Random random(77);
    int possible = 0;
    int impossible = 0;
    for (int round = 0; round < 400; ++round) {
        const Blueprint blueprint = sections({40, 30, 30});
        const int size = 8 + random.below(5);
        QList<ItemTag> bank;
        for (int i = 0; i < size; ++i)
            bank.append(tag(QStringLiteral("q%1").arg(i), 1 + random.below(3)));
        const int pairs = random.below(2 * size);
        for (int i = 0; i < pairs; ++i) {
            const int one = random.below(size);
            bank[one].enemies.append(QStringLiteral("q%1").arg(random.below(size)));
            bank[one].enemies.removeAll(bank[one].id);
        }
        FormRequest request;
        request.questions = 3 + random.below(4);
        request.seed = static_cast<quint64>(round);
        for (int i = 0; i < size; ++i)
            request.exposures.insert(bank[i].id, random.below(3));
        const Result<QList<FormItem>> form = drawForm(bank, blueprint, request);
        QCOMPARE(form.ok(), formExists(bank, blueprint, request.questions));
        QCOMPARE(previewForm(bank, blueprint, request).possible, form.ok());
        QVERIFY(!form.ok() || isForm(*form, bank));
        QVERIFY(form.ok() || form.error().code == ErrorCode::NotEnoughItems);
        ++(form.ok() ? possible : impossible);
    }
    QVERIFY(possible > 100 && impossible > 100);
}

void FormSearchTest::findsTheHiddenFormOfALargeBank()
{
    // A form of 60 is planted, all of it seen; the 240 fresh items are each an enemy of two planted ones.
    Random random(3);
    QList<ItemTag> bank;
    for (int i = 0; i < 300; ++i)
        bank.append(tag(QStringLiteral("q%1").arg(i), 1 + i % 5));
    FormRequest request;
    for (int i = 0; i < 300; ++i) {
        request.exposures.insert(bank[i].id, i < 60 ? 2 : 0);
        for (int enemy = 0; enemy < 2 && i >= 60; ++enemy)
            bank[i].enemies.append(bank[random.below(60)].id);
        // And fresh ones are in each other's way, so that few of them sit together.
        for (int j = 60 + i % 20; j < i; j += 20)
            bank[i].enemies.append(bank[j].id);
    }
    for (request.seed = 0; request.seed < 20; ++request.seed) {
        const Result<QList<FormItem>> form = drawForm(bank, sections({20, 20, 20, 20, 20}), request);
        QVERIFY(form.ok());
        QCOMPARE(form->size(), 60);
        QVERIFY(isForm(*form, bank));
    }
}

void FormSearchTest::aHopelessBankIsGivenUp()
{
    // Forty pairs of enemies give forty seats, not 41; telling so for certain would take 2^40 steps.
    QList<ItemTag> bank;
    for (int i = 0; i < 40; ++i) {
        bank.append(tag(QStringLiteral("a%1").arg(i), 1, {QStringLiteral("b%1").arg(i)}));
        bank.append(tag(QStringLiteral("b%1").arg(i), 1));
    }
    FormRequest request;
    request.questions = 40;
    QVERIFY(drawForm(bank, sections({100}), request).ok());
    request.questions = 41;
    const Result<QList<FormItem>> form = drawForm(bank, sections({100}), request);
    QVERIFY(!form.ok());
    QCOMPARE(form.error().code, ErrorCode::NotEnoughItems);
    QCOMPARE(form.error().where, QStringLiteral("D1"));
    QCOMPARE(form.error().detail, QStringLiteral("40 of 41"));
}

LECTERN_TEST_CLASS(FormSearchTest)
#include "formsearch_test.moc"
