// SPDX-License-Identifier: GPL-3.0-or-later
#include "workup.h"

#include "reportwords.h"
#include "widgets.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

const QList<ErrorType> &Workup::errors()
{
    static const QList<ErrorType> all{ErrorType::DidNotKnow, ErrorType::Misread, ErrorType::Reasoning, ErrorType::Time,
        ErrorType::Slip, ErrorType::BadQuestion};
    return all;
}

Workup::Workup(const Theme &theme, const Miss &miss, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_types(new QWidget(this))
    , m_rule(new QLineEdit(this))
    , m_sibling(new QCheckBox(tr("Queue a sibling"), this))
    , m_dispute(plainButton(theme, tr("Dispute this question…"), QStringLiteral("flag")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(space::s));
    auto *heading = new TextLabel(theme, Theme::Role::Body, tr("Why did it go wrong?"), this);
    heading->setBold(true);
    column->addWidget(heading);
    auto *types = new QGridLayout(m_types);
    types->setContentsMargins(0, 0, 0, 0);
    types->setSpacing(theme.px(space::s));
    for (int i = 0; i < errors().size(); ++i) {
        const ErrorType error = errors().at(i);
        QPushButton *button = plainButton(theme, errorWords(error), {}, QString::number(i + 1));
        button->setObjectName(word(error));
        button->setCheckable(true);
        button->setToolTip(errorHint(error));
        button->setAccessibleDescription(errorHint(error));
        connect(button, &QPushButton::clicked, this, [this, error] { choose(error); });
        m_buttons.append(button);
    }
    column->addWidget(m_types);
    m_dispute->setObjectName(QStringLiteral("offerDispute"));
    connect(m_dispute, &QPushButton::clicked, this, &Workup::disputeWanted);
    column->addWidget(m_dispute, 0, Qt::AlignLeading);

    m_rule->setObjectName(QStringLiteral("rule"));
    m_rule->setMaxLength(longestRule);
    m_rule->setPlaceholderText(tr("Your own rule, in one line"));
    m_rule->setAccessibleName(tr("Your own rule"));
    m_rule->setToolTip(tr("Your own rule (R), saved on Enter"));
    connect(m_rule, &QLineEdit::editingFinished, this, &Workup::saveRule);
    column->addWidget(m_rule);
    m_sibling->setObjectName(QStringLiteral("sibling"));
    m_sibling->setToolTip(tr("A question like it comes back as if you had missed it today (Q)"));
    connect(m_sibling, &QCheckBox::clicked, this, [this](bool on) {
        Miss changed = m_miss;
        changed.siblingQueued = on;
        Q_EMIT said(changed);
    });
    column->addWidget(m_sibling);
    display(miss);
    m_rule->setText(miss.rule);
    arrange();
}

void Workup::display(const Miss &miss)
{
    m_miss = miss;
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(miss.error == errors().at(i));
    m_sibling->setChecked(miss.siblingQueued);
    m_dispute->setVisible(miss.error == ErrorType::BadQuestion);
}

void Workup::setMiss(const Miss &miss)
{
    const bool typing = m_rule->text() != m_miss.rule;
    display(miss);
    if (!typing)
        m_rule->setText(miss.rule);
}

void Workup::choose(ErrorType error)
{
    Miss miss = m_miss;
    miss.error = m_miss.error == error ? std::nullopt : std::optional(error);
    display(m_miss); // a button shows what is stored, not that it was clicked
    Q_EMIT said(miss);
}

void Workup::toggleSibling()
{
    m_sibling->click();
}

void Workup::editRule()
{
    m_rule->setFocus(Qt::ShortcutFocusReason);
}

void Workup::saveRule()
{
    if (m_rule->text().simplified() == m_miss.rule)
        return;
    Miss miss = m_miss;
    miss.rule = m_rule->text().simplified();
    m_rule->setText(miss.rule);
    Q_EMIT said(miss);
}

void Workup::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// As many buttons side by side as there is room for.
void Workup::arrange()
{
    auto *grid = static_cast<QGridLayout *>(m_types->layout());
    int widest = 1;
    for (const QPushButton *button : std::as_const(m_buttons))
        widest = std::max(widest, button->sizeHint().width());
    const int gap = m_theme.px(space::s);
    const int columns = std::clamp((width() + gap) / (widest + gap), 1, int(m_buttons.size()));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_buttons.size(); ++i)
        grid->addWidget(m_buttons.at(i), i / columns, i % columns);
    for (int i = 0; i <= m_buttons.size(); ++i)
        grid->setColumnStretch(i, i == columns ? 1 : 0);
}

} // namespace lectern
