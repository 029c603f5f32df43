// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "miss.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace lectern
{

class Theme;

/// What the learner makes of a question they missed: why it went wrong by one click, their own rule in one line, and
/// whether a sibling comes back.
class Workup : public QWidget
{
    Q_OBJECT
public:
    Workup(const Theme &theme, const Miss &miss, QWidget *parent = nullptr);

    /// What is stored now; a rule that is being typed stays.
    void setMiss(const Miss &miss);
    const Miss &miss() const { return m_miss; }
    void choose(ErrorType error); ///< as its button does
    void toggleSibling();
    void editRule();
    void saveRule();
    static const QList<ErrorType> &errors(); ///< in the order of the buttons

Q_SIGNALS:
    void said(const lectern::Miss &miss);
    void disputeWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void display(const Miss &miss);

    const Theme &m_theme;
    Miss m_miss;
    QWidget *m_types;
    QList<QPushButton *> m_buttons;
    QLineEdit *m_rule;
    QCheckBox *m_sibling;
    QPushButton *m_dispute;
    int m_columns = 0;
};

} // namespace lectern
