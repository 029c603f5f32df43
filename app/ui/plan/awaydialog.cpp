// SPDX-License-Identifier: GPL-3.0-or-later
#include "awaydialog.h"

#include "plandesk.h"
#include "planwords.h"
#include "widgets.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int longest = 366; ///< days
} // namespace

AwayDialog::AwayDialog(QDate first, QDate last, const PlanDesk &plan, const Theme &theme, QWidget *parent)
    : FormDialog(theme, tr("I was away"), parent)
    , m_plan(plan)
    , m_first(new QDateEdit(first, this))
    , m_last(new QDateEdit(last, this))
    , m_effect(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_excuse(primaryButton(theme, tr("Excuse")))
{
    auto *what = new TextLabel(theme, Theme::Role::Body,
        tr("What was not studied on these days is no miss and says nothing about your pace. Days to come become days "
           "off."),
        this);
    what->setWordWrap(true);
    body().addWidget(what);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(theme.px(space::l));
    form->setVerticalSpacing(theme.px(space::m));
    m_first->setObjectName(QStringLiteral("awayFirst"));
    m_last->setObjectName(QStringLiteral("awayLast"));
    m_first->setAccessibleName(tr("First day away"));
    m_last->setAccessibleName(tr("Last day away"));
    for (QDateEdit *edit : {m_first, m_last})
        edit->setCalendarPopup(true);
    form->addRow(tr("&From"), m_first);
    form->addRow(tr("&To"), m_last);
    body().addLayout(form);
    m_effect->setWordWrap(true);
    m_effect->setObjectName(QStringLiteral("awayEffect"));
    body().addWidget(m_effect);
    body().addStretch(1);
    m_excuse->setObjectName(QStringLiteral("awayExcuse"));
    m_excuse->setDefault(true);
    buttons().addButton(m_excuse, QDialogButtonBox::AcceptRole);
    buttons().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QDateEdit *edit : {m_first, m_last})
        connect(edit, &QDateEdit::dateChanged, this, &AwayDialog::refresh);
    refresh();
}

QDate AwayDialog::first() const
{
    return m_first->date();
}

QDate AwayDialog::last() const
{
    return m_last->date();
}

void AwayDialog::refresh()
{
    const bool ordered = first() <= last() && first().daysTo(last()) < longest;
    m_excuse->setEnabled(ordered);
    m_effect->setTone(ordered ? TextLabel::Tone::Text : TextLabel::Tone::Warn);
    if (!ordered) {
        m_effect->setText(first() > last() ? tr("The last day comes before the first.")
                                           : tr("That is more than a year: make a new plan instead."));
        m_excuse->setToolTip(m_effect->text());
        return;
    }
    m_excuse->setToolTip({});
    int past = 0;
    int minutes = 0;
    int coming = 0;
    for (const Block &block : m_plan.blocks(first(), last())) {
        if (block.state != BlockState::Planned || block.loggedMinutes > 0)
            continue;
        if (block.date >= m_plan.today()) {
            ++coming;
        } else {
            ++past;
            minutes += block.minutes;
        }
    }
    QStringList said;
    said << (past > 0 ? tr("%n block(s), %1, are excused.", nullptr, past).arg(hoursText(minutes))
                      : tr("No block of days gone by is excused by it."));
    if (coming > 0)
        said << tr("%n block(s) to come need another day.", nullptr, coming);
    m_effect->setText(said.join(u' '));
}

} // namespace lectern
