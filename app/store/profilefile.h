// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>

namespace lectern
{

// What can be known of a profile file without letting SQLite write to it. Nothing here changes the file asked about.

enum class FileState {
    Fresh,  ///< missing or empty
    Clean,  ///< a profile that was closed
    Unclean ///< a profile with a log that was left behind
};

/// Judges by the header alone: NotAProfile, ProfileTooNew, ProfileDamaged, FileNotWritable.
Result<FileState> inspectFile(const QString &path, int newestVersion);

/// The name of the one connection to this file in this process.
QString connectionName(const QString &path);
/// Some process, this one included, has the profile open.
bool isInUse(const QString &path);

/// Copies a profile with its log to `target`, lets SQLite recover the copy into one file and proves it: application id,
/// version and quick_check. `target` must not exist.
Outcome copyAndCheck(const QString &path, const QString &target, int newestVersion);

/// Copies bytes to a temporary name, on disk before it is renamed to `target`, which it replaces.
Outcome copyFile(const QString &source, const QString &target);

/// A connection that is gone with the object.
class ScratchConnection
{
public:
    ScratchConnection(const QString &databaseName, const QString &options);
    ~ScratchConnection();
    ScratchConnection(const ScratchConnection &) = delete;
    ScratchConnection &operator=(const ScratchConnection &) = delete;

    QSqlDatabase database() const;

private:
    QString m_name;
};

} // namespace lectern
