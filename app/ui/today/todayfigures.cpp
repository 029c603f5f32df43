// SPDX-License-Identifier: GPL-3.0-or-later
#include "comingup.h"
#include "evidencedesk.h"
#include "examfigure.h"
#include "examwords.h"
#include "figuretile.h"
#include "figurewords.h"
#include "nowcard.h"
#include "plandesk.h"
#include "plannotice.h"
#include "planwords.h"
#include "pointscard.h"
#include "readinessdesk.h"
#include "repairdesk.h"
#include "repairwords.h"
#include "reportdesk.h"
#include "todaypage.h"
#include "weekstrip.h"
#include "widgets.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace lectern
{

namespace
{
/// Far enough ahead to find the next rehearsal without an exam date.
constexpr int horizonDays = 370;

/// What was never hidden comes with the page: showing it before would measure it once more.
void setShown(QWidget &part, bool shown)
{
    if (!shown || part.testAttribute(Qt::WA_WState_ExplicitShowHide))
        part.setVisible(shown);
}
} // namespace

void TodayPage::reload()
{
    const std::optional<PlanInputs> inputs = m_plan.inputs();
    const std::optional<Block> next = m_plan.nextBlock();
    readAfterExam();
    showPlanFigures(inputs, next);
    showReadiness();
    showNow(inputs, next);
    showWeek(inputs);
    showComing();
    showLastResult();
    if (m_painted)
        QTimer::singleShot(0, this, &TodayPage::showReview);
}

void TodayPage::readAfterExam()
{
    const auto results = m_evidence.results();
    m_after = afterExam(
        results ? *results : QList<ExamResult>(), m_plan.appointment(), m_plan.certification().exam, m_plan.today());
    m_away = m_after.state == AfterExam::State::Passed && m_evidence.archived();
}

void TodayPage::showPlanFigures(const std::optional<PlanInputs> &inputs, const std::optional<Block> &next)
{
    const QLocale locale;
    const QDate today = m_plan.today();
    m_examFigure->set(examFigure(m_after, m_plan.appointment(), today));

    const int needed = m_plan.certification().totalHours * 60;
    const int logged = m_plan.loggedMinutes();
    FigureTile::Content time;
    time.caption = tr("Study time");
    time.figure = hoursNumber(logged);
    time.unit = tr("of %1").arg(hoursText(needed));
    time.share = needed > 0 ? double(logged) / needed : 0;
    if (inputs) {
        const int due = m_plan.plannedMinutesUntil(today.addDays(-1));
        time.target = needed > 0 ? std::min(1.0, double(due) / needed) : -1;
        time.note = tr("Plan to date: %1").arg(hoursText(due));
    }
    m_timeFigure->set(time);

    FigureTile::Content week;
    week.caption = tr("Learning path");
    const int current = inputs ? m_plan.stageWeek(today) : 0;
    if (!inputs) {
        week.unit = tr("Make a plan");
        week.note = tr("No plan yet");
    } else {
        week.segments = m_plan.planWeeks();
        week.current = current > 0 ? current : today < inputs->start ? 0 : week.segments;
        week.figure = current > 0 ? tr("Week %1").arg(current) : today < inputs->start ? tr("Soon") : tr("Over");
        week.unit = current > 0 ? tr("of %1").arg(week.segments) : tr("starts %1").arg(shortDayText(inputs->start));
        if (current == 0 && today >= inputs->start)
            week.unit = tr("since %1").arg(shortDayText(inputs->examDate.isValid() ? inputs->examDate : today));
        if (const Stage *stage = next ? stageById(m_plan.certification(), next->stage) : nullptr)
            week.note = stage->title;
    }
    m_weekFigure->set(week);
}

void TodayPage::showReadiness()
{
    const int target = m_readiness.targetPercent();
    FigureTile::Content expected;
    expected.caption = tr("Expected score");
    expected.note = tr("Target %1 %").arg(target);
    // The whole log is replayed for it, which the first frame does not wait for.
    if (!m_painted) {
        m_expectedFigure->set(expected);
        return;
    }
    const QString id = m_readiness.defaultBlueprint();
    const Blueprint *blueprint = m_readiness.certification().blueprint(id);
    const Result<ReadinessReport> report = m_readiness.report(id);
    const bool usable = blueprint && report.ok();
    if (usable && report->answers > 0) {
        expected.figure = percent(report->weighted.mean);
        expected.unit = rangeText(report->weighted);
        expected.share = report->weighted.mean;
        expected.target = target / 100.0;
    } else {
        expected.unit = tr("No answers yet");
    }
    m_expectedFigure->set(expected);
    if (usable)
        m_points->set(*blueprint, *report);
    setShown(*m_points, usable);
}

void TodayPage::showNow(const std::optional<PlanInputs> &inputs, const std::optional<Block> &next)
{
    setShown(*m_noPlan, !inputs && !m_away);
    m_hasBlocks = next.has_value() && !m_away;
    setShown(*m_now, m_hasBlocks || (m_now->reviewed() && !m_away));
    setShown(*m_allDone, inputs && !next && !m_away);
    setShown(*m_haveTime, m_hasBlocks);
    if (!m_hasBlocks) {
        m_nowNote->setText(m_away ? tr("The certification is put away: nothing to do") : QString());
        m_now->set(m_plan.certification(), {});
        return;
    }
    QList<Block> day = m_plan.blocks(next->date, next->date);
    int minutes = 0;
    for (const Block &block : std::as_const(day))
        minutes += block.minutes;
    const int from = day.isEmpty() ? next->startMinute : day.constFirst().startMinute;
    const int to = day.isEmpty() ? next->startMinute : day.constLast().startMinute + day.constLast().minutes;
    const QDate today = m_plan.today();
    const QString date = dayText(next->date, today);
    m_nowNote->setText(
        next->date == today
            ? tr("%1, %2 planned, %3 to %4").arg(date, hoursText(minutes), clockText(from), clockText(to))
            : tr("Nothing left today. Next: %1, %2").arg(date, clockText(next->startMinute)));
    day.removeIf([](const Block &block) { return block.state == BlockState::Done; });
    if (!day.isEmpty())
        m_now->set(m_plan.certification(), day);
}

void TodayPage::showWeek(const std::optional<PlanInputs> &inputs)
{
    setShown(*m_weekSection, inputs.has_value() && !m_away);
    if (!inputs || m_away)
        return;
    const QDate today = m_plan.today();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    const QList<Block> blocks = m_plan.blocks(monday, monday.addDays(6));
    int planned = 0;
    int done = 0;
    for (const Block &block : blocks) {
        planned += block.minutes;
        done += block.state == BlockState::Done ? block.minutes : 0;
    }
    m_weekNote->setText(tr("%1 of %2 done").arg(hoursNumber(done), hoursText(planned)));
    m_week->set(m_plan.certification(), monday, today, blocks, inputs);
    const Slip slip = m_repair.slip();
    m_behind->say(slip.any() ? slipText(slip) : QString());
}

void TodayPage::showComing()
{
    const QDate today = m_plan.today();
    const Appointment appointment = m_plan.appointment();
    const QList<Block> ahead = m_plan.blocks(today, today.addDays(horizonDays));
    QList<ComingUp::Item> items;
    const auto first = [&](BlockKind kind) {
        return std::find_if(ahead.cbegin(), ahead.cend(),
            [&](const Block &block) { return block.kind == kind && block.state == BlockState::Planned; });
    };
    for (const auto &[kind, icon] : {std::pair(BlockKind::Rehearsal, QStringLiteral("chronometer")),
             std::pair(BlockKind::Project, QStringLiteral("view-pim-tasks"))}) {
        const auto block = first(kind);
        if (block != ahead.cend() && !m_away)
            items.append({icon, block->date,
                tr("%1, %2").arg(wordsOf(m_plan.certification(), *block).title, minutesText(block->minutes))});
    }
    if (appointment.booked() && appointment.date >= today) {
        QStringList words{appointment.time.isValid() ? tr("Exam at %1").arg(clockText(appointment.time)) : tr("Exam")};
        if (!appointment.place.isEmpty())
            words.append(appointment.place);
        items.append({QStringLiteral("flag"), appointment.date, words.join(QStringLiteral(", "))});
    }
    const qint64 toRenewal = m_after.renewal.isValid() ? today.daysTo(m_after.renewal) : -1;
    if (toRenewal >= 0 && toRenewal <= renewalNoticeDays)
        items.append({QStringLiteral("flag"), m_after.renewal, tr("Renew the certification")});
    setShown(*m_comingSection, !items.isEmpty());
    m_coming->set(items);
}

void TodayPage::showLastResult()
{
    const std::optional<ReportDesk::Past> last = m_reports.lastResult();
    setShown(*m_lastSection, last.has_value());
    if (!last)
        return;
    m_lastAttempt = raw(last->id);
    m_lastFigure->setText(tr("%1 of %2", "right answers of questions").arg(last->right).arg(last->total));
    const QString day = dayText(m_reports.localTime(last->startedUtcMs).date(), m_plan.today());
    m_lastNote->setText(last->damaged ? tr("%1. Its log is damaged and counts for nothing.").arg(day)
                                      : tr("%1, %2").arg(day, last->title));
}

} // namespace lectern
