// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputefile.h"
#include "disputelist.h"
#include "packfolder.h"
#include "runall.h"

#include <sys/stat.h>

using namespace lectern;
using lectern::test::PackFolder;

/// A reader's dispute on its way to the author.
class DisputesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    static Dispute about(const QString &item, const PackReading &reading)
    {
        Dispute dispute;
        dispute.pack = reading.pack.certification.id;
        dispute.packVersion = reading.pack.certification.version;
        dispute.item = item;
        dispute.revision = QString(64, u'0');
        for (const Item &known : reading.pack.items) {
            if (known.id == item)
                dispute.revision = revisionHash(known);
        }
        dispute.reason = QStringLiteral("The page says otherwise.");
        dispute.date = QDate(2026, 11, 23);
        dispute.language = QStringLiteral("en");
        return dispute;
    }
    static Dispute sound() { return about(QStringLiteral("small-side"), PackFolder().read()); }

    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("dispute.yaml")) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    static QString firstProblem(const DisputeReading &reading)
    {
        return reading.problems.isEmpty() ? QString() : reading.problems.constFirst().toString();
    }

private Q_SLOTS:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("words") << QStringLiteral("Both are right.");
        QTest::newRow("lines") << QStringLiteral(
            "First.\n\n\n  - indented: yes\n# no comment\n---\n...\n\"quoted\" 'so'");
        QTest::newRow("signs") << QStringLiteral("&a *b !c %d @e `f` {g} [h] | > ? : \\n \\");
        QTest::newRow("a number") << QStringLiteral("12");
        QTest::newRow("nothing") << QStringLiteral("null");
        QTest::newRow("other scripts") << QStringLiteral("چرا؟\n為什麼？ 🐢 a\u0301");
        QTest::newRow("longest") << QString::fromUtf8("\xF0\x9F\x90\xA2").repeated(Dispute::longestReason);
        QTest::newRow("typed badly") << QStringLiteral("\t\n one\r\ntwo \u2028 three\u0007");
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(QString, reason);
        Dispute dispute = sound();
        dispute.reason = plainReason(reason);
        QCOMPARE(flawOf(dispute), DisputeFlaw::None);
        const DisputeReading reading = readDispute(write(disputeFile(dispute)));
        QCOMPARE(firstProblem(reading), QString());
        QCOMPARE(reading.dispute, dispute);
    }

    void everyKindComesBack()
    {
        for (const DisputeKind kind : {DisputeKind::WrongKey, DisputeKind::SecondAnswer, DisputeKind::OutOfDate,
                 DisputeKind::Unclear, DisputeKind::Other}) {
            Dispute dispute = sound();
            dispute.kind = kind;
            dispute.option = kind == DisputeKind::SecondAnswer ? QStringLiteral("c") : QString();
            dispute.source = QStringLiteral("https://docs.databricks.com/aws/en/?q=\"a\"\\b");
            dispute.packVersion = QStringLiteral("1.0 \"beta\" \\ é");
            const DisputeReading reading = readDispute(write(disputeFile(dispute)));
            // An address with quotes is none; it has to come back as a fault and not as something else.
            QVERIFY(!reading.ok());
            QVERIFY2(firstProblem(reading).contains(QLatin1String("source")), qPrintable(firstProblem(reading)));
            dispute.source = QStringLiteral("https://docs.databricks.com/aws/en/?q=%22a%22#b");
            const DisputeReading again = readDispute(write(disputeFile(dispute)));
            QCOMPARE(firstProblem(again), QString());
            QCOMPARE(again.dispute, dispute);
        }
    }

    void aBrokenOneIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *before, const char *after, const char *problem) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(problem);
        };
        row("another format", "dispute_format: 1", "dispute_format: 2", ":3:17: error: dispute_format: ");
        row("no format", "dispute_format: 1\n", "", ":3:1: error: dispute_format: This key is missing");
        row("no pack", "pack: \"", "pack: \"Not A Slug ", ":4:7: error: pack: ");
        row("no hash", "revision: \"", "revision: \"x", ":7:11: error: revision: ");
        row("unknown kind", "kind: wrong-key", "kind: \"rude\\e[31m\"", ":8:7: error: kind: ");
        row("no option", "kind: wrong-key", "kind: second-answer", ":3:1: error: option: This key is missing");
        row("a strange option", "kind: wrong-key", "kind: second-answer\noption: g", ":9:9: error: option: ");
        row("an option too many", "kind: wrong-key", "kind: unclear\noption: a",
            ":9:1: error: option: This key is not");
        row("a blank reason", "The page says otherwise.", " ", ": error: reason: ");
        row("an escape", "reason: |-\n  The page says otherwise.", "reason: \"a\\e[31mb\"", ":9:9: error: reason: ");
        row("not a day", "2026-11-23", "2026-13-23", ":11:7: error: date: ");
        row("not a language", "language: \"en\"", "language: \"English, please\"", ":12:11: error: language: ");
        row("a stranger's key", "date: ", "name: someone\ndate: ", ":11:1: error: name: This key is not known");
        row("a key twice", "date: ", "date: \"2026-11-20\"\ndate: ", ":12:1: error: date: This key stands on line 11");
        row("an alias", "kind: wrong-key", "kind: *a", ":8:7: error: Anchors");
        row("a tag", "kind: wrong-key", "kind: !!python/object x", ":8:7: error: Tags");
        row("two documents", "date: ", "---\ndate: ", ":11:1: error: A second document");
        row("a tab", "kind: ", "kind:\t", ":8:6: error: The file holds a tab");
        row("bad bytes", "kind: ", "\xFFkind: ", ":8:1: error: This is not UTF-8");
        row("a list", "dispute_format: 1", "- 1", ": error: ");
    }
    void aBrokenOneIsRefusedAtItsPlace()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, problem);
        QByteArray bytes = disputeFile(sound());
        QVERIFY(bytes.contains(before));
        const QString path = write(bytes.replace(before, after));
        const DisputeReading reading = readDispute(path);
        QVERIFY(!reading.ok());
        const QString said = firstProblem(reading);
        QVERIFY2(said.startsWith(path) && said.contains(problem), qPrintable(said));
        const DisputeList list = listDisputes(PackFolder().read(), {path});
        QVERIFY(list.lines.isEmpty());
        for (const QString &line : list.refusals)
            QVERIFY2(!line.contains(u'\u001B') && !line.contains(u'\n'), qPrintable(line));
        QCOMPARE(list.refusals.size(), reading.problems.size());
    }

    void aHostileOneEndsAtALimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        QTest::newRow("large") << "# " + QByteArray("x\n# ").repeated(30'000)
                               << QStringLiteral("The file has more than 64000 bytes");
        QTest::newRow("deep") << "reason: " + QByteArray("[").repeated(40) + QByteArray("]").repeated(40) + '\n'
                              << QStringLiteral("more than 32 levels");
        QTest::newRow("open") << QByteArray("[").repeated(5'000) << QStringLiteral("More than 1000 brackets");
        QTest::newRow("bomb") << QByteArray("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
                              << QStringLiteral("Anchors (&) and aliases (*)");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("The file is empty");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << QStringLiteral("not UTF-8");
        QTest::newRow("long line") << "reason: \"" + QByteArray("x").repeated(11'000) + "\"\n"
                                   << QStringLiteral("more than 10000 bytes");
    }
    void aHostileOneEndsAtALimit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problem);
        const QString path = write(bytes);
        const QString said = firstProblem(readDispute(path));
        QVERIFY2(said.startsWith(path) && said.contains(problem), qPrintable(said));
    }

    void whatIsNoFileIsNotOpened()
    {
        QVERIFY(firstProblem(readDispute(m_dir.filePath(QStringLiteral("none.yaml")))).contains(u"no such file"));
        QVERIFY(firstProblem(readDispute(m_dir.path())).contains(u"no file"));
        const QString pipe = m_dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(firstProblem(readDispute(pipe)).contains(u"no file"));
    }

    void disputesStandAtTheirQuestions()
    {
        const PackFolder folder;
        const PackReading reading = folder.read();
        const QString later =
            write(disputeFile(about(QStringLiteral("double-match"), reading)), QStringLiteral("a.yaml"));
        const QString first = write(disputeFile(sound()), QStringLiteral("b.yaml"));
        const DisputeList list = listDisputes(reading, {later, first});
        QCOMPARE(list.refusals, QStringList());
        QCOMPARE(list.lines.size(), 2);
        QCOMPARE(list.lines.at(0),
            QStringLiteral("questions/d1.1-joins.yaml:3:5: dispute: small-side: the key is wrong: The page says "
                           "otherwise. [the question is as it was; written 2026-11-23 of version %1, in en; %2]")
                .arg(reading.pack.certification.version, first));
        QVERIFY2(list.lines.at(1).startsWith(QLatin1String("questions/d2.1-merges.yaml:3:5: dispute: double-match: ")),
            qPrintable(list.lines.at(1)));
    }

    void aChangeSinceIsSaid()
    {
        PackFolder folder;
        Dispute dispute = about(QStringLiteral("small-side"), folder.read());
        dispute.kind = DisputeKind::SecondAnswer;
        dispute.option = QStringLiteral("b");
        dispute.reason = QStringLiteral("One.\nTwo \u202Ereversed.");
        dispute.source = QStringLiteral("https://docs.databricks.com/a");
        const QString file = write(disputeFile(dispute));
        // A rationale is not part of what was asked.
        folder.replace(QStringLiteral("questions/d1.1-joins.yaml"), "saves the shuffle.", "spares the shuffle.");
        QString line = listDisputes(folder.read(), {file}).lines.value(0);
        QVERIFY2(
            line.contains(QStringLiteral("option b can be defended: One. Two \uFFFDreversed. [the question is as")),
            qPrintable(line));
        QVERIFY(line.contains(QLatin1String("source https://docs.databricks.com/a")));
        folder.replace(QStringLiteral("questions/d1.1-joins.yaml"), "two billion rows", "three billion rows");
        line = listDisputes(folder.read(), {file}).lines.value(0);
        QVERIFY2(line.contains(QLatin1String("has changed since, from revision ") + dispute.revision.left(12)),
            qPrintable(line));
    }

    void whatThePackDoesNotHaveIsSaid()
    {
        const PackFolder folder;
        const PackReading reading = folder.read();
        const QString unknown = write(disputeFile(about(QStringLiteral("gone"), reading)), QStringLiteral("u.yaml"));
        Dispute strange = sound();
        strange.pack = QStringLiteral("another-pack");
        const QString foreign = write(disputeFile(strange), QStringLiteral("f.yaml"));
        const QString known = write(disputeFile(sound()), QStringLiteral("k.yaml"));
        const DisputeList list = listDisputes(reading, {unknown, foreign, known});
        QCOMPARE(list.lines.size(), 3);
        QVERIFY(list.lines.at(0).startsWith(QLatin1String("questions/")));
        const QString rest = list.lines.mid(1).join(u'\n');
        QVERIFY2(rest.contains(unknown + QStringLiteral(": dispute: gone: ")), qPrintable(rest));
        QVERIFY(rest.contains(QLatin1String("this pack has no such question")));
        QVERIFY(rest.contains(QLatin1String("about the pack another-pack and not about this one")));
    }

    void aBrokenPackStillShowsThem()
    {
        PackFolder folder;
        folder.replace(QStringLiteral("questions/d1.1-joins.yaml"), "bloom: apply", "bloom: guess");
        const QString file = write(disputeFile(sound()));
        const PackReading reading = folder.read();
        QVERIFY(!reading.ok());
        QCOMPARE(listDisputes(reading, {file}).lines.size(), 1);
        QCOMPARE(listDisputes(reading, {}).lines.size(), 0);
    }
};

LECTERN_TEST_CLASS(DisputesTest)
#include "disputes_test.moc"
