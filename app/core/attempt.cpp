// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "words.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array attemptModes{
    Word<AttemptMode>{AttemptMode::Timed, u"timed"},
};

constexpr std::array eventKinds{
    Word<EventKind>{EventKind::Started, u"started"},
    Word<EventKind>{EventKind::Shown, u"shown"},
    Word<EventKind>{EventKind::Answered, u"answered"},
    Word<EventKind>{EventKind::Flagged, u"flagged"},
    Word<EventKind>{EventKind::Unflagged, u"unflagged"},
    Word<EventKind>{EventKind::Resumed, u"resumed"},
    Word<EventKind>{EventKind::Submitted, u"submitted"},
    Word<EventKind>{EventKind::TimedOut, u"timed-out"},
};

bool takesPosition(EventKind kind)
{
    return kind == EventKind::Shown || kind == EventKind::Answered || kind == EventKind::Flagged ||
           kind == EventKind::Unflagged;
}

qint64 between(const Moment &from, const Moment &to)
{
    const bool sameBoot = !from.bootId.isEmpty() && from.bootId == to.bootId;
    return std::max<qint64>(0, sameBoot ? to.bootMs - from.bootMs : to.utcMs - from.utcMs);
}

} // namespace

QString word(AttemptMode mode)
{
    return wordOf(attemptModes, mode);
}

QString word(EventKind kind)
{
    return wordOf(eventKinds, kind);
}

std::optional<AttemptMode> attemptModeFromWord(QStringView text)
{
    return valueOf(attemptModes, text);
}

std::optional<EventKind> eventKindFromWord(QStringView text)
{
    return valueOf(eventKinds, text);
}

Result<Attempt> Attempt::fold(AttemptSetup setup, QList<AttemptEvent> events)
{
    Attempt attempt;
    attempt.m_positions.resize(setup.items.size());
    attempt.m_setup = std::move(setup);
    for (const AttemptEvent &event : std::as_const(events)) {
        const Outcome applied = attempt.apply(event);
        if (!applied)
            return Error{ErrorCode::ProfileDamaged, applied.error().detail,
                QStringLiteral("attempt %1, event %2").arg(raw(attempt.m_setup.id)).arg(event.seq)};
    }
    return attempt;
}

int Attempt::answeredCount() const
{
    return static_cast<int>(std::count_if(
        m_positions.cbegin(), m_positions.cend(), [](const PositionState &state) { return !state.choice.isEmpty(); }));
}

int Attempt::flaggedCount() const
{
    return static_cast<int>(std::count_if(
        m_positions.cbegin(), m_positions.cend(), [](const PositionState &state) { return state.flagged; }));
}

ClockReading Attempt::clock(const Moment &now) const
{
    QList<Moment> moments;
    moments.reserve(m_events.size());
    for (const AttemptEvent &event : m_events)
        moments.append(event.at);
    return readClock(moments, qint64(m_setup.minutes) * 60000, now);
}

Outcome Attempt::check(const AttemptEvent &event) const
{
    if (event.seq != m_events.size())
        return Error{ErrorCode::BadInput, QStringLiteral("event out of order"), {}};
    if ((event.kind == EventKind::Started) != m_events.isEmpty())
        return Error{ErrorCode::NotAllowed, QStringLiteral("an attempt starts exactly once"), {}};
    if (m_finished)
        return Error{ErrorCode::NotAllowed, QStringLiteral("the attempt is finished"), {}};
    if (!takesPosition(event.kind))
        return Done{};
    if (event.position < 0 || event.position >= size())
        return Error{ErrorCode::BadInput, QStringLiteral("no such position"), {}};
    if (event.kind != EventKind::Answered)
        return Done{};
    const QStringList &options = m_setup.items[event.position].optionOrder;
    const bool known = std::all_of(
        event.choice.cbegin(), event.choice.cend(), [&](const QString &id) { return options.contains(id); });
    if (!known || QSet<QString>(event.choice.cbegin(), event.choice.cend()).size() != event.choice.size())
        return Error{ErrorCode::BadInput, QStringLiteral("no such option"), {}};
    return Done{};
}

AttemptEvent Attempt::make(EventKind kind, int position, QStringList choice, const Moment &now) const
{
    return AttemptEvent{static_cast<int>(m_events.size()), kind, position, std::move(choice), now};
}

Outcome Attempt::apply(const AttemptEvent &event)
{
    if (const Outcome legal = check(event); !legal)
        return legal;
    // While the program was away nothing was on display.
    const bool displayed = event.kind != EventKind::Resumed && m_current < m_positions.size();
    if (!m_events.isEmpty() && displayed && m_positions[m_current].seen)
        m_positions[m_current].dwellMs += between(m_events.constLast().at, event.at);
    switch (event.kind) {
    case EventKind::Shown:
        m_current = event.position;
        m_positions[event.position].seen = true;
        break;
    case EventKind::Answered: {
        PositionState &state = m_positions[event.position];
        if (!state.choice.isEmpty() && state.choice != event.choice)
            ++state.answerChanges;
        state.choice = event.choice;
        break;
    }
    case EventKind::Flagged:
    case EventKind::Unflagged:
        m_positions[event.position].flagged = event.kind == EventKind::Flagged;
        break;
    case EventKind::TimedOut:
        m_timedOut = true;
        m_finished = true;
        break;
    case EventKind::Submitted:
        m_finished = true;
        break;
    case EventKind::Started:
    case EventKind::Resumed:
        break;
    }
    m_events.append(event);
    return Done{};
}

namespace
{

Result<AttemptEvent> checked(const Outcome &legal, AttemptEvent event)
{
    if (!legal)
        return legal.error();
    return event;
}

Error outOfTime()
{
    return {ErrorCode::NotAllowed, QStringLiteral("no time is left"), {}};
}

} // namespace

Result<AttemptEvent> Attempt::started(const Moment &now) const
{
    const AttemptEvent event = make(EventKind::Started, -1, {}, now);
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::shown(int position, const Moment &now) const
{
    const AttemptEvent event = make(EventKind::Shown, position, {}, now);
    if (clock(now).remainingMs <= 0)
        return outOfTime();
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::answered(int position, const QStringList &choice, const Moment &now) const
{
    QStringList sorted = choice;
    sorted.sort(); // in another order it is the same answer
    const AttemptEvent event = make(EventKind::Answered, position, sorted, now);
    if (clock(now).remainingMs <= 0)
        return outOfTime();
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::flagged(int position, bool on, const Moment &now) const
{
    const AttemptEvent event = make(on ? EventKind::Flagged : EventKind::Unflagged, position, {}, now);
    if (clock(now).remainingMs <= 0)
        return outOfTime();
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::resumed(const Moment &now) const
{
    const AttemptEvent event = make(EventKind::Resumed, -1, {}, now);
    if (clock(now).remainingMs <= 0)
        return outOfTime();
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::submitted(const Moment &now) const
{
    const AttemptEvent event = make(EventKind::Submitted, -1, {}, now);
    if (clock(now).remainingMs <= 0)
        return outOfTime();
    return checked(check(event), event);
}

Result<AttemptEvent> Attempt::timedOutAt(const Moment &now) const
{
    const AttemptEvent event = make(EventKind::TimedOut, -1, {}, now);
    if (clock(now).remainingMs > 0)
        return Error{ErrorCode::NotAllowed, QStringLiteral("time is left"), {}};
    return checked(check(event), event);
}

} // namespace lectern
