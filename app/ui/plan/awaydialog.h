// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"

#include <QDate>

class QDateEdit;
class QPushButton;

namespace lectern
{

class PlanDesk;
class TextLabel;

/// Asks from when to when one was away and says what is excused by it. Changes nothing itself.
class AwayDialog : public FormDialog
{
    Q_OBJECT
public:
    AwayDialog(QDate first, QDate last, const PlanDesk &plan, const Theme &theme, QWidget *parent = nullptr);

    QDate first() const;
    QDate last() const;

private:
    void refresh();

    const PlanDesk &m_plan;
    QDateEdit *m_first;
    QDateEdit *m_last;
    TextLabel *m_effect;
    QPushButton *m_excuse;
};

} // namespace lectern
