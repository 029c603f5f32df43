// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefactory.h"

#include "exampage.h"
#include "guidepage.h"
#include "planpage.h"
#include "projectspage.h"
#include "readinesspage.h"
#include "todaypage.h"
#include "workspace.h"

namespace lectern
{

std::unique_ptr<Page> makePage(PageId id, Workspace &workspace, Ui &ui, QWidget *parent)
{
    switch (id) {
    case PageId::Today:
        return std::make_unique<TodayPage>(workspace.plan(), workspace.repair(), workspace.exam(), workspace.reports(),
            workspace.readiness(), workspace.evidence(), workspace.history(), ui, parent);
    case PageId::Plan:
        return std::make_unique<PlanPage>(
            workspace.plan(), workspace.repair(), workspace.history(), workspace.settings(), ui, parent);
    case PageId::Exam:
        return std::make_unique<ExamPage>(
            ExamDesks{workspace.exam(), workspace.reports(), workspace.plan(), workspace.guide(), workspace.settings(),
                workspace.history(), workspace.readiness()},
            ui, parent);
    case PageId::Readiness:
        return std::make_unique<ReadinessPage>(
            ReadinessDesks{workspace.readiness(), workspace.plan(), workspace.guide(), workspace.projects(),
                workspace.exam(), workspace.evidence(), workspace.history()},
            ui, parent);
    case PageId::Projects:
        return std::make_unique<ProjectsPage>(workspace.projects(), workspace.history(), ui, parent);
    case PageId::Guide:
        return std::make_unique<GuidePage>(workspace.guide(), workspace.readiness(), workspace.history(), ui, parent);
    }
    return nullptr;
}

} // namespace lectern
