// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultdialog.h"

#include "timeformats.h"
#include "widgets.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int notTold = -1;
constexpr int noteLines = 4;
constexpr int barStep = 5;
constexpr int formWidth = 500; ///< pixels at 100 % text
const QDate firstExam(2020, 1, 1);

} // namespace

ResultDialog::ResultDialog(const Certification &certification, const ExamResult &first, const QList<QDate> &taken,
    QDate today, const Theme &theme, QWidget *parent)
    : FormDialog(theme, tr("Result of the exam"), parent)
    , m_certification(certification)
    , m_theme(theme)
    , m_first(first)
    , m_taken(taken)
    , m_passed(new QRadioButton(tr("&Passed"), this))
    , m_failed(new QRadioButton(tr("&Not passed"), this))
    , m_date(new QDateEdit(this))
    , m_blueprint(new QComboBox(this))
    , m_sections(new QFormLayout)
    , m_entered(first.bars)
    , m_note(new QPlainTextEdit(this))
    , m_explanation(new TextLabel(theme, Theme::Role::Small, {}, this))
    , m_accept(new QPushButton(tr("Save the result"), this))
{
    setMinimumWidth(theme.px(formWidth));
    build();
    m_date->setDateRange(firstExam, today);
    m_date->setDate(first.date.isValid() ? first.date : today);
    m_blueprint->setCurrentIndex(std::max(0, m_blueprint->findData(first.blueprint)));
    m_note->setPlainText(first.note);
    const bool known = raw(first.id) != 0;
    if (known)
        (first.passed ? m_passed : m_failed)->setChecked(true);
    m_passed->setFocus(Qt::TabFocusReason);
    if (known) {
        QPushButton *remove = buttons().addButton(tr("Remove it"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(QStringLiteral("removeResult"));
        connect(remove, &QPushButton::clicked, this, [this] {
            m_removed = true;
            accept();
        });
    }
    connect(m_passed, &QRadioButton::toggled, this, &ResultDialog::explain);
    connect(m_failed, &QRadioButton::toggled, this, &ResultDialog::explain);
    connect(m_date, &QDateEdit::dateChanged, this, &ResultDialog::explain);
    connect(m_blueprint, &QComboBox::currentIndexChanged, this, &ResultDialog::showSections);
    showSections();
}

void ResultDialog::build()
{
    auto *question = new TextLabel(m_theme, Theme::Role::Heading, tr("How did the exam go?"), this);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(dateEntryFormat());
    for (const Blueprint &blueprint : m_certification.blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *form = new QFormLayout;
    for (QFormLayout *rows : {form, m_sections}) {
        rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
        rows->setHorizontalSpacing(m_theme.px(space::l));
        rows->setVerticalSpacing(m_theme.px(space::s));
    }
    form->addRow(tr("&Date"), m_date);
    form->addRow(tr("Bars by the &outline"), m_blueprint);
    auto *bars = new TextLabel(m_theme, Theme::Role::Body,
        tr("The report names a percentage for each section. Enter those it names; leave the others."), this);
    bars->setWordWrap(true);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What came up, what was missing, what to do otherwise"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * m_note->fontMetrics().lineSpacing() + m_theme.px(space::l));
    m_explanation->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("resultExplanation"));
    body().addWidget(question);
    body().addWidget(m_passed);
    body().addWidget(m_failed);
    body().addLayout(form);
    body().addWidget(bars);
    body().addLayout(m_sections);
    body().addWidget(new TextLabel(m_theme, Theme::Role::Body, tr("Note"), this));
    body().addWidget(m_note);
    body().addWidget(m_explanation);
    body().addStretch(1);
    buttons().addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons().addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    m_accept->setDefault(true);
}

void ResultDialog::showSections()
{
    while (m_sections->rowCount() > 0)
        m_sections->removeRow(0);
    m_bars.clear();
    const Blueprint *blueprint = m_certification.blueprint(m_blueprint->currentData().toString());
    if (!blueprint)
        return;
    QWidget *before = m_blueprint;
    for (const Section &section : blueprint->sections) {
        auto *bar = new QSpinBox(this);
        bar->setRange(notTold, 100);
        bar->setSingleStep(barStep);
        bar->setSpecialValueText(tr("not told"));
        bar->setSuffix(tr(" %"));
        bar->setValue(m_entered.value(section.id, notTold));
        bar->setObjectName(QStringLiteral("bar-") + section.id);
        bar->setAccessibleName(tr("%1, percent").arg(section.title));
        connect(bar, &QSpinBox::valueChanged, this, [this, id = section.id](int percent) {
            m_entered.insert(id, percent);
            explain();
        });
        m_sections->addRow(QStringLiteral("%1 %2").arg(
                               section.code, section.shortTitle.isEmpty() ? section.title : section.shortTitle),
            bar);
        m_bars.insert(section.id, bar);
        setTabOrder(before, bar);
        before = bar;
    }
    setTabOrder(before, m_note);
    explain();
}

void ResultDialog::explain()
{
    QString why;
    if (!m_passed->isChecked() && !m_failed->isChecked())
        why = tr("Choose whether you passed.");
    else if (m_taken.contains(m_date->date()))
        why = tr("There already is a result of this day: change that one.");
    m_accept->setEnabled(why.isEmpty());
    m_accept->setToolTip(why);
    if (why.isEmpty()) {
        const Blueprint *blueprint = m_certification.blueprint(m_blueprint->currentData().toString());
        const ExamResult entered = result();
        int weight = 0;
        double points = 0;
        for (const Section &section : blueprint ? blueprint->sections : QList<Section>()) {
            if (!entered.bars.contains(section.id))
                continue;
            weight += section.weight;
            points += section.weight * entered.bars.value(section.id) / 100.0;
        }
        why =
            weight == 100
                ? tr("By the outline's weights that is about %1 of 100 points.").arg(QLocale().toString(qRound(points)))
                : tr("It can be changed and undone later.");
    }
    m_explanation->setTone(m_accept->isEnabled() ? TextLabel::Tone::Muted : TextLabel::Tone::Text);
    m_explanation->setText(why);
}

ExamResult ResultDialog::result() const
{
    ExamResult entered = m_first;
    entered.date = m_date->date();
    entered.passed = m_passed->isChecked();
    entered.blueprint = m_blueprint->currentData().toString();
    entered.note = m_note->toPlainText().trimmed();
    entered.bars.clear();
    for (auto bar = m_bars.cbegin(); bar != m_bars.cend(); ++bar) {
        if (bar.value()->value() != notTold)
            entered.bars.insert(bar.key(), bar.value()->value());
    }
    return entered;
}

} // namespace lectern
