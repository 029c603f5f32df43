// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "words.h"

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array attemptModes{
    Word<AttemptMode>{AttemptMode::Rehearsal, u"rehearsal"},
    Word<AttemptMode>{AttemptMode::Timed, u"timed"},
    Word<AttemptMode>{AttemptMode::Study, u"study"},
    Word<AttemptMode>{AttemptMode::Drill, u"drill"},
    Word<AttemptMode>{AttemptMode::Diagnostic, u"diagnostic"},
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
    Word<EventKind>{EventKind::MarkedUnsure, u"marked-unsure"},
    Word<EventKind>{EventKind::UnmarkedUnsure, u"unmarked-unsure"},
    Word<EventKind>{EventKind::Struck, u"struck"},
    Word<EventKind>{EventKind::Highlighted, u"highlighted"},
    Word<EventKind>{EventKind::Noted, u"noted"},
    Word<EventKind>{EventKind::Rated, u"rated"},
    Word<EventKind>{EventKind::Revealed, u"revealed"},
    Word<EventKind>{EventKind::Scrolled, u"scrolled"},
    Word<EventKind>{EventKind::Paused, u"paused"},
    Word<EventKind>{EventKind::Continued, u"continued"},
    Word<EventKind>{EventKind::BreakBegan, u"break-began"},
    Word<EventKind>{EventKind::BreakEnded, u"break-ended"},
    Word<EventKind>{EventKind::Alive, u"alive"},
    Word<EventKind>{EventKind::Abandoned, u"abandoned"},
};

constexpr std::array certainties{
    Word<Certainty>{Certainty::None, u""},
    Word<Certainty>{Certainty::Sure, u"sure"},
    Word<Certainty>{Certainty::Unsure, u"unsure"},
    Word<Certainty>{Certainty::Guess, u"guess"},
};

const QString scrolledToEnd = QStringLiteral("end");
const QString scrolledInPart = QStringLiteral("part");

bool takesPosition(EventKind kind)
{
    switch (kind) {
    case EventKind::Shown:
    case EventKind::Answered:
    case EventKind::Flagged:
    case EventKind::Unflagged:
    case EventKind::MarkedUnsure:
    case EventKind::UnmarkedUnsure:
    case EventKind::Struck:
    case EventKind::Highlighted:
    case EventKind::Noted:
    case EventKind::Rated:
    case EventKind::Revealed:
    case EventKind::Scrolled:
        return true;
    default:
        return false;
    }
}

/// What the program says of itself, not the candidate: it is legal in a pause, on a break and after the deadline.
bool isHousekeeping(EventKind kind)
{
    return kind == EventKind::Resumed || kind == EventKind::Alive;
}

Error notAllowed(const QString &why)
{
    return {ErrorCode::NotAllowed, why, {}};
}

Error badInput(const QString &why)
{
    return {ErrorCode::BadInput, why, {}};
}

} // namespace

QStringList AttemptSetup::revisions() const
{
    QStringList revisions;
    for (const FormItem &item : items)
        revisions.append(item.revision);
    return revisions;
}

QString word(AttemptMode mode)
{
    return wordOf(attemptModes, mode);
}

QString word(EventKind kind)
{
    return wordOf(eventKinds, kind);
}

QString word(Certainty certainty)
{
    return wordOf(certainties, certainty);
}

std::optional<AttemptMode> attemptModeFromWord(QStringView text)
{
    return valueOf(attemptModes, text);
}

std::optional<EventKind> eventKindFromWord(QStringView text)
{
    return valueOf(eventKinds, text);
}

std::optional<Certainty> certaintyFromWord(QStringView text)
{
    return valueOf(certainties, text);
}

AttemptRules rulesOf(AttemptMode mode, AttemptRules wished)
{
    if (mode == AttemptMode::Rehearsal) {
        wished.pausable = false;
        wished.feedback = false;
        wished.certainty = false;
        wished.sleepCounts = true;
        wished.crashCounts = true;
        return wished;
    }
    wished.pausable = true;
    wished.breaks = 0;
    wished.breaksStopClock = false;
    if (mode == AttemptMode::Study)
        wished.feedback = true;
    else if (mode != AttemptMode::Drill)
        wished.feedback = false;
    return wished;
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

bool Attempt::isMock() const
{
    return m_setup.mode == AttemptMode::Rehearsal && m_finished && !m_abandoned &&
           std::all_of(m_setup.items.cbegin(), m_setup.items.cend(),
               [](const FormItem &seat) { return !seat.scored || !seat.reserve.isEmpty(); });
}

ClockRule Attempt::clockRule(bool apart) const
{
    ClockRule rule;
    rule.stopped = m_paused || (m_onBreak && m_setup.rules.breaksStopClock);
    rule.sleepCounts = m_setup.rules.sleepCounts;
    rule.apart = apart;
    rule.crashCounts = m_setup.rules.crashCounts;
    return rule;
}

ClockReading Attempt::clock(const Moment &now) const
{
    // Once it is over nothing more counts.
    ClockRule rule = clockRule(false);
    rule.stopped = rule.stopped || m_finished;
    const ClockTally tally = m_tally.at(now, rule);
    ClockReading reading;
    reading.usedMs = tally.usedMs();
    reading.verified = tally.verified();
    reading.limited = timed();
    reading.stopped = rule.stopped;
    if (reading.limited) {
        const qint64 budgetMs = qint64(m_setup.minutes) * 60000;
        reading.usedMs = std::min(reading.usedMs, budgetMs);
        reading.remainingMs = budgetMs - reading.usedMs;
    }
    return reading;
}

Outcome Attempt::check(const AttemptEvent &event) const
{
    if (event.seq != m_events.size())
        return badInput(QStringLiteral("event out of order"));
    if ((event.kind == EventKind::Started) != m_events.isEmpty())
        return notAllowed(QStringLiteral("an attempt starts exactly once"));
    if (m_finished)
        return notAllowed(QStringLiteral("the attempt is finished"));
    const bool ends = event.kind == EventKind::Abandoned || event.kind == EventKind::TimedOut;
    if (m_paused && event.kind != EventKind::Continued && !isHousekeeping(event.kind) && !ends)
        return notAllowed(QStringLiteral("the attempt is paused"));
    if (m_onBreak && event.kind != EventKind::BreakEnded && !isHousekeeping(event.kind) && !ends)
        return notAllowed(QStringLiteral("the attempt is on a break"));
    switch (event.kind) {
    case EventKind::Paused:
        if (!m_setup.rules.pausable)
            return notAllowed(QStringLiteral("this attempt cannot be paused"));
        break;
    case EventKind::Continued:
        if (!m_paused)
            return notAllowed(QStringLiteral("the attempt is not paused"));
        break;
    case EventKind::BreakBegan:
        if (breaksLeft() <= 0)
            return notAllowed(QStringLiteral("no break is left"));
        break;
    case EventKind::BreakEnded:
        if (!m_onBreak)
            return notAllowed(QStringLiteral("the attempt is not on a break"));
        break;
    default:
        break;
    }
    return takesPosition(event.kind) ? checkPosition(event) : Outcome(Done{});
}

Outcome Attempt::checkPosition(const AttemptEvent &event) const
{
    if (event.position < 0 || event.position >= size())
        return badInput(QStringLiteral("no such position"));
    const PositionState &state = m_positions[event.position];
    if (state.frozen)
        return notAllowed(QStringLiteral("the question was closed by a break"));
    if (state.revealed && (event.kind == EventKind::Answered || event.kind == EventKind::Rated))
        return notAllowed(QStringLiteral("the answer was revealed"));
    switch (event.kind) {
    case EventKind::Answered:
    case EventKind::Struck: {
        const QStringList &options = m_setup.items[event.position].optionOrder;
        const bool known = std::all_of(
            event.choice.cbegin(), event.choice.cend(), [&](const QString &id) { return options.contains(id); });
        if (!known || QSet<QString>(event.choice.cbegin(), event.choice.cend()).size() != event.choice.size())
            return badInput(QStringLiteral("no such option"));
        return Done{};
    }
    case EventKind::Revealed:
        if (!m_setup.rules.feedback)
            return notAllowed(QStringLiteral("nothing is revealed before the end"));
        if (state.revealed)
            return notAllowed(QStringLiteral("the answer was revealed"));
        return Done{};
    case EventKind::Rated:
        if (!m_setup.rules.certainty)
            return notAllowed(QStringLiteral("answers are not rated here"));
        return certaintyFromWord(event.text) ? Outcome(Done{}) : badInput(QStringLiteral("no such certainty"));
    case EventKind::Highlighted:
        return highlightsFromText(event.text) ? Outcome(Done{}) : badInput(QStringLiteral("no such highlight"));
    case EventKind::Noted:
        return event.text.size() <= longestNote ? Outcome(Done{}) : badInput(QStringLiteral("the note is too long"));
    case EventKind::Scrolled:
        return event.text == scrolledToEnd || event.text == scrolledInPart ? Outcome(Done{})
                                                                           : badInput(QStringLiteral("no such place"));
    default:
        return Done{};
    }
}

Outcome Attempt::apply(const AttemptEvent &event)
{
    if (const Outcome legal = check(event); !legal)
        return legal;
    // While the program was away nothing was on display, nor in a pause, on a break, or of what a break closed.
    const bool displayed =
        event.kind != EventKind::Resumed && !m_paused && !m_onBreak && m_current < m_positions.size();
    if (!m_events.isEmpty() && displayed && m_positions[m_current].seen && !m_positions[m_current].frozen)
        m_positions[m_current].dwellMs += elapsedMs(m_events.constLast().at, event.at, m_setup.rules.sleepCounts);
    m_tally.advance(event.at, clockRule(event.kind == EventKind::Resumed));
    switch (event.kind) {
    case EventKind::Paused:
    case EventKind::Continued:
        m_paused = event.kind == EventKind::Paused;
        break;
    case EventKind::BreakBegan:
        m_onBreak = true;
        ++m_breaksTaken;
        for (PositionState &state : m_positions)
            state.frozen = state.frozen || state.seen;
        break;
    case EventKind::BreakEnded:
        m_onBreak = false;
        break;
    case EventKind::TimedOut:
    case EventKind::Submitted:
    case EventKind::Abandoned:
        m_timedOut = event.kind == EventKind::TimedOut;
        m_abandoned = event.kind == EventKind::Abandoned;
        m_finished = true;
        break;
    case EventKind::Started:
    case EventKind::Resumed:
    case EventKind::Alive:
        break;
    default:
        applyToPosition(event);
    }
    m_events.append(event);
    return Done{};
}

void Attempt::applyToPosition(const AttemptEvent &event)
{
    PositionState &state = m_positions[event.position];
    switch (event.kind) {
    case EventKind::Shown:
        m_current = event.position;
        state.seen = true;
        break;
    case EventKind::Answered:
        if (!state.choice.isEmpty() && state.choice != event.choice)
            ++state.answerChanges;
        state.choice = event.choice;
        break;
    case EventKind::Flagged:
    case EventKind::Unflagged:
        state.flagged = event.kind == EventKind::Flagged;
        break;
    case EventKind::MarkedUnsure:
    case EventKind::UnmarkedUnsure:
        state.unsure = event.kind == EventKind::MarkedUnsure;
        break;
    case EventKind::Struck:
        state.struck = event.choice;
        break;
    case EventKind::Highlighted:
        state.highlights = highlightsFromText(event.text).value_or(QList<Highlight>());
        break;
    case EventKind::Noted:
        state.note = event.text;
        break;
    case EventKind::Rated:
        state.certainty = certaintyFromWord(event.text).value_or(Certainty::None);
        break;
    case EventKind::Revealed:
        state.revealed = true;
        break;
    case EventKind::Scrolled:
        state.unread = event.text == scrolledInPart;
        break;
    default:
        break;
    }
}

AttemptEvent Attempt::make(EventKind kind, int position, const Moment &now, QStringList choice, QString text) const
{
    return AttemptEvent{static_cast<int>(m_events.size()), kind, position, std::move(choice), now, std::move(text)};
}

Result<AttemptEvent> Attempt::legal(AttemptEvent event) const
{
    if (const Outcome checked = check(event); !checked)
        return checked.error();
    return event;
}

Result<AttemptEvent> Attempt::act(AttemptEvent event) const
{
    const ClockReading reading = clock(event.at);
    if (reading.limited && reading.remainingMs <= 0)
        return notAllowed(QStringLiteral("no time is left"));
    return legal(std::move(event));
}

Result<AttemptEvent> Attempt::started(const Moment &now) const
{
    return legal(make(EventKind::Started, -1, now));
}

Result<AttemptEvent> Attempt::shown(int position, const Moment &now) const
{
    return act(make(EventKind::Shown, position, now));
}

Result<AttemptEvent> Attempt::answered(int position, const QStringList &choice, const Moment &now, ItemType type) const
{
    const QStringList one = normalised(type, choice);
    if (one.size() != choice.size())
        return badInput(QStringLiteral("an option is chosen twice"));
    return act(make(EventKind::Answered, position, now, one));
}

Result<AttemptEvent> Attempt::flagged(int position, bool on, const Moment &now) const
{
    return act(make(on ? EventKind::Flagged : EventKind::Unflagged, position, now));
}

Result<AttemptEvent> Attempt::unsure(int position, bool on, const Moment &now) const
{
    return act(make(on ? EventKind::MarkedUnsure : EventKind::UnmarkedUnsure, position, now));
}

Result<AttemptEvent> Attempt::struck(int position, const QStringList &options, const Moment &now) const
{
    return act(make(EventKind::Struck, position, now, normalised(ItemType::Multiple, options)));
}

Result<AttemptEvent> Attempt::highlighted(int position, const QList<Highlight> &all, const Moment &now) const
{
    return act(make(EventKind::Highlighted, position, now, {}, highlightText(all)));
}

Result<AttemptEvent> Attempt::noted(int position, const QString &note, const Moment &now) const
{
    return act(make(EventKind::Noted, position, now, {}, note));
}

Result<AttemptEvent> Attempt::rated(int position, Certainty certainty, const Moment &now) const
{
    return act(make(EventKind::Rated, position, now, {}, word(certainty)));
}

Result<AttemptEvent> Attempt::revealed(int position, const Moment &now) const
{
    return act(make(EventKind::Revealed, position, now));
}

Result<AttemptEvent> Attempt::scrolled(int position, bool toEnd, const Moment &now) const
{
    return act(make(EventKind::Scrolled, position, now, {}, toEnd ? scrolledToEnd : scrolledInPart));
}

Result<AttemptEvent> Attempt::pausedAt(const Moment &now) const
{
    return act(make(EventKind::Paused, -1, now));
}

Result<AttemptEvent> Attempt::continuedAt(const Moment &now) const
{
    return act(make(EventKind::Continued, -1, now));
}

Result<AttemptEvent> Attempt::breakBegan(const Moment &now) const
{
    return act(make(EventKind::BreakBegan, -1, now));
}

Result<AttemptEvent> Attempt::breakEnded(const Moment &now) const
{
    return act(make(EventKind::BreakEnded, -1, now));
}

Result<AttemptEvent> Attempt::alive(const Moment &then) const
{
    return legal(make(EventKind::Alive, -1, then));
}

Result<AttemptEvent> Attempt::resumed(const Moment &now) const
{
    // Taking the seat again passes the time that was spent away, which the reading does not know of yet.
    const ClockTally tally = m_tally.at(now, clockRule(true));
    if (timed() && tally.usedMs() >= qint64(m_setup.minutes) * 60000)
        return notAllowed(QStringLiteral("no time is left"));
    return legal(make(EventKind::Resumed, -1, now));
}

Result<AttemptEvent> Attempt::submitted(const Moment &now) const
{
    return act(make(EventKind::Submitted, -1, now));
}

Result<AttemptEvent> Attempt::abandonedAt(const Moment &now) const
{
    return legal(make(EventKind::Abandoned, -1, now));
}

Result<AttemptEvent> Attempt::timedOutAt(const Moment &now) const
{
    const ClockReading reading = clock(now);
    if (!reading.limited || reading.remainingMs > 0)
        return notAllowed(QStringLiteral("time is left"));
    return legal(make(EventKind::TimedOut, -1, now));
}

} // namespace lectern
