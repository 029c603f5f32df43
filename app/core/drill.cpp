// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill.h"

#include "random.h"

#include <algorithm>
#include <tuple>

namespace lectern
{

qint64 slowAfterMs(const Blueprint &blueprint)
{
    return blueprint.questions > 0 ? qint64(blueprint.minutes) * 60000 * 3 / 2 / blueprint.questions : 0;
}

namespace
{

bool isOpen(const ItemTag &tag, const QSet<QString> &unsealed)
{
    return tag.reserve.isEmpty() || unsealed.contains(tag.id);
}

bool hasState(
    const ItemTag &tag, const DrillCriteria &criteria, const ItemPast &past, const QSet<QString> &due, qint64 slowMs)
{
    if (!criteria.missed && !criteria.unsure && !criteria.unseen && !criteria.slow && !criteria.due)
        return true;
    return (criteria.missed && past.answered && !past.right) || (criteria.unsure && past.answered && past.unsure) ||
           (criteria.unseen && past.shown == 0) || (criteria.slow && past.answered && past.dwellMs > slowMs) ||
           (criteria.due && due.contains(tag.id));
}

/// Only what can be answered here.
bool hasInterface(ItemType type)
{
    return type == ItemType::Single || type == ItemType::Multiple;
}

} // namespace

QList<ItemTag> drillItems(const QList<ItemTag> &bank, const DrillCriteria &criteria,
    const QHash<QString, ItemPast> &pasts, const QSet<QString> &unsealed, const QSet<QString> &due, qint64 slowMs)
{
    QList<ItemTag> matches;
    for (const ItemTag &tag : bank) {
        if (!isOpen(tag, unsealed) || !hasInterface(tag.type) || !tag.caseId.isEmpty())
            continue;
        if (!criteria.items.isEmpty()) {
            if (criteria.items.contains(tag.id))
                matches.append(tag);
            continue;
        }
        const ItemPast past = pasts.value(tag.id);
        const bool recent = past.attemptsAgo > 0 && past.attemptsAgo <= criteria.notInLast;
        const bool wanted = (criteria.topics.isEmpty() || criteria.topics.contains(tag.topic)) &&
                            (criteria.objectives.isEmpty() || criteria.objectives.contains(tag.objective)) &&
                            (criteria.difficulties.isEmpty() || criteria.difficulties.contains(tag.difficulty));
        if (wanted && !recent && hasState(tag, criteria, past, due, slowMs))
            matches.append(tag);
    }
    return matches;
}

Result<QList<FormItem>> drawDrill(const QList<ItemTag> &items, const Blueprint &blueprint, const FormRequest &request)
{
    QList<ItemTag> sorted = items;
    // The seed alone may decide, whatever order the bank came in.
    std::sort(sorted.begin(), sorted.end(),
        [](const ItemTag &a, const ItemTag &b) { return std::tie(a.id, a.revision) < std::tie(b.id, b.revision); });
    sorted.erase(
        std::unique(sorted.begin(), sorted.end(), [](const ItemTag &a, const ItemTag &b) { return a.id == b.id; }),
        sorted.end());
    Random random(request.seed);
    random.shuffle(sorted);
    QHash<QString, int> perTopic;
    QSet<QString> taken;
    QSet<QString> barred;
    QList<FormItem> form;
    Random orders(request.seed ^ 0x6f7074696f6e73ULL);
    while (form.size() < request.questions) {
        const ItemTag *best = nullptr;
        std::tuple<int, int> bestRank;
        for (const ItemTag &tag : std::as_const(sorted)) {
            const bool enemy = std::any_of(
                tag.enemies.cbegin(), tag.enemies.cend(), [&](const QString &id) { return taken.contains(id); });
            if (enemy || taken.contains(tag.id) || barred.contains(tag.id))
                continue;
            const std::tuple rank(request.exposures.value(tag.id), perTopic.value(tag.topic));
            if (!best || rank < bestRank) {
                best = &tag;
                bestRank = rank;
            }
        }
        if (!best)
            break;
        taken.insert(best->id);
        ++perTopic[best->topic];
        for (const QString &enemy : best->enemies)
            barred.insert(enemy);
        QStringList order = best->optionIds;
        orders.shuffle(order);
        const FormItem seat{best->id, best->revision, sectionOf(blueprint, best->topic, best->objective), order};
        form.append(seat);
    }
    if (form.isEmpty())
        return Error{ErrorCode::NotEnoughItems, QStringLiteral("no question matches"), {}};
    return form;
}

} // namespace lectern
