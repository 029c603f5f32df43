// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "schema.h"
#include "selfstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace lectern;
using test::bytesOf;
using test::runOn;
using test::writeBytes;

class ProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_profile = std::make_unique<test::TempProfile>(); }

    void missingAndEmptyFilesAreFresh()
    {
        QVERIFY(m_profile->open().ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("PRAGMA user_version")), Profile::currentVersion());
        m_profile->close();

        const QString empty = m_profile->file(QStringLiteral("empty.sqlite"));
        QVERIFY(writeBytes(empty, {}));
        QVERIFY(Profile::open(empty, {false, 0}).ok());
        QVERIFY(QFileInfo(empty).size() > 0);
    }

    void makesTheFoldersItLiesIn()
    {
        const QString deep = m_profile->file(QStringLiteral("a/b/profile.sqlite"));
        QVERIFY(Profile::open(deep, {false, 0}).ok());
        QVERIFY(QFileInfo::exists(deep));
    }

    void connectionIsSetUp_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("journal") << QStringLiteral("journal_mode") << QStringLiteral("wal");
        QTest::newRow("sync") << QStringLiteral("synchronous") << QStringLiteral("2");
        QTest::newRow("foreign keys") << QStringLiteral("foreign_keys") << QStringLiteral("1");
        QTest::newRow("schema") << QStringLiteral("trusted_schema") << QStringLiteral("0");
        QTest::newRow("cells") << QStringLiteral("cell_size_check") << QStringLiteral("1");
        QTest::newRow("lock") << QStringLiteral("locking_mode") << QStringLiteral("exclusive");
        QTest::newRow("ours") << QStringLiteral("application_id") << QString::number(0x4C435431);
    }
    void connectionIsSetUp()
    {
        QFETCH(QString, pragma);
        QVERIFY(m_profile->open().ok());
        const auto value = first(m_profile->database(), QStringLiteral("PRAGMA ") + pragma, {},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
        QVERIFY(value.ok());
        QTEST(**value, "value");
    }

    void closedFileHasNoLogBeside()
    {
        QVERIFY(m_profile->open().ok());
        m_profile->close();
        QCOMPARE(QDir(QFileInfo(m_profile->path()).path()).entryList(QDir::Files),
            QStringList{QStringLiteral("profile.sqlite")});
        QVERIFY(m_profile->open().ok());
    }

    void foreignFilesKeepTheirBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("just some notes\n");
        QTest::newRow("long text") << QByteArray(9000, 'x');
        QTest::newRow("only a magic") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
    }
    void foreignFilesKeepTheirBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writeBytes(m_profile->path(), bytes));
        refuses(ErrorCode::NotAProfile);
    }

    void foreignDatabaseKeepsItsBytes_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("plain") << QStringList{QStringLiteral("CREATE TABLE t(a)")};
        QTest::newRow("with an id of its own")
            << QStringList{QStringLiteral("PRAGMA application_id = 7"), QStringLiteral("CREATE TABLE t(a)")};
        QTest::newRow("with our version")
            << QStringList{QStringLiteral("PRAGMA user_version = 1"), QStringLiteral("CREATE TABLE t(a)")};
        QTest::newRow("with a log") << QStringList{
            QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("CREATE TABLE t(a)")};
    }
    void foreignDatabaseKeepsItsBytes()
    {
        QFETCH(QStringList, statements);
        QVERIFY(runOn(m_profile->path(), statements));
        refuses(ErrorCode::NotAProfile);
    }

    void newerKeepsItsBytes()
    {
        makeProfile();
        QVERIFY(
            runOn(m_profile->path(), {QStringLiteral("PRAGMA user_version = %1").arg(Profile::currentVersion() + 1)}));
        refuses(ErrorCode::ProfileTooNew);
    }

    void newerInTheLogKeepsItsBytes()
    {
        leaveLogBehind({QStringLiteral("PRAGMA user_version = %1").arg(Profile::currentVersion() + 1)});
        refuses(ErrorCode::ProfileTooNew);
    }

    void brokenHeaderIsDamage_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("magic") << 3;
        QTest::newRow("page size") << 17;
        QTest::newRow("write version") << 18;
        QTest::newRow("payload fraction") << 21;
        QTest::newRow("schema format") << 44;
        QTest::newRow("encoding") << 56;
        QTest::newRow("negative version") << 60;
    }
    void brokenHeaderIsDamage()
    {
        QFETCH(int, offset);
        makeProfile();
        QByteArray bytes = bytesOf(m_profile->path());
        bytes[offset] = static_cast<char>(bytes.at(offset) ^ 0x91);
        QVERIFY(writeBytes(m_profile->path(), bytes));
        refuses(ErrorCode::ProfileDamaged);
    }

    void truncatedFileIsDamage()
    {
        makeProfile();
        const QByteArray bytes = bytesOf(m_profile->path());
        QVERIFY(writeBytes(m_profile->path(), bytes.first(bytes.size() / 2)));
        refuses(ErrorCode::ProfileDamaged);
    }

    void brokenSchemaPageIsDamage()
    {
        makeProfile();
        QByteArray bytes = bytesOf(m_profile->path());
        bytes.replace(100, 1000, QByteArray(1000, '\x5a'));
        QVERIFY(writeBytes(m_profile->path(), bytes));
        refuses(ErrorCode::ProfileDamaged);
    }

    void damageBesideALogIsFoundAndKept()
    {
        leaveLogBehind({QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')")});
        QByteArray bytes = bytesOf(m_profile->path());
        bytes.replace(4096 * 3, 2048, QByteArray(2048, '\x5a'));
        QVERIFY(writeBytes(m_profile->path(), bytes));
        refuses(ErrorCode::ProfileDamaged);
    }

    void logWithoutItsDatabaseIsDamage()
    {
        leaveLogBehind({QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')")});
        QVERIFY(writeBytes(m_profile->path(), {}));
        refuses(ErrorCode::ProfileDamaged);
    }

    void whatWasOnlyInTheLogIsThere()
    {
        leaveLogBehind({QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')")});
        QVERIFY(m_profile->open().ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM change")), 1);
    }

    void folderIsNotWritable()
    {
        QVERIFY(QDir().mkpath(m_profile->path()));
        const auto opened = Profile::open(m_profile->path(), {false, 0});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::FileNotWritable);
    }

    void fileInPlaceOfAFolderIsNotWritable()
    {
        QVERIFY(writeBytes(m_profile->file(QStringLiteral("plain")), "x"));
        const auto opened = Profile::open(m_profile->file(QStringLiteral("plain/profile.sqlite")), {false, 0});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::FileNotWritable);
    }

    void transactionRollsBackUnlessCommitted()
    {
        QVERIFY(m_profile->open().ok());
        const QString insert =
            QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')");
        {
            Transaction transaction(**m_profile);
            QVERIFY(transaction.begin().ok());
            QVERIFY(execute(m_profile->database(), insert));
            Transaction nested(**m_profile);
            QVERIFY(!nested.begin().ok());
        }
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM change")), 0);
        Transaction transaction(**m_profile);
        QVERIFY(transaction.begin().ok());
        QVERIFY(execute(m_profile->database(), insert));
        QVERIFY(transaction.commit().ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM change")), 1);
    }

    void preparedStatementIsKept()
    {
        QVERIFY(m_profile->open().ok());
        const auto one = (**m_profile).statement(QStringLiteral("SELECT 1"));
        const auto again = (**m_profile).statement(QStringLiteral("SELECT 1"));
        QVERIFY(one.ok() && again.ok());
        QCOMPARE(*one, *again);
        QVERIFY(!(**m_profile).statement(QStringLiteral("no SQL")).ok());
    }

private:
    void makeProfile()
    {
        QVERIFY(m_profile->open().ok());
        m_profile->close();
    }

    /// A profile as a crash leaves it: the statements are in its log only.
    void leaveLogBehind(const QStringList &statements)
    {
        makeProfile();
        const QString crashed = m_profile->file(QStringLiteral("crashed.sqlite"));
        QVERIFY(QFile::copy(m_profile->path(), crashed));
        const ScratchConnection writer(crashed, {});
        for (const QString &sql : statements)
            QVERIFY(execute(writer.database(), sql));
        QVERIFY(QFileInfo(crashed + QStringLiteral("-wal")).size() > 0);
        QVERIFY(writeBytes(m_profile->path(), bytesOf(crashed)));
        QVERIFY(writeBytes(m_profile->path() + QStringLiteral("-wal"), bytesOf(crashed + QStringLiteral("-wal"))));
    }

    /// Refused with this code, and neither the file nor its log has changed.
    void refuses(ErrorCode code)
    {
        const QString log = m_profile->path() + QStringLiteral("-wal");
        const QByteArray bytes = bytesOf(m_profile->path());
        const QByteArray logBytes = bytesOf(log);
        const auto opened = Profile::open(m_profile->path(), {true, test::sampleNow});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, code);
        QCOMPARE(opened.error().where, m_profile->path());
        QCOMPARE(bytesOf(m_profile->path()), bytes);
        QCOMPARE(bytesOf(log), logBytes);
        QVERIFY(!QFileInfo::exists(m_profile->path() + QStringLiteral("-shm")));
    }

    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(ProfileTest)
#include "profile_test.moc"
