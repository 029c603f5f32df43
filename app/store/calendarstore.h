// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"
#include "calendarentry.h"
#include "result.h"

#include <QList>

namespace lectern
{

class ChangeLog;
class Profile;

/// What other calendars were told and what they say. Reads refuse what no version wrote (ProfileDamaged).
class CalendarStore
{
public:
    CalendarStore(Profile &profile, ChangeLog &changes);

    /// In no order that matters.
    Result<QList<CalendarEntry>> entries() const;
    /// Keeps these in the place of all that were there, in a transaction of its own: no undo takes back what was told.
    Outcome keepEntries(const QList<CalendarEntry> &entries);

    /// By name.
    Result<QList<BusySource>> sources() const;
    /// Of all sources.
    Result<QList<BusyTime>> busyTimes() const;
    /// Replaces what the source said before; no times: forgets it. Undoable, call inside ChangeLog::perform. BadInput
    /// for a source without a name and for a time that is none.
    Outcome setSource(const BusySource &source);

private:
    Profile &m_profile;
    ChangeLog &m_changes;
};

} // namespace lectern
