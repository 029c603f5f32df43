// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedcsv.h"
#include "readinesstables.h"
#include "runall.h"
#include "sampleschedule.h"

#include <QLocale>

using namespace lectern;
using namespace lectern::test;

class ReadinessCsvTest : public QObject
{
    Q_OBJECT

private:
    Certification m_certification;
    Blueprint m_blueprint;

    ReadinessTables sample() const
    {
        ReadinessTables tables;
        tables.certification = &m_certification;
        tables.blueprint = &m_blueprint;
        ReadinessReport &report = tables.report;
        report.day = QDate(2026, 11, 19);
        ReadinessRow tested{QStringLiteral("d3"), {0.6125, 0.5, 0.7}, 60, 8, 5, 3, 2, QDate(2026, 11, 18), 23.25};
        ReadinessRow silent{QStringLiteral("d4"), {0.5, 0.2, 0.8}, 40, 0, 0, 0, 0, {}, 20};
        report.sections = {tested, silent};
        tested.id = QStringLiteral("d3.2");
        report.topics = {tested};
        report.trend = {
            {QDate(2026, 11, 12), {0.4, 0.2, 0.6}, {}, {0, 0}}, {report.day, {0.61, 0.54, 0.68}, {}, {8, 0}}};
        return tables;
    }

    static QMap<QString, QString> named(const QList<QStringList> &rows, qsizetype at)
    {
        QMap<QString, QString> cells;
        for (qsizetype i = 0; i < rows[0].size(); ++i)
            cells.insert(rows[0][i], rows[at][i]);
        return cells;
    }

private Q_SLOTS:
    void init()
    {
        m_certification = sampleCertification();
        m_blueprint = {};
        Section first;
        first.id = QStringLiteral("d3");
        first.code = QStringLiteral("D3");
        first.title = QStringLiteral("Delta, \"Lake\"");
        Section second;
        second.id = QStringLiteral("d4");
        second.code = QStringLiteral("D4");
        second.title = QStringLiteral("=cmd|'/C calc'!A0");
        m_blueprint.sections = {first, second};
    }

    void everyRowHasTheColumnsOfTheHeader()
    {
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(sample())));
        QStringList kinds;
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), rows[0].size());
            kinds.append(row[0]);
        }
        QCOMPARE(kinds.join(u' '), QStringLiteral("row section section topic day day"));
        const auto section = named(rows, 1);
        QCOMPARE(section[QStringLiteral("name")], QStringLiteral("Delta, \"Lake\""));
        QCOMPARE(section[QStringLiteral("weight_percent")], QStringLiteral("60.0"));
        QCOMPARE(section[QStringLiteral("expected_percent")], QStringLiteral("61.3"));
        QCOMPARE(section[QStringLiteral("low_percent")], QStringLiteral("50.0"));
        QCOMPARE(section[QStringLiteral("high_percent")], QStringLiteral("70.0"));
        QCOMPARE(section[QStringLiteral("first_seen_answers")], QStringLiteral("8"));
        QCOMPARE(section[QStringLiteral("right")], QStringLiteral("5"));
        QCOMPARE(section[QStringLiteral("repeats")], QStringLiteral("3"));
        QCOMPARE(section[QStringLiteral("aided")], QStringLiteral("2"));
        QCOMPARE(section[QStringLiteral("last_seen")], QStringLiteral("2026-11-18"));
        QCOMPARE(section[QStringLiteral("points_lost")], QStringLiteral("23.3"));
        const auto topic = named(rows, 3);
        QCOMPARE(topic[QStringLiteral("code")], QStringLiteral("D3"));
        QCOMPARE(topic[QStringLiteral("name")], QStringLiteral("Change data capture (CDC) patterns"));
    }

    void silenceIsEmptyAndNoFormulaRuns()
    {
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(sample())));
        const auto silent = named(rows, 2);
        QCOMPARE(silent[QStringLiteral("name")], QStringLiteral("'=cmd|'/C calc'!A0"));
        for (const char *column : {"expected_percent", "low_percent", "high_percent", "right", "last_seen"})
            QCOMPARE(silent[QString::fromLatin1(column)], QString());
        QCOMPARE(silent[QStringLiteral("first_seen_answers")], QStringLiteral("0"));
        // What is believed of a day before any answer follows from nothing.
        QCOMPARE(named(rows, 4)[QStringLiteral("expected_percent")], QString());
        QCOMPARE(named(rows, 5)[QStringLiteral("expected_percent")], QStringLiteral("61.0"));
    }

    void rehearsalsSayWhatWasShownBefore()
    {
        ReadinessTables tables = sample();
        tables.rehearsals = {{QDate(2026, 11, 10), 45, 60, Estimate{0.7, 0.6, 0.8}, true},
            {QDate(2026, 11, 14), 20, 60, Estimate{0.7, 0.6, 0.8}, false}, {QDate(2026, 11, 19), 40, 60, {}, false}};
        tables.report.examDay = QDate(2027, 1, 9);
        tables.report.atExam = Estimate{0.71, 0.6, 0.8};
        const QList<QStringList> rows = parsed(QString::fromUtf8(toCsv(tables)));
        QCOMPARE(rows.size(), 10);
        const QString inside = QStringLiteral("inside_interval_shown_before");
        QCOMPARE(named(rows, 6)[inside], QStringLiteral("yes"));
        QCOMPARE(named(rows, 6)[QStringLiteral("right")], QStringLiteral("45"));
        QCOMPARE(named(rows, 6)[QStringLiteral("questions")], QStringLiteral("60"));
        QCOMPARE(named(rows, 6)[QStringLiteral("low_percent")], QStringLiteral("60.0"));
        QCOMPARE(named(rows, 7)[inside], QStringLiteral("no"));
        QCOMPARE(named(rows, 8)[inside], QString());
        QCOMPARE(named(rows, 8)[QStringLiteral("low_percent")], QString());
        QCOMPARE(named(rows, 9)[QStringLiteral("day")], QStringLiteral("2027-01-09"));
        QCOMPARE(named(rows, 9)[QStringLiteral("expected_percent")], QStringLiteral("71.0"));
    }

    void bytesDoNotFollowTheLocale()
    {
        const QByteArray before = toCsv(sample());
        const QLocale kept;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QByteArray after = toCsv(sample());
        QLocale::setDefault(kept);
        QCOMPARE(after, before);
    }
};

LECTERN_TEST_CLASS(ReadinessCsvTest)
#include "readinesscsv_test.moc"
