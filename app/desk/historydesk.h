// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <optional>

namespace lectern
{

struct Context;

struct BackupFile {
    QString path;
    QDateTime takenAt; ///< UTC
    qint64 bytes = 0;
};

/// Undo and redo over every desk, and the profile's backups.
class HistoryDesk : public QObject
{
    Q_OBJECT
public:
    explicit HistoryDesk(Context &context, QObject *parent = nullptr);

    QString undoLabel() const; ///< empty: nothing to undo
    QString redoLabel() const;
    Result<QString> undo(); ///< the label of what was undone
    Result<QString> redo();

    QList<BackupFile> backups() const; ///< newest first
    Result<QString> backUpNow();
    /// The backup of the day if it is still due, where the environment wants backups. For idle moments.
    Outcome backUpOfTheDay();
    /// Why the last backup failed, if it did; forgotten as soon as one is taken.
    std::optional<Error> backupProblem() const { return m_backupProblem; }

    /// Called by desks after a change was committed.
    void announce();

Q_SIGNALS:
    void changed();  ///< the labels may differ
    void restored(); ///< rows were put back: every desk has said changed() too

private:
    Context &m_context;
    std::optional<Error> m_backupProblem;
};

/// The backups of a profile that need not be open, newest first.
QList<BackupFile> profileBackups(const QString &profilePath);

/// Puts a backup in the place of a profile that is not open. The profile as it was becomes a backup itself.
Outcome restoreProfile(const QString &profilePath, const QString &backupPath);

} // namespace lectern
