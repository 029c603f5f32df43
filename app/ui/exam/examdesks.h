// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern
{

class ExamDesk;
class GuideDesk;
class HistoryDesk;
class PlanDesk;
class ReadinessDesk;
class ReportDesk;
class SettingsDesk;

/// What the exam's page and its report work with.
struct ExamDesks {
    ExamDesk &exam;
    ReportDesk &reports;
    PlanDesk &plan;
    GuideDesk &guide;
    SettingsDesk &settings;
    HistoryDesk &history;
    ReadinessDesk &readiness;
};

} // namespace lectern
