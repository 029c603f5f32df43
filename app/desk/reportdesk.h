// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis.h"
#include "dispute.h"
#include "drillcriteria.h"
#include "miss.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <optional>

namespace lectern
{

struct Context;

/// What came of attempts: their history, one report, what the learner makes of misses, and disputes.
class ReportDesk : public QObject
{
    Q_OBJECT
public:
    explicit ReportDesk(Context &context, QObject *parent = nullptr);
    ~ReportDesk() override;

    struct Past {
        AttemptId id{};
        AttemptMode mode = AttemptMode::Timed;
        DrillCriteria criteria; ///< of a drill
        QString blueprint;
        QString title; ///< the blueprint's
        qint64 startedUtcMs = 0;
        int right = 0; ///< without what is in dispute
        int total = 0;
        qint64 usedMs = 0;
        int timePercent = 100;
        bool sealed = false;    ///< a rehearsal of sealed questions
        bool abandoned = false; ///< no result
        bool damaged = false;
    };
    /// Those that ended, newest first. Each is read once and kept until something changes.
    const QList<Past> &history() const;
    std::optional<Past> lastResult() const; ///< the newest that was not abandoned

    struct Report {
        Attempt attempt;
        Blueprint blueprint; ///< it was drawn by, or projected on
        Score score;
        Analysis analysis;
        bool projected = false;
        std::optional<Score> before;      ///< with everything counted, where disputes left something out
        QHash<QString, Item> items;       ///< as they were asked, by item id
        QHash<QString, QString> current;  ///< revision in the installed pack, by item id; absent: no longer asked
        QHash<QString, Miss> misses;      ///< what was said of them, by item id
        QHash<QString, Dispute> disputes; ///< unsettled, by item id
        /// Keys that the installed pack gives now where a dispute led to a newer revision, by item id: the score uses
        /// them, the report shows both.
        QHash<QString, QStringList> newKeys;
    };
    struct View {
        bool countDisputed = false; ///< as if nothing were in dispute
        QString blueprint;          ///< to project on; empty: as it was sat
    };
    /// NotAllowed before the attempt has ended. Of one that was abandoned, what it did not show and is sealed is left
    /// out.
    Result<Report> report(AttemptId attempt, const View &view) const;
    Result<Report> report(AttemptId attempt) const { return report(attempt, View{}); }

    /// What to do next, most worth first, at most three.
    struct Action {
        enum class Kind { Drill, Block, Lesson };
        Kind kind = Kind::Drill;
        DrillCriteria criteria; ///< of a drill
        int questions = 0;      ///< of a drill
        QString topic;          ///< of a block or lesson
        int minutes = 0;
        enum class Reason { ConfidentWrong, Missed, WeakTopic, Blank, Unsure } reason = Reason::Missed;
    };
    QList<Action> nextActions(const Report &report) const;

    /// Undoable.
    Outcome setMiss(const Miss &miss);
    /// The learner sees the item's rationales now: what they answer on its objective within a day is no evidence.
    Outcome rationaleRead(const QString &item);
    Miss missOf(const QString &item) const;

    struct ErrorBookEntry {
        Item item;      ///< as last asked
        Miss miss;      ///< without an error type where nothing was said yet
        int missed = 0; ///< how often
        qint64 lastUtcMs = 0;
        QStringList lastChoice;
        QStringList optionOrder; ///< as last displayed
    };
    /// Every open question whose last answer was wrong, or of which a rule was written; newest first.
    Result<QList<ErrorBookEntry>> errorBook() const;

    /// What the reader wrote about a question so far, or a dispute without a reason; of today, about what was seen.
    Dispute disputeOf(const FormItem &seat) const;
    /// Keeps what was written and not filed as long as the workspace is open; disputeOf() tells it.
    void keepDraft(const Dispute &draft);
    bool disputed(const QString &item) const; ///< filed and not settled
    /// Files it: the question leaves scores and readiness until it is withdrawn or the pack has another revision.
    /// BadInput for a dispute with a flaw. Undoable.
    Outcome fileDispute(Dispute dispute);
    Outcome withdrawDispute(const QString &item); ///< undoable
    /// Writes it, without its reason's control characters, to a file that holds all of it or stays as it was. BadInput
    /// for a dispute with a flaw.
    static Outcome exportDispute(Dispute dispute, const QString &path);

    bool hostAllowed(const QString &host) const; ///< whether pages of it may be opened without asking
    Outcome allowHost(const QString &host);

    QDateTime now() const;                   ///< local time by the environment's clock
    QDateTime localTime(qint64 utcMs) const; ///< of an event, in the environment's zone

Q_SIGNALS:
    void changed(); ///< history, misses or disputes differ

private:
    Outcome settle(Report &report, ItemKeys &keys) const;
    Result<QSet<QString>> stillSealed(const Attempt &attempt, const QList<ItemTag> &tags) const;
    QString titleOf(const QString &blueprint) const;

    Context &m_context;
    mutable std::optional<QList<Past>> m_history;
    QHash<QString, Dispute> m_drafts; ///< by item id
};

} // namespace lectern
