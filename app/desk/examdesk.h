// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "diagnostic.h"
#include "drill.h"
#include "form.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace lectern
{

struct Context;
struct ExamBank;

/// Sets up and seats attempts. Every act of the candidate is stored before the page hears of it.
class ExamDesk : public QObject
{
    Q_OBJECT
public:
    /// What is believed of the learner, for a blueprint.
    using Aim = std::function<Result<DiagnosticAim>(const QString &blueprint)>;
    /// `aim`: asked whenever a diagnostic is drawn.
    explicit ExamDesk(Context &context, Aim aim, QObject *parent = nullptr);
    ~ExamDesk() override;

    struct Setup {
        AttemptMode mode = AttemptMode::Timed;
        QString blueprint;
        int questions = 60; ///< 1-60 (5-60 where drawn by the blueprint)
        int minutes = 120;  ///< before extra time, 1-600; 0: no limit (study, drill and diagnostic only)
        int unscored = 0;   ///< of a rehearsal, 0-10
        AttemptRules rules{};
        DrillCriteria criteria{}; ///< of study and drill

        int budgetMinutes() const; ///< with extra time, rounded up
    };
    /// The blueprint recommended for the appointment, its questions and minutes, the saved accommodation and settings.
    Setup defaultSetup(AttemptMode mode = AttemptMode::Timed) const;
    int minutesFor(const Setup &setup) const; ///< time in proportion to the questions, rounded up
    /// Keeps extra time, breaks, certainty and what of sleep and crashes counts for the next set-up.
    Outcome rememberRules(const Setup &setup);

    FormPreview preview(const Setup &setup) const; ///< of a mode that is drawn by the blueprint
    /// How many sealed forms of this length are left for this blueprint.
    int sealedFormsLeft(const Setup &setup) const;
    /// How many sealed questions the bank has at all, used ones too: none where no reserve was ever filled.
    int sealedQuestions() const;
    /// How many open questions the criteria ask for.
    int matching(const Setup &setup) const;
    /// Missed questions whose day to come back has come.
    int dueCount() const;

    /// Draws a form and starts the clock. NotEnoughItems, NotAllowed while another attempt runs.
    Result<AttemptId> start(const Setup &setup);
    /// Starts a drill of these items, as far as they are open. What a report or Today offers.
    Result<AttemptId> startDrill(const DrillCriteria &criteria, int mostQuestions = 20);

    /// The attempt being sat, if any: reopened after a crash too. Null when there is none.
    const Attempt *running() const;
    /// Called once at start-up: takes the seat of an unfinished attempt again (stores a resumed event), or finishes it
    /// if its time ran out meanwhile; paused ones stay parked. Returns its id where one is running now.
    Result<std::optional<AttemptId>> resume();

    /// What was left of the running attempt when somebody was last known to watch its clock, where resume() took its
    /// seat again: warnings that fell due since were not given.
    std::optional<qint64> leftBeforeAwayMs() const { return m_leftBeforeAwayMs; }
    /// To be called when a warning was given: whoever takes the seat again is not given it once more.
    Outcome warned();

    /// An attempt that was paused and left.
    struct Parked {
        AttemptId id{};
        AttemptMode mode = AttemptMode::Diagnostic;
        DrillCriteria criteria;
        qint64 startedUtcMs = 0;
        int answered = 0;
        int questions = 0;
    };
    QList<Parked> parked() const; ///< newest first, without the running one
    Outcome takeUp(AttemptId id); ///< makes it the running one, still paused
    Outcome park();               ///< leaves the running one, which must be paused
    Outcome abandonParked(AttemptId id);

    Result<Item> item(int position) const; ///< of the running attempt
    ClockReading clock() const;            ///< of the running attempt

    // Each returns once durable.
    Outcome show(int position);
    /// Empty clears. BadInput for more than one option where one is the best answer.
    Outcome answer(int position, const QStringList &choice);
    Outcome setFlag(int position, bool on);
    Outcome setUnsure(int position, bool on);
    Outcome strike(int position, const QStringList &options); ///< all that are struck out now
    Outcome highlight(int position, const QList<Highlight> &all);
    Outcome note(int position, const QString &text);
    Outcome rate(int position, Certainty certainty);
    Outcome reveal(int position);
    Outcome scrolled(int position, bool toEnd);
    Outcome pause();
    Outcome proceed(); ///< after a pause
    Outcome beginBreak();
    Outcome endBreak();
    Outcome submit();
    Outcome abandon();
    /// To be called when the clock reads zero: finishes the attempt as timed out.
    Outcome timeOut();
    /// To be called about every second while somebody sits there: a sign of life, kept only where a crash does not
    /// count.
    Outcome beat();

    /// What may be asked next changed from outside.
    void forgetBank();

    QDateTime now() const;                   ///< local time by the environment's clock
    QDateTime localTime(qint64 utcMs) const; ///< of an event, in the environment's zone

Q_SIGNALS:
    void attemptChanged(lectern::AttemptId id); ///< an event was stored
    void attemptFinished(lectern::AttemptId id);
    void attemptParked(lectern::AttemptId id);
    void changed(); ///< attempts or bank differ

private:
    Outcome store(const Result<AttemptEvent> &event);
    template<typename Act>
    Outcome perform(Act act);
    Outcome take(Attempt attempt);
    Outcome sitAgain();
    qint64 leftWhenWatchedMs(const std::optional<Moment> &beat) const;
    Result<Attempt> loadParked(AttemptId id) const;
    Result<const ExamBank *> bank() const;
    FormRequest requestOf(const Setup &setup, const ExamBank &all) const;
    Result<QList<FormItem>> draw(const Setup &setup, quint64 &seed) const; ///< says what seed it took

    Context &m_context;
    Aim m_aim;
    std::optional<Attempt> m_running;
    std::optional<qint64> m_leftBeforeAwayMs;
    QHash<QString, Item> m_items;             ///< of the running attempt, by revision
    mutable std::unique_ptr<ExamBank> m_bank; ///< until an attempt or the pack changes it
};

} // namespace lectern
