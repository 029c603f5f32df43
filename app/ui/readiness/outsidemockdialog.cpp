// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsidemockdialog.h"

#include "timeformats.h"
#include "widgets.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lectern
{

namespace
{
constexpr int usualQuestions = 60;
constexpr int longestNote = 500;
} // namespace

OutsideMockDialog::OutsideMockDialog(const OutsideMock &mock, QDate today, const Theme &theme, QWidget *parent)
    : FormDialog(theme, mock.questions > 0 ? tr("Mock taken elsewhere") : tr("Add a mock taken elsewhere"), parent)
    , m_mock(mock)
    , m_provider(new QLineEdit(mock.provider, this))
    , m_date(new QDateEdit(this))
    , m_right(new QSpinBox(this))
    , m_questions(new QSpinBox(this))
    , m_seen(new QCheckBox(tr("I had seen some of its questions &before"), this))
    , m_note(new QLineEdit(mock.note, this))
    , m_trouble(new TextLabel(theme, Theme::Role::Body, {}, this))
    , m_accept(new QPushButton(tr("Save mock"), this))
{
    const bool fresh = mock.questions <= 0;
    m_date->setMaximumDate(today);
    m_date->setDate(mock.date.isValid() ? mock.date : today);
    m_questions->setRange(1, mostMockQuestions);
    m_questions->setValue(fresh ? usualQuestions : mock.questions);
    m_right->setRange(0, mostMockQuestions);
    m_right->setValue(mock.right);
    m_seen->setChecked(mock.seenBefore);
    build(theme, fresh);
    connect(m_provider, &QLineEdit::textChanged, this, &OutsideMockDialog::judge);
    connect(m_right, &QSpinBox::valueChanged, this, &OutsideMockDialog::judge);
    connect(m_questions, &QSpinBox::valueChanged, this, &OutsideMockDialog::judge);
    judge();
}

void OutsideMockDialog::build(const Theme &theme, bool fresh)
{
    auto *why = new TextLabel(theme, Theme::Role::Body,
        tr("It tells how this bank compares with other people's questions. One whose questions you knew stays in the "
           "list and says nothing of the exam."),
        this);
    why->setTone(TextLabel::Tone::Muted);
    why->setWordWrap(true);
    m_provider->setMaxLength(longestProvider);
    m_note->setMaxLength(longestNote);
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(QDate(2020, 1, 1));
    m_date->setDisplayFormat(dateEntryFormat());
    m_trouble->setTone(TextLabel::Tone::Warn);
    m_trouble->setWordWrap(true);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(theme.px(space::l));
    form->setVerticalSpacing(theme.px(space::s));
    form->addRow(tr("&Provider"), m_provider);
    form->addRow(tr("&Date"), m_date);
    form->addRow(tr("&Right answers"), m_right);
    form->addRow(tr("&Questions"), m_questions);
    form->addRow(QString(), m_seen);
    form->addRow(tr("&Note"), m_note);
    body().addWidget(why);
    body().addLayout(form);
    body().addWidget(m_trouble);
    body().addStretch(1);
    buttons().addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons().addButton(fresh ? tr("Add none") : tr("Leave as it is"), QDialogButtonBox::RejectRole);
    m_accept->setDefault(true);
    m_provider->setFocus();
}

void OutsideMockDialog::judge()
{
    QString trouble;
    if (m_provider->text().trimmed().isEmpty())
        trouble = tr("Name the provider.");
    else if (m_right->value() > m_questions->value())
        trouble = tr("More answers are right than there are questions.");
    m_trouble->setText(trouble);
    m_accept->setEnabled(trouble.isEmpty());
}

OutsideMock OutsideMockDialog::mock() const
{
    OutsideMock made = m_mock;
    made.provider = m_provider->text().trimmed();
    made.date = m_date->date();
    made.right = m_right->value();
    made.questions = m_questions->value();
    made.seenBefore = m_seen->isChecked();
    made.note = m_note->text().trimmed();
    return made;
}

} // namespace lectern
