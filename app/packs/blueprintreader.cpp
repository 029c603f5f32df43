// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificationreader.h"

#include "codec.h"

#include <QRegularExpression>

namespace lectern
{

namespace
{

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

// A vendor's label keeps the vendor's capitals, so that people find it on the vendor's page.
QString readBlueprintId(Fields &fields, PackIndex &index)
{
    const QString key = QStringLiteral("id");
    const QString id = fields.text(key, {2, 40});
    if (id.isEmpty())
        return {};
    if (!isSlug(id) && !matches(id, QStringLiteral("[A-Z]+(-[A-Z0-9]+)*"))) {
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("%1 is not an id. Use lower-case words joined by hyphens, or the vendor's own label in "
                           "capitals.")
                .arg(quoted(id)));
        return {};
    }
    index.claim(fields, QStringLiteral("blueprint"), id);
    return id;
}

Objective readObjective(Fields &fields, const QString &section, QSet<QString> &taken)
{
    const QString key = QStringLiteral("id");
    Objective objective;
    objective.id = fields.text(key, {});
    objective.title = fields.text(QStringLiteral("title"), {3, 120});
    fields.refuseOthers();
    if (objective.id.isEmpty() || section.isEmpty())
        return objective;
    if (!matches(objective.id, QRegularExpression::escape(section) + QStringLiteral("\\.[1-9][0-9]?")))
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("An objective of %1 is numbered %1.1, %1.2 and so on.").arg(section));
    else if (taken.contains(objective.id))
        fields.error(ProblemKind::DuplicateId, key,
            QStringLiteral("Another objective of this blueprint has the id %1 already.").arg(quoted(objective.id)));
    taken.insert(objective.id);
    return objective;
}

Section readSection(Fields &fields, QSet<QString> &taken)
{
    const QString key = QStringLiteral("id");
    Section section;
    section.id = fields.text(key, {});
    if (!section.id.isEmpty() && !matches(section.id, QStringLiteral("S[1-9][0-9]?"))) {
        fields.error(ProblemKind::BadValue, key, QStringLiteral("%1 is not S and a number.").arg(quoted(section.id)));
        section.id.clear();
    } else if (taken.contains(section.id)) {
        fields.error(ProblemKind::DuplicateId, key,
            QStringLiteral("Another section of this blueprint has the id %1 already.").arg(quoted(section.id)));
    }
    taken.insert(section.id);
    section.code = section.id;
    section.title = fields.text(QStringLiteral("title"), {3, 80});
    section.shortTitle = fields.text(QStringLiteral("short_title"), {2, 18});
    section.weight = fields.number(QStringLiteral("weight"), 1, 100);
    for (Fields &objective : fields.maps(QStringLiteral("objectives")))
        section.objectives.append(readObjective(objective, section.id, taken));
    fields.refuseOthers();
    return section;
}

void readSections(Fields &fields, Blueprint &blueprint, PackIndex &index)
{
    const QString key = QStringLiteral("sections");
    QSet<QString> taken;
    for (Fields &section : fields.maps(key))
        blueprint.sections.append(readSection(section, taken));
    for (const Section &section : std::as_const(blueprint.sections)) {
        for (const Objective &objective : section.objectives)
            index.addObjective(blueprint.id, objective.id);
    }
    QList<int> weights;
    for (const Section &section : std::as_const(blueprint.sections))
        weights.append(section.weight);
    checkWeights(fields, key, weights);
}

QList<Section> sectionsOf(const QList<Domain> &domains)
{
    QList<Section> sections;
    for (const Domain &domain : domains)
        sections.append({domain.id, domain.code, domain.title, domain.title, domain.weight, {}});
    return sections;
}

void readSource(Fields &fields, Blueprint &blueprint)
{
    auto source = fields.map(QStringLiteral("source"));
    if (!source)
        return;
    const bool vendors = blueprint.kind == BlueprintKind::Sections;
    blueprint.sourceTitle = source->text(QStringLiteral("title"), {3, 160});
    blueprint.sourceUrl = source->url(QStringLiteral("url"), vendors ? Presence::Required : Presence::Optional);
    source->refuseOthers();
}

Blueprint readBlueprint(Fields &fields, const Certification &certification, PackIndex &index)
{
    Blueprint blueprint;
    blueprint.id = readBlueprintId(fields, index);
    blueprint.title = fields.text(QStringLiteral("title"), {3, 80});
    blueprint.kind = fields.word(QStringLiteral("kind"), blueprintKindFromWord, QStringLiteral("domains, sections"));
    blueprint.questions = fields.number(QStringLiteral("questions"), 1, 300);
    blueprint.minutes = fields.number(QStringLiteral("minutes"), 1, 600);
    blueprint.unscoredMax = fields.number(QStringLiteral("unscored_max"), 0, 50);
    const bool vendors = blueprint.kind == BlueprintKind::Sections;
    blueprint.validFrom = fields.date(QStringLiteral("valid_from"), vendors ? Presence::Required : Presence::Optional);
    blueprint.validTo = fields.date(QStringLiteral("valid_to"), Presence::Optional);
    if (blueprint.validTo.isValid() && blueprint.validFrom.isValid() && blueprint.validTo < blueprint.validFrom)
        fields.error(ProblemKind::BadValue, QStringLiteral("valid_to"),
            QStringLiteral("The last day is before the first, valid_from."));
    blueprint.checkedOn = index.pastDate(fields, QStringLiteral("checked_on"));
    blueprint.recommendedFrom = fields.date(QStringLiteral("recommended_from"), Presence::Optional);
    blueprint.leavesOut = fields.text(QStringLiteral("leaves_out"), {20, 400}, Presence::Optional);
    readSource(fields, blueprint);
    if (vendors)
        readSections(fields, blueprint, index);
    else
        blueprint.sections = sectionsOf(certification.domains);
    fields.refuseOthers();
    return blueprint;
}

} // namespace

void readBlueprints(Fields &fields, Certification &certification, PackIndex &index)
{
    for (Fields &blueprint : fields.maps(QStringLiteral("blueprints")))
        certification.blueprints.append(readBlueprint(blueprint, certification, index));
    index.knowsObjectives = !certification.blueprints.isEmpty();
    fields.refuseOthers();
}

} // namespace lectern
