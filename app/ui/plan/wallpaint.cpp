// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"
#include "wallview.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

namespace
{
constexpr int hatchStep = 8;
} // namespace

QString WallView::hoursText(const MonthData::Week &week, QDate today, bool compact)
{
    const QDate monday = week.days.front().date;
    const int needed = week.minutes();
    if (week.number == 0 && needed == 0)
        return {};
    const bool past = monday.addDays(6) < today;
    const int minutes = past || monday <= today ? week.loggedMinutes() : needed;
    if (compact)
        return QStringLiteral("%1 / %2").arg(hoursNumber(minutes), hoursNumber(past ? needed : week.available));
    if (past)
        return tr("%1 done", "hours").arg(lectern::hoursText(minutes));
    if (needed > week.available)
        return tr("Needs %1, has %2 h").arg(hoursNumber(needed), hoursNumber(week.available));
    return tr("%1 of %2 h", "hours").arg(hoursNumber(minutes), hoursNumber(week.available));
}

void WallView::paintHead(QPainter &painter, int height, Qt::LayoutDirection direction) const
{
    const QLocale locale;
    const Tokens &tokens = theme().tokens();
    painter.setFont(theme().font(Theme::Role::Small));
    const Qt::Alignment leading = QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter;
    const auto name = [&](int from, int to, const QString &text) {
        painter.fillRect(QStyle::visualRect(direction, rect(), QRect(from, 0, 1, height)), tokens.line);
        painter.setPen(tokens.muted);
        const QRect box = QStyle::visualRect(
            direction, rect(), QRect(from + theme().px(space::s), 0, to - from - theme().px(space::s), height));
        painter.drawText(box, leading, painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    };
    for (std::size_t i = 0; i < 7; ++i)
        name(m_edges[i], m_edges[i + 1], locale.standaloneDayName(int(i) + 1, QLocale::ShortFormat));
    name(m_edges[7], width(), tr("Hours"));
    painter.fillRect(QRect(0, height - 1, width(), 1), tokens.edge);
}

void WallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = rowHeight();
    const int weeks = int(data().weeks.size());
    const int first = std::clamp(event->rect().top() / row, 0, std::max(0, weeks - 1));
    const int last = std::min(weeks - 1, event->rect().bottom() / row);
    for (int week = first; week <= last; ++week)
        paintWeek(painter, week);
    paintStages(painter, event->rect());
    painter.fillRect(QRect(0, weeks * row, width(), 1), theme().tokens().line);
    paintDrop(painter);
}

void WallView::paintStages(QPainter &painter, const QRect &exposed) const
{
    const Tokens &tokens = theme().tokens();
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop;
    const QList<MonthData::Week> &weeks = data().weeks;
    for (int from = 0; from < weeks.size();) {
        int to = from + 1;
        while (to < weeks.size() && weeks[to].stage == weeks[from].stage)
            ++to;
        const QRect box(0, from * rowHeight(), stageWidth(), (to - from) * rowHeight());
        const MonthData::Week &shown = weeks[from];
        const bool visible = box.top() <= exposed.bottom() && box.bottom() >= exposed.top();
        const int begin = from;
        from = to;
        if (!visible)
            continue;
        if (begin > 0)
            painter.fillRect(QRect(0, box.top(), width(), 1), tokens.edge);
        if (shown.stage.isEmpty())
            continue;
        const QColor color = shown.domain < 0 ? tokens.text : theme().domain(shown.domain);
        const int pad = theme().px(6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(
            mirrored(QRect(0, box.top() + pad, theme().px(3), box.height() - 2 * pad)), theme().px(1), theme().px(1));
        const QRect inner = box.adjusted(theme().px(10), theme().px(5), -theme().px(space::s), -theme().px(3));
        QFont bold = theme().font(Theme::Role::Small);
        bold.setBold(true);
        const QFontMetrics chipMetrics(theme().font(Theme::Role::Chip));
        const QString code = shown.code.isEmpty() ? tr("All", "domains") : shown.code;
        const QSize chipSize(chipMetrics.horizontalAdvance(code) + 2 * theme().px(7),
            std::max(theme().px(16), chipMetrics.height() + theme().px(2)));
        int used = 0;
        if (!compact()) {
            painter.setFont(bold);
            painter.setPen(tokens.text);
            const int line = painter.fontMetrics().height();
            const int lines = std::max(1, (inner.height() - chipSize.height() - theme().px(2)) / line);
            const QRect text = mirrored(QRect(inner.left(), inner.top(), inner.width(), lines * line));
            const QRect bounds = painter.fontMetrics().boundingRect(text, int(leading) | Qt::TextWordWrap, shown.stage);
            const bool fits = bounds.height() <= text.height();
            painter.drawText(text, int(leading) | (fits ? Qt::TextWordWrap : Qt::TextSingleLine),
                fits ? shown.stage : painter.fontMetrics().elidedText(shown.stage, Qt::ElideRight, text.width()));
            used = fits ? bounds.height() : line;
        }
        const QRect chip(QPoint(inner.left(), inner.top() + used + theme().px(2)), chipSize);
        if (chip.bottom() <= box.bottom())
            paintChip(painter, mirrored(chip), code, shown.domain);
    }
}

void WallView::paintWeek(QPainter &painter, int week) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Week &shown = data().weeks[week];
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const int top = week * rowHeight();
    painter.fillRect(mirrored(QRect(stageWidth(), top, width() - stageWidth(), 1)), tokens.line);

    QFont small = theme().font(Theme::Role::Small);
    QFont bold = small;
    bold.setBold(true);
    const int line = QFontMetrics(small).height();
    const QRect label(stageWidth(), top + (rowHeight() - 2 * line) / 2, weekWidth(), line);
    painter.setPen(tokens.text);
    painter.setFont(bold);
    if (shown.number > 0)
        painter.drawText(mirrored(label), leading, tr("W%1", "week of the plan, short").arg(shown.number));
    painter.setFont(small);
    painter.setPen(tokens.muted);
    painter.drawText(mirrored(label.translated(0, line)), leading,
        QLocale().toString(shown.days.front().date, tr("d MMM", "first day of a week")));

    for (const MonthData::Day &day : shown.days)
        paintDay(painter, day);

    const bool over = shown.minutes() > shown.available && shown.days.back().date >= data().today;
    painter.fillRect(mirrored(QRect(m_edges[7], top, 1, rowHeight())), tokens.line);
    painter.setFont(over ? bold : small);
    painter.setPen(over ? tokens.bad : tokens.text);
    const QRect hours(m_edges[7] + theme().px(space::s), top, width() - m_edges[7] - theme().px(space::s), rowHeight());
    painter.drawText(mirrored(hours), leading,
        painter.fontMetrics().elidedText(hoursText(shown, data().today, compact()), Qt::ElideRight, hours.width()));
}

void WallView::paintDay(QPainter &painter, const MonthData::Day &day) const
{
    const Tokens &tokens = theme().tokens();
    const QRect box = dayRect(day.date);
    const bool chosen = isSelected(day.date, -1);
    if (chosen)
        painter.fillRect(box, tokens.accentSoft);
    else if (day.date == hoveredDay())
        painter.fillRect(box, hovered(tokens));
    if (day.off)
        hatch(painter, box.adjusted(1, 1, 0, 0), tokens.line, theme().px(hatchStep));
    painter.fillRect(QRect(isRightToLeft() ? box.right() : box.left(), box.top(), 1, box.height()), tokens.line);
    QFont small = theme().font(Theme::Role::Small);
    small.setBold(day.date == data().today);
    painter.setFont(small);
    painter.setPen(day.date == data().today ? tokens.text : tokens.muted);
    QRect number(box.left(), box.top(), numberWidth() - theme().px(5), box.height());
    if (isRightToLeft())
        number.moveRight(box.right());
    painter.drawText(number, QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter,
        QLocale().toString(day.date.day()));
    for (int i = 0; i < day.entries.size(); ++i)
        paintBar(painter, day, i);
    if (day.exam) {
        const int size = theme().px(14);
        QRect rest(box.left() + numberWidth(), box.top(), box.width() - numberWidth(), box.height());
        if (isRightToLeft())
            rest.moveLeft(box.left());
        const QRect flag = QStyle::visualRect(
            layoutDirection(), rest, QRect(rest.left(), rest.top() + (rest.height() - size) / 2, size, size));
        painter.drawPixmap(flag, mark(QStringLiteral("flag"), tokens.accent, size));
        QFont bold = theme().font(Theme::Role::Small);
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(tokens.accent);
        const int after = size + theme().px(5);
        const QRect words = isRightToLeft() ? rest.adjusted(0, 0, -after, 0) : rest.adjusted(after, 0, 0, 0);
        const QString text = data().examTime.isValid() ? tr("Exam %1").arg(clockText(data().examTime)) : tr("Exam");
        painter.drawText(words, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    }
    if (day.date == data().today || (chosen && hasFocus())) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1));
    }
}

void WallView::paintBar(QPainter &painter, const MonthData::Day &day, int index) const
{
    const Tokens &tokens = theme().tokens();
    const MonthData::Entry &entry = day.entries[index];
    const QRect box = entryRect(day.date, index);
    paintShape(painter, entry, box, true, true);
    const bool done = entry.block.state == BlockState::Done;
    if (entry.block.state == BlockState::Partly) {
        QRect part(box.left(), box.top(),
            box.width() * std::min(entry.block.loggedMinutes, entry.block.minutes) / entry.block.minutes, box.height());
        if (isRightToLeft())
            part.moveRight(box.right());
        painter.fillRect(part, theme().domain(entry.words.domain));
    }
    const QString icon = entry.block.locked                         ? QStringLiteral("pin")
                         : entry.block.kind == BlockKind::Rehearsal ? QStringLiteral("chronometer")
                         : entry.block.kind == BlockKind::Project   ? QStringLiteral("view-pim-tasks")
                                                                    : QString();
    const int size = theme().px(12);
    if (!icon.isEmpty() && box.width() >= size + theme().px(2)) {
        const QRect middle(box.center().x() - size / 2, box.center().y() - size / 2, size, size);
        painter.drawPixmap(middle, mark(icon, done ? tokens.raised : tokens.text, size));
    }
    if (hasFocus() && isSelected(day.date, index)) {
        painter.setPen(QPen(tokens.accent, theme().px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5), theme().px(2), theme().px(2));
    }
}

} // namespace lectern
