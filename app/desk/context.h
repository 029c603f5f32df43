// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attemptstore.h"
#include "calendarstore.h"
#include "certification.h"
#include "changelog.h"
#include "disputestore.h"
#include "evidencestore.h"
#include "focusstore.h"
#include "missstore.h"
#include "packstore.h"
#include "planstore.h"
#include "profile.h"
#include "selfstore.h"
#include "workspace.h"

#include <QDateTime>
#include <QTimeZone>

namespace lectern
{

/// What the desks share: the open profile with its stores, the certification in use and the clock. Known inside desk
/// only.
struct Context {
    Context(std::unique_ptr<Profile> opened, Environment env)
        : environment(std::move(env))
        , profile(std::move(opened))
        , changes(*profile)
        , packs(*profile)
        , attempts(*profile)
        , plan(*profile, changes)
        , self(*profile, changes)
        , misses(*profile, changes)
        , disputes(*profile, changes)
        , evidence(*profile, changes)
        , calendar(*profile, changes)
        , focus(*profile)
    {
    }

    Environment environment;
    std::unique_ptr<Profile> profile;
    ChangeLog changes;
    PackStore packs;
    AttemptStore attempts;
    PlanStore plan;
    SelfStore self;
    MissStore misses;
    DisputeStore disputes;
    EvidenceStore evidence;
    CalendarStore calendar;
    FocusStore focus;
    Certification certification;
    std::function<void()> changed; ///< called after an undoable change was committed

    Moment now() const { return environment.clock(); }
    QTimeZone zone() const;
    QDateTime localNow() const;
    QDate studyDay(const Moment &moment) const; ///< it ends at the hour that the settings say
    /// One undoable change: writes, commits, then tells the history.
    Outcome change(const QString &label, const std::function<Outcome()> &write);
};

} // namespace lectern
