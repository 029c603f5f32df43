// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthdata.h"

#include "plandesk.h"

#include <QHash>

#include <algorithm>

namespace lectern
{

namespace
{

/// What the week is about: the stage that most of its minutes belong to.
void setStage(MonthData::Week &week, const Certification &certification)
{
    QHash<QString, int> minutes;
    QString most;
    for (const MonthData::Day &day : week.days) {
        for (const MonthData::Entry &entry : day.entries) {
            const int sum = minutes[entry.block.stage] += entry.block.minutes;
            if (most.isEmpty() || sum > minutes.value(most))
                most = entry.block.stage;
        }
    }
    const Stage *stage = stageById(certification, most);
    if (!stage)
        return;
    week.stage = stage->shortTitle.isEmpty() ? stage->title : stage->shortTitle;
    week.domain = stageDomain(certification, *stage);
    if (week.domain >= 0)
        week.code = certification.domains[week.domain].code;
}

} // namespace

int MonthData::Day::minutes() const
{
    int sum = 0;
    for (const Entry &entry : entries)
        sum += entry.block.minutes;
    return sum;
}

int MonthData::Week::minutes() const
{
    int sum = 0;
    for (const Day &day : days) {
        for (const Entry &entry : day.entries)
            sum += entry.block.kind == BlockKind::Buffer ? 0 : entry.block.minutes;
    }
    return sum;
}

int MonthData::Week::loggedMinutes() const
{
    int sum = 0;
    for (const Day &day : days) {
        for (const Entry &entry : day.entries)
            sum += entry.block.loggedMinutes;
    }
    return sum;
}

QDate MonthData::firstDay() const
{
    return weeks.isEmpty() ? month : weeks.constFirst().days.front().date;
}

QDate MonthData::lastDay() const
{
    return weeks.isEmpty() ? month : weeks.constLast().days.back().date;
}

const MonthData::Day *MonthData::day(QDate date) const
{
    const qint64 index = firstDay().daysTo(date);
    if (!date.isValid() || index < 0 || index >= weeks.size() * 7)
        return nullptr;
    return &weeks[index / 7].days[static_cast<std::size_t>(index % 7)];
}

MonthData weeksData(const PlanDesk &desk, QDate from, QDate to)
{
    const Certification &certification = desk.certification();
    MonthData data;
    data.today = desk.today();
    data.nowMinute = desk.now().time().msecsSinceStartOfDay() / 60000;
    const Appointment appointment = desk.appointment();
    data.examTime = appointment.time;
    const std::optional<PlanInputs> inputs = desk.inputs();
    for (const QDate date : {appointment.date, inputs ? inputs->examDate : QDate()}) {
        if (date.isValid() && date >= data.today && !data.examDate.isValid())
            data.examDate = date;
    }

    const QDate first = from.addDays(1 - from.dayOfWeek());
    const QDate last = to.addDays(7 - to.dayOfWeek());
    const QList<Block> blocks = desk.blocks(first, last);
    const QSet<QString> beyond = desk.beyondTheExam();
    const QDate planEnd = !inputs                      ? QDate()
                          : inputs->examDate.isValid() ? inputs->examDate.addDays(-1)
                                                       : inputs->start.addDays(qint64(certification.weeks()) * 7 - 1);
    QHash<QDate, QList<Stretch>> busy;
    if (inputs) {
        for (const BusyTime &taken : inputs->busy)
            busy[taken.date].append({taken.startMinute, taken.endMinute});
    }

    qsizetype next = 0;
    for (QDate monday = first; monday <= last; monday = monday.addDays(7)) {
        MonthData::Week week;
        QDate lastInPlan;
        for (int i = 0; i < 7; ++i) {
            MonthData::Day &day = week.days[static_cast<std::size_t>(i)];
            day.date = monday.addDays(i);
            day.inMonth = true;
            day.exam = appointment.booked() && day.date == appointment.date;
            day.busy = busy.value(day.date);
            for (; next < blocks.size() && blocks[next].date <= day.date; ++next) {
                MonthData::Entry entry;
                entry.block = blocks[next];
                entry.words = wordsOf(certification, entry.block);
                entry.spoken = spoken(certification, entry.block, data.today);
                entry.beyond = beyond.contains(entry.block.topic);
                if (entry.beyond)
                    entry.spoken = beyondText(entry.spoken);
                entry.missed = isMissed(entry.block, data.today);
                day.entries.append(entry);
            }
            const bool inPlan = inputs && day.date >= inputs->start && day.date <= planEnd;
            day.off = inPlan && day.entries.isEmpty() && !day.exam;
            day.capacity = inputs ? inputs->capacity(day.date) : 0;
            week.available += day.capacity;
            if (inPlan)
                lastInPlan = day.date;
        }
        if (lastInPlan.isValid())
            week.number = desk.stageWeek(lastInPlan);
        setStage(week, certification);
        data.weeks.append(week);
    }
    return data;
}

MonthData monthData(const PlanDesk &desk, QDate anyDayOfMonth)
{
    const QDate month(anyDayOfMonth.year(), anyDayOfMonth.month(), 1);
    MonthData data = weeksData(desk, month, month.addMonths(1).addDays(-1));
    data.month = month;
    for (MonthData::Week &week : data.weeks) {
        for (MonthData::Day &day : week.days)
            day.inMonth = day.date.month() == month.month();
    }
    return data;
}

MonthData wholePlanData(const PlanDesk &desk)
{
    const std::optional<PlanInputs> inputs = desk.inputs();
    const QList<Block> blocks = desk.allBlocks();
    QDate first = inputs ? inputs->start : desk.today();
    QDate last = inputs && inputs->examDate.isValid() ? inputs->examDate : first;
    if (const Appointment appointment = desk.appointment(); appointment.booked())
        last = std::max(last, appointment.date);
    if (!blocks.isEmpty()) {
        first = std::min(first, blocks.constFirst().date);
        last = std::max(last, blocks.constLast().date);
    }
    return weeksData(desk, first, std::max(first, last));
}

} // namespace lectern
