// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"

#include "backupthinning.h"
#include "profile.h"
#include "profilefile.h"
#include "query.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTimeZone>
#include <algorithm>

namespace lectern
{

namespace
{

QString folderOf(const QString &profilePath)
{
    return QFileInfo(profilePath).absoluteFilePath() + QStringLiteral(".backups");
}

QString timeFormat()
{
    return QStringLiteral("yyyyMMdd'T'HHmmss'Z'");
}

QString pathFor(const QString &profilePath, const QDateTime &takenAt)
{
    return folderOf(profilePath) + QStringLiteral("/lectern-%1.sqlite").arg(takenAt.toString(timeFormat()));
}

/// A name that no backup has yet, and its folder made. Two backups of one second get two.
Result<QString> freePath(const QString &profilePath, qint64 nowUtcMs)
{
    if (!QDir().mkpath(folderOf(profilePath)))
        return Error{ErrorCode::FileNotWritable, {}, folderOf(profilePath)};
    QDateTime takenAt = QDateTime::fromMSecsSinceEpoch(nowUtcMs, QTimeZone::utc());
    while (QFileInfo::exists(pathFor(profilePath, takenAt)))
        takenAt = takenAt.addSecs(1);
    return pathFor(profilePath, takenAt);
}

void thin(const QString &profilePath, const QString &justTaken, qint64 nowUtcMs)
{
    QList<QDateTime> times;
    for (const Backup &backup : listBackups(profilePath))
        times.append(backup.takenAt);
    for (const QDateTime &time : backupsToDrop(times, QDateTime::fromMSecsSinceEpoch(nowUtcMs, QTimeZone::utc()))) {
        const QString path = pathFor(profilePath, time.toUTC());
        if (path == justTaken)
            continue;
        QFile::remove(path);
        QFile::remove(path + QStringLiteral("-wal"));
    }
}

/// The present file among the backups: as one proved file, or, where it is damaged, byte for byte with its log.
Outcome keepPresent(const QString &profilePath, const QString &scratch, qint64 nowUtcMs)
{
    if (QFileInfo(profilePath).size() == 0)
        return Done{};
    const auto target = freePath(profilePath, nowUtcMs);
    if (!target)
        return target.error();
    if (inspectFile(profilePath, Profile::currentVersion()) &&
        copyAndCheck(profilePath, scratch, Profile::currentVersion()))
        return copyFile(scratch, *target);
    const QString log = profilePath + QStringLiteral("-wal");
    if (QFileInfo(log).size() > 0) {
        if (const Outcome copied = copyFile(log, *target + QStringLiteral("-wal")); !copied)
            return copied;
    }
    return copyFile(profilePath, *target);
}

Outcome swapIn(const QString &source, const QString &profilePath)
{
    QFile from(source);
    QSaveFile to(profilePath);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return Error{ErrorCode::FileNotWritable, to.errorString(), profilePath};
    while (!from.atEnd()) {
        if (to.write(from.read(1 << 20)) <= 0)
            return Error{ErrorCode::DiskFull, to.errorString(), profilePath};
    }
    // commit() does not look at what is written last (Qt 6.4).
    if (!to.flush())
        return Error{ErrorCode::DiskFull, to.errorString(), profilePath};
    // A log that stayed would be played into a file it does not belong to. It is kept with the backup of the present.
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        QFile stale(profilePath + QLatin1String(suffix));
        if (stale.exists() && !stale.remove())
            return Error{ErrorCode::FileNotWritable, stale.errorString(), stale.fileName()};
    }
    if (!to.commit())
        return Error{ErrorCode::DiskFull, to.errorString(), profilePath};
    return Done{};
}

} // namespace

QList<Backup> listBackups(const QString &profilePath)
{
    static const QRegularExpression pattern(QStringLiteral("^lectern-(\\d{8}T\\d{6}Z)\\.sqlite$"));
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(folderOf(profilePath)).entryInfoList(QDir::Files)) {
        const auto match = pattern.match(file.fileName());
        QDateTime takenAt = QDateTime::fromString(match.captured(1), timeFormat());
        if (!match.hasMatch() || !takenAt.isValid())
            continue;
        takenAt.setTimeZone(QTimeZone::utc());
        backups.append({file.absoluteFilePath(), takenAt, file.size()});
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.takenAt > b.takenAt; });
    return backups;
}

Result<QString> takeBackup(Profile &profile, qint64 nowUtcMs)
{
    const auto target = freePath(profile.path(), nowUtcMs);
    if (!target)
        return target.error();
    const QString unfinished = *target + QStringLiteral(".part");
    QFile::remove(unfinished);
    const Outcome written = execute(profile.database(), QStringLiteral("VACUUM INTO ?"), {unfinished});
    if (!written) {
        QFile::remove(unfinished);
        return Error{written.error().code, written.error().detail, *target};
    }
    if (!QFile::rename(unfinished, *target))
        return Error{ErrorCode::FileNotWritable, {}, *target};
    thin(profile.path(), *target, nowUtcMs);
    return *target;
}

Result<std::optional<QString>> backUpOfTheDay(Profile &profile, qint64 nowUtcMs)
{
    if (!backupDue(profile.path(), nowUtcMs))
        return std::optional<QString>();
    const auto taken = takeBackup(profile, nowUtcMs);
    if (!taken)
        return taken.error();
    return std::optional(*taken);
}

bool backupDue(const QString &profilePath, qint64 nowUtcMs)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowUtcMs, QTimeZone::utc()).date();
    const QList<Backup> backups = listBackups(profilePath);
    return std::none_of(backups.begin(), backups.end(), [&](const Backup &b) { return b.takenAt.date() == today; });
}

Outcome restoreBackup(const QString &profilePath, const QString &backupPath, qint64 nowUtcMs)
{
    if (isInUse(profilePath))
        return Error{ErrorCode::ProfileInUse, {}, profilePath};
    if (!QFileInfo(backupPath).isFile())
        return Error{ErrorCode::FileNotFound, {}, backupPath};
    const auto state = inspectFile(backupPath, Profile::currentVersion());
    if (!state)
        return state.error();
    if (*state == FileState::Fresh)
        return Error{ErrorCode::NotAProfile, {}, backupPath};
    const QTemporaryDir scratch;
    if (!scratch.isValid())
        return Error{ErrorCode::DiskFull, scratch.errorString(), profilePath};
    const QString proved = scratch.filePath(QStringLiteral("backup.sqlite"));
    if (const Outcome checked = copyAndCheck(backupPath, proved, Profile::currentVersion()); !checked)
        return checked;
    const Outcome kept = keepPresent(profilePath, scratch.filePath(QStringLiteral("present.sqlite")), nowUtcMs);
    if (!kept)
        return kept;
    return swapIn(proved, profilePath);
}

} // namespace lectern
