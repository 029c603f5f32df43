// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectdesk.h"

#include "context.h"

#include <algorithm>

namespace lectern
{

namespace
{

QString requirementKey(const QString &project, const QString &requirement)
{
    return project + u'/' + requirement;
}

} // namespace

ProjectDesk::ProjectDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

const QList<Project> &ProjectDesk::projects() const
{
    return m_context.certification.projects;
}

void ProjectDesk::forget()
{
    m_loaded = false;
    Q_EMIT changed();
}

RequirementRecord ProjectDesk::requirement(const QString &project, const QString &requirement) const
{
    if (!m_loaded) {
        m_records.clear();
        const auto stored = m_context.self.requirements(m_context.certification.id);
        if (stored) {
            for (const RequirementRecord &record : *stored)
                m_records.insert(requirementKey(record.project, record.requirement), record);
            m_loaded = true;
        }
    }
    RequirementRecord fresh;
    fresh.project = project;
    fresh.requirement = requirement;
    return m_records.value(requirementKey(project, requirement), fresh);
}

int ProjectDesk::doneCount(const QString &project) const
{
    const Project *known = m_context.certification.project(project);
    if (!known)
        return 0;
    int done = 0;
    for (const Requirement &candidate : known->requirements) {
        if (requirement(project, candidate.id).state == RequirementState::Done)
            ++done;
    }
    return done;
}

Outcome ProjectDesk::setState(const QString &project, const QString &requirementId, RequirementState state)
{
    RequirementRecord record = requirement(project, requirementId);
    record.state = state;
    return write(tr("Change of a requirement's state"), record);
}

Outcome ProjectDesk::setNote(const QString &project, const QString &requirementId, const QString &note)
{
    RequirementRecord record = requirement(project, requirementId);
    record.note = note;
    return write(tr("Note on a requirement"), record);
}

Outcome ProjectDesk::setEvidence(const QString &project, const QString &requirementId, const QString &evidence)
{
    RequirementRecord record = requirement(project, requirementId);
    record.evidence = evidence;
    return write(tr("Evidence of a requirement"), record);
}

Outcome ProjectDesk::write(const QString &label, const RequirementRecord &record)
{
    const Project *project = m_context.certification.project(record.project);
    const bool known = project && std::any_of(project->requirements.cbegin(), project->requirements.cend(),
                                      [&](const Requirement &candidate) { return candidate.id == record.requirement; });
    if (!known)
        return Error{ErrorCode::NotFound, QStringLiteral("no such requirement"),
            requirementKey(record.project, record.requirement)};
    if (requirement(record.project, record.requirement) == record)
        return Done{};
    const Outcome outcome =
        m_context.change(label, [&] { return m_context.self.setRequirement(m_context.certification.id, record); });
    if (outcome) {
        m_records.insert(requirementKey(record.project, record.requirement), record);
        Q_EMIT changed();
    }
    return outcome;
}

} // namespace lectern
