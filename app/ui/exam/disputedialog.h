// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispute.h"
#include "formdialog.h"

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace lectern
{

class ReportDesk;
class TextLabel;
struct FormItem;
struct Item;
struct Ui;

/// What a reader objects to in a question and why; files it, so that the question counts nowhere, and saves it for
/// whoever makes the pack. Closing it, a flaw or a failed write loses nothing that was typed.
class DisputeDialog : public FormDialog
{
    Q_OBJECT
public:
    DisputeDialog(ReportDesk &desk, const Ui &ui, const Item &item, const FormItem &seat, QWidget *parent = nullptr);

    Dispute dispute() const;                          ///< as entered
    QString exportedTo() const { return m_exported; } ///< empty until it was
    bool filed() const { return m_filed; }
    void done(int result) override;

private:
    void explain(const Item &item);
    void addKinds();
    void addOptions(const Item &item, const FormItem &seat);
    QLabel *addField(const QString &name, QWidget *field);
    void addFields();
    void addButtons();
    void fill();
    void kindChosen();
    void refuse(const QString &why, QWidget *field);
    std::optional<Dispute> flawless(); ///< as entered, or nothing once it was said what is missing
    void fileIt();
    void exportIt();

    ReportDesk &m_desk;
    const Ui &m_ui;
    Dispute m_dispute;
    QString m_exported;
    bool m_filed = false;
    QButtonGroup *m_kinds;
    QVBoxLayout *m_fields;
    QLabel *m_optionLabel = nullptr;
    QComboBox *m_option;
    TextLabel *m_optionText;
    QPlainTextEdit *m_reason;
    QLineEdit *m_source;
    TextLabel *m_problem;
};

} // namespace lectern
