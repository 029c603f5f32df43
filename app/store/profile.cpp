// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include "backup.h"
#include "profilefile.h"
#include "query.h"
#include "schema.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <map>

namespace lectern
{

struct Profile::Private {
    QString path;
    QString connection;
    QSqlDatabase database;
    std::map<QString, QSqlQuery> statements;
};

namespace
{

/// A profile that was not closed is proved on a copy, so that one that is damaged or too new keeps its bytes.
Outcome checkUnclean(const QString &path)
{
    if (isInUse(path))
        return Error{ErrorCode::ProfileInUse, {}, path};
    const QTemporaryDir scratch;
    if (!scratch.isValid())
        return Error{ErrorCode::DiskFull, scratch.errorString(), path};
    return copyAndCheck(path, scratch.filePath(QStringLiteral("copy.sqlite")), Profile::currentVersion());
}

/// Everything that holds for the connection. locking_mode comes first: with it the first read takes the lock for good.
Outcome configure(const QSqlDatabase &database)
{
    // A page that was read stays in the system's memory as well: half a megabyte of them is enough here.
    for (const QString &pragma : {QStringLiteral("locking_mode = EXCLUSIVE"), QStringLiteral("trusted_schema = OFF"),
             QStringLiteral("cell_size_check = ON"), QStringLiteral("synchronous = FULL"),
             QStringLiteral("foreign_keys = ON"), QStringLiteral("cache_size = -512")}) {
        if (const Outcome set = execute(database, QStringLiteral("PRAGMA ") + pragma); !set)
            return set;
    }
    const auto id = number(database, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    if (*id == 0) {
        // Before the log: so the file itself says what it is from its first page on.
        const Outcome named = execute(database, QStringLiteral("PRAGMA application_id = %1").arg(profileApplicationId));
        if (!named)
            return named;
    }
    const auto mode = first(database, QStringLiteral("PRAGMA journal_mode = WAL"), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!mode)
        return mode.error();
    if (*mode != QStringLiteral("wal"))
        return Error{ErrorCode::StoreFailed, QStringLiteral("journal_mode is %1").arg(mode->value_or(QString())), {}};
    return Done{};
}

Error openingError(Error error, const QString &path)
{
    error.where = path;
    if (error.code == ErrorCode::ReadOnly)
        error.code = ErrorCode::FileNotWritable;
    return error;
}

Outcome bringUpToDate(Profile &profile, const Profile::Options &options)
{
    const Migration migration = migrate(profile.database(), schemaSteps(), [&]() -> Outcome {
        if (!options.backups)
            return Done{};
        const auto taken = takeBackup(profile, options.nowUtcMs);
        if (!taken)
            return taken.error();
        return Done{};
    });
    switch (migration.outcome) {
    case MigrationOutcome::UpToDate:
        return Done{};
    case MigrationOutcome::Migrated:
        // The version belongs into the file itself: it is what the next start judges by.
        return execute(profile.database(), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    case MigrationOutcome::TooNew:
        return Error{ErrorCode::ProfileTooNew, {}, {}};
    case MigrationOutcome::BackupFailed:
    case MigrationOutcome::StepFailed:
        break;
    }
    Error error = migration.error;
    if (error.code == ErrorCode::StoreFailed)
        error.code = ErrorCode::MigrationFailed;
    return error;
}

} // namespace

Profile::Profile()
    : d(std::make_unique<Private>())
{
}

Profile::~Profile()
{
    d->statements.clear();
    d->database.close();
    d->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->connection);
}

Result<std::unique_ptr<Profile>> Profile::open(const QString &path, const Options &options)
{
    // Asked before the header is read: closing any handle of a file gives up the locks this process holds on it.
    if (QSqlDatabase::contains(connectionName(path)))
        return Error{ErrorCode::ProfileInUse, {}, path};
    const auto state = inspectFile(path, currentVersion());
    if (!state)
        return state.error();
    if (*state == FileState::Fresh && !QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorCode::FileNotWritable, {}, path};
    if (*state == FileState::Unclean) {
        if (const Outcome checked = checkUnclean(path); !checked)
            return checked.error();
    }

    std::unique_ptr<Profile> profile(new Profile);
    profile->d->path = QFileInfo(path).absoluteFilePath();
    profile->d->connection = connectionName(path);
    QSqlDatabase &database = profile->d->database;
    database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), profile->d->connection);
    database.setDatabaseName(profile->d->path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    if (!database.open())
        return openingError(storeError(database.lastError()), path);
    if (const Outcome configured = configure(database); !configured)
        return openingError(configured.error(), path);
    if (const Outcome migrated = bringUpToDate(*profile, options); !migrated)
        return openingError(migrated.error(), path);
    return profile;
}

QString Profile::path() const
{
    return d->path;
}

QSqlDatabase Profile::database() const
{
    return d->database;
}

Result<QSqlQuery *> Profile::statement(const QString &sql)
{
    const auto known = d->statements.find(sql);
    if (known != d->statements.end())
        return &known->second;
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storeError(query.lastError());
    return &d->statements.emplace(sql, std::move(query)).first->second;
}

int Profile::currentVersion()
{
    return schemaSteps().back().version;
}

Transaction::Transaction(Profile &profile)
    : m_profile(profile)
{
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    // SQLite has rolled back by itself after some errors; then this one fails and changes nothing.
    const Outcome rolledBack = execute(m_profile.database(), QStringLiteral("ROLLBACK"));
    Q_UNUSED(rolledBack)
}

Outcome Transaction::begin()
{
    Outcome begun = execute(m_profile.database(), QStringLiteral("BEGIN IMMEDIATE"));
    m_open = begun.ok();
    return begun;
}

Outcome Transaction::commit()
{
    Outcome committed = execute(m_profile.database(), QStringLiteral("COMMIT"));
    m_open = m_open && !committed.ok();
    return committed;
}

} // namespace lectern
