// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "historydesk.h"
#include "theme.h"

#include <QDialog>

class QTreeWidget;

namespace lectern
{

/// The profile's backups, to put one in its place. What is there now becomes a backup itself, so nothing is lost.
class RestoreDialog : public QDialog
{
    Q_OBJECT
public:
    /// `problem`: why the last backup failed.
    RestoreDialog(const QList<BackupFile> &backups, const std::optional<Error> &problem, const Theme &theme,
        QWidget *parent = nullptr);

    QString chosen() const; ///< path of the chosen backup; empty if there is none

private:
    QTreeWidget *m_list;
};

} // namespace lectern
