// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "repairdesk.h"

class QBoxLayout;
class QComboBox;
class QGridLayout;

namespace lectern
{

class HistoryDesk;
class PlanDesk;
class RepairChoice;
class TextLabel;
struct Ui;

/// Three ways out of a slip side by side, each with what it moves and what that costs. Changes nothing itself, but for
/// a time away, which is told here and can be taken back here.
class RepairDialog : public FormDialog
{
    Q_OBJECT
public:
    RepairDialog(RepairDesk &desk, PlanDesk &plan, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    const RepairDesk::Offers &offers() const { return m_offers; }
    RepairKind kind() const; ///< the one that is chosen

protected:
    void resizeEvent(QResizeEvent *event) override; ///< one below the other where three do not fit
    /// The arrows go from one way to the next, beside or below each other.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoices();
    void addAway();
    /// A row for each block that was missed too often.
    void showAsking();
    void refresh();
    void tellAway();
    void suggest();

    RepairDesk &m_desk;
    PlanDesk &m_plan;
    HistoryDesk &m_history;
    Ui &m_ui;
    RepairDesk::Answers m_answers;
    RepairDesk::Offers m_offers;
    TextLabel *m_slip;
    TextLabel *m_stuck;
    QWidget *m_asking;
    QGridLayout *m_questions;
    QList<QWidget *> m_rows; ///< of m_questions
    QWidget *m_choicesBox;
    QBoxLayout *m_columns;
    QList<RepairChoice *> m_choices;
    TextLabel *m_awayDone;
    QPushButton *m_awayUndo;
    QPushButton *m_apply;
    bool m_chosen = false; ///< by the person
};

} // namespace lectern
