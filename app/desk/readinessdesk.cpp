// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessdesk.h"

#include "context.h"

namespace lectern
{

ReadinessDesk::ReadinessDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    // First in line: whoever hears of a change asks at once.
    connect(this, &ReadinessDesk::changed, this, [this] { m_summaries.clear(); });
}

const Certification &ReadinessDesk::certification() const
{
    return m_context.certification;
}

QString ReadinessDesk::defaultBlueprint() const
{
    const auto appointment = m_context.plan.appointment();
    if (appointment && m_context.certification.blueprint(appointment->blueprint))
        return appointment->blueprint;
    const Blueprint *blueprint =
        recommendedBlueprint(m_context.certification, appointment ? appointment->date : QDate());
    return blueprint ? blueprint->id : QString();
}

Result<FirstSeenSummary> ReadinessDesk::summary(const QString &blueprintId) const
{
    const Blueprint *blueprint = m_context.certification.blueprint(blueprintId);
    if (!blueprint)
        return Error{ErrorCode::NotFound, QStringLiteral("no such blueprint"), blueprintId};
    if (const auto known = m_summaries.constFind(blueprintId); known != m_summaries.constEnd())
        return *known;
    const auto answers = m_context.attempts.firstAnswers(m_context.certification.id);
    if (!answers)
        return answers.error();
    return *m_summaries.insert(blueprintId, firstSeen(*answers, m_context.certification, *blueprint));
}

int ReadinessDesk::targetPercent() const
{
    const auto stored = m_context.self.setting(Setting::TargetPercent);
    const int own = stored ? stored->toInt() : -1;
    return own > 0 && own <= 100 ? own : m_context.certification.exam.targetPercent;
}

} // namespace lectern
