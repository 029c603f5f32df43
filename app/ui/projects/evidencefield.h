// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace lectern
{

class TextLabel;
struct Ui;

/// Where the evidence lies: a web address or a file, with a way to choose it, to open it, and a word on files that are
/// gone.
class EvidenceField : public QWidget
{
    Q_OBJECT
public:
    /// `subject` names what it is the evidence of, for screen readers.
    EvidenceField(Ui &ui, const QString &subject, QWidget *parent = nullptr);

    void setStored(const QString &evidence);
    void enter(); ///< takes the keyboard to the field

Q_SIGNALS:
    void saveRequested(const QString &evidence);

private:
    void choose();
    void open();
    void judge();

    Ui &m_ui;
    QString m_stored;
    QLineEdit *m_edit;
    QPushButton *m_choose;
    QPushButton *m_open;
    TextLabel *m_verdict;
};

} // namespace lectern
