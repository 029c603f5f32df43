// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"

#include <QDialog>
#include <array>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QTimeEdit;

namespace lectern
{

class DaysOffList;
class PlanDesk;
struct Plan;
class RepairDesk;
class TextLabel;
class Theme;

/// Asks when there is time to study and for how much of the certification, and says at once what plan that gives and
/// whether it fits. Changes nothing itself.
class NewPlanDialog : public QDialog
{
    Q_OBJECT
public:
    NewPlanDialog(const PlanDesk &desk, const RepairDesk &repair, const Theme &theme, QWidget *parent = nullptr);

    /// For another attempt: no exam day before this one, which is suggested.
    void setEarliestExam(QDate day);
    PlanInputs inputs() const;
    QString previewText() const;

protected:
    void resizeEvent(QResizeEvent *event) override; ///< one column where two do not fit

private:
    QWidget *makeDates();
    QWidget *makeScope();
    /// A row of a label that has a key and what it is about.
    void addRow(QGridLayout &grid, const QString &label, QWidget &field);
    void fillScope(const PlanInputs &inputs);
    void nameScopes();
    QWidget *makeWeekdays();
    void fill(const PlanInputs &inputs);
    void refresh();
    /// The topics of the plan that the exam does not ask.
    QString beyondSentence(const Plan &plan, const QString &blueprint) const;

    const PlanDesk &m_desk;
    const RepairDesk &m_repair;
    const Theme &m_theme;
    PlanInputs m_base; ///< what is not asked for stays as it was
    QDateEdit *m_start;
    QCheckBox *m_hasExam;
    QDateEdit *m_exam;
    QSpinBox *m_blockMinutes;
    std::array<QSpinBox *, 7> m_minutes{};
    std::array<QTimeEdit *, 7> m_from{};
    std::array<QCheckBox *, 7> m_long{};
    TextLabel *m_week;
    QComboBox *m_scope;
    QComboBox *m_projects;
    QComboBox *m_blueprint;
    QSpinBox *m_buffer;
    DaysOffList *m_off;
    TextLabel *m_preview;
    QPushButton *m_make;
    bool m_filling = false;
    QBoxLayout *m_columns = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace lectern
