// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupform.h"

#include "criteriarows.h"
#include "guidedesk.h"
#include "messagebar.h"
#include "rulerows.h"
#include "sessionwords.h"
#include "settingsdesk.h"
#include "ui.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int fewestDrawn = 5; ///< where the form is drawn by the blueprint
constexpr int mostQuestions = 60;
constexpr int mostMinutes = 600;
constexpr int mostUnscored = 10;

TextLabel *muted(const Theme &theme, Theme::Role role)
{
    auto *label = new TextLabel(theme, role);
    label->setTone(TextLabel::Tone::Muted);
    return label;
}

QString introOf(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Rehearsal:
        return SetupForm::tr("Set out like the real exam. Nothing is shown about right and wrong until you submit.");
    case AttemptMode::Timed:
        return SetupForm::tr("Against the clock, with pauses. Nothing is said about right and wrong until you submit.");
    case AttemptMode::Study:
        return SetupForm::tr("After each answer its rationale, every other option's and the sources.");
    case AttemptMode::Drill:
        return SetupForm::tr("Choose which questions to practise; what you leave open does not narrow the choice.");
    case AttemptMode::Diagnostic:
        break;
    }
    return SetupForm::tr(
        "A first measure across the whole outline. Stop whenever you like tonight and go on tomorrow: it waits here.");
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
    connect(m_blueprint, &QComboBox::activated, this, [this] { m_blueprintChosen = true; });
    connect(m_blueprint, &QComboBox::currentIndexChanged, this, &SetupForm::take);
}

void SetupForm::addSealed()
{
    m_sealed->setObjectName(QStringLiteral("sealed"));
    m_sealed->setWordWrap(true);
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

void SetupForm::reload()
{
    const QScopedValueRollback filling(m_filling, true);
    fillBlueprints();
    m_wished.timePercent = m_settings.value(Setting::ExtraTimePercent).toInt();
    m_wished.breaks = m_settings.value(Setting::Breaks).toInt();
    m_wished.breaksStopClock = m_settings.value(Setting::BreaksStopClock).toBool();
    m_wished.certainty = m_settings.value(Setting::Certainty).toBool();
    m_wished.sleepCounts = m_settings.value(Setting::SleepCounts).toBool();
    m_wished.crashCounts = m_settings.value(Setting::CrashCounts).toBool();
    m_rules->setShowsClock(m_settings.value(Setting::ShowClock).toBool());
    if (!m_filled) {
        m_criteria->setCertification(m_guide.certification());
        m_filled = true;
    }
    fill();
}

void SetupForm::fillBlueprints()
{
    const QString before = m_blueprint->currentData().toString();
    m_blueprint->clear();
    for (const Blueprint &blueprint : m_guide.certification().blueprints)
        m_blueprint->addItem(blueprint.title, blueprint.id);
    const int kept = m_blueprintChosen ? m_blueprint->findData(before) : -1;
    m_blueprint->setCurrentIndex(
        kept >= 0 ? kept : std::max(0, m_blueprint->findData(m_desk.defaultSetup(m_mode).blueprint)));
}

void SetupForm::setMode(AttemptMode mode)
{
    m_mode = mode;
    fill();
    keepRules(m_wished);
    Q_EMIT changed();
}

void SetupForm::setCriteria(const DrillCriteria &criteria)
{
    fill();
    m_setups[m_mode].criteria = criteria;
    fill();
    Q_EMIT changed();
}

/// Shows what was chosen in this mode.
void SetupForm::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    if (!m_setups.contains(m_mode))
        m_setups.insert(m_mode, m_desk.defaultSetup(m_mode));
    ExamDesk::Setup &chosen = m_setups[m_mode];
    chosen.blueprint = m_blueprint->currentData().toString();
    m_title->setText(modeName(m_mode));
    m_intro->setText(introOf(m_mode));
    const Blueprint *drawn = blueprint();
    const int whole = drawn ? drawn->questions : mostQuestions;
    m_size->setCurrent(chosen.questions < whole ? 1 : 0);
    m_length->setMinimum(byCriteria() ? 1 : fewestDrawn);
    m_length->setValue(chosen.questions);
    m_unscored->setValue(chosen.unscored);
    m_limit->setChecked(chosen.minutes > 0);
    m_time->setValue(chosen.minutes > 0 ? chosen.minutes : m_desk.minutesFor(chosen));
    m_criteria->setCriteria(chosen.criteria);
    AttemptRules shown = m_wished;
    shown.feedback = chosen.rules.feedback;
    m_rules->setRules(shown);
    showRows();
}

/// Takes in what the person changed.
void SetupForm::take()
{
    if (m_filling)
        return;
    const QScopedValueRollback filling(m_filling, true);
    ExamDesk::Setup &chosen = m_setups[m_mode];
    const ExamDesk::Setup before = chosen;
    chosen.blueprint = m_blueprint->currentData().toString();
    if (m_mode == AttemptMode::Rehearsal) {
        const Blueprint *drawn = blueprint();
        const int whole = drawn ? drawn->questions : mostQuestions;
        chosen.questions = m_size->current() == 0 ? whole : whole / 2;
        chosen.unscored = m_unscored->value();
    } else if (m_mode != AttemptMode::Diagnostic) {
        chosen.questions = m_length->value();
    }
    if (byCriteria())
        chosen.criteria = m_criteria->criteria();
    // Time goes with the length, until it is set by itself.
    if (chosen.questions != before.questions || chosen.blueprint != before.blueprint ||
        m_mode == AttemptMode::Rehearsal)
        m_time->setValue(m_desk.minutesFor(chosen));
    chosen.minutes = !limitable() || m_limit->isChecked() ? m_time->value() : 0;
    chosen.rules.feedback = m_rules->rules(m_wished).feedback;
    keepRules(m_rules->rules(m_wished));
    showRows();
    Q_EMIT changed();
}

void SetupForm::keepRules(const AttemptRules &rules)
{
    m_wished = rules;
    ExamDesk::Setup kept = m_setups.value(m_mode);
    kept.mode = m_mode;
    kept.rules = rules;
    if (const Outcome remembered = m_desk.rememberRules(kept); !remembered)
        m_ui.messages.showError(remembered.error());
}

ExamDesk::Setup SetupForm::setup() const
{
    ExamDesk::Setup chosen = m_setups.value(m_mode);
    chosen.mode = m_mode;
    chosen.rules.timePercent = chosen.minutes > 0 ? m_wished.timePercent : 100;
    chosen.rules.breaks = m_wished.breaks;
    chosen.rules.breaksStopClock = m_wished.breaksStopClock;
    chosen.rules.certainty = m_wished.certainty;
    chosen.rules.sleepCounts = m_wished.sleepCounts;
    chosen.rules.crashCounts = m_wished.crashCounts;
    return chosen;
}

void SetupForm::showRows()
{
    const ExamDesk::Setup chosen = setup();
    const bool rehearsal = m_mode == AttemptMode::Rehearsal;
    setRowShown(m_blueprintRow, !byCriteria());
    setRowShown(m_sealedRow, rehearsal);
    m_criteria->setShown(byCriteria());
    m_size->setVisible(rehearsal);
    m_length->setVisible(!rehearsal && m_mode != AttemptMode::Diagnostic);
    m_fixedLength->setVisible(m_mode == AttemptMode::Diagnostic);
    m_unscoredLine->setVisible(rehearsal);
    m_limit->setVisible(limitable());
    m_time->setVisible(!rehearsal && chosen.minutes > 0);
    m_fixedTime->setVisible(rehearsal);
    m_rules->setMode(m_mode, chosen.minutes > 0);
    m_rules->setMinutes(chosen.budgetMinutes());
    if (rehearsal)
        showSealed();
    else
        m_problem.clear();
    showNotes();
}

void SetupForm::showSealed()
{
    const ExamDesk::Setup chosen = setup();
    const int left = m_desk.sealedFormsLeft(chosen);
    m_practise->setVisible(left == 0);
    if (left > 0) {
        m_problem.clear();
        m_sealed->setText(tr("Sealed form, never shown before"));
        m_sealedNote->setText(tr("%n sealed form(s) left.", nullptr, left));
        return;
    }
    if (m_desk.sealedQuestions() == 0) {
        m_sealed->setText(tr("No sealed form yet"));
        m_sealedNote->setText(tr("A rehearsal asks what no other mode shows, and no question is kept back for it yet. "
                                 "Timed practice draws the same form from the open questions."));
        m_problem = tr("There is no sealed form yet. Timed practice is possible.");
        return;
    }
    m_sealed->setText(tr("No sealed form left"));
    ExamDesk::Setup shorter = chosen;
    shorter.questions = chosen.questions / 2;
    const bool half = m_size->current() == 0 && m_desk.sealedFormsLeft(shorter) > 0;
    m_sealedNote->setText(half
                              ? tr("The sealed questions that are left fill a half rehearsal only.")
                              : tr("A rehearsal asks what was never shown, and every sealed form of this blueprint was "
                                   "sat. Timed practice draws the same form from the open questions."));
    m_problem = half ? tr("There is no whole sealed form left. A half one is possible.")
                     : tr("There is no sealed form left. Timed practice is possible.");
}

void SetupForm::showNotes()
{
    const QLocale locale;
    const ExamDesk::Setup chosen = setup();
    m_why->setText(whyThisBlueprint());
    const Blueprint *drawn = blueprint();
    const int whole = drawn ? drawn->questions : mostQuestions;
    ExamDesk::Setup size = chosen;
    size.questions = whole;
    m_size->setSegmentText(0, tr("Full: %1 in %2 min", "questions, minutes")
                                  .arg(locale.toString(whole), locale.toString(m_desk.minutesFor(size))));
    size.questions = whole / 2;
    m_size->setSegmentText(1, tr("Half: %1 in %2 min", "questions, minutes")
                                  .arg(locale.toString(size.questions), locale.toString(m_desk.minutesFor(size))));
    m_fixedLength->setText(tr("%n question(s)", nullptr, chosen.questions));
    m_fixedTime->setText(tr("%n min", nullptr, chosen.minutes));
    if (m_mode == AttemptMode::Timed)
        m_lengthNote->setText(chosen.questions == whole ? tr("as in the exam") : QString());
    else if (!byCriteria())
        m_lengthNote->setText({});

    const int seconds = chosen.questions > 0 ? chosen.minutes * 60 / chosen.questions : 0;
    const QString pace =
        tr("%1 min %2 s a question")
            .arg(locale.toString(seconds / 60), QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0')));
    m_timeNote->setText(chosen.minutes == 0                           ? QString()
                        : chosen.minutes == m_desk.minutesFor(chosen) ? tr("as in the exam, %1").arg(pace)
                                                                      : pace);
}

void SetupForm::setMatching(int matching)
{
    if (!byCriteria())
        return;
    m_lengthNote->setText(matching < m_setups.value(m_mode).questions ? tr("only %n matching", nullptr, matching)
                                                                      : tr("of %n matching", nullptr, matching));
}

void SetupForm::interpretText()
{
    for (QSpinBox *spin : findChildren<QSpinBox *>())
        spin->interpretText();
}

const Blueprint *SetupForm::blueprint() const
{
    return m_guide.certification().blueprint(m_blueprint->currentData().toString());
}

QString SetupForm::whyThisBlueprint() const
{
    const QString recommended = m_desk.defaultSetup(m_mode).blueprint;
    const Certification &certification = m_guide.certification();
    const Blueprint *best = certification.blueprint(recommended);
    if (!best)
        return {};
    if (m_blueprint->currentData().toString() != recommended)
        return tr("Recommended for your exam: %1.").arg(best->title);
    const QLocale locale;
    if (best->recommendedFrom.isValid())
        return tr("Recommended for exams from %1 on. %2")
            .arg(locale.toString(best->recommendedFrom, tr("d MMMM yyyy")), best->leavesOut);
    for (const Blueprint &other : certification.blueprints) {
        if (other.recommendedFrom.isValid())
            return tr("Recommended for exams before %1; from that day on: %2.")
                .arg(locale.toString(other.recommendedFrom, tr("d MMMM yyyy")), other.title);
    }
    return tr("The certification's own division.");
}

} // namespace lectern
