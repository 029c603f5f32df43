// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formdialog.h"
#include "selfevidence.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lectern
{

class TextLabel;

/// Asks for a mock exam taken elsewhere. Says what is wrong while something is, and saves only what can be true.
class OutsideMockDialog : public FormDialog
{
    Q_OBJECT
public:
    /// One without questions is a new one. Nothing is taken after `today`.
    OutsideMockDialog(const OutsideMock &mock, QDate today, const Theme &theme, QWidget *parent = nullptr);

    OutsideMock mock() const;

private:
    void build(const Theme &theme, bool fresh);
    void judge();

    OutsideMock m_mock;
    QLineEdit *m_provider;
    QDateEdit *m_date;
    QSpinBox *m_right;
    QSpinBox *m_questions;
    QCheckBox *m_seen;
    QLineEdit *m_note;
    TextLabel *m_trouble;
    QPushButton *m_accept;
};

} // namespace lectern
