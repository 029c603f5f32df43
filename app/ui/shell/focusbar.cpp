// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusbar.h"

#include "actionbutton.h"
#include "focusclock.h"
#include "focuswords.h"
#include "historydesk.h"
#include "icons.h"
#include "messagebar.h"
#include "planwords.h"
#include "theme.h"
#include "widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr qint64 secondMs = 1000;
constexpr double minuteMs = 60.0 * secondMs;
constexpr int lineHeight = 2;
constexpr int leastTitleWidth = 140;

} // namespace

FocusBar::FocusBar(FocusDesk &desk, HistoryDesk &history, const Certification &certification, MessageBar &messages,
    const Theme &theme, QWidget *window)
    : QFrame(window)
    , m_desk(desk)
    , m_history(history)
    , m_certification(certification)
    , m_messages(messages)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_chip(new Chip(theme, {}, -1, this))
    , m_title(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_clock(new FocusClock(theme, this))
    , m_timer(new QTimer(this))
{
    setAccessibleName(tr("Focus timer"));
    setObjectName(QStringLiteral("focusBar"));
    m_title->setObjectName(QStringLiteral("focusTitle"));
    m_title->setBold(true);
    m_title->setElided(true);
    m_timer->setSingleShot(true);

    auto *row = new QHBoxLayout(this);
    // It gives up labels instead of holding the window open.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->addWidget(m_icon);
    row->addWidget(m_chip);
    row->addWidget(m_title, 1);
    row->addWidget(m_clock);
    m_go = makeAct("focusGo", QStringLiteral("media-playback-pause"), QStringLiteral("Ctrl+Shift+P"),
        tr("Pause the focus timer, or go on"), window);
    m_done = makeAct("focusDone", QStringLiteral("checkmark"), QStringLiteral("Ctrl+Shift+D"),
        tr("Log the focus time: the block is done"), window);
    m_stop = makeAct("focusStop", QStringLiteral("media-playback-stop"), QStringLiteral("Ctrl+Shift+S"),
        tr("Log the focus time: enough for now"), window);
    m_discard = makeAct("focusDiscard", QStringLiteral("edit-delete"), QStringLiteral("Ctrl+Shift+Del"),
        tr("Discard the focus time"), window);

    connect(m_go.action, &QAction::triggered, this, &FocusBar::proceed);
    connect(m_done.action, &QAction::triggered, this, [this] { finish(true); });
    connect(m_stop.action, &QAction::triggered, this, &FocusBar::stop);
    connect(m_discard.action, &QAction::triggered, this, &FocusBar::discard);
    connect(m_timer, &QTimer::timeout, this, &FocusBar::tick);
    connect(&m_desk, &FocusDesk::changed, this, &FocusBar::refresh);
    connect(&m_theme, &Theme::changed, this, &FocusBar::restyle);
    hide();
    restyle();
    refresh();
}

FocusBar::Act FocusBar::makeAct(
    const char *name, const QString &icon, const QString &keys, const QString &text, QWidget *window)
{
    auto *action = new QAction(text, this);
    action->setShortcut(QKeySequence(keys));
    window->addAction(action);
    auto *button = new ActionButton(m_theme, ActionButton::Kind::Plain, {}, icon, {});
    button->setObjectName(QLatin1String(name));
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return {button, action, {}};
}

void FocusBar::set(Act &act, bool offered, const QString &label)
{
    act.label = label;
    act.button->setVisible(offered);
    act.button->setAccessibleName(label);
    act.button->setToolTip(
        QStringLiteral("%1 (%2)").arg(label, act.action->shortcut().toString(QKeySequence::NativeText)));
    act.action->setEnabled(offered && !m_folded);
}

void FocusBar::setActs(const FocusDesk::Reading &reading)
{
    const bool working = m_mode == Mode::Working;
    const bool found = m_mode == Mode::Found;
    const bool asking = m_mode == Mode::Asking;
    const QString minutes = minutesText(reading.minutes());
    m_go.button->setIconName(
        reading.running && !asking ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start"));
    set(m_go, working || found || asking,
        asking            ? tr("Keep at it")
        : found           ? tr("Continue")
        : reading.running ? tr("Pause")
                          : tr("Resume"));
    set(m_done, working, tr("Done"));
    set(m_stop, working || asking || (found && reading.minutes() > 0),
        asking  ? tr("Log %1 and start").arg(minutes)
        : found ? tr("Log %1").arg(minutes)
                : tr("Stop for now"));
    set(m_discard, working || found || m_mode == Mode::Gone, tr("Discard"));
}

void FocusBar::setTitle(const QString &text, const QString &heard)
{
    // A label that has a name of its own tells screen readers of that only.
    if (m_title->accessibleName() != heard)
        m_title->setAccessibleName(heard);
    if (m_title->text() != text)
        m_title->setText(text);
}

void FocusBar::refresh()
{
    const auto reading = m_desk.reading();
    if (!reading)
        m_wanted.reset();
    m_mode = !reading          ? Mode::None
             : !reading->block ? Mode::Gone
             : m_wanted        ? Mode::Asking
             : reading->found  ? Mode::Found
                               : Mode::Working;
    // Screen readers leave out what is hidden when its name changes.
    setVisible(reading && !m_folded);
    if (!reading)
        m_title->setAccessibleName({});
    setActs(reading.value_or(FocusDesk::Reading()));
    m_clock->setVisible(m_mode == Mode::Working);
    m_chip->setVisible(reading && reading->block);
    if (reading && reading->block) {
        const BlockWords words = wordsOf(m_certification, *reading->block);
        m_chip->set(words.code, words.domain);
        m_clock->setWidest(widestFocusTime(*reading));
    }
    tick();
    fitWidth();
}

void FocusBar::tick()
{
    const Outcome kept = m_desk.tick();
    if (!kept && !m_unkept)
        m_messages.showError(
            tr("The focus timer runs, but what it counts cannot be kept for now. %1").arg(sentence(kept.error())));
    m_unkept = !kept.ok();

    m_timer->stop();
    const auto reading = m_desk.reading();
    if (!reading)
        return;
    if (reading->running)
        m_timer->start(int(secondMs - reading->workedMs % secondMs));
    const QString unlogged = focusUnlogged(m_certification, *reading, m_desk.today());
    const QString question = tr("Start the other block? %1").arg(unlogged);
    switch (m_mode) {
    case Mode::Working:
        setTitle(focusBlock(m_certification, *reading), focusHeard(m_certification, *reading));
        break;
    case Mode::Asking:
        setTitle(question, question);
        break;
    case Mode::Found:
        setTitle(unlogged, unlogged);
        break;
    default:
        setTitle(tr("The block of this timer is no longer in the plan"),
            tr("The block of the focus timer is no longer in the plan"));
    }
    m_clock->setText(focusTime(*reading));
    const QRect before = progress();
    m_share = reading->block ? std::min(1.0, double(reading->totalMs()) / (reading->block->minutes * minuteMs)) : 0;
    if (progress() != before)
        update(progress() | before);
}

void FocusBar::start(BlockId block)
{
    m_wanted.reset();
    const Outcome outcome = m_desk.start(block);
    if (outcome) {
        Q_EMIT started(*m_desk.reading()->block);
        return;
    }
    if (outcome.error().code != ErrorCode::NotAllowed) {
        m_messages.showError(outcome.error());
        return;
    }
    m_wanted = block;
    refresh();
    m_stop.button->setFocus(Qt::OtherFocusReason);
}

void FocusBar::proceed()
{
    const auto reading = m_desk.reading();
    if (!reading)
        return;
    if (m_mode == Mode::Asking) {
        m_wanted.reset();
        refresh();
        return;
    }
    if (const Outcome outcome = reading->running ? m_desk.pause() : m_desk.resume(); !outcome)
        m_messages.showError(outcome.error());
    else if (reading->found && reading->block)
        Q_EMIT started(*reading->block);
}

void FocusBar::finish(bool saidDone)
{
    const auto reading = m_desk.reading();
    const Result<int> minutes = m_desk.finish(saidDone);
    if (!minutes || !reading || !reading->block) {
        if (!minutes)
            m_messages.showError(minutes.error());
        return;
    }
    const BlockState state = stateAfterWork(*reading->block, *minutes, saidDone);
    const QString title = focusBlock(m_certification, *reading);
    const QString logged = minutesText(*minutes);
    const bool done = state == BlockState::Done;
    if (*minutes == 0 && state == reading->block->state) {
        m_messages.showInfo(tr("Stopped within the first minute, nothing is logged."));
        return;
    }
    m_messages.showDone(*minutes == 0 ? tr("“%1” is done, nothing is logged.").arg(title)
                        : done        ? tr("%1 logged, “%2” is done.").arg(logged, title)
                                      : tr("%1 logged, “%2” is partly done.").arg(logged, title),
        [this] {
            if (const auto undone = m_history.undo(); !undone)
                m_messages.showError(undone.error());
        });
}

void FocusBar::stop()
{
    const auto wanted = m_wanted;
    finish(false);
    if (wanted && !m_desk.reading())
        start(*wanted);
}

void FocusBar::discard()
{
    const auto reading = m_desk.reading();
    if (const Outcome outcome = m_desk.discard(); !outcome) {
        m_messages.showError(outcome.error());
        return;
    }
    const int minutes = reading ? reading->minutes() : 0;
    m_messages.showDone(
        minutes > 0 ? tr("%1 of focus time discarded.").arg(minutesText(minutes)) : tr("Focus time discarded."),
        [this] {
            if (const Outcome back = m_desk.takeBack(); !back)
                m_messages.showError(back.error());
        });
}

void FocusBar::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    refresh();
}

void FocusBar::restyle()
{
    layout()->setContentsMargins(
        m_theme.px(space::l), m_theme.px(space::xs), m_theme.px(space::m), m_theme.px(space::xs) + lineHeight);
    layout()->setSpacing(m_theme.px(space::s));
    const int size = m_theme.px(16);
    m_icon->setPixmap(symbolicIcon(m_theme, QStringLiteral("chronometer"), m_theme.tokens().accent)
                          .pixmap(QSize(size, size), devicePixelRatioF()));
    fitWidth();
    update();
}

void FocusBar::fitWidth()
{
    // What is measured before it stands in the window would keep the colours that it has then.
    if (!isVisible())
        return;
    const std::array acts{&m_discard, &m_stop, &m_done, &m_go};
    for (const Act *act : acts)
        act->button->setText(act->label);
    // What a question is about cannot be told by an icon.
    const bool questions = m_mode == Mode::Found || m_mode == Mode::Asking;
    for (const Act *act : acts) {
        if (layout()->minimumSize().width() + m_theme.px(leastTitleWidth) <= width())
            break;
        if (!questions || act == &m_discard)
            act->button->setText({});
    }
}

QRect FocusBar::progress() const
{
    const QRect line(0, height() - lineHeight, qRound(width() * m_share), lineHeight);
    return isRightToLeft() ? QRect(QPoint(width() - line.width(), line.y()), line.size()) : line;
}

void FocusBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    fitWidth();
}

void FocusBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitWidth();
}

void FocusBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
    if (m_mode == Mode::Working)
        painter.fillRect(progress(), m_theme.tokens().accent);
}

} // namespace lectern
