// SPDX-License-Identifier: GPL-3.0-or-later
#include "busyreader.h"

#include "runall.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace lectern;

namespace
{

const QDate monday(2026, 11, 23);

QByteArray calendar(const QByteArray &inside)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + inside + "END:VCALENDAR\r\n";
}

/// With its BEGIN on line 4.
QByteArray eventOf(const QByteArray &lines)
{
    return calendar("BEGIN:VEVENT\r\nUID:a\r\n" + lines + "END:VEVENT\r\n");
}

BusyReading read(const QByteArray &bytes, int days = 14, bool allDay = true)
{
    return readBusyTimes(bytes, QTimeZone("Europe/Berlin"), {monday, monday.addDays(days - 1), allDay});
}

/// "24 0900-1000, 25 0000-2400": day of the month and the time that is taken of it.
QString times(const BusyReading &reading)
{
    QStringList words;
    const auto clock = [](int minute) {
        return QStringLiteral("%1%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
    };
    for (const BusyTime &time : reading.times)
        words.append(
            QStringLiteral("%1 %2-%3").arg(time.date.day()).arg(clock(time.startMinute), clock(time.endMinute)));
    return words.join(QStringLiteral(", "));
}

} // namespace

class BusyReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenAnEventIs_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        const QByteArray nine = "DTSTART:20261124T090000\r\nDTEND:20261124T100000\r\n";
        QTest::newRow("floating") << nine << "24 0900-1000";
        QTest::newRow("utc") << QByteArray("DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z\r\n") << "24 1000-1100";
        QTest::newRow("zone") << QByteArray("DTSTART;TZID=America/New_York:20261124T090000\r\nDURATION:PT1H30M\r\n")
                              << "24 1500-1630";
        QTest::newRow("vendor's zone")
            << QByteArray("DTSTART;TZID=/vendor.org/20200101/America/New_York:20261124T090000\r\nDURATION:PT1H\r\n")
            << "24 1500-1600";
        QTest::newRow("windows' zone")
            << QByteArray("DTSTART;TZID=\"Pacific Standard Time\":20261124T090000\r\nDURATION:PT1H\r\n")
            << "24 1800-1900";
        QTest::newRow("whole day") << QByteArray("DTSTART;VALUE=DATE:20261124\r\n") << "24 0000-2400";
        QTest::newRow("whole days") << QByteArray("DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261126\r\n")
                                    << "24 0000-2400, 25 0000-2400";
        QTest::newRow("over midnight") << QByteArray("DTSTART:20261124T220000\r\nDTEND:20261125T013000\r\n")
                                       << "24 2200-2400, 25 0000-0130";
        QTest::newRow("seconds") << QByteArray("DTSTART:20261124T220030\r\nDTEND:20261124T223001\r\n")
                                 << "24 2200-2231";
        QTest::newRow("no length") << QByteArray("DTSTART:20261124T220000\r\n") << "";
        QTest::newRow("begun before") << QByteArray("DTSTART:20261122T220000\r\nDTEND:20261123T080000\r\n")
                                      << "23 0000-0800";
        QTest::newRow("over before") << QByteArray("DTSTART:20261122T220000\r\nDURATION:PT1H\r\n") << "";
        QTest::newRow("after") << QByteArray("DTSTART:20261207T000000\r\nDURATION:PT1H\r\n") << "";
        QTest::newRow("empty end") << QByteArray("DTSTART:20261124T090000\r\nDURATION:PT1H\r\nRRULE:\r\n")
                                   << "24 0900-1000";
        QTest::newRow("folded") << QByteArray("DTSTART\r\n :20261124T\r\n 090000\r\nDURATION:PT1H\r\n")
                                << "24 0900-1000";
        QTest::newRow("alarm inside") << nine + "BEGIN:VALARM\r\nDURATION:-PT9H\r\nEND:VALARM\r\n"
                                      << "24 0900-1000";
        QTest::newRow("free") << nine + "TRANSP:TRANSPARENT\r\n"
                              << "";
        QTest::newRow("cancelled") << nine + "STATUS:CANCELLED\r\n"
                                   << "";
        QTest::newRow("older name of a zone")
            << QByteArray("DTSTART;TZID=US/Eastern:20261124T090000\r\nDURATION:PT1H\r\n") << "24 1500-1600";
        QTest::newRow("note") << QByteArray("SUMMARY:buy milk\r\n") << "";
        QTest::newRow("birthday") << QByteArray("DTSTART;VALUE=DATE:16041125\r\nRRULE:FREQ=YEARLY\r\n")
                                  << "25 0000-2400";
    }
    void tellsWhenAnEventIs()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        const BusyReading reading = read(eventOf(lines));
        QVERIFY2(!reading.problem, reading.problem ? qPrintable(reading.problem->text) : "");
        QCOMPARE(times(reading), expected);
    }

    void followsRules_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        const QByteArray hour = "DURATION:PT1H\r\n";
        const QByteArray nine = "DTSTART:20261124T090000\r\n" + hour;
        QTest::newRow("weekly from years ago") << "DTSTART:20190103T090000\r\n" + hour + "RRULE:FREQ=WEEKLY\r\n"
                                               << "26 0900-1000, 3 0900-1000";
        QTest::newRow("every other week from years ago")
            << "DTSTART:20190103T090000\r\n" + hour + "RRULE:FREQ=WEEKLY;INTERVAL=2\r\n"
            << "26 0900-1000";
        QTest::newRow("days of the week") << nine + "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3\r\n"
                                          << "24 0900-1000, 26 0900-1000, 1 0900-1000";
        QTest::newRow("counted from years ago")
            << "DTSTART:20190103T090000\r\n" + hour + "RRULE:FREQ=WEEKLY;COUNT=413\r\n"
            << "26 0900-1000";
        QTest::newRow("until") << nine + "RRULE:FREQ=DAILY;UNTIL=20261126T090000\r\n"
                               << "24 0900-1000, 25 0900-1000, 26 0900-1000";
        QTest::newRow("until a day") << nine + "RRULE:FREQ=DAILY;UNTIL=20261125\r\n"
                                     << "24 0900-1000, 25 0900-1000";
        QTest::newRow("until an instant") << "DTSTART;TZID=America/New_York:20261124T090000\r\n" + hour +
                                                 "RRULE:FREQ=DAILY;UNTIL=20261125T140000Z\r\n"
                                          << "24 1500-1600, 25 1500-1600";
        QTest::newRow("until before it") << "DTSTART;TZID=America/New_York:20261124T090000\r\n" + hour +
                                                "RRULE:FREQ=DAILY;UNTIL=20261125T135959Z\r\n"
                                         << "24 1500-1600";
        QTest::newRow("over long ago") << "DTSTART:20190103T090000\r\n" + hour + "RRULE:FREQ=DAILY;UNTIL=20200101\r\n"
                                       << "";
        QTest::newRow("last Friday") << "DTSTART:20261030T090000\r\n" + hour + "RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\n"
                                     << "27 0900-1000";
        QTest::newRow("every three hours") << nine + "RRULE:FREQ=HOURLY;INTERVAL=3;COUNT=3\r\n"
                                           << "24 0900-1000, 24 1200-1300, 24 1500-1600";
        QTest::newRow("without one day") << nine + "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20261125T090000\r\n"
                                         << "24 0900-1000, 26 0900-1000";
        QTest::newRow("without the first") << nine + "RRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:20261124T080000Z\r\n"
                                           << "25 0900-1000";
        QTest::newRow("without some") << nine + "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20261124T090000,"
                                                "20261126T090000\r\nEXDATE;VALUE=DATE:20261127\r\n"
                                      << "25 0900-1000";
        QTest::newRow("with more") << nine + "RDATE:20261126T120000,20261127T120000\r\n"
                                   << "24 0900-1000, 26 1200-1300, 27 1200-1300";
        QTest::newRow("with a stretch") << nine + "RDATE;VALUE=PERIOD:20261126T120000/PT2H\r\n"
                                        << "24 0900-1000, 26 1200-1400";
        QTest::newRow("holidays") << QByteArray("DTSTART;VALUE=DATE:20201201\r\nRRULE:FREQ=YEARLY\r\n")
                                  << "1 0000-2400";
        QTest::newRow("a week of nights") << "DTSTART:20261123T233000\r\n" + hour + "RRULE:FREQ=DAILY;COUNT=2\r\n"
                                          << "23 2330-2400, 24 0000-0030, 24 2330-2400, 25 0000-0030";
    }
    void followsRules()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        const BusyReading reading = read(eventOf(lines));
        QVERIFY2(!reading.problem, reading.problem ? qPrintable(reading.problem->text) : "");
        QCOMPARE(times(reading), expected);
    }

    void aMovedInstanceLeavesItsPlace()
    {
        const QByteArray daily =
            "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Berlin:20261124T090000\r\nDURATION:PT1H\r\n"
            "RRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n";
        const QByteArray moved =
            "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261125T080000Z\r\nDTSTART:20261125T140000\r\n"
            "DURATION:PT2H\r\nEND:VEVENT\r\n";
        const QByteArray dropped = "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261126T090000\r\n"
                                   "STATUS:CANCELLED\r\nDTSTART:20261126T140000\r\nEND:VEVENT\r\n";
        QCOMPARE(times(read(calendar(moved + daily + dropped))), QStringLiteral("24 0900-1000, 25 1400-1600"));
        const QByteArray other = QByteArray(moved).replace("UID:a", "UID:b");
        QCOMPARE(times(read(calendar(other + daily))),
            QStringLiteral("24 0900-1000, 25 0900-1000, 25 1400-1600, 26 0900-1000"));
    }

    void localTimesStayOverAClockChange()
    {
        // New York leaves summer time a week after Berlin.
        const BusyReading reading = readBusyTimes(
            eventOf("DTSTART;TZID=America/New_York:20261001T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n"),
            QTimeZone("Europe/Berlin"), {QDate(2026, 10, 20), QDate(2026, 11, 6), true});
        QCOMPARE(times(reading), QStringLiteral("22 1500-1600, 29 1400-1500, 5 1500-1600"));
        // The hour from two to three is there twice in this night.
        const BusyReading night = readBusyTimes(eventOf("DTSTART:20261025T003000Z\r\nDURATION:PT45M\r\n"),
            QTimeZone("Europe/Berlin"), {QDate(2026, 10, 20), QDate(2026, 11, 6), true});
        QCOMPARE(times(night), QStringLiteral("25 0230-0231"));
    }

    void readsTheFilesOwnZone()
    {
        const QByteArray zone = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                                "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        const QByteArray lines = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Ours:20261124T120000\r\nDTEND;TZID=Ours:"
                                 "20261124T130000\r\nEND:VEVENT\r\n";
        QCOMPARE(times(read(calendar(zone + lines))), QStringLiteral("24 0730-0830"));
        // It may come after what it is for.
        QCOMPARE(times(read(calendar(lines + zone))), QStringLiteral("24 0730-0830"));
    }

    void readsAZoneByTheNameItHasInText()
    {
        const QByteArray zone =
            "BEGIN:VTIMEZONE\r\nTZID:Here\\, there\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
            "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
            "DTSTART:16010101T000000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU;BYHOUR=0;BYMINUTE=0\r\n"
            "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
        const QByteArray lines = "BEGIN:VEVENT\r\nDTSTART;TZID=\"Here, there\":20261124T120000\r\nDURATION:PT1H\r\n"
                                 "END:VEVENT\r\n";
        QCOMPARE(times(read(calendar(zone + lines))), QStringLiteral("24 1700-1800"));
    }

    void mergesWhatTouches()
    {
        const auto at = [](const QByteArray &from, const QByteArray &to) {
            return "BEGIN:VEVENT\r\nDTSTART:20261124T" + from + "00\r\nDTEND:20261124T" + to + "00\r\nEND:VEVENT\r\n";
        };
        const BusyReading reading =
            read(calendar(at("0900", "1000") + at("0930", "0940") + at("1000", "1100") + at("1200", "1300")));
        QCOMPARE(times(reading), QStringLiteral("24 0900-1100, 24 1200-1300"));
        QCOMPARE(reading.events, 4);
    }

    void readsFreeBusy()
    {
        const QByteArray part = "BEGIN:VFREEBUSY\r\nDTSTART:20261101T000000Z\r\nDTEND:20261201T000000Z\r\n"
                                "FREEBUSY:20261124T080000Z/PT1H,20261125T080000Z/20261125T090000Z\r\n"
                                "FREEBUSY;FBTYPE=FREE:20261126T080000Z/PT1H\r\nEND:VFREEBUSY\r\n";
        QCOMPARE(times(read(calendar(part))), QStringLiteral("24 0900-1000, 25 0900-1000"));
    }

    void countsWhatItLeavesOut()
    {
        const QByteArray day = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261124\r\nEND:VEVENT\r\n";
        const QByteArray free = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261125\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
        const QByteArray own =
            "BEGIN:VEVENT\r\nUID:x@lectern\r\nDTSTART:20261126T180000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
        const BusyReading all = read(calendar(day + free + own));
        QCOMPARE(all, (BusyReading{{{QDate(2026, 11, 24), 0, 1440}}, 1, 1, 1, 1, std::nullopt}));
        QCOMPARE(read(calendar(day + free + own), 14, false), (BusyReading{{}, 0, 1, 1, 1, std::nullopt}));
    }

    void tellsLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<CalendarFault>("fault");
        const QByteArray start = "DTSTART:20261124T090000\r\n";
        QTest::newRow("nothing") << QByteArray() << 1 << CalendarFault::NotACalendar;
        QTest::newRow("a text") << QByteArray("\r\nDear diary,\r\n") << 2 << CalendarFault::NotACalendar;
        QTest::newRow("a contact") << QByteArray("BEGIN:VCARD\r\nEND:VCARD\r\n") << 1 << CalendarFault::NotACalendar;
        QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, 'x') << 1 << CalendarFault::TooLarge;
        QTest::newRow("cut off") << eventOf(start).left(80) << 6 << CalendarFault::Unclosed;
        QTest::newRow("crossed") << calendar("BEGIN:VEVENT\r\nEND:VCALENDAR\r\n") << 5 << CalendarFault::Unclosed;
        QTest::newRow("no property") << eventOf("DTSTART\r\n") << 6 << CalendarFault::BadLine;
        QTest::newRow("a zero") << eventOf(QByteArray("X:a\0b\r\n", 7)) << 6 << CalendarFault::BadLine;
        QTest::newRow("no start") << eventOf("SUMMARY:x\r\nDURATION:PT1H\r\n") << 4 << CalendarFault::NoStart;
        QTest::newRow("no date") << eventOf("DTSTART:20261324T090000\r\n") << 6 << CalendarFault::BadTime;
        QTest::newRow("no time") << eventOf("DTSTART:tomorrow\r\n") << 6 << CalendarFault::BadTime;
        QTest::newRow("folded before") << eventOf("DESCRIPTION:a\r\n b\r\n\r\nDTSTART:tomorrow\r\n") << 9
                                       << CalendarFault::BadTime;
        QTest::newRow("no end") << eventOf(start + "DTEND:never\r\n") << 7 << CalendarFault::BadTime;
        QTest::newRow("no exception") << eventOf(start + "EXDATE:20261124T090000,x\r\n") << 7 << CalendarFault::BadTime;
        QTest::newRow("backwards") << eventOf(start + "DTEND:20261124T080000\r\n") << 7 << CalendarFault::EndsEarlier;
        QTest::newRow("less than no time") << eventOf(start + "DURATION:-PT1H\r\n") << 7 << CalendarFault::EndsEarlier;
        QTest::newRow("no rule") << eventOf(start + "RRULE:FREQ=NOW\r\n") << 7 << CalendarFault::BadRule;
        QTest::newRow("never") << eventOf(start + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n") << 7
                               << CalendarFault::BadRule;
        QTest::newRow("every second") << eventOf("DTSTART:20251124T090000\r\nRRULE:FREQ=SECONDLY\r\n") << 7
                                      << CalendarFault::TooMuch;
        QTest::newRow("seconds of a day") << eventOf("DTSTART:19000101T000000\r\nRRULE:FREQ=DAILY;COUNT=9;BYMONTH=2;"
                                                     "BYMONTHDAY=30;BYHOUR=0,1,2,3,4,5,6,7,8,9;"
                                                     "BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9\r\n")
                                          << 7 << CalendarFault::TooMuch;
        QTest::newRow("unknown zone") << eventOf("DTSTART;TZID=Middle-earth:20261124T090000\r\n") << 6
                                      << CalendarFault::UnknownZone;
        const QByteArray zone = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                                "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";
        QTest::newRow("mad zone") << calendar(
                                         zone + "BEGIN:VEVENT\r\nDTSTART;TZID=Ours:20261124T090000\r\nEND:VEVENT\r\n")
                                  << 10 << CalendarFault::BadZone;
    }
    void tellsLineAndReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(CalendarFault, fault);
        const BusyReading reading = read(bytes);
        QVERIFY(reading.problem);
        QCOMPARE(reading.problem->line, line);
        QCOMPARE(reading.problem->fault, fault);
        QVERIFY(reading.times.isEmpty());
    }

    void aJumpIntoARuleKeepsItsRhythm_data()
    {
        QTest::addColumn<QByteArray>("rule");
        for (const char *rule : {"FREQ=DAILY;INTERVAL=5", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,SU;WKST=SU",
                 "FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU,-1FR", "FREQ=MONTHLY;BYMONTHDAY=31",
                 "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;INTERVAL=3;BYMONTH=11;BYDAY=4TH",
                 "FREQ=YEARLY;BYWEEKNO=48;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=-1", "FREQ=DAILY;BYMONTH=11,12;BYDAY=WE"})
            QTest::newRow(rule) << QByteArray(rule);
    }
    void aJumpIntoARuleKeepsItsRhythm()
    {
        QFETCH(QByteArray, rule);
        const QByteArray lines = "DTSTART:20150107T090000\r\nDURATION:PT1H\r\nRRULE:" + rule;
        const BusyReading jumped = read(eventOf(lines + "\r\n"), 400);
        const BusyReading counted = read(eventOf(lines + ";COUNT=100000\r\n"), 400);
        QVERIFY(!jumped.problem && !counted.problem);
        QVERIFY(!counted.times.isEmpty());
        QCOMPARE(jumped.times, counted.times);
    }

    void strangersFilesAreReadOrRefused()
    {
        const QString fixtures = qEnvironmentVariable("LECTERN_FIXTURES");
        if (fixtures.isEmpty())
            QSKIP("LECTERN_FIXTURES is not set");
        QDirIterator files(fixtures + QStringLiteral("/ics"), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const BusyReading reading = readBusyTimes(
                file.readAll(), QTimeZone("Europe/Berlin"), {QDate(1995, 1, 1), QDate(1999, 12, 31), true});
            ++count;
            if (reading.problem) {
                QVERIFY(reading.problem->line >= 1);
                QVERIFY(reading.times.isEmpty());
                // What another reader takes for valid is read.
                QVERIFY2(!file.fileName().contains(QStringLiteral("/valid/")), qPrintable(file.fileName()));
            }
        }
        QVERIFY(count > 0);
    }
};

LECTERN_TEST_CLASS(BusyReaderTest)
#include "busyreader_test.moc"
