// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "certification.h"
#include "plan.h"

#include <QHash>

namespace lectern
{

class PlanDesk;

/// What the printed sheets of the plan are made of, read once for all of them. Weeks are those of the calendar, Monday
/// first.
struct PlanPaper {
    explicit PlanPaper(const PlanDesk &desk);
    PlanPaper(const Certification &certification, const QList<Block> &blocks, const PlanInputs &inputs,
        const Appointment &appointment, QDate today);

    Certification certification;
    QList<Block> blocks; ///< in the order of a calendar
    PlanInputs inputs;
    Appointment appointment;
    QDate today;     ///< study day
    QDate printedOn; ///< the same unless it is after midnight
    QDate first;     ///< of the plan or its blocks
    QDate last;      ///< of its blocks or the exam

    bool empty() const { return blocks.isEmpty(); }
    QList<Block> day(QDate date) const { return m_days.value(date); }
    QList<Block> between(QDate from, QDate to) const;
    /// Whether the plan has something to say of that day.
    bool covers(QDate date) const { return date >= first && date <= last; }
    bool isExam(QDate date) const { return appointment.booked() && appointment.date == date; }
    int weeks() const;
    int week(QDate date) const; ///< 1-based

    /// "Exam at 10:00, Test centre", "Day off", "Nothing planned"; empty for other days.
    QString note(QDate date) const;
    /// "47 days to the exam"; empty on its day, after it and without one.
    QString countdown(QDate from) const;
    /// "Saturday 9 January 2027, 10:00"; empty without an appointment.
    QString examTime() const;

private:
    QHash<QDate, QList<Block>> m_days;
};

QDate mondayOf(QDate date);
/// "27 h of study, 1 h of buffer"
QString effortText(const QList<Block> &blocks);
/// Title of the stage that most minutes are for; empty for none.
QString mainStage(const Certification &certification, const QList<Block> &blocks);
/// What became of a block where a tick does not say it: "45 min done", "excused"; mostly empty.
QString outcomeText(const Block &block);

} // namespace lectern
