// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"

#include "context.h"
#include "plan.h"

namespace lectern
{

EvidenceDesk::EvidenceDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

QDate EvidenceDesk::today() const
{
    return m_context.localNow().date();
}

Outcome EvidenceDesk::change(const QString &label, const std::function<Outcome()> &write)
{
    const Outcome outcome = m_context.change(label, write);
    if (outcome)
        Q_EMIT changed();
    return outcome;
}

Result<QList<TopicRating>> EvidenceDesk::ratings() const
{
    return m_context.evidence.ratings(m_context.certification.id);
}

Outcome EvidenceDesk::setRating(const QString &topic, int value)
{
    if (!m_context.certification.topic(topic))
        return Error{ErrorCode::NotFound, QStringLiteral("no such topic"), topic};
    const auto stored = m_context.self.setting(Setting::StudyDayEnds);
    const QTime ends = QTime::fromString(stored ? stored->toString() : QString(), QStringLiteral("HH:mm"));
    const QDate day = ends.isValid() ? studyDay(m_context.localNow(), ends) : studyDay(m_context.localNow());
    if (value < lowestRating || value > highestRating)
        return Error{ErrorCode::BadInput, QStringLiteral("%1 to %2").arg(lowestRating).arg(highestRating),
            QStringLiteral("rating")};
    return change(tr("Own rating"), [&] {
        return m_context.evidence.setRating(m_context.certification.id, {topic, value, m_context.now().utcMs}, day);
    });
}

Result<QList<OutsideMock>> EvidenceDesk::mocks() const
{
    return m_context.evidence.mocks(m_context.certification.id);
}

Outcome EvidenceDesk::addMock(const OutsideMock &mock)
{
    if (const Outcome judged = judge(mock, today()); !judged)
        return judged;
    return change(tr("Mock taken elsewhere"), [&]() -> Outcome {
        const auto id = m_context.evidence.addMock(m_context.certification.id, mock);
        return id ? Outcome(Done{}) : Outcome(id.error());
    });
}

Outcome EvidenceDesk::setMock(const OutsideMock &mock)
{
    if (const Outcome judged = judge(mock, today()); !judged)
        return judged;
    return change(tr("Mock taken elsewhere"), [&] { return m_context.evidence.updateMock(mock); });
}

Outcome EvidenceDesk::removeMock(OutsideMockId id)
{
    return change(tr("Removal of a mock"), [&] { return m_context.evidence.removeMock(id); });
}

Result<QList<ExamResult>> EvidenceDesk::results() const
{
    return m_context.evidence.results(m_context.certification.id);
}

Result<ExamResultId> EvidenceDesk::addResult(const ExamResult &result)
{
    if (const Outcome judged = judge(result, today()); !judged)
        return judged.error();
    ExamResultId id{};
    const Outcome written = change(tr("Result of the exam"), [&]() -> Outcome {
        const auto added = m_context.evidence.addResult(m_context.certification.id, result);
        if (!added)
            return added.error();
        id = *added;
        return Done{};
    });
    if (!written)
        return written.error();
    return id;
}

Outcome EvidenceDesk::updateResult(const ExamResult &result)
{
    if (const Outcome judged = judge(result, today()); !judged)
        return judged;
    return change(
        tr("Result of the exam"), [&] { return m_context.evidence.updateResult(m_context.certification.id, result); });
}

Outcome EvidenceDesk::removeResult(ExamResultId id)
{
    return change(tr("Removal of a result"), [&] { return m_context.evidence.removeResult(id); });
}

bool EvidenceDesk::archived() const
{
    const auto when = m_context.evidence.archived(m_context.certification.id);
    return when && when->has_value();
}

Outcome EvidenceDesk::setArchived(bool archived)
{
    return change(archived ? tr("Archiving") : tr("Return from the archive"), [&] {
        return m_context.evidence.setArchived(
            m_context.certification.id, archived ? std::optional(m_context.now().utcMs) : std::nullopt);
    });
}

void EvidenceDesk::forget()
{
    Q_EMIT changed();
}

} // namespace lectern
