// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusclock.h"

#include "theme.h"

#include <QAccessibleWidget>
#include <QPainter>

#include <algorithm>

namespace lectern
{

namespace
{

/// The text with each figure as wide as the widest one.
QString widened(QString text, const QFontMetrics &metrics)
{
    QChar widest = u'0';
    for (char16_t figure = u'0'; figure <= u'9'; ++figure) {
        if (metrics.horizontalAdvance(QChar(figure)) > metrics.horizontalAdvance(widest))
            widest = QChar(figure);
    }
    for (QChar &letter : text)
        letter = letter.isDigit() ? widest : letter;
    return text;
}

/// An accessible name that is set would be announced each time.
class FocusClockAccessible : public QAccessibleWidget
{
public:
    explicit FocusClockAccessible(FocusClock *clock)
        : QAccessibleWidget(clock, QAccessible::StaticText)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? static_cast<FocusClock *>(widget())->text() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeClock(const QString &, QObject *object)
{
    auto *clock = qobject_cast<FocusClock *>(object);
    return clock ? new FocusClockAccessible(clock) : nullptr;
}

} // namespace

FocusClock::FocusClock(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeClock); // twice is once
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FocusClock::setText(const QString &text)
{
    if (text == m_text)
        return;
    const QSize before = sizeHint();
    m_text = text;
    if (sizeHint() != before)
        updateGeometry();
    update();
}

void FocusClock::setWidest(const QString &text)
{
    if (text == m_widest)
        return;
    m_widest = text;
    updateGeometry();
}

QSize FocusClock::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Role::Body));
    return {std::max(metrics.horizontalAdvance(widened(m_widest, metrics)),
                metrics.horizontalAdvance(widened(m_text, metrics))),
        metrics.height()};
}

void FocusClock::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setFont(m_theme.font(Theme::Role::Body));
    painter.setPen(m_theme.tokens().text);
    // Towards the buttons: where the text is shorter, the room is before it.
    painter.drawText(rect(), int(Qt::AlignVCenter) | int(isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight), m_text);
}

} // namespace lectern
