// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidedview.h"

#include "theme.h"

#include <QBoxLayout>
#include <algorithm>

namespace lectern
{

namespace
{
constexpr int narrowBelow = 760; ///< pixels at 100 % text
constexpr int sideWidth = 372;
constexpr double sideShare = 0.4; ///< of the view at most, for large text
constexpr int sideHeight = 190;
} // namespace

SidedView::SidedView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void SidedView::place(QWidget *side, QWidget *reader)
{
    m_side = side;
    if (m_side)
        m_layout->addWidget(m_side);
    m_layout->addWidget(reader, 1);
    arrange();
}

void SidedView::setSideShown(bool shown)
{
    m_sideShown = shown;
    if (m_side)
        m_side->setVisible(shown);
}

void SidedView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SidedView::arrange()
{
    if (!m_side)
        return;
    const bool narrow = width() < m_theme.px(narrowBelow);
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int beside = std::min(m_theme.px(sideWidth), int(sideShare * width()));
    m_side->setMinimumWidth(narrow ? 0 : beside);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : beside);
    m_side->setMaximumHeight(narrow ? m_theme.px(sideHeight) : QWIDGETSIZE_MAX);
}

} // namespace lectern
