// SPDX-License-Identifier: GPL-3.0-or-later
#include "score.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{
constexpr int fewestForInterval = 20;
}

Interval wilson(int right, int total, double z)
{
    if (total <= 0)
        return {};
    const double n = total;
    const double p = right / n;
    const double z2 = z * z;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    // At none and at all of them the interval ends at the share itself, which rounding would miss.
    return {std::clamp(centre - half, 0.0, p), std::clamp(centre + half, p, 1.0)};
}

Score score(const Attempt &attempt, const Blueprint &blueprint, const QHash<QString, QStringList> &keys)
{
    Score result;
    for (const Section &section : blueprint.sections)
        result.sections.append({section.id, 0, 0});

    for (int position = 0; position < attempt.size(); ++position) {
        const FormItem &seat = attempt.setup().items[position];
        const auto key = keys.constFind(seat.item);
        if (key == keys.cend())
            continue;
        const PositionState &state = attempt.at(position);
        ItemOutcome outcome;
        outcome.position = position;
        outcome.item = seat.item;
        outcome.section = seat.section;
        outcome.chosen = state.choice;
        outcome.key = *key;
        QStringList sorted = state.choice;
        sorted.sort();
        outcome.right = !sorted.isEmpty() && sorted == *key;
        outcome.flagged = state.flagged;
        outcome.answerChanges = state.answerChanges;
        outcome.dwellMs = state.dwellMs;
        result.items.append(outcome);

        ++result.total;
        result.right += outcome.right ? 1 : 0;
        result.answered += outcome.chosen.isEmpty() ? 0 : 1;
        const auto section = std::find_if(result.sections.begin(), result.sections.end(),
            [&](const SectionScore &candidate) { return candidate.section == seat.section; });
        if (section != result.sections.end()) {
            ++section->total;
            section->right += outcome.right ? 1 : 0;
        }
    }
    result.interval = wilson(result.right, result.total);
    result.hasInterval = result.total >= fewestForInterval;
    result.timedOut = attempt.timedOut();
    if (!attempt.events().isEmpty()) {
        const ClockReading clock = attempt.clock(attempt.events().constLast().at);
        result.usedMs = qint64(attempt.setup().minutes) * 60000 - clock.remainingMs;
        result.clockVerified = clock.verified;
    }
    return result;
}

} // namespace lectern
