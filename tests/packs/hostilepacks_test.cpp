// SPDX-License-Identifier: GPL-3.0-or-later
#include "packfolder.h"
#include "runall.h"

using namespace lectern;
using lectern::test::PackFolder;

// Packs that are too large or too clever to be stored. Each has to end at a limit, with a sentence.
class HostilePacksTest : public QObject
{
    Q_OBJECT

private slots:
    void twentyMegabytes()
    {
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), "total_hours: 40\n" + QByteArray(20'000'000, '#'));
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral(
                "path.yaml: error: The file has 20000016 bytes; more than 2000000 are not read. Split it.")));
    }

    void nestingBomb_data()
    {
        constexpr int levels = 10'000;
        const QString brackets = QStringLiteral("More than 1000 brackets are open here. Close them.");
        const QString deep = QStringLiteral("Values are nested more than 32 levels deep.");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("lists") << "stages:\n" + QByteArray(" [\n").repeated(levels) +
                                      QByteArray(" ]\n").repeated(levels)
                               << QStringLiteral("1002:2: error: ") + brackets;
        QTest::newRow("maps") << "stages:\n" + QByteArray(" {a:\n").repeated(levels) +
                                     QByteArray(" }\n").repeated(levels)
                              << QStringLiteral("1002:2: error: ") + brackets;
        QTest::newRow("closed before they open")
            << "# " + QByteArray("]").repeated(levels / 2) + '\n' + QByteArray(" [\n").repeated(levels)
            << QStringLiteral("1002:2: error: ") + brackets;
        QTest::newRow("fewer lists") << "stages:\n" + QByteArray(" [\n").repeated(900) +
                                            QByteArray(" ]\n").repeated(900)
                                     << QStringLiteral("33:2: error: ") + deep;
        QTest::newRow("fewer maps") << "stages:\n" + QByteArray(" {a:\n").repeated(900) +
                                           QByteArray(" }\n").repeated(900)
                                    << QStringLiteral("33:2: error: ") + deep;
        QTest::newRow("dashes") << "stages:\n  " + QByteArray("- ").repeated(levels / 4)
                                << QStringLiteral("2:65: error: ") + deep;
    }
    void nestingBomb()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), text);
        QCOMPARE(folder.problems(), QStringList(QStringLiteral("path.yaml:") + problem));
    }

    // What the parser makes of unfinished text differs by its version, but it ends.
    void unfinishedBomb_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lists") << QByteArray("[").repeated(9'999);
        QTest::newRow("maps") << QByteArray("{").repeated(9'999);
        QTest::newRow("dashes") << QByteArray("- ").repeated(4'999);
        QTest::newRow("keys") << QByteArray("? ").repeated(4'999);
        QTest::newRow("quotes") << "a: \"" + QByteArray("xxxxxxxxx\n").repeated(190'000);
        QTest::newRow("tags") << QByteArray("!").repeated(9'999);
        QTest::newRow("lists over lines") << "a:\n" + QByteArray(" [\n").repeated(600'000);
    }
    void unfinishedBomb()
    {
        QFETCH(QByteArray, text);
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), text);
        const PackReading reading = folder.read();
        QVERIFY(!reading.ok());
        QCOMPARE(reading.problems.first().file, QStringLiteral("path.yaml"));
    }

    // Nine levels of nine aliases each would be 387 million values.
    void aliasBomb()
    {
        QByteArray text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
        for (int level = 1; level < 9; ++level) {
            const QByteArray below = "*a" + QByteArray::number(level - 1);
            const QByteArray name = 'a' + QByteArray::number(level);
            text += name + ": &" + name + " [" + (below + ", ").repeated(8) + below + "]\n";
        }
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), text);
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral("path.yaml:1:5: error: Anchors (&) and aliases (*) are not allowed. Write the "
                                       "value out, or quote it if the sign is text.")));
    }

    void tooManyValues()
    {
        PackFolder folder;
        folder.write(
            QStringLiteral("path.yaml"), "stages: [\n" + QByteArray(" a,a,a,a,a,\n").repeated(42'000) + " ]\n");
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral("path.yaml:40001:6: error: The file holds more than 200000 values. Split it.")));
    }

    void longLine()
    {
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), "a: 1\n" + QByteArray("x").repeated(10'001) + '\n');
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral("path.yaml:2:1: error: The line has more than 10000 bytes. Break it.")));
        folder.write(QStringLiteral("path.yaml"), '#' + QByteArray("x").repeated(9'999) + '\n');
        QCOMPARE(folder.problems(), QStringList(QStringLiteral("path.yaml: error: The file is empty.")));
    }

    void tooManyKeys()
    {
        QByteArray text;
        for (int i = 0; i < 101; ++i)
            text += 'k' + QByteArray::number(i) + ": x\n";
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), text);
        QCOMPARE(
            folder.problems(), QStringList(QStringLiteral("path.yaml:101:1: error: A map has more than 100 keys.")));
    }

    void tooManyProblems()
    {
        PackFolder folder;
        folder.write(QStringLiteral("path.yaml"), "total_hours: 40\nstages:\n" + QByteArray("  - x\n").repeated(5000));
        const QStringList lines = folder.problems();
        QCOMPARE(lines.size(), 101);
        QCOMPARE(lines.first(),
            QStringLiteral(
                "path.yaml: error: There are more than 100 problems in this file; the others are not listed."));
    }

    void tooManyFiles()
    {
        PackFolder folder;
        for (int i = 0; i < 2001; ++i)
            folder.write(QStringLiteral("notes/%1.txt").arg(i), "x");
        QCOMPARE(folder.problems(), QStringList(QStringLiteral(": error: The folder holds more than 2000 files.")));
        QVERIFY(!packHash(folder.path()).ok());
    }

    void tooManyBytes()
    {
        PackFolder folder;
        for (int i = 0; i < 33; ++i) { // sparse, so that the test writes nothing
            folder.write(QStringLiteral("notes/%1.txt").arg(i), {});
            QVERIFY(QFile::resize(folder.path(QStringLiteral("notes/%1.txt").arg(i)), 2'000'000));
        }
        QCOMPARE(folder.problems(), QStringList(QStringLiteral(": error: The folder holds more than 64 MB.")));
    }

    void foldersTooDeep()
    {
        PackFolder folder;
        folder.write(QStringLiteral("1/2/3/4/5/6/7/8/9.txt"), "x");
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral("1/2/3/4/5/6/7/8/: error: Folders are nested more than 8 levels deep.")));
    }

    void linkOutOfTheFolder()
    {
        QTemporaryDir outside;
        PackFolder folder;
        const QByteArray text = folder.bytes(QStringLiteral("path.yaml"));
        QFile secret(outside.filePath(QStringLiteral("path.yaml")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(text);
        secret.close();
        folder.remove(QStringLiteral("path.yaml"));
        QVERIFY(QFile::link(secret.fileName(), folder.path(QStringLiteral("path.yaml"))));
        const PackReading reading = folder.read();
        QCOMPARE(PackFolder::linesOf(reading),
            QStringList(QStringLiteral(
                "path.yaml: error: This is a link out of the pack's folder. Put the file itself here.")));
        QVERIFY(reading.pack.certification.path.isEmpty());
    }

    // A folder whose name only begins like the pack's is outside as well.
    void linkToASiblingOfTheFolder()
    {
        PackFolder folder;
        const QString sibling = folder.path() + QStringLiteral("-beside");
        QVERIFY(QFile::copy(folder.path(QStringLiteral("path.yaml")), sibling));
        folder.remove(QStringLiteral("path.yaml"));
        QVERIFY(QFile::link(sibling, folder.path(QStringLiteral("path.yaml"))));
        const QStringList lines = folder.problems();
        QVERIFY(QFile::remove(sibling));
        QCOMPARE(lines, QStringList(QStringLiteral(
                            "path.yaml: error: This is a link out of the pack's folder. Put the file itself here.")));
    }

    void linkToAFolder()
    {
        PackFolder folder;
        QVERIFY(QFile::link(folder.path(QStringLiteral("questions")), folder.path(QStringLiteral("more"))));
        QVERIFY(QFile::link(folder.path(), folder.path(QStringLiteral("round"))));
        QCOMPARE(folder.problems(),
            QStringList({QStringLiteral("more: error: This is no file. Delete it."),
                QStringLiteral("round: error: This is a link out of the pack's folder. Put the file itself here.")}));
    }

    void linkToNothing()
    {
        PackFolder folder;
        QVERIFY(QFile::link(folder.path(QStringLiteral("gone")), folder.path(QStringLiteral("notes.txt"))));
        QCOMPARE(folder.problems(),
            QStringList(QStringLiteral(
                "notes.txt: error: This is a link out of the pack's folder. Put the file itself here.")));
    }

    void linkWithinTheFolder()
    {
        PackFolder folder;
        QVERIFY(QDir().mkpath(folder.path(QStringLiteral("kept"))));
        QVERIFY(QFile::rename(folder.path(QStringLiteral("path.yaml")), folder.path(QStringLiteral("kept/path.txt"))));
        QVERIFY(QFile::link(folder.path(QStringLiteral("kept/path.txt")), folder.path(QStringLiteral("path.yaml"))));
        QCOMPARE(folder.problems(), QStringList());
    }

    void noSuchFolder()
    {
        const PackReading reading = readPack(QStringLiteral("/nowhere/at/all"));
        QVERIFY(!reading.ok());
        QCOMPARE(PackFolder::linesOf(reading), QStringList(QStringLiteral(": error: There is no such folder.")));
    }
};

LECTERN_TEST_CLASS(HostilePacksTest)
#include "hostilepacks_test.moc"
