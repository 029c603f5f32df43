// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarwords.h"

#include "planwords.h"

#include <QCoreApplication>

namespace lectern
{

namespace
{

/// The translation context of the sentences.
struct CalendarWords {
    Q_DECLARE_TR_FUNCTIONS(CalendarWords)
public:
    static QString reason(const CalendarProblem &problem);
    static QString at(const CalendarProblem &problem, const QString &fileName);
    static QString summary(const BusyReading &reading, QDate today);
    static QString line(const BusySource &source);
};

int minutesOf(const QList<BusyTime> &times)
{
    int minutes = 0;
    for (const BusyTime &time : times)
        minutes += time.endMinute - time.startMinute;
    return minutes;
}

QString CalendarWords::reason(const CalendarProblem &problem)
{
    switch (problem.fault) {
    case CalendarFault::NotACalendar:
        return tr("This is not the beginning of a calendar.");
    case CalendarFault::TooLarge:
        return tr("The file is larger than 16 MB.");
    case CalendarFault::BadLine:
        return tr("“%1” is no line of a calendar.").arg(problem.text);
    case CalendarFault::Unclosed:
        return tr("The part %1 is not ended where it should be. The file may have been cut off.").arg(problem.text);
    case CalendarFault::NoStart:
        return tr("An event has no start.");
    case CalendarFault::BadTime:
        return tr("“%1” is no date or time.").arg(problem.text);
    case CalendarFault::EndsEarlier:
        return tr("An event ends before it starts (%1).").arg(problem.text);
    case CalendarFault::BadRule:
        return problem.text.isEmpty() ? tr("An event repeats by a rule that never comes true.")
                                      : tr("“%1” is no rule to repeat by.").arg(problem.text);
    case CalendarFault::UnknownZone:
        return tr("The time zone “%1” is not known.").arg(problem.text);
    case CalendarFault::BadZone:
        return tr("The rules of the time zone make no sense (%1).").arg(problem.text);
    case CalendarFault::TooMuch:
        return tr("The events repeat too often to plan around.");
    }
    return {};
}

QString CalendarWords::at(const CalendarProblem &problem, const QString &fileName)
{
    return tr("%1, line %2: %3 Nothing was imported.").arg(fileName).arg(problem.line).arg(reason(problem));
}

QString CalendarWords::summary(const BusyReading &reading, QDate today)
{
    QStringList said;
    if (reading.times.isEmpty())
        said << tr("Nothing in this calendar takes time in the next two years.");
    else
        said << tr("%n event(s), %1 in all, between %2 and %3.", nullptr, reading.events)
                    .arg(hoursText(minutesOf(reading.times)), dayText(reading.times.constFirst().date, today),
                        dayText(reading.times.constLast().date, today));
    if (reading.free > 0)
        said << tr("Left out: %n event(s) that take no time or are cancelled.", nullptr, reading.free);
    if (reading.own > 0)
        said << tr("Left out: %n block(s) of Lectern itself.", nullptr, reading.own);
    return said.join(u' ');
}

QString CalendarWords::line(const BusySource &source)
{
    if (source.times.isEmpty())
        return source.name;
    return tr("%1: %2, %3 to %4", "calendar: hours, first to last day")
        .arg(source.name, hoursText(minutesOf(source.times)), shortDayText(source.times.constFirst().date),
            shortDayText(source.times.constLast().date));
}

} // namespace

QString sentence(const CalendarProblem &problem, const QString &fileName)
{
    return CalendarWords::at(problem, fileName);
}

QString summaryOf(const BusyReading &reading, QDate today)
{
    return CalendarWords::summary(reading, today);
}

QString summaryOf(const BusySource &source)
{
    return CalendarWords::line(source);
}

} // namespace lectern
