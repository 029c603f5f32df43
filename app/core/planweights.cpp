// SPDX-License-Identifier: GPL-3.0-or-later
#include "planweights.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr double scale = 1000;            ///< of weights that are whole numbers
constexpr double themeShare = 0.65;       ///< of the study: what is left beside returns, reviews, rehearsals
constexpr double blueprintPull = 1.0 / 3; ///< of a stage's length towards what the blueprint asks of it
constexpr double leastTilt = 0.5;         ///< of a topic's time against the even share
constexpr double mostTilt = 2.0;
constexpr double begun = 0.5; ///< part of a topic that is left when its reading is over

double weightOf(const Stage &stage)
{
    return std::max(1, stage.lastWeek - stage.firstWeek + 1);
}

} // namespace

QStringList topicsOf(const Certification &certification, const Stage &stage)
{
    if (!stage.topics.isEmpty())
        return stage.topics;
    QStringList ids;
    for (const QString &domainId : stage.domains) {
        if (const Domain *domain = certification.domain(domainId)) {
            for (const Topic &topic : domain->topics)
                ids.append(topic.id);
        }
    }
    return ids;
}

int scopeMinutes(const Certification &certification, PlanScope scope, ProjectChoice projects)
{
    const int hours = certification.totalHours * 60;
    const int projectCount = static_cast<int>(certification.projects.size());
    const int project = hours / 10;
    const int study = hours - (projectCount > 0 ? project : 0);
    int wanted = study;
    if (scope == PlanScope::Focused)
        wanted = study * 2 / 3;
    else if (scope == PlanScope::ExamOnly)
        wanted = study * 2 / 5;
    if (projects == ProjectChoice::One)
        wanted += std::min(projectCount, 1) * project;
    else if (projects == ProjectChoice::All)
        wanted += projectCount * project;
    return wanted;
}

QList<TopicNeed> evenNeeds(const Certification &certification)
{
    QList<TopicNeed> needs;
    double weights = 0;
    for (const Domain &domain : certification.domains)
        weights += domain.topics.isEmpty() ? 0 : domain.weight;
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics)
            needs.append({topic.id, domain.weight / weights / static_cast<double>(domain.topics.size()), 0});
    }
    return needs;
}

PlanWeights::PlanWeights(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts)
    : m_scope(inputs.scope)
{
    const QList<TopicNeed> needs = facts.topics.isEmpty() ? evenNeeds(certification) : facts.topics;
    for (const TopicNeed &need : needs) {
        if (need.beyond() || m_askedAt.contains(need.topic))
            continue;
        m_askedAt.insert(need.topic, m_asked.size());
        m_asked.append(need);
    }
    int studied = 0;
    for (const StudyRecord &record : facts.studied) {
        m_studied[record.topic] += record.minutes;
        studied += record.minutes;
    }
    const int scope = scopeMinutes(certification, inputs.scope, inputs.projects);
    m_neededMinutes = std::max(0, scope - studied);
    chooseProjects(certification, inputs);
    weighStages(certification, scope - static_cast<int>(m_projects.size()) * m_projectMinutes);
}

const TopicNeed *PlanWeights::need(const QString &topic) const
{
    const auto at = m_askedAt.constFind(topic);
    return at == m_askedAt.cend() ? nullptr : &m_asked[*at];
}

void PlanWeights::chooseProjects(const Certification &certification, const PlanInputs &inputs)
{
    m_projectMinutes = certification.totalHours * 60 / 10;
    if (inputs.projects == ProjectChoice::None || certification.projects.isEmpty())
        return;
    if (inputs.projects == ProjectChoice::All) {
        for (const Project &project : certification.projects)
            m_projects.append(&project);
        return;
    }
    const Project *chosen = certification.project(inputs.project);
    m_projects.append(chosen ? chosen : &certification.projects.constFirst());
}

void PlanWeights::weighStages(const Certification &certification, int studyMinutes)
{
    double weeks = 0;
    double themeWeeks = 0;
    double asked = 0;
    qsizetype topicCount = 0;
    for (const Stage &stage : certification.path) {
        const QStringList topics = topicsOf(certification, stage);
        weeks += weightOf(stage);
        themeWeeks += topics.isEmpty() ? 0 : weightOf(stage);
        topicCount += topics.size();
        for (const QString &topic : topics)
            asked += need(topic) ? need(topic)->share : 0;
    }
    double sum = 0;
    double capstone = 0;
    const double topicMinutes = topicCount > 0 ? studyMinutes * themeShare / static_cast<double>(topicCount) : 0;
    for (const Stage &stage : certification.path) {
        const QStringList topics = topicsOf(certification, stage);
        StageWeight weight;
        weight.stage = &stage;
        double part = weightOf(stage) / weeks;
        if (!topics.isEmpty()) {
            double share = 0;
            for (const QString &topic : topics)
                share += need(topic) ? need(topic)->share : 0;
            const double byBlueprint = asked > 0 ? share / asked * themeWeeks / weeks : part;
            part = part * (1 - blueprintPull) + byBlueprint * blueprintPull;
            const double mean = share / static_cast<double>(topics.size());
            double left = 0;
            for (const QString &topic : topics) {
                if (m_scope != PlanScope::Full && !need(topic))
                    continue;
                const double rest = leftOf(topic, topicMinutes);
                left += rest;
                if (rest > 0)
                    weight.topics.append(topicWeight(topic, mean, rest));
            }
            part *= left / static_cast<double>(topics.size());
        }
        weight.weight = static_cast<int>(std::lround(part * scale));
        if (weight.weight <= 0 || (!topics.isEmpty() && weight.topics.isEmpty()))
            continue;
        sum += part;
        capstone += topics.isEmpty() ? part : 0;
        m_stages.append(weight);
    }
    m_capstoneShare = sum > 0 ? capstone / sum : 0;
}

double PlanWeights::leftOf(const QString &topic, double minutes) const
{
    const int studied = m_studied.value(topic);
    return studied >= minutes ? 0 : 1 - studied / minutes;
}

PlanWeights::TopicWeight PlanWeights::topicWeight(const QString &topic, double meanShare, double left) const
{
    const TopicNeed *asked = need(topic);
    const double against = asked && meanShare > 0 ? asked->share / meanShare : 0;
    const double weakness = asked ? std::clamp(asked->weakness, 0.0, 1.0) : 0;
    TopicWeight weight;
    weight.topic = topic;
    const double tilt = std::clamp((1 + against) / 2 * (0.75 + 0.5 * weakness), leastTilt, mostTilt);
    weight.weight = std::max(1, static_cast<int>(std::lround(tilt * left * scale)));
    if (m_scope == PlanScope::ExamOnly)
        weight.kinds = {{BlockKind::Read, 40}, {BlockKind::Questions, 60}};
    else if (left < begun)
        weight.kinds = {{BlockKind::Lab, 60}, {BlockKind::Questions, 40}};
    else
        weight.kinds = {{BlockKind::Read, 50}, {BlockKind::Lab, 30}, {BlockKind::Questions, 20}};
    return weight;
}

} // namespace lectern
