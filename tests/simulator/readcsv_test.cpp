// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"
#include "replay.h"
#include "runall.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

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
        QTest::newRow("a word for a day") << QByteArray("soon,A,a,4,single,easy,o,timed,0,1")
                                          << QStringLiteral("log.csv:2: “soon” is no number for “day”");
        QTest::newRow("a cell too few") << QByteArray("1,A,a,4,single,easy,o,timed,0")
                                        << QStringLiteral("log.csv:2: 9 cells under 10 headings");
        QTest::newRow("a strange type") << QByteArray("1,A,a,4,essay,easy,o,timed,0,1")
                                        << QStringLiteral("log.csv:2: unknown type “essay”");
        QTest::newRow("a strange difficulty") << QByteArray("1,A,a,4,single,brutal,o,timed,0,1")
                                              << QStringLiteral("log.csv:2: unknown difficulty “brutal”");
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
