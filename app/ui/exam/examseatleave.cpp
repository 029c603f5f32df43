// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of the seat: for a while, for today and for good.
#include "dialogs.h"
#include "examdesk.h"
#include "examreview.h"
#include "examseat.h"
#include "messagebar.h"
#include "positiongrid.h"
#include "positionpanel.h"
#include "seatcurtain.h"
#include "seatlog.h"
#include "seatstrip.h"
#include "ui.h"

#include <QAction>
#include <QKeySequence>
#include <QStackedWidget>

namespace lectern
{

bool ExamSeat::told(const Outcome &outcome, const QString &what)
{
    if (outcome)
        return true;
    // While the log cannot be written, its own message says so already.
    m_ui.messages.showError(tr("%1 %2", "what failed, why").arg(what, sentence(outcome.error())));
    return false;
}

void ExamSeat::showActions()
{
    const Attempt *attempt = m_desk.running();
    if (!attempt)
        return;
    const bool away = attempt->paused() || attempt->onBreak();
    const bool pausable = attempt->setup().rules.pausable;
    const bool breaks = attempt->breaksLeft() > 0;
    m_pause->setVisible(pausable);
    m_pause->setEnabled(pausable && !away);
    m_leave->setVisible(pausable);
    m_leave->setEnabled(pausable);
    m_break->setVisible(breaks);
    m_break->setEnabled(breaks && !away);
    // Out of use it stays in its place, so that the clock beside it does.
    const QAction *shown = pausable ? m_pause : attempt->setup().rules.breaks > 0 ? m_break : nullptr;
    m_strip->setPause(shown ? shown->iconText() : QString(),
        shown ? shown->shortcut().toString(QKeySequence::NativeText) : QString(), shown && shown->isEnabled());
    m_strip->setMenuName(pausable ? tr("Pause or leave") : tr("Ways to leave"));
}

void ExamSeat::pause()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || m_over || !attempt || attempt->paused())
        return;
    if (told(m_log->pause(), tr("The clock could not be stopped.")) && m_seated)
        showCurtain();
}

void ExamSeat::takeBreak()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || m_over || !attempt || attempt->onBreak() || attempt->breaksLeft() <= 0)
        return;
    int seen = 0;
    for (int position = 0; position < attempt->size(); ++position)
        seen += m_log->state(position).seen;
    const QString clock = attempt->setup().rules.breaksStopClock ? tr("The clock is stopped until you come back.")
                                                                 : tr("The clock goes on meanwhile.");
    const QString locks =
        tr("%n question(s) seen so far will be locked: they cannot be opened or changed again.", nullptr, seen);
    if (!m_ui.dialogs.confirm(this, tr("Take the break?"), locks + u' ' + clock, tr("Take the break")))
        return;
    if (!m_seated) // time ran out while the question stood
        return;
    if (told(m_log->beginBreak(), tr("The break could not begin.")) && m_seated)
        showCurtain();
}

void ExamSeat::showCurtain()
{
    const Attempt *attempt = m_desk.running();
    for (int position = 0; position < attempt->size(); ++position)
        refresh(position);
    if (attempt->onBreak())
        m_curtain->showBreak(m_positions->grid()->count(&SeatMarks::frozen), attempt->setup().rules.breaksStopClock);
    else
        m_curtain->showPause();
    m_curtain->setTime(m_desk.clock());
    m_strip->endNotice();
    m_strip->positionButton()->setEnabled(false);
    m_views->setCurrentWidget(m_curtain);
    showActions();
    m_curtain->takeFocus();
}

void ExamSeat::goOn()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || !attempt)
        return;
    const bool wasBreak = attempt->onBreak();
    if (!told(wasBreak ? m_log->endBreak() : m_log->proceed(), tr("It does not go on yet.")) || !m_seated)
        return;
    m_strip->positionButton()->setEnabled(true);
    showActions();
    int to = openFrom(m_position, 1);
    if (to < 0)
        to = openFrom(0, 1);
    if (to < 0) {
        review();
        return;
    }
    m_firstLook = m_firstLook && to == m_position;
    moveTo(to);
    if (m_seated)
        backToQuestions();
}

void ExamSeat::leaveForToday()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || !attempt || !attempt->setup().rules.pausable)
        return;
    if (!attempt->paused() && !told(m_log->pause(), tr("The clock could not be stopped.")))
        return;
    if (told(m_log->park(), tr("It could not be put aside.")))
        m_ui.messages.showInfo(tr("Put aside. The set-up page offers to go on, on any day."));
}

void ExamSeat::abandon()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || !attempt)
        return;
    int seen = 0;
    bool sealed = false;
    for (int position = 0; position < attempt->size(); ++position) {
        seen += m_log->state(position).seen;
        sealed = sealed || !attempt->setup().items.at(position).reserve.isEmpty();
    }
    const bool rehearsal = attempt->setup().mode == AttemptMode::Rehearsal;
    QStringList detail{tr("There will be no result.")};
    if (sealed) {
        detail.prepend(tr("%n question(s) you have seen are spent: no rehearsal asks them again.", nullptr, seen));
        detail << tr("The rest stay sealed.");
    } else if (attempt->setup().rules.pausable) {
        detail << tr("Leave for today instead, and you can go on with it another day.");
    }
    if (!m_ui.dialogs.confirm(this, rehearsal ? tr("Abandon the rehearsal?") : tr("Abandon this attempt?"),
            detail.join(u' '), tr("Abandon")))
        return;
    if (!m_seated)
        return;
    m_gaveUp = true; // before the desk says that the attempt is over
    m_gaveUp = told(m_log->abandon(), tr("It is not abandoned yet."));
    if (m_gaveUp)
        m_ui.messages.showInfo(tr("Abandoned, without a result."));
}

void ExamSeat::submit()
{
    const int incomplete = m_positions->grid()->count(Mark::Incomplete);
    const int blank = size() - incomplete - m_positions->grid()->count(Mark::Answered);
    const int flagged = m_positions->grid()->count(&SeatMarks::flagged);
    QStringList detail;
    if (flagged > 0)
        detail << tr("Still flagged: %n question(s).", nullptr, flagged);
    if (blank > 0)
        detail << tr("Blank questions count as wrong.");
    if (incomplete > 0)
        detail << tr("Fewer chosen than asked, which counts as wrong: %n question(s).", nullptr, incomplete);
    detail << tr("Answers cannot be changed after this.");
    QString question = isExam() ? tr("Submit the exam?") : tr("Finish?");
    QStringList missing;
    if (blank > 0)
        missing << tr("%n blank", nullptr, blank);
    if (incomplete > 0)
        missing << tr("%n incomplete", nullptr, incomplete);
    if (!missing.isEmpty())
        question =
            (isExam() ? tr("Submit with %1?", "%1: 3 blank, 1 incomplete") : tr("Finish with %1?", "%1: 3 blank"))
                .arg(missing.join(tr(", ")));
    const QString action = isExam() ? tr("Submit exam") : tr("Finish");
    if (!m_ui.dialogs.confirm(this, question, detail.join(u' '), action))
        return;
    if (m_seated) // else time ran out while the question stood
        handIn();
}

void ExamSeat::handIn()
{
    if (!m_seated)
        return;
    const Outcome submitted = m_log->submit();
    if (submitted)
        return;
    if (const ClockReading now = m_desk.clock(); now.limited && now.remainingMs <= 0)
        timeUp();
    else
        m_ui.messages.showError(tr("The exam is not submitted yet. %1").arg(sentence(submitted.error())),
            tr("Try again"), [this] { handIn(); });
}

void ExamSeat::timeUp()
{
    const int lost = m_log->unsavedAnswers();
    const Outcome ended = m_log->timeOut();
    if (ended) {
        if (lost > 0)
            m_ui.messages.showError(
                tr("Time is up. Not saved in time, and so not counted: %n answer(s).", nullptr, lost));
        else
            m_ui.messages.showInfo(tr("Time is up. Everything you had answered counts."));
        return;
    }
    if (!m_over) // the countdown asks again each second; one message is enough
        m_ui.messages.showError(
            tr("Time is up, but the profile cannot be written yet. %1").arg(sentence(ended.error())));
    m_over = true;
}

} // namespace lectern
