// SPDX-License-Identifier: GPL-3.0-or-later
#include "tabbar.h"

#include "icons.h"
#include "theme.h"

#include <QHoverEvent>
#include <QKeySequence>
#include <QPainter>
#include <QStyle>

namespace lectern
{

namespace
{
constexpr int barHeight = 48;
constexpr int lineInset = 6; ///< of the accent line from the tab's ends
} // namespace

TabBar::TabBar(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Pages"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // A bar lays its tabs out anew only when told that something about one changed.
    connect(&m_theme, &Theme::changed, this, [this] {
        m_textWidths.clear();
        setLabelled(m_labelled);
    });
}

void TabBar::addPage(const QString &icon, const QString &name, const QString &keys)
{
    m_icons.append(icon);
    const int index = addTab(name);
    setTabToolTip(index, QStringLiteral("%1 (%2)").arg(name, QKeySequence(keys).toString(QKeySequence::NativeText)));
    setLabelled(m_labelled + 1);
}

void TabBar::setLabelled(int count)
{
    m_labelled = count;
    const QSize icons = QTabBar::iconSize();
    setIconSize(icons + QSize(1, 0));
    setIconSize(icons);
    updateGeometry();
    update();
}

int TabBar::iconSize(int labels) const
{
    return m_theme.px(labels > 0 ? 16 : 22);
}

int TabBar::textWidth(const QString &text) const
{
    auto known = m_textWidths.find(text);
    if (known == m_textWidths.end()) {
        QFont bold = m_theme.font(Theme::Role::Body);
        bold.setBold(true);
        known = m_textWidths.insert(text, QFontMetrics(bold).horizontalAdvance(text));
    }
    return *known;
}

QSize TabBar::tabSize(int index, int labels) const
{
    int width = iconSize(labels) + 2 * m_theme.px(space::m);
    if (index < labels)
        width += m_theme.px(space::s) + textWidth(tabText(index));
    return {width, m_theme.px(barHeight)};
}

int TabBar::widthWith(int labels) const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSize(i, labels).width();
    return width;
}

QSize TabBar::sizeHint() const
{
    return {widthWith(m_labelled), m_theme.px(barHeight)};
}

QSize TabBar::minimumSizeHint() const
{
    return sizeHint();
}

bool TabBar::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter) {
        m_hovered = tabAt(static_cast<QHoverEvent *>(event)->position().toPoint());
        update();
    } else if (event->type() == QEvent::HoverLeave) {
        m_hovered = -1;
        update();
    }
    return QTabBar::event(event);
}

void TabBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        if (i == m_hovered && !current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(lectern::hovered(tokens));
            const int inset = m_theme.px(space::s);
            painter.drawRoundedRect(tab.adjusted(2, inset, -2, -inset), m_theme.px(4), m_theme.px(4));
        }
        if (current) {
            const int inset = m_theme.px(lineInset);
            const int line = m_theme.px(3);
            painter.fillRect(
                QRect(tab.left() + inset, tab.bottom() + 1 - line, tab.width() - 2 * inset, line), tokens.accent);
            if (hasFocus()) {
                painter.setPen(QPen(tokens.accent, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(tab.adjusted(2, inset, -2, -inset - 1), m_theme.px(4), m_theme.px(4));
            }
        }
        const int size = iconSize(m_labelled);
        const int padding = m_theme.px(space::m);
        const QRect icon(tab.left() + padding, tab.center().y() - size / 2, size, size);
        symbolicIcon(m_theme, m_icons.at(i), current ? tokens.accent : tokens.text)
            .paint(&painter, QStyle::visualRect(layoutDirection(), tab, icon));
        if (i >= m_labelled)
            continue;
        QFont font = m_theme.font(Theme::Role::Body);
        font.setBold(current);
        painter.setFont(font);
        painter.setPen(tokens.text);
        const QRect label = tab.adjusted(padding + size + m_theme.px(space::s), 0, 0, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), tab, label),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), tabText(i));
    }
}

} // namespace lectern
