// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <array>
#include <bitset>

using namespace lectern;

namespace
{

constexpr int bankSize = 450;
using Set = std::bitset<bankSize>;

const std::array<QList<int>, 2> quotasOf60{QList<int>{15, 15, 12, 9, 9}, QList<int>{14, 7, 7, 6, 9, 5, 3, 6, 3}};
const std::array<QList<int>, 2> quotasOf30{QList<int>{8, 8, 6, 4, 4}, QList<int>{7, 4, 4, 3, 5, 2, 1, 3, 1}};

/// 450 items of 25 topics, a third of each open, in R1 and in R2, so that a section of either blueprint has its share
/// of all three.
QList<ItemTag> wholeBank(const Certification &certification)
{
    QList<ItemTag> bank = test::sampleBank(certification, 18);
    for (int i = 0; i < bank.size(); ++i) {
        const int turn = (i % 18 + i / 18) % 18 / 6;
        bank[i].reserve = turn == 0 ? QString() : QStringLiteral("R%1").arg(turn);
    }
    return bank;
}

void addEnemies(QList<ItemTag> &bank, int pairs)
{
    Random random(8);
    for (int i = 0; i < pairs; ++i) {
        const int one = random.below(bankSize);
        const int other = random.below(bankSize);
        if (one != other)
            bank[one].enemies.append(bank[other].id);
    }
}

/// The bank as sets of numbers, to check thousands of forms in no time.
struct Facts {
    QHash<QString, int> number;
    std::array<QList<int>, 2> section; ///< of each item, by blueprint
    QList<Set> enemies;
    Set sealed;

    Facts(const QList<ItemTag> &bank, const Certification &certification)
    {
        enemies.resize(bank.size());
        for (int i = 0; i < bank.size(); ++i) {
            number.insert(bank[i].id, i);
            sealed.set(size_t(i), !bank[i].reserve.isEmpty());
            for (size_t b = 0; b < section.size(); ++b) {
                const Blueprint &blueprint = certification.blueprints[int(b)];
                const QString id = sectionOf(blueprint, bank[i].topic, bank[i].objective);
                int at = 0;
                while (blueprint.sections[at].id != id)
                    ++at;
                section[b].append(at);
            }
        }
        for (int i = 0; i < bank.size(); ++i) {
            for (const QString &enemy : bank[i].enemies) {
                const int other = number.value(enemy);
                enemies[i].set(size_t(other));
                enemies[other].set(size_t(i));
            }
        }
    }
    Set unsealed(const QSet<QString> &ids) const
    {
        Set set;
        for (const QString &id : ids)
            set.set(size_t(number.value(id)));
        return set;
    }

    /// What is wrong with a form, or nothing.
    QString flaw(
        const QList<FormItem> &form, size_t blueprint, const QList<int> &quota, const FormRequest &request) const
    {
        const Set locked = sealed & ~unsealed(request.unsealed);
        Set seated;
        QList<int> counts(quota.size(), 0);
        int unscored = 0;
        for (const FormItem &seat : form) {
            const int at = number.value(seat.item, -1);
            if (at < 0 || seated.test(size_t(at)))
                return seat.item + QStringLiteral(" twice");
            seated.set(size_t(at));
            const bool fromReserve = seat.scored && request.pool == FormPool::Sealed;
            if (locked.test(size_t(at)) != fromReserve || seat.reserve.isEmpty() == fromReserve)
                return seat.item + QStringLiteral(" of the wrong pool");
            unscored += seat.scored ? 0 : 1;
            if (seat.scored)
                ++counts[section[blueprint][at]];
        }
        if (counts != quota || unscored != request.unscored)
            return QStringLiteral("quotas");
        for (int i = 0; i < bankSize; ++i) {
            if (seated.test(size_t(i)) && (enemies[i] & seated).any())
                return QStringLiteral("enemies of number %1").arg(i);
        }
        return {};
    }
};

FormRequest request(quint64 seed, FormPool pool = FormPool::Open, int questions = 60)
{
    FormRequest wanted;
    wanted.seed = seed;
    wanted.pool = pool;
    wanted.questions = questions;
    return wanted;
}

QString lineOf(const FormItem &seat)
{
    return QStringList{
        seat.item, seat.section, seat.optionOrder.join(u' '), seat.scored ? seat.reserve : QStringLiteral("-")}
        .join(u' ');
}

} // namespace

class FormProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tenThousandSeeds();
    void anyOrderOfTheBank();
    void unscoredAreHidden();
    void oneReserveAfterTheOther();
    void formsLeftIsWhatCanBeDrawn_data();
    void formsLeftIsWhatCanBeDrawn();
    void asManyAsArithmeticSays();
    void previewOfASealedForm();
    void sharedCasesHaveNoSeat();
    void brokenSealsAreOpen();
    void goldenSealedForm();

private:
    const Blueprint &blueprint(int index) const { return m_certification.blueprints[index]; }

    Certification m_certification;
    QList<ItemTag> m_bank;    ///< with enemies
    QList<ItemTag> m_friends; ///< the same without
};

void FormProofTest::initTestCase()
{
    m_certification = test::sampleCertification();
    m_friends = wholeBank(m_certification);
    QCOMPARE(m_friends.size(), bankSize);
    m_bank = m_friends;
    addEnemies(m_bank, 150);
}

void FormProofTest::tenThousandSeeds()
{
    const Facts facts(m_bank, m_certification);
    QSet<QString> firstReserve;
    for (const ItemTag &tag : std::as_const(m_bank)) {
        if (tag.reserve == QStringLiteral("R1"))
            firstReserve.insert(tag.id);
    }
    QMap<FormPool, int> drawn;
    for (quint64 seed = 0; seed < 10'000; ++seed) {
        FormRequest wanted = request(seed, seed / 2 % 2 ? FormPool::Sealed : FormPool::Open);
        wanted.unscored = seed % 3 ? 0 : static_cast<int>(seed / 12 % 11);
        if (seed % 7 == 0)
            wanted.unsealed = firstReserve;
        if (seed % 5 == 0)
            wanted.questions = 30;
        const auto which = static_cast<size_t>(seed % 2);
        const Result<QList<FormItem>> form = drawForm(m_bank, blueprint(static_cast<int>(which)), wanted);
        QVERIFY2(form.ok(), qPrintable(QString::number(seed)));
        const QString flaw =
            facts.flaw(*form, which, wanted.questions == 30 ? quotasOf30[which] : quotasOf60[which], wanted);
        QVERIFY2(flaw.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(flaw)));
        ++drawn[wanted.pool];
    }
    QCOMPARE(drawn.value(FormPool::Sealed), 5000);
}

void FormProofTest::anyOrderOfTheBank()
{
    Random random(450);
    QList<ItemTag> bank = m_bank;
    ItemTag stray = bank.constFirst();
    stray.id = QStringLiteral("a-stray");
    stray.topic = QStringLiteral("d9.1");
    stray.objective = enrichmentObjective;
    QSet<QString> forms;
    for (quint64 seed = 0; seed < 60; ++seed) {
        FormRequest wanted = request(seed, seed % 2 ? FormPool::Sealed : FormPool::Open);
        wanted.unscored = static_cast<int>(seed % 11);
        const Blueprint &by = blueprint(static_cast<int>(seed / 2 % 2));
        const QList<FormItem> form = drawForm(bank, by, wanted).value();
        random.shuffle(bank);
        QCOMPARE(drawForm(bank, by, wanted).value(), form);
        QCOMPARE(drawForm(bank + QList<ItemTag>{stray} + bank, by, wanted).value(), form);
        forms.insert(lineOf(form.at(0)) + lineOf(form.at(1)) + lineOf(form.at(2)));
    }
    QVERIFY(forms.size() > 55);
}

void FormProofTest::unscoredAreHidden()
{
    // Over many forms they stand anywhere, and what is scored is what would be without them.
    QList<int> thirds(3, 0);
    for (quint64 seed = 0; seed < 300; ++seed) {
        FormRequest wanted = request(seed, FormPool::Sealed);
        const QList<FormItem> plain = drawForm(m_bank, blueprint(0), wanted).value();
        wanted.unscored = 10;
        QList<FormItem> form = drawForm(m_bank, blueprint(0), wanted).value();
        QCOMPARE(form.size(), 70);
        for (int i = 0; i < 70; ++i) {
            QVERIFY(!form[i].section.isEmpty());
            if (!form[i].scored)
                ++thirds[i * 3 / 70];
        }
        form.removeIf([](const FormItem &seat) { return !seat.scored; });
        QCOMPARE(form, plain);
    }
    for (const int count : std::as_const(thirds))
        QVERIFY2(qAbs(count - 1000) < 120, qPrintable(QString::number(count)));
}

void FormProofTest::oneReserveAfterTheOther()
{
    FormRequest wanted = request(3, FormPool::Sealed);
    QStringList from;
    while (const auto form = drawForm(m_friends, blueprint(0), wanted)) {
        QSet<QString> reserves;
        for (const FormItem &seat : *form) {
            reserves.insert(seat.reserve);
            wanted.unsealed.insert(seat.item);
        }
        QStringList sorted(reserves.cbegin(), reserves.cend());
        sorted.sort();
        from.append(sorted.join(u'+'));
    }
    // 30 of a domain in each: two forms of 15, then what is left of both together fills none.
    QCOMPARE(
        from, (QStringList{QStringLiteral("R1"), QStringLiteral("R1"), QStringLiteral("R2"), QStringLiteral("R2")}));

    // 20 of a domain in each fill one form each and one together.
    QList<ItemTag> bank = m_friends;
    bank.removeIf([](const ItemTag &tag) { return tag.id.endsWith(QStringLiteral("-0")) || tag.id.endsWith(u'1'); });
    bank.removeIf([](const ItemTag &tag) { return tag.id.endsWith(u'2') || tag.id.endsWith(QStringLiteral("-3")); });
    FormRequest next = request(3, FormPool::Sealed);
    QString last;
    while (const auto form = drawForm(bank, blueprint(0), next)) {
        last = previewForm(bank, blueprint(0), next).reserve;
        for (const FormItem &seat : *form)
            next.unsealed.insert(seat.item);
    }
    QCOMPARE(last, QStringLiteral("R1+R2"));
}

void FormProofTest::formsLeftIsWhatCanBeDrawn_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("questions");
    QTest::addColumn<bool>("enemies");
    for (int by = 0; by < 2; ++by) {
        for (const int questions : {60, 30, 45}) {
            QTest::addRow("%s of %d", by ? "outline" : "page", questions) << by << questions << false;
            QTest::addRow("%s of %d, with enemies", by ? "outline" : "page", questions) << by << questions << true;
        }
    }
}

void FormProofTest::formsLeftIsWhatCanBeDrawn()
{
    QFETCH(int, by);
    QFETCH(int, questions);
    QFETCH(bool, enemies);
    const QList<ItemTag> &bank = enemies ? m_bank : m_friends;
    for (quint64 seed = 0; seed < 4; ++seed) {
        FormRequest wanted = request(seed, FormPool::Sealed, questions);
        wanted.unscored = 5;
        const int left = formsLeft(bank, blueprint(by), wanted);
        QVERIFY(left > 1);
        int sat = 0;
        QSet<QString> seen;
        while (const auto form = drawForm(bank, blueprint(by), wanted)) {
            QCOMPARE(formsLeft(bank, blueprint(by), wanted), left - sat);
            ++sat;
            for (const FormItem &seat : *form) {
                QVERIFY(!seat.scored || !seen.contains(seat.item));
                seen.insert(seat.item);
                ++wanted.exposures[seat.item];
                if (seat.scored)
                    wanted.unsealed.insert(seat.item);
            }
            // Without enemies no choice spoils a later form, whatever the seed.
            wanted.seed += enemies ? 0 : 1000;
        }
        QCOMPARE(sat, left);
    }
}

/// Without enemies: of each section as many forms as its items give.
void FormProofTest::asManyAsArithmeticSays()
{
    const Facts facts(m_friends, m_certification);
    for (size_t by = 0; by < 2; ++by) {
        for (const auto &[questions, quota] : {std::pair(60, quotasOf60[by]), std::pair(30, quotasOf30[by])}) {
            QList<int> supply(quota.size(), 0);
            for (int i = 0; i < bankSize; ++i)
                supply[facts.section[by][i]] += facts.sealed.test(size_t(i)) ? 1 : 0;
            int most = bankSize;
            for (int section = 0; section < quota.size(); ++section)
                most = std::min(most, supply[section] / quota[section]);
            QCOMPARE(formsLeft(m_friends, blueprint(int(by)), request(1, FormPool::Sealed, questions)), most);
        }
    }
    QCOMPARE(formsLeft(m_friends, blueprint(0), request(1, FormPool::Sealed)), 4);
    QCOMPARE(formsLeft({}, blueprint(0), request(1)), 0);
    QCOMPARE(formsLeft(test::sampleBank(m_certification, 8), blueprint(0), request(1)), 0);
}

void FormProofTest::previewOfASealedForm()
{
    const FormPreview sealed = previewForm(m_friends, blueprint(0), request(1, FormPool::Sealed));
    const FormPreview open = previewForm(m_friends, blueprint(0), request(1));
    QVERIFY(sealed.possible && open.possible);
    QCOMPARE(sealed.reserve, QStringLiteral("R1"));
    QVERIFY(open.reserve.isEmpty());
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(sealed.sections[i].available, 60);
        QCOMPARE(open.sections[i].available, 30);
    }
}

void FormProofTest::sharedCasesHaveNoSeat()
{
    QList<ItemTag> bank = m_friends;
    QSet<QString> cases;
    for (int i = 0; i < bank.size(); i += 7) {
        bank[i].caseId = QStringLiteral("case");
        cases.insert(bank[i].id);
    }
    for (quint64 seed = 0; seed < 100; ++seed) {
        FormRequest wanted = request(seed, seed % 2 ? FormPool::Sealed : FormPool::Open);
        wanted.unscored = 10;
        const QList<FormItem> form = drawForm(bank, blueprint(0), wanted).value();
        QCOMPARE(form.size(), 70);
        for (const FormItem &seat : form)
            QVERIFY(!cases.contains(seat.item));
    }
    int available = 0;
    for (const FormPool pool : {FormPool::Open, FormPool::Sealed}) {
        for (const SectionSupply &supply : previewForm(bank, blueprint(0), request(1, pool)).sections)
            available += supply.available;
    }
    QCOMPARE(available, bankSize - cases.size());
}

/// Once its seal is broken a question is as open as any, and its seat says so.
void FormProofTest::brokenSealsAreOpen()
{
    FormRequest wanted = request(1);
    for (const ItemTag &tag : std::as_const(m_friends)) {
        if (!tag.reserve.isEmpty())
            wanted.unsealed.insert(tag.id);
        else
            wanted.exposures.insert(tag.id, 1);
    }
    const QList<FormItem> form = drawForm(m_friends, blueprint(0), wanted).value();
    for (const FormItem &seat : form) {
        QVERIFY(wanted.unsealed.contains(seat.item));
        QVERIFY(seat.reserve.isEmpty());
    }
    QVERIFY(previewForm(m_friends, blueprint(0), wanted).reserve.isEmpty());
    wanted.pool = FormPool::Sealed;
    QCOMPARE(drawForm(m_friends, blueprint(0), wanted).error().code, ErrorCode::NotEnoughItems);
}

/// To the letter: another machine, compiler or library must draw the same.
void FormProofTest::goldenSealedForm()
{
    FormRequest wanted = request(20261123, FormPool::Sealed, 12);
    wanted.unscored = 2;
    QStringList lines;
    for (const auto form = drawForm(m_bank, blueprint(1), wanted).value(); const FormItem &seat : form)
        lines.append(lineOf(seat));
    const QStringList golden{
        QStringLiteral("d5.1-9 S1 o3 o1 o2 o4 R1"),
        QStringLiteral("d2.1-6 S7 o1 o3 o2 o4 R1"),
        QStringLiteral("d4.5-5 S6 o2 o4 o3 o1 R1"),
        QStringLiteral("d3.4-11 S3 o4 o1 o3 o2 R1"),
        QStringLiteral("d2.2-15 S7 o1 o4 o2 o3 -"),
        QStringLiteral("d2.4-16 S8 o2 o3 o1 o4 R1"),
        QStringLiteral("d3.1-1 S2 o3 o4 o1 o2 R1"),
        QStringLiteral("d1.5-17 S9 o4 o2 o3 o1 -"),
        QStringLiteral("d4.2-13 S5 o4 o1 o2 o3 R1"),
        QStringLiteral("d4.5-8 S9 o1 o2 o3 o4 R1"),
        QStringLiteral("d5.4-3 S4 o4 o3 o2 o1 R1"),
        QStringLiteral("d5.5-0 S1 o4 o3 o1 o2 R1"),
        QStringLiteral("d1.2-9 S1 o1 o4 o2 o3 R1"),
        QStringLiteral("d3.5-13 S5 o3 o4 o1 o2 R1"),
    };
    QCOMPARE(lines.join(u'\n'), golden.join(u'\n'));
}

LECTERN_TEST_CLASS(FormProofTest)
#include "formproof_test.moc"
