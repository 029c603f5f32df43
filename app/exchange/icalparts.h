// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"
#include "icaltimezone.h"

#include <QByteArray>
#include <QList>

namespace lectern
{

/// A content line, unfolded.
struct IcalLine {
    int number = 0;  ///< of the line it begins on, 1-based
    QByteArray name; ///< of the property, in capitals
    QByteArray text; ///< all of it

    QByteArray value() const { return text.mid(text.indexOf(':') + 1).trimmed(); }
};

/// What a VCALENDAR holds directly, as it lies in the file.
struct IcalPart {
    QByteArray name;        ///< in capitals
    int line = 0;           ///< of its BEGIN
    QList<IcalLine> lines;  ///< its own, without those of the parts inside it
    QList<IcalPart> inside; ///< one level, of VTIMEZONE only
};

struct IcalParts {
    QList<IcalPart> parts; ///< VEVENT, VFREEBUSY and VTIMEZONE of all calendars of the file
    std::optional<CalendarProblem> problem;
};

/// Cuts a file into parts and lines, with the places they have in it: libical reads values well, but does not tell
/// where they were. No bytes whatever make it recurse.
IcalParts icalParts(const QByteArray &bytes);

/// A component that holds the line's properties, one for each value of a list; null where libical finds it wrong.
ComponentPtr icalProperties(const IcalLine &line);

} // namespace lectern
