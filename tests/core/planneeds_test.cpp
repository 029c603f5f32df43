// SPDX-License-Identifier: GPL-3.0-or-later
#include "planneeds.h"

#include "fixtures.h"
#include "runall.h"

using namespace lectern;

class PlanNeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_certification = test::sampleCertification(); }

    void domainsShareTheirWeight()
    {
        const QList<TopicNeed> needs = topicNeeds(m_certification, m_certification.blueprints[0], {});
        QCOMPARE(needs.size(), 25);
        QCOMPARE(needs, evenNeeds(m_certification));
        QVERIFY(std::abs(needs.constFirst().share - 0.05) < 1e-9);
        QVERIFY(std::abs(needs.constLast().share - 0.03) < 1e-9);
    }

    void sectionsAreSharedAsTheBankIs()
    {
        const Blueprint &outline = m_certification.blueprints[1];
        ItemTag one;
        one.topic = QStringLiteral("d1.1");
        one.objective = outline.id + u'/' + outline.sections[0].objectives[0].id;
        ItemTag other = one;
        other.topic = QStringLiteral("d2.1");
        ItemTag beyond = one;
        beyond.topic = QStringLiteral("d3.1");
        beyond.objective = outline.id + QStringLiteral("/ENR");
        ItemTag last = one;
        last.topic = QStringLiteral("d2.1");
        last.objective = outline.id + u'/' + outline.sections[1].objectives[0].id;
        const QList<TopicNeed> needs = topicNeeds(m_certification, outline, {one, one, one, other, beyond, last});
        QHash<QString, TopicNeed> by;
        double sum = 0;
        for (const TopicNeed &need : needs) {
            by.insert(need.topic, need);
            sum += need.share;
        }
        QCOMPARE(sum, 1.0);
        // Two sections of the outline have items: 23 and 12 percent of it.
        QVERIFY(std::abs(by[QStringLiteral("d1.1")].share - 23.0 / 35 * 0.75) < 1e-9);
        QVERIFY(std::abs(by[QStringLiteral("d2.1")].share - (23.0 / 35 * 0.25 + 12.0 / 35)) < 1e-9);
        QVERIFY(by[QStringLiteral("d3.1")].beyond());
        // A bank without any item for the outline says nothing of any topic.
        for (const TopicNeed &need : topicNeeds(m_certification, outline, {beyond}))
            QVERIFY(need.beyond());
    }

    void weaknessFollowsWhatIsExpected()
    {
        ReadinessReport report;
        ReadinessRow row;
        row.id = QStringLiteral("d1.2");
        row.expected.mean = 0.55;
        row.answers = 4;
        report.topics.append(row);
        row.id = QStringLiteral("d1.3");
        row.answers = 0;
        report.topics.append(row);
        row.id = QStringLiteral("d1.4");
        row.answers = 4;
        row.expected.mean = 0.95;
        report.topics.append(row);
        const QList<TopicNeed> needs = topicNeeds(m_certification, m_certification.blueprints[0], {}, &report);
        QVERIFY(std::abs(needs[1].weakness - 0.5) < 1e-9);
        QCOMPARE(needs[2].weakness, 0.0);
        QCOMPARE(needs[3].weakness, 0.0);
    }

    void aFailureMovesTimeToWhatItLost()
    {
        const Blueprint &domains = m_certification.blueprints[0];
        ExamResult result;
        result.date = QDate(2026, 11, 20);
        result.blueprint = domains.id;
        for (const Section &section : domains.sections)
            result.bars.insert(section.id, 100);
        const QString lost = domains.sections[1].id;
        result.bars[lost] = 40;
        const auto shareOf = [&](const ExamResult *failed, const QString &domain) {
            double share = 0;
            for (const TopicNeed &need : topicNeeds(m_certification, domains, {}, nullptr, failed))
                share += m_certification.topic(need.topic) && need.topic.startsWith(domain) ? need.share : 0;
            return share;
        };
        double sum = 0;
        for (const Section &section : domains.sections) {
            const double weight = shareOf(nullptr, section.id);
            const double after = shareOf(&result, section.id);
            QVERIFY(std::abs(after - (0.2 * weight + (section.id == lost ? 0.8 : 0))) < 1e-9);
            QVERIFY(after > 0); // nothing becomes "beyond the exam"
            sum += after;
        }
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }

    void onlyTheLastResultOfTheBlueprintIsAFailure()
    {
        ExamResult early;
        early.date = QDate(2026, 10, 1);
        early.blueprint = QStringLiteral("one");
        ExamResult late = early;
        late.date = QDate(2026, 11, 1);
        const auto dateOf = [](const QList<ExamResult> &results, const QString &blueprint) {
            const ExamResult *failed = lastFailure(results, blueprint);
            return failed ? failed->date : QDate();
        };
        QVERIFY(!lastFailure({}, early.blueprint));
        QCOMPARE(dateOf({late, early}, early.blueprint), late.date);
        QVERIFY(!lastFailure({early}, QStringLiteral("other")));
        late.passed = true;
        QVERIFY(!lastFailure({early, late}, early.blueprint));
    }

private:
    Certification m_certification;
};

LECTERN_TEST_CLASS(PlanNeedsTest)
#include "planneeds_test.moc"
