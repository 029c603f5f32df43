// SPDX-License-Identifier: GPL-3.0-or-later
#include "planpaper.h"

#include "plandesk.h"
#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanPaper)
};

int minutesOf(const QList<Block> &blocks, bool buffer)
{
    int minutes = 0;
    for (const Block &block : blocks) {
        if ((block.kind == BlockKind::Buffer) == buffer)
            minutes += block.minutes;
    }
    return minutes;
}

} // namespace

PlanPaper::PlanPaper(const PlanDesk &desk)
    : PlanPaper(desk.certification(), desk.allBlocks(), desk.inputs().value_or(PlanInputs()), desk.appointment(),
          desk.today())
{
    printedOn = desk.now().date();
}

PlanPaper::PlanPaper(const Certification &ofCertification, const QList<Block> &ofBlocks, const PlanInputs &ofInputs,
    const Appointment &ofAppointment, QDate ofToday)
    : certification(ofCertification)
    , blocks(ofBlocks)
    , inputs(ofInputs)
    , appointment(ofAppointment)
    , today(ofToday)
    , printedOn(ofToday)
    , first(inputs.start)
{
    std::sort(blocks.begin(), blocks.end(), earlier);
    for (const Block &block : std::as_const(blocks))
        m_days[block.date].append(block);
    if (!blocks.isEmpty()) {
        first = first.isValid() ? std::min(first, blocks.constFirst().date) : blocks.constFirst().date;
        last = blocks.constLast().date;
    }
    if (!first.isValid())
        first = today;
    if (!last.isValid())
        last = first;
    if (appointment.booked())
        last = std::max(last, appointment.date);
}

QList<Block> PlanPaper::between(QDate from, QDate to) const
{
    QList<Block> some;
    std::copy_if(blocks.cbegin(), blocks.cend(), std::back_inserter(some),
        [&](const Block &block) { return block.date >= from && block.date <= to; });
    return some;
}

int PlanPaper::weeks() const
{
    return week(last);
}

int PlanPaper::week(QDate date) const
{
    return int(mondayOf(first).daysTo(mondayOf(date)) / 7) + 1;
}

QString PlanPaper::note(QDate date) const
{
    if (isExam(date)) {
        QStringList parts{
            appointment.time.isValid() ? Words::tr("Exam at %1").arg(clockText(appointment.time)) : Words::tr("Exam")};
        if (!appointment.place.isEmpty())
            parts.append(appointment.place.simplified());
        return parts.join(QStringLiteral(", "));
    }
    if (!covers(date) || m_days.contains(date))
        return {};
    return inputs.capacity(date) > 0 ? Words::tr("Nothing planned") : Words::tr("Day off");
}

QString PlanPaper::countdown(QDate from) const
{
    const auto days = appointment.booked() ? from.daysTo(appointment.date) : 0;
    return days > 0 ? Words::tr("%n day(s) to the exam", nullptr, int(days)) : QString();
}

QString PlanPaper::examTime() const
{
    if (!appointment.booked())
        return {};
    const QString day = QLocale().toString(appointment.date, Words::tr("dddd d MMMM yyyy", "the exam's day"));
    return appointment.time.isValid() ? Words::tr("%1, %2", "date, time").arg(day, clockText(appointment.time)) : day;
}

QDate mondayOf(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

QString effortText(const QList<Block> &blocks)
{
    const QString study = Words::tr("%1 of study").arg(hoursText(minutesOf(blocks, false)));
    const int buffer = minutesOf(blocks, true);
    return buffer > 0 ? Words::tr("%1, %2 of buffer", "hours of study, hours").arg(study, hoursText(buffer)) : study;
}

QString mainStage(const Certification &certification, const QList<Block> &blocks)
{
    QHash<QString, int> minutes;
    QString most;
    for (const Block &block : blocks) {
        const int sum = minutes[block.stage] += block.minutes;
        if (!block.stage.isEmpty() && (most.isEmpty() || sum > minutes.value(most)))
            most = block.stage;
    }
    const Stage *stage = stageById(certification, most);
    return stage ? stage->title : QString();
}

QString outcomeText(const Block &block)
{
    switch (block.state) {
    case BlockState::Partly:
        return Words::tr("%1 done", "minutes of a block").arg(minutesText(block.loggedMinutes));
    case BlockState::Excused:
        return Words::tr("excused", "a block of a time away");
    case BlockState::Planned:
    case BlockState::Done:
        break;
    }
    return {};
}

} // namespace lectern
