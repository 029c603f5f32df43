// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationreader.h"

#include <QRegularExpression>

namespace lectern
{

namespace
{

Topic readTopic(Fields &fields, PackIndex &index)
{
    Topic topic;
    topic.id = index.claimId(fields, QStringLiteral("topic"));
    topic.title = fields.text(QStringLiteral("title"), {3, 120});
    topic.shortTitle = fields.text(QStringLiteral("short_title"), {2, 18});
    topic.summary = fields.text(QStringLiteral("summary"), {40, 320});
    fields.refuseOthers();
    return topic;
}

Domain readDomain(Fields &fields, PackIndex &index)
{
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(QStringLiteral("[A-Z]+[0-9]*")));
    Domain domain;
    domain.id = index.claimId(fields, QStringLiteral("domain"));
    domain.code = fields.text(QStringLiteral("code"), {1, 6});
    if (!domain.code.isEmpty() && !shape.match(domain.code).hasMatch())
        fields.error(ProblemKind::BadValue, QStringLiteral("code"),
            QStringLiteral("%1 is not a code. Use capital letters, then digits, as in D3.").arg(quoted(domain.code)));
    domain.title = fields.text(QStringLiteral("title"), {3, 80});
    domain.weight = fields.number(QStringLiteral("weight"), 1, 100);
    for (Fields &topic : fields.maps(QStringLiteral("topics")))
        domain.topics.append(readTopic(topic, index));
    fields.refuseOthers();
    return domain;
}

// Topics of a stage belong to its domains, so that the plan's shares by domain and by topic agree.
void checkTopics(const Fields &fields, const Stage &stage, const Certification &certification)
{
    for (qsizetype i = 0; i < stage.topics.size(); ++i) {
        const Domain *domain = certification.domainOfTopic(stage.topics[i]);
        if (!domain)
            fields.error(ProblemKind::UnknownReference, QStringLiteral("topics"),
                QStringLiteral("No topic of syllabus.yaml has the id %1.").arg(quoted(stage.topics[i])));
        else if (!stage.domains.contains(domain->id))
            fields.error(ProblemKind::BadValue, QStringLiteral("topics"),
                QStringLiteral("The topic %1 belongs to the domain %2, which is not among this stage's domains.")
                    .arg(quoted(stage.topics[i]), quoted(domain->id)));
    }
}

// Leaves weeks that cannot be read at 0.
void readWeeks(Fields &fields, Stage &stage)
{
    const QString key = QStringLiteral("weeks");
    const QList<int> weeks = fields.numbers(key, 2, 1, 104);
    stage.firstWeek = weeks.value(0);
    stage.lastWeek = weeks.value(1);
    if (stage.lastWeek >= stage.firstWeek)
        return;
    fields.error(
        ProblemKind::BadValue, key, QStringLiteral("The last week is before the first. Write them as [first, last]."));
    stage.firstWeek = stage.lastWeek = 0;
}

// Each stage starts in the week after the one before it; where that is unknown, nothing can be said.
void checkWeeks(const Fields &fields, const Stage &stage, int before)
{
    if (stage.firstWeek > 0 && before >= 0 && stage.firstWeek != before + 1)
        fields.error(ProblemKind::BadValue, QStringLiteral("weeks"),
            QStringLiteral("This stage starts in week %1; without gap or overlap it starts in week %2.")
                .arg(stage.firstWeek)
                .arg(before + 1));
}

Stage readStage(Fields &fields, const Certification &certification, PackIndex &index)
{
    Stage stage;
    stage.id = index.claimId(fields, QStringLiteral("stage"));
    readWeeks(fields, stage);
    stage.title = fields.text(QStringLiteral("title"), {3, 80});
    stage.shortTitle = fields.text(QStringLiteral("short_title"), {2, 40});
    stage.domains = fields.slugs(QStringLiteral("domains"), Presence::Required);
    stage.topics = fields.slugs(QStringLiteral("topics"), Presence::Optional);
    if (index.knowsTopics) {
        for (const QString &domain : std::as_const(stage.domains)) {
            if (!certification.domain(domain))
                fields.error(ProblemKind::UnknownReference, QStringLiteral("domains"),
                    QStringLiteral("No domain of syllabus.yaml has the id %1.").arg(quoted(domain)));
        }
        checkTopics(fields, stage, certification);
    }
    fields.refuseOthers();
    return stage;
}

} // namespace

void readSyllabus(Fields &fields, Certification &certification, PackIndex &index)
{
    for (Fields &domain : fields.maps(QStringLiteral("domains")))
        certification.domains.append(readDomain(domain, index));
    QList<int> weights;
    for (const Domain &domain : std::as_const(certification.domains))
        weights.append(domain.weight);
    checkWeights(fields, QStringLiteral("domains"), weights);
    index.knowsTopics = !certification.domains.isEmpty();
    fields.refuseOthers();
}

void readPath(Fields &fields, Certification &certification, PackIndex &index)
{
    certification.totalHours = fields.number(QStringLiteral("total_hours"), 1, 5000);
    int before = 0; // the last week so far, -1: unknown
    for (Fields &entry : fields.maps(QStringLiteral("stages"))) {
        const Stage stage = readStage(entry, certification, index);
        checkWeeks(entry, stage, before);
        before = stage.lastWeek > 0 ? stage.lastWeek : -1;
        certification.path.append(stage);
    }
    fields.refuseOthers();
}

} // namespace lectern
