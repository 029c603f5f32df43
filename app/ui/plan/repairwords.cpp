// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairwords.h"

#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

class RepairWords
{
    Q_DECLARE_TR_FUNCTIONS(RepairWords)
};

QString placeText(const Block &block)
{
    return RepairWords::tr("%1 %2", "day, time of day").arg(shortDayText(block.date), clockText(block.startMinute));
}

QString scopeFix(PlanScope scope)
{
    switch (scope) {
    case PlanScope::Full:
        return RepairWords::tr("all of the path");
    case PlanScope::Focused:
        return RepairWords::tr("the focused scope");
    case PlanScope::ExamOnly:
        return RepairWords::tr("the scope of the exam only");
    }
    return {};
}

QStringList fixes(const Feasibility &feasibility, QDate today)
{
    QStringList fixes;
    if (feasibility.moreMinutesADay)
        fixes << RepairWords::tr("%n more minute(s) each study day", nullptr, *feasibility.moreMinutesADay);
    if (feasibility.laterExam)
        fixes << RepairWords::tr("an exam on %1").arg(dayText(*feasibility.laterExam, today));
    if (feasibility.smallerScope)
        fixes << scopeFix(*feasibility.smallerScope);
    if (feasibility.fewerProjects)
        fixes << (*feasibility.fewerProjects == ProjectChoice::None ? RepairWords::tr("no project")
                                                                    : RepairWords::tr("one project"));
    return fixes;
}

} // namespace

QString repairName(RepairKind kind)
{
    switch (kind) {
    case RepairKind::Spread:
        return RepairWords::tr("Spread it");
    case RepairKind::UseBuffer:
        return RepairWords::tr("Use the buffer");
    case RepairKind::DropLeast:
        return RepairWords::tr("Drop the least valuable");
    }
    return {};
}

QString repairNote(RepairKind kind)
{
    switch (kind) {
    case RepairKind::Spread:
        return RepairWords::tr("Into free time first; then blocks to come give up to a quarter of their minutes.");
    case RepairKind::UseBuffer:
        return RepairWords::tr("Into the next buffers first; what is left goes into free time.");
    case RepairKind::DropLeast:
        return RepairWords::tr("Into free time first, then in place of what is worth least to the exam.");
    }
    return {};
}

QString answerName(MissedAnswer answer)
{
    switch (answer) {
    case MissedAnswer::Again:
        return RepairWords::tr("Plan it once more");
    case MissedAnswer::Split:
        return RepairWords::tr("Split it over two days");
    case MissedAnswer::Drop:
        return RepairWords::tr("Drop it");
    case MissedAnswer::TenMinutes:
        return RepairWords::tr("Ten minutes of it");
    }
    return {};
}

QString slipText(const Slip &slip)
{
    if (!slip.any())
        return RepairWords::tr("Nothing waits for a new place.");
    QStringList parts;
    if (!slip.owed.isEmpty())
        parts << RepairWords::tr(
            "%n block(s) of days gone by (%1) wait for a new place.", nullptr, static_cast<int>(slip.owed.size()))
                     .arg(hoursText(slip.owedMinutes));
    if (!slip.misplaced.isEmpty())
        parts << RepairWords::tr(
            "%n block(s) to come (%1) cannot stay where they are.", nullptr, static_cast<int>(slip.misplaced.size()))
                     .arg(hoursText(slip.misplacedMinutes));
    return parts.join(u' ');
}

QString changeText(const Certification &certification, const BlockChange &change)
{
    const bool removed = change.what == BlockChange::What::Removed;
    const Block &block = removed ? change.before : change.after;
    const QString where = placeText(block);
    const QString title = wordsOf(certification, block).title;
    switch (change.what) {
    case BlockChange::What::Added:
        return RepairWords::tr("%1: %2, %3, new", "place, title, minutes")
            .arg(where, title, minutesText(block.minutes));
    case BlockChange::What::Removed:
        return RepairWords::tr("%1: %2, %3, goes", "place, title, minutes")
            .arg(where, title, minutesText(block.minutes));
    case BlockChange::What::Resized:
        return RepairWords::tr("%1: %2, %3 instead of %4", "place, title, minutes now, minutes before")
            .arg(where, title, minutesText(block.minutes), minutesText(change.before.minutes));
    case BlockChange::What::Moved:
        break;
    }
    if (block.minutes == change.before.minutes)
        return RepairWords::tr("%1: %2, %3, from %4", "place, title, minutes, place before")
            .arg(where, title, minutesText(block.minutes), placeText(change.before));
    return RepairWords::tr("%1: %2, %3 instead of %4, from %5", "place, title, minutes now and before, place before")
        .arg(where, title, minutesText(block.minutes), minutesText(change.before.minutes), placeText(change.before));
}

QString feasibilityText(const Feasibility &feasibility, QDate today)
{
    if (feasibility.weeks.isEmpty())
        return {};
    const QString pace = QLocale().toString(feasibility.pace, 'f', 2);
    if (feasibility.fits())
        return RepairWords::tr("It fits: at your pace (%1 of planned) %2 are needed, %3 are there.")
            .arg(pace, hoursText(feasibility.neededMinutes), hoursText(feasibility.availableMinutes));
    QString text = RepairWords::tr("At your pace (%1 of planned) %2 do not fit before the exam.")
                       .arg(pace, hoursText(feasibility.missingMinutes()));
    const QStringList ways = fixes(feasibility, today);
    if (ways.isEmpty())
        return text + u' ' + RepairWords::tr("No single change is enough: combine a later date with a smaller scope.");
    QString said = ways.constLast();
    if (ways.size() > 1)
        said = RepairWords::tr("%1, or %2", "the last of several ways")
                   .arg(ways.mid(0, ways.size() - 1).join(RepairWords::tr(", ", "between ways")), said);
    return text + u' ' + RepairWords::tr("It would fit with %1.").arg(said);
}

} // namespace lectern
