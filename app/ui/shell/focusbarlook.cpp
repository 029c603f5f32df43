// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusbar.h"

#include "actionbutton.h"
#include "icons.h"
#include "theme.h"
#include "widgets.h"

#include <QBoxLayout>
#include <QPaintEvent>
#include <QPainter>

#include <array>

namespace lectern
{

namespace
{

constexpr int lineHeight = 2;
constexpr int leastTitleWidth = 140;

} // namespace

void FocusBar::restyle()
{
    layout()->setContentsMargins(
        m_theme.px(space::l), m_theme.px(space::xs), m_theme.px(space::m), m_theme.px(space::xs) + lineHeight);
    for (QLayout *each : {static_cast<QLayout *>(m_rows), static_cast<QLayout *>(m_acts), m_rows->itemAt(0)->layout()})
        each->setSpacing(m_theme.px(space::s));
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
    const std::array acts{&m_discard, &m_stop, &m_done, &m_go, &m_gap};
    for (const Act *act : acts)
        act->button->setText(act->label);
    const auto before = m_rows->direction();
    m_rows->setDirection(QBoxLayout::LeftToRight);
    if (questions() && !fits())
        m_rows->setDirection(QBoxLayout::TopToBottom);
    if (m_rows->direction() != before)
        m_rows->update(); // a new direction alone asks for no other height
    for (const Act *act : acts) {
        if (fits())
            break;
        // What a question is about cannot be told by an icon.
        if (!questions() || act == &m_discard || act == &m_go)
            act->button->setText({});
    }
}

bool FocusBar::fits() const
{
    const bool oneRow = m_rows->direction() == QBoxLayout::LeftToRight;
    const int title =
        questions() ? m_title->sizeHint().width() - m_title->minimumSizeHint().width() : m_theme.px(leastTitleWidth);
    return m_rows->minimumSize().width() + (oneRow ? title : 0) <= width();
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
