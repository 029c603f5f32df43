// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "formdialog.h"
#include "theme.h"

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTimeEdit;

namespace lectern
{

class PlanDesk;
class TextLabel;

/// When and where the exam is, and so which blueprint to rehearse. Asked on the first start, later found in the menu.
class AppointmentDialog : public FormDialog
{
    Q_OBJECT
public:
    AppointmentDialog(const PlanDesk &desk, const Theme &theme, QWidget *parent = nullptr);

    Appointment appointment() const; ///< as entered

private:
    void build(const Theme &theme);
    void fill(const Appointment &appointment);
    void dateChanged();
    void explain();
    bool booked() const;

    const PlanDesk &m_desk;
    QRadioButton *m_booked;
    QRadioButton *m_notBooked;
    QDateEdit *m_date;
    QTimeEdit *m_time;
    QComboBox *m_zone;
    QLineEdit *m_place;
    QComboBox *m_blueprint;
    TextLabel *m_explanation;
    QPushButton *m_accept;
    bool m_blueprintChosen = false; ///< by hand: the date no longer changes it
};

} // namespace lectern
