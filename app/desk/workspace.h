// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moment.h"
#include "result.h"
#include "settings.h"

#include <QObject>
#include <functional>
#include <memory>

namespace lectern
{

class CalendarDesk;
class EvidenceDesk;
class ExamDesk;
class FocusDesk;
class GuideDesk;
class HistoryDesk;
class PlanDesk;
class ProjectDesk;
class ReadinessDesk;
class RepairDesk;
class ReportDesk;
class SettingsDesk;

/// The one place the clocks are read; a test passes its own.
using Clock = std::function<Moment()>;
Clock systemClock();

/// Minutes east of UTC and today's local date follow from this; a test passes its own.
struct Environment {
    Clock clock = systemClock();
    QByteArray zone;     ///< IANA id; empty: the system's
    QString packsFolder; ///< where the shipped packs lie
    bool backups = true;
};

/// An open profile with one desk per activity. Desks are made on first use and live as long as the workspace.
class Workspace
{
public:
    /// Opens the profile and installs or updates the shipped pack if its hash differs.
    static Result<std::unique_ptr<Workspace>> open(const QString &profilePath, const Environment &environment);
    ~Workspace();

    QString profilePath() const;
    GuideDesk &guide();
    ExamDesk &exam();
    ReportDesk &reports();
    PlanDesk &plan();
    RepairDesk &repair();
    CalendarDesk &calendar();
    ReadinessDesk &readiness();
    ProjectDesk &projects();
    EvidenceDesk &evidence();
    FocusDesk &focus();
    SettingsDesk &settings();
    HistoryDesk &history();

private:
    Workspace();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern
