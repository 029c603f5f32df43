// SPDX-License-Identifier: GPL-3.0-or-later
#include "comingup.h"

#include "icons.h"
#include "planwords.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

ComingRow::ComingRow(const Theme &theme, const QString &icon, QDate date, const QString &words, QWidget *parent)
    : Tile(theme, parent)
    , m_icon(icon)
    , m_day(shortDayText(date))
{
    setText(words);
    setAccessibleName(QStringLiteral("%1, %2").arg(m_day, words));
    setToolTip(words);
}

QSize ComingRow::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(Theme::Role::Body)).height();
    return {m_theme.px(260), std::max(m_theme.px(36), line + m_theme.px(space::l))};
}

QSize ComingRow::minimumSizeHint() const
{
    return {m_theme.px(140), sizeHint().height()};
}

void ComingRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintVeil(painter);
    painter.setFont(m_theme.font(Theme::Role::Body));
    painter.setPen(tokens.text);
    int x = m_theme.px(space::l);
    const auto place = [&](int width) {
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
        x += width + m_theme.px(space::m);
        return box;
    };
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    QRect icon(0, 0, m_theme.px(16), m_theme.px(16));
    icon.moveCenter(place(icon.width()).center());
    symbolicIcon(m_theme, m_icon).paint(&painter, icon);
    const int day = std::max(m_theme.px(80), painter.fontMetrics().horizontalAdvance(m_day));
    painter.drawText(place(day), leading, m_day);
    const int rest = width() - x - m_theme.px(space::s);
    painter.drawText(place(rest), leading, painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest));
    if (hasFocus())
        paintRing(painter);
}

ComingUp::ComingUp(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(1);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ComingUp::set(QList<Item> items)
{
    std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.date < b.date; });
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const Item &item : std::as_const(items)) {
        auto *row = new ComingRow(m_theme, item.icon, item.date, item.words, this);
        m_layout->addWidget(row);
        if (isVisible())
            row->show();
        m_rows.append(row);
        connect(row, &QAbstractButton::clicked, this, [this, date = item.date] { Q_EMIT dateClicked(date); });
    }
    update();
}

void ComingUp::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
    for (int i = 1; i < m_rows.size(); ++i)
        painter.fillRect(QRect(m_theme.px(space::l), m_rows[i]->y() - 1, width() - 2 * m_theme.px(space::l), 1),
            m_theme.tokens().line);
}

} // namespace lectern
