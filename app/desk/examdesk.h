// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "dispute.h"
#include "form.h"
#include "score.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

namespace lectern
{

struct Context;

/// Sets up, seats and reports exams. Every act of the candidate is stored before the page hears of it.
class ExamDesk : public QObject
{
    Q_OBJECT
public:
    explicit ExamDesk(Context &context, QObject *parent = nullptr);
    ~ExamDesk() override;

    struct Setup {
        QString blueprint;
        int questions = 60; ///< 5-60
        int minutes = 120;  ///< 1-600
    };
    Setup defaultSetup() const; ///< the blueprint recommended for the appointment, its questions and minutes
    int minutesFor(const Setup &setup) const; ///< time in proportion to the questions, rounded up
    FormPreview preview(const Setup &setup) const;

    /// Draws a form and starts the clock. NotEnoughItems, NotAllowed while another attempt runs.
    Result<AttemptId> start(const Setup &setup);

    /// The attempt being sat, if any: reopened after a crash too. Null when there is none.
    const Attempt *running() const;
    /// Called once at start-up: takes the seat of an unfinished attempt again (stores a resumed event), or finishes it
    /// if its time ran out meanwhile. Returns its id where one is running now.
    Result<std::optional<AttemptId>> resume();

    Result<Item> item(int position) const; ///< of the running attempt
    ClockReading clock() const;            ///< of the running attempt

    Outcome show(int position);
    /// Returns once durable; empty clears. BadInput for more than one option where one is the best answer.
    Outcome answer(int position, const QStringList &choice);
    Outcome setFlag(int position, bool on);
    Outcome submit();
    /// To be called when the clock reads zero: finishes the attempt as timed out.
    Outcome timeOut();

    struct Past {
        AttemptId id{};
        QString blueprint;
        QString title; ///< the blueprint's
        qint64 startedUtcMs = 0;
        int right = 0;
        int total = 0;
        qint64 usedMs = 0;
        bool damaged = false;
    };
    QList<Past> history() const; ///< finished ones, newest first
    std::optional<Past> lastResult() const;

    struct Report {
        Attempt attempt;
        Blueprint blueprint;
        Score score;
        QHash<QString, Item> items;      ///< as they were asked, by item id
        QHash<QString, QString> current; ///< revision in the installed pack, by item id; absent: no longer asked
    };
    Result<Report> report(AttemptId attempt) const;

    /// What the reader wrote about a question so far, or a dispute without a reason; of today, about what was seen.
    Dispute disputeOf(const FormItem &seat) const;
    /// Keeps it as long as the workspace is open.
    void keepDispute(const Dispute &dispute);
    /// Writes it, without its reason's control characters, to a file that holds all of it or stays as it was. BadInput
    /// for a dispute with a flaw.
    static Outcome exportDispute(Dispute dispute, const QString &path);

    QDateTime now() const;                   ///< local time by the environment's clock
    QDateTime localTime(qint64 utcMs) const; ///< of an event, in the environment's zone

Q_SIGNALS:
    void attemptChanged(lectern::AttemptId id); ///< an event was stored
    void attemptFinished(lectern::AttemptId id);
    void changed(); ///< history or bank differ

private:
    Outcome store(const Result<AttemptEvent> &event);
    Outcome take(Attempt attempt);
    Result<Score> scoreOf(const Attempt &attempt) const;
    std::optional<Past> past(const Attempt &attempt) const; ///< nothing where it cannot be scored
    Past past(AttemptId id, const QString &blueprint, qint64 startedUtcMs, int questions, bool damaged) const;
    QString titleOf(const QString &blueprint) const;

    Context &m_context;
    std::optional<Attempt> m_running;
    QHash<QString, Item> m_items;       ///< of the running attempt, by revision
    QHash<QString, Dispute> m_disputes; ///< by item id
};

} // namespace lectern
