// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scrollcolumn.h"

#include <QList>

namespace lectern
{

class HistoryDesk;
class ProjectDesk;
class RequirementRow;
class TextLabel;
struct Project;
struct Ui;

/// One project: what it is for and its requirements.
class ProjectView : public ScrollColumn
{
    Q_OBJECT
public:
    ProjectView(ProjectDesk &desk, HistoryDesk &history, Ui &ui, const Project &project, QWidget *parent = nullptr);

    void refresh();
    /// Shows a requirement and takes the keyboard there; unknown ids do nothing.
    void enter(const QString &requirement);

private:
    ProjectDesk &m_desk;
    QString m_project;
    TextLabel *m_progress;
    QList<RequirementRow *> m_rows;
};

} // namespace lectern
