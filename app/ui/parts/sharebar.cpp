// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include <QPainter>
#include <algorithm>

namespace lectern
{

ShareBar::ShareBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ShareBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

void ShareBar::setDomain(int index)
{
    m_domain = index;
    update();
}

void ShareBar::setTarget(double target)
{
    m_target = std::min(target, 1.0);
    updateGeometry();
    update();
}

void ShareBar::setInterval(double low, double high)
{
    m_low = low;
    m_high = high;
    update();
}

void ShareBar::setHollow(bool hollow)
{
    m_hollow = hollow;
    update();
}

void ShareBar::setTrackVisible(bool visible)
{
    m_track = visible;
    update();
}

QSize ShareBar::sizeHint() const
{
    // The target's tick stands out above and below.
    return {m_theme.px(120), m_theme.px(m_target >= 0 ? 12 : 8)};
}

QSize ShareBar::minimumSizeHint() const
{
    return {m_theme.px(32), sizeHint().height()};
}

void ShareBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    const QColor color = m_domain >= 0 ? m_theme.domain(m_domain) : tokens.accent;
    const double barHeight = m_low <= m_high ? m_theme.px(6) : std::min(height(), m_theme.px(8));
    const double top = (height() - barHeight) / 2.0;
    const double radius = m_theme.px(2);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const auto span = [&](double from, double to, double inset) {
        return QRectF(from * width(), top, (to - from) * width(), barHeight).adjusted(inset, inset, -inset, -inset);
    };

    painter.setPen(Qt::NoPen);
    if (m_track) {
        painter.setBrush(tokens.track);
        painter.drawRoundedRect(span(0, 1, 0), radius, radius);
    }
    if (m_hollow) {
        painter.setBrush(tokens.raised);
        painter.drawRoundedRect(span(0, m_share, 0.5), radius, radius);
        painter.setPen(QPen(color, 1));
        painter.setBrush(QBrush(color, Qt::BDiagPattern));
        painter.drawRoundedRect(span(0, m_share, 0.5), radius, radius);
    } else if (m_low <= m_high) {
        QColor band = color;
        band.setAlphaF(0.3F);
        painter.setPen(QPen(color, 1));
        painter.setBrush(band);
        painter.drawRoundedRect(span(m_low, m_high, 0.5), radius, radius);
        const double tick = m_theme.px(3);
        painter.fillRect(QRectF(m_share * width() - tick / 2, 0, tick, height()), color);
    } else if (m_share > 0) {
        painter.setBrush(color);
        painter.drawRoundedRect(span(0, m_share, 0), radius, radius);
    }
    if (m_target >= 0) {
        const double tick = std::max(2, m_theme.px(2));
        const double x = std::clamp(m_target * width() - tick / 2, 0.0, width() - tick);
        painter.fillRect(QRectF(x, 0, tick, height()), tokens.text);
    }
}

} // namespace lectern
