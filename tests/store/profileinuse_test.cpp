// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"
#include "profilefile.h"
#include "query.h"
#include "runall.h"
#include "samples.h"
#include "sibling.h"

#include <QFileInfo>

#include <fcntl.h>

using namespace lectern;
using test::sampleNow;
using test::Sibling;

namespace
{

// Where SQLite locks, https://www.sqlite.org/src/file/src/os.h: PENDING_BYTE + 2.
constexpr off_t sharedLockBytes = 0x40000000 + 2;

} // namespace

class ProfileInUseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(m_profile->open().ok());
        m_profile->close();
    }

    void secondOpenInOneProcess()
    {
        QVERIFY(m_profile->open().ok());
        const auto second = Profile::open(m_profile->path(), {false, 0});
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
        // By another name too.
        const QString link = m_profile->file(QStringLiteral("link.sqlite"));
        QVERIFY(QFile::link(m_profile->path(), link));
        const auto linked = Profile::open(link, {false, 0});
        QVERIFY(!linked.ok());
        QCOMPARE(linked.error().code, ErrorCode::ProfileInUse);
        // The first one's lock has outlived the attempts: another process still sees it.
        const Sibling sibling([this] {
            const int file = ::open(m_profile->path().toUtf8().constData(), O_RDWR);
            struct flock lock {
            };
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = sharedLockBytes;
            lock.l_len = 510;
            return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK;
        });
        QVERIFY(sibling.ready());
    }

    void idleProfileOfAnotherProcess()
    {
        Sibling sibling([this] { return m_profile->open().ok(); });
        QVERIFY(sibling.ready());
        refuses();
        QVERIFY(isInUse(m_profile->path()));
        sibling.kill();
        QVERIFY(!isInUse(m_profile->path()));
        QVERIFY(m_profile->open().ok());
    }

    void profileThatAnotherProcessHasWrittenTo()
    {
        Sibling sibling([this] { return m_profile->open().ok() && writeRow(); });
        QVERIFY(sibling.ready());
        QVERIFY(QFileInfo(m_profile->path() + QStringLiteral("-wal")).size() > 0);
        refuses();
        const Outcome restored = restoreBackup(m_profile->path(), m_profile->path(), sampleNow);
        QVERIFY(!restored.ok());
        QCOMPARE(restored.error().code, ErrorCode::ProfileInUse);
    }

    void whatWasCommittedSurvivesAKill()
    {
        Sibling sibling([this] {
            bool written = m_profile->open().ok();
            for (int i = 0; i < 50; ++i)
                written = written && writeRow();
            // One that was begun and not committed.
            written = written && execute(m_profile->database(), QStringLiteral("BEGIN IMMEDIATE")) && writeRow();
            return written;
        });
        QVERIFY(sibling.ready());
        sibling.kill();
        QVERIFY(m_profile->open().ok());
        QCOMPARE(*number(m_profile->database(), QStringLiteral("SELECT count(*) FROM change")), 50);
    }

private:
    bool writeRow()
    {
        return execute(m_profile->database(),
            QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES('x', 1, 0, '[]')"))
            .ok();
    }

    void refuses()
    {
        const QByteArray bytes = test::bytesOf(m_profile->path());
        const auto opened = Profile::open(m_profile->path(), {true, sampleNow});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::ProfileInUse);
        QCOMPARE(test::bytesOf(m_profile->path()), bytes);
        QVERIFY(!QFileInfo::exists(m_profile->path() + QStringLiteral("-shm")));
    }

    std::unique_ptr<test::TempProfile> m_profile;
};

LECTERN_TEST_CLASS(ProfileInUseTest)
#include "profileinuse_test.moc"
