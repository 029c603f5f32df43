// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern
{

class GuideDesk;
class HistoryDesk;
class PlanDesk;
class ProjectDesk;
class ReadinessDesk;

/// What the readiness page and its tabs work with.
struct ReadinessDesks {
    ReadinessDesk &readiness;
    PlanDesk &plan;
    GuideDesk &guide;
    ProjectDesk &projects;
    HistoryDesk &history;
};

} // namespace lectern
