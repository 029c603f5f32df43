// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillcriteria.h"
#include "examclock.h"
#include "form.h"
#include "ids.h"
#include "moment.h"
#include "result.h"

#include <QSet>

namespace lectern
{

enum class AttemptMode {
    Rehearsal, ///< as the exam: sealed questions, no pause, nothing said until submitted
    Timed,     ///< against the clock, may be paused, no feedback until submitted
    Study,     ///< without a clock unless wanted, every rationale after each question
    Drill,     ///< chosen questions
    Diagnostic ///< a first measure; can be left and taken up another day
};

/// How sure the candidate is; None is missing, not sure.
enum class Certainty { None, Sure, Unsure, Guess };

/// What was agreed when an attempt started, apart from its questions.
struct AttemptRules {
    int timePercent = 100; ///< extra time: 125 is a quarter more; already part of AttemptSetup::minutes
    int breaks = 0;        ///< how many may be taken
    bool breaksStopClock = false;
    bool pausable = true;
    bool feedback = false;  ///< an answer may be revealed
    bool certainty = false; ///< answers may be rated
    bool sleepCounts = true;
    bool crashCounts = true; ///< time between the last sign of life and taking the seat again

    bool operator==(const AttemptRules &) const = default;
};

/// What a mode allows whatever is asked for: a rehearsal is never paused, never rated, and all time counts.
AttemptRules rulesOf(AttemptMode mode, AttemptRules wished);

/// What is fixed when an attempt starts.
struct AttemptSetup {
    AttemptId id{};
    QString uuid;
    AttemptMode mode = AttemptMode::Timed;
    QString pack;
    QString blueprint;
    quint64 seed = 0;
    int minutes = 120; ///< with extra time; 0: no limit
    AttemptRules rules;
    DrillCriteria criteria; ///< of a drill
    QList<FormItem> items;

    QStringList revisions() const; ///< of the items, in their order
};

enum class EventKind {
    Started,
    Shown,    ///< a position was displayed
    Answered, ///< choice holds the option ids, normalised; empty clears the answer
    Flagged,
    Unflagged,
    Resumed, ///< the program came back to the seat
    Submitted,
    TimedOut, ///< at zero everything answered counts
    MarkedUnsure,
    UnmarkedUnsure,
    Struck,      ///< choice holds every option that is struck out now
    Highlighted, ///< text holds every highlight of the position now, as highlightText
    Noted,       ///< text is the note now; empty: none
    Rated,       ///< text is the word of a certainty
    Revealed,    ///< the key was shown; the answer and its certainty are final
    Scrolled,    ///< text "part": left without its end in view; "end": seen to its end
    Paused,
    Continued,
    BreakBegan, ///< freezes every position seen so far
    BreakEnded,
    Alive,    ///< a sign of life, stored when the seat is taken again; its moment is when it was given
    Abandoned ///< given up: no result
};

/// One row of the log, the only truth about an attempt. `position` is 0-based; -1 where the event has none.
struct AttemptEvent {
    int seq = 0; ///< 0-based within the attempt
    EventKind kind = EventKind::Started;
    int position = -1;
    QStringList choice;
    Moment at;
    QString text{};

    bool operator==(const AttemptEvent &) const = default;
};

/// A marked stretch of a question's text.
struct Highlight {
    enum class Part { Stem, Code, Question };
    Part part = Part::Stem;
    int from = 0; ///< characters of the part as displayed; `to` is not included
    int to = 0;

    bool operator==(const Highlight &) const = default;
};
/// "stem 4 17;code 0 12", and back; nothing for what is none.
QString highlightText(const QList<Highlight> &highlights);
std::optional<QList<Highlight>> highlightsFromText(const QString &text);
/// With one more, overlapping ones of a part joined; a stretch that is all marked already is taken out instead.
QList<Highlight> withHighlight(QList<Highlight> highlights, const Highlight &toggled);

inline constexpr int longestNote = 4000; ///< characters

/// What is known of one position: a fold over the events.
struct PositionState {
    bool seen = false;
    bool flagged = false;
    bool unsure = false;
    bool unread = false;   ///< left before its end was in view
    bool frozen = false;   ///< seen before a break: closed until the end
    bool revealed = false; ///< its key was shown
    QStringList choice;    ///< empty: blank
    QStringList struck;
    QList<Highlight> highlights;
    QString note;
    Certainty certainty = Certainty::None;
    int answerChanges = 0;
    qint64 dwellMs = 0; ///< time on display so far, with the machine's sleep where that counts
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
    bool abandoned() const { return m_abandoned; }
    bool paused() const { return m_paused; }
    bool onBreak() const { return m_onBreak; }
    int breaksLeft() const { return m_setup.rules.breaks - m_breaksTaken; }
    bool timed() const { return m_setup.minutes > 0; }
    /// A rehearsal of sealed questions that was sat to its end: what readiness calls a mock.
    bool isMock() const;

    ClockReading clock(const Moment &now) const;

    // Each returns the event to store; nothing changes until applied. NotAllowed once finished or out of time, while
    // paused or on a break, or where the rules do not have it; BadInput for a position or option that the form does not
    // have.
    Result<AttemptEvent> started(const Moment &now) const;
    Result<AttemptEvent> shown(int position, const Moment &now) const;
    Result<AttemptEvent> answered(
        int position, const QStringList &choice, const Moment &now, ItemType type = ItemType::Multiple) const;
    Result<AttemptEvent> flagged(int position, bool on, const Moment &now) const;
    Result<AttemptEvent> unsure(int position, bool on, const Moment &now) const;
    Result<AttemptEvent> struck(int position, const QStringList &options, const Moment &now) const;
    Result<AttemptEvent> highlighted(int position, const QList<Highlight> &all, const Moment &now) const;
    Result<AttemptEvent> noted(int position, const QString &note, const Moment &now) const;
    Result<AttemptEvent> rated(int position, Certainty certainty, const Moment &now) const;
    Result<AttemptEvent> revealed(int position, const Moment &now) const;
    Result<AttemptEvent> scrolled(int position, bool toEnd, const Moment &now) const;
    Result<AttemptEvent> pausedAt(const Moment &now) const;
    Result<AttemptEvent> continuedAt(const Moment &now) const;
    Result<AttemptEvent> breakBegan(const Moment &now) const;
    Result<AttemptEvent> breakEnded(const Moment &now) const;
    Result<AttemptEvent> alive(const Moment &then) const; ///< before resumed()
    Result<AttemptEvent> resumed(const Moment &now) const;
    Result<AttemptEvent> submitted(const Moment &now) const;
    Result<AttemptEvent> abandonedAt(const Moment &now) const;
    Result<AttemptEvent> timedOutAt(const Moment &now) const; ///< legal only when no time is left

    /// Takes in an event that was stored.
    Outcome apply(const AttemptEvent &event);

private:
    Outcome check(const AttemptEvent &event) const;
    Outcome checkPosition(const AttemptEvent &event) const;
    AttemptEvent make(
        EventKind kind, int position, const Moment &now, QStringList choice = {}, QString text = {}) const;
    Result<AttemptEvent> legal(AttemptEvent event) const;
    Result<AttemptEvent> act(AttemptEvent event) const; ///< as legal(), and time is left
    void applyToPosition(const AttemptEvent &event);
    ClockRule clockRule(bool apart) const;

    AttemptSetup m_setup;
    QList<AttemptEvent> m_events;
    QList<PositionState> m_positions;
    ClockTally m_tally;
    int m_current = 0;
    int m_breaksTaken = 0;
    bool m_paused = false;
    bool m_onBreak = false;
    bool m_finished = false;
    bool m_timedOut = false;
    bool m_abandoned = false;
};

QString word(AttemptMode mode);
QString word(EventKind kind);
QString word(Certainty certainty); ///< empty for None
std::optional<AttemptMode> attemptModeFromWord(QStringView word);
std::optional<EventKind> eventKindFromWord(QStringView word);
std::optional<Certainty> certaintyFromWord(QStringView word);

} // namespace lectern
