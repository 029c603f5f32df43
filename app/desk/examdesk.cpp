// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"

#include "context.h"

#include <QUuid>

namespace lectern
{

namespace
{

/// A seed from the wall clock and a fresh uuid; stored with the attempt, so that the form can be drawn again.
quint64 freshSeed(const QString &uuid, qint64 utcMs)
{
    return (quint64(qHash(uuid)) << 32) ^ quint64(utcMs);
}

Error noAttempt()
{
    return Error{ErrorCode::NotAllowed, QStringLiteral("no attempt is running"), {}};
}

QStringList revisionsOf(const Attempt &attempt)
{
    QStringList revisions;
    for (const FormItem &seat : attempt.setup().items)
        revisions.append(seat.revision);
    return revisions;
}

} // namespace

ExamDesk::ExamDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

ExamDesk::~ExamDesk() = default;

ExamDesk::Setup ExamDesk::defaultSetup() const
{
    Setup setup;
    const auto appointment = m_context.plan.appointment();
    const Certification &certification = m_context.certification;
    const Blueprint *blueprint = appointment ? certification.blueprint(appointment->blueprint) : nullptr;
    if (!blueprint)
        blueprint = recommendedBlueprint(certification, appointment ? appointment->date : QDate());
    if (blueprint) {
        setup.blueprint = blueprint->id;
        setup.questions = blueprint->questions;
        setup.minutes = blueprint->minutes;
    }
    return setup;
}

int ExamDesk::minutesFor(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    if (!blueprint || blueprint->questions <= 0)
        return setup.minutes;
    return (setup.questions * blueprint->minutes + blueprint->questions - 1) / blueprint->questions;
}

FormPreview ExamDesk::preview(const Setup &setup) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    const auto tags = m_context.packs.tags(m_context.certification.id);
    const auto exposures = m_context.attempts.exposures(m_context.certification.id);
    if (!blueprint || !tags || !exposures)
        return {};
    return previewForm(*tags, *blueprint, FormRequest{setup.questions, 0, *exposures});
}

Result<AttemptId> ExamDesk::start(const Setup &setup)
{
    if (m_running)
        return Error{ErrorCode::NotAllowed, QStringLiteral("another attempt is running"), {}};
    if (setup.questions < 5 || setup.questions > 60 || setup.minutes < 1 || setup.minutes > 600)
        return Error{ErrorCode::BadInput, QStringLiteral("5 to 60 questions in 1 to 600 minutes"), {}};
    const Blueprint *blueprint = m_context.certification.blueprint(setup.blueprint);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), setup.blueprint};
    const auto tags = m_context.packs.tags(m_context.certification.id);
    if (!tags)
        return tags.error();
    const auto exposures = m_context.attempts.exposures(m_context.certification.id);
    if (!exposures)
        return exposures.error();

    const Moment now = m_context.now();
    AttemptSetup attempt;
    attempt.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attempt.pack = m_context.certification.id;
    attempt.blueprint = blueprint->id;
    attempt.seed = freshSeed(attempt.uuid, now.utcMs);
    attempt.minutes = setup.minutes;
    const auto form = drawForm(*tags, *blueprint, FormRequest{setup.questions, attempt.seed, *exposures});
    if (!form)
        return form.error();
    attempt.items = *form;

    Result<Attempt> fresh = Attempt::fold(attempt, {});
    if (!fresh)
        return fresh.error();
    const Result<AttemptEvent> started = fresh->started(now);
    if (!started)
        return started.error();
    const Result<AttemptId> id = m_context.attempts.create(attempt, *started);
    if (!id)
        return id.error();
    Result<Attempt> stored = m_context.attempts.load(*id);
    if (!stored)
        return stored.error();
    if (const Outcome taken = take(std::move(*stored)); !taken)
        return taken.error();
    Q_EMIT attemptChanged(*id);
    return *id;
}

Outcome ExamDesk::take(Attempt attempt)
{
    auto items = m_context.packs.items(revisionsOf(attempt));
    if (!items)
        return items.error();
    m_items = std::move(*items);
    m_running = std::move(attempt);
    return Done{};
}

const Attempt *ExamDesk::running() const
{
    return m_running ? &*m_running : nullptr;
}

Result<std::optional<AttemptId>> ExamDesk::resume()
{
    if (m_running)
        return std::optional(m_running->setup().id);
    const auto unfinished = m_context.attempts.unfinished();
    if (!unfinished)
        return unfinished.error();
    if (unfinished->isEmpty())
        return std::optional<AttemptId>();
    Result<Attempt> attempt = m_context.attempts.load(unfinished->first());
    if (!attempt)
        return attempt.error();
    if (const Outcome taken = take(std::move(*attempt)); !taken)
        return taken.error();
    const Moment now = m_context.now();
    if (m_running->clock(now).remainingMs <= 0) {
        if (const Outcome ended = timeOut(); !ended)
            return ended.error();
        return std::optional<AttemptId>();
    }
    if (const Outcome resumed = store(m_running->resumed(now)); !resumed)
        return resumed.error();
    return std::optional(unfinished->first());
}

Result<Item> ExamDesk::item(int position) const
{
    if (!m_running)
        return noAttempt();
    if (position < 0 || position >= m_running->size())
        return Error{ErrorCode::BadInput, QStringLiteral("no such position"), {}};
    const QString revision = m_running->setup().items[position].revision;
    const auto it = m_items.constFind(revision);
    if (it == m_items.cend())
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a question of this form is missing"), revision};
    return *it;
}

ClockReading ExamDesk::clock() const
{
    return m_running ? m_running->clock(m_context.now()) : ClockReading();
}

Outcome ExamDesk::store(const Result<AttemptEvent> &event)
{
    if (!event)
        return event.error();
    const AttemptId id = m_running->setup().id;
    if (const Outcome stored = m_context.attempts.append(id, *event); !stored)
        return stored;
    if (const Outcome applied = m_running->apply(*event); !applied)
        return applied;
    const bool finished = m_running->finished();
    if (finished) {
        m_running.reset();
        m_items.clear();
    }
    Q_EMIT attemptChanged(id);
    if (finished) {
        Q_EMIT attemptFinished(id);
        Q_EMIT changed();
    }
    return Done{};
}

Outcome ExamDesk::show(int position)
{
    if (!m_running)
        return noAttempt();
    return store(m_running->shown(position, m_context.now()));
}

Outcome ExamDesk::answer(int position, const QStringList &choice)
{
    if (!m_running)
        return noAttempt();
    if (choice.size() > 1) {
        const Result<Item> asked = item(position);
        if (!asked || asked->type == ItemType::Single)
            return Error{ErrorCode::BadInput, QStringLiteral("one option is chosen here"), {}};
    }
    return store(m_running->answered(position, choice, m_context.now()));
}

Outcome ExamDesk::setFlag(int position, bool on)
{
    if (!m_running)
        return noAttempt();
    return store(m_running->flagged(position, on, m_context.now()));
}

Outcome ExamDesk::submit()
{
    if (!m_running)
        return noAttempt();
    return store(m_running->submitted(m_context.now()));
}

Outcome ExamDesk::timeOut()
{
    if (!m_running)
        return noAttempt();
    return store(m_running->timedOutAt(m_context.now()));
}

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

QDateTime ExamDesk::now() const
{
    return m_context.localNow();
}

QDateTime ExamDesk::localTime(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, m_context.zone());
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
