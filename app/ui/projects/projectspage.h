// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "ui.h"

class QBoxLayout;
class QComboBox;
class QStackedWidget;

namespace lectern
{

class HistoryDesk;
class ProgressList;
class ProjectDesk;
class ProjectView;

/// The certification's projects: what each asks for, how far the learner is and where the proof lies.
class ProjectsPage : public Page
{
    Q_OBJECT
public:
    ProjectsPage(ProjectDesk &desk, HistoryDesk &history, Ui &ui, QWidget *parent = nullptr);

    /// "project/<id>" or "<project>/<requirement>".
    void goTo(const QString &anchor) override;
    QStringList shortcuts() const override;

protected:
    void reload() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void select(int index);
    void step(int by);
    ProjectView *view(int index);

    ProjectDesk &m_desk;
    HistoryDesk &m_history;
    Ui &m_ui;
    int m_current = 0;
    QBoxLayout *m_layout;
    QWidget *m_side;
    ProgressList *m_list;
    QWidget *m_chooser; ///< takes the list's place in narrow windows
    QComboBox *m_combo;
    QStackedWidget *m_stack;
    QList<ProjectView *> m_views; ///< made when first shown, null until then
};

} // namespace lectern
