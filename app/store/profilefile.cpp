// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include "query.h"
#include "schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>
#include <QUuid>
#include <QtEndian>

namespace lectern
{

namespace
{

// https://www.sqlite.org/fileformat2.html, section 1.3: the first 100 bytes, numbers big-endian.
constexpr qint64 headerSize = 100;

template<typename Number>
Number at(const QByteArray &header, int offset)
{
    return qFromBigEndian<Number>(header.constData() + offset);
}

Error damaged(const QString &path, const char *what)
{
    return {ErrorCode::ProfileDamaged, QString::fromLatin1(what), path};
}

bool plausible(const QByteArray &header)
{
    const quint16 pageSize = at<quint16>(header, 16);
    const bool pageSizeOk = pageSize == 1 || (pageSize >= 512 && (pageSize & (pageSize - 1)) == 0);
    const auto version = [&](int offset) { return header.at(offset) == 1 || header.at(offset) == 2; };
    return pageSizeOk && version(18) && version(19) && header.at(21) == 64 && header.at(22) == 32 &&
           header.at(23) == 32 && at<quint32>(header, 44) <= 4 && at<quint32>(header, 56) <= 3 &&
           at<qint32>(header, 60) >= 0;
}

bool truncated(const QByteArray &header, qint64 size)
{
    const qint64 pageSize = at<quint16>(header, 16) == 1 ? 65536 : at<quint16>(header, 16);
    const bool countHolds = at<quint32>(header, 24) == at<quint32>(header, 92);
    return countHolds && size < pageSize * at<quint32>(header, 28);
}

bool leftBehind(const QString &path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0 ||
           QFileInfo(path + QStringLiteral("-journal")).size() > 0;
}

Outcome checkContents(const QSqlDatabase &database, const QString &path, int newestVersion)
{
    const auto check = first(database, QStringLiteral("PRAGMA quick_check(1)"), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!check)
        return Error{check.error().code, check.error().detail, path};
    if (*check != QStringLiteral("ok"))
        return Error{ErrorCode::ProfileDamaged, check->value_or(QString()), path};
    const auto pages = number(database, QStringLiteral("PRAGMA page_count"));
    if (pages && *pages == 0)
        return Done{}; // a first transaction that never ended: the file is as empty as before it
    const auto id = number(database, QStringLiteral("PRAGMA application_id"));
    if (!id || *id != profileApplicationId)
        return Error{ErrorCode::NotAProfile, {}, path};
    const auto version = number(database, QStringLiteral("PRAGMA user_version"));
    if (!version || *version > newestVersion)
        return Error{ErrorCode::ProfileTooNew, {}, path};
    return Done{};
}

} // namespace

Result<FileState> inspectFile(const QString &path, int newestVersion)
{
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0)) {
        if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
            return damaged(path, "a log without its database");
        if (info.exists() && !info.isWritable())
            return Error{ErrorCode::FileNotWritable, {}, path};
        return FileState::Fresh;
    }
    QFile file(path);
    if (!info.isFile() || !info.isWritable() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotWritable, file.errorString(), path};
    const QByteArray header = file.read(headerSize);
    const bool ours = header.size() == headerSize && at<qint32>(header, 68) == profileApplicationId;
    const bool magic = header.startsWith(QByteArrayView("SQLite format 3\0", 16));
    if (!ours)
        return Error{ErrorCode::NotAProfile, {}, path};
    if (!magic || !plausible(header))
        return damaged(path, "the file's header is not one that SQLite writes");
    if (at<qint32>(header, 60) > newestVersion)
        return Error{ErrorCode::ProfileTooNew, {}, path};
    if (leftBehind(path))
        return FileState::Unclean;
    if (truncated(header, info.size()))
        return damaged(path, "the file is shorter than its header says");
    return FileState::Clean;
}

QString connectionName(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString canonical = info.exists()
                                  ? info.canonicalFilePath()
                                  : (folder.isEmpty() ? info.absolutePath() : folder) + u'/' + info.fileName();
    return QStringLiteral("profile:") + canonical;
}

bool isInUse(const QString &path)
{
    if (QSqlDatabase::contains(connectionName(path)))
        return true;
    if (!QFileInfo::exists(path))
        return false;
    // Read-only without a wal-index of its own this can fail in many ways and creates nothing; only a lock makes it
    // SQLITE_BUSY.
    const QString uri = QString::fromUtf8(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded()) +
                        QStringLiteral("?mode=ro&readonly_shm=1");
    const ScratchConnection probe(uri, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"));
    const auto answer = number(probe.database(), QStringLiteral("PRAGMA user_version"));
    return !answer && answer.error().code == ErrorCode::ProfileInUse;
}

Outcome copyAndCheck(const QString &path, const QString &target, int newestVersion)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (!suffix.isEmpty() && QFileInfo(path + suffix).size() == 0)
            continue;
        if (const Outcome copied = copyFile(path + suffix, target + suffix); !copied)
            return copied;
    }
    const ScratchConnection copy(target, QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    if (!copy.database().isOpen())
        return storeError(copy.database().lastError(), path);
    for (const QString &pragma : {QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"),
             QStringLiteral("PRAGMA trusted_schema = OFF"), QStringLiteral("PRAGMA cell_size_check = ON")}) {
        if (const Outcome set = execute(copy.database(), pragma); !set)
            return Error{set.error().code, set.error().detail, path};
    }
    return checkContents(copy.database(), path, newestVersion);
}

Outcome copyFile(const QString &source, const QString &target)
{
    QFile from(source);
    if (!from.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, from.errorString(), source};
    QSaveFile to(target);
    if (!to.open(QIODevice::WriteOnly))
        return Error{ErrorCode::FileNotWritable, to.errorString(), target};
    while (!from.atEnd()) {
        const QByteArray chunk = from.read(1 << 20);
        if (chunk.isEmpty())
            return Error{ErrorCode::FileNotFound, from.errorString(), source};
        if (to.write(chunk) != chunk.size())
            return Error{ErrorCode::DiskFull, to.errorString(), target};
    }
    // commit() does not look at what is written last (Qt 6.4).
    if (!to.flush() || !to.commit())
        return Error{ErrorCode::DiskFull, to.errorString(), target};
    return Done{};
}

ScratchConnection::ScratchConnection(const QString &databaseName, const QString &options)
    : m_name(QStringLiteral("scratch:") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(databaseName);
    database.setConnectOptions(options);
    database.open();
}

ScratchConnection::~ScratchConnection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase ScratchConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

} // namespace lectern
