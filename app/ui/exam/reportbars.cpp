// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportbars.h"

#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int barHeight = 12; ///< pixels at 100 % text
constexpr int columnHeight = 40;
constexpr int columnWidth = 46;

} // namespace

RightWrongBar::RightWrongBar(const Theme &theme, int right, int wrong, int most, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_right(right)
    , m_wrong(wrong)
    , m_most(std::max(1, most))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RightWrongBar::sizeHint() const
{
    return {m_theme.px(144), m_theme.px(barHeight)};
}

QSize RightWrongBar::minimumSizeHint() const
{
    return {m_theme.px(48), m_theme.px(barHeight)};
}

void RightWrongBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = m_right > 0 && m_wrong > 0 ? m_theme.px(2) : 0;
    const double unit = double(width() - gap) / m_most;
    const auto place = [&](double from, double wide) {
        return QRectF(isRightToLeft() ? width() - from - wide : from, 0, wide, height());
    };
    if (m_right > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.good);
        painter.drawRoundedRect(place(0, m_right * unit), 1.5, 1.5);
    }
    if (m_wrong > 0) {
        painter.setPen(QPen(t.bad, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place(m_right * unit + gap, m_wrong * unit).adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
    }
}

ShareColumn::ShareColumn(const Theme &theme, double share, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_share(std::clamp(share, 0.0, 1.0))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ShareColumn::sizeHint() const
{
    return {m_theme.px(columnWidth), m_theme.px(columnHeight)};
}

void ShareColumn::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const int line = std::max(2, m_theme.px(2));
    const int high = std::max(line, qRound(m_share * height()));
    painter.fillRect(QRect(0, height() - high, width(), high), t.accentSoft);
    painter.fillRect(QRect(0, height() - high, width(), line), t.accent);
}

} // namespace lectern
