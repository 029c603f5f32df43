// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadstrip.h"

#include "planwords.h"
#include "theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace lectern
{

LoadStrip::LoadStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LoadStrip::setWeeks(const QList<WeekLoad> &weeks, int neededMinutes, QDate today)
{
    m_weeks = weeks;
    m_needed = neededMinutes;
    m_today = today;
    QStringList lines;
    for (int week = 0; week < m_weeks.size(); ++week)
        lines.append(spokenWeek(week));
    setAccessibleName(tr("Needed and available hours a week"));
    setAccessibleDescription(lines.join(u'\n'));
    update();
}

QString LoadStrip::spokenWeek(int week) const
{
    const WeekLoad &load = m_weeks[week];
    return tr("Week %1: %2 planned, %3 available, %4 done")
        .arg(week + 1)
        .arg(hoursText(load.planned), hoursText(load.available), hoursText(load.done));
}

QSize LoadStrip::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    return {m_theme.px(600), std::max(m_theme.px(64) + line, 5 * line) + m_theme.px(space::m)};
}

QSize LoadStrip::minimumSizeHint() const
{
    return {m_theme.px(200), sizeHint().height()};
}

int LoadStrip::captionWidth() const
{
    return m_theme.px(138);
}

QRect LoadStrip::slot(int week) const
{
    const int across = width() - captionWidth();
    const int count = std::max(1, int(m_weeks.size()));
    const int left = captionWidth() + across * week / count;
    return {left, 0, captionWidth() + across * (week + 1) / count - left, height()};
}

bool LoadStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int week = 0; week < m_weeks.size(); ++week) {
        if (QStyle::visualRect(layoutDirection(), rect(), slot(week)).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), spokenWeek(week), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void LoadStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 0, width(), 1, m_theme.tokens().line);
    paintCaption(painter);
    for (int week = 0; week < m_weeks.size(); ++week)
        paintWeek(painter, week);
}

void LoadStrip::paintCaption(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    int planned = 0;
    for (const WeekLoad &load : m_weeks)
        planned += load.planned;
    QRect box(0, m_theme.px(space::s), captionWidth() - m_theme.px(space::s), height());
    const auto write = [&](const QString &text, const QColor &color, bool bold) {
        QFont font = m_theme.font(Theme::Role::Small);
        font.setBold(bold);
        painter.setFont(font);
        painter.setPen(color);
        QRect used;
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), box),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        box.setTop(box.top() + used.height());
    };
    write(tr("Needed / available"), tokens.text, true);
    write(tr("hours a week"), tokens.muted, false);
    if (planned < m_needed)
        write(tr("%1 short of %2").arg(hoursText(m_needed - planned), hoursText(m_needed)), tokens.warn, true);
}

void LoadStrip::paintWeek(QPainter &painter, int week) const
{
    const Tokens &tokens = m_theme.tokens();
    const WeekLoad &load = m_weeks[week];
    int most = 1;
    for (const WeekLoad &other : m_weeks)
        most = std::max({most, other.available, other.planned});
    const bool now = load.monday <= m_today && m_today < load.monday.addDays(7);
    const bool over = load.planned > load.available;

    QFont font = m_theme.font(Theme::Role::Small);
    font.setBold(now || over);
    painter.setFont(font);
    const QRect box = QStyle::visualRect(layoutDirection(), rect(), slot(week));
    const int line = painter.fontMetrics().height();
    const int bottom = box.bottom() - line - m_theme.px(6);
    const int tall = bottom - m_theme.px(space::m);
    const int half = std::min(m_theme.px(32), box.width() / 2 - m_theme.px(3));
    const auto bar = [&](int from, int to, int inset) {
        const double top = bottom - double(tall) * to / most;
        const double base = bottom - double(tall) * from / most;
        return QRectF(box.center().x() - half + inset, top, 2 * (half - inset), base - top);
    };

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.edge, 1, Qt::DashLine));
    painter.drawRect(bar(0, load.available, 0));
    const int inset = m_theme.px(3);
    painter.setPen(QPen(tokens.accent, 1.5));
    painter.setBrush(tokens.accentSoft);
    if (load.planned > 0)
        painter.drawRect(bar(0, std::min(load.planned, load.available), inset));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.edge);
    painter.drawRect(bar(0, std::min(load.done, most), inset));
    if (over) {
        painter.setBrush(tokens.bad);
        painter.drawRect(bar(load.available, load.planned, inset));
    }

    painter.setPen(over ? tokens.bad : now ? tokens.text : tokens.muted);
    const QString whole = tr("W%1 %2 / %3 h", "week, planned and available hours")
                              .arg(week + 1)
                              .arg(hoursNumber(load.planned), hoursNumber(load.available));
    const QString brief = tr("W%1", "week of the plan, short").arg(week + 1);
    const QRect label(box.left(), box.bottom() - line - m_theme.px(2), box.width(), line);
    if (painter.fontMetrics().horizontalAdvance(whole) <= label.width())
        painter.drawText(label, Qt::AlignCenter, whole);
    else if (painter.fontMetrics().horizontalAdvance(brief) <= label.width())
        painter.drawText(label, Qt::AlignCenter, brief);
}

} // namespace lectern
