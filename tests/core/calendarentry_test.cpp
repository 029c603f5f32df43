// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarentry.h"

#include "runall.h"

#include <QDateTime>

using namespace lectern;

namespace
{

const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(19, 0), Qt::UTC).toMSecsSinceEpoch();
constexpr qint64 day = qint64(24) * 3600 * 1000;

CalendarEvent told(const QString &uid, QDate date = QDate(2026, 11, 24))
{
    CalendarEvent event;
    event.uid = uid;
    event.date = date;
    event.startMinute = 1110;
    event.minutes = 90;
    event.summary = QStringLiteral("D3 CDC patterns");
    return event;
}

} // namespace

class CalendarEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldTwiceIsToldInTheSameWords()
    {
        const QList<CalendarEvent> events{told(QStringLiteral("a")), told(QStringLiteral("b"))};
        const QList<CalendarEntry> first = publishedEntries({}, events, now);
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0].sequence, 0);
        QCOMPARE(first[0].modifiedUtcMs, now);
        QCOMPARE(publishedEntries(first, events, now + day), first);
    }

    void onlyWhatChangedIsNewer()
    {
        QList<CalendarEvent> events{told(QStringLiteral("a")), told(QStringLiteral("b"))};
        const QList<CalendarEntry> first = publishedEntries({}, events, now);
        events[1].minutes = 60;
        const QList<CalendarEntry> second = publishedEntries(first, events, now + day);
        QCOMPARE(second[0], first[0]);
        QCOMPARE(second[1].sequence, 1);
        QCOMPARE(second[1].modifiedUtcMs, now + day);
        QCOMPARE(second[1].event.minutes, 60);
        // Undo is one more change to whoever has the second version.
        events[1].minutes = 90;
        const QList<CalendarEntry> third = publishedEntries(second, events, now + 2 * day);
        QCOMPARE(third[1].sequence, 2);
        QCOMPARE(third[1].event, first[1].event);
    }

    void aClockThatWasSetBackStillMakesItNewer()
    {
        QList<CalendarEvent> events{told(QStringLiteral("a"))};
        const QList<CalendarEntry> first = publishedEntries({}, events, now);
        events[0].summary = QStringLiteral("other");
        QVERIFY(publishedEntries(first, events, now - day).constFirst().modifiedUtcMs > now);
    }

    void whatIsGoneIsCancelledAndMayComeBack()
    {
        const QList<CalendarEvent> events{told(QStringLiteral("a"))};
        const QList<CalendarEntry> first = publishedEntries({}, events, now);
        const QList<CalendarEntry> second = publishedEntries(first, {}, now + 1000);
        QCOMPARE(second.size(), 1);
        QVERIFY(second[0].cancelled);
        QCOMPARE(second[0].sequence, 1);
        QCOMPARE(second[0].event, events[0]);
        QCOMPARE(publishedEntries(second, {}, now + 2000), second);
        const QList<CalendarEntry> third = publishedEntries(second, events, now + 3000);
        QVERIFY(!third[0].cancelled);
        QCOMPARE(third[0].sequence, 2);
    }

    void aCancelledOneIsForgottenInTheEnd()
    {
        const QList<CalendarEvent> events{told(QStringLiteral("a"), QDate(2026, 11, 24))};
        const QList<CalendarEntry> gone = publishedEntries(publishedEntries({}, events, now), {}, now);
        QCOMPARE(publishedEntries(gone, {}, now + 91 * day).size(), 1);
        QCOMPARE(publishedEntries(gone, {}, now + 92 * day).size(), 0);
        // Cancelled long after its day: calendars have to hear of it first.
        const QList<CalendarEvent> old{told(QStringLiteral("a"), QDate(2026, 1, 1))};
        const QList<CalendarEntry> late = publishedEntries(publishedEntries({}, old, now), {}, now);
        QCOMPARE(publishedEntries(late, {}, now + 90 * day).size(), 1);
        QCOMPARE(publishedEntries(late, {}, now + 91 * day).size(), 0);
    }

    void comesByDateAndStart()
    {
        QList<CalendarEvent> events{
            told(QStringLiteral("c"), QDate(2026, 11, 26)), told(QStringLiteral("b")), told(QStringLiteral("a"))};
        QStringList order;
        for (const CalendarEntry &entry : publishedEntries({}, events, now))
            order.append(entry.event.uid);
        QCOMPARE(order, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }

    void textKeepsTheWholeEvent()
    {
        CalendarEvent whole{QStringLiteral("uid"), QDate(2027, 1, 9), 600, 120, QStringLiteral("America/New_York"),
            QStringLiteral("\"Exam\"\n\u6771\u4eac"), QStringLiteral("one\ntwo"), QStringLiteral("Room 4; 2nd floor"),
            {QStringLiteral("D3, all"), QStringLiteral("lab")}, 10, true};
        QCOMPARE(calendarEventFrom(whole.uid, toText(whole)), whole);
        QCOMPARE(calendarEventFrom(QStringLiteral("x"), toText(told(QStringLiteral("x")))), told(QStringLiteral("x")));
        QVERIFY(!calendarEventFrom(QStringLiteral("x"), {}));
        QVERIFY(!calendarEventFrom(QStringLiteral("x"), QStringLiteral("{\"date\":\"2026-13-01\"}")));
    }
};

LECTERN_TEST_CLASS(CalendarEntryTest)
#include "calendarentry_test.moc"
