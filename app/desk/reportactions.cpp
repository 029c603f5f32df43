// SPDX-License-Identifier: GPL-3.0-or-later
// What to do after an attempt, and the book of what went wrong.
#include "context.h"
#include "plan.h"
#include "reportdesk.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lectern
{

namespace
{

constexpr int mostActions = 3;
constexpr int minutesPerQuestion = 2; ///< the exam's own pace
constexpr int blockMinutes = 90;
constexpr int lessonMinutes = 15;
constexpr int mostDrilled = 20;

ReportDesk::Action drillOf(QStringList items, ReportDesk::Action::Reason reason)
{
    ReportDesk::Action action;
    action.kind = ReportDesk::Action::Kind::Drill;
    action.reason = reason;
    items = items.mid(0, mostDrilled);
    action.questions = static_cast<int>(items.size());
    action.minutes = action.questions * minutesPerQuestion;
    action.criteria.items = items;
    return action;
}

/// The topics that lost something, those that lost most first; of two that lost as much the one that was asked less.
QList<Analysis::Count> weakTopics(const Analysis &analysis)
{
    const auto lost = [](const Analysis::Count &count) { return count.total - count.right; };
    QList<Analysis::Count> weak;
    std::copy_if(analysis.topics.cbegin(), analysis.topics.cend(), std::back_inserter(weak),
        [&](const Analysis::Count &count) { return lost(count) > 0; });
    std::stable_sort(weak.begin(), weak.end(), [&](const Analysis::Count &a, const Analysis::Count &b) {
        return std::pair(-lost(a), a.total) < std::pair(-lost(b), b.total);
    });
    return weak;
}

} // namespace

QList<ReportDesk::Action> ReportDesk::nextActions(const Report &report) const
{
    const auto itemsWhere = [&](auto &&wanted) {
        QStringList items;
        for (const ItemOutcome &outcome : report.score.items) {
            if (!outcome.excluded && !outcome.right && wanted(outcome))
                items.append(outcome.item);
        }
        return items;
    };
    QList<Action> actions;
    // What one was sure of and got wrong will not be looked up by itself.
    const QStringList confident =
        itemsWhere([](const ItemOutcome &o) { return o.certainty == Certainty::Sure && !o.chosen.isEmpty(); });
    if (!confident.isEmpty())
        actions.append(drillOf(confident, Action::Reason::ConfidentWrong));
    const QStringList missed =
        itemsWhere([&](const ItemOutcome &o) { return !o.chosen.isEmpty() && !confident.contains(o.item); });
    if (!missed.isEmpty())
        actions.append(drillOf(missed, Action::Reason::Missed));
    const QList<Analysis::Count> weak = weakTopics(report.analysis);
    const auto work = [](const Analysis::Count &topic) {
        Action action;
        action.topic = topic.id;
        action.reason = Action::Reason::WeakTopic;
        // One question alone may be chance: read about it. More of them: give it an evening.
        if (topic.total - topic.right > 1) {
            action.kind = Action::Kind::Block;
            action.minutes = blockMinutes;
        } else {
            action.kind = Action::Kind::Lesson;
            action.minutes = lessonMinutes;
        }
        return action;
    };
    if (!weak.isEmpty())
        actions.append(work(weak.constFirst()));
    const QStringList blank = itemsWhere([](const ItemOutcome &o) { return o.chosen.isEmpty() && o.seen; });
    if (!blank.isEmpty())
        actions.append(drillOf(blank, Action::Reason::Blank));
    QStringList unsure;
    for (const ItemOutcome &outcome : report.score.items) {
        const bool doubted =
            outcome.unsure || outcome.certainty == Certainty::Unsure || outcome.certainty == Certainty::Guess;
        if (outcome.right && doubted && !outcome.excluded)
            unsure.append(outcome.item);
    }
    if (!unsure.isEmpty())
        actions.append(drillOf(unsure, Action::Reason::Unsure));
    // Who left nothing blank and doubted nothing has the next topics to work on.
    for (qsizetype next = 1; next < weak.size() && actions.size() < mostActions; ++next)
        actions.append(work(weak.at(next)));
    return actions.mid(0, mostActions);
}

Result<QList<ReportDesk::ErrorBookEntry>> ReportDesk::errorBook() const
{
    const QString &pack = m_context.certification.id;
    const auto answers = m_context.attempts.answers(pack);
    if (!answers)
        return answers.error();
    const auto misses = m_context.misses.misses(pack);
    if (!misses)
        return misses.error();
    struct Last {
        int missed = 0;
        bool right = false;
        qint64 utcMs = 0;
        AttemptId attempt{};
    };
    QHash<QString, Last> lasts;
    for (const AnswerRecord &answer : *answers) {
        Last &last = lasts[answer.item];
        last.missed += answer.right ? 0 : 1;
        last.right = answer.right;
        last.utcMs = answer.utcMs;
        last.attempt = answer.attempt;
    }
    QList<ErrorBookEntry> book;
    QHash<qint64, Attempt> attempts;
    for (auto it = lasts.cbegin(); it != lasts.cend(); ++it) {
        const Miss said = misses->value(it.key());
        if (it->right && said.rule.isEmpty())
            continue;
        if (!attempts.contains(raw(it->attempt))) {
            const Result<Attempt> loaded = m_context.attempts.load(it->attempt);
            if (!loaded)
                continue;
            attempts.insert(raw(it->attempt), *loaded);
        }
        const Attempt &attempt = *attempts.constFind(raw(it->attempt));
        const QList<FormItem> &seats = attempt.setup().items;
        const auto seat = std::find_if(
            seats.cbegin(), seats.cend(), [&](const FormItem &candidate) { return candidate.item == it.key(); });
        if (seat == seats.cend())
            continue;
        const Result<Item> item = m_context.packs.item(seat->revision);
        if (!item)
            continue;
        ErrorBookEntry entry;
        entry.item = *item;
        entry.miss = said;
        entry.missed = it->missed;
        entry.lastUtcMs = it->utcMs;
        entry.lastChoice = attempt.at(static_cast<int>(seat - seats.cbegin())).choice;
        entry.optionOrder = seat->optionOrder;
        book.append(entry);
    }
    std::sort(book.begin(), book.end(), [](const ErrorBookEntry &a, const ErrorBookEntry &b) {
        return std::make_pair(b.lastUtcMs, a.item.id) < std::make_pair(a.lastUtcMs, b.item.id);
    });
    return book;
}

} // namespace lectern
