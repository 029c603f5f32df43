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

/// Evidence that is no answer: what the vendor said of real exams, and whether the certification is put away. Every
/// change is undoable.
class EvidenceDesk : public QObject
{
    Q_OBJECT
public:
    explicit EvidenceDesk(Context &context, QObject *parent = nullptr);

    /// Oldest first; one a day.
    Result<QList<ExamResult>> results() const;
    /// BadInput for one that is not sound, and where there is one of the day. The id of `result` is not looked at.
    Result<ExamResultId> addResult(const ExamResult &result);
    Outcome updateResult(const ExamResult &result); ///< NotFound; BadInput as above
    Outcome removeResult(ExamResultId id);          ///< NotFound

    /// Put away by the learner: nothing reminds, everything stays readable.
    bool archived() const;
    Outcome setArchived(bool archived);

Q_SIGNALS:
    void changed();

private:
    Outcome change(const QString &label, const std::function<Outcome()> &write);

    Context &m_context;
};

} // namespace lectern
