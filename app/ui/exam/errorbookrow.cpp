// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbook.h"

#include "reportwords.h"
#include "theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lectern
{

ErrorBookRow::ErrorBookRow(const Theme &theme, const ReportDesk::ErrorBookEntry &entry, const QString &topic,
    const QDateTime &last, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_entry(entry)
    , m_topic(topic)
    , m_when(tr("missed %n time(s), last %1", nullptr, entry.missed)
                 .arg(QLocale().toString(last.date(), QLocale::ShortFormat)))
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name();
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void ErrorBookRow::name()
{
    QStringList spoken{m_entry.item.title, m_topic, m_when};
    if (m_entry.miss.error)
        spoken << errorWords(*m_entry.miss.error);
    if (!m_entry.miss.rule.isEmpty())
        spoken << tr("your rule: %1").arg(m_entry.miss.rule);
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(tr(", ")));
}

void ErrorBookRow::setMiss(const Miss &miss)
{
    m_entry.miss = miss;
    name();
    updateGeometry();
    update();
}

QSize ErrorBookRow::sizeHint() const
{
    const int body = QFontMetrics(m_theme.font(Theme::Role::Body)).height();
    const int small = QFontMetrics(m_theme.font(Theme::Role::Small)).height();
    const int rule = m_entry.miss.rule.isEmpty() ? 0 : body;
    return {m_theme.px(480), body + small + rule + m_theme.px(space::m)};
}

QSize ErrorBookRow::minimumSizeHint() const
{
    return {m_theme.px(200), sizeHint().height()};
}

void ErrorBookRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT stepPressed(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void ErrorBookRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked())
        painter.fillRect(rect(), t.accentSoft);
    else if (isDown())
        painter.fillRect(rect(), t.track);
    else if (underMouse())
        painter.fillRect(rect(), hovered(t));
    if (isChecked() || hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    } else {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    }
    const int margin = m_theme.px(space::m);
    const QRect inner = rect().adjusted(margin, m_theme.px(6), -margin, -m_theme.px(6));
    const auto draw = [&](QRect area, const QString &text, Qt::Alignment alignment) {
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), area),
            int(QStyle::visualAlignment(layoutDirection(), alignment | Qt::AlignTop)),
            painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };
    const QFont body = m_theme.font(Theme::Role::Body);
    QFont bold = body;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    const QString error = m_entry.miss.error ? errorWords(*m_entry.miss.error) : tr("not worked up");
    QFont errorFont = m_entry.miss.error ? bold : body;
    painter.setFont(errorFont);
    painter.setPen(m_entry.miss.error ? t.text : t.muted);
    const int wide = std::min(inner.width() / 2, painter.fontMetrics().horizontalAdvance(error) + 2);
    const int line = QFontMetrics(body).height();
    draw(QRect(inner.right() - wide, inner.top(), wide, line), error, Qt::AlignRight);
    painter.setFont(body);
    painter.setPen(t.text);
    draw(QRect(inner.left(), inner.top(), inner.width() - wide - margin, line), m_entry.item.title, Qt::AlignLeft);
    int top = inner.top() + line;
    if (!m_entry.miss.rule.isEmpty()) {
        QFont own = body;
        own.setItalic(true);
        painter.setFont(own);
        draw(QRect(inner.left(), top, inner.width(), line), m_entry.miss.rule, Qt::AlignLeft);
        top += line;
    }
    painter.setFont(m_theme.font(Theme::Role::Small));
    painter.setPen(t.muted);
    draw(QRect(inner.left(), top, inner.width(), painter.fontMetrics().height()),
        tr("%1, %2", "topic, missed 2 times").arg(m_topic, m_when), Qt::AlignLeft);
}

} // namespace lectern
