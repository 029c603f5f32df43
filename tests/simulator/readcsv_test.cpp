// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"
#include "replay.h"
#include "runall.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

using namespace lectern;

/// The program that reads a stranger's log, against the same calls made here.
class ReadCsvTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    struct Ran {
        int code = -1;
        QString out;
        QString error;
    };

    static Ran run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(LECTERN_READINESS_CSV), arguments);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }

    static inline const QByteArray heading =
        "day,domain,topic,options,type,difficulty,objective,mode,exposures before,correct\n";

private Q_SLOTS:
    void printsWhatTheModelSays()
    {
        QVERIFY(m_folder.isValid());
        const QString blueprint = write(QStringLiteral("blueprint.csv"), "domain,weight,topics\nA,60,1\nB,40,2\n");
        const QString log = write(QStringLiteral("log.csv"), heading + "0,A,a1,4,single,easy,o1,timed,0,1\n"
                                                                       "1,B,b1,5,multiple-2,hard,o2,rehearsal,0,0\n"
                                                                       "1,B,b1,5,multiple-2,hard,o2,timed,1,1\n"
                                                                       "2,A,a1,4,single,medium,o3,study,0,1\n"
                                                                       "3,A,a1,4,single,medium,o3,timed,0,1\n"
                                                                       "3,Elsewhere,x,4,single,medium,o4,timed,0,1\n");
        const Ran ran = run({blueprint, log, QStringLiteral("4")});
        QVERIFY2(ran.code == 0, qPrintable(ran.error));

        AbilityShape shape;
        shape.sections = 2;
        shape.topicSection = {0, 1, 1};
        Ability ability(shape);
        AbilityAnswer answer;
        answer.section = 0;
        answer.topic = 0;
        answer.difficulty = Difficulty::Easy;
        answer.right = true;
        ability.advanceTo(0);
        ability.answer(answer);
        ability.advanceTo(1);
        answer.section = 1;
        answer.topic = 1;
        answer.difficulty = Difficulty::Hard;
        answer.guess = 0.1;
        answer.right = false;
        ability.answer(answer);
        answer.exposuresBefore = 1;
        answer.daysSinceSeen = 7;
        answer.right = true;
        ability.answer(answer);
        // The answer of day 3 follows a rationale on its objective the day before.
        answer = {};
        answer.topic = 0;
        answer.aided = true;
        ability.advanceTo(2);
        ability.answer(answer);
        ability.advanceTo(3);
        ability.answer(answer);
        ability.advanceTo(4);
        ExamModel exam;
        exam.quotas = {36, 24};
        exam.weights = {60, 40};
        const Readout readout = readOut(ability, exam);
        QVERIFY2(ran.out.contains(QString::asprintf("\nA,%.17g\nB,%.17g\n", ability.mean(0), ability.mean(1))),
            qPrintable(ran.out));
        QVERIFY(ran.out.contains(QString::asprintf("\nodds,%.6f\n", readout.odds)));
        QVERIFY(ran.out.contains(
            QString::asprintf("\nform,%.6f,%.6f,%.6f\n", readout.score.mean, readout.score.low, readout.score.high)));
        QVERIFY(ran.out.contains(QStringLiteral("\ncovariance,A,B,0/a1,1/b1,1/without answers 2,memory,gain\n")));
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *line, const char *reason) {
            QTest::newRow(name) << QByteArray(line) << QStringLiteral("log.csv:2: ") + QString::fromUtf8(reason);
        };
        row("a word for a day", "soon,A,a,4,single,easy,o,timed,0,1", "“soon” under “day”: a whole number");
        row("half a day", "1.5,A,a,4,single,easy,o,timed,0,1", "“1.5” under “day”: a whole number");
        row("no such date", "2026-02-30,A,a,4,single,easy,o,timed,0,1", "“2026-02-30” under “day”");
        row("a cell too few", "1,A,a,4,single,easy,o,timed,0", "9 cells under 10 headings");
        row("a comma too much", "1,A,a,4,single,easy,o,timed,0,1,0", "11 cells under 10 headings: a cell with a comma");
        row("an open quote", "1,\"A,a,4,single,easy,o,timed,0,1", "a quote is not closed");
        row("a strange type", "1,A,a,4,essay,easy,o,timed,0,1", "“essay” under “type”: one of single, multiple, all");
        row("more keys than options", "1,A,a,4,multiple-5,easy,o,timed,0,1", "“multiple-5” of 4 options");
        row("no number of keys", "1,A,a,4,multiple-,easy,o,timed,0,1", "“multiple-” of 4 options");
        row("a strange difficulty", "1,A,a,4,single,brutal,o,timed,0,1", "“brutal” under “difficulty”: one of easy");
        row("a strange mode", "1,A,a,4,single,easy,o,studdy,0,1", "“studdy” under “mode”: one of rehearsal");
        row("less than never", "1,A,a,4,single,easy,o,timed,-1,1",
            "“-1” under “exposures before”: a whole number from 0");
        row("half right", "1,A,a,4,single,easy,o,timed,0,0.5", "“0.5” under “correct”: a whole number from 0 to 1");
        row("right to another comma", "1,A,a,4,single,easy,o,timed,0,\"1,0\"", "“1,0” under “correct”");
        row("nothing to choose from", "1,A,a,1,single,easy,o,timed,0,1", "“1” under “options”: a whole number from 2");
        row("not a number", "1,A,a,nan,single,easy,o,timed,0,1", "“nan” under “options”");
    }

    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, reason);
        const QString blueprint = write(QStringLiteral("blueprint.csv"), "domain,weight\nA,1\n");
        const Ran ran = run({blueprint, write(QStringLiteral("log.csv"), heading + line + '\n')});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.error.contains(reason), qPrintable(ran.error));
        QVERIFY(ran.out.isEmpty());
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("blueprint");
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("reason");
        const QByteArray fine = "domain,weight\nA,1\n";
        const QByteArray two = heading + "1,A,a,4,single,easy,o,timed,0,1\n";
        const auto row = [](const char *name, const QByteArray &blueprint, const QByteArray &log, const char *reason) {
            QTest::newRow(name) << blueprint << log << QString::fromUtf8(reason);
        };
        row("no blueprint in it", "", two,
            "blueprint.csv: the file is empty; its first line names the columns: domain");
        row("no log in it", fine, "\n\n", "log.csv: the file is empty");
        row("headings missing", fine, "day,domain\n1,A\n", "log.csv:1: no column “topic”, “options”");
        row("a heading twice", "domain,weight,Weight\nA,1,1\n", two, "blueprint.csv:1: the heading “weight” stands");
        row("semicolons", "domain;weight\nA;1\n", two, "blueprint.csv:1: the cells are split at semicolons");
        row("a domain twice", "domain,weight\nA,1\nA,1\n", two, "blueprint.csv:3: the domain “A” stands there twice");
        row("a domain without a name", "domain,weight\n,1\n", two, "blueprint.csv:2: nothing stands under “domain”");
        row("a comma for a point", "domain,weight\nA,\"0,5\"\n", two, "blueprint.csv:2: “0,5” under “weight”");
        row("a weight of nan", "domain,weight\nA,nan\n", two, "blueprint.csv:2: “nan” under “weight”");
        row("no weight", "domain,weight\nA,0\n", two, "blueprint.csv: no domain has a weight above 0");
        row("no questions", "domain,weight,questions\nA,1,0\n", two, "blueprint.csv: a form has 0 questions");
        row("days of two kinds", fine, two + "2026-10-31,A,a,4,single,easy,o,timed,0,1\n",
            "log.csv:3: “2026-10-31” under “day”: numbers and dates are mixed");
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, blueprint);
        QFETCH(QByteArray, log);
        QFETCH(QString, reason);
        const Ran ran = run({write(QStringLiteral("blueprint.csv"), blueprint), write(QStringLiteral("log.csv"), log)});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.error.contains(reason), qPrintable(ran.error));
        QVERIFY(ran.out.isEmpty());
    }

    /// What spreadsheets make of a file, and the order of its days, change nothing.
    void readsWhatSpreadsheetsWrite()
    {
        const QString blueprint = write(QStringLiteral("blueprint.csv"), "domain,weight\nA b,1\nC,1\n");
        const QByteArray first = "0,A b,a,4,single,easy,o,timed,0,1\n";
        const QByteArray later = "9,C,c,4,single,hard,p,timed,0,0\n";
        const Ran plain = run({blueprint, write(QStringLiteral("log.csv"), heading + first + later)});
        QVERIFY2(plain.code == 0 && plain.error.isEmpty(), qPrintable(plain.error));
        QByteArray windows = "\xef\xbb\xbf" + heading.toUpper() + later + first;
        windows.replace("A b", "\"A b\"").replace("\n", "\r\n");
        const Ran same = run({blueprint, write(QStringLiteral("log.csv"), windows)});
        QVERIFY2(same.code == 0, qPrintable(same.error));
        QCOMPARE(same.out, plain.out);
        const Ran dated = run({blueprint,
            write(QStringLiteral("log.csv"), heading + QByteArray(first).replace(0, 1, "2026-10-01") +
                                                 QByteArray(later).replace(0, 1, "2026-10-10")),
            QStringLiteral("2026-10-10")});
        QVERIFY2(dated.code == 0, qPrintable(dated.error));
        QCOMPARE(dated.out.section(u'\n', 1), plain.out.section(u'\n', 1));
        QCOMPARE(run({blueprint, write(QStringLiteral("log.csv"), heading + first), QStringLiteral("soon")}).code, 2);
    }

    void saysWhatMovesNothing()
    {
        const QString blueprint = write(QStringLiteral("blueprint.csv"), "domain,weight\n\"A, \"\"one\"\"\",1\n");
        const Ran ran = run(
            {blueprint, write(QStringLiteral("log.csv"), heading + "0,\"A, \"\"one\"\"\",a,4,single,easy,o,timed,0,1\n"
                                                                   "1,B,a,4,single,easy,o,timed,0,1\n")});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.error.contains(QStringLiteral("log.csv:3: note: 1 of 2 answers")), qPrintable(ran.error));
        QVERIFY2(ran.out.contains(QStringLiteral("\n\"A, \"\"one\"\"\",")), qPrintable(ran.out));
        QVERIFY(run({blueprint, write(QStringLiteral("log.csv"), heading)}).out.contains(QStringLiteral("\nodds,")));
    }

    void readsALongLog()
    {
        const QString blueprint = write(QStringLiteral("blueprint.csv"), "domain,weight\nA,1\nB,2\n");
        QByteArray log = heading;
        for (int i = 0; i < 20'000; ++i)
            log += QByteArray::number(i / 240) + (i % 2 ? ",A,a" : ",B,b") + QByteArray::number(i % 10) +
                   ",4,single,medium,o,timed," + QByteArray::number(i % 3) + (i % 7 < 5 ? ",1\n" : ",0\n");
        const Ran ran = run({blueprint, write(QStringLiteral("log.csv"), log)});
        QVERIFY2(ran.code == 0, qPrintable(ran.error));
        QVERIFY(ran.out.contains(QStringLiteral("\nday,83\n")) || ran.out.startsWith(QStringLiteral("day,83\n")));
        QVERIFY(!ran.out.contains(QStringLiteral("nan")));
    }

    void repeatsLeaveTheOddsAlone_data()
    {
        QTest::addColumn<QList<int>>("weights");
        QTest::addColumn<int>("topicsEach");
        QTest::addColumn<int>("before"); // the first of the five days, before the last of the log
        QTest::newRow("five domains, after") << QList<int>{25, 20, 20, 15, 20} << 5 << -1;
        QTest::newRow("five domains, among") << QList<int>{25, 20, 20, 15, 20} << 5 << 8;
        QTest::newRow("nine sections, after") << QList<int>{19, 16, 15, 13, 10, 10, 7, 6, 4} << 4 << -1;
        QTest::newRow("nine sections, among") << QList<int>{19, 16, 15, 13, 10, 10, 7, 6, 4} << 4 << 8;
    }

    /// The same 60 questions answered five times more, all right, against a twin without; at once and after 30 new
    /// questions.
    void repeatsLeaveTheOddsAlone()
    {
        QFETCH(QList<int>, weights);
        QFETCH(int, topicsEach);
        QFETCH(int, before);
        QByteArray blueprint = "domain,weight,topics\n";
        for (qsizetype d = 0; d < weights.size(); ++d)
            blueprint += 'D' + QByteArray::number(d) + ',' + QByteArray::number(weights.at(d)) + ',' +
                         QByteArray::number(topicsEach) + '\n';
        const QString path = write(QStringLiteral("blueprint.csv"), blueprint);
        const int topics = static_cast<int>(weights.size()) * topicsEach;
        const auto line = [&](int day, int i, const char *objective, int exposures, bool right) {
            const int topic = i * 7 % topics;
            return QByteArray::number(day) + ",D" + QByteArray::number(topic / topicsEach) + ",t" +
                   QByteArray::number(topic % topicsEach) + ",4,single,medium," + objective + QByteArray::number(i) +
                   ",rehearsal," + QByteArray::number(exposures) + (right ? ",1\n" : ",0\n");
        };
        constexpr int lastDay = 69;
        QByteArray log = heading;
        for (int i = 0; i < 350; ++i)
            log += line(i / 5, i, "o", 0, i * 13 % 10 < 7);
        QByteArray repeats;
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 60; ++i)
                repeats += line(lastDay - before + round, i, "o", round + 1, true);
        }
        QByteArray fresh;
        for (int i = 0; i < 30; ++i)
            fresh += line(lastDay + 6, i, "new", 0, i % 10 < 7);
        const auto odds = [&](const QByteArray &text) {
            const Ran ran = run({path, write(QStringLiteral("log.csv"), text), QStringLiteral("75")});
            return ran.code == 0 ? ran.out.section(QStringLiteral("\nodds,"), 1).section(u'\n', 0, 0).toDouble() : -1;
        };
        const double twin = odds(log);
        const double later = odds(log + fresh);
        QVERIFY2(twin > 0.2 && twin < 0.9 && later > 0.2 && later < 0.9, qPrintable(QString::number(twin)));
        QVERIFY2(std::abs(odds(log + repeats) - twin) < 0.05, qPrintable(QString::number(odds(log + repeats) - twin)));
        QVERIFY2(std::abs(odds(log + repeats + fresh) - later) < 0.05,
            qPrintable(QString::number(odds(log + repeats + fresh) - later)));
    }

    void saysWhichFileIsMissing()
    {
        const Ran ran =
            run({m_folder.filePath(QStringLiteral("none.csv")), m_folder.filePath(QStringLiteral("no.csv"))});
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.error.contains(QStringLiteral("none.csv")));
        QCOMPARE(run({}).code, 2);
    }
};

LECTERN_TEST_CLASS(ReadCsvTest)
#include "readcsv_test.moc"
