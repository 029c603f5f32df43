// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the form, made once.
#include "criteriarows.h"
#include "messagebar.h"
#include "rulerows.h"
#include "sessionwords.h"
#include "settingsdesk.h"
#include "setupform.h"
#include "ui.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lectern
{

namespace
{

constexpr int mostMinutes = 600;
constexpr int mostUnscored = 10;

TextLabel *muted(const Theme &theme, Theme::Role role)
{
    auto *label = new TextLabel(theme, role);
    label->setTone(TextLabel::Tone::Muted);
    return label;
}

} // namespace

SetupForm::SetupForm(ExamDesk &desk, GuideDesk &guide, SettingsDesk &settings, Ui &ui, QWidget *parent)
    : FormGrid(ui.theme, parent)
    , m_desk(desk)
    , m_guide(guide)
    , m_settings(settings)
    , m_ui(ui)
    , m_title(new TextLabel(ui.theme, Theme::Role::Heading))
    , m_intro(muted(ui.theme, Theme::Role::Small))
    , m_blueprint(new QComboBox)
    , m_why(muted(ui.theme, Theme::Role::Small))
    , m_leavesOutLink(linkButton(ui.theme, QString()))
    , m_leavesOut(muted(ui.theme, Theme::Role::Small))
    , m_sealed(new TextLabel(ui.theme, Theme::Role::Body))
    , m_sealedNote(muted(ui.theme, Theme::Role::Small))
    , m_practise(nullptr)
    , m_size(new Segments(ui.theme, tr("Length")))
    , m_length(new QSpinBox)
    , m_fixedLength(new TextLabel(ui.theme, Theme::Role::Body))
    , m_lengthNote(muted(ui.theme, Theme::Role::Body))
    , m_unscored(new QSpinBox)
    , m_limit(new QCheckBox(tr("Limit the time")))
    , m_time(new QSpinBox)
    , m_fixedTime(new TextLabel(ui.theme, Theme::Role::Body))
    , m_timeNote(muted(ui.theme, Theme::Role::Body))
{
    addHead(makeHead());
    addBlueprint();
    addSealed();
    m_criteria = new CriteriaRows(ui.theme, *this, this);
    addLength();
    addTime();
    m_rules = new RuleRows(ui.theme, *this, this);
    finish();

    connect(m_criteria, &CriteriaRows::changed, this, &SetupForm::take);
    connect(m_rules, &RuleRows::changed, this, &SetupForm::take);
    connect(m_rules, &RuleRows::showClockChanged, this, [this](bool on) {
        if (m_filling)
            return;
        if (const Outcome kept = m_settings.set(Setting::ShowClock, on); !kept)
            m_ui.messages.showError(kept.error());
    });
}

QWidget *SetupForm::makeHead()
{
    m_intro->setWordWrap(true);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_ui.theme.px(space::xs));
    column->addWidget(m_title);
    column->addWidget(m_intro);
    return head;
}

void SetupForm::addBlueprint()
{
    m_blueprint->setObjectName(QStringLiteral("blueprint"));
    m_blueprint->setAccessibleName(tr("Blueprint"));
    m_blueprint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_blueprint->setMinimumContentsLength(12);
    m_why->setWordWrap(true);
    m_blueprintRow = addRow(tr("Blueprint"), m_blueprint);
    addBelow(m_why);
    m_leavesOut->setObjectName(QStringLiteral("leavesOut"));
    m_leavesOut->setWordWrap(true);
    m_leavesOutLine = fieldLine(m_ui.theme, {m_leavesOutLink});
    addBelow(m_leavesOutLine);
    addBelow(m_leavesOut);
    connect(m_leavesOutLink, &QPushButton::clicked, this, [this] {
        m_explains = !m_explains;
        showWhy();
    });
    connect(m_blueprint, &QComboBox::activated, this, [this] { m_blueprintChosen = true; });
    connect(m_blueprint, &QComboBox::currentIndexChanged, this, &SetupForm::take);
}

void SetupForm::addSealed()
{
    m_sealed->setObjectName(QStringLiteral("sealed"));
    m_sealed->setWordWrap(true);
    m_sealedNote->setObjectName(QStringLiteral("sealedNote"));
    m_sealedNote->setWordWrap(true);
    auto *practise = plainButton(m_ui.theme, tr("Practise against the clock instead"), modeIcon(AttemptMode::Timed));
    practise->setObjectName(QStringLiteral("practise"));
    m_practise = fieldLine(m_ui.theme, {practise});
    m_sealedRow = addRow(tr("Form"), m_sealed);
    addBelow(m_sealedNote);
    addBelow(m_practise);
    connect(practise, &QPushButton::clicked, this, &SetupForm::practiceWanted);
}

void SetupForm::addLength()
{
    m_size->setObjectName(QStringLiteral("size"));
    m_size->addSegment(QString());
    m_size->addSegment(QString());
    m_length->setObjectName(QStringLiteral("length"));
    m_length->setRange(1, mostQuestions);
    m_length->setSuffix(tr(" questions"));
    m_length->setAccessibleName(tr("Length in questions"));
    m_lengthNote->setObjectName(QStringLiteral("lengthNote"));
    m_unscored->setObjectName(QStringLiteral("unscored"));
    m_unscored->setRange(0, mostUnscored);
    m_unscored->setPrefix(tr("plus "));
    m_unscored->setSuffix(tr(" unscored"));
    m_unscored->setSpecialValueText(tr("none unscored"));
    m_unscored->setAccessibleName(tr("Unscored questions besides"));
    auto *unmarked = muted(m_ui.theme, Theme::Role::Body);
    unmarked->setText(tr("unmarked among the others"));
    m_unscoredLine = fieldLine(m_ui.theme, {m_unscored, unmarked});
    addRow(tr("Length"), fieldLine(m_ui.theme, {m_size, m_length, m_fixedLength, m_lengthNote}), m_length);
    addBelow(m_unscoredLine);
    connect(m_size, &Segments::currentChanged, this, &SetupForm::take);
    connect(m_length, &QSpinBox::valueChanged, this, &SetupForm::take);
    connect(m_unscored, &QSpinBox::valueChanged, this, &SetupForm::take);
}

void SetupForm::addTime()
{
    m_limit->setObjectName(QStringLiteral("limit"));
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setRange(1, mostMinutes);
    m_time->setSuffix(tr(" min"));
    m_time->setAccessibleName(tr("Time in minutes"));
    addRow(tr("Time"), fieldLine(m_ui.theme, {m_limit, m_time, m_fixedTime, m_timeNote}), m_time);
    connect(m_limit, &QCheckBox::toggled, this, &SetupForm::take);
    connect(m_time, &QSpinBox::valueChanged, this, &SetupForm::take);
}

} // namespace lectern
