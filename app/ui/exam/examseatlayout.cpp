// SPDX-License-Identifier: GPL-3.0-or-later
// How the seat is put together: its parts, their keys and what becomes of them in a narrow window.
#include "countdown.h"
#include "dialogs.h"
#include "examdesk.h"
#include "examreview.h"
#include "examseat.h"
#include "examwords.h"
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

} // namespace

QStringList ExamSeat::shortcuts()
{
    return {
        tr("A–D, 1–4") + u'\t' + tr("Choose an option"),
        tr("Backspace") + u'\t' + tr("Clear the answer"),
        tr("F") + u'\t' + tr("Flag or unflag the question"),
        tr("Enter, N") + u'\t' + tr("Next question"),
        tr("P") + u'\t' + tr("Previous question"),
        tr("G") + u'\t' + tr("Go to the grid of questions"),
        tr("R") + u'\t' + tr("Review before submitting"),
        tr("T") + u'\t' + tr("Say the time left"),
        tr("F11") + u'\t' + tr("Full screen"),
    };
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
    m_bar = makeBar();
    column->addWidget(m_bar);
    return body;
}

QWidget *ExamSeat::makeBar()
{
    auto *bar = new QWidget;
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::Base);
    QPushButton *review = plainButton(m_ui.theme, tr("Review"), QStringLiteral("view-list-tree"), QStringLiteral("R"));
    connect(review, &QPushButton::clicked, this, &ExamSeat::review);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setTone(TextLabel::Tone::Muted);
    m_status->setElided(true);
    m_flag->setObjectName(QStringLiteral("flag"));
    m_next->setObjectName(QStringLiteral("next"));
    m_previous->setObjectName(QStringLiteral("previous"));
    review->setObjectName(QStringLiteral("review"));
    auto *row = new QHBoxLayout(bar);
    row->addWidget(m_flag);
    row->addWidget(m_status, 1);
    row->addWidget(review);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    return bar;
}

void ExamSeat::makeShortcuts()
{
    // Children of the questions' view: they rest while the review is shown.
    QWidget *body = m_views->widget(0);
    const auto key = [this](QWidget *owner, const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, owner);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (int index = 0; index < 4; ++index) {
        const auto choose = [this, index] {
            if (index < m_question->options()->count())
                m_question->options()->row(index)->click();
        };
        key(body, Qt::Key(Qt::Key_A + index), choose);
        key(body, Qt::Key(Qt::Key_1 + index), choose);
    }
    for (const Qt::Key back : {Qt::Key_Backspace, Qt::Key_Delete})
        key(body, back, [this] { clearAnswer(); });
    for (const Qt::Key on : {Qt::Key_N, Qt::Key_Return, Qt::Key_Enter})
        key(body, on, [this] { next(); });
    key(body, Qt::Key_P, [this] { previous(); });
    key(body, Qt::Key_F, [this] { toggleFlag(); });
    key(body, Qt::Key_R, [this] { review(); });
    key(body, Qt::Key_G, [this] {
        if (m_compact)
            m_strip->positionButton()->toggle();
        if (m_positions->isVisible())
            m_positions->grid()->cell(m_position)->setFocus(Qt::ShortcutFocusReason);
    });
    key(this, Qt::Key_T, [this] { sayTime(); });
}

void ExamSeat::connectParts()
{
    connect(m_positions->grid(), &PositionGrid::chosen, this, [this](int position) {
        m_strip->positionButton()->setChecked(false);
        moveTo(position);
        m_next->setFocus(Qt::OtherFocusReason);
    });
    connect(m_question, &QuestionView::picked, this, &ExamSeat::pick);
    connect(m_question, &QuestionView::linkActivated, this, [this](const QString &url) {
        if (!m_ui.dialogs.openExternally(url))
            m_ui.messages.showError(tr("No program could be started for %1.").arg(url));
    });
    connect(m_flag, &QPushButton::clicked, this, &ExamSeat::toggleFlag);
    connect(m_previous, &QPushButton::clicked, this, &ExamSeat::previous);
    connect(m_next, &QPushButton::clicked, this, &ExamSeat::next);
    connect(m_review, &ExamReview::chosen, this, [this](int position) {
        backToQuestions();
        moveTo(position);
    });
    connect(m_review, &ExamReview::back, this, &ExamSeat::backToQuestions);
    connect(m_review, &ExamReview::submit, this, &ExamSeat::submit);

    connect(m_log, &SeatLog::failed, this, &ExamSeat::saveFailed);
    connect(m_log, &SeatLog::savedChanged, m_strip, &SeatStrip::setSaved);
    connect(m_log, &SeatLog::recovered, this, [this] { m_ui.messages.showDone(tr("Everything is saved now.")); });

    connect(m_countdown, &Countdown::ticked, this, [this](qint64 left) {
        if (const Attempt *attempt = m_desk.running())
            m_strip->setTime(left, qint64(attempt->setup().minutes) * 60000);
    });
    connect(m_countdown, &Countdown::warned, this, &ExamSeat::sayTime);
    connect(m_countdown, &Countdown::ended, this, &ExamSeat::timeUp);
    connect(m_strip, &SeatStrip::clockToggled, this,
        [this](bool shown) { (void)m_settings.set(Setting::ShowClock, shown); });
    connect(m_strip, &SeatStrip::fullScreenToggled, this,
        [this] { window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen); });
    connect(m_strip, &SeatStrip::positionsToggled, this, [this](bool shown) {
        if (!m_compact)
            return;
        m_positions->setVisible(shown);
        m_question->setVisible(!shown);
    });
}

void ExamSeat::rescale()
{
    const Theme &theme = m_ui.theme;
    m_bar->layout()->setContentsMargins(
        theme.px(space::xl), theme.px(space::s), theme.px(space::xl), theme.px(space::s));
    m_bar->layout()->setSpacing(theme.px(space::s));
    setCompact(width() < theme.px(compactBelow));
}

void ExamSeat::setCompact(bool compact)
{
    m_compact = compact;
    m_strip->setCompact(compact);
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
