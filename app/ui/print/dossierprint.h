// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "printsheet.h"
#include "project.h"
#include "readinessdesk.h"

#include <optional>

namespace lectern
{

/// What somebody who passed shows an employer: the result and how it was reached, told as counts and with the evidence
/// the learner gave. It rates nobody.
struct Dossier {
    const Certification &certification;
    ExamResult result;
    QDate validUntil;
    QDate today;

    /// The plan as it was kept; nothing without one.
    struct Plan {
        QDate from;
        QDate to;
        int blocks = 0;
        int done = 0;
        int loggedMinutes = 0;
    };
    std::optional<Plan> plan;
    int answers = 0; ///< first-seen and unaided
    int right = 0;   ///< of them
    QList<RehearsalCheck> rehearsals;
    QList<RequirementRecord> requirements;
    QList<CheckRecord> checks;
};

/// Projects and checklists without anything done or shown are left out.
PrintSheet dossierSheet(const Dossier &dossier);

} // namespace lectern
