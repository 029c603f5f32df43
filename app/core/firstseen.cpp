// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstseen.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

void count(QList<SectionAccuracy> &list, const QString &id, bool right)
{
    const auto it = std::find_if(
        list.begin(), list.end(), [&](const SectionAccuracy &candidate) { return candidate.section == id; });
    if (it == list.end())
        return;
    ++it->answers;
    it->right += right ? 1 : 0;
}

SectionAccuracy named(const QString &id, double weight)
{
    SectionAccuracy accuracy;
    accuracy.section = id;
    accuracy.weight = weight;
    return accuracy;
}

} // namespace

FirstSeenSummary firstSeen(
    const QList<AnswerRecord> &answers, const Certification &certification, const Blueprint &blueprint)
{
    FirstSeenSummary summary;
    for (const Section &section : blueprint.sections)
        summary.sections.append(named(section.id, section.weight));
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics)
            summary.topics.append(named(topic.id, 0));
    }

    for (const AnswerRecord &answer : answers) {
        if (answer.exposuresBefore > 0)
            continue;
        count(summary.topics, answer.topic, answer.right);
        const QString section = sectionOf(blueprint, answer.topic, answer.objective);
        if (section.isEmpty())
            continue;
        count(summary.sections, section, answer.right);
        ++summary.answers;
        summary.right += answer.right ? 1 : 0;
    }

    const double pooled = summary.answers > 0 ? double(summary.right) / summary.answers : 0.5;
    for (SectionAccuracy &section : summary.sections) {
        section.interval = wilson(section.right, section.answers);
        section.pointsLost = section.weight * (1.0 - (section.answers > 0 ? section.share() : pooled));
    }
    for (SectionAccuracy &topic : summary.topics)
        topic.interval = wilson(topic.right, topic.answers);
    return summary;
}

} // namespace lectern
