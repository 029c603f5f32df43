// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostic.h"

#include "fixtures.h"
#include "random.h"
#include "runall.h"

#include <QMap>

#include <algorithm>

using namespace lectern;

namespace
{

constexpr qint64 hour = 60LL * 60 * 1000;

FormRequest request(quint64 seed, int questions = diagnosticLength)
{
    FormRequest wanted;
    wanted.questions = questions;
    wanted.seed = seed;
    return wanted;
}

QStringList itemsOf(const QList<FormItem> &form)
{
    QStringList items;
    for (const FormItem &seat : form)
        items << seat.item;
    return items;
}

} // namespace

class DiagnosticTest : public QObject
{
    Q_OBJECT

private:
    Certification m_certification;
    QList<ItemTag> m_bank;
    QHash<QString, ItemTag> m_tags;

    const Blueprint &page() const { return m_certification.blueprints.at(0); }
    DiagnosticAim unknown(const Blueprint &blueprint) const
    {
        const ReadinessShape shape = readinessShape(m_certification, blueprint);
        return {shape, Ability(shape.shape)};
    }
    /// A learner who was right, or wrong, so many times in every topic.
    DiagnosticAim after(int answers, bool right) const
    {
        DiagnosticAim aim = unknown(page());
        for (int topic = 0; topic < aim.shape.shape.topics(); ++topic) {
            AbilityAnswer answer;
            answer.section = aim.shape.shape.topicSection[static_cast<size_t>(topic)];
            answer.topic = topic;
            answer.right = right;
            for (int i = 0; i < answers; ++i)
                aim.belief.answer(answer);
        }
        return aim;
    }
    QList<FormItem> draw(quint64 seed, const DiagnosticAim &aim) const
    {
        return drawDiagnostic(m_bank, page(), request(seed), aim).value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certification = test::sampleCertification();
        m_bank = test::sampleBank(m_certification, 8);
        Random random(4);
        for (int i = 0; i < 60; ++i)
            m_bank[random.below(int(m_bank.size()))].enemies << m_bank[random.below(int(m_bank.size()))].id;
        for (ItemTag &tag : m_bank)
            tag.enemies.removeAll(tag.id);
        m_bank[3].type = ItemType::Multiple;
        m_bank[11].type = ItemType::Ordering;
        m_bank[20].caseId = QStringLiteral("case");
        for (int i = 30; i < 60; ++i)
            m_bank[i].reserve = QStringLiteral("R1");
        for (const ItemTag &tag : std::as_const(m_bank))
            m_tags.insert(tag.id, tag);
    }

    void everyFormObeysTheRules_data()
    {
        QTest::addColumn<int>("blueprint");
        QTest::newRow("five domains") << 0;
        QTest::newRow("nine sections") << 1;
    }
    void everyFormObeysTheRules()
    {
        QFETCH(int, blueprint);
        const Blueprint &drawn = m_certification.blueprints.at(blueprint);
        DiagnosticAim aim = unknown(drawn);
        for (quint64 seed = 0; seed < 500; ++seed) {
            FormRequest wanted = request(seed);
            Random random(seed);
            // Before a few forms most was seen; on every second day something was read just before.
            for (const ItemTag &tag : std::as_const(m_bank)) {
                if (random.below(500) < int(seed))
                    wanted.exposures.insert(tag.id, 1 + random.below(2));
            }
            aim.noEvidence.clear();
            if (seed % 2)
                aim.noEvidence = {m_bank.at(0).id, m_bank.at(random.below(int(m_bank.size()))).id};
            const auto form = drawDiagnostic(m_bank, drawn, wanted, aim);
            QVERIFY2(form.ok(), qPrintable(form.ok() ? QString() : form.error().where));
            QCOMPARE(form->size(), 20);
            const QStringList items = itemsOf(*form);
            QCOMPARE(QSet<QString>(items.cbegin(), items.cend()).size(), 20);
            QMap<QString, int> perSection;
            for (const FormItem &seat : *form) {
                const ItemTag tag = m_tags.value(seat.item);
                ++perSection[seat.section];
                QCOMPARE(seat.section, sectionOf(drawn, tag.topic, tag.objective));
                QCOMPARE(seat.revision, tag.revision);
                QStringList order = seat.optionOrder;
                order.sort();
                QCOMPARE(order, tag.optionIds);
                QCOMPARE(tag.type, ItemType::Single);
                QVERIFY(tag.reserve.isEmpty() && tag.caseId.isEmpty() && seat.scored);
                for (const QString &enemy : tag.enemies)
                    QVERIFY2(!items.contains(enemy), qPrintable(enemy));
            }
            QCOMPARE(perSection.size(), drawn.sections.size());
            for (const int asked : std::as_const(perSection))
                QVERIFY(asked >= 2);
        }
    }

    void whatWasSeenOrIsNoEvidenceComesLast()
    {
        FormRequest wanted = request(1);
        DiagnosticAim aim = unknown(page());
        int left = 0;
        for (const ItemTag &tag : std::as_const(m_bank)) {
            const int n = tag.id.back().digitValue();
            if (n > 2)
                wanted.exposures.insert(tag.id, n - 2);
            else if (n > 0)
                aim.noEvidence.insert(tag.id);
            else if (tag.reserve.isEmpty() && tag.type == ItemType::Single && tag.caseId.isEmpty())
                ++left;
        }
        QVERIFY(left >= 15);
        const QList<FormItem> form = drawDiagnostic(m_bank, page(), wanted, aim).value();
        int fresh = 0;
        for (const FormItem &seat : form) {
            QCOMPARE(wanted.exposures.value(seat.item), 0);
            fresh += aim.noEvidence.contains(seat.item) ? 0 : 1;
        }
        QVERIFY2(fresh >= 15, qPrintable(QString::number(fresh)));
    }

    void theSeedAndNothingElseDecides()
    {
        const DiagnosticAim aim = unknown(page());
        QList<ItemTag> turned = m_bank;
        std::reverse(turned.begin(), turned.end());
        turned += m_bank.first();
        QCOMPARE(drawDiagnostic(turned, page(), request(5), aim).value(), draw(5, aim));
        QVERIFY(draw(6, aim) != draw(5, aim));
    }

    void aTopicIsNotAskedTwiceWhileOthersWait()
    {
        for (quint64 seed = 0; seed < 20; ++seed) {
            QMap<QString, int> perTopic;
            const QList<FormItem> form = draw(seed, unknown(page()));
            for (const FormItem &seat : form)
                ++perTopic[m_tags.value(seat.item).topic];
            QVERIFY2(perTopic.size() >= 14, qPrintable(QString::number(perTopic.size())));
        }
    }

    void whatIsKnownIsAskedLess()
    {
        // Two domains are known well: what is not goes to the others.
        DiagnosticAim aim = unknown(page());
        for (int topic = 0; topic < 10; ++topic) {
            AbilityAnswer answer;
            answer.section = topic / 5;
            answer.topic = topic;
            for (int i = 0; i < 20; ++i) {
                answer.right = i % 2 == 0;
                aim.belief.answer(answer);
            }
        }
        const QList<FormItem> form = draw(3, aim);
        const auto known = std::count_if(
            form.cbegin(), form.cend(), [&](const FormItem &seat) { return aim.shape.sectionOf(seat.section) < 2; });
        QCOMPARE(int(known), 4);
    }

    void difficultyFollowsTheLearner()
    {
        const auto level = [this](const DiagnosticAim &aim) {
            int sum = 0;
            for (const FormItem &seat : draw(2, aim))
                sum += static_cast<int>(m_tags.value(seat.item).difficulty) - 1;
            return sum;
        };
        const int strong = level(after(6, true));
        const int weak = level(after(6, false));
        QVERIFY2(strong > weak, qPrintable(QStringLiteral("%1, %2").arg(strong).arg(weak)));
        // Of somebody unknown, authors' words are not leant on: easy and hard balance.
        QVERIFY(std::abs(level(unknown(page()))) <= 6);
    }

    void shorterOnesAskLessOfEachSection()
    {
        const DiagnosticAim aim = unknown(page());
        for (const int questions : {1, 4, 5, 9, 10, 60}) {
            const auto form = drawDiagnostic(m_bank, page(), request(1, questions), aim);
            QVERIFY(form.ok());
            QCOMPARE(int(form->size()), questions);
            QMap<QString, int> perSection;
            for (const FormItem &seat : *form)
                ++perSection[seat.section];
            const int least = std::min(2, questions / 5);
            for (const Section &section : page().sections)
                QVERIFY(perSection.value(section.id) >= least);
        }
    }

    void tooFewItems()
    {
        const DiagnosticAim aim = unknown(page());
        QList<ItemTag> bank = m_bank;
        const QString domain = page().sections.at(2).id;
        int kept = 0;
        bank.removeIf(
            [&](const ItemTag &tag) { return sectionOf(page(), tag.topic, tag.objective) == domain && ++kept > 1; });
        const auto short1 = drawDiagnostic(bank, page(), request(1), aim);
        QVERIFY(!short1.ok());
        QCOMPARE(short1.error().code, ErrorCode::NotEnoughItems);
        QCOMPARE(short1.error().where, page().sections.at(2).code);
        QVERIFY(!previewDiagnostic(bank, page(), request(1), aim).possible);
        QCOMPARE(previewDiagnostic(bank, page(), request(1), aim).sections.at(2).available, 1);

        QCOMPARE(drawDiagnostic(m_bank.mid(60), page(), request(1, 300), aim).error().code, ErrorCode::NotEnoughItems);
        QCOMPARE(drawDiagnostic(m_bank, page(), request(1, 0), aim).error().code, ErrorCode::BadInput);
    }

    void enemiesThatCornerASectionAreGoneBackFrom()
    {
        // All but two of the last section are enemies of everything that tells most.
        QList<ItemTag> bank = test::sampleBank(m_certification, 4);
        const QString last = page().sections.constLast().id;
        QStringList cornered;
        for (const ItemTag &tag : std::as_const(bank)) {
            if (sectionOf(page(), tag.topic, tag.objective) == last)
                cornered << tag.id;
        }
        for (ItemTag &tag : bank) {
            if (!cornered.contains(tag.id) && tag.id.endsWith(u'1'))
                tag.enemies = cornered;
        }
        for (quint64 seed = 0; seed < 20; ++seed)
            QVERIFY(drawDiagnostic(bank, page(), request(seed), unknown(page())).ok());
    }

    void thePreviewIsTheForm()
    {
        const DiagnosticAim aim = unknown(page());
        FormRequest wanted = request(9);
        wanted.exposures.insert(m_bank.at(0).id, 1);
        const FormPreview preview = previewDiagnostic(m_bank, page(), wanted, aim);
        const QList<FormItem> form = drawDiagnostic(m_bank, page(), wanted, aim).value();
        QVERIFY(preview.possible);
        QCOMPARE(preview.easy + preview.medium + preview.hard, 20);
        QCOMPARE(preview.seenBefore, 0);
        int code = 0;
        QMap<QString, int> perSection;
        for (const FormItem &seat : form) {
            code += m_tags.value(seat.item).hasCode ? 1 : 0;
            ++perSection[seat.section];
        }
        QCOMPARE(preview.withCode, code);
        for (const SectionSupply &supply : preview.sections) {
            QCOMPARE(supply.wanted, perSection.value(supply.section));
            QVERIFY(supply.available >= supply.unseen && supply.unseen > 0);
        }
    }

    void aRationaleReadJustNowIsNoEvidence()
    {
        ReadinessInput input;
        input.bank = m_bank;
        input.today = QDate(2026, 11, 23);
        const qint64 now = 1000 * hour;
        input.rationales = {{m_bank.at(0).id, now - 25 * hour}, {m_bank.at(100).id, now - 23 * hour}};
        const DiagnosticAim aim = diagnosticAim(input, m_certification, page(), now);
        QVERIFY(!aim.noEvidence.contains(m_bank.at(0).id));
        QVERIFY(aim.noEvidence.contains(m_bank.at(100).id));
        // Its siblings too, and nothing else.
        for (const ItemTag &tag : std::as_const(m_bank))
            QCOMPARE(aim.noEvidence.contains(tag.id), tag.objective == m_bank.at(100).objective);
        QCOMPARE(aim.shape.topics.size(), 25);
        QVERIFY(diagnosticAim(input, m_certification, page(), now + 2 * hour).noEvidence.isEmpty());
        // A clock that was ahead leaves rationales of days to come: they aid nothing yet.
        QVERIFY(diagnosticAim(input, m_certification, page(), now - 26 * hour).noEvidence.isEmpty());
        AnswerRecord drilled;
        drilled.item = m_bank.at(0).id;
        drilled.topic = m_bank.at(0).topic;
        drilled.objective = m_bank.at(0).objective;
        drilled.mode = AttemptMode::Drill;
        drilled.feedback = true;
        drilled.utcMs = now;
        input.answers = {drilled};
        input.answerDays = {input.today};
        input.rationales.clear();
        QVERIFY(!diagnosticAim(input, m_certification, page(), now + hour).noEvidence.isEmpty());
        QVERIFY(diagnosticAim(input, m_certification, page(), now - hour).noEvidence.isEmpty());
    }
};

LECTERN_TEST_CLASS(DiagnosticTest)
#include "diagnostic_test.moc"
