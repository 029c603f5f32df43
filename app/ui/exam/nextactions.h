// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reportdesk.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace lectern
{

class PlanDesk;
class Theme;

/// What to do after an attempt, at most three things, each with the button that does it.
class NextActions : public QWidget
{
    Q_OBJECT
public:
    NextActions(const Theme &theme, const PlanDesk &plan, QWidget *parent = nullptr);

    void set(const QList<ReportDesk::Action> &actions);
    const QList<QPushButton *> &buttons() const { return m_buttons; }

Q_SIGNALS:
    void chosen(const lectern::ReportDesk::Action &action);
    void anotherWanted(); ///< nothing is left to do about this one

private:
    void addRow(const ReportDesk::Action &action, int number);
    void addNothing();

    const Theme &m_theme;
    const PlanDesk &m_plan;
    QGridLayout *m_rows;
    QList<QPushButton *> m_buttons;
};

} // namespace lectern
