// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationreader.h"

#include "codec.h"

#include <QRegularExpression>

namespace lectern
{

namespace
{

constexpr int formatVersion = 1;

QString readShaped(Fields &fields, const QString &key, Length length, const QString &pattern, const QString &remedy)
{
    const QString value = fields.text(key, length);
    const QRegularExpression shape(QRegularExpression::anchoredPattern(pattern));
    if (!value.isEmpty() && !shape.match(value).hasMatch())
        fields.error(ProblemKind::BadValue, key, quoted(value) + u' ' + remedy);
    return value;
}

Fact readFact(Fields &fields, PackIndex &index)
{
    Fact fact;
    fact.id = index.claimId(fields, QStringLiteral("fact"));
    fact.label = fields.text(QStringLiteral("label"), {2, 40});
    fact.page = fields.text(QStringLiteral("page"), {1, 120});
    fact.vendor = fields.text(QStringLiteral("vendor"), {1, 120});
    fact.differs = fields.flag(QStringLiteral("differs"), Presence::Required);
    fact.note = fields.text(QStringLiteral("note"), {10, 300}, Presence::Optional);
    fact.source.checkedOn = index.pastDate(fields, QStringLiteral("checked_on"));
    if (auto source = fields.map(QStringLiteral("source"))) {
        fact.source.title = source->text(QStringLiteral("title"), {3, 160});
        fact.source.url = source->url(QStringLiteral("url"), Presence::Required);
        source->refuseOthers();
    }
    fields.refuseOthers();
    return fact;
}

// Only what a kind of collection can show is a key of its entries: a proof where something is ticked off and whether
// it is a skill, an address where something is opened.
Entry readEntry(Fields &fields, CollectionKind kind, PackIndex &index)
{
    Entry entry;
    entry.id = index.claimId(fields, QStringLiteral("entry"));
    entry.title = fields.text(QStringLiteral("title"), {2, 120});
    entry.detail = fields.text(QStringLiteral("detail"), {2, 200}, Presence::Optional);
    if (kind == CollectionKind::Checklist) {
        entry.proof = fields.text(QStringLiteral("proof"), {20, 300});
        entry.skill = fields.flag(QStringLiteral("skill"), Presence::Optional);
    }
    if (kind == CollectionKind::Resources)
        entry.url = fields.url(QStringLiteral("url"), Presence::Optional);
    entry.note = fields.text(QStringLiteral("note"), {10, 300}, Presence::Optional);
    fields.refuseOthers();
    return entry;
}

Collection readCollection(Fields &fields, PackIndex &index)
{
    Collection collection;
    collection.id = index.claimId(fields, QStringLiteral("collection"));
    collection.kind = fields.word(
        QStringLiteral("kind"), collectionKindFromWord, QStringLiteral("checklist, resources, career, challenges"));
    collection.title = fields.text(QStringLiteral("title"), {2, 80});
    collection.intro = fields.text(QStringLiteral("intro"), {10, 300}, Presence::Optional);
    for (Fields &groupFields : fields.maps(QStringLiteral("groups"))) {
        EntryGroup group;
        group.id = index.claimId(groupFields, QStringLiteral("group"));
        group.title = groupFields.text(QStringLiteral("title"), {2, 80});
        for (Fields &entry : groupFields.maps(QStringLiteral("entries")))
            group.entries.append(readEntry(entry, collection.kind, index));
        groupFields.refuseOthers();
        collection.groups.append(group);
    }
    fields.refuseOthers();
    return collection;
}

ExamDayLine readExamDayLine(Fields &fields, PackIndex &index)
{
    ExamDayLine line;
    line.id = index.claimId(fields, QStringLiteral("exam day line"));
    line.text = fields.text(QStringLiteral("text"), {10, 200});
    line.write = fields.flag(QStringLiteral("write"), Presence::Optional);
    if (auto source = fields.map(QStringLiteral("source"), Presence::Optional)) {
        line.source.title = source->text(QStringLiteral("title"), {3, 160});
        line.source.url = source->url(QStringLiteral("url"), Presence::Required);
        line.source.checkedOn = index.pastDate(*source, QStringLiteral("checked_on"));
        source->refuseOthers();
    }
    fields.refuseOthers();
    return line;
}

ExamDayPart readExamDayPart(Fields &fields, PackIndex &index)
{
    ExamDayPart part;
    part.id = index.claimId(fields, QStringLiteral("exam day part"));
    part.title = fields.text(QStringLiteral("title"), {2, 60});
    for (Fields &line : fields.maps(QStringLiteral("lines")))
        part.lines.append(readExamDayLine(line, index));
    fields.refuseOthers();
    return part;
}

// Whether what a finished bank has to hold is asked of this one.
std::optional<bool> bankFromWord(QStringView text)
{
    if (text == u"complete")
        return true;
    return text == u"growing" ? std::optional(false) : std::nullopt;
}

} // namespace

void readHeader(Fields &fields, Certification &certification, PackIndex &index)
{
    const int format = fields.number(QStringLiteral("format"), 1, 1000);
    if (format > formatVersion)
        fields.error(ProblemKind::BadValue, QStringLiteral("format"),
            QStringLiteral("This pack is of format %1, and this Lectern reads format %2. Get a newer Lectern.")
                .arg(format)
                .arg(formatVersion));
    certification.id = fields.slug(QStringLiteral("id"));
    certification.version = readShaped(fields, QStringLiteral("version"), {5, 20},
        QStringLiteral("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"),
        QStringLiteral("is not a version. Write it as 1.0.0."));
    certification.title = fields.text(QStringLiteral("title"), {3, 120});
    certification.shortTitle = fields.text(QStringLiteral("short_title"), {3, 40});
    certification.language = readShaped(fields, QStringLiteral("language"), {2, 12},
        QStringLiteral("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"),
        QStringLiteral("is not a language tag. Write it as en or pt-BR."));
    certification.licence = readShaped(fields, QStringLiteral("licence"), {2, 40}, QStringLiteral("[A-Za-z0-9.+-]+"),
        QStringLiteral("is not an SPDX licence id. Write it as CC-BY-SA-4.0."));
    certification.checkedOn = fields.date(QStringLiteral("checked_on"));
    index.checkedOn = certification.checkedOn;
    if (fields.has(QStringLiteral("bank")))
        index.bankComplete = fields.word(QStringLiteral("bank"), bankFromWord, QStringLiteral("growing, complete"));
    fields.refuseOthers();
}

void readGuide(Fields &fields, Certification &certification, PackIndex &index)
{
    certification.overview = fields.text(QStringLiteral("overview"), {80, 1500});
    if (auto exam = fields.map(QStringLiteral("exam"))) {
        certification.exam.questions = exam->number(QStringLiteral("questions"), 1, 300);
        certification.exam.minutes = exam->number(QStringLiteral("minutes"), 1, 600);
        certification.exam.targetPercent = exam->number(QStringLiteral("target_percent"), 1, 100);
        certification.exam.retakeWaitDays = exam->number(QStringLiteral("retake_wait_days"), 0, 365);
        certification.exam.validityYears = exam->number(QStringLiteral("validity_years"), 1, 20);
        exam->refuseOthers();
    }
    for (Fields &fact : fields.maps(QStringLiteral("facts")))
        certification.facts.append(readFact(fact, index));
    for (Fields &collection : fields.maps(QStringLiteral("collections")))
        certification.collections.append(readCollection(collection, index));
    for (Fields &part : fields.maps(QStringLiteral("exam_day"), Presence::Optional))
        certification.examDay.append(readExamDayPart(part, index));
    fields.refuseOthers();
}

void readProject(Fields &fields, Certification &certification, PackIndex &index)
{
    Project project;
    project.id = index.claimId(fields, QStringLiteral("project"));
    if (!project.id.isEmpty() && fields.log().file() != QStringLiteral("projects/%1.yaml").arg(project.id))
        fields.error(ProblemKind::BadValue, QStringLiteral("id"),
            QStringLiteral("The file of this project has to be named projects/%1.yaml.").arg(project.id));
    project.number = fields.number(QStringLiteral("number"), 1, 99);
    for (const Project &other : std::as_const(certification.projects)) {
        if (project.number > 0 && other.number == project.number)
            fields.error(ProblemKind::DuplicateId, QStringLiteral("number"),
                QStringLiteral("The project %1 has this number already.").arg(quoted(other.id)));
    }
    project.title = fields.text(QStringLiteral("title"), {3, 100});
    project.scope = fields.text(QStringLiteral("scope"), {3, 120});
    project.summary = fields.text(QStringLiteral("summary"), {40, 400});
    for (Fields &requirementFields : fields.maps(QStringLiteral("requirements"))) {
        Requirement requirement;
        requirement.id = index.claimId(requirementFields, QStringLiteral("requirement"));
        requirement.title = requirementFields.text(QStringLiteral("title"), {3, 100});
        requirement.proof = requirementFields.text(QStringLiteral("proof"), {20, 400});
        requirementFields.refuseOthers();
        project.requirements.append(requirement);
    }
    fields.refuseOthers();
    certification.projects.append(project);
}

} // namespace lectern
