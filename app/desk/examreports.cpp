// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "examdesk.h"

namespace lectern
{

namespace
{

QStringList revisionsOf(const Attempt &attempt)
{
    QStringList revisions;
    for (const FormItem &seat : attempt.setup().items)
        revisions.append(seat.revision);
    return revisions;
}

} // namespace

Result<ExamDesk::Report> ExamDesk::report(AttemptId id) const
{
    Result<Attempt> attempt = m_context.attempts.load(id);
    if (!attempt)
        return attempt.error();
    const Blueprint *blueprint = m_context.certification.blueprint(attempt->setup().blueprint);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), attempt->setup().blueprint};
    const auto items = m_context.packs.items(revisionsOf(*attempt));
    if (!items)
        return items.error();
    Report report;
    report.blueprint = *blueprint;
    ItemKeys keys;
    for (const FormItem &seat : attempt->setup().items) {
        const auto item = items->constFind(seat.revision);
        if (item == items->cend())
            continue;
        report.items.insert(seat.item, *item);
        keys.insert(seat.item, keyOf(*item));
    }
    const auto tags = m_context.packs.tags(m_context.certification.id);
    if (!tags)
        return tags.error();
    for (const ItemTag &tag : *tags)
        report.current.insert(tag.id, tag.revision);
    report.score = score(*attempt, *blueprint, keys);
    report.attempt = std::move(*attempt);
    return report;
}

Result<Score> ExamDesk::scoreOf(const Attempt &attempt) const
{
    const QString blueprintId = attempt.setup().blueprint;
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    const auto byRevision = m_context.packs.keys(revisionsOf(attempt));
    if (!byRevision)
        return byRevision.error();
    ItemKeys keys;
    for (const FormItem &seat : attempt.setup().items) {
        const auto key = byRevision->constFind(seat.revision);
        if (key != byRevision->cend())
            keys.insert(seat.item, {key->size() > 1 ? ItemType::Multiple : ItemType::Single, *key});
    }
    return score(attempt, *blueprint, keys);
}

ExamDesk::Past ExamDesk::past(
    AttemptId id, const QString &blueprintId, qint64 startedUtcMs, int questions, bool damaged) const
{
    if (!damaged) {
        const Result<Attempt> attempt = m_context.attempts.load(id);
        if (const auto whole = attempt ? past(*attempt) : std::nullopt)
            return *whole;
    }
    Past past;
    past.id = id;
    past.blueprint = blueprintId;
    past.title = titleOf(blueprintId);
    past.startedUtcMs = startedUtcMs;
    past.total = questions;
    past.damaged = true;
    return past;
}

std::optional<ExamDesk::Past> ExamDesk::past(const Attempt &attempt) const
{
    const Result<Score> scored = scoreOf(attempt);
    if (!scored || attempt.events().isEmpty())
        return std::nullopt;
    Past past;
    past.id = attempt.setup().id;
    past.blueprint = attempt.setup().blueprint;
    past.title = titleOf(past.blueprint);
    past.startedUtcMs = attempt.events().constFirst().at.utcMs;
    past.right = scored->right;
    past.total = scored->total;
    past.usedMs = scored->usedMs;
    return past;
}

QString ExamDesk::titleOf(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    return blueprint ? blueprint->title : blueprintId;
}

QList<ExamDesk::Past> ExamDesk::history() const
{
    QList<Past> all;
    const auto summaries = m_context.attempts.list();
    if (!summaries)
        return all;
    for (const AttemptStore::Summary &summary : *summaries) {
        if (summary.finished || summary.damaged)
            all.append(past(summary.id, summary.blueprint, summary.startedUtcMs, summary.questions, summary.damaged));
    }
    return all;
}

std::optional<ExamDesk::Past> ExamDesk::lastResult() const
{
    const auto id = m_context.attempts.lastFinished();
    if (!id || !id->has_value())
        return std::nullopt;
    // Loading verifies it; only one that is damaged is looked at again.
    if (const Result<Attempt> attempt = m_context.attempts.load(**id); attempt) {
        if (const auto whole = past(*attempt))
            return whole;
    }
    const auto latest = m_context.attempts.latestFinished();
    if (!latest || !latest->has_value())
        return std::nullopt;
    const AttemptStore::Summary &summary = **latest;
    return past(summary.id, summary.blueprint, summary.startedUtcMs, summary.questions, summary.damaged);
}

} // namespace lectern
