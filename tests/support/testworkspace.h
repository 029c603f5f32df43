// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>

namespace lectern::test
{

/// A clock that only a test moves: Monday 23 November 2026, 19:00 UTC, one hour after boot.
struct FakeClock {
    Moment now{
        QDateTime(QDate(2026, 11, 23), QTime(19, 0), Qt::UTC).toMSecsSinceEpoch(), QStringLiteral("boot-1"), 3600000};

    void advance(qint64 ms)
    {
        now.utcMs += ms;
        now.bootMs += ms;
    }
    void reboot(qint64 downMs)
    {
        now.utcMs += downMs;
        now.bootId += QLatin1Char('+');
        now.bootMs = 20000;
    }
};

/// A workspace on a profile in a temporary folder with the shipped pack and a clock the test moves. Null until open()
/// succeeded.
class TestWorkspace
{
public:
    explicit TestWorkspace(const QString &packs = QStringLiteral(LECTERN_CONTENT))
        : m_packs(packs)
    {
    }

    QString path() const { return m_folder.filePath(QStringLiteral("profile.lectern")); }
    QString folder() const { return m_folder.path(); }

    Environment environment()
    {
        Environment env;
        env.clock = [this] { return clock.now; };
        env.zone = zone;
        env.packsFolder = m_packs;
        env.backups = backups;
        return env;
    }

    bool open()
    {
        const bool fresh = !backups && !QFile::exists(path());
        const QString key = QStringLiteral("%1 %2 %3 %4 %5")
                                .arg(m_packs, QString::fromLatin1(zone), clock.now.bootId)
                                .arg(clock.now.utcMs)
                                .arg(clock.now.bootMs);
        static Templates templates;
        if (fresh && !templates.copy(key, path())) {
            if (!openProfile())
                return false;
            m_workspace.reset();
            templates.keep(key, path());
        }
        return openProfile();
    }
    void close() { m_workspace.reset(); }
    bool reopen()
    {
        close();
        return open();
    }

    Workspace &operator*() { return *m_workspace; }
    Workspace *operator->() { return m_workspace.get(); }

    FakeClock clock;
    QByteArray zone = "UTC"; ///< that it opens in
    bool backups = false;    ///< whether opening takes the daily backup

private:
    /// Profiles as the first opening left them: to read and install the packs again is most of what a test would do.
    class Templates
    {
    public:
        bool copy(const QString &key, const QString &to) const
        {
            const auto found = m_files.constFind(key);
            return found != m_files.constEnd() && QFile::copy(*found, to);
        }
        void keep(const QString &key, const QString &from)
        {
            const QString file = m_folder.filePath(QString::number(m_files.size()));
            if (QFile::copy(from, file))
                m_files.insert(key, file);
        }

    private:
        QTemporaryDir m_folder;
        QHash<QString, QString> m_files;
    };

    bool openProfile()
    {
        auto opened = Workspace::open(path(), environment());
        if (!opened) {
            qWarning("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
            return false;
        }
        m_workspace = std::move(*opened);
        return true;
    }

    QTemporaryDir m_folder;
    QString m_packs;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace lectern::test
