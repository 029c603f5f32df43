// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace lectern
{

class GuideDesk;
class HistoryDesk;
class NoteEdit;
class TextLabel;
struct Ui;

/// An entry of a collection that is no checklist: a resource has a box for whether it was used, its date and a note;
/// what can be opened has a link; the rest is text to read and copy.
class EntryRow : public QWidget
{
    Q_OBJECT
public:
    EntryRow(GuideDesk &desk, HistoryDesk &history, Ui &ui, const Collection &collection, const Entry &entry,
        QWidget *parent = nullptr);

    void refresh();
    QString entry() const { return m_entry.id; }
    /// Takes the keyboard to the row, if it has a control.
    void enter();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool tickable() const { return m_tick; }
    void addTick();
    void addTexts(QVBoxLayout *texts);
    void addActions(QVBoxLayout *texts);
    void tick(bool checked);
    void saveNote(const QString &text, bool leaving);
    void showNote(bool focus);

    GuideDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    QString m_collection;
    Entry m_entry;
    QCheckBox *m_tick = nullptr;
    TextLabel *m_ticked = nullptr;
    QPushButton *m_addNote = nullptr;
    NoteEdit *m_note = nullptr;
    QWidget *m_first = nullptr; ///< where the keyboard enters
};

} // namespace lectern
