// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDialog>

class QListWidget;

namespace lectern
{

class Dialogs;
class Theme;

/// Shown when a profile cannot be opened: what is wrong, where the file lies, and the ways on. Changes nothing itself.
/// Accepted when the person chose a backup or another profile.
class TroubleDialog : public QDialog
{
    Q_OBJECT
public:
    TroubleDialog(
        Theme &theme, Dialogs &dialogs, const QString &profile, const Error &error, QWidget *parent = nullptr);

    QString backupToRestore() const { return m_backup; }
    QString otherProfile() const { return m_other; }

private:
    void chooseOther();

    Dialogs &m_dialogs;
    QListWidget *m_backups = nullptr;
    QString m_backup;
    QString m_other;
};

} // namespace lectern
