// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"
#include "backupthinning.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>
#include <algorithm>

using namespace lectern;
using test::sampleNow;

namespace
{
constexpr qint64 day = 86400000;
}

class BackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_profile = std::make_unique<test::TempProfile>(); }

    void aBackupIsAProfileOfItsOwn()
    {
        QVERIFY(m_profile->open().ok());
        QVERIFY(addChange());
        const auto path = takeBackup(**m_profile, sampleNow);
        QVERIFY2(path.ok(), qPrintable(path ? QString() : path.error().detail));
        QCOMPARE(*path, m_profile->path() + QStringLiteral(".backups/lectern-20260302T080000Z.sqlite"));
        const QList<Backup> backups = listBackups(m_profile->path());
        QCOMPARE(backups.size(), 1);
        QCOMPARE(backups.first().path, *path);
        QCOMPARE(backups.first().takenAt.toMSecsSinceEpoch(), sampleNow);
        QCOMPARE(backups.first().bytes, QFileInfo(*path).size());
        QCOMPARE(QDir(QFileInfo(*path).path()).entryList(QDir::Files).size(), 1);

        const auto opened = Profile::open(*path, {false, 0});
        QVERIFY(opened.ok());
        QCOMPARE(*number((*opened)->database(), QStringLiteral("SELECT count(*) FROM change")), 1);
        // The profile goes on.
        QVERIFY(addChange());
    }

    void twoOfOneSecondGetTwoNames()
    {
        QVERIFY(m_profile->open().ok());
        const auto first = takeBackup(**m_profile, sampleNow);
        const auto second = takeBackup(**m_profile, sampleNow);
        QVERIFY(first.ok() && second.ok());
        QVERIFY(*first != *second);
        QCOMPARE(listBackups(m_profile->path()).at(0).path, *second);
    }

    void notInsideATransaction()
    {
        QVERIFY(m_profile->open().ok());
        Transaction transaction(**m_profile);
        QVERIFY(transaction.begin().ok());
        QVERIFY(!takeBackup(**m_profile, sampleNow).ok());
        QVERIFY(QDir(m_profile->path() + QStringLiteral(".backups")).entryList(QDir::Files).isEmpty());
    }

    void onlyBackupsAreListed()
    {
        QVERIFY(m_profile->open().ok());
        QVERIFY(takeBackup(**m_profile, sampleNow).ok());
        for (const char *name : {"notes.txt", "lectern-20260302.sqlite", "lectern-20269902T080000Z.sqlite",
                 "lectern-20260302T080000Z.sqlite-wal", "xlectern-20260302T080000Z.sqlite",
                 "lectern-20260302T080000Z.sqlite.part"})
            QVERIFY(test::writeBytes(m_profile->path() + QStringLiteral(".backups/") + QLatin1String(name), "x"));
        QCOMPARE(listBackups(m_profile->path()).size(), 1);
        QVERIFY(listBackups(m_profile->file(QStringLiteral("nothing"))).isEmpty());
    }

    void dueOncePerUtcDay()
    {
        QVERIFY(backupDue(m_profile->path(), sampleNow));
        QVERIFY(m_profile->open().ok());
        QVERIFY(takeBackup(**m_profile, sampleNow).ok());
        QVERIFY(!backupDue(m_profile->path(), sampleNow));
        QVERIFY(!backupDue(m_profile->path(), sampleNow + 15 * 3600000));
        QVERIFY(backupDue(m_profile->path(), sampleNow + 16 * 3600000));
    }

    void oneBackupADay()
    {
        QVERIFY(m_profile->open({true, sampleNow}).ok());
        QVERIFY(m_profile->open({true, sampleNow}).ok());
        QVERIFY2(listBackups(m_profile->path()).isEmpty(), "nobody waits for a backup while a profile opens");
        const auto first = backUpOfTheDay(**m_profile, sampleNow);
        QVERIFY(first.ok() && first->has_value());
        const auto again = backUpOfTheDay(**m_profile, sampleNow + 1000);
        QVERIFY(again.ok() && !again->has_value());
        QCOMPARE(listBackups(m_profile->path()).size(), 1);
        QCOMPARE(listBackups(m_profile->path()).at(0).path, **first);
        QVERIFY((*backUpOfTheDay(**m_profile, sampleNow + day)).has_value());
        QCOMPARE(listBackups(m_profile->path()).size(), 2);
    }

    void aFailedBackupOfTheDaySaysWhy()
    {
        QVERIFY(m_profile->open().ok());
        QVERIFY(test::writeBytes(m_profile->path() + QStringLiteral(".backups"), "in the way"));
        const auto failed = backUpOfTheDay(**m_profile, sampleNow);
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().code, ErrorCode::FileNotWritable);
    }

    void oldOnesAreThinned()
    {
        QVERIFY(m_profile->open().ok());
        const auto first = takeBackup(**m_profile, sampleNow);
        QVERIFY(first.ok());
        QList<QDateTime> times{at(sampleNow)};
        for (int days = 1; days < 400; ++days) {
            const qint64 time = sampleNow - days * day;
            times.append(at(time));
            QVERIFY(QFile::copy(*first, QFileInfo(*first).path() + at(time).toString(QStringLiteral(
                                                                       "'/lectern-'yyyyMMdd'T'HHmmss'Z.sqlite'"))));
        }
        QCOMPARE(listBackups(m_profile->path()).size(), 400);
        QVERIFY(takeBackup(**m_profile, sampleNow + day).ok());
        times.append(at(sampleNow + day));

        const QList<QDateTime> dropped = backupsToDrop(times, at(sampleNow + day));
        QVERIFY(dropped.size() > 300);
        QList<QDateTime> left;
        for (const Backup &backup : listBackups(m_profile->path()))
            left.append(backup.takenAt);
        QCOMPARE(left.size(), times.size() - dropped.size());
        QVERIFY(
            std::none_of(dropped.begin(), dropped.end(), [&](const QDateTime &time) { return left.contains(time); }));
    }

    void aFullDiskLeavesNoHalfBackup()
    {
        QVERIFY(m_profile->open().ok());
        QVERIFY(QDir().mkpath(m_profile->path() + QStringLiteral(".backups/lectern-20260302T080000Z.sqlite.part")));
        const auto taken = takeBackup(**m_profile, sampleNow);
        QVERIFY(!taken.ok());
        QVERIFY(listBackups(m_profile->path()).isEmpty());
    }

private:
    static QDateTime at(qint64 utcMs) { return QDateTime::fromMSecsSinceEpoch(utcMs, QTimeZone::utc()); }
    bool addChange()
    {
        return execute(m_profile->database(),
            QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')"))
            .ok();
    }

    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(BackupTest)
#include "backup_test.moc"
