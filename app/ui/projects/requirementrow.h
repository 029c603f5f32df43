// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "project.h"

#include <QWidget>

namespace lectern
{

class EvidenceField;
class HistoryDesk;
class NoteEdit;
class ProjectDesk;
class Segments;
class TextLabel;
struct Ui;

/// One requirement of a project: what proves it, how far it is, a note and where the evidence lies.
class RequirementRow : public QWidget
{
    Q_OBJECT
public:
    RequirementRow(ProjectDesk &desk, HistoryDesk &history, Ui &ui, const QString &project,
        const Requirement &requirement, QWidget *parent = nullptr);

    void refresh();
    QString requirement() const { return m_requirement.id; }
    /// Takes the keyboard to the row's state.
    void enter();

private:
    void saveState(int index);
    void saveNote(const QString &text, bool leaving);
    void saveEvidence(const QString &evidence);

    ProjectDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    QString m_project;
    Requirement m_requirement;
    TextLabel *m_glyph;
    Segments *m_state;
    NoteEdit *m_note;
    EvidenceField *m_evidence;
};

} // namespace lectern
