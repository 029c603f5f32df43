// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydesk.h"

#include "backup.h"
#include "context.h"

namespace lectern
{

HistoryDesk::HistoryDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

QString HistoryDesk::undoLabel() const
{
    const auto entry = m_context.changes.nextUndo();
    return entry && entry->has_value() ? (*entry)->label : QString();
}

QString HistoryDesk::redoLabel() const
{
    const auto entry = m_context.changes.nextRedo();
    return entry && entry->has_value() ? (*entry)->label : QString();
}

Result<QString> HistoryDesk::undo()
{
    const Result<ChangeLog::Entry> undone = m_context.changes.undo();
    if (!undone)
        return undone.error();
    Q_EMIT restored();
    Q_EMIT changed();
    return undone->label;
}

Result<QString> HistoryDesk::redo()
{
    const Result<ChangeLog::Entry> redone = m_context.changes.redo();
    if (!redone)
        return redone.error();
    Q_EMIT restored();
    Q_EMIT changed();
    return redone->label;
}

QList<BackupFile> HistoryDesk::backups() const
{
    return profileBackups(m_context.profile->path());
}

Result<QString> HistoryDesk::backUpNow()
{
    const Result<QString> taken = takeBackup(*m_context.profile, m_context.now().utcMs);
    m_backupProblem = taken ? std::optional<Error>() : taken.error();
    return taken;
}

Outcome HistoryDesk::backUpOfTheDay()
{
    if (!m_context.environment.backups)
        return Done{};
    const auto taken = lectern::backUpOfTheDay(*m_context.profile, m_context.now().utcMs);
    if (!taken) {
        m_backupProblem = taken.error();
        return taken.error();
    }
    if (taken->has_value())
        m_backupProblem.reset();
    return Done{};
}

void HistoryDesk::announce()
{
    Q_EMIT changed();
}

QList<BackupFile> profileBackups(const QString &profilePath)
{
    QList<BackupFile> files;
    for (const Backup &backup : listBackups(profilePath))
        files.append({backup.path, backup.takenAt, backup.bytes});
    return files;
}

Outcome restoreProfile(const QString &profilePath, const QString &backupPath)
{
    return restoreBackup(profilePath, backupPath, systemClock()().utcMs);
}

} // namespace lectern
