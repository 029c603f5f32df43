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
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int fewestDrawn = 5; ///< where the form is drawn by the blueprint

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

void SetupForm::interpretText()
{
    for (QSpinBox *spin : findChildren<QSpinBox *>())
        spin->interpretText();
}

const Blueprint *SetupForm::blueprint() const
{
    return m_guide.certification().blueprint(m_blueprint->currentData().toString());
}

} // namespace lectern
