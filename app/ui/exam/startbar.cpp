// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbar.h"

#include "widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

StartBar::StartBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_closing(new TextLabel(theme, Theme::Role::Small))
    , m_reason(new TextLabel(theme, Theme::Role::Small))
    , m_start(primaryButton(theme, tr("Start exam"), QStringLiteral("media-playback-start"), tr("Ctrl+Enter")))
{
    m_closing->setTone(TextLabel::Tone::Muted);
    m_closing->setWordWrap(true);
    m_reason->setTone(TextLabel::Tone::Bad);
    m_reason->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->hide();
    m_start->setObjectName(QStringLiteral("start"));

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_closing);
    words->addWidget(m_reason);
    auto *row = new QHBoxLayout(this);
    row->addLayout(words, 1);
    row->addWidget(m_start);
    connect(&theme, &Theme::changed, this, &StartBar::restyle);
    restyle();
}

void StartBar::restyle()
{
    const int side = m_theme.px(space::xl);
    layout()->setContentsMargins(side, m_theme.px(space::s), side, m_theme.px(space::s));
    layout()->setSpacing(m_theme.px(space::l));
    update();
}

void StartBar::setClosing(const QString &sentence)
{
    m_closing->setText(sentence);
}

void StartBar::setAction(const QString &text)
{
    m_start->setText(text);
    m_start->updateGeometry();
}

void StartBar::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_start->setEnabled(reason.isEmpty());
    m_start->setToolTip(reason);
}

void StartBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().line);
}

} // namespace lectern
