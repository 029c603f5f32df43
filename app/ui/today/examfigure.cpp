// SPDX-License-Identifier: GPL-3.0-or-later
#include "examfigure.h"

#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExamFigure)
};

FigureTile::Content passed(const AfterExam &after, QDate today)
{
    const QLocale locale;
    FigureTile::Content content;
    content.caption = Words::tr("Passed on %1").arg(locale.toString(after.result->date, QLocale::ShortFormat));
    const qint64 left = today.daysTo(after.renewal);
    const QString until = locale.toString(after.renewal, Words::tr("d MMMM yyyy", "the last day of a certificate"));
    if (left > renewalNoticeDays) {
        content.figure = Words::tr("Passed", "the exam");
        content.note = Words::tr("Valid until %1").arg(until);
        return content;
    }
    content.figure = locale.toString(std::abs(left));
    content.unit = left >= 0 ? Words::tr("day(s) to the renewal", nullptr, int(left))
                             : Words::tr("day(s) since it ran out", nullptr, int(-left));
    content.note = left >= 0 ? Words::tr("Renew until %1").arg(until) : Words::tr("It was valid until %1").arg(until);
    return content;
}

FigureTile::Content failed(const AfterExam &after, QDate today)
{
    const QLocale locale;
    FigureTile::Content content;
    content.caption = Words::tr("Not passed on %1").arg(locale.toString(after.result->date, QLocale::ShortFormat));
    const qint64 wait = today.daysTo(after.earliestRetake);
    const QString from = locale.toString(after.earliestRetake, Words::tr("d MMMM yyyy", "the first day of a retake"));
    if (wait > 0) {
        content.figure = locale.toString(wait);
        content.unit = Words::tr("day(s) until a retake is possible", nullptr, int(wait));
        content.note = Words::tr("From %1. See what now").arg(from);
    } else {
        content.figure = Words::tr("Retake", "of the exam");
        content.unit = Words::tr("is possible");
        content.note = Words::tr("Since %1. See what now").arg(from);
    }
    return content;
}

} // namespace

FigureTile::Content examFigure(const AfterExam &after, const Appointment &appointment, QDate today)
{
    if (after.state == AfterExam::State::Passed)
        return passed(after, today);
    if (after.state == AfterExam::State::Failed)
        return failed(after, today);
    const QLocale locale;
    FigureTile::Content exam;
    if (!appointment.booked()) {
        exam.caption = Words::tr("Exam");
        exam.unit = Words::tr("Book your exam");
        exam.note = Words::tr("No date yet");
        return exam;
    }
    exam.caption = locale.toString(appointment.date, Words::tr("dddd d MMMM yyyy", "the exam's day"));
    if (appointment.time.isValid())
        exam.caption = Words::tr("%1, %2", "date, time").arg(exam.caption, clockText(appointment.time));
    const qint64 days = today.daysTo(appointment.date);
    exam.figure = days == 0 ? Words::tr("Today", "the exam is today") : locale.toString(std::abs(days));
    if (days == 0)
        exam.unit = Words::tr("is the exam");
    else if (days > 0)
        exam.unit = Words::tr("day(s) to the exam", nullptr, int(days));
    else
        exam.unit = Words::tr("day(s) since the exam", nullptr, int(-days));
    exam.note = after.state == AfterExam::State::Waiting ? Words::tr("Record the result") : appointment.place;
    return exam;
}

} // namespace lectern
