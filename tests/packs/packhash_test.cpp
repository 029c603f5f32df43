// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfiles.h"
#include "packfolder.h"
#include "runall.h"

#include <QDateTime>
#include <QSet>

using namespace lectern;
using lectern::test::PackFolder;

class PackHashTest : public QObject
{
    Q_OBJECT

private slots:
    void isThatOfTheReading()
    {
        const PackFolder folder;
        const auto hash = packHash(folder.path());
        QVERIFY(hash.ok());
        QCOMPARE(*hash, folder.read().pack.hash);
        QCOMPARE(hash->size(), 64);
    }

    void isTheSameInAnotherFolder() { QCOMPARE(*packHash(PackFolder().path()), *packHash(PackFolder().path())); }

    void changesWithAByte()
    {
        PackFolder folder;
        const QString before = *packHash(folder.path());
        folder.replace(QStringLiteral("path.yaml"), "total_hours: 40", "total_hours: 41");
        QVERIFY(*packHash(folder.path()) != before);
    }

    void changesWithAName()
    {
        PackFolder folder;
        folder.write(QStringLiteral("README.md"), "text");
        const QString before = *packHash(folder.path());
        QVERIFY(QFile::rename(folder.path(QStringLiteral("README.md")), folder.path(QStringLiteral("READER.md"))));
        QVERIFY(*packHash(folder.path()) != before);
    }

    void changesWhenBytesMoveFromOneFileToTheNext()
    {
        PackHash apart;
        apart.add(QStringLiteral("a"), "12");
        apart.add(QStringLiteral("b"), "3");
        PackHash moved;
        moved.add(QStringLiteral("a"), "1");
        moved.add(QStringLiteral("b"), "23");
        QVERIFY(apart.hex() != moved.hex());
        PackHash named;
        named.add(QStringLiteral("a"), {});
        named.add(QStringLiteral("12b"), "3");
        QVERIFY(apart.hex() != named.hex());
    }

    // Editors leave hidden files behind; they are no part of a pack.
    void passesOverHiddenFiles()
    {
        PackFolder folder;
        const QString before = *packHash(folder.path());
        folder.write(QStringLiteral(".path.yaml.swp"), "x");
        QCOMPARE(*packHash(folder.path()), before);
    }

    void listsInTheOrderOfBytes()
    {
        PackFolder folder;
        folder.write(QStringLiteral("Z.txt"), "x");
        folder.write(QStringLiteral("a.txt"), "x");
        folder.write(QStringLiteral("a/b.txt"), "x");
        const QStringList names = listPack(folder.path()).names;
        QCOMPARE(
            names.first(3), QStringList({QStringLiteral("Z.txt"), QStringLiteral("a.txt"), QStringLiteral("a/b.txt")}));
    }

    void theStampChangesWithEveryFile()
    {
        PackFolder folder;
        const auto stamp = [&folder] { return packStamp(folder.path(), later()); };
        QSet<QString> stamps{stamp()};
        QVERIFY(!stamp().isEmpty());
        QVERIFY(stamps.contains(stamp()));
        folder.write(QStringLiteral("README.md"), "text");
        stamps.insert(stamp());
        folder.write(QStringLiteral("README.md"), "texts");
        stamps.insert(stamp());
        QVERIFY(QFile::rename(folder.path(QStringLiteral("README.md")), folder.path(QStringLiteral("READER.md"))));
        stamps.insert(stamp());
        QFile file(folder.path(QStringLiteral("READER.md")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC), QFileDevice::FileModificationTime));
        file.close();
        stamps.insert(stamp());
        QCOMPARE(stamps.size(), 5);
    }

    void aFreshChangeGivesNoStamp()
    {
        PackFolder folder;
        folder.write(QStringLiteral("README.md"), "text");
        const qint64 written =
            QFileInfo(folder.path(QStringLiteral("README.md"))).metadataChangeTime().toMSecsSinceEpoch();
        QVERIFY(packStamp(folder.path(), written).isEmpty());
        QVERIFY(packStamp(folder.path(), written + 1999).isEmpty());
        QVERIFY(packStamp(folder.path(), written - 3600000).isEmpty());
        QVERIFY(!packStamp(folder.path(), written + 2000).isEmpty());
    }

    void namesWhatIsWrong()
    {
        QCOMPARE(packHash(QStringLiteral("/nowhere/at/all")).error().code, ErrorCode::FileNotFound);
        PackFolder folder;
        folder.write(QStringLiteral("notes.txt"), QByteArray(2'000'001, 'x'));
        const auto hash = packHash(folder.path());
        QVERIFY(!hash.ok());
        QCOMPARE(hash.error().code, ErrorCode::PackInvalid);
        QVERIFY(hash.error().detail.contains(QStringLiteral("notes.txt")));
    }

private:
    /// Long after the test wrote its files.
    static qint64 later() { return QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); }
};

LECTERN_TEST_CLASS(PackHashTest)
#include "packhash_test.moc"
