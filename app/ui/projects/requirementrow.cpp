// SPDX-License-Identifier: GPL-3.0-or-later
#include "requirementrow.h"

#include "evidencefield.h"
#include "historydesk.h"
#include "messagebar.h"
#include "noteedit.h"
#include "projectdesk.h"
#include "tell.h"
#include "ui.h"
#include "widgets.h"

#include <QGridLayout>
#include <QRadioButton>

namespace lectern
{

namespace
{

/// In the order of the segments.
constexpr RequirementState states[] = {RequirementState::Open, RequirementState::InProgress, RequirementState::Done};

QString stateWord(RequirementState state)
{
    switch (state) {
    case RequirementState::InProgress:
        return RequirementRow::tr("In progress");
    case RequirementState::Done:
        return RequirementRow::tr("Done");
    case RequirementState::Open:
        break;
    }
    return RequirementRow::tr("Open");
}

} // namespace

RequirementRow::RequirementRow(ProjectDesk &desk, HistoryDesk &history, Ui &ui, const QString &project,
    const Requirement &requirement, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_history(history)
    , m_ui(ui)
    , m_project(project)
    , m_requirement(requirement)
{
    const Theme &theme = ui.theme;
    m_glyph = new TextLabel(theme, Theme::Role::Heading, QString(), this);
    m_glyph->setMinimumWidth(theme.px(20));
    m_glyph->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    auto *title = new TextLabel(theme, Theme::Role::Body, requirement.title, this);
    title->setBold(true);
    title->setWordWrap(true);
    auto *proof = new TextLabel(theme, Theme::Role::Body, tr("What proves it: %1").arg(requirement.proof), this);
    proof->setTone(TextLabel::Tone::Muted);
    proof->setWordWrap(true);
    proof->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state = new Segments(theme, tr("State of %1").arg(requirement.title), this);
    for (const RequirementState state : states)
        m_state->addSegment(stateWord(state));
    m_evidence = new EvidenceField(ui, requirement.title, this);
    m_note = new NoteEdit(theme, tr("Note on %1").arg(requirement.title), this);
    m_note->setPlaceholderText(tr("Note"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme.px(space::l), theme.px(space::m), theme.px(space::l), theme.px(space::m));
    grid->setHorizontalSpacing(theme.px(space::s));
    grid->setVerticalSpacing(theme.px(6));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(space::m));
    head->addWidget(title, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    grid->addWidget(m_glyph, 0, 0, Qt::AlignTop);
    grid->addLayout(head, 0, 1);
    grid->addWidget(proof, 1, 1);
    grid->addWidget(m_evidence, 2, 1);
    grid->addWidget(m_note, 3, 1);
    grid->setColumnStretch(1, 1);

    refresh();
    connect(m_state, &Segments::currentChanged, this, &RequirementRow::saveState);
    connect(m_note, &NoteEdit::saveRequested, this, &RequirementRow::saveNote);
    connect(m_evidence, &EvidenceField::saveRequested, this, &RequirementRow::saveEvidence);
}

void RequirementRow::refresh()
{
    const RequirementRecord record = m_desk.requirement(m_project, m_requirement.id);
    const QSignalBlocker quiet(m_state);
    m_state->setCurrent(int(std::find(std::begin(states), std::end(states), record.state) - std::begin(states)));
    m_note->setStored(record.note);
    m_evidence->setStored(record.evidence);
    const bool done = record.state == RequirementState::Done;
    const bool begun = record.state == RequirementState::InProgress;
    m_glyph->setText(done ? QStringLiteral("✓") : begun ? QStringLiteral("◐") : QStringLiteral("○"));
    m_glyph->setTone(done ? TextLabel::Tone::Good : begun ? TextLabel::Tone::Accent : TextLabel::Tone::Muted);
    m_glyph->setAccessibleName(stateWord(record.state));
}

void RequirementRow::enter()
{
    for (QRadioButton *button : m_state->findChildren<QRadioButton *>()) {
        if (button->isChecked())
            button->setFocus(Qt::ShortcutFocusReason);
    }
}

void RequirementRow::saveState(int index)
{
    const RequirementState state = states[index];
    const Outcome outcome = m_desk.setState(m_project, m_requirement.id, state);
    if (!tellChange(m_ui, m_history, outcome, tr("“%1”: %2").arg(m_requirement.title, stateWord(state))))
        refresh();
}

void RequirementRow::saveNote(const QString &text, bool leaving)
{
    const Outcome outcome = m_desk.setNote(m_project, m_requirement.id, text);
    if (!outcome)
        m_ui.messages.showError(outcome.error());
    else if (leaving)
        tellChange(m_ui, m_history, outcome, tr("Note on “%1” saved").arg(m_requirement.title));
}

void RequirementRow::saveEvidence(const QString &evidence)
{
    const Outcome outcome = m_desk.setEvidence(m_project, m_requirement.id, evidence);
    tellChange(m_ui, m_history, outcome, tr("Evidence of “%1” saved").arg(m_requirement.title));
}

} // namespace lectern
