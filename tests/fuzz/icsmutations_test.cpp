// SPDX-License-Identifier: GPL-3.0-or-later
#include "icsinput.h"
#include "random.h"
#include "runall.h"

using namespace lectern;

namespace
{

constexpr int mutationCount = 3'000;

const QList<QByteArray> &seeds()
{
    static const QList<QByteArray> texts{
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:"
        "19701025T030000\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\n"
        "TZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\n"
        "DTSTART;TZID=Ours:20260105T090000\r\nDTEND;TZID=Ours:20260105T100000\r\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261101T080000Z\r\nEXDATE;TZID=Ours:20260119T090000\r\n"
        "RDATE;VALUE=PERIOD:20260301T100000Z/PT2H,20260302T100000Z/20260302T110000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
        "UID:a\r\nRECURRENCE-ID;TZID=Ours:20260107T090000\r\nDTSTART:20260107T130000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:20260403\n"
        "RRULE:FREQ=MONTHLY;BYDAY=-1FR,2TU;BYSETPOS=1;COUNT=9\nEXDATE;VALUE=DATE:20260428\nEND:VEVENT\n"
        "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20260801T080000Z/PT1H30M,20260802T080000Z/20260802T090000Z\n"
        "END:VFREEBUSY\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260105T2300\r\n 00Z\r\nDURATION:P1DT2H\r\n"
        "RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:"
        "VEVENT\r\n"
        "BEGIN:VEVENT\r\nDTSTART:20260105T100000\r\nDURATION:PT5M\r\nRRULE:FREQ=HOURLY;INTERVAL=7;BYHOUR=9,10,11;COUNT="
        "50"
        "\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"};
    return texts;
}

// A few changes of the kinds that break parsers, and the words that mean something in a calendar where they do not
// belong.
QByteArray mutated(QByteArray text, Random &random)
{
    static const QByteArray words[]{"\r\n", "\r\n ", ";", ":", ",", "=", "\"", "T", "Z", "-1", "0", "99999999999", "/",
        "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\n", "FREQ=SECONDLY", "FREQ=MINUTELY",
        "COUNT=", "INTERVAL=", "UNTIL=", "BYSETPOS=", "BYMONTHDAY=31", "BYYEARDAY=366", "BYSECOND=0,1,2",
        "RSCALE=HEBREW;", ";TZID=Ours", ";VALUE=DATE", "P1W", "-PT1H", "20260230", "00000000T000000",
        "99991231T235959Z", QByteArray(1, '\0'), "\xFF", "\xEF\xBB\xBF"};
    const auto below = [&random](qsizetype limit) { return random.below(static_cast<int>(limit)); };
    for (int change = 1 + random.below(4); change > 0; --change) {
        const int at = below(text.size() + 1);
        switch (random.below(6)) {
        case 0:
            if (at < text.size())
                text[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            text.remove(at, random.below(40));
            break;
        case 2:
            text.insert(at, text.mid(at, random.below(200)));
            break;
        case 3:
        case 4:
            text.insert(at, words[random.below(static_cast<int>(std::size(words)))]);
            break;
        default: {
            const QByteArray &other = seeds()[below(seeds().size())];
            text = text.left(at) + other.mid(below(other.size() + 1));
        }
        }
    }
    return text;
}

} // namespace

// The fuzzer's entry point over a few calendars and a fixed series of changes to them: with the sanitizers on, a crash
// or an overrun ends the run, and so does what never ends.
class IcsMutationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownCalendars()
    {
        for (const QByteArray &seed : seeds()) {
            const BusyReading reading = test::readAsCalendar(seed);
            QVERIFY2(!reading.problem, reading.problem ? qPrintable(reading.problem->text) : "");
            QVERIFY(!reading.times.isEmpty());
        }
    }

    void changedCalendars()
    {
        Random random(20261123);
        int refused = 0;
        for (int i = 0; i < mutationCount; ++i) {
            const QByteArray &seed = seeds()[random.below(static_cast<int>(seeds().size()))];
            refused += test::readAsCalendar(mutated(seed, random)).problem ? 1 : 0;
        }
        QVERIFY(refused > mutationCount / 4);
        QVERIFY(refused < mutationCount);
    }
};

LECTERN_TEST_CLASS(IcsMutationsTest)
#include "icsmutations_test.moc"
