// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulesheet.h"

#include "plandesk.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

class SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleSheet)
};

constexpr double bodyPoints = 10;

QString weekRange(QDate monday)
{
    const QLocale locale;
    const QDate sunday = monday.addDays(6);
    const QString from = monday.month() == sunday.month()
                             ? locale.toString(monday, SheetWords::tr("d", "first day of a week within one month"))
                             : locale.toString(monday, SheetWords::tr("d MMMM", "first day of a week"));
    return SheetWords::tr("%1 to %2")
        .arg(from, locale.toString(sunday, SheetWords::tr("d MMMM yyyy", "last day of a week")));
}

/// What most minutes of the week are for.
QString stageTitle(const Certification &certification, const QList<Block> &blocks)
{
    QHash<QString, int> minutes;
    QString most;
    for (const Block &block : blocks) {
        const int sum = minutes[block.stage] += block.minutes;
        if (most.isEmpty() || sum > minutes.value(most))
            most = block.stage;
    }
    const Stage *stage = stageById(certification, most);
    return stage ? stage->title : QString();
}

} // namespace

ScheduleSheet::ScheduleSheet(const PlanDesk &desk, const Metrics &metrics)
    : m_metrics(metrics)
{
    const QList<Block> blocks = desk.allBlocks();
    const std::optional<PlanInputs> inputs = desk.inputs();
    if (blocks.isEmpty() || !inputs)
        return;
    rowHeight = std::max(metrics.mm(7), metrics.lineHeight(metrics.font(bodyPoints)) + metrics.mm(2));
    headHeight = metrics.lineHeight(metrics.font(15, true)) + metrics.lineHeight(metrics.font(bodyPoints)) +
                 metrics.lineHeight(metrics.font(9)) + metrics.mm(7);
    legendLines = (int(desk.certification().domains.size()) + legendColumns) / legendColumns;
    footHeight = (1 + legendLines) * metrics.lineHeight(metrics.font(9)) + metrics.mm(5);
    setColumns(desk.certification(), blocks);

    const Appointment appointment = desk.appointment();
    const QDate first = std::min(inputs->start, blocks.constFirst().date);
    const QDate last = std::max(blocks.constLast().date, appointment.booked() ? appointment.date : first);
    for (QDate monday = first.addDays(1 - first.dayOfWeek()); monday <= last; monday = monday.addDays(7)) {
        QList<Block> week;
        std::copy_if(blocks.cbegin(), blocks.cend(), std::back_inserter(week),
            [&](const Block &block) { return block.date >= monday && block.date < monday.addDays(7); });
        addWeek(desk, monday, first, last, week);
    }
}

void ScheduleSheet::setColumns(const Certification &certification, const QList<Block> &blocks)
{
    const QFont body = m_metrics.font(bodyPoints);
    const double gap = m_metrics.mm(3);
    double start = 0;
    double length = 0;
    double kind = 0;
    double code = 0;
    for (const Block &block : blocks) {
        start = std::max(start, m_metrics.textWidth(body, clockText(block.startMinute)));
        length = std::max(length, m_metrics.textWidth(body, minutesText(block.minutes)));
        kind = std::max(kind, m_metrics.textWidth(body, kindName(block.kind)));
        code =
            std::max(code, m_metrics.textWidth(m_metrics.font(bodyPoints, true), wordsOf(certification, block).code));
    }
    columns.tick = m_metrics.mm(18);
    columns.start = columns.tick + m_metrics.mm(7);
    columns.length = columns.start + start + gap;
    columns.pattern = columns.length + length + gap;
    columns.code = columns.pattern + m_metrics.mm(9);
    columns.kind = columns.code + code + gap;
    columns.title = columns.kind + kind + gap;
    columns.right = m_metrics.width;
    columns.notes = columns.right - m_metrics.mm(30);
    // Where text is large, the notes give way first.
    if (columns.notes - columns.title < m_metrics.mm(45))
        columns.notes = columns.right;
}

double ScheduleSheet::heightOf(const Day &day) const
{
    double rows = 0;
    for (const Row &row : day.rows)
        rows += row.height;
    if (day.rows.isEmpty())
        rows = rowHeight;
    const int smallLines = day.minutes > 0 ? 2 : 1;
    const double label =
        m_metrics.lineHeight(m_metrics.font(11, true)) + m_metrics.lineHeight(m_metrics.font(9)) * smallLines;
    return std::max(rows + (day.note.isEmpty() || day.rows.isEmpty() ? 0 : rowHeight), label) + m_metrics.mm(3);
}

ScheduleSheet::Day ScheduleSheet::makeDay(const PlanDesk &desk, QDate date, const QList<Block> &blocks) const
{
    Day day;
    day.date = date;
    const Appointment appointment = desk.appointment();
    if (appointment.booked() && appointment.date == date) {
        QStringList parts{appointment.time.isValid() ? SheetWords::tr("Exam at %1").arg(clockText(appointment.time))
                                                     : SheetWords::tr("Exam")};
        if (!appointment.place.isEmpty())
            parts.append(appointment.place.simplified());
        day.note = parts.join(QStringLiteral(", "));
    }
    const QFont body = m_metrics.font(bodyPoints);
    const double lineHeight = m_metrics.lineHeight(body);
    for (const Block &block : blocks) {
        if (block.date != date)
            continue;
        Row row{block, wordsOf(desk.certification(), block), 0};
        const double text =
            m_metrics.textHeight(body, row.words.fullTitle, columns.notes - columns.title - m_metrics.mm(3));
        row.height = rowHeight + std::max(0.0, text - lineHeight);
        day.minutes += block.minutes;
        day.rows.append(row);
    }
    if (day.rows.isEmpty() && day.note.isEmpty())
        day.note = SheetWords::tr("Day off");
    day.height = heightOf(day);
    return day;
}

void ScheduleSheet::addWeek(const PlanDesk &desk, QDate monday, QDate first, QDate last, const QList<Block> &blocks)
{
    Page week;
    int minutes = 0;
    for (const Block &block : blocks)
        minutes += block.minutes;
    const QDate lastDay = std::min(monday.addDays(6), last);
    const int number = desk.stageWeek(blocks.isEmpty() ? lastDay : blocks.constLast().date);
    week.title = number > 0
                     ? SheetWords::tr("Week %1 of %2, %3").arg(number).arg(desk.planWeeks()).arg(weekRange(monday))
                     : weekRange(monday);
    const QString stage = stageTitle(desk.certification(), blocks);
    week.subtitle = stage.isEmpty() ? SheetWords::tr("%1 of study").arg(hoursText(minutes))
                                    : SheetWords::tr("%1: %2 of study").arg(stage, hoursText(minutes));
    const Appointment appointment = desk.appointment();
    if (appointment.booked()) {
        const auto days = int(std::max(monday, first).daysTo(appointment.date));
        if (days > 0)
            week.countdown = SheetWords::tr("%n day(s) to the exam", nullptr, int(days));
    }
    QList<Day> days;
    for (QDate date = std::max(monday, first); date <= lastDay; date = date.addDays(1))
        days.append(makeDay(desk, date, blocks));
    paginate(week, days);
}

void ScheduleSheet::paginate(const Page &week, const QList<Day> &days)
{
    const double room = m_metrics.height - headHeight - footHeight;
    Page page = week;
    double used = 0;
    const auto turn = [&] {
        pages.append(page);
        page = week;
        // In front: a long stage is cut at its end.
        page.subtitle = SheetWords::tr("Continued: %1").arg(week.subtitle);
        used = 0;
    };
    for (Day rest : days) {
        if (used > 0 && used + rest.height > room)
            turn();
        while (rest.height > room && rest.rows.size() > 1) {
            Day part = rest;
            while (part.rows.size() > 1 && heightOf(part) > room)
                part.rows.removeLast();
            part.height = heightOf(part);
            rest.rows = rest.rows.mid(part.rows.size());
            rest.continued = true;
            rest.height = heightOf(rest);
            page.days.append(part);
            turn();
        }
        page.days.append(rest);
        used += rest.height;
    }
    pages.append(page);
}

} // namespace lectern
