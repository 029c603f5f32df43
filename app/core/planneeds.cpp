// SPDX-License-Identifier: GPL-3.0-or-later
#include "planneeds.h"

#include "afterexam.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double safeShare = 0.85;
constexpr double guessedShare = 0.25;
constexpr double lossShare = 0.8; ///< what a failed exam says of the weights

double weaknessOf(const ReadinessRow *row)
{
    if (!row || !row->tested())
        return 0;
    return std::clamp((safeShare - row->expected.mean) / (safeShare - guessedShare), 0.0, 1.0);
}

const ReadinessRow *rowOf(const QList<ReadinessRow> &rows, const QString &id)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&id](const ReadinessRow &row) { return row.id == id; });
    return found == rows.cend() ? nullptr : &*found;
}

/// 0-1 by section id.
QHash<QString, double> weightsOf(const Blueprint &blueprint, const ExamResult *failed)
{
    double sum = 0;
    for (const Section &section : blueprint.sections)
        sum += section.weight;
    const QHash<QString, double> lost = failed ? shareByLoss(blueprint, *failed) : QHash<QString, double>();
    QHash<QString, double> weights;
    for (const Section &section : blueprint.sections) {
        const double weight = sum > 0 ? section.weight / sum : 0;
        weights.insert(section.id, failed ? lossShare * lost.value(section.id) + (1 - lossShare) * weight : weight);
    }
    return weights;
}

} // namespace

const ExamResult *lastFailure(const QList<ExamResult> &results, const QString &blueprint)
{
    const auto last = std::max_element(results.cbegin(), results.cend(),
        [](const ExamResult &one, const ExamResult &other) { return one.date < other.date; });
    return last != results.cend() && !last->passed && last->blueprint == blueprint ? &*last : nullptr;
}

QList<TopicNeed> topicNeeds(const Certification &certification, const Blueprint &blueprint, const QList<ItemTag> &bank,
    const ReadinessReport *report, const ExamResult *failed)
{
    QHash<QString, QHash<QString, double>> items; // by section, by topic
    QHash<QString, double> all;                   // by section
    if (blueprint.kind == BlueprintKind::Domains) {
        for (const Domain &domain : certification.domains) {
            for (const Topic &topic : domain.topics)
                items[domain.id][topic.id] = 1;
            all[domain.id] = static_cast<double>(domain.topics.size());
        }
    } else {
        for (const ItemTag &tag : bank) {
            const QString section = sectionOf(blueprint, tag.topic, tag.objective);
            if (section.isEmpty() || !certification.topic(tag.topic))
                continue;
            items[section][tag.topic] += 1;
            all[section] += 1;
        }
    }
    const QHash<QString, double> asked = weightsOf(blueprint, failed);
    double weights = 0;
    for (const Section &section : blueprint.sections)
        weights += all.value(section.id) > 0 ? asked.value(section.id) : 0;

    QList<TopicNeed> needs;
    for (const Domain &domain : certification.domains) {
        for (const Topic &topic : domain.topics) {
            TopicNeed need;
            need.topic = topic.id;
            double weak = 0;
            for (const Section &section : blueprint.sections) {
                const double part = items.value(section.id).value(topic.id);
                if (part <= 0)
                    continue;
                const double share = asked.value(section.id) / weights * part / all.value(section.id);
                need.share += share;
                weak += report ? share * weaknessOf(rowOf(report->sections, section.id)) : 0;
            }
            const ReadinessRow *own = report ? rowOf(report->topics, topic.id) : nullptr;
            need.weakness = own ? weaknessOf(own) : need.share > 0 ? weak / need.share : 0;
            needs.append(need);
        }
    }
    return needs;
}

} // namespace lectern
