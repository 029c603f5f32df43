// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "exambank.h"

#include "context.h"

namespace lectern
{

namespace
{

Error noAttempt()
{
    return Error{ErrorCode::NotAllowed, QStringLiteral("no attempt is running"), {}};
}

/// A sign of life of another boot than the last event's is older than it: taking the seat again is an event.
bool isLater(const Moment &beat, const Moment &last)
{
    return beat.bootId == last.bootId && (beat.bootId.isEmpty() ? beat.utcMs > last.utcMs : beat.bootMs > last.bootMs);
}

} // namespace

ExamDesk::ExamDesk(Context &context, Aim aim, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_aim(std::move(aim))
{
    // First in line: whoever hears of a change asks at once.
    connect(this, &ExamDesk::changed, this, &ExamDesk::forgetBank);
}

ExamDesk::~ExamDesk() = default;

void ExamDesk::forgetBank()
{
    m_bank.reset();
}

Outcome ExamDesk::take(Attempt attempt)
{
    auto items = m_context.packs.items(attempt.setup().revisions());
    if (!items)
        return items.error();
    m_items = std::move(*items);
    m_running = std::move(attempt);
    m_leftBeforeAwayMs.reset();
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
    for (const AttemptId id : *unfinished) {
        Result<Attempt> attempt = m_context.attempts.load(id);
        // One that cannot be read keeps nobody from the others; the history says that it is damaged.
        if (!attempt || attempt->paused())
            continue;
        if (const Outcome taken = take(std::move(*attempt)); !taken)
            return taken.error();
        if (const Outcome seated = sitAgain(); !seated)
            return seated.error();
        if (m_running)
            return std::optional(id);
    }
    return std::optional<AttemptId>();
}

Outcome ExamDesk::sitAgain()
{
    const auto beat = m_context.attempts.lastBeat(m_running->setup().id);
    if (!beat)
        return beat.error();
    m_leftBeforeAwayMs = leftWhenWatchedMs(*beat);
    if (!m_running->setup().rules.crashCounts && *beat && isLater(**beat, m_running->events().constLast().at)) {
        if (const Outcome stored = store(m_running->alive(**beat)); !stored)
            return stored;
    }
    const Moment now = m_context.now();
    const Result<AttemptEvent> resumed = m_running->resumed(now);
    if (!resumed && m_running->timed())
        return timeOut();
    return store(resumed);
}

qint64 ExamDesk::leftWhenWatchedMs(const std::optional<Moment> &beat) const
{
    const QList<AttemptEvent> &events = m_running->events();
    if (beat && isLater(*beat, events.constLast().at))
        return m_running->clock(*beat).remainingMs;
    // A seat that was taken and lost again before anybody did anything: only a warning shows that it was watched.
    qsizetype known = events.size();
    while (known > 1 && events.at(known - 1).kind == EventKind::Resumed)
        --known;
    const Moment &last = events.at(known - 1).at;
    const Result<Attempt> then = Attempt::fold(m_running->setup(), events.first(known));
    return (then ? *then : *m_running).clock(beat && isLater(*beat, last) ? *beat : last).remainingMs;
}

QList<ExamDesk::Parked> ExamDesk::parked() const
{
    QList<Parked> all;
    const auto unfinished = m_context.attempts.unfinished();
    if (!unfinished)
        return all;
    for (const AttemptId id : *unfinished) {
        if (m_running && m_running->setup().id == id)
            continue;
        const Result<Attempt> attempt = m_context.attempts.load(id);
        if (!attempt || !attempt->paused())
            continue;
        const AttemptSetup &setup = attempt->setup();
        all.append({id, setup.mode, setup.criteria, attempt->events().constFirst().at.utcMs, attempt->answeredCount(),
            attempt->size()});
    }
    return all;
}

Result<Attempt> ExamDesk::loadParked(AttemptId id) const
{
    Result<Attempt> attempt = m_context.attempts.load(id);
    if (attempt && (attempt->finished() || !attempt->paused()))
        return Error{ErrorCode::NotAllowed, QStringLiteral("the attempt is not paused"), {}};
    return attempt;
}

Outcome ExamDesk::takeUp(AttemptId id)
{
    if (m_running)
        return Error{ErrorCode::NotAllowed, QStringLiteral("another attempt is running"), {}};
    Result<Attempt> attempt = loadParked(id);
    if (!attempt)
        return attempt.error();
    if (const Outcome taken = take(std::move(*attempt)); !taken)
        return taken;
    Q_EMIT attemptChanged(id);
    return Done{};
}

Outcome ExamDesk::park()
{
    if (!m_running)
        return noAttempt();
    if (!m_running->paused())
        return Error{ErrorCode::NotAllowed, QStringLiteral("the attempt is not paused"), {}};
    const AttemptId id = m_running->setup().id;
    m_running.reset();
    m_items.clear();
    Q_EMIT attemptParked(id);
    Q_EMIT changed();
    return Done{};
}

Outcome ExamDesk::abandonParked(AttemptId id)
{
    if (m_running && m_running->setup().id == id)
        return abandon();
    const Result<Attempt> attempt = loadParked(id);
    if (!attempt)
        return attempt.error();
    const Result<AttemptEvent> abandoned = attempt->abandonedAt(m_context.now());
    if (!abandoned)
        return abandoned.error();
    if (const Outcome stored = m_context.attempts.append(id, *abandoned); !stored)
        return stored;
    Q_EMIT attemptFinished(id);
    Q_EMIT changed();
    return Done{};
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

template<typename Act>
Outcome ExamDesk::perform(Act act)
{
    if (!m_running)
        return noAttempt();
    return store(act(*m_running, m_context.now()));
}

Outcome ExamDesk::show(int position)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.shown(position, now); });
}

Outcome ExamDesk::answer(int position, const QStringList &choice)
{
    if (!m_running)
        return noAttempt();
    const Result<Item> asked = item(position);
    const ItemType type = asked ? asked->type : ItemType::Single;
    const qsizetype most = type == ItemType::Single     ? 1
                           : type == ItemType::Multiple ? asked->keyIds().size()
                                                        : choice.size();
    if (choice.size() > most)
        return Error{ErrorCode::BadInput, QStringLiteral("fewer options are chosen here"), {}};
    return store(m_running->answered(position, choice, m_context.now(), type));
}

Outcome ExamDesk::setFlag(int position, bool on)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.flagged(position, on, now); });
}

Outcome ExamDesk::setUnsure(int position, bool on)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.unsure(position, on, now); });
}

Outcome ExamDesk::strike(int position, const QStringList &options)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.struck(position, options, now); });
}

Outcome ExamDesk::highlight(int position, const QList<Highlight> &all)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.highlighted(position, all, now); });
}

Outcome ExamDesk::note(int position, const QString &text)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.noted(position, text, now); });
}

Outcome ExamDesk::rate(int position, Certainty certainty)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.rated(position, certainty, now); });
}

Outcome ExamDesk::reveal(int position)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.revealed(position, now); });
}

Outcome ExamDesk::scrolled(int position, bool toEnd)
{
    return perform([&](const Attempt &attempt, const Moment &now) { return attempt.scrolled(position, toEnd, now); });
}

Outcome ExamDesk::pause()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.pausedAt(now); });
}

Outcome ExamDesk::proceed()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.continuedAt(now); });
}

Outcome ExamDesk::beginBreak()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.breakBegan(now); });
}

Outcome ExamDesk::endBreak()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.breakEnded(now); });
}

Outcome ExamDesk::submit()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.submitted(now); });
}

Outcome ExamDesk::abandon()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.abandonedAt(now); });
}

Outcome ExamDesk::timeOut()
{
    return perform([](const Attempt &attempt, const Moment &now) { return attempt.timedOutAt(now); });
}

Outcome ExamDesk::beat()
{
    if (!m_running || m_running->paused() || m_running->setup().rules.crashCounts)
        return Done{};
    return m_context.attempts.beat(m_running->setup().id, m_context.now());
}

Outcome ExamDesk::warned()
{
    return m_running ? m_context.attempts.beat(m_running->setup().id, m_context.now()) : noAttempt();
}

QDateTime ExamDesk::now() const
{
    return m_context.localNow();
}

QDateTime ExamDesk::localTime(qint64 utcMs) const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, m_context.zone());
}

} // namespace lectern
