// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examclock.h"
#include "form.h"
#include "ids.h"
#include "moment.h"
#include "result.h"

#include <QSet>

namespace lectern
{

enum class AttemptMode {
    Timed ///< against the clock, no feedback until submitted
};

/// What is fixed when an attempt starts.
struct AttemptSetup {
    AttemptId id{};
    QString uuid;
    AttemptMode mode = AttemptMode::Timed;
    QString pack;
    QString blueprint;
    quint64 seed = 0;
    int minutes = 120;
    QList<FormItem> items;
};

enum class EventKind {
    Started,
    Shown,    ///< a position was displayed
    Answered, ///< choice holds the option ids, sorted; empty clears the answer
    Flagged,
    Unflagged,
    Resumed, ///< the program came back to the seat
    Submitted,
    TimedOut ///< at zero everything answered counts
};

/// One row of the log, the only truth about an attempt. `position` is 0-based; -1 where the event has none.
struct AttemptEvent {
    int seq = 0; ///< 0-based within the attempt
    EventKind kind = EventKind::Started;
    int position = -1;
    QStringList choice;
    Moment at;

    bool operator==(const AttemptEvent &) const = default;
};

/// What is known of one position: a fold over the events.
struct PositionState {
    bool seen = false;
    bool flagged = false;
    QStringList choice; ///< empty: blank
    int answerChanges = 0;
    qint64 dwellMs = 0; ///< time on display so far
};

/// A form being sat. Says which events are legal now and what they become; holds no clock and writes nothing.
class Attempt
{
public:
    Attempt() = default;
    /// Folds stored events. ProfileDamaged where they cannot have come from an attempt (wrong order, unknown option).
    static Result<Attempt> fold(AttemptSetup setup, QList<AttemptEvent> events);

    const AttemptSetup &setup() const { return m_setup; }
    const QList<AttemptEvent> &events() const { return m_events; }
    int size() const { return static_cast<int>(m_setup.items.size()); }
    const PositionState &at(int position) const { return m_positions.at(position); }
    int currentPosition() const { return m_current; }
    int answeredCount() const;
    int flaggedCount() const;
    bool finished() const { return m_finished; }
    bool timedOut() const { return m_timedOut; }

    ClockReading clock(const Moment &now) const;

    // Each returns the event to store; nothing changes until applied. NotAllowed once finished or out of time, BadInput
    // for a position or option that the form does not have.
    Result<AttemptEvent> started(const Moment &now) const;
    Result<AttemptEvent> shown(int position, const Moment &now) const;
    Result<AttemptEvent> answered(int position, const QStringList &choice, const Moment &now) const;
    Result<AttemptEvent> flagged(int position, bool on, const Moment &now) const;
    Result<AttemptEvent> resumed(const Moment &now) const;
    Result<AttemptEvent> submitted(const Moment &now) const;
    Result<AttemptEvent> timedOutAt(const Moment &now) const; ///< legal only when no time is left

    /// Takes in an event that was stored.
    Outcome apply(const AttemptEvent &event);

private:
    Outcome check(const AttemptEvent &event) const;
    AttemptEvent make(EventKind kind, int position, QStringList choice, const Moment &now) const;

    AttemptSetup m_setup;
    QList<AttemptEvent> m_events;
    QList<PositionState> m_positions;
    int m_current = 0;
    bool m_finished = false;
    bool m_timedOut = false;
};

QString word(AttemptMode mode);
QString word(EventKind kind);
std::optional<AttemptMode> attemptModeFromWord(QStringView word);
std::optional<EventKind> eventKindFromWord(QStringView word);

} // namespace lectern
