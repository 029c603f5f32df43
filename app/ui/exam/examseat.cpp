// SPDX-License-Identifier: GPL-3.0-or-later
#include "examseat.h"

#include "countdown.h"
#include "dialogs.h"
#include "examdesk.h"
#include "examreview.h"
#include "examwords.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "optionlist.h"
#include "positiongrid.h"
#include "positionpanel.h"
#include "questionview.h"
#include "seatlog.h"
#include "seatstrip.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern
{

ExamSeat::ExamSeat(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_guide(guide)
    , m_settings(settings)
    , m_ui(ui)
    , m_log(new SeatLog(desk, this))
    , m_countdown(new Countdown([&desk] { return desk.clock(); }, this))
    , m_strip(new SeatStrip(ui.theme))
    , m_views(new QStackedWidget)
    , m_positions(new PositionPanel(ui.theme))
    , m_divider(hairline(nullptr, Qt::Vertical))
    , m_question(new QuestionView(ui.theme, settings))
    , m_review(new ExamReview(ui.theme))
    , m_bar(nullptr)
    , m_flag(plainButton(ui.theme, tr("Flag"), QStringLiteral("flag"), QStringLiteral("F")))
    , m_previous(plainButton(ui.theme, tr("Previous"), QStringLiteral("go-previous"), QStringLiteral("P")))
    , m_next(primaryButton(ui.theme, tr("Next"), {}, tr("Enter")))
    , m_status(new TextLabel(ui.theme, Theme::Role::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_views, 1);
    m_views->addWidget(makeBody());
    m_views->addWidget(m_review);
    connectParts();
    makeShortcuts();
    connect(&ui.theme, &Theme::changed, this, &ExamSeat::rescale);
    rescale();
}

void ExamSeat::open()
{
    const Attempt *attempt = m_desk.running();
    if (!attempt || m_seated)
        return;
    m_seated = true;
    m_over = false;
    m_log->forget();
    const AttemptSetup &setup = attempt->setup();
    const Blueprint *blueprint = m_guide.certification().blueprint(setup.blueprint);
    m_strip->setTitle(blueprint ? blueprint->title : setup.blueprint,
        tr("%n question(s), %1 min", nullptr, attempt->size()).arg(QLocale().toString(setup.minutes)));
    m_strip->setClockShown(m_settings.value(Setting::ShowClock).toBool());
    m_strip->setSaved(true);
    m_positions->grid()->setCount(attempt->size());
    m_positions->filter()->setCurrent(0);
    for (int position = 0; position < attempt->size(); ++position)
        refresh(position);
    m_views->setCurrentIndex(0);
    m_countdown->start();
    if (m_seated)
        moveTo(attempt->currentPosition());
    m_next->setFocus(Qt::OtherFocusReason);
}

void ExamSeat::close()
{
    m_seated = false;
    m_countdown->stop();
    m_log->forget();
}

int ExamSeat::size() const
{
    const Attempt *attempt = m_desk.running();
    return attempt ? attempt->size() : 0;
}

void ExamSeat::moveTo(int position)
{
    if (!m_seated || position < 0 || position >= size())
        return;
    const int left = m_position;
    const bool inOptions = m_question->options()->holdsFocus();
    m_position = position;
    m_log->show(position);
    if (!m_seated) // time ran out just now
        return;
    const Result<Item> item = m_desk.item(position);
    if (item)
        m_question->setQuestion(
            position, *item, m_desk.running()->setup().items.at(position).optionOrder, m_log->choice(position));
    else
        m_question->showProblem(position, sentence(item.error()));
    m_positions->grid()->setCurrent(position);
    if (left != position && left < size())
        refresh(left);
    refresh(position);
    m_previous->setEnabled(position > 0);
    if (inOptions)
        m_question->options()->takeFocus();
    announce(positionName(
        position, m_log->choice(position).isEmpty() ? Mark::Blank : Mark::Answered, m_log->flagged(position)));
}

void ExamSeat::next()
{
    if (m_log->choice(m_position).isEmpty() && m_question->revealLastOption()) {
        announce(tr("There is more to read below: Enter again goes on."));
        return;
    }
    if (m_position + 1 < size())
        moveTo(m_position + 1);
    else
        review();
}

void ExamSeat::previous()
{
    moveTo(m_position - 1);
}

void ExamSeat::pick(const QString &option)
{
    if (!m_seated || m_over || m_log->choice(m_position) == QStringList{option})
        return;
    m_log->answer(m_position, {option});
    if (!m_seated)
        return;
    m_question->setChoice(m_log->choice(m_position));
    refresh(m_position);
    const QString chosen = letter(m_question->options()->chosen());
    const QString number = QLocale().toString(m_position + 1);
    announce(m_log->saved() ? tr("Question %1: %2 saved").arg(number, chosen)
                            : tr("Question %1: %2 not saved yet, kept in memory").arg(number, chosen));
}

void ExamSeat::clearAnswer()
{
    if (!m_seated || m_over || m_log->choice(m_position).isEmpty())
        return;
    m_log->answer(m_position, {});
    if (!m_seated)
        return;
    m_question->setChoice({});
    refresh(m_position);
    announce(tr("Question %1: answer cleared").arg(QLocale().toString(m_position + 1)));
}

void ExamSeat::toggleFlag()
{
    if (!m_seated || m_over)
        return;
    m_log->setFlag(m_position, !m_log->flagged(m_position));
    if (!m_seated)
        return;
    refresh(m_position);
    const QString number = QLocale().toString(m_position + 1);
    announce(m_log->flagged(m_position) ? tr("Question %1 flagged").arg(number)
                                        : tr("Question %1 no longer flagged").arg(number));
}

void ExamSeat::review()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || !attempt)
        return;
    QList<ExamReview::Row> rows;
    for (int position = 0; position < attempt->size(); ++position) {
        ExamReview::Row row;
        row.mark = m_positions->grid()->cell(position)->mark();
        row.flagged = m_log->flagged(position);
        const Result<Item> item = m_desk.item(position);
        if (item && row.mark != Mark::Unseen) {
            row.title = item->title;
            const QString chosen = m_log->choice(position).value(0);
            if (const Option *option = item->option(chosen)) {
                row.letter = letter(int(attempt->setup().items.at(position).optionOrder.indexOf(chosen)));
                row.answer = option->text;
            }
        }
        rows << row;
    }
    m_review->setRows(rows, m_position);
    m_views->setCurrentWidget(m_review);
    m_review->takeFocus();
}

void ExamSeat::backToQuestions()
{
    m_views->setCurrentIndex(0);
    m_next->setFocus(Qt::OtherFocusReason);
}

void ExamSeat::submit()
{
    const int blank = size() - m_positions->grid()->count(Mark::Answered);
    const int flagged = m_positions->grid()->flaggedCount();
    QStringList detail;
    if (flagged > 0)
        detail << tr("Still flagged: %n question(s).", nullptr, flagged);
    if (blank > 0)
        detail << tr("Blank questions count as wrong.");
    detail << tr("Answers cannot be changed after this.");
    const QString question = blank > 0 ? tr("Submit with %n blank?", nullptr, blank) : tr("Submit the exam?");
    if (!m_ui.dialogs.confirm(this, question, detail.join(u' '), tr("Submit exam")))
        return;
    if (!m_seated) // time ran out while the question stood
        return;
    handIn();
}

void ExamSeat::handIn()
{
    if (!m_seated)
        return;
    const Outcome submitted = m_log->submit();
    if (submitted)
        return;
    if (m_desk.clock().remainingMs <= 0)
        timeUp();
    else
        m_ui.messages.showError(tr("The exam is not submitted yet. %1").arg(sentence(submitted.error())),
            tr("Try again"), [this] { handIn(); });
}

void ExamSeat::timeUp()
{
    const int lost = m_log->unsavedCount();
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

void ExamSeat::sayTime()
{
    announce(spokenTimeLeft(m_desk.clock().remainingMs));
}

void ExamSeat::saveFailed(const Error &error)
{
    if (m_desk.clock().remainingMs <= 0) {
        timeUp();
        return;
    }
    m_ui.messages.showError(tr("Not saved yet, kept in memory. %1").arg(sentence(error)), tr("Try again"), [this] {
        if (!m_seated)
            return;
        if (const Outcome stored = m_log->retry(); !stored)
            saveFailed(stored.error());
    });
}

void ExamSeat::refresh(int position)
{
    Mark mark = Mark::Unseen;
    if (!m_log->choice(position).isEmpty())
        mark = Mark::Answered;
    else if (m_log->seen(position))
        mark = Mark::Blank;
    m_positions->grid()->setState(position, mark, m_log->flagged(position));
    showProgress();
}

void ExamSeat::showProgress()
{
    m_positions->recount();
    m_strip->setProgress(m_position, size(), m_positions->grid()->count(Mark::Answered));
    m_flag->setText(m_log->flagged(m_position) ? tr("Unflag") : tr("Flag"));
}

void ExamSeat::announce(const QString &sentence)
{
    m_status->setText(sentence);
    m_status->setToolTip(sentence);
}

} // namespace lectern
