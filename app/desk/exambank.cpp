// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambank.h"

#include "context.h"
#include "plan.h"

#include <algorithm>

namespace lectern
{

namespace
{

QTime studyDayEnds(const Context &context)
{
    const auto stored = context.self.setting(Setting::StudyDayEnds);
    const QTime ends = stored ? QTime::fromString(stored->toString(), QStringLiteral("HH:mm")) : QTime();
    return ends.isValid() ? ends : QTime(4, 0);
}

/// Every answer, and every sibling that was asked for as if the item had been missed then.
Result<QList<AnswerRecord>> answersAndWishes(const Context &context)
{
    auto answers = context.attempts.answers(context.certification.id);
    if (!answers)
        return answers;
    const auto wishes = context.misses.queuedSiblings(context.certification.id);
    if (!wishes)
        return wishes.error();
    for (const auto &[item, utcMs] : *wishes) {
        AnswerRecord missed;
        missed.item = item;
        missed.utcMs = utcMs;
        answers->append(missed);
    }
    std::stable_sort(answers->begin(), answers->end(),
        [](const AnswerRecord &a, const AnswerRecord &b) { return a.utcMs < b.utcMs; });
    return answers;
}

} // namespace

Result<ExamBank> readBank(const Context &context)
{
    const QString &pack = context.certification.id;
    auto tags = context.packs.tags(pack);
    if (!tags)
        return tags.error();
    auto exposures = context.attempts.exposures(pack);
    if (!exposures)
        return exposures.error();
    auto unsealed = context.attempts.unsealed(pack);
    if (!unsealed)
        return unsealed.error();
    ExamBank bank;
    bank.tags = std::move(*tags);
    bank.exposures = std::move(*exposures);
    bank.unsealed = std::move(*unsealed);
    return bank;
}

QList<Comeback> ExamBank::due(const Context &context) const
{
    const QTime ends = studyDayEnds(context);
    if (!m_comebacks) {
        const auto answers = answersAndWishes(context);
        if (!answers)
            return {};
        const QTimeZone zone = context.zone();
        m_comebacks = comebacks(
            *answers, [&](qint64 utcMs) { return studyDay(QDateTime::fromMSecsSinceEpoch(utcMs, zone), ends); });
        QSet<QString> open;
        for (const ItemTag &tag : tags) {
            if (tag.reserve.isEmpty() || unsealed.contains(tag.id))
                open.insert(tag.id);
        }
        m_comebacks->removeIf([&](const Comeback &comeback) { return !open.contains(comeback.item); });
    }
    const QDate today = studyDay(context.localNow(), ends);
    QList<Comeback> due = *m_comebacks;
    due.removeIf([&](const Comeback &comeback) { return comeback.due > today; });
    return due;
}

Result<QList<ItemTag>> ExamBank::undisputed(const Context &context) const
{
    const auto filed = context.disputes.disputes(context.certification.id);
    if (!filed)
        return filed.error();
    QList<ItemTag> fair = tags;
    fair.removeIf([&](const ItemTag &tag) {
        const auto dispute = filed->constFind(tag.id);
        return dispute != filed->cend() && !dispute->settled();
    });
    return fair;
}

QList<ItemTag> ExamBank::matching(
    const DrillCriteria &criteria, const Blueprint &blueprint, const Context &context) const
{
    if (!m_pasts) {
        const auto read = context.attempts.pasts(context.certification.id);
        if (!read)
            return {};
        m_pasts = *read;
    }
    QSet<QString> dueItems;
    if (criteria.due) {
        for (const Comeback &comeback : due(context))
            dueItems.insert(comeback.item);
    }
    return drillItems(tags, criteria, *m_pasts, unsealed, dueItems, slowAfterMs(blueprint));
}

} // namespace lectern
