// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "project.h"
#include "result.h"

#include <QHash>
#include <QObject>

namespace lectern
{

struct Context;

/// The certification's projects and what the learner has to show for each requirement.
class ProjectDesk : public QObject
{
    Q_OBJECT
public:
    explicit ProjectDesk(Context &context, QObject *parent = nullptr);

    const QList<Project> &projects() const;
    RequirementRecord requirement(const QString &project, const QString &requirement) const;
    int doneCount(const QString &project) const;

    Outcome setState(const QString &project, const QString &requirement, RequirementState state);
    Outcome setNote(const QString &project, const QString &requirement, const QString &note);
    Outcome setEvidence(const QString &project, const QString &requirement, const QString &evidence);

    void forget(); ///< rows were put back: read them again, say changed()

Q_SIGNALS:
    void changed();

private:
    Outcome write(const QString &label, const RequirementRecord &record);

    Context &m_context;
    mutable QHash<QString, RequirementRecord> m_records;
    mutable bool m_loaded = false;
};

} // namespace lectern
