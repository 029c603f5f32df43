// SPDX-License-Identifier: GPL-3.0-or-later
// How the seat is put together: its parts, their keys and what becomes of them in a narrow window.
#include "countdown.h"
#include "examdesk.h"
#include "examreview.h"
#include "examseat.h"
#include "icons.h"
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

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <functional>

namespace lectern
{

namespace
{

constexpr int compactBelow = 900; ///< pixels at 100 % text
constexpr int narrowest = 480;
constexpr int lettersAsKeys = 5; ///< F flags

} // namespace

QStringList ExamSeat::shortcuts()
{
    const QStringList seat{
        tr("A–E, 1–9") + u'\t' + tr("Choose an option"),
        tr("Backspace") + u'\t' + tr("Clear the answer"),
        tr("F") + u'\t' + tr("Flag or unflag the question"),
        tr("U") + u'\t' + tr("Mark as unsure, or take that back"),
        tr("S, U, G") + u'\t' + tr("Rate the answer where answers are rated: sure, unsure, guess"),
        tr("K") + u'\t' + tr("Show the answer, while studying"),
        tr("Enter, N") + u'\t' + tr("Next question"),
        tr("P") + u'\t' + tr("Previous question"),
        tr("G, Ctrl+G") + u'\t' + tr("Go to the grid of questions; Ctrl+G where answers are rated"),
        tr("R") + u'\t' + tr("Review before submitting"),
        tr("T") + u'\t' + tr("Say the time left"),
        tr("M") + u'\t' + tr("Ways to pause or leave"),
        tr("Ctrl+P") + u'\t' + tr("Pause"),
        tr("Ctrl+B") + u'\t' + tr("Take the break of a rehearsal"),
        tr("Ctrl+L") + u'\t' + tr("Leave for today, to go on another day"),
        tr("Ctrl+Shift+A") + u'\t' + tr("Abandon the attempt"),
        tr("F11") + u'\t' + tr("Full screen"),
    };
    return seat + QuestionView::shortcuts();
}

QWidget *ExamSeat::makeBody()
{
    auto *body = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_positions);
    row->addWidget(m_divider);
    row->addWidget(m_question, 1);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(hairline());
    column->addWidget(m_bar);
    return body;
}

void ExamSeat::makeActions()
{
    const auto add = [this](const QString &text, const QString &icon, const QString &keys, void (ExamSeat::*act)()) {
        auto *action = new QAction(symbolicIcon(m_ui.theme, icon), text, this);
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, act);
        connect(&m_ui.theme, &Theme::changed, action,
            [this, action, icon] { action->setIcon(symbolicIcon(m_ui.theme, icon)); });
        addAction(action);
        m_menu->addAction(action);
        return action;
    };
    m_pause = add(tr("Pause"), QStringLiteral("media-playback-pause"), QStringLiteral("Ctrl+P"), &ExamSeat::pause);
    m_break = add(
        tr("Take the break…"), QStringLiteral("media-playback-pause"), QStringLiteral("Ctrl+B"), &ExamSeat::takeBreak);
    m_leave = add(tr("Leave for today"), QStringLiteral("go-home"), QStringLiteral("Ctrl+L"), &ExamSeat::leaveForToday);
    m_abandon = add(tr("Abandon…"), QStringLiteral("window-close"), QStringLiteral("Ctrl+Shift+A"), &ExamSeat::abandon);
}

void ExamSeat::makeShortcuts()
{
    // Children of the questions' view: they rest while the review or the curtain is shown.
    QWidget *body = m_views->widget(0);
    const auto key = [this](QWidget *owner, const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, owner);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto choose = [this](int index) {
        if (index < m_question->options()->count())
            m_question->options()->row(index)->click();
    };
    for (int index = 0; index < lettersAsKeys; ++index)
        key(body, Qt::Key(Qt::Key_A + index), [choose, index] { choose(index); });
    for (int index = 0; index < 9; ++index)
        key(body, Qt::Key(Qt::Key_1 + index), [choose, index] { choose(index); });
    for (const Qt::Key back : {Qt::Key_Backspace, Qt::Key_Delete})
        key(body, back, [this] { clearAnswer(); });
    for (const Qt::Key on : {Qt::Key_N, Qt::Key_Return, Qt::Key_Enter})
        key(body, on, [this] { next(); });
    key(body, Qt::Key_P, [this] { previous(); });
    key(body, Qt::Key_F, [this] { toggleFlag(); });
    key(body, Qt::Key_K, [this] { reveal(); });
    key(body, Qt::Key_R, [this] { review(); });
    key(body, Qt::Key_S, [this] { rate(Certainty::Sure); });
    key(body, Qt::Key_U, [this] {
        if (rules().certainty)
            rate(Certainty::Unsure);
        else
            toggleUnsure();
    });
    const auto toGrid = [this] {
        if (m_compact)
            m_strip->positionButton()->toggle();
        if (m_positions->isVisible())
            m_positions->grid()->cell(m_position)->setFocus(Qt::ShortcutFocusReason);
    };
    key(body, Qt::Key_G, [this, toGrid] {
        if (rules().certainty)
            rate(Certainty::Guess);
        else
            toGrid();
    });
    key(body, Qt::CTRL | Qt::Key_G, toGrid);
    key(this, Qt::Key_T, [this] { sayTime(); });
}

void ExamSeat::connectParts()
{
    connect(m_positions->grid(), &PositionGrid::chosen, this, [this](int position) {
        m_strip->positionButton()->setChecked(false);
        moveTo(position);
        m_bar->takeFocus();
    });
    connect(m_bar, &SeatBar::flag, this, &ExamSeat::toggleFlag);
    connect(m_bar, &SeatBar::unsure, this, &ExamSeat::toggleUnsure);
    connect(m_bar, &SeatBar::rated, this, &ExamSeat::rate);
    connect(m_bar, &SeatBar::reveal, this, &ExamSeat::reveal);
    connect(m_bar, &SeatBar::review, this, &ExamSeat::review);
    connect(m_bar, &SeatBar::previous, this, &ExamSeat::previous);
    connect(m_bar, &SeatBar::next, this, &ExamSeat::next);
    connect(m_review, &ExamReview::chosen, this, [this](int position) {
        if (m_log->state(position).frozen) {
            m_ui.messages.showInfo(tr("Question %1 is locked since the break.").arg(QLocale().toString(position + 1)));
            return;
        }
        moveTo(position);
        backToQuestions();
    });
    connect(m_review, &ExamReview::back, this, &ExamSeat::backToQuestions);
    connect(m_review, &ExamReview::submit, this, &ExamSeat::submit);
    connect(m_curtain, &SeatCurtain::goOn, this, &ExamSeat::goOn);
    connect(m_curtain, &SeatCurtain::leave, this, &ExamSeat::leaveForToday);
    connect(m_curtain, &SeatCurtain::abandon, this, &ExamSeat::abandon);

    connect(m_log, &SeatLog::failed, this, &ExamSeat::saveFailed);
    connect(m_log, &SeatLog::refused, this, [this](const Error &error) { m_ui.messages.showError(error); });
    connect(m_log, &SeatLog::savedChanged, m_strip, &SeatStrip::setSaved);
    connect(m_log, &SeatLog::recovered, this, [this] { m_ui.messages.showDone(tr("Everything is saved now.")); });
    connect(m_countdown, &Countdown::ticked, this, &ExamSeat::tick);
    connect(m_countdown, &Countdown::warned, this, &ExamSeat::warn);
    connect(m_countdown, &Countdown::ended, this, &ExamSeat::timeUp);

    connect(m_strip, &SeatStrip::clockToggled, this, [this](bool shown) {
        (void)m_settings.set(Setting::ShowClock, shown);
        showPace(m_desk.clock());
    });
    connect(m_strip, &SeatStrip::fullScreenToggled, this,
        [this] { window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen); });
    connect(m_strip, &SeatStrip::pauseClicked, this, [this] { (rules().pausable ? m_pause : m_break)->trigger(); });
    connect(m_strip, &SeatStrip::menuClicked, this, [this] {
        const QWidget *button = m_strip->menuButton();
        m_menu->popup(button->mapToGlobal(
            QPoint(isRightToLeft() ? 0 : button->width() - m_menu->sizeHint().width(), button->height())));
        m_menu->setActiveAction(m_menu->actions().constFirst());
    });
    connect(m_strip, &SeatStrip::positionsToggled, this, [this](bool shown) {
        if (!m_compact)
            return;
        m_positions->setVisible(shown);
        m_question->setVisible(!shown);
    });
}

void ExamSeat::connectQuestion()
{
    connect(m_question, &QuestionView::choiceMade, this, &ExamSeat::setAnswer);
    connect(m_question, &QuestionView::struckChanged, this, &ExamSeat::strike);
    connect(m_question, &QuestionView::highlightToggled, this, &ExamSeat::highlight);
    connect(m_question, &QuestionView::noteChanged, this, &ExamSeat::note);
    connect(m_question, &QuestionView::endReached, this, &ExamSeat::endReached);
    connect(m_question, &QuestionView::said, this, &ExamSeat::announce);
    connect(m_question, &QuestionView::linkActivated, this, &ExamSeat::linkActivated);
    connect(m_bar, &SeatBar::strike, m_question, &QuestionView::strikeFocused);
}

void ExamSeat::rescale()
{
    const Theme &theme = m_ui.theme;
    setCompact(width() < theme.px(compactBelow));
}

void ExamSeat::setCompact(bool compact)
{
    m_compact = compact;
    m_strip->setCompact(compact);
    m_bar->setCompact(compact);
    m_strip->positionButton()->setChecked(false);
    m_positions->setWide(compact);
    m_positions->setVisible(!compact);
    m_divider->setVisible(!compact);
    m_question->show();
}

QSize ExamSeat::minimumSizeHint() const
{
    return {m_ui.theme.px(narrowest), QWidget::minimumSizeHint().height()};
}

void ExamSeat::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((width() < m_ui.theme.px(compactBelow)) != m_compact)
        setCompact(!m_compact);
}

} // namespace lectern
