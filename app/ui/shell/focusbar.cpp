// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusbar.h"

#include "actionbutton.h"
#include "focusclock.h"
#include "focuswords.h"
#include "historydesk.h"
#include "messagebar.h"
#include "planwords.h"
#include "theme.h"
#include "widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 secondMs = 1000;
constexpr double minuteMs = 60.0 * secondMs;
constexpr int mostMinutes = 24 * 60;

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
    , m_minutes(new QSpinBox(this))
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_acts(new QHBoxLayout)
    , m_timer(new QTimer(this))
{
    setAccessibleName(tr("Focus timer"));
    setObjectName(QStringLiteral("focusBar"));
    m_title->setObjectName(QStringLiteral("focusTitle"));
    m_title->setBold(true);
    m_title->setElided(true);
    m_timer->setSingleShot(true);

    m_minutes->setObjectName(QStringLiteral("focusMinutes"));
    m_minutes->setAccessibleName(tr("Minutes worked"));
    m_minutes->setSuffix(tr(" min"));

    m_rows->setSizeConstraint(QLayout::SetNoConstraint);
    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_chip);
    head->addWidget(m_title, 1);
    head->addWidget(m_clock);
    m_rows->addLayout(head, 1);
    m_rows->addLayout(m_acts);
    m_acts->addStretch();
    m_acts->addWidget(m_minutes);
    m_gap = makeAct("focusGap", QStringLiteral("list-add"), QStringLiteral("Ctrl+Shift+I"),
        tr("Add the minutes for which the focus timer was interrupted"), window);
    m_go = makeAct("focusGo", QStringLiteral("media-playback-pause"), QStringLiteral("Ctrl+Shift+P"),
        tr("Pause the focus timer, or go on"), window);
    m_done = makeAct("focusDone", QStringLiteral("checkmark"), QStringLiteral("Ctrl+Shift+D"),
        tr("Log the focus time: the block is done"), window);
    m_stop = makeAct("focusStop", QStringLiteral("media-playback-stop"), QStringLiteral("Ctrl+Shift+S"),
        tr("Log the focus time: the block is partly done"), window);
    m_discard = makeAct("focusDiscard", QStringLiteral("edit-delete"), QStringLiteral("Ctrl+Shift+Del"),
        tr("Discard the focus time"), window);

    connect(m_go.action, &QAction::triggered, this, &FocusBar::proceed);
    connect(m_done.action, &QAction::triggered, this, [this] { finish(FocusEnd::Done); });
    connect(m_gap.action, &QAction::triggered, this, &FocusBar::addGap);
    connect(m_minutes, &QSpinBox::valueChanged, this, [this] {
        setActs(m_desk.reading().value_or(FocusDesk::Reading()));
        fitWidth();
    });
    connect(m_minutes, &QSpinBox::editingFinished, this, [this] {
        if (m_minutes->hasFocus() && m_minutes->isVisible() && m_minutes->value() > 0)
            stop();
    });
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
    m_acts->addWidget(button);
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

bool FocusBar::questions() const
{
    return m_mode == Mode::Found || m_mode == Mode::Asking || m_mode == Mode::Part;
}

void FocusBar::setActs(const FocusDesk::Reading &reading)
{
    const bool working = m_mode == Mode::Working;
    const bool found = m_mode == Mode::Found;
    const bool asking = m_mode == Mode::Asking;
    const bool part = m_mode == Mode::Part;
    const int gap = loggedMinutesOf(reading.gapMs);
    m_go.button->setIconName(
        reading.running && working ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start"));
    set(m_gap, found && gap > 0 && !m_gapAdded, tr("Add %1").arg(minutesText(gap)));
    set(m_go, working || questions(),
        asking || part    ? tr("Keep at it")
        : found           ? tr("Continue")
        : reading.running ? tr("Pause")
                          : tr("Resume"));
    set(m_done, working || part, tr("Done"));
    set(m_stop, working || asking || part || (found && m_minutes->value() > 0),
        asking  ? tr("Log %1 and start").arg(minutesText(reading.minutes()))
        : found ? tr("Log %1").arg(minutesText(m_minutes->value()))
        : part  ? tr("Partly done")
                : tr("Partly done…"));
    set(m_discard, working || found || m_mode == Mode::Gone, tr("Discard"));
}

/// As counted, until somebody knows better.
void FocusBar::offerMinutes(const FocusDesk::Reading &reading)
{
    m_gapAdded = false;
    const QSignalBlocker quiet(m_minutes);
    m_minutes->setRange(m_mode == Mode::Part ? 1 : 0, mostMinutes);
    m_minutes->setValue(reading.minutes());
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
    if (!reading) {
        m_wanted.reset();
        m_part = false;
    }
    const Mode before = m_mode;
    m_mode = !reading          ? Mode::None
             : !reading->block ? Mode::Gone
             : m_wanted        ? Mode::Asking
             : m_part          ? Mode::Part
             : reading->found  ? Mode::Found
                               : Mode::Working;
    // Screen readers leave out what is hidden when its name changes.
    setVisible(reading && !m_folded);
    if (!reading)
        m_title->setAccessibleName({});
    const bool takesMinutes = m_mode == Mode::Found || m_mode == Mode::Part;
    if (takesMinutes && m_mode != before)
        offerMinutes(*reading);
    m_minutes->setVisible(takesMinutes);
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
    const QString block = focusBlock(m_certification, *reading);
    const QString other = tr("Log “%1” and start the other block?").arg(block);
    const QString part = tr("How long did you work on “%1”?").arg(block);
    switch (m_mode) {
    case Mode::Working:
        setTitle(block, focusHeard(m_certification, *reading));
        break;
    case Mode::Asking:
        setTitle(other, other);
        break;
    case Mode::Part:
        setTitle(part, part);
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
    m_part = false;
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
    if (m_mode == Mode::Asking || m_mode == Mode::Part) {
        m_wanted.reset();
        m_part = false;
        refresh();
        return;
    }
    if (!takeMinutes())
        return;
    if (const Outcome outcome = reading->running ? m_desk.pause() : m_desk.resume(); !outcome)
        m_messages.showError(outcome.error());
    else if (reading->found && reading->block)
        Q_EMIT started(*reading->block);
}

/// What stands in the field counts.
bool FocusBar::takeMinutes()
{
    if (m_mode != Mode::Found && m_mode != Mode::Part)
        return true;
    const Outcome outcome = m_desk.correct(m_minutes->value());
    if (!outcome)
        m_messages.showError(outcome.error());
    return outcome.ok();
}

void FocusBar::addGap()
{
    const auto reading = m_desk.reading();
    if (!reading)
        return;
    m_gapAdded = true;
    m_minutes->setValue(m_minutes->value() + loggedMinutesOf(reading->gapMs));
    m_stop.button->setFocus(Qt::OtherFocusReason);
}

void FocusBar::finish(FocusEnd said)
{
    if (!takeMinutes())
        return;
    const auto reading = m_desk.reading();
    const Result<int> minutes = m_desk.finish(said);
    if (!minutes || !reading || !reading->block) {
        if (!minutes)
            m_messages.showError(minutes.error());
        return;
    }
    const BlockState state = stateAfterWork(*reading->block, *minutes, said);
    if (*minutes == 0 && state == reading->block->state) {
        m_messages.showInfo(tr("Stopped within the first minute, nothing is logged."));
        return;
    }
    m_messages.showDone(focusEnded(focusBlock(m_certification, *reading), *minutes, state), [this] {
        if (const auto undone = m_history.undo(); !undone)
            m_messages.showError(undone.error());
    });
}

void FocusBar::stop()
{
    const auto reading = m_desk.reading();
    if (reading && m_mode == Mode::Working && reading->minutes() > 0) {
        m_part = true;
        refresh();
        m_minutes->setFocus(Qt::OtherFocusReason);
        m_minutes->selectAll();
        return;
    }
    const auto wanted = m_wanted;
    finish(m_mode == Mode::Part ? FocusEnd::Partly : FocusEnd::Open);
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

void FocusBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_mode == Mode::Asking || m_mode == Mode::Part))
        proceed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lectern
