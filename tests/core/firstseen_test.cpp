// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstseen.h"

#include "fixtures.h"
#include "runall.h"

using namespace lectern;

namespace
{

AnswerRecord record(const char *topic, const char *objective, bool right, int exposuresBefore = 0)
{
    AnswerRecord answer;
    answer.topic = QString::fromLatin1(topic);
    answer.objective = QString::fromLatin1(objective);
    answer.right = right;
    answer.exposuresBefore = exposuresBefore;
    return answer;
}

QList<AnswerRecord> several(const char *topic, int right, int wrong)
{
    QList<AnswerRecord> answers;
    for (int i = 0; i < right + wrong; ++i)
        answers.append(record(topic, "ENR", i < right));
    return answers;
}

const SectionAccuracy &named(const QList<SectionAccuracy> &list, const char *id)
{
    for (const SectionAccuracy &accuracy : list) {
        if (accuracy.section == QLatin1String(id))
            return accuracy;
    }
    qFatal("no such section");
}

} // namespace

class FirstSeenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_certification = test::sampleCertification(); }
    void nothingAnswered();
    void repeatsDoNotCount();
    void sectionsByTopic();
    void sectionsByObjective();
    void unknownTopicsAreLeftOut();
    void pointsLost();

private:
    FirstSeenSummary summary(const QList<AnswerRecord> &answers, int blueprint = 0) const
    {
        return firstSeen(answers, m_certification, m_certification.blueprints[blueprint]);
    }
    Certification m_certification;
};

void FirstSeenTest::nothingAnswered()
{
    const FirstSeenSummary none = summary({});
    QCOMPARE(none.answers, 0);
    QCOMPARE(none.right, 0);
    QCOMPARE(none.sections.size(), 5);
    QCOMPARE(none.topics.size(), 25);
    QCOMPARE(none.topics[6].section, QStringLiteral("d2.2"));
    QCOMPARE(none.sections[0].weight, 25.0);
    QCOMPARE(none.sections[0].pointsLost, 12.5);
    QCOMPARE(none.sections[0].share(), 0.0);
    QCOMPARE(none.sections[0].interval.low, 0.0);
    QCOMPARE(none.sections[0].interval.high, 1.0);
}

void FirstSeenTest::repeatsDoNotCount()
{
    const FirstSeenSummary seen = summary({record("d1.1", "ENR", true), record("d1.1", "ENR", false, 1),
        record("d1.1", "ENR", true, 7), record("d1.2", "ENR", false)});
    QCOMPARE(seen.answers, 2);
    QCOMPARE(seen.right, 1);
    QCOMPARE(named(seen.sections, "d1").answers, 2);
    QCOMPARE(named(seen.topics, "d1.1").answers, 1);
    QCOMPARE(named(seen.topics, "d1.1").right, 1);
    QCOMPARE(named(seen.topics, "d1.2").right, 0);
}

void FirstSeenTest::sectionsByTopic()
{
    const FirstSeenSummary seen = summary(several("d2.1", 3, 1) + several("d2.5", 0, 4) + several("d5.5", 2, 0));
    QCOMPARE(named(seen.sections, "d2").answers, 8);
    QCOMPARE(named(seen.sections, "d2").right, 3);
    QCOMPARE(named(seen.sections, "d2").share(), 0.375);
    QCOMPARE(named(seen.sections, "d2").interval.low, wilson(3, 8).low);
    QCOMPARE(named(seen.sections, "d2").interval.high, wilson(3, 8).high);
    QCOMPARE(named(seen.topics, "d2.1").interval.low, wilson(3, 4).low);
    QCOMPARE(named(seen.topics, "d2.1").weight, 0.0);
    QCOMPARE(named(seen.topics, "d2.1").pointsLost, 0.0);
    QCOMPARE(named(seen.sections, "d5").right, 2);
    QCOMPARE(named(seen.sections, "d1").answers, 0);
    QCOMPARE(seen.answers, 10);
    QCOMPARE(seen.right, 5);
}

/// An enrichment question is no part of the vendor's outline, but says something about its topic.
void FirstSeenTest::sectionsByObjective()
{
    const FirstSeenSummary seen = summary(
        {record("d1.1", "outline/S5.2", true), record("d1.1", "ENR", true), record("d1.1", "other/S5.2", true)}, 1);
    QCOMPARE(seen.sections.size(), 9);
    QCOMPARE(named(seen.sections, "S5").answers, 1);
    QCOMPARE(seen.answers, 1);
    QCOMPARE(seen.right, 1);
    QCOMPARE(named(seen.topics, "d1.1").answers, 3);
}

void FirstSeenTest::unknownTopicsAreLeftOut()
{
    const FirstSeenSummary seen = summary({record("d9.1", "ENR", true), record("", "", true)});
    QCOMPARE(seen.answers, 0);
    QCOMPARE(seen.topics.size(), 25);
}

void FirstSeenTest::pointsLost()
{
    const FirstSeenSummary seen = summary(several("d1.1", 1, 3) + several("d3.1", 5, 1));
    QCOMPARE(named(seen.sections, "d1").pointsLost, 25 * 0.75);
    QCOMPARE(named(seen.sections, "d3").pointsLost, 20 * (1 - 5.0 / 6));
    // No answers there: the six of ten of the others stand in.
    QCOMPARE(named(seen.sections, "d2").pointsLost, 25 * 0.4);
    QCOMPARE(named(seen.sections, "d5").pointsLost, 15 * 0.4);
    QCOMPARE(named(summary(several("d1.1", 2, 0)).sections, "d1").pointsLost, 0.0);
}

LECTERN_TEST_CLASS(FirstSeenTest)
#include "firstseen_test.moc"
