// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"
#include "widgets.h"

#include <QPainter>
#include <QVBoxLayout>

namespace lectern
{

Card::Card(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_body(new QVBoxLayout(this))
{
    connect(&m_theme, &Theme::changed, this, &Card::restyle);
    restyle();
}

void Card::setPadding(const QMargins &padding, int spacing)
{
    m_padding = padding;
    m_spacing = spacing;
    restyle();
}

void Card::restyle()
{
    m_body->setContentsMargins(m_theme.px(m_padding));
    m_body->setSpacing(m_theme.px(m_spacing));
    update();
}

void Card::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
}

QFrame *hairline(QWidget *parent, Qt::Orientation orientation)
{
    auto *line = new QFrame(parent);
    line->setObjectName(QStringLiteral("hairline"));
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

QWidget *emptyState(const Theme &theme, const QString &sentence, const QString &button, std::function<void()> action)
{
    auto *state = new QWidget;
    auto *layout = new QVBoxLayout(state);
    layout->setSpacing(theme.px(space::m));
    auto *text = new TextLabel(theme, Theme::Role::Body, sentence, state);
    text->setTone(TextLabel::Tone::Muted);
    text->setWordWrap(true);
    layout->addWidget(text);
    if (!button.isEmpty()) {
        QPushButton *run = plainButton(theme, button);
        QObject::connect(run, &QPushButton::clicked, state, std::move(action));
        layout->addWidget(run, 0, Qt::AlignLeft);
    }
    return state;
}

} // namespace lectern
