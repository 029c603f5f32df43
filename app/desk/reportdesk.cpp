// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportdesk.h"

#include "context.h"

namespace lectern
{

ReportDesk::ReportDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    // First in line: whoever hears of a change asks at once.
    connect(this, &ReportDesk::changed, this, [this] { m_history.reset(); });
}

ReportDesk::~ReportDesk() = default;

const QList<ReportDesk::Past> &ReportDesk::history() const
{
    if (m_history)
        return *m_history;
    static const QList<Past> unread;
    const auto endings = m_context.attempts.results(m_context.certification.id);
    if (!endings)
        return unread;
    m_history.emplace();
    for (const AttemptStore::Ending &ending : *endings) {
        Past past;
        past.id = ending.id;
        past.mode = ending.mode;
        past.criteria = ending.criteria;
        past.blueprint = ending.blueprint;
        past.title = titleOf(ending.blueprint);
        past.startedUtcMs = ending.startedUtcMs;
        past.right = ending.right;
        past.total = ending.total;
        past.usedMs = ending.usedMs;
        past.timePercent = ending.timePercent;
        past.sealed = ending.sealed;
        past.abandoned = ending.abandoned;
        past.damaged = ending.damaged;
        m_history->append(past);
    }
    return *m_history;
}

std::optional<ReportDesk::Past> ReportDesk::lastResult() const
{
    // Without the others: it stands on the first page, and each of them would have to be read.
    const auto id = m_context.attempts.lastFinished();
    if (!id || !*id)
        return std::nullopt;
    const Result<Report> whole = report(**id, View{});
    if (!whole) {
        Past past;
        past.id = **id;
        past.damaged = true;
        if (const auto summary = m_context.attempts.summary(**id)) {
            past.blueprint = summary->blueprint;
            past.title = titleOf(past.blueprint);
            past.startedUtcMs = summary->startedUtcMs;
            past.total = summary->questions;
        }
        return past;
    }
    const AttemptSetup &setup = whole->attempt.setup();
    Past past;
    past.id = **id;
    past.mode = setup.mode;
    past.criteria = setup.criteria;
    past.blueprint = setup.blueprint;
    past.title = whole->blueprint.title;
    past.startedUtcMs = whole->attempt.events().constFirst().at.utcMs;
    past.right = whole->score.right;
    past.total = whole->score.total;
    past.usedMs = whole->score.usedMs;
    past.timePercent = setup.rules.timePercent;
    past.sealed = whole->attempt.isMock();
    return past;
}

Result<ReportDesk::Report> ReportDesk::report(AttemptId id, const View &view) const
{
    Result<Attempt> attempt = m_context.attempts.load(id);
    if (!attempt)
        return attempt.error();
    if (!attempt->finished())
        return Error{ErrorCode::NotAllowed, QStringLiteral("the attempt has not ended"), {}};
    const AttemptSetup &setup = attempt->setup();
    const QString wanted = view.blueprint.isEmpty() ? setup.blueprint : view.blueprint;
    const Blueprint *blueprint = m_context.certification.blueprint(wanted);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), wanted};
    const auto items = m_context.packs.items(attempt->setup().revisions());
    if (!items)
        return items.error();
    const auto tags = m_context.packs.tags(setup.pack);
    if (!tags)
        return tags.error();
    const auto misses = m_context.misses.misses(setup.pack);
    if (!misses)
        return misses.error();

    Report report;
    report.blueprint = *blueprint;
    report.projected = wanted != setup.blueprint;
    report.misses = *misses;
    ItemKeys keys;
    QHash<QString, ItemTag> tagOf;
    for (const ItemTag &tag : *tags) {
        tagOf.insert(tag.id, tag);
        report.current.insert(tag.id, tag.revision);
    }
    const auto sealed = stillSealed(*attempt, *tags);
    if (!sealed)
        return sealed.error();
    for (const FormItem &seat : setup.items) {
        const auto item = items->constFind(seat.revision);
        if (item == items->cend() || sealed->contains(seat.item))
            continue;
        report.items.insert(seat.item, *item);
        keys.insert(seat.item, keyOf(*item));
        if (!tagOf.contains(seat.item))
            tagOf.insert(seat.item, lectern::tagOf(*item));
    }
    if (const Outcome settled = settle(report, keys); !settled)
        return settled.error();

    ScoreOptions options;
    if (report.projected) {
        options.sections.emplace();
        for (const FormItem &seat : setup.items) {
            const ItemTag tag = tagOf.value(seat.item);
            options.sections->insert(seat.item, sectionOf(*blueprint, tag.topic, tag.objective));
        }
    }
    const Score everything = score(*attempt, *blueprint, keys, options);
    for (auto it = report.disputes.cbegin(); it != report.disputes.cend(); ++it)
        options.excluded.insert(it.key());
    report.score = view.countDisputed ? everything : score(*attempt, *blueprint, keys, options);
    if (report.score.total != everything.total)
        report.before = everything;
    report.analysis = analyse(*attempt, report.score, tagOf);
    report.attempt = std::move(*attempt);
    return report;
}

/// A form that was sat to its end has no secret left; one that was given up keeps what it did not show for another.
Result<QSet<QString>> ReportDesk::stillSealed(const Attempt &attempt, const QList<ItemTag> &tags) const
{
    QSet<QString> sealed;
    if (!attempt.abandoned())
        return sealed;
    const auto open = m_context.attempts.unsealed(attempt.setup().pack);
    if (!open)
        return open.error();
    for (const ItemTag &tag : tags) {
        if (!tag.reserve.isEmpty() && !open->contains(tag.id))
            sealed.insert(tag.id);
    }
    return sealed;
}

/// Which disputes still stand in the way, and the keys of those that a newer revision settled.
Outcome ReportDesk::settle(Report &report, ItemKeys &keys) const
{
    const auto filed = m_context.disputes.disputes(m_context.certification.id);
    if (!filed)
        return filed.error();
    QHash<QString, QString> newer; // revision by item
    for (auto it = filed->cbegin(); it != filed->cend(); ++it) {
        const auto asked = report.items.constFind(it.key());
        if (asked == report.items.cend() || it->withdrawn)
            continue;
        if (it->open())
            report.disputes.insert(it.key(), it->dispute);
        // Another revision than the one that was objected to keeps its own key.
        else if (!it->installedRevision.isEmpty() && revisionHash(*asked) == it->dispute.revision)
            newer.insert(it.key(), it->installedRevision);
    }
    if (newer.isEmpty())
        return Done{};
    const auto items = m_context.packs.items(newer.values());
    if (!items)
        return items.error();
    for (auto it = newer.cbegin(); it != newer.cend(); ++it) {
        const auto item = items->constFind(it.value());
        if (item == items->cend() || keyOf(*item) == keys.value(it.key()))
            continue;
        report.newKeys.insert(it.key(), keyOf(*item).ids);
        keys.insert(it.key(), keyOf(*item));
    }
    return Done{};
}

Outcome ReportDesk::rationaleRead(const QString &item)
{
    return m_context.evidence.recordRationale(m_context.certification.id, item, m_context.now().utcMs);
}

Outcome ReportDesk::setMiss(const Miss &miss)
{
    Miss said = miss;
    said.pack = m_context.certification.id;
    said.utcMs = m_context.now().utcMs;
    said.rule = said.rule.simplified().left(longestRule);
    const Outcome outcome = m_context.change(tr("Missed question"), [&] { return m_context.misses.set(said); });
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Miss ReportDesk::missOf(const QString &item) const
{
    const auto misses = m_context.misses.misses(m_context.certification.id);
    Miss miss = misses ? misses->value(item) : Miss();
    miss.pack = m_context.certification.id;
    miss.item = item;
    return miss;
}

QString ReportDesk::titleOf(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    return blueprint ? blueprint->title : blueprintId;
}

bool ReportDesk::hostAllowed(const QString &host) const
{
    const auto kept = m_context.self.setting(Setting::AllowedHosts);
    return kept && kept->toString().split(u' ', Qt::SkipEmptyParts).contains(host);
}

Outcome ReportDesk::allowHost(const QString &host)
{
    if (host.isEmpty() || host.contains(u' '))
        return Error{ErrorCode::BadInput, QStringLiteral("not a host"), host};
    if (hostAllowed(host))
        return Done{};
    const auto kept = m_context.self.setting(Setting::AllowedHosts);
    if (!kept)
        return kept.error();
    QStringList hosts = kept->toString().split(u' ', Qt::SkipEmptyParts);
    hosts.append(host);
    return m_context.self.setSetting(Setting::AllowedHosts, hosts.join(u' '));
}

QDateTime ReportDesk::now() const
{
    return m_context.localNow();
}

QDateTime ReportDesk::localTime(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, m_context.zone());
}

} // namespace lectern
