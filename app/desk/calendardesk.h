// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"
#include "result.h"

#include <QObject>

#include <optional>

namespace lectern
{

struct Context;

/// How the plan is told to other calendars.
struct CalendarLink {
    QString file;          ///< that is kept up to date; empty: none
    bool zoned = true;     ///< times have the learner's zone; else they float
    int alarmMinutes = 10; ///< before each block; negative: none

    bool operator==(const CalendarLink &) const = default;
};

/// What busy times mean to the plan from today on.
struct BusyEffect {
    int minutes = 0; ///< of study time that they take
    int blocks = 0;  ///< of the plan that they touch
};

/// The plan in other calendars, and other calendars in the plan.
class CalendarDesk : public QObject
{
    Q_OBJECT
public:
    explicit CalendarDesk(Context &context, QObject *parent = nullptr);

    CalendarLink link() const;
    /// Writes the file before anything is kept, so that a path that cannot be written changes nothing. Exports follow
    /// zone and alarm too. BadInput for the profile's own file.
    Outcome setLink(const CalendarLink &link);

    /// Brings the file up to date, in one go: whoever reads it finds the old or the new one. It is called after every
    /// change; what cannot be told is told with the next.
    void tell();
    /// Why the file is not up to date; nothing: it is, or there is none.
    const std::optional<Error> &problem() const { return m_problem; }

    /// Reads a calendar from today on, two years ahead; changes nothing. FileNotFound if it cannot be opened.
    Result<BusyReading> read(const QString &path, bool allDay) const;
    /// If the source said this.
    BusyEffect effect(const BusySource &source) const;
    /// By name.
    Result<QList<BusySource>> sources() const;
    /// Replaces what the source said before; no times: forgets it. Undoable.
    Outcome setSource(const BusySource &source);

Q_SIGNALS:
    void problemChanged(); ///< there is one now, or none any more
    void busyChanged();

private:
    Outcome write(const CalendarLink &link);

    Context &m_context;
    std::optional<Error> m_problem;
};

} // namespace lectern
