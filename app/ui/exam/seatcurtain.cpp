// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatcurtain.h"

#include "examclock.h"
#include "examwords.h"
#include "seatwords.h"
#include "widgets.h"

#include <QBoxLayout>
#include <QShortcut>

namespace lectern
{

namespace
{

constexpr int cardWidth = 520; ///< pixels at 100 % text

} // namespace

SeatCurtain::SeatCurtain(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new Card(theme))
    , m_heading(new TextLabel(theme, Theme::Role::Heading))
    , m_says(new TextLabel(theme, Theme::Role::Body))
    , m_time(new TextLabel(theme, Theme::Role::Body))
    , m_goOn(primaryButton(theme, tr("Continue"), QStringLiteral("media-playback-start"), tr("Enter")))
    , m_leave(plainButton(theme, tr("Leave for today"), QStringLiteral("go-home"), QStringLiteral("L")))
    , m_abandon(plainButton(theme, tr("Abandon…"), QStringLiteral("window-close")))
{
    m_heading->setObjectName(QStringLiteral("curtain"));
    m_says->setWordWrap(true);
    m_time->setTone(TextLabel::Tone::Muted);
    m_time->setObjectName(QStringLiteral("curtainTime"));
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_leave->setObjectName(QStringLiteral("leaveForToday"));
    m_abandon->setObjectName(QStringLiteral("abandon"));
    m_card->setPadding({space::xl, space::xl, space::xl, space::xl}, space::m);
    m_card->body()->addWidget(m_heading);
    m_card->body()->addWidget(m_says);
    m_card->body()->addWidget(m_time);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_goOn);
    buttons->addStretch();
    auto *away = new QHBoxLayout;
    away->addWidget(m_leave);
    away->addWidget(m_abandon);
    away->addStretch();
    m_card->body()->addLayout(buttons);
    m_card->body()->addWidget(hairline());
    m_card->body()->addLayout(away);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_card, 1000);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addLayout(row);
    column->addStretch(2);

    connect(m_goOn, &QPushButton::clicked, this, &SeatCurtain::goOn);
    connect(m_leave, &QPushButton::clicked, this, &SeatCurtain::leave);
    connect(m_abandon, &QPushButton::clicked, this, &SeatCurtain::abandon);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(enter, this), &QShortcut::activated, this, [this] {
            // On another button Enter is that button's.
            auto *focused = qobject_cast<QPushButton *>(focusWidget());
            (focused && focused->hasFocus() ? focused : m_goOn)->click();
        });
    connect(new QShortcut(Qt::Key_L, this), &QShortcut::activated, m_leave, [this] {
        if (m_leave->isVisible())
            m_leave->click();
    });
    connect(&theme, &Theme::changed, this, &SeatCurtain::rescale);
    rescale();
}

void SeatCurtain::rescale()
{
    m_card->setMaximumWidth(m_theme.px(cardWidth));
    layout()->setContentsMargins(
        m_theme.px(space::xl), m_theme.px(space::xl), m_theme.px(space::xl), m_theme.px(space::xl));
}

void SeatCurtain::showPause()
{
    m_heading->setText(tr("Paused"));
    m_says->setText(
        tr("The question is hidden while the clock is stopped. To leave for today keeps everything: the set-up "
           "page offers to go on."));
    m_goOn->setText(tr("Continue"));
    m_leave->show();
}

void SeatCurtain::showBreak(int locked, bool stopsClock)
{
    m_heading->setText(tr("Break"));
    const QString closed =
        tr("%n question(s) seen so far stay locked: the answers count as they are.", nullptr, locked);
    const QString clock = stopsClock ? tr("The clock is stopped.") : tr("The clock goes on.");
    m_says->setText(closed + u' ' + clock);
    m_goOn->setText(tr("End the break"));
    m_leave->hide();
}

void SeatCurtain::setTime(const ClockReading &reading)
{
    // By the minute: what a screen reader could read must not change each second.
    const qint64 minute = 60000;
    const QString text = reading.limited ? spokenTimeLeft((reading.remainingMs + minute - 1) / minute * minute)
                                         : spokenTimeUsed(reading.usedMs);
    if (text != m_time->text())
        m_time->setText(text);
    m_goOn->setAccessibleDescription(tr("%1. %2", "heading, time").arg(m_heading->text(), text));
}

void SeatCurtain::takeFocus()
{
    m_goOn->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern
