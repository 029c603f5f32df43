// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.h"
#include "ui.h"

#include <QHash>
#include <QMainWindow>
#include <memory>

namespace lectern
{

class Workspace;

/// The one window: six tabs, the message bar, the menu. Makes a page when it is first shown.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Workspace &workspace, Theme &theme, Dialogs &dialogs, QWidget *parent = nullptr);
    ~MainWindow() override;

    Page *page(PageId id); ///< makes it if needed
    void go(const Place &place);
    /// Asks for the exam's appointment once, or reopens the seat of a running exam.
    void begin();

Q_SIGNALS:
    /// The person chose a backup: close the workspace, restore, open again.
    void restoreRequested(const QString &backupPath);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectActions();
    void restoreSeat();
    void askAppointment();
    void askCalendars();
    void tellCalendarProblem();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern
