// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace lectern
{

class Profile;

struct Backup {
    QString path;
    QDateTime takenAt; ///< UTC
    qint64 bytes = 0;
};

/// Newest first; reads the folder "<profile>.backups/".
QList<Backup> listBackups(const QString &profilePath);

/// Writes a backup with VACUUM INTO (never inside a transaction) and thins the old ones. Returns its path.
Result<QString> takeBackup(Profile &profile, qint64 nowUtcMs);

/// The backup of the day, if it is still due; returns its path or nothing. Takes tens of milliseconds on a large
/// profile: for moments when nobody waits.
Result<std::optional<QString>> backUpOfTheDay(Profile &profile, qint64 nowUtcMs);

/// True if there is no backup of the UTC day of `nowUtcMs`.
bool backupDue(const QString &profilePath, qint64 nowUtcMs);

/// Replaces the closed profile by a backup. The profile as it was is kept as a backup first; the swap is one rename.
Outcome restoreBackup(const QString &profilePath, const QString &backupPath, qint64 nowUtcMs);

} // namespace lectern
