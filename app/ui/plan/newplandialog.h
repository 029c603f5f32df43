// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"

#include <QDialog>
#include <array>

class QBoxLayout;
class QCheckBox;
class QDateEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QTimeEdit;

namespace lectern
{

class DaysOffList;
class PlanDesk;
class TextLabel;
class Theme;

/// Asks when there is time to study and says at once what plan that gives. Changes nothing itself.
class NewPlanDialog : public QDialog
{
    Q_OBJECT
public:
    NewPlanDialog(const PlanDesk &desk, const Theme &theme, QWidget *parent = nullptr);

    /// For another attempt: no exam day before this one, which is suggested.
    void setEarliestExam(QDate day);
    PlanInputs inputs() const;
    QString previewText() const;

protected:
    void resizeEvent(QResizeEvent *event) override; ///< one column where two do not fit

private:
    QWidget *makeDates();
    QWidget *makeWeekdays();
    void fill(const PlanInputs &inputs);
    void refresh();

    const PlanDesk &m_desk;
    const Theme &m_theme;
    QDateEdit *m_start;
    QCheckBox *m_hasExam;
    QDateEdit *m_exam;
    QSpinBox *m_blockMinutes;
    std::array<QSpinBox *, 7> m_minutes{};
    std::array<QTimeEdit *, 7> m_from{};
    DaysOffList *m_off;
    TextLabel *m_preview;
    QPushButton *m_make;
    bool m_filling = false;
    QBoxLayout *m_columns = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace lectern
