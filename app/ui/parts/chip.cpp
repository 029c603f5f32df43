// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include <QPainter>

namespace lectern
{

Chip::Chip(const Theme &theme, const QString &code, int index, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(Theme::Role::Chip));
        m_size = QSize();
        updateGeometry();
        update();
    });
    setFont(m_theme.font(Theme::Role::Chip));
    set(code, index);
}

void Chip::set(const QString &code, int index)
{
    m_code = code;
    m_index = index;
    setAccessibleName(code);
    m_size = QSize();
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    // Asked for several times in each layout.
    if (m_size.isValid())
        return m_size;
    ensurePolished();
    const QFontMetrics metrics(m_theme.font(Theme::Role::Chip));
    // All codes of a syllabus get the same width, so that the titles beside them line up.
    const int code = std::max(metrics.horizontalAdvance(m_code), metrics.horizontalAdvance(QStringLiteral("D0")));
    m_size = {std::max(code + 2 * m_theme.px(6), m_theme.px(32)), std::max(metrics.height() + 2, m_theme.px(17))};
    return m_size;
}

void Chip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(1.5, m_theme.px(3) / 2.0);
    painter.setPen(QPen(m_theme.domain(m_index), width));
    painter.setBrush(m_theme.tokens().raised);
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(3), m_theme.px(3));
    painter.setFont(m_theme.font(Theme::Role::Chip));
    painter.setPen(m_index < 0 ? m_theme.tokens().muted : m_theme.tokens().text);
    painter.drawText(rect(), Qt::AlignCenter, m_code);
}

} // namespace lectern
