// SPDX-License-Identifier: GPL-3.0-or-later
#include "planneeds.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double safeShare = 0.85;
constexpr double guessedShare = 0.25;

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

} // namespace

QList<TopicNeed> topicNeeds(const Certification &certification, const Blueprint &blueprint, const QList<ItemTag> &bank,
    const ReadinessReport *report)
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
    double weights = 0;
    for (const Section &section : blueprint.sections)
        weights += all.value(section.id) > 0 ? section.weight : 0;

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
                const double share = section.weight / weights * part / all.value(section.id);
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
