// SPDX-License-Identifier: GPL-3.0-or-later
#include "icsinput.h"

#include "busyreader.h"

namespace lectern::test
{

BusyReading readAsCalendar(const QByteArray &bytes)
{
    const BusyWanted wanted{QDate(2026, 1, 1), QDate(2026, 12, 31), true};
    BusyReading reading = readBusyTimes(bytes, QTimeZone("Europe/Berlin"), wanted);
    if (reading.problem && (reading.problem->line < 1 || !reading.times.isEmpty()))
        qFatal("a problem without a line, or with times");
    for (qsizetype i = 0; i < reading.times.size(); ++i) {
        const BusyTime &time = reading.times[i];
        if (time.date < wanted.first || time.date > wanted.last || time.startMinute < 0 ||
            time.startMinute >= time.endMinute || time.endMinute > 24 * 60)
            qFatal("a time outside of its day, or of the year");
        if (i > 0 && (time.date < reading.times[i - 1].date || (time.date == reading.times[i - 1].date &&
                                                                   time.startMinute <= reading.times[i - 1].endMinute)))
            qFatal("times that are out of order");
    }
    return reading;
}

} // namespace lectern::test
