// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatnotice.h"

#include <QPainter>
#include <QTimer>

namespace lectern
{

namespace
{

constexpr int shownMs = 12000;

} // namespace

SeatNotice::SeatNotice(const Theme &theme, QWidget *parent)
    : TextLabel(theme, Theme::Role::Body, {}, parent)
    , m_theme(theme)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("notice"));
    setBold(true);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer->setSingleShot(true);
    m_timer->setInterval(shownMs);
    connect(m_timer, &QTimer::timeout, this, &SeatNotice::end);
    connect(&theme, &Theme::changed, this, &SeatNotice::rescale);
    rescale();
    hide();
}

void SeatNotice::rescale()
{
    setContentsMargins(m_theme.px(space::l), m_theme.px(space::s), m_theme.px(space::l), m_theme.px(space::s));
}

void SeatNotice::say(const QString &sentence)
{
    // Screen readers leave out what is hidden when its name changes, so the label comes first; cleared, it tells the
    // same sentence again.
    show();
    raise();
    clear();
    setText(sentence);
    Q_EMIT shown();
    m_timer->start();
}

void SeatNotice::end()
{
    m_timer->stop();
    hide();
    clear();
}

void SeatNotice::paintEvent(QPaintEvent *event)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = m_theme.px(2);
    painter.setPen(QPen(t.warn, line));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), m_theme.px(4), m_theme.px(4));
    TextLabel::paintEvent(event);
}

} // namespace lectern
