// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteriarows.h"

#include "certification.h"
#include "formgrid.h"
#include "sessionwords.h"
#include "treepicker.h"
#include "widgets.h"

#include <QCheckBox>
#include <QSpinBox>

namespace lectern
{

namespace
{

constexpr int mostAttemptsBack = 50;

QList<PickerGroup> topicGroups(const Certification &certification)
{
    QList<PickerGroup> groups;
    for (const Domain &domain : certification.domains) {
        PickerGroup group{CriteriaRows::tr("%1 %2", "code and title").arg(domain.code, domain.title), {}};
        for (const Topic &topic : domain.topics)
            group.entries.append({topic.id, topic.title, topic.shortTitle});
        groups.append(group);
    }
    return groups;
}

QList<PickerGroup> objectiveGroups(const Certification &certification)
{
    QList<PickerGroup> groups;
    for (const Blueprint &blueprint : certification.blueprints) {
        for (const Section &section : blueprint.sections) {
            PickerGroup group{CriteriaRows::tr("%1 %2", "code and title").arg(section.code, section.title), {}};
            for (const Objective &objective : section.objectives)
                group.entries.append({blueprint.id + u'/' + objective.id,
                    CriteriaRows::tr("%1 %2", "code and title").arg(objective.id, objective.title), objective.id});
            if (!group.entries.isEmpty())
                groups.append(group);
        }
    }
    return groups;
}

} // namespace

CriteriaRows::CriteriaRows(const Theme &theme, FormGrid &form, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_topics(new TreePicker(theme, tr("Topics"), tr("any topic")))
    , m_objectives(new TreePicker(theme, tr("Objectives"), tr("any objective")))
    , m_notInLast(new QSpinBox)
{
    m_states = {{&DrillCriteria::missed, makeCheck(tr("missed"), QStringLiteral("missed"))},
        {&DrillCriteria::unsure, makeCheck(tr("unsure"), QStringLiteral("drillUnsure"))},
        {&DrillCriteria::unseen, makeCheck(tr("unseen"), QStringLiteral("unseen"))},
        {&DrillCriteria::slow, makeCheck(tr("slow"), QStringLiteral("slow"))},
        {&DrillCriteria::due, makeCheck(tr("due today"), QStringLiteral("due"))}};
    QList<QWidget *> states;
    for (const auto &[member, check] : std::as_const(m_states))
        states << check;
    m_states.at(3).second->setToolTip(tr("Took longer than one and a half times the exam's pace"));
    m_states.at(4).second->setToolTip(tr("Missed, and back after 1, 3, 7 or 16 days"));
    m_rows << form.addRow(tr("Questions"), fieldLine(theme, states), states.constFirst());
    auto *widens = new TextLabel(theme, Theme::Role::Small, tr("Any of these; none ticked: every question."));
    widens->setTone(TextLabel::Tone::Muted);
    widens->setWordWrap(true);
    form.addBelow(widens);

    m_topics->setObjectName(QStringLiteral("topics"));
    m_objectives->setObjectName(QStringLiteral("objectives"));
    m_rows << form.addRow(tr("Topics"), m_topics, m_topics->button());
    m_rows << form.addRow(tr("Objectives"), m_objectives, m_objectives->button());

    QList<QWidget *> levels;
    for (const Difficulty difficulty : {Difficulty::Easy, Difficulty::Medium, Difficulty::Hard}) {
        QCheckBox *check = makeCheck(difficultyName(difficulty), QStringLiteral("difficulty-%1").arg(int(difficulty)));
        m_difficulties.append({difficulty, check});
        levels << check;
    }
    m_rows << form.addRow(tr("Difficulty"), fieldLine(theme, levels), levels.constFirst());

    m_notInLast->setObjectName(QStringLiteral("notInLast"));
    m_notInLast->setRange(0, mostAttemptsBack);
    m_notInLast->setSpecialValueText(tr("shown at any time"));
    m_notInLast->setPrefix(tr("not in the last "));
    m_notInLast->setSuffix(tr(" attempts"));
    m_notInLast->setAccessibleName(tr("Not shown in so many latest attempts"));
    m_rows << form.addRow(tr("Shown"), fieldLine(theme, {m_notInLast}), m_notInLast);

    connect(m_topics, &TreePicker::changed, this, &CriteriaRows::changed);
    connect(m_objectives, &TreePicker::changed, this, &CriteriaRows::changed);
    connect(m_notInLast, &QSpinBox::valueChanged, this, &CriteriaRows::changed);
}

QCheckBox *CriteriaRows::makeCheck(const QString &text, const QString &name)
{
    auto *check = new QCheckBox(text);
    check->setObjectName(name);
    connect(check, &QCheckBox::toggled, this, &CriteriaRows::changed);
    return check;
}

void CriteriaRows::setCertification(const Certification &certification)
{
    m_topics->setGroups(topicGroups(certification));
    m_objectives->setGroups(objectiveGroups(certification));
}

void CriteriaRows::setShown(bool shown)
{
    for (const int row : std::as_const(m_rows))
        m_form.setRowShown(row, shown);
}

DrillCriteria CriteriaRows::criteria() const
{
    DrillCriteria criteria;
    for (const auto &[member, check] : m_states)
        criteria.*member = check->isChecked();
    criteria.topics = m_topics->chosen();
    criteria.objectives = m_objectives->chosen();
    for (const auto &[difficulty, check] : m_difficulties) {
        if (check->isChecked())
            criteria.difficulties << difficulty;
    }
    criteria.notInLast = m_notInLast->value();
    return criteria;
}

void CriteriaRows::setCriteria(const DrillCriteria &criteria)
{
    for (const auto &[member, check] : std::as_const(m_states))
        check->setChecked(criteria.*member);
    m_topics->setChosen(criteria.topics);
    m_objectives->setChosen(criteria.objectives);
    for (const auto &[difficulty, check] : std::as_const(m_difficulties))
        check->setChecked(criteria.difficulties.contains(difficulty));
    m_notInLast->setValue(criteria.notInLast);
}

} // namespace lectern
