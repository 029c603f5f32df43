// SPDX-License-Identifier: GPL-3.0-or-later
#include "plannotice.h"

#include "widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace lectern
{

namespace
{
constexpr int barWidth = 3;
} // namespace

PlanNotice::PlanNotice(const Theme &theme, const QString &button, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_button(plainButton(theme, button, icon))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(
        theme.px(space::m) + theme.px(barWidth), theme.px(space::xs), theme.px(space::s), theme.px(space::xs));
    row->setSpacing(theme.px(space::m));
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    hide();
}

void PlanNotice::say(const QString &sentence)
{
    m_text->setText(sentence);
    m_button->setAccessibleDescription(sentence);
    setVisible(!sentence.isEmpty());
}

QString PlanNotice::text() const
{
    return m_text->text();
}

void PlanNotice::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.raised);
    painter.setPen(tokens.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QRect bar(0, 0, m_theme.px(barWidth), height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), tokens.accent);
}

} // namespace lectern
