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

namespace
{

ItemOutcome outcomeAt(const Attempt &attempt, int position, const ItemKey &key)
{
    const FormItem &seat = attempt.setup().items[position];
    const PositionState &state = attempt.at(position);
    ItemOutcome outcome;
    outcome.position = position;
    outcome.item = seat.item;
    outcome.section = seat.section;
    outcome.chosen = state.choice;
    outcome.key = key.ids;
    outcome.type = key.type;
    outcome.right = isRight(key, state.choice);
    outcome.scored = seat.scored;
    outcome.seen = state.seen;
    outcome.flagged = state.flagged;
    outcome.unsure = state.unsure;
    outcome.certainty = state.certainty;
    outcome.answerChanges = state.answerChanges;
    outcome.dwellMs = state.dwellMs;
    return outcome;
}

void count(Score &score, const ItemOutcome &outcome)
{
    ++score.total;
    score.right += outcome.right ? 1 : 0;
    score.answered += outcome.chosen.isEmpty() ? 0 : 1;
    const auto section = std::find_if(score.sections.begin(), score.sections.end(),
        [&](const SectionScore &candidate) { return candidate.section == outcome.section; });
    if (section == score.sections.end())
        return;
    ++section->total;
    section->right += outcome.right ? 1 : 0;
}

} // namespace

Score score(const Attempt &attempt, const Blueprint &blueprint, const ItemKeys &keys, const ScoreOptions &options)
{
    Score result;
    for (const Section &section : blueprint.sections)
        result.sections.append({section.id, 0, 0});

    for (int position = 0; position < attempt.size(); ++position) {
        const QString &item = attempt.setup().items[position].item;
        const auto key = keys.constFind(item);
        if (key == keys.cend())
            continue;
        ItemOutcome outcome = outcomeAt(attempt, position, *key);
        if (options.sections)
            outcome.section = options.sections->value(item, outcome.section);
        outcome.excluded = options.excluded.contains(item) || (options.sections && outcome.section.isEmpty());
        result.items.append(outcome);
        if (!outcome.scored)
            ++result.unscored;
        else if (outcome.excluded)
            ++result.excluded;
        else
            count(result, outcome);
    }
    result.interval = wilson(result.right, result.total);
    result.hasInterval = result.total >= fewestForInterval;
    result.timedOut = attempt.timedOut();
    result.abandoned = attempt.abandoned();
    if (!attempt.events().isEmpty()) {
        const ClockReading clock = attempt.clock(attempt.events().constLast().at);
        result.usedMs = clock.usedMs;
        result.clockVerified = clock.verified;
    }
    return result;
}

std::optional<double> weightedShare(const Score &score, const Blueprint &blueprint)
{
    double sum = 0;
    int weights = 0;
    for (const SectionScore &part : score.sections) {
        const Section *section = blueprint.section(part.section);
        if (!section || part.total == 0)
            continue;
        sum += section->weight * double(part.right) / part.total;
        weights += section->weight;
    }
    return weights > 0 ? std::optional(sum / weights) : std::nullopt;
}

} // namespace lectern
