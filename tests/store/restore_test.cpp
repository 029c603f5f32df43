// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"
#include "profilefile.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "writesrefused.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace lectern;
using test::bytesOf;
using test::sampleNow;
using test::writeBytes;

class RestoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // A backup with one change; the profile has had a second one since.
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        QVERIFY(addChange());
        const auto taken = takeBackup(**m_profile, sampleNow);
        QVERIFY(taken.ok());
        m_backup = *taken;
        QVERIFY(addChange());
    }

    void putsTheBackupInPlaceAndKeepsThePresent()
    {
        m_profile->close();
        const QByteArray backup = bytesOf(m_backup);
        const Outcome restored = restore();
        QVERIFY2(restored.ok(), qPrintable(restored ? QString() : restored.error().detail));
        QCOMPARE(changes(m_profile->path()), 1);
        QCOMPARE(bytesOf(m_backup), backup);
        const QList<Backup> backups = listBackups(m_profile->path());
        QCOMPARE(backups.size(), 2);
        QCOMPARE(changes(backups.first().path), 2);
        // And back again.
        QVERIFY(restoreBackup(m_profile->path(), backups.first().path, sampleNow + 2000).ok());
        QCOMPARE(changes(m_profile->path()), 2);
    }

    void whatWasInTheLogIsKeptAndPlayedIntoNothing()
    {
        // As a crash leaves it: the second change is in the log only.
        const QByteArray file = bytesOf(m_profile->path());
        const QByteArray log = bytesOf(m_profile->path() + QStringLiteral("-wal"));
        QVERIFY(!log.isEmpty());
        m_profile->close();
        QVERIFY(writeBytes(m_profile->path(), file));
        QVERIFY(writeBytes(m_profile->path() + QStringLiteral("-wal"), log));
        QVERIFY(restore().ok());
        QVERIFY(!QFileInfo::exists(m_profile->path() + QStringLiteral("-wal")));
        QCOMPARE(changes(m_profile->path()), 1);
        QCOMPARE(changes(listBackups(m_profile->path()).at(0).path), 2);
    }

    void aDamagedProfileIsReplacedAndKeptAsItWas()
    {
        m_profile->close();
        const QByteArray damaged = bytesOf(m_profile->path()).first(5000);
        QVERIFY(writeBytes(m_profile->path(), damaged));
        QVERIFY(writeBytes(m_profile->path() + QStringLiteral("-wal"), "a broken log"));
        QVERIFY(restore().ok());
        QCOMPARE(changes(m_profile->path()), 1);
        const QString kept = listBackups(m_profile->path()).at(0).path;
        QCOMPARE(bytesOf(kept), damaged);
        QCOMPARE(bytesOf(kept + QStringLiteral("-wal")), QByteArray("a broken log"));
    }

    void aMissingProfileIsMade()
    {
        m_profile->close();
        QVERIFY(QFile::remove(m_profile->path()));
        QVERIFY(restore().ok());
        QCOMPARE(changes(m_profile->path()), 1);
        QCOMPARE(listBackups(m_profile->path()).size(), 1);
    }

    void whatIsNoBackupChangesNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << QStringLiteral("missing") << ErrorCode::FileNotFound;
        QTest::newRow("empty") << QStringLiteral("empty") << ErrorCode::NotAProfile;
        QTest::newRow("text") << QStringLiteral("text") << ErrorCode::NotAProfile;
        QTest::newRow("foreign") << QStringLiteral("foreign") << ErrorCode::NotAProfile;
        QTest::newRow("newer") << QStringLiteral("newer") << ErrorCode::ProfileTooNew;
        QTest::newRow("truncated") << QStringLiteral("truncated") << ErrorCode::ProfileDamaged;
        QTest::newRow("damaged inside") << QStringLiteral("damaged") << ErrorCode::ProfileDamaged;
    }
    void whatIsNoBackupChangesNothing()
    {
        QFETCH(QString, kind);
        m_profile->close();
        const QString path = m_profile->file(QStringLiteral("candidate.sqlite"));
        QByteArray bytes = bytesOf(m_backup);
        if (kind == u"empty")
            QVERIFY(writeBytes(path, {}));
        else if (kind == u"text")
            QVERIFY(writeBytes(path, QByteArray(5000, 'x')));
        else if (kind == u"foreign")
            QVERIFY(test::runOn(path, {QStringLiteral("CREATE TABLE t(a)")}));
        else if (kind == u"newer")
            QVERIFY(writeBytes(path, bytes) &&
                    test::runOn(path, {QStringLiteral("PRAGMA user_version = %1").arg(Profile::currentVersion() + 1)}));
        else if (kind == u"truncated")
            QVERIFY(writeBytes(path, bytes.first(bytes.size() - 4096)));
        else if (kind == u"damaged")
            QVERIFY(writeBytes(path, bytes.replace(4096 * 3, 2000, QByteArray(2000, '\x5a'))));

        const QByteArray before = bytesOf(m_profile->path());
        const Outcome restored = restoreBackup(m_profile->path(), path, sampleNow + 1000);
        QVERIFY(!restored.ok());
        QTEST(restored.error().code, "code");
        QCOMPARE(restored.error().where, path);
        QCOMPARE(bytesOf(m_profile->path()), before);
        QCOMPARE(listBackups(m_profile->path()).size(), 1);
    }

    void anOpenProfileIsNotReplaced()
    {
        QCOMPARE(restore().error().code, ErrorCode::ProfileInUse);
        QVERIFY(addChange());
        m_profile->close();
        QCOMPARE(changes(m_profile->path()), 3);
    }

    void aCopyThatTheDiskRefusesIsNone()
    {
        // Few bytes wait in memory until the file is closed, where a refusal is easily overlooked.
        const QString small = m_profile->file(QStringLiteral("small"));
        const QString target = m_profile->file(QStringLiteral("target"));
        QVERIFY(writeBytes(small, "new") && writeBytes(target, "old"));
        Outcome copied = Done{};
        {
            const test::WritesRefused refused;
            copied = copyFile(small, target);
        }
        QVERIFY(!copied.ok());
        QCOMPARE(copied.error().code, ErrorCode::DiskFull);
        QCOMPARE(bytesOf(target), QByteArray("old"));
        QVERIFY(copyFile(small, target).ok());
        QCOMPARE(bytesOf(target), QByteArray("new"));
    }

    void nothingIsReplacedThatCannotBeKept()
    {
        m_profile->close();
        const QString elsewhere = m_profile->file(QStringLiteral("elsewhere.sqlite"));
        QVERIFY(QFile::copy(m_backup, elsewhere));
        QVERIFY(QDir(m_profile->path() + QStringLiteral(".backups")).removeRecursively());
        QVERIFY(writeBytes(m_profile->path() + QStringLiteral(".backups"), "in the way"));
        const QByteArray before = bytesOf(m_profile->path());
        QCOMPARE(restoreBackup(m_profile->path(), elsewhere, sampleNow).error().code, ErrorCode::FileNotWritable);
        QCOMPARE(bytesOf(m_profile->path()), before);
    }

private:
    Outcome restore() { return restoreBackup(m_profile->path(), m_backup, sampleNow + 1000); }
    bool addChange()
    {
        return execute(m_profile->database(),
            QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')"))
            .ok();
    }
    static qint64 changes(const QString &path)
    {
        const auto profile = Profile::open(path, {false, 0});
        if (!profile)
            return -1;
        return *number((*profile)->database(), QStringLiteral("SELECT count(*) FROM change"));
    }

    std::unique_ptr<test::TempProfile> m_profile;
    QString m_backup;
};

LECTERN_TEST_CLASS(RestoreTest)
#include "restore_test.moc"
