// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>
#include <memory>

class QSqlDatabase;
class QSqlQuery;

namespace lectern
{

/// The profile file: one exclusive SQLite connection, opened, checked, migrated and closed here and nowhere else.
/// Refuses and leaves untouched whatever is not a profile of this version or an older one.
class Profile
{
public:
    struct Options {
        bool backups = true; ///< before a migration, into "<file>.backups/"
        qint64 nowUtcMs = 0; ///< for a backup's name and thinning
    };

    /// Opens or creates `path` with the folders it lies in. NotAProfile, ProfileTooNew, ProfileDamaged, ProfileInUse,
    /// MigrationFailed, FileNotWritable, DiskFull; `where` is the path. Nothing is ever deleted or renamed, and a file
    /// that is refused has the bytes it had.
    static Result<std::unique_ptr<Profile>> open(const QString &path, const Options &options);
    ~Profile();
    Profile(const Profile &) = delete;
    Profile &operator=(const Profile &) = delete;

    QString path() const;
    QSqlDatabase database() const;
    /// A statement prepared once and kept until the profile closes. Finish it after use: one that is not stepped to its
    /// end blocks the commit.
    Result<QSqlQuery *> statement(const QString &sql);
    static int currentVersion(); ///< the schema this program writes

private:
    Profile();
    struct Private;
    std::unique_ptr<Private> d;
};

/// A transaction that rolls back unless committed. Nested use is a programming error.
class Transaction
{
public:
    explicit Transaction(Profile &profile);
    ~Transaction();
    Outcome begin();  ///< BEGIN IMMEDIATE
    Outcome commit(); ///< returns when the log is on disk (synchronous=FULL)
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

private:
    Profile &m_profile;
    bool m_open = false;
};

} // namespace lectern
