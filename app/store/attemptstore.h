// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "firstseen.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <optional>

namespace lectern
{

class Profile;

/// Attempts and their event log, the only truth about them. Rows are only ever added; each carries a CRC-32 over its
/// values.
class AttemptStore
{
public:
    explicit AttemptStore(Profile &profile);

    struct Summary {
        AttemptId id{};
        QString blueprint;
        qint64 startedUtcMs = 0;
        int questions = 0;
        int minutes = 0;
        bool finished = false;
        bool damaged = false; ///< a row's checksum does not match; the rest of the profile stays usable
    };

    /// Writes setup, seats and the started event in one transaction. Returns the new id.
    Result<AttemptId> create(const AttemptSetup &setup, const AttemptEvent &started);
    /// One transaction, one row; returns when it is durable. `event.seq` must follow the last stored one.
    Outcome append(AttemptId attempt, const AttemptEvent &event);

    /// ProfileDamaged if a row's checksum does not match.
    Result<Attempt> load(AttemptId attempt) const;
    Result<QList<Summary>> list() const;                   ///< newest first; the first call verifies every row
    Result<std::optional<Summary>> latestFinished() const; ///< without looking at any other
    Result<std::optional<AttemptId>> lastFinished() const; ///< the same without verifying it
    /// The attempt that was started and neither submitted nor timed out, if any.
    Result<std::optional<AttemptId>> unfinished() const;
    /// In how many attempts, finished or running, each item of the pack was shown to the learner.
    Result<QHash<QString, int>> exposures(const QString &pack) const;
    /// Answers of finished attempts in order of time. A question that was shown and left blank is wrong, one that was
    /// never shown is no answer; the keys are those of the stored revisions. Damaged attempts are left out, though what
    /// they showed counts as shown.
    Result<QList<AnswerRecord>> answers(const QString &pack) const;
    /// Those of answers() with no exposure before. Reads and verifies only the attempts that showed something new.
    Result<QList<AnswerRecord>> firstAnswers(const QString &pack) const;

private:
    Result<QList<AnswerRecord>> readFirstAnswers(const QString &pack) const;
    Result<std::optional<AttemptId>> lastBy(bool finished) const;
    Result<QList<Summary>> summaries(std::optional<qint64> attempt) const;

    Result<QSet<qint64>> damagedOnes() const;

    Profile &m_profile;
    /// Found when first asked: what this process has written since is as it wrote it.
    mutable std::optional<QSet<qint64>> m_damaged;
};

} // namespace lectern
