// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"

#include "context.h"

namespace lectern
{

EvidenceDesk::EvidenceDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

Outcome EvidenceDesk::change(const QString &label, const std::function<Outcome()> &write)
{
    const Outcome outcome = m_context.change(label, write);
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Result<QList<ExamResult>> EvidenceDesk::results() const
{
    return m_context.evidence.results(m_context.certification.id);
}

Result<ExamResultId> EvidenceDesk::addResult(const ExamResult &result)
{
    ExamResultId id{};
    const Outcome outcome = change(tr("Result of an exam"), [&]() -> Outcome {
        const auto added = m_context.evidence.addResult(m_context.certification.id, result);
        if (!added)
            return added.error();
        id = *added;
        return Done{};
    });
    if (!outcome)
        return outcome.error();
    return id;
}

Outcome EvidenceDesk::updateResult(const ExamResult &result)
{
    return change(tr("Change of an exam's result"),
        [&] { return m_context.evidence.updateResult(m_context.certification.id, result); });
}

Outcome EvidenceDesk::removeResult(ExamResultId id)
{
    return change(tr("Removal of an exam's result"), [&] { return m_context.evidence.removeResult(id); });
}

bool EvidenceDesk::archived() const
{
    const auto when = m_context.evidence.archived(m_context.certification.id);
    return when && when->has_value();
}

Outcome EvidenceDesk::setArchived(bool archived)
{
    const std::optional<qint64> when = archived ? std::optional<qint64>(m_context.now().utcMs) : std::nullopt;
    return change(archived ? tr("Certification put away") : tr("Certification taken up again"),
        [&] { return m_context.evidence.setArchived(m_context.certification.id, when); });
}

} // namespace lectern
