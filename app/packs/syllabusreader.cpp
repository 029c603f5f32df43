// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationreader.h"

#include <QRegularExpression>

#include <numeric>

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

Stage readStage(Fields &fields, const Certification &certification, PackIndex &index)
{
    Stage stage;
    stage.id = index.claimId(fields, QStringLiteral("stage"));
    const QList<int> weeks = fields.numbers(QStringLiteral("weeks"), 2, 1, 104);
    if (!weeks.isEmpty()) {
        stage.firstWeek = weeks[0];
        stage.lastWeek = weeks[1];
        if (stage.lastWeek < stage.firstWeek)
            fields.error(ProblemKind::BadValue, QStringLiteral("weeks"),
                QStringLiteral("The last week is before the first. Write them as [first, last]."));
    }
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
    const int sum = std::accumulate(certification.domains.cbegin(), certification.domains.cend(), 0,
        [](int soFar, const Domain &domain) { return soFar + domain.weight; });
    if (!certification.domains.isEmpty() && sum != 100)
        fields.error(ProblemKind::WeightsNotHundred, QStringLiteral("domains"),
            QStringLiteral("The weights of the domains sum to %1 and have to sum to 100.").arg(sum));
    index.knowsTopics = !certification.domains.isEmpty();
    fields.refuseOthers();
}

void readPath(Fields &fields, Certification &certification, PackIndex &index)
{
    certification.totalHours = fields.number(QStringLiteral("total_hours"), 1, 5000);
    int next = 1;
    for (Fields &entry : fields.maps(QStringLiteral("stages"))) {
        const qsizetype before = entry.log().problems().size();
        const Stage stage = readStage(entry, certification, index);
        const bool readable = entry.log().problems().size() == before;
        if (readable && stage.firstWeek != next)
            entry.error(ProblemKind::BadValue, QStringLiteral("weeks"),
                QStringLiteral("This stage starts in week %1; without gap or overlap it starts in week %2.")
                    .arg(stage.firstWeek)
                    .arg(next));
        next = stage.lastWeek + 1;
        certification.path.append(stage);
    }
    fields.refuseOthers();
}

} // namespace lectern
