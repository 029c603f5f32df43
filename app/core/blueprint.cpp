// SPDX-License-Identifier: GPL-3.0-or-later
#include "blueprint.h"

#include <algorithm>
#include <numeric>

namespace lectern
{

const Section *Blueprint::section(const QString &wanted) const
{
    const auto it = std::find_if(
        sections.cbegin(), sections.cend(), [&](const Section &candidate) { return candidate.id == wanted; });
    return it == sections.cend() ? nullptr : &*it;
}

QList<int> largestRemainder(const QList<int> &weights, int total)
{
    const qint64 sum = std::accumulate(weights.cbegin(), weights.cend(), qint64(0));
    if (sum <= 0 || total < 0)
        return {};
    QList<int> shares;
    int given = 0;
    for (const int weight : weights) {
        shares.append(static_cast<int>(qint64(weight) * total / sum));
        given += shares.constLast();
    }
    QList<int> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    const auto remainder = [&](int index) { return qint64(weights[index]) * total % sum; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return remainder(a) > remainder(b); });
    for (int i = 0; given < total; ++i, ++given)
        ++shares[order[i]];
    return shares;
}

QList<int> quotas(const Blueprint &blueprint, int total)
{
    QList<int> weights;
    for (const Section &section : blueprint.sections)
        weights.append(section.weight);
    return largestRemainder(weights, total);
}

} // namespace lectern
