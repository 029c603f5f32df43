// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "selfevidence.h"

#include <QList>
#include <QObject>

#include <functional>

namespace lectern
{

struct Context;

/// Evidence that is no answer: what the learner feels, mocks taken elsewhere, what the vendor said after an exam. All
/// of it can be undone. Writes fail with BadInput for what judge() refuses and for days to come, the field as `where`;
/// NotFound for what is not there.
class EvidenceDesk : public QObject
{
    Q_OBJECT
public:
    explicit EvidenceDesk(Context &context, QObject *parent = nullptr);

    /// The last of each day and topic, oldest first.
    Result<QList<TopicRating>> ratings() const;
    Outcome setRating(const QString &topic, int value);

    /// Oldest first.
    Result<QList<OutsideMock>> mocks() const;
    Outcome addMock(const OutsideMock &mock); ///< its id is not looked at
    Outcome setMock(const OutsideMock &mock);
    Outcome removeMock(OutsideMockId id);

    /// Oldest first, one a day.
    Result<QList<ExamResult>> results() const;
    Result<ExamResultId> addResult(const ExamResult &result); ///< BadInput where there is one of the day
    Outcome updateResult(const ExamResult &result);
    Outcome removeResult(ExamResultId id);

    /// Whether the certification was put away: nothing reminds of it any more, all of it can still be read.
    bool archived() const;
    Outcome setArchived(bool archived);

    void forget(); ///< rows were put back: say changed()

Q_SIGNALS:
    void changed();

private:
    QDate today() const; ///< by the calendar: what was done after midnight was done today
    Outcome change(const QString &label, const std::function<Outcome()> &write);

    Context &m_context;
};

} // namespace lectern
