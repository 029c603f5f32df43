// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupplaces.h"

#include "certification.h"

#include <QStringList>

#include <algorithm>

namespace lectern
{

namespace
{

Place inSetUp(const QString &what)
{
    return {PageId::Exam, QStringLiteral("setup/") + what};
}

std::optional<SetUp> drill(const DrillCriteria &criteria)
{
    return SetUp{AttemptMode::Drill, criteria};
}

std::optional<SetUp> ofSection(const Certification &certification, const Blueprint &blueprint, const QString &id)
{
    DrillCriteria criteria;
    if (blueprint.kind == BlueprintKind::Domains) {
        if (const Domain *domain = certification.domain(id)) {
            for (const Topic &topic : domain->topics)
                criteria.topics << topic.id;
        }
    } else if (const Section *section = blueprint.section(id)) {
        for (const Objective &objective : section->objectives)
            criteria.objectives << blueprint.id + u'/' + objective.id;
    }
    return criteria == DrillCriteria() ? std::nullopt : drill(criteria);
}

std::optional<SetUp> ofObjective(const Blueprint &blueprint, const QString &id)
{
    const bool known =
        std::any_of(blueprint.sections.cbegin(), blueprint.sections.cend(), [&id](const Section &section) {
            return std::any_of(section.objectives.cbegin(), section.objectives.cend(),
                [&id](const Objective &objective) { return objective.id == id; });
        });
    if (!known)
        return std::nullopt;
    DrillCriteria criteria;
    criteria.objectives << blueprint.id + u'/' + id;
    return drill(criteria);
}

} // namespace

Place setUpMode(AttemptMode mode)
{
    return inSetUp(word(mode));
}

Place setUpDue()
{
    return inSetUp(QStringLiteral("due"));
}

Place setUpTopic(const QString &topic)
{
    return inSetUp(QStringLiteral("topic/") + topic);
}

Place setUpSection(const QString &blueprint, const QString &section)
{
    return inSetUp(QStringLiteral("section/%1/%2").arg(blueprint, section));
}

Place setUpObjective(const QString &blueprint, const QString &objective)
{
    return inSetUp(QStringLiteral("objective/%1/%2").arg(blueprint, objective));
}

std::optional<SetUp> setUpOf(const QString &anchor, const Certification &certification)
{
    const QStringList parts = anchor.split(u'/');
    if (parts.value(0) != QLatin1String("setup"))
        return std::nullopt;
    const QString kind = parts.value(1);
    DrillCriteria criteria;
    if (parts.size() == 2) {
        if (const auto mode = attemptModeFromWord(kind))
            return SetUp{*mode, {}};
        criteria.due = true;
        return kind == QLatin1String("due") ? drill(criteria) : std::nullopt;
    }
    if (parts.size() == 3 && kind == QLatin1String("topic") && certification.topic(parts.at(2))) {
        criteria.topics << parts.at(2);
        return drill(criteria);
    }
    const Blueprint *blueprint = parts.size() == 4 ? certification.blueprint(parts.at(2)) : nullptr;
    if (blueprint && kind == QLatin1String("section"))
        return ofSection(certification, *blueprint, parts.at(3));
    if (blueprint && kind == QLatin1String("objective"))
        return ofObjective(*blueprint, parts.at(3));
    return std::nullopt;
}

} // namespace lectern
