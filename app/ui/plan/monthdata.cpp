// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthdata.h"

#include "plandesk.h"

#include <QHash>

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

MonthData monthData(const PlanDesk &desk, QDate anyDayOfMonth)
{
    const Certification &certification = desk.certification();
    MonthData data;
    data.month = QDate(anyDayOfMonth.year(), anyDayOfMonth.month(), 1);
    data.today = desk.today();
    const Appointment appointment = desk.appointment();
    data.examTime = appointment.time;
    const std::optional<PlanInputs> inputs = desk.inputs();

    const QDate first = data.month.addDays(1 - data.month.dayOfWeek());
    const QDate monthEnd = data.month.addMonths(1).addDays(-1);
    const QDate last = monthEnd.addDays(7 - monthEnd.dayOfWeek());
    const QList<Block> blocks = desk.blocks(first, last);
    const QDate planEnd = !inputs                      ? QDate()
                          : inputs->examDate.isValid() ? inputs->examDate.addDays(-1)
                                                       : inputs->start.addDays(qint64(certification.weeks()) * 7 - 1);

    qsizetype next = 0;
    for (QDate monday = first; monday <= last; monday = monday.addDays(7)) {
        MonthData::Week week;
        QDate lastInPlan;
        for (int i = 0; i < 7; ++i) {
            MonthData::Day &day = week.days[static_cast<std::size_t>(i)];
            day.date = monday.addDays(i);
            day.inMonth = day.date.month() == data.month.month();
            day.exam = appointment.booked() && day.date == appointment.date;
            for (; next < blocks.size() && blocks[next].date <= day.date; ++next) {
                MonthData::Entry entry;
                entry.block = blocks[next];
                entry.words = wordsOf(certification, entry.block);
                entry.spoken = spoken(certification, entry.block, data.today);
                entry.missed = entry.block.state == BlockState::Planned && entry.block.date < data.today;
                day.entries.append(entry);
            }
            const bool inPlan = inputs && day.date >= inputs->start && day.date <= planEnd;
            day.off = inPlan && day.entries.isEmpty() && !day.exam;
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

} // namespace lectern
