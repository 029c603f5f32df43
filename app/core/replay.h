// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ability.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace lectern
{

/// One answer of a log, before it is said what it is evidence of. Its day and its exposures are told by who reads the
/// log; answer.aided is found by the replay.
struct LoggedAnswer {
    qint64 day = 0;   ///< study day, any count that grows
    qint64 utcMs = 0; ///< of the answer
    QString objective;
    bool feedback = false; ///< its rationale was shown with the answer
    bool disputed = false;
    AbilityAnswer answer;

    bool operator==(const LoggedAnswer &) const = default;
};

/// Study that left no answer: reading, labs, projects.
struct LoggedStudy {
    qint64 day = 0;
    int section = 0;
    double minutes = 0;
};

/// What moved the belief on one day.
struct ReplayDay {
    qint64 day = 0;
    int evidence = 0; ///< unaided answers to questions never seen before
    int repeats = 0;  ///< to questions seen before
    int aided = 0;    ///< with feedback, soon after a rationale, or in dispute
};

/// How long a rationale helps with its objective.
inline constexpr qint64 rationaleMs = 24LL * 60 * 60 * 1000;

/// Goes through a log and says of each answer whether it was given unaided: not with feedback, not in dispute, not
/// within a day of a rationale on the same objective. The answers of a day come before its study.
class Replay
{
public:
    explicit Replay(const AbilityShape &shape, const AbilityParameters &parameters = {});

    /// What an answer came to be.
    enum class Counted { Nothing, Evidence, Repeat, Aided };
    /// In the order of their days; an answer of an unknown section (-1) still shows its rationale.
    Counted add(const LoggedAnswer &answer);
    /// A rationale that was read by itself, in a report.
    void readRationale(const QString &objective, qint64 utcMs);
    void add(const LoggedStudy &study);
    void advanceTo(qint64 day) { m_ability.advanceTo(day); }

    /// A rationale on the objective was shown within a day before: an answer at that time would be no evidence.
    bool helped(const QString &objective, qint64 utcMs) const;

    const Ability &ability() const { return m_ability; }
    const QList<ReplayDay> &days() const { return m_days; }
    /// Unaided answers to questions never seen before, by section: what the silence rule counts.
    const std::vector<int> &evidence() const { return m_evidence; }

private:
    ReplayDay &at(qint64 day);

    Ability m_ability;
    QHash<QString, qint64> m_rationales; ///< when the last one on an objective was shown
    QList<ReplayDay> m_days;
    std::vector<int> m_evidence;
};

/// All of it at once, the study of a day after its answers; goes on to `until` where that lies behind the last entry.
Replay replay(const AbilityShape &shape, const QList<LoggedAnswer> &answers, const QList<LoggedStudy> &study = {},
    std::optional<qint64> until = {}, const AbilityParameters &parameters = {});

} // namespace lectern
