// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockface.h"

#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace lectern
{

ClockFace::ClockFace(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Clock, T says the time left"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ClockFace::setTime(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    update();
}

void ClockFace::setWidest(const QString &text)
{
    const int colons = int(text.count(QLatin1Char(':')));
    const int digits = int(text.size()) - colons;
    if (digits == m_digits && colons == m_colons)
        return;
    m_digits = digits;
    m_colons = colons;
    updateGeometry();
}

int ClockFace::digitWidth() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Figure));
    int widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

QSize ClockFace::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Figure));
    return {m_digits * digitWidth() + m_colons * metrics.horizontalAdvance(QLatin1Char(':')), metrics.height()};
}

void ClockFace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(Theme::Role::Figure));
    painter.setPen(m_theme.tokens().text);
    const int colon = painter.fontMetrics().horizontalAdvance(QLatin1Char(':'));
    const int digit = digitWidth();
    // From the right, so that the seconds stay where they are when the minutes lose a figure.
    int right = width();
    for (qsizetype i = m_text.size() - 1; i >= 0; --i) {
        const int wide = m_text.at(i) == QLatin1Char(':') ? colon : digit;
        painter.drawText(QRect(right - wide, 0, wide, height()), Qt::AlignCenter, m_text.at(i));
        right -= wide;
    }
}

} // namespace lectern
