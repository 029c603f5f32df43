// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "selfevidence.h"

#include <QList>

#include <optional>

namespace lectern
{

class ChangeLog;
class Profile;

/// Evidence that is no answer: what the learner felt, what happened elsewhere, what the vendor said; and what the
/// program itself showed. What learners say is undoable: its writes are legal inside ChangeLog::perform only. Writes
/// refuse what is not sound (BadInput), reads what no version wrote (ProfileDamaged, with the table or row as
/// `where`).
class EvidenceStore
{
public:
    EvidenceStore(Profile &profile, ChangeLog &changes);

    /// The last of each day and topic, oldest first.
    Result<QList<TopicRating>> ratings(const QString &pack) const;
    /// The last one of its study day stands.
    Outcome setRating(const QString &pack, const TopicRating &rating, QDate day);

    /// Oldest first.
    Result<QList<OutsideMock>> mocks(const QString &pack) const;
    /// The id of `mock` is not looked at.
    Result<OutsideMockId> addMock(const QString &pack, const OutsideMock &mock);
    Outcome updateMock(const OutsideMock &mock); ///< NotFound
    Outcome removeMock(OutsideMockId id);        ///< NotFound

    /// Oldest first; one a day.
    Result<QList<ExamResult>> results(const QString &pack) const;
    /// BadInput where there is one of the day. The id of `result` is not looked at.
    Result<ExamResultId> addResult(const QString &pack, const ExamResult &result);
    Outcome updateResult(const QString &pack, const ExamResult &result); ///< NotFound; BadInput as above
    Outcome removeResult(ExamResultId id);                               ///< NotFound

    /// When the certification was put away, if it is.
    Result<std::optional<qint64>> archived(const QString &pack) const;
    Outcome setArchived(const QString &pack, std::optional<qint64> utcMs);

    /// What was shown of a blueprint, oldest first.
    Result<QList<ShownForecast>> shownForecasts(const QString &pack, const QString &blueprint) const;
    /// Never changed or taken back. One that says what the last one of as many questions said is not kept again.
    Outcome recordShown(const QString &pack, const ShownForecast &forecast);

    /// In order of time.
    Result<QList<RationaleRead>> rationalesRead(const QString &pack) const;
    /// Not kept where one is of the hour before.
    Outcome recordRationale(const QString &pack, const QString &item, qint64 utcMs);

private:
    Outcome writeResult(const QString &pack, const ExamResult &result);

    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
