// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "formdialog.h"
#include "selfevidence.h"

class QComboBox;
class QDateEdit;
class QFormLayout;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace lectern
{

class TextLabel;

/// What the vendor said of a real exam: passed or not, when, and the bar of each section as far as it was told.
/// Changes nothing itself.
class ResultDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `first`: what stands there; with an id it is a result to be changed. `taken`: days that already have another.
    ResultDialog(const Certification &certification, const ExamResult &first, const QList<QDate> &taken, QDate today,
        const Theme &theme, QWidget *parent = nullptr);

    ExamResult result() const;                 ///< as entered
    bool removed() const { return m_removed; } ///< the person wants it gone

private:
    void build();
    void showSections();
    void explain();

    const Certification &m_certification;
    const Theme &m_theme;
    ExamResult m_first;
    QList<QDate> m_taken;
    QRadioButton *m_passed;
    QRadioButton *m_failed;
    QDateEdit *m_date;
    QComboBox *m_blueprint;
    QFormLayout *m_sections;
    QHash<QString, QSpinBox *> m_bars; ///< of the outline that is shown
    QHash<QString, int> m_entered;     ///< kept while outlines are looked through
    QPlainTextEdit *m_note;
    TextLabel *m_explanation;
    QPushButton *m_accept;
    bool m_removed = false;
};

} // namespace lectern
