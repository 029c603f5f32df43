// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorbook.h"

#include "reportwords.h"
#include "theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lectern
{

ErrorBookRow::ErrorBookRow(const Theme &theme, const ReportDesk::ErrorBookEntry &entry, const QString &topic,
    const QDateTime &last, QWidget *parent)
    : QuestionRow(theme, parent)
    , m_entry(entry)
    , m_topic(topic)
    , m_when(tr("missed %n time(s), last %1", nullptr, entry.missed)
                 .arg(QLocale().toString(last.date(), QLocale::ShortFormat)))
{
    name();
}

void ErrorBookRow::name()
{
    QStringList spoken{m_entry.item.title, m_topic, m_when};
    if (m_entry.miss.error)
        spoken << errorWords(*m_entry.miss.error);
    if (!m_entry.miss.rule.isEmpty())
        spoken << tr("your rule: %1").arg(m_entry.miss.rule);
    if (m_disputed)
        spoken << tr("in dispute");
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(tr(", ")));
}

void ErrorBookRow::setState(const Miss &miss, bool disputed)
{
    m_entry.miss = miss;
    m_disputed = disputed;
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

void ErrorBookRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const int margin = m_theme.px(space::m);
    const QRect inner = rect().adjusted(margin, m_theme.px(6), -margin, -m_theme.px(6));
    const auto draw = [&](const QRect &area, const QString &text, Qt::Alignment alignment) {
        drawElided(painter, *this, area, text, alignment | Qt::AlignTop);
    };
    const QFont body = m_theme.font(Theme::Role::Body);
    QFont bold = body;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    const bool said = m_entry.miss.error && !m_disputed;
    const QString error = m_disputed ? tr("in dispute") : said ? errorWords(*m_entry.miss.error) : tr("not worked up");
    painter.setFont(said ? bold : body);
    painter.setPen(m_disputed ? t.warn : said ? t.text : t.muted);
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
