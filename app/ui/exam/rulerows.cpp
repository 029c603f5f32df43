// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulerows.h"

#include "formgrid.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array usualPercents{100, 125, 150, 200};
constexpr int other = int(usualPercents.size()); ///< the segment after them
constexpr int leastPercent = 100;
constexpr int mostPercent = 400;

struct Breaks {
    int count = 0;
    bool stopClock = false;
};
constexpr std::array breakChoices{Breaks{0, false}, Breaks{1, false}, Breaks{1, true}, Breaks{10, true}};

TextLabel *note(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, Theme::Role::Small, text);
    label->setTone(TextLabel::Tone::Muted);
    label->setWordWrap(true);
    return label;
}

QCheckBox *checkBox(const QString &text, const QString &name)
{
    auto *check = new QCheckBox(text);
    check->setObjectName(name);
    return check;
}

} // namespace

RuleRows::RuleRows(const Theme &theme, FormGrid &form, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_form(form)
    , m_extra(new Segments(theme, tr("Extra time")))
    , m_custom(new QSpinBox)
    , m_minutes(new TextLabel(theme, Theme::Role::Body))
    , m_breaks(new QComboBox)
    , m_showClock(checkBox(tr("Show the clock"), QStringLiteral("showClock")))
    , m_fixed(checkBox(tr("Sleep and crashes count against the time"), QStringLiteral("fixed")))
    , m_why(note(theme, tr("Fixed for a rehearsal, as in the exam.")))
    , m_sleep(checkBox(tr("Time asleep counts against the time"), QStringLiteral("sleepCounts")))
    , m_crash(checkBox(tr("Time lost in a crash counts, too"), QStringLiteral("crashCounts")))
    , m_feedback(checkBox(tr("Feedback after each question"), QStringLiteral("feedback")))
    , m_certainty(checkBox(tr("Rate how sure each answer is"), QStringLiteral("rateAnswers")))
{
    addExtraTime();
    addBreaks();
    addClock();
    addAnswers();
    for (QCheckBox *check : {m_sleep, m_crash, m_feedback, m_certainty})
        connect(check, &QCheckBox::toggled, this, &RuleRows::changed);
}

void RuleRows::addExtraTime()
{
    const QLocale locale;
    m_extra->setObjectName(QStringLiteral("extraTime"));
    m_extra->addSegment(tr("None"));
    for (size_t i = 1; i < usualPercents.size(); ++i)
        m_extra->addSegment(tr("%1 ×", "times as long").arg(locale.toString(usualPercents[i] / 100.0)));
    m_extra->addSegment(tr("Other…"));
    m_custom->setObjectName(QStringLiteral("customTime"));
    m_custom->setRange(leastPercent, mostPercent);
    m_custom->setSingleStep(5);
    m_custom->setSuffix(tr(" % of the time"));
    m_custom->setAccessibleName(tr("Time in percent of the exam's"));
    m_custom->hide();
    m_minutes->setBold(true);
    m_extraRow = m_form.addRow(tr("Extra time"), fieldLine(m_theme, {m_extra, m_custom, m_minutes}), m_extra);
    m_form.addBelow(note(m_theme, tr("Saved as your accommodation. The report names it.")));
    connect(m_extra, &Segments::currentChanged, this, [this](int index) {
        m_custom->setVisible(index == other);
        if (index < other)
            m_custom->setValue(usualPercents[size_t(index)]);
        Q_EMIT changed();
    });
    connect(m_custom, &QSpinBox::valueChanged, this, &RuleRows::changed);
}

void RuleRows::addBreaks()
{
    m_breaks->setObjectName(QStringLiteral("breaks"));
    m_breaks->addItems({tr("No break"), tr("One break, clock runs"), tr("One break, clock stops"),
        tr("Breaks as needed, clock stops")});
    auto *locked = new TextLabel(m_theme, Theme::Role::Body, tr("seen questions are locked"));
    locked->setTone(TextLabel::Tone::Muted);
    m_breaksRow = m_form.addRow(tr("Breaks"), fieldLine(m_theme, {m_breaks, locked}), m_breaks);
    nameComboBox(m_breaks, tr("Breaks")); // the row's label does not stand beside it
    connect(m_breaks, &QComboBox::currentIndexChanged, this, [this, locked](int index) {
        locked->setVisible(index > 0);
        Q_EMIT changed();
    });
    locked->hide();
}

void RuleRows::addClock()
{
    m_fixed->setChecked(true);
    m_fixed->setEnabled(false);
    m_fixed->setToolTip(m_why->text());
    m_clockRow = m_form.addRow(tr("Clock"), m_showClock);
    m_form.addBelow(note(m_theme, tr("Warns at 30, 15, 5 and 1 minute, hidden or not.")));
    for (QWidget *part : std::initializer_list<QWidget *>{m_fixed, m_why, m_sleep, m_crash})
        m_form.addBelow(part);
    connect(m_showClock, &QCheckBox::toggled, this, &RuleRows::showClockChanged);
}

void RuleRows::addAnswers()
{
    m_answersRow = m_form.addRow(tr("Answers"), m_certainty);
    m_form.addBelow(m_feedback);
}

void RuleRows::setMode(AttemptMode mode, bool timed)
{
    m_mode = mode;
    const bool rehearsal = mode == AttemptMode::Rehearsal;
    m_form.setRowShown(m_extraRow, timed);
    m_custom->setVisible(timed && m_extra->current() == other);
    m_form.setRowShown(m_breaksRow, rehearsal);
    m_form.setRowShown(m_clockRow, timed);
    for (QWidget *part : std::initializer_list<QWidget *>{m_fixed, m_why})
        part->setVisible(timed && rehearsal);
    for (QWidget *part : std::initializer_list<QWidget *>{m_sleep, m_crash})
        part->setVisible(timed && !rehearsal);
    m_form.setRowShown(m_answersRow, !rehearsal);
    const bool study = mode == AttemptMode::Study;
    m_feedback->setVisible(study || mode == AttemptMode::Drill);
    m_feedback->setEnabled(!study);
    m_feedback->setToolTip(study ? tr("Studying is answering and reading why: a drill can do without.") : QString());
}

int RuleRows::percent() const
{
    const int index = m_extra->current();
    return index >= 0 && index < other ? usualPercents[size_t(index)] : m_custom->value();
}

AttemptRules RuleRows::rules(AttemptRules wished) const
{
    const Breaks &breaks = breakChoices[size_t(std::max(0, m_breaks->currentIndex()))];
    wished.timePercent = percent();
    wished.breaks = breaks.count;
    wished.breaksStopClock = breaks.stopClock;
    wished.feedback = m_mode == AttemptMode::Study || (m_mode == AttemptMode::Drill && m_feedback->isChecked());
    wished.certainty = m_certainty->isChecked();
    wished.sleepCounts = m_sleep->isChecked();
    wished.crashCounts = m_crash->isChecked();
    return wished;
}

void RuleRows::setRules(const AttemptRules &rules)
{
    const auto usual = std::find(usualPercents.begin(), usualPercents.end(), rules.timePercent);
    m_custom->setValue(rules.timePercent);
    m_extra->setCurrent(int(usual - usualPercents.begin()));
    const auto breaks = std::find_if(breakChoices.begin(), breakChoices.end(), [&rules](const Breaks &choice) {
        return choice.count == rules.breaks && (choice.count == 0 || choice.stopClock == rules.breaksStopClock);
    });
    m_breaks->setCurrentIndex(breaks == breakChoices.end() ? 0 : int(breaks - breakChoices.begin()));
    m_feedback->setChecked(rules.feedback);
    m_certainty->setChecked(rules.certainty);
    m_sleep->setChecked(rules.sleepCounts);
    m_crash->setChecked(rules.crashCounts);
}

void RuleRows::setMinutes(int minutes)
{
    m_minutes->setText(tr("%n min", nullptr, minutes));
}

void RuleRows::setShowsClock(bool shows)
{
    m_showClock->setChecked(shows);
}

} // namespace lectern
