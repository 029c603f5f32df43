// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefactory.h"

#include "workspace.h"

#if __has_include("todaypage.h")
#include "todaypage.h"
#endif
#if __has_include("planpage.h")
#include "planpage.h"
#endif
#if __has_include("exampage.h")
#include "exampage.h"
#endif
#if __has_include("readinesspage.h")
#include "readinesspage.h"
#endif
#if __has_include("projectspage.h")
#include "projectspage.h"
#endif
#if __has_include("guidepage.h")
#include "guidepage.h"
#endif

namespace lectern
{

std::unique_ptr<Page> makePage(PageId id, Workspace &workspace, Ui &ui)
{
    Q_UNUSED(workspace)
    Q_UNUSED(ui)
    switch (id) {
    case PageId::Today:
#if __has_include("todaypage.h")
        return std::make_unique<TodayPage>(
            workspace.plan(), workspace.exam(), workspace.readiness(), workspace.history(), ui);
#else
        break;
#endif
    case PageId::Plan:
#if __has_include("planpage.h")
        return std::make_unique<PlanPage>(workspace.plan(), workspace.history(), ui);
#else
        break;
#endif
    case PageId::Exam:
#if __has_include("exampage.h")
        return std::make_unique<ExamPage>(workspace.exam(), workspace.guide(), workspace.settings(), ui);
#else
        break;
#endif
    case PageId::Readiness:
#if __has_include("readinesspage.h")
        return std::make_unique<ReadinessPage>(workspace.readiness(), ui);
#else
        break;
#endif
    case PageId::Projects:
#if __has_include("projectspage.h")
        return std::make_unique<ProjectsPage>(workspace.projects(), workspace.history(), ui);
#else
        break;
#endif
    case PageId::Guide:
#if __has_include("guidepage.h")
        return std::make_unique<GuidePage>(workspace.guide(), workspace.readiness(), workspace.history(), ui);
#else
        break;
#endif
    }
    return nullptr;
}

} // namespace lectern
