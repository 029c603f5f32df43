// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedcsv.h"
#include "sampleschedule.h"

#include <QTest>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

class CsvTest : public QObject
{
    Q_OBJECT

private:
    Certification m_certification;

private Q_SLOTS:
    void init() { m_certification = sampleCertification(); }

    void writesOneRowABlockUnderAHeader()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.blocks[1].state = BlockState::Done;
        schedule.blocks[1].loggedMinutes = 75;
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(schedule)));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].join(u' '), QStringLiteral("date start minutes kind domain topic stage state logged_minutes"));
        const QStringList planned{QStringLiteral("2026-10-24"), QStringLiteral("18:30"), QStringLiteral("90"),
            QStringLiteral("lab"), QStringLiteral("D3"), QStringLiteral("Change data capture (CDC) patterns"),
            QStringLiteral("Advanced Delta Lake and lakehouse architecture"), QStringLiteral("planned"),
            QStringLiteral("0")};
        QCOMPARE(rows[1], planned);
        QCOMPARE(rows[2][7], QStringLiteral("done"));
        QCOMPARE(rows[2][8], QStringLiteral("75"));
    }

    void readsBackWhatCellsHold_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("comma") << QStringLiteral("a, b");
        QTest::newRow("quote") << QStringLiteral("say \"hello\"");
        QTest::newRow("line break") << QStringLiteral("first\nsecond");
        QTest::newRow("carriage return") << QStringLiteral("first\r\nsecond");
        QTest::newRow("semicolon") << QStringLiteral("a; b");
        QTest::newRow("beyond the basic plane") << QStringLiteral("caf\u00e9 \U0001F680 \u6771\u4eac");
        QTest::newRow("outer spaces") << QStringLiteral(" padded ");
    }
    void readsBackWhatCellsHold()
    {
        QFETCH(QString, title);
        m_certification.domains[0].topics[0].title = title;
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(sampleSchedule(m_certification))));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].size(), 9);
        QCOMPARE(rows[1][5], title);
    }

    void disarmsFormulas_data()
    {
        QTest::addColumn<QString>("title");
        for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =cmd|'/C calc'!A0", "\r\n=1"})
            QTest::newRow(formula) << QString::fromLatin1(formula);
        QTest::newRow("full width") << QStringLiteral("\uFF1D1");
    }
    void disarmsFormulas()
    {
        QFETCH(QString, title);
        m_certification.domains[0].topics[0].title = title;
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(sampleSchedule(m_certification))));
        QCOMPARE(rows[1][5], u'\'' + title);
    }

    void leavesMixedBlocksWithoutTopic()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.blocks[0].topic.clear();
        schedule.blocks[0].kind = BlockKind::Rehearsal;
        schedule.blocks[0].startMinute = 9 * 60 + 5;
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(schedule)));
        QCOMPARE(rows[1][1], QStringLiteral("09:05"));
        QCOMPARE(rows[1][4], QStringLiteral("Mix"));
        QCOMPARE(rows[1][5], QString());
    }
};

LECTERN_TEST_CLASS(CsvTest)
#include "csv_test.moc"
