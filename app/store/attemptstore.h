// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "drill.h"
#include "firstseen.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <memory>
#include <optional>

namespace lectern
{

class AttemptDigests;
class Profile;

/// Attempts and their event log, the only truth about them. Rows are only ever added; each carries a CRC-32 over its
/// values.
class AttemptStore
{
public:
    explicit AttemptStore(Profile &profile);
    ~AttemptStore();

    /// Writes setup, seats and the started event in one transaction. Returns the new id. NotAllowed where a sealed item
    /// is seated in anything but a rehearsal.
    Result<AttemptId> create(const AttemptSetup &setup, const AttemptEvent &started);
    /// One transaction, one row; returns when it is durable. `event.seq` must follow the last stored one.
    Outcome append(AttemptId attempt, const AttemptEvent &event);
    /// A sign of life in place of the one before; returns when it is durable.
    Outcome beat(AttemptId attempt, const Moment &now);
    Result<std::optional<Moment>> lastBeat(AttemptId attempt) const;

    /// ProfileDamaged if a row's checksum does not match.
    Result<Attempt> load(AttemptId attempt) const;
    /// The newest that was not abandoned; nothing of it is verified.
    Result<std::optional<AttemptId>> lastFinished() const;
    /// What an attempt was about, as far as a damaged one still says. NotFound where there is none.
    struct Summary {
        QString blueprint;
        qint64 startedUtcMs = 0;
        int questions = 0;
    };
    Result<Summary> summary(AttemptId attempt) const;
    /// What was started and neither sat to its end nor abandoned, newest first.
    Result<QList<AttemptId>> unfinished() const;
    /// Items of a reserve whose seal is broken: a form that holds them was sat to its end, or they were shown in one
    /// that was abandoned.
    Result<QSet<QString>> unsealed(const QString &pack) const;

    /// In how many attempts, finished or running, each item of the pack was shown to the learner.
    Result<QHash<QString, int>> exposures(const QString &pack) const;
    /// Answers of attempts that ended, in order of time. A question that was shown and left blank is wrong, in an
    /// abandoned attempt no answer; one that was never shown is none. The keys are those of the stored revisions, or of
    /// the installed one where that settled a dispute. Questions in dispute are left out, and damaged attempts, though
    /// what they showed counts as shown.
    Result<QList<AnswerRecord>> answers(const QString &pack) const;
    /// Those of answers() with no exposure before. Reads and verifies only the attempts that showed something new.
    Result<QList<AnswerRecord>> firstAnswers(const QString &pack) const;
    /// What is known of each item that was ever shown, by its id. Of answers() the last one tells.
    Result<QHash<QString, ItemPast>> pasts(const QString &pack) const;

    /// What came of an attempt, without its log.
    struct Ending {
        AttemptId id{};
        AttemptMode mode = AttemptMode::Timed;
        DrillCriteria criteria; ///< of a drill
        QString blueprint;
        qint64 startedUtcMs = 0;
        int right = 0; ///< of the scored questions that are not in dispute; keys as for answers()
        int total = 0;
        int questions = 0; ///< scored ones, in dispute or not
        qint64 usedMs = 0;
        int timePercent = 100;
        bool sealed = false;    ///< a rehearsal of sealed questions
        bool abandoned = false; ///< no result
        bool damaged = false;   ///< the other values are what can still be read
    };
    /// Every attempt on the pack that ended and every damaged one, newest first. One that is so damaged that it does
    /// not say whose it is counts as of this pack.
    Result<QList<Ending>> results(const QString &pack) const;

private:
    Result<QList<AnswerRecord>> readFirstAnswers(const QString &pack) const;
    Result<QList<AttemptId>> idsBy(bool finished, bool newestOnly) const;
    Result<QList<AttemptId>> lostAttempts() const;

    Profile &m_profile;
    std::unique_ptr<AttemptDigests> m_digests;
};

} // namespace lectern
