// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"

#include <QList>
#include <QString>

#include <optional>

namespace lectern
{

/// Why a calendar cannot be read.
enum class CalendarFault {
    NotACalendar, ///< does not begin as one
    TooLarge,     ///< more bytes than a calendar of a person has
    BadLine,      ///< neither a property nor the continuation of one
    Unclosed,     ///< a part that the file does not end, or ends without having begun it
    NoStart,      ///< an event that has an end or repeats without one
    BadTime,      ///< a date, time, length or list of them that is none
    EndsEarlier,  ///< an event that ends before it starts
    BadRule,      ///< a repetition that is none
    UnknownZone,  ///< a time zone that neither the file nor the system knows
    BadZone,      ///< the file's own rules of a time zone are none
    TooMuch,      ///< repetitions that would take for ever
};

struct CalendarProblem {
    int line = 0; ///< 1-based
    CalendarFault fault = CalendarFault::NotACalendar;
    QString text; ///< what the line has there, as far as it helps; of a stranger

    bool operator==(const CalendarProblem &) const = default;
};

/// What a calendar says of the time it takes, or what is wrong with it.
struct BusyReading {
    QList<BusyTime> times;                  ///< in order, none touches the next; none with a problem
    int events = 0;                         ///< that take some of the time asked for
    int allDay = 0;                         ///< of them or left out by choice: without a time of day
    int free = 0;                           ///< cancelled, or said to take no time
    int own = 0;                            ///< written by Lectern, which plans around itself
    std::optional<CalendarProblem> problem; ///< the first one

    bool operator==(const BusyReading &) const = default;
};

/// Busy times of one source, in order of time.
struct BusySource {
    QString name; ///< of the file they were imported from
    QList<BusyTime> times;

    bool operator==(const BusySource &) const = default;
};

/// Inclusive days that are read, and whether events without a time of day take the whole of it.
struct BusyWanted {
    QDate first;
    QDate last;
    bool allDay = true;
};

} // namespace lectern
