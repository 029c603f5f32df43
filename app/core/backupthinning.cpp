// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupthinning.h"

#include <QSet>

#include <algorithm>

namespace lectern
{

QList<QDateTime> backupsToDrop(QList<QDateTime> backups, const QDateTime &now)
{
    std::sort(backups.begin(), backups.end(), std::greater<>());
    const QDateTime utcNow = now.toUTC();
    QSet<QDate> days;
    QSet<int> weeks;
    QSet<int> months;
    QList<QDateTime> drop;
    for (const QDateTime &backup : std::as_const(backups)) {
        const QDateTime taken = backup.toUTC();
        const QDate day = taken.date();
        int weekYear = 0;
        const int weekNumber = day.weekNumber(&weekYear);
        const int week = weekYear * 100 + weekNumber;
        const int month = day.year() * 100 + day.month();

        const bool newest = backup == backups.constFirst();
        const bool recent = taken.secsTo(utcNow) <= 2 * 24 * 3600;
        const bool daily = !days.contains(day) && days.size() < 12;
        const bool weekly = !weeks.contains(week) && weeks.size() < 10;
        const bool monthly = !months.contains(month) && months.size() < 9;
        if (!newest && !recent && !daily && !weekly && !monthly)
            drop.append(backup);
        days.insert(day);
        weeks.insert(week);
        months.insert(month);
    }
    return drop;
}

} // namespace lectern
