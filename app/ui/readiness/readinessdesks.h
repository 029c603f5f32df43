// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern
{

class EvidenceDesk;
class ExamDesk;
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
    ExamDesk &exam;
    EvidenceDesk &evidence;
    HistoryDesk &history;
};

} // namespace lectern
