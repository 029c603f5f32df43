// SPDX-License-Identifier: GPL-3.0-or-later
#include "weekstrip.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

WeekDay::WeekDay(const Theme &theme, QWidget *parent)
    : Tile(theme, parent)
{
}

void WeekDay::set(const Content &content)
{
    m_content = content;
    QStringList parts{dayText(content.date, content.today)};
    if (content.date == content.today)
        parts.append(tr("today"));
    parts.append(summary());
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setAccessibleDescription(content.blockNames);
    setToolTip(content.blockNames);
    update();
}

QString WeekDay::summary() const
{
    int planned = 0;
    int done = 0;
    for (const Block &block : m_content.blocks) {
        planned += block.minutes;
        done += block.state == BlockState::Done ? block.minutes : 0;
    }
    if (planned == 0)
        return m_content.inPlan ? tr("Off", "a day without study") : tr("–", "a day outside of the plan");
    if (done == planned)
        return tr("%1 done").arg(hoursText(done));
    if (done > 0 || m_content.date < m_content.today)
        return tr("%1 of %2").arg(hoursNumber(done), hoursText(planned));
    return m_content.date == m_content.today ? tr("%1 today").arg(hoursText(planned)) : hoursText(planned);
}

QSize WeekDay::sizeHint() const
{
    const int body = QFontMetrics(m_theme.font(Theme::Role::Body)).height();
    const int small = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    return {m_theme.px(84), body + small + m_theme.px(88) + 2 * m_theme.px(space::s)};
}

QSize WeekDay::minimumSizeHint() const
{
    return {m_theme.px(40), sizeHint().height()};
}

void WeekDay::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool now = m_content.date == m_content.today;
    paintVeil(painter);
    if (now || hasFocus())
        paintRing(painter);
    if (now && hasFocus())
        paintRing(painter, 4);

    const int side = m_theme.px(space::s);
    const QRect inside = rect().adjusted(side, side, -side, -side);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    QFont font = m_theme.font(Theme::Role::Body);
    font.setBold(now);
    painter.setFont(font);
    painter.setPen(tokens.text);
    const int head = painter.fontMetrics().height();
    const QString name = QLocale().toString(m_content.date, tr("ddd d", "day of this week"));
    painter.drawText(QRect(inside.left(), inside.top(), inside.width(), head), leading,
        painter.fontMetrics().elidedText(name, Qt::ElideRight, inside.width()));

    painter.setFont(m_theme.font(Theme::Role::Small));
    painter.setPen(tokens.muted);
    const int foot = painter.fontMetrics().height();
    painter.drawText(QRect(inside.left(), inside.bottom() - foot + 1, inside.width(), foot), leading,
        painter.fontMetrics().elidedText(summary(), Qt::ElideRight, inside.width()));
    paintPile(painter, QRectF(inside).adjusted(0, head + m_theme.px(2), 0, -foot - m_theme.px(2)));
}

void WeekDay::paintPile(QPainter &painter, const QRectF &area) const
{
    const Tokens &tokens = m_theme.tokens();
    if (m_content.blocks.isEmpty()) {
        painter.setPen(QPen(tokens.edge, 1, Qt::DashLine));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        return;
    }
    const double gap = m_theme.px(2);
    const double least = m_theme.px(4);
    double bottom = area.bottom();
    for (int i = int(m_content.blocks.size()) - 1; i >= 0; --i) {
        const Block &block = m_content.blocks[i];
        const double tall = std::max(least, area.height() * block.minutes / std::max(1, m_content.fullMinutes) - gap);
        const QRectF bar(area.left(), std::max(area.top(), bottom - tall), area.width(), tall);
        const int domain = m_content.domains.value(i, -1);
        const QColor color = m_theme.domain(domain);
        if (block.state == BlockState::Done) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
        } else if (block.date < m_content.today) {
            painter.setPen(QPen(color, 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
        } else {
            painter.setPen(QPen(color, 1));
            painter.setBrush(m_theme.domainTint(domain));
        }
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(2), m_theme.px(2));
        bottom -= tall + gap;
    }
}

} // namespace lectern
