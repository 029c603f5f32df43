// SPDX-License-Identifier: GPL-3.0-or-later
#include "examseat.h"

#include "countdown.h"
#include "examdesk.h"
#include "examreview.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "optionlist.h"
#include "positiongrid.h"
#include "positionpanel.h"
#include "questionview.h"
#include "seatbar.h"
#include "seatcurtain.h"
#include "seatlog.h"
#include "seatstrip.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"

#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr qint64 clockReturnsMs = 5 * 60000;

} // namespace

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
    , m_bar(new SeatBar(ui.theme))
    , m_review(new ExamReview(ui.theme))
    , m_curtain(new SeatCurtain(ui.theme))
    , m_menu(new QMenu(this))
    , m_pause(nullptr)
    , m_break(nullptr)
    , m_leave(nullptr)
    , m_abandon(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_views, 1);
    m_views->addWidget(makeBody());
    m_views->addWidget(m_review);
    m_views->addWidget(m_curtain);
    makeActions();
    connectParts();
    connectQuestion();
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
    m_gaveUp = false;
    m_log->forget();
    const AttemptSetup &setup = attempt->setup();
    m_strip->setTitle(attemptTitle(setup, m_guide.certification()), attemptDetail(setup, m_guide.certification()));
    const ClockReading now = m_desk.clock();
    m_strip->setClockShown(
        m_settings.value(Setting::ShowClock).toBool() || (now.limited && now.remainingMs <= clockReturnsMs));
    m_strip->setSaved(true);
    m_bar->setRules(setup.rules.certainty, setup.rules.feedback);
    m_review->setSubmitText(isExam() ? tr("Submit exam") : tr("Finish"));
    m_positions->grid()->setCount(attempt->size());
    m_positions->setLocks(setup.rules.breaks > 0);
    m_positions->filter()->setCurrent(0);
    m_position = attempt->currentPosition();
    bool several = false;
    for (int position = 0; position < attempt->size(); ++position) {
        const Result<Item> item = m_desk.item(position);
        several = several || (item && asked(*item) > 1);
        refresh(position);
    }
    m_positions->setSeveral(several);
    showActions();
    m_views->setCurrentIndex(0);
    m_countdown->start(m_desk.leftBeforeAwayMs());
    if (!m_seated) // time ran out while nobody sat here
        return;
    if (attempt->paused() || attempt->onBreak()) {
        showCurtain();
        return;
    }
    const int first = openFrom(m_position, 1);
    m_firstLook = true;
    if (first >= 0)
        moveTo(first);
    else
        review();
    if (m_seated && first >= 0)
        m_bar->takeFocus();
}

void ExamSeat::close()
{
    m_seated = false;
    m_countdown->stop();
    m_strip->endNotice();
    m_log->forget();
}

int ExamSeat::size() const
{
    const Attempt *attempt = m_desk.running();
    return attempt ? attempt->size() : 0;
}

AttemptRules ExamSeat::rules() const
{
    const Attempt *attempt = m_desk.running();
    return attempt ? attempt->setup().rules : AttemptRules{};
}

bool ExamSeat::isExam() const
{
    const Attempt *attempt = m_desk.running();
    return attempt && (attempt->setup().mode == AttemptMode::Rehearsal || attempt->setup().mode == AttemptMode::Timed);
}

QString ExamSeat::number() const
{
    return QLocale().toString(m_position + 1);
}

SeatMarks ExamSeat::marksOf(int position) const
{
    const Result<Item> item = m_desk.item(position);
    return seatMarks(m_log->state(position), rules().certainty, item ? asked(*item) : 1);
}

int ExamSeat::openFrom(int from, int step) const
{
    for (int position = from; position >= 0 && position < size(); position += step) {
        if (!m_log->state(position).frozen)
            return position;
    }
    return -1;
}

void ExamSeat::moveTo(int position)
{
    if (!m_seated || position < 0 || position >= size())
        return;
    if (m_log->state(position).frozen) {
        announce(tr("Question %1 is locked since the break.").arg(QLocale().toString(position + 1)));
        return;
    }
    const int left = m_position;
    const bool inOptions = m_question->options()->holdsFocus();
    if (left != position) {
        leaveReading();
        if (!m_seated) // time ran out just now
            return;
        m_firstLook = !m_log->state(position).seen;
    }
    m_position = position;
    m_log->show(position);
    if (!m_seated)
        return;
    const Result<Item> item = m_desk.item(position);
    const PositionState state = m_log->state(position);
    if (item)
        m_question->setQuestion(position, *item, m_desk.running()->setup().items.at(position).optionOrder, state);
    else
        m_question->showProblem(position, sentence(item.error()));
    m_positions->grid()->setCurrent(position);
    if (left != position && left < size())
        refresh(left);
    refresh(position);
    if (inOptions)
        m_question->options()->takeFocus();
    announce(positionName(position, marksOf(position)));
}

void ExamSeat::leaveReading()
{
    m_question->saveNote();
    const PositionState state = m_log->state(m_position);
    if (!m_seated || m_over || !state.seen || state.frozen)
        return;
    const bool end = m_question->endSeen();
    if (end ? state.unread : m_firstLook && !state.unread)
        m_log->scrolled(m_position, end);
}

void ExamSeat::next()
{
    const PositionState state = m_log->state(m_position);
    if (rules().feedback && !state.revealed && !state.choice.isEmpty()) {
        reveal();
        return;
    }
    if (state.choice.isEmpty() && !state.revealed && m_question->revealLastOption()) {
        announce(tr("There is more to read below: Enter again goes on."));
        return;
    }
    const int to = openFrom(m_position + 1, 1);
    if (to >= 0)
        moveTo(to);
    else
        review();
}

void ExamSeat::previous()
{
    moveTo(openFrom(m_position - 1, -1));
}

void ExamSeat::review()
{
    const Attempt *attempt = m_desk.running();
    if (!m_seated || !attempt)
        return;
    leaveReading();
    if (!m_seated)
        return;
    refresh(m_position);
    QList<ExamReview::Row> rows;
    for (int position = 0; position < attempt->size(); ++position) {
        const PositionState state = m_log->state(position);
        ExamReview::Row row;
        row.marks = marksOf(position);
        const Result<Item> item = m_desk.item(position);
        if (item && row.marks.mark != Mark::Unseen) {
            row.title = item->title;
            row.letters = letters(state.choice, attempt->setup().items.at(position).optionOrder);
            const Option *option = state.choice.size() == 1 ? item->option(state.choice.constFirst()) : nullptr;
            if (option)
                row.answer = option->text;
            row.asked = asked(*item);
            row.chosen = state.choice.size();
        }
        rows << row;
    }
    m_review->setRows(rows, m_position);
    m_views->setCurrentWidget(m_review);
    m_review->takeFocus();
}

void ExamSeat::backToQuestions()
{
    if (m_log->state(m_position).frozen) {
        const int to = openFrom(0, 1);
        if (to < 0) // every question is locked: nothing is left but to submit
            return;
        moveTo(to);
    }
    m_views->setCurrentIndex(0);
    m_bar->takeFocus();
}

void ExamSeat::tick(const ClockReading &reading)
{
    const Attempt *attempt = m_desk.running();
    if (!attempt)
        return;
    m_strip->setTime(reading, qint64(attempt->setup().minutes) * 60000);
    m_curtain->setTime(reading);
    showPace(reading);
    if (!attempt->paused())
        (void)m_desk.beat(); // without it a crash costs seconds, nothing else
}

void ExamSeat::warn(qint64 remainingMs)
{
    if (remainingMs <= clockReturnsMs)
        m_strip->setClockShown(true); // for this sitting: the setting stays
    m_strip->say(spokenTimeLeft(remainingMs));
    (void)m_desk.warned(); // without it the warning may be given again
}

void ExamSeat::sayTime()
{
    const ClockReading reading = m_desk.clock();
    m_strip->say(reading.limited ? spokenTimeLeft(reading.remainingMs) : spokenTimeUsed(reading.usedMs));
}

void ExamSeat::showPace(const ClockReading &reading)
{
    if (!reading.limited || !m_strip->clockShown()) {
        m_positions->setPace({});
        return;
    }
    const double even = double(size()) * double(reading.usedMs) / double(reading.usedMs + reading.remainingMs);
    m_positions->setPace(m_positions->grid()->count(Mark::Answered) - int(even));
}

void ExamSeat::saveFailed(const Error &error)
{
    if (const ClockReading now = m_desk.clock(); now.limited && now.remainingMs <= 0) {
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
    const PositionState state = m_log->state(position);
    m_positions->grid()->setMarks(position, marksOf(position));
    m_positions->recount();
    if (position == m_position) {
        m_bar->setState(state);
        m_bar->setPreviousEnabled(openFrom(position - 1, -1) >= 0);
    }
    m_strip->setProgress(m_position, size(), m_positions->grid()->count(Mark::Answered));
    showPace(m_desk.clock());
}

void ExamSeat::announce(const QString &sentence)
{
    m_bar->announce(sentence);
}

} // namespace lectern
