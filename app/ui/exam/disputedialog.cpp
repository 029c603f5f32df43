// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputedialog.h"

#include "dialogs.h"
#include "examwords.h"
#include "messagebar.h"
#include "questionwords.h"
#include "reportdesk.h"
#include "safetext.h"
#include "ui.h"
#include "widgets.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int reasonLines = 5;

QWidget *fieldOf(DisputeFlaw flaw, QWidget *option, QWidget *reason, QWidget *source)
{
    return flaw == DisputeFlaw::NoOption ? option : flaw == DisputeFlaw::BadSource ? source : reason;
}

} // namespace

DisputeDialog::DisputeDialog(ReportDesk &desk, const Ui &ui, const Item &item, const FormItem &seat, QWidget *parent)
    : FormDialog(ui.theme, tr("Dispute a question"), parent)
    , m_desk(desk)
    , m_ui(ui)
    , m_dispute(desk.disputeOf(seat))
    , m_kinds(new QButtonGroup(this))
    , m_fields(new QVBoxLayout)
    , m_option(new QComboBox(this))
    , m_optionText(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
    , m_reason(new QPlainTextEdit(this))
    , m_source(new QLineEdit(this))
    , m_problem(new TextLabel(ui.theme, Theme::Role::Body, {}, this))
{
    explain(item);
    addKinds();
    m_fields->setSpacing(ui.theme.px(space::xs));
    body().addLayout(m_fields);
    addOptions(item, seat);
    addFields();
    addButtons();
    fill();
}

void DisputeDialog::explain(const Item &item)
{
    const Theme &theme = m_ui.theme;
    auto *question = new TextLabel(theme, Theme::Role::Heading, tr("What do you object to?"), this);
    auto *title = new TextLabel(theme, Theme::Role::Body, tr("In “%1”").arg(item.title), this);
    title->setWordWrap(true);
    auto *why = new TextLabel(theme, Theme::Role::Body,
        tr("Filed, the question leaves scores and readiness until you withdraw it or the pack brings another revision. "
           "Saved as a small file it can be sent to whoever makes the questions: it names the question and nothing "
           "about you or this computer."),
        this);
    why->setTone(TextLabel::Tone::Muted);
    why->setWordWrap(true);
    for (QWidget *label : std::initializer_list<QWidget *>{question, title, why})
        body().addWidget(label);
}

void DisputeDialog::addKinds()
{
    auto *kinds = new QVBoxLayout;
    kinds->setSpacing(m_ui.theme.px(space::xs));
    for (const DisputeKind kind : {DisputeKind::WrongKey, DisputeKind::SecondAnswer, DisputeKind::OutOfDate,
             DisputeKind::Unclear, DisputeKind::Other}) {
        auto *choice = new QRadioButton(disputeWords(kind), this);
        choice->setObjectName(word(kind));
        m_kinds->addButton(choice, int(kind));
        kinds->addWidget(choice);
    }
    body().addLayout(kinds);
    connect(m_kinds, &QButtonGroup::idToggled, this, &DisputeDialog::kindChosen);
}

void DisputeDialog::addOptions(const Item &item, const FormItem &seat)
{
    m_option->setObjectName(QStringLiteral("option"));
    m_optionText->setObjectName(QStringLiteral("optionText"));
    m_optionText->setTextFormat(Qt::RichText);
    m_optionText->setWordWrap(true);
    for (int index = 0; index < seat.optionOrder.size(); ++index) {
        const Option *option = item.option(seat.optionOrder.at(index));
        if (option && !option->key)
            m_option->addItem(tr("Option %1").arg(letter(index)), option->id);
    }
    // A box would show the beginning of a long option only.
    const auto showWhole = [this, item] {
        const Option *option = item.option(m_option->currentData().toString());
        m_optionText->setText(option ? inlineRichText(option->text, m_ui.theme) : QString());
        m_option->setAccessibleDescription(option ? option->text : QString());
    };
    connect(m_option, &QComboBox::currentIndexChanged, this, showWhole);
    showWhole();
    m_optionLabel = addField(tr("Wh&ich option"), m_option);
    m_fields->addWidget(m_optionText);
}

QLabel *DisputeDialog::addField(const QString &name, QWidget *field)
{
    auto *label = new QLabel(name, this);
    label->setBuddy(field);
    label->setContentsMargins(0, m_ui.theme.px(space::xs), 0, 0);
    m_fields->addWidget(label);
    m_fields->addWidget(field);
    return label;
}

void DisputeDialog::addFields()
{
    const Theme &theme = m_ui.theme;
    m_reason->setObjectName(QStringLiteral("field"));
    m_reason->setTabChangesFocus(true);
    // By itself it would be a third of the screen.
    m_reason->setFixedHeight(reasonLines * m_reason->fontMetrics().lineSpacing() + theme.px(space::xl));
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setPlaceholderText(tr("https:// address of a page that shows it"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTone(TextLabel::Tone::Bad);
    m_problem->setWordWrap(true);
    m_problem->hide();
    addField(tr("&Why"), m_reason);
    addField(tr("&Source, if you have one"), m_source);
    m_fields->addWidget(m_problem);
    body().addStretch(1);
}

void DisputeDialog::addButtons()
{
    auto *file = new QPushButton(tr("&File dispute"), this);
    file->setObjectName(QStringLiteral("file"));
    auto *send = new QPushButton(tr("Save for the &author…"), this);
    send->setObjectName(QStringLiteral("export"));
    buttons().addButton(file, QDialogButtonBox::ActionRole);
    buttons().addButton(send, QDialogButtonBox::ActionRole);
    buttons().addButton(tr("Close"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("close"));
    file->setDefault(true);
    connect(file, &QPushButton::clicked, this, &DisputeDialog::fileIt);
    connect(send, &QPushButton::clicked, this, &DisputeDialog::exportIt);
}

void DisputeDialog::fill()
{
    m_kinds->button(int(m_dispute.kind))->setChecked(true);
    m_option->setCurrentIndex(std::max(0, m_option->findData(m_dispute.option)));
    m_reason->setPlainText(m_dispute.reason);
    m_reason->moveCursor(QTextCursor::End);
    m_source->setText(m_dispute.source);
    kindChosen();
    m_kinds->checkedButton()->setFocus(Qt::TabFocusReason);
}

void DisputeDialog::kindChosen()
{
    const bool shown = m_kinds->checkedId() == int(DisputeKind::SecondAnswer);
    for (QWidget *part : std::initializer_list<QWidget *>{m_optionLabel, m_option, m_optionText})
        part->setVisible(shown);
}

Dispute DisputeDialog::dispute() const
{
    Dispute entered = m_dispute;
    entered.kind = DisputeKind(m_kinds->checkedId());
    entered.option = entered.kind == DisputeKind::SecondAnswer ? m_option->currentData().toString() : QString();
    entered.reason = m_reason->toPlainText();
    entered.source = m_source->text().trimmed();
    return entered;
}

void DisputeDialog::done(int result)
{
    if (!m_filed)
        m_desk.keepDraft(dispute());
    FormDialog::done(result);
}

void DisputeDialog::refuse(const QString &why, QWidget *field)
{
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    for (QWidget *other : std::initializer_list<QWidget *>{m_reason, m_source})
        other->setAccessibleDescription({});
    if (!field)
        return;
    // Where the focus goes, a screen reader says it.
    field->setAccessibleDescription(why);
    field->setFocus(Qt::OtherFocusReason);
    m_fields->removeWidget(m_problem);
    m_fields->insertWidget(m_fields->indexOf(field) + 1, m_problem);
    // Once it has its place.
    QTimer::singleShot(0, this, [this, field] {
        bring(*m_problem);
        bring(*field);
    });
}

std::optional<Dispute> DisputeDialog::flawless()
{
    Dispute entered = dispute();
    m_desk.keepDraft(entered);
    entered.reason = plainReason(entered.reason);
    if (const DisputeFlaw flaw = flawOf(entered); flaw != DisputeFlaw::None) {
        refuse(flawWords(flaw), fieldOf(flaw, m_option, m_reason, m_source));
        return std::nullopt;
    }
    refuse({}, nullptr);
    return entered;
}

void DisputeDialog::fileIt()
{
    const auto entered = flawless();
    if (!entered)
        return;
    if (const Outcome filed = m_desk.fileDispute(*entered); !filed) {
        refuse(sentence(filed.error()), m_reason);
        return;
    }
    m_filed = true;
    accept();
}

void DisputeDialog::exportIt()
{
    const auto entered = flawless();
    if (!entered)
        return;
    QString path = m_ui.dialogs.saveFile(this, tr("Save the dispute"),
        tr("dispute-%1", "file name").arg(entered->item) + QStringLiteral(".yaml"), tr("Disputes (*.yaml)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive)) {
        path += QStringLiteral(".yaml");
        // The person was asked about another name.
        if (QFileInfo::exists(path) &&
            !m_ui.dialogs.confirm(this, tr("Replace %1?").arg(path), tr("What it holds is lost."), tr("Replace")))
            return;
    }
    if (const Outcome written = ReportDesk::exportDispute(*entered, path); !written) {
        refuse(sentence(written.error()), m_reason);
        return;
    }
    m_exported = path;
    accept();
}

} // namespace lectern
