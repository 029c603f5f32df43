// SPDX-License-Identifier: GPL-3.0-or-later
#include "syllabusview.h"

#include "guidedesk.h"
#include "readinessdesk.h"
#include "setupplaces.h"
#include "topicreader.h"
#include "ui.h"

namespace lectern
{

SyllabusView::SyllabusView(GuideDesk &desk, ReadinessDesk &readiness, Ui &ui, QWidget *parent)
    : SidedView(ui.theme, parent)
    , m_desk(desk)
    , m_readiness(readiness)
    , m_tree(new SyllabusTree(ui.theme))
    , m_reader(new TopicReader(ui))
{
    place(m_tree, m_reader);
    connect(m_tree, &SyllabusTree::selected, this, &SyllabusView::fill);
    connect(m_reader, &TopicReader::step, m_tree, &SyllabusTree::step);
    const QList<Blueprint> &blueprints = desk.certification().blueprints;
    if (!blueprints.isEmpty())
        showBlueprint(blueprints.first().id);
}

void SyllabusView::refresh()
{
    m_items = m_desk.itemsPerTopic();
    m_objectives = m_desk.objectivesPerTopic();
    const Result<FirstSeenSummary> summary = m_readiness.summary(m_blueprint);
    m_summary = summary ? *summary : FirstSeenSummary();
    m_tree->setResults(m_summary, m_items);
    if (const QTreeWidgetItem *item = m_tree->currentItem())
        fill(SyllabusTree::nodeOf(item), SyllabusTree::idOf(item));
}

void SyllabusView::showBlueprint(const QString &id)
{
    const Blueprint *blueprint = m_desk.certification().blueprint(id);
    if (!blueprint || id == m_blueprint)
        return;
    m_blueprint = id;
    if (blueprint->kind == BlueprintKind::Domains)
        m_tree->showDomains(m_desk.certification());
    else
        m_tree->showSections(*blueprint);
    refresh();
    QTreeWidgetItem *first = m_tree->topLevelItem(0);
    if (!first)
        return;
    first->setExpanded(true);
    m_tree->setCurrentItem(first->childCount() > 0 ? first->child(0) : first);
}

QString SyllabusView::blueprintWith(SyllabusTree::Node node, const QString &id) const
{
    const Certification &certification = m_desk.certification();
    const bool inDomains = (node == SyllabusTree::Node::Topic && certification.topic(id)) ||
                           (node == SyllabusTree::Node::Domain && certification.domain(id));
    for (const Blueprint &blueprint : certification.blueprints) {
        if (blueprint.kind == BlueprintKind::Domains) {
            if (inDomains)
                return blueprint.id;
            continue;
        }
        for (const Section &section : blueprint.sections) {
            if (node == SyllabusTree::Node::Section && section.id == id)
                return blueprint.id;
            for (const Objective &objective : section.objectives) {
                if (node == SyllabusTree::Node::Objective && objective.id == id)
                    return blueprint.id;
            }
        }
    }
    return {};
}

void SyllabusView::enter(SyllabusTree::Node node, const QString &id)
{
    const QString blueprint = blueprintWith(node, id);
    if (blueprint.isEmpty())
        return;
    showBlueprint(blueprint);
    if (m_tree->select(node, id))
        m_tree->setFocus(Qt::OtherFocusReason);
}

void SyllabusView::step(int by)
{
    m_tree->step(by);
}

void SyllabusView::fill(SyllabusTree::Node node, const QString &id)
{
    const Certification &certification = m_desk.certification();
    if (node == SyllabusTree::Node::Topic || node == SyllabusTree::Node::Domain) {
        const Topic *topic = node == SyllabusTree::Node::Topic ? certification.topic(id) : nullptr;
        const Domain *domain = topic ? certification.domainOfTopic(id) : certification.domain(id);
        if (domain)
            fillDomain(*domain, topic);
        return;
    }
    const Blueprint *blueprint = certification.blueprint(m_blueprint);
    for (const Section &section : blueprint->sections) {
        if (node == SyllabusTree::Node::Section && section.id == id)
            fillSection(section, nullptr);
        for (const Objective &objective : section.objectives) {
            if (node == SyllabusTree::Node::Objective && objective.id == id)
                fillSection(section, &objective);
        }
    }
}

void SyllabusView::fillDomain(const Domain &domain, const Topic *topic)
{
    const Certification &certification = m_desk.certification();
    TopicReader::Content content;
    content.code = domain.code;
    content.color = int(&domain - certification.domains.constData());
    content.weight = domain.weight;
    if (topic) {
        content.context = domain.title;
        content.title = topic->title;
        content.text = topic->summary;
        content.questions = m_items.value(topic->id);
        content.practise = setUpTopic(topic->id);
        content.accuracy = accuracyOf(topic->id);
        for (const Objective &objective : m_objectives.value(topic->id))
            content.objectives.append(QStringLiteral("%1  %2").arg(objective.id, objective.title));
    } else {
        content.context = tr("Domain");
        content.title = domain.title;
        content.questions = 0;
        for (const Topic &part : domain.topics) {
            content.list.append(part.title);
            content.questions += m_items.value(part.id);
        }
        content.accuracy = accuracyOf(domain.id);
        content.practise = setUpSection(m_blueprint, domain.id);
    }
    m_reader->showContent(content);
}

void SyllabusView::fillSection(const Section &section, const Objective *objective)
{
    const Blueprint *blueprint = m_desk.certification().blueprint(m_blueprint);
    TopicReader::Content content;
    content.code = section.code;
    content.color = int(&section - blueprint->sections.constData());
    content.weight = section.weight;
    if (objective) {
        content.context = section.title;
        content.title = objective->title;
        content.text = tr("Objective %1 of the outline.").arg(objective->id);
        // Answers are counted by section: an objective has too few questions to say anything.
        content.resultsOf = QStringLiteral("%1 %2").arg(section.code, section.title);
        content.practise = setUpObjective(m_blueprint, objective->id);
    } else {
        content.context = tr("Section");
        content.title = section.title;
        content.practise = setUpSection(m_blueprint, section.id);
        for (const Objective &part : section.objectives)
            content.list.append(QStringLiteral("%1  %2").arg(part.id, part.title));
    }
    content.accuracy = accuracyOf(section.id);
    m_reader->showContent(content);
}

SectionAccuracy SyllabusView::accuracyOf(const QString &id) const
{
    for (const QList<SectionAccuracy> *list : {&m_summary.sections, &m_summary.topics}) {
        for (const SectionAccuracy &accuracy : *list) {
            if (accuracy.section == id)
                return accuracy;
        }
    }
    return {};
}

} // namespace lectern
