// SPDX-License-Identifier: GPL-3.0-or-later
#include "topbar.h"

#include "icons.h"
#include "searchfield.h"
#include "tabbar.h"
#include "theme.h"
#include "windowactions.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace lectern
{

namespace
{
constexpr int iconsOnlyBelow = 820;
constexpr int searchWidth = 236;
constexpr int leastSearchWidth = 120;
} // namespace

TopBar::TopBar(GuideDesk &guide, WindowActions &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new TabBar(theme, this))
    , m_search(new SearchField(guide, theme, this))
    , m_undo(new QToolButton(this))
    , m_menu(new QToolButton(this))
{
    m_undo->setDefaultAction(&actions.undo());
    m_undo->setFocusPolicy(Qt::StrongFocus);
    m_menu->setFocusPolicy(Qt::StrongFocus);
    m_menu->setIcon(symbolicIcon(theme, QStringLiteral("application-menu")));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(&actions.menu());

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addWidget(m_undo);
    layout->addWidget(m_menu);
    connect(&theme, &Theme::changed, this, &TopBar::restyle);
    restyle();
}

void TopBar::openMenu()
{
    m_menu->showMenu();
}

void TopBar::restyle()
{
    setFixedHeight(m_theme.px(48));
    layout()->setContentsMargins(m_theme.px(space::l), 0, m_theme.px(space::m), 0);
    layout()->setSpacing(m_theme.px(space::s));
    for (QToolButton *button : {m_undo, m_menu})
        button->setIconSize({m_theme.px(16), m_theme.px(16)});
    share();
}

int TopBar::besides() const
{
    return m_undo->sizeHint().width() + m_menu->sizeHint().width() + 4 * m_theme.px(space::s) + m_theme.px(space::l) +
           m_theme.px(space::m);
}

QSize TopBar::minimumSizeHint() const
{
    return {m_tabs->widthWith(0) + m_theme.px(leastSearchWidth) + besides(), height()};
}

void TopBar::share()
{
    // Search shrinks first; then labels give way to icons, from the right.
    const int least = m_theme.px(leastSearchWidth);
    const int room = width() - besides();
    int labels = width() < iconsOnlyBelow ? 0 : m_tabs->count();
    while (labels > 0 && m_tabs->widthWith(labels) + least > room)
        --labels;
    if (labels != m_tabs->labelled())
        m_tabs->setLabelled(labels);
    const int left = room - m_tabs->widthWith(labels);
    m_search->setFixedWidth(std::clamp(left, least, m_theme.px(searchWidth)));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    share();
}

void TopBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

} // namespace lectern
