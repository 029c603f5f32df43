// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "project.h"

#include <QWidget>

class QBoxLayout;
class QDateEdit;
class QPushButton;
class QVBoxLayout;

namespace lectern
{

class EvidenceField;
class GuideDesk;
class HistoryDesk;
class NoteEdit;
class Segments;
class TextLabel;
struct Ui;

/// An item of a checklist: what would prove it, how far it is, when it was shown, a note and where the evidence lies. A
/// skill that was not shown for long asks to be shown again. Field and note come up when there is something in them, or
/// when asked for.
class ChecklistRow : public QWidget
{
    Q_OBJECT
public:
    ChecklistRow(GuideDesk &desk, HistoryDesk &history, Ui &ui, const QString &collection, const Entry &entry,
        QWidget *parent = nullptr);

    void refresh();
    QString entry() const { return m_entry.id; }
    void enter(); ///< takes the keyboard to the state

    bool eventFilter(QObject *watched, QEvent *event) override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepped(int by); ///< the keyboard wants to go to a neighbour

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTexts(QVBoxLayout *column);
    void addStale(QVBoxLayout *column);
    void addActions(QVBoxLayout *column);
    bool act(int key);
    bool knows(int key) const;
    void showEvidence(bool focus);
    void showNote(bool focus);
    void showDate(const CheckRecord &record);
    void saveState(CheckState state);
    void saveDate(QDate date);
    void renew();
    void saveEvidence(const QString &evidence);
    void saveNote(const QString &text, bool leaving);

    GuideDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    QString m_collection;
    Entry m_entry;
    TextLabel *m_title = nullptr;
    QBoxLayout *m_head = nullptr; ///< title and state
    QVBoxLayout *m_column = nullptr;
    TextLabel *m_glyph = nullptr;
    Segments *m_state = nullptr;
    QWidget *m_staleBox = nullptr;
    TextLabel *m_stale = nullptr;
    QPushButton *m_renew = nullptr;
    QWidget *m_dateBox = nullptr;
    QDateEdit *m_date = nullptr;
    QPushButton *m_addEvidence = nullptr;
    QPushButton *m_addNote = nullptr;
    EvidenceField *m_evidence = nullptr; ///< made when first shown
    NoteEdit *m_note = nullptr;          ///< made when first shown
};

} // namespace lectern
