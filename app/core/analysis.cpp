// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr qint64 shortestDwellMs = 30'000;
constexpr int mostDwells = 5;
constexpr int fewestForQuarters = 20;
constexpr int quarterCount = 4;

QList<Analysis::Pace> paceOf(const Attempt &attempt)
{
    QList<Analysis::Pace> pace{{0, 0}};
    // The log again, event by event: the attempt itself only knows where it ended.
    Result<Attempt> walked = Attempt::fold(attempt.setup(), {});
    if (!walked)
        return pace;
    for (const AttemptEvent &event : attempt.events()) {
        if (!walked->apply(event))
            break;
        const int answered = walked->answeredCount();
        if (answered != pace.constLast().answered)
            pace.append({walked->clock(event.at).usedMs, answered});
    }
    if (!attempt.events().isEmpty()) {
        const qint64 end = attempt.clock(attempt.events().constLast().at).usedMs;
        if (end > pace.constLast().usedMs)
            pace.append({end, pace.constLast().answered});
    }
    return pace;
}

QList<int> longestDwells(const Score &score)
{
    QList<const ItemOutcome *> slow;
    for (const ItemOutcome &outcome : score.items) {
        if (outcome.dwellMs >= shortestDwellMs)
            slow.append(&outcome);
    }
    std::stable_sort(
        slow.begin(), slow.end(), [](const ItemOutcome *a, const ItemOutcome *b) { return a->dwellMs > b->dwellMs; });
    QList<int> positions;
    for (const ItemOutcome *outcome : std::as_const(slow).mid(0, mostDwells))
        positions.append(outcome->position);
    return positions;
}

void count(QMap<QString, Analysis::Count> &counts, const QString &id, bool right)
{
    if (id.isEmpty())
        return;
    Analysis::Count &entry = counts[id];
    entry.id = id;
    ++entry.total;
    entry.right += right ? 1 : 0;
}

void addCertainty(Analysis &analysis, const QList<const ItemOutcome *> &counted)
{
    constexpr std::array order{Certainty::Sure, Certainty::Unsure, Certainty::Guess, Certainty::None};
    const bool rated = std::any_of(counted.cbegin(), counted.cend(),
        [](const ItemOutcome *outcome) { return outcome->certainty != Certainty::None; });
    if (!rated)
        return;
    for (const Certainty certainty : order) {
        Analysis::CertaintyRow row{certainty, 0, 0};
        for (const ItemOutcome *outcome : counted) {
            if (outcome->certainty != certainty || outcome->chosen.isEmpty())
                continue;
            ++(outcome->right ? row.right : row.wrong);
            if (certainty == Certainty::Sure && !outcome->right)
                analysis.confidentWrong.append(outcome->position);
        }
        if (row.right + row.wrong > 0)
            analysis.certainties.append(row);
    }
}

} // namespace

AnswerChange answerChange(const Attempt &attempt, int position, const ItemKey &key)
{
    QStringList first;
    QStringList last;
    for (const AttemptEvent &event : attempt.events()) {
        if (event.kind != EventKind::Answered || event.position != position || event.choice.isEmpty())
            continue;
        if (first.isEmpty())
            first = event.choice;
        last = event.choice;
    }
    if (first.isEmpty() || normalised(key.type, first) == normalised(key.type, last))
        return AnswerChange::None;
    if (isRight(key, first))
        return AnswerChange::RightToWrong;
    return isRight(key, last) ? AnswerChange::WrongToRight : AnswerChange::WrongToWrong;
}

Analysis analyse(const Attempt &attempt, const Score &score, const QHash<QString, ItemTag> &tags)
{
    Analysis analysis;
    analysis.pace = paceOf(attempt);
    analysis.longestDwells = longestDwells(score);
    QList<const ItemOutcome *> counted;
    for (const ItemOutcome &outcome : score.items) {
        if (outcome.counts())
            counted.append(&outcome);
    }
    QMap<QString, Analysis::Count> objectives;
    QMap<QString, Analysis::Count> topics;
    for (const ItemOutcome *outcome : std::as_const(counted)) {
        switch (answerChange(attempt, outcome->position, {outcome->type, outcome->key})) {
        case AnswerChange::RightToWrong:
            ++analysis.rightToWrong;
            break;
        case AnswerChange::WrongToRight:
            ++analysis.wrongToRight;
            break;
        case AnswerChange::WrongToWrong:
            ++analysis.wrongToWrong;
            break;
        case AnswerChange::None:
            break;
        }
        const ItemTag tag = tags.value(outcome->item);
        count(objectives, tag.objective, outcome->right);
        count(topics, tag.topic, outcome->right);
    }
    addCertainty(analysis, counted);
    analysis.objectives = objectives.values();
    analysis.topics = topics.values();
    if (counted.size() >= fewestForQuarters) {
        for (int quarter = 0; quarter < quarterCount; ++quarter) {
            Analysis::Count entry;
            entry.id = QString::number(quarter + 1);
            const qsizetype from = counted.size() * quarter / quarterCount;
            const qsizetype to = counted.size() * (quarter + 1) / quarterCount;
            for (qsizetype i = from; i < to; ++i) {
                ++entry.total;
                entry.right += counted.at(i)->right ? 1 : 0;
            }
            analysis.quarters.append(entry);
        }
    }
    return analysis;
}

} // namespace lectern
