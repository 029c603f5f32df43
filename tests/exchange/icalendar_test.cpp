// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleschedule.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <libical/ical.h>

#include <memory>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{

struct FreeComponent {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Parsed = std::unique_ptr<icalcomponent, FreeComponent>;

Parsed parsed(const QByteArray &bytes)
{
    return Parsed(icalparser_parse_string(bytes.constData()));
}

QList<icalcomponent *> eventsOf(icalcomponent *calendar)
{
    QList<icalcomponent *> events;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        events.append(event);
    return events;
}

QString summary(icalcomponent *event)
{
    return QString::fromUtf8(icalcomponent_get_summary(event));
}

QByteArray tzid(icalcomponent *event)
{
    icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    icalparameter *parameter = icalproperty_get_first_parameter(start, ICAL_TZID_PARAMETER);
    return parameter ? QByteArray(icalparameter_get_tzid(parameter)) : QByteArray();
}

/// Seconds since 1970 of a local time by the calendar's own VTIMEZONE, as a reader without zone data computes it.
qint64 instantByOwnRules(icalcomponent *calendar, icalcomponent *event)
{
    icaltimezone *zone = icalcomponent_get_timezone(calendar, tzid(event).constData());
    icaltimetype start = icalproperty_get_dtstart(icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY));
    return zone ? qint64(icaltime_as_timet_with_zone(start, zone)) : -1;
}

} // namespace

class ICalendarTest : public QObject
{
    Q_OBJECT

private:
    Certification m_certification;

private Q_SLOTS:
    void aRenewalIsAWholeDay()
    {
        const Certification certification = sampleCertification();
        ScheduleExport schedule = sampleSchedule(certification);
        const qsizetype before = eventsOf(parsed(toICalendar(sampleEntries(schedule))).get()).size();
        schedule.renewal = QDate(2029, 1, 9);
        const Parsed calendar = parsed(toICalendar(sampleEntries(schedule)));
        const QList<icalcomponent *> events = eventsOf(calendar.get());
        QCOMPARE(events.size(), before + 1);
        icalcomponent *renewal = events.last();
        QCOMPARE(summary(renewal), QStringLiteral("Renew: Sample Engineer"));
        QCOMPARE(QByteArray(icalcomponent_get_uid(renewal)), QByteArray("renewal-sample@lectern"));
        const icaltimetype start = icalcomponent_get_dtstart(renewal);
        QVERIFY(start.is_date);
        QCOMPARE(QDate(start.year, start.month, start.day), QDate(2029, 1, 9));
    }

    void init() { m_certification = sampleCertification(); }

    void writesOneEventABlockAndOneForTheExam()
    {
        const Parsed calendar = parsed(toICalendar(sampleEntries(sampleSchedule(m_certification))));
        QVERIFY(calendar);
        QCOMPARE(icalcomponent_count_errors(calendar.get()), 0);
        const QList<icalcomponent *> events = eventsOf(calendar.get());
        QCOMPARE(events.size(), 3);
        QCOMPARE(summary(events[0]), QStringLiteral("D3 CDC patterns (90 min, lab)"));
        QCOMPARE(QByteArray(icalcomponent_get_uid(events[0])), QByteArray("aaaa-1@lectern"));
        QCOMPARE(
            QByteArray(icaltime_as_ical_string(icalcomponent_get_dtstamp(events[0]))), QByteArray("20251009T085320Z"));
        QCOMPARE(QString::fromUtf8(icalcomponent_get_description(events[0])),
            QStringLiteral("Lab\nChange data capture (CDC) patterns\nAdvanced Delta Lake and lakehouse architecture"));
        QCOMPARE(summary(events[2]), QStringLiteral("Exam: Sample Engineer"));
        QCOMPARE(
            QString::fromUtf8(icalcomponent_get_location(events[2])), QStringLiteral("Test centre, room 4; 2nd floor"));
        QCOMPARE(tzid(events[2]), QByteArray("America/New_York"));
    }

    void namesKindAndDomainAsCategories()
    {
        m_certification.domains[0].title = QStringLiteral("Lakes, rivers");
        const Parsed calendar = parsed(toICalendar(sampleEntries(sampleSchedule(m_certification))));
        QStringList categories;
        icalcomponent *event = eventsOf(calendar.get()).constFirst();
        for (icalproperty *p = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); p;
             p = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY))
            categories.append(QString::fromUtf8(icalproperty_get_categories(p)));
        QCOMPARE(categories, QStringList({QStringLiteral("D3 Lakes rivers"), QStringLiteral("lab")}));
    }

    void keepsLocalTimesOverAClockChange()
    {
        const Parsed calendar = parsed(toICalendar(sampleEntries(sampleSchedule(m_certification))));
        const QList<icalcomponent *> events = eventsOf(calendar.get());
        for (const int i : {0, 1}) {
            const icaltimetype start = icalcomponent_get_dtstart(events[i]);
            QCOMPARE(start.hour, 18);
            QCOMPARE(start.minute, 30);
            const icaltimetype end = icalcomponent_get_dtend(events[i]);
            QCOMPARE(end.hour, 20);
            QCOMPARE(end.minute, 0);
            QCOMPARE(tzid(events[i]), QByteArray("Europe/Berlin"));
        }
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(instantByOwnRules(calendar.get(), events[0]),
            QDateTime(QDate(2026, 10, 24), QTime(18, 30), berlin).toSecsSinceEpoch());
        QCOMPARE(instantByOwnRules(calendar.get(), events[1]),
            QDateTime(QDate(2026, 10, 26), QTime(18, 30), berlin).toSecsSinceEpoch());
        QCOMPARE(instantByOwnRules(calendar.get(), events[2]),
            QDateTime(QDate(2027, 1, 9), QTime(10, 0), QTimeZone("America/New_York")).toSecsSinceEpoch());
    }

    void keepsTheLengthOfABlockInsideAClockChange()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        // Clocks go from 02:00 to 03:00 on this night.
        schedule.blocks = {sampleBlock(QStringLiteral("night"), QDate(2027, 3, 28), 60, 120)};
        schedule.appointment = {};
        const Parsed calendar = parsed(toICalendar(sampleEntries(schedule)));
        const icaltimetype end = icalcomponent_get_dtend(eventsOf(calendar.get()).constFirst());
        QCOMPARE(end.hour, 4);
    }

    void endsAtMidnightOnTheNextDay()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.blocks = {sampleBlock(QStringLiteral("late"), QDate(2026, 12, 31), 23 * 60, 60)};
        const Parsed calendar = parsed(toICalendar(sampleEntries(schedule)));
        const icaltimetype end = icalcomponent_get_dtend(eventsOf(calendar.get()).constFirst());
        QCOMPARE(QByteArray(icaltime_as_ical_string(end)), QByteArray("20270101T000000"));
    }

    void shortensTheZoneAndStripsTheVendor()
    {
        const QByteArray bytes = toICalendar(sampleEntries(sampleSchedule(m_certification)));
        QVERIFY(bytes.contains("\r\nTZID:Europe/Berlin\r\n"));
        QVERIFY(bytes.contains("\r\nTZID:America/New_York\r\n"));
        QVERIFY(!bytes.contains("freeassociation"));
        QVERIFY(!bytes.contains("X-LIC"));
        QVERIFY2(bytes.count("BEGIN:STANDARD") + bytes.count("BEGIN:DAYLIGHT") <= 8, bytes.constData());
        QVERIFY(bytes.indexOf("America/New_York") < bytes.indexOf("BEGIN:VEVENT"));
    }

    void floatsWithoutAZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("unknown") << QByteArray("Mars/Olympus_Mons");
        QTest::newRow("outside of the zone folder") << QByteArray("../../etc/passwd");
    }
    void floatsWithoutAZone()
    {
        QFETCH(QByteArray, zone);
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.zone = zone;
        schedule.appointment = {};
        const QByteArray bytes = toICalendar(sampleEntries(schedule));
        QVERIFY(bytes.contains("\r\nDTSTART:20261024T183000\r\n"));
        QVERIFY(!bytes.contains("TZID"));
        QVERIFY(!bytes.contains("VTIMEZONE"));
    }

    void givesADayToAnExamWithoutTime()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.appointment.time = {};
        QVERIFY(toICalendar(sampleEntries(schedule)).contains("\r\nDTSTART;VALUE=DATE:20270109\r\n"));
    }

    void leavesOutAnExamThatIsNotBooked()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.appointment = {};
        const Parsed calendar = parsed(toICalendar(sampleEntries(schedule)));
        QCOMPARE(eventsOf(calendar.get()).size(), 2);
    }

    void isAWholeCalendarWithoutBlocks()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.blocks.clear();
        schedule.appointment = {};
        const QByteArray bytes = toICalendar(sampleEntries(schedule));
        QVERIFY(bytes.startsWith("BEGIN:VCALENDAR\r\n"));
        QVERIFY(bytes.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(bytes.contains("\r\nPRODID:-//Lectern//Study schedule//EN\r\n"));
        QVERIFY(bytes.contains("\r\nVERSION:2.0\r\n"));
    }

    void endsLinesWithCrLfAndFoldsLongOnes()
    {
        m_certification.domains[0].topics[0].title = QString(300, QChar(0x00e9));
        const QByteArray bytes = toICalendar(sampleEntries(sampleSchedule(m_certification)));
        QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
        int folded = 0;
        for (const QByteArray &line : bytes.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // 75 octets and the carriage return
            folded += line.startsWith(' ') ? 1 : 0;
            QVERIFY2(QString::fromUtf8(line).toUtf8() == line, "a character was cut in two");
        }
        QVERIFY(folded > 0);
    }

    void readsBackOddText_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("comma, semicolon, backslash") << QStringLiteral("a, b; c \\ d \\n e");
        QTest::newRow("line breaks") << QStringLiteral("first\nsecond\n\nfourth");
        QTest::newRow("quotes and colon") << QStringLiteral("say \"x: y\"");
        QTest::newRow("emoji") << QStringLiteral("launch \U0001F680\U0001F468\u200D\U0001F469 \u6771\u4eac");
        QTest::newRow("long") << QString(400, u'x') + QStringLiteral(" \u00fc ") + QString(400, u'y');
        QTest::newRow("looks like a line") << QStringLiteral("x\nEND:VEVENT\nBEGIN:VALARM");
    }
    void readsBackOddText()
    {
        QFETCH(QString, title);
        m_certification.domains[0].topics[0].shortTitle = title;
        const Parsed calendar = parsed(toICalendar(sampleEntries(sampleSchedule(m_certification))));
        const QList<icalcomponent *> events = eventsOf(calendar.get());
        QCOMPARE(events.size(), 3);
        QCOMPARE(summary(events[0]), QStringLiteral("D3 %1 (90 min, lab)").arg(title));
    }

    void dropsControlCharacters()
    {
        m_certification.domains[0].topics[0].shortTitle = QStringLiteral("a\r\nb\u0007c\rd");
        const Parsed calendar = parsed(toICalendar(sampleEntries(sampleSchedule(m_certification))));
        QCOMPARE(summary(eventsOf(calendar.get()).constFirst()), QStringLiteral("D3 a\nbcd (90 min, lab)"));
    }

    void writesTheSameBytesForTheSamePlan()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        const QByteArray first = toICalendar(sampleEntries(schedule));
        QCOMPARE(toICalendar(sampleEntries(schedule)), first);
        schedule.blocks[0].date = QDate(2026, 10, 23);
        const Parsed calendar = parsed(toICalendar(sampleEntries(schedule)));
        QCOMPARE(
            QByteArray(icalcomponent_get_uid(eventsOf(calendar.get()).constFirst())), QByteArray("aaaa-1@lectern"));
    }

    void saysInPlainWordsWhatAProjectBlockProves()
    {
        Project project;
        project.id = QStringLiteral("lakehouse");
        project.title = QStringLiteral("Enterprise lakehouse");
        project.requirements = {
            {QStringLiteral("cdc"), QStringLiteral("Change data capture from three sources"), QString()}};
        m_certification.projects = {project};
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.blocks[0].kind = BlockKind::Project;
        schedule.blocks[0].project = project.id;
        schedule.blocks[0].requirement = QStringLiteral("cdc");
        schedule.blocks[0].stage.clear();
        QCOMPARE(calendarEvents(schedule).constFirst().description,
            QStringLiteral("Project\nChange data capture (CDC) patterns\nProject: Enterprise lakehouse\n"
                           "To prove: Change data capture from three sources"));
    }

    void remindsOnlyOfWhatIsToBeWorkedOn()
    {
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.alarmMinutes = 15;
        schedule.blocks.append(sampleBlock(QStringLiteral("aaaa-3"), QDate(2026, 10, 27)));
        schedule.blocks[1].state = BlockState::Done;
        schedule.blocks[2].kind = BlockKind::Buffer;
        const QList<CalendarEvent> events = calendarEvents(schedule);
        QCOMPARE(events[0].alarmMinutes, 15);
        QCOMPARE(events[1].alarmMinutes, -1);
        QCOMPARE(events[2].alarmMinutes, -1);
        QVERIFY(events[2].free);
        QVERIFY(!events[0].free);
        const QByteArray bytes = toICalendar(sampleEntries(schedule));
        QCOMPARE(bytes.count("BEGIN:VALARM"), 1);
        QVERIFY(bytes.contains("\r\nTRIGGER:-PT15M\r\n"));
        QCOMPARE(bytes.count("TRANSP:TRANSPARENT"), 1);
    }

    /// What python3-icalendar finds in the calendar, one line an event.
    static QByteArray readByAnotherProgram(const QByteArray &bytes)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("plan.ics")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return "not written";
        file.close();
        QProcess reader;
        reader.setProcessChannelMode(QProcess::MergedChannels);
        reader.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral(R"(
import icalendar, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    start = event['DTSTART'].dt.isoformat()
    length = (event['DTEND'].dt - event['DTSTART'].dt).total_seconds() / 60 if 'DTEND' in event else 0
    alarms = [int(alarm['TRIGGER'].dt.total_seconds() / 60) for alarm in event.walk('VALARM')]
    lists = event.get('CATEGORIES', [])
    lists = lists if isinstance(lists, list) else [lists]
    categories = [str(name) for one in lists for name in one.cats]
    print(event['UID'], event['SUMMARY'], start, int(length), event['STATUS'], event['SEQUENCE'],
          event['LAST-MODIFIED'].dt.isoformat(), event['TRANSP'], alarms, categories)
)"),
                                                             file.fileName()});
        if (!reader.waitForFinished() || reader.exitCode() != 0)
            return "failed: " + reader.readAll();
        return reader.readAll();
    }

    void isReadByAnotherProgram()
    {
        if (QProcess::execute(
                QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import icalendar")}) != 0)
            QSKIP("python3-icalendar is not installed");
        ScheduleExport schedule = sampleSchedule(m_certification);
        schedule.alarmMinutes = 10;
        const QList<CalendarEntry> first = sampleEntries(schedule);
        QByteArray output = readByAnotherProgram(toICalendar(first));
        const QByteArray stamp = "2025-10-09T08:53:20+00:00";
        QVERIFY2(
            output.contains("aaaa-1@lectern D3 CDC patterns (90 min, lab) 2026-10-24T18:30:00+02:00 90 CONFIRMED 0 " +
                            stamp + " OPAQUE [-10] ['D3 Enterprise Delta Lake', 'lab']"),
            output.constData());
        QVERIFY2(output.contains("aaaa-2@lectern D3 CDC patterns (90 min, lab) 2026-10-26T18:30:00+01:00"),
            output.constData());
        QVERIFY2(output.contains("2027-01-09T10:00:00-05:00 120 CONFIRMED"), output.constData());

        // One block is gone, one has moved, and all float now.
        schedule.blocks.removeFirst();
        schedule.blocks[0].startMinute = 20 * 60;
        schedule.zone.clear();
        output =
            readByAnotherProgram(toICalendar(publishedEntries(first, calendarEvents(schedule), sampleNow + 60'000)));
        QVERIFY2(
            output.contains("aaaa-1@lectern D3 CDC patterns (90 min, lab) 2026-10-24T18:30:00+02:00 90 CANCELLED 1 "
                            "2025-10-09T08:54:20+00:00 OPAQUE []"),
            output.constData());
        QVERIFY2(output.contains("2026-10-26T20:00:00 90 CONFIRMED 1 2025-10-09T08:54:20+00:00 OPAQUE [-10]"),
            output.constData());
        QVERIFY2(output.contains("10:00:00-05:00 120 CONFIRMED 0 " + stamp), output.constData());
    }
};

LECTERN_TEST_CLASS(ICalendarTest)
#include "icalendar_test.moc"
