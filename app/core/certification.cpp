// SPDX-License-Identifier: GPL-3.0-or-later
#include "certification.h"

#include <algorithm>

namespace lectern
{

namespace
{

template<typename T>
const T *byId(const QList<T> &list, const QString &id)
{
    const auto it = std::find_if(list.cbegin(), list.cend(), [&](const T &candidate) { return candidate.id == id; });
    return it == list.cend() ? nullptr : &*it;
}

} // namespace

const Domain *Certification::domain(const QString &wanted) const
{
    return byId(domains, wanted);
}

const Domain *Certification::domainOfTopic(const QString &topicId) const
{
    const auto it = std::find_if(domains.cbegin(), domains.cend(),
        [&](const Domain &candidate) { return byId(candidate.topics, topicId) != nullptr; });
    return it == domains.cend() ? nullptr : &*it;
}

const Topic *Certification::topic(const QString &topicId) const
{
    const Domain *owner = domainOfTopic(topicId);
    return owner ? byId(owner->topics, topicId) : nullptr;
}

const Blueprint *Certification::blueprint(const QString &wanted) const
{
    return byId(blueprints, wanted);
}

const Project *Certification::project(const QString &wanted) const
{
    return byId(projects, wanted);
}

const Collection *Certification::collection(const QString &wanted) const
{
    return byId(collections, wanted);
}

int Certification::weeks() const
{
    int last = 0;
    for (const Stage &stage : path)
        last = std::max(last, stage.lastWeek);
    return last;
}

const Blueprint *recommendedBlueprint(const Certification &certification, QDate examDate)
{
    if (certification.blueprints.isEmpty())
        return nullptr;
    const Blueprint *best = &certification.blueprints.constFirst();
    if (!examDate.isValid())
        return best;
    QDate latest;
    for (const Blueprint &blueprint : certification.blueprints) {
        const QDate from = blueprint.recommendedFrom;
        if (from.isValid() && from <= examDate && (!latest.isValid() || from > latest)) {
            latest = from;
            best = &blueprint;
        }
    }
    return best;
}

} // namespace lectern
