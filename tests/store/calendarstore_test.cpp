// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarstore.h"

#include "changelog.h"
#include "query.h"
#include "runall.h"
#include "samples.h"

#include <algorithm>

using namespace lectern;
using test::sampleNow;

class CalendarStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::TempProfile>();
        QVERIFY(reopen());
    }

    void entriesAreKeptAndReplaced()
    {
        QVERIFY(m_store->entries()->isEmpty());
        QList<CalendarEntry> kept{entry(QStringLiteral("a")), entry(QStringLiteral("b"))};
        kept[1].cancelled = true;
        kept[1].sequence = 7;
        QVERIFY(m_store->keepEntries(kept).ok());
        QVERIFY(reopen());
        QCOMPARE(sorted(), kept);
        kept.removeFirst();
        kept[0].event.minutes = 30;
        QVERIFY(m_store->keepEntries(kept).ok());
        QCOMPARE(sorted(), kept);
    }

    void noUndoTakesBackWhatWasTold()
    {
        QVERIFY(m_store->keepEntries({entry(QStringLiteral("a"))}).ok());
        QVERIFY(!m_changes->nextUndo()->has_value());
    }

    void aDamagedEntryIsNamed()
    {
        QVERIFY(m_store->keepEntries({entry(QStringLiteral("a"))}).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE calendar_entry SET content = '{}'")).ok());
        QCOMPARE(m_store->entries().error().code, ErrorCode::ProfileDamaged);
        QVERIFY(!m_store->keepEntries({}).ok());
    }

    void busyTimesAreReplacedPerSourceAndUndone()
    {
        const BusySource work{QStringLiteral("work.ics"), {{day(1), 540, 600}, {day(2), 0, 1440}}};
        const BusySource home{QStringLiteral("home.ics"), {{day(3), 600, 660}}};
        QVERIFY(set(work).ok());
        QVERIFY(set(home).ok());
        QVERIFY(reopen());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home, work}));
        const BusySource less{work.name, {{day(2), 540, 600}}};
        QVERIFY(set(less).ok());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home, less}));
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home, work}));
        QVERIFY(m_changes->redo().ok());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home, less}));
        QVERIFY(set({work.name, {}}).ok());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home}));
        QVERIFY(m_changes->undo().ok());
        QCOMPARE(*m_store->sources(), QList<BusySource>({home, less}));
    }

    void whatIsNoBusyTimeIsRefused_data()
    {
        QTest::addColumn<BusySource>("source");
        const QString name = QStringLiteral("work.ics");
        QTest::newRow("no name") << BusySource{{}, {{day(1), 540, 600}}};
        QTest::newRow("no day") << BusySource{name, {{{}, 540, 600}}};
        QTest::newRow("no minutes") << BusySource{name, {{day(1), 540, 540}}};
        QTest::newRow("before midnight") << BusySource{name, {{day(1), -1, 540}}};
        QTest::newRow("past midnight") << BusySource{name, {{day(1), 540, 1441}}};
    }
    void whatIsNoBusyTimeIsRefused()
    {
        QFETCH(BusySource, source);
        QCOMPARE(set(source).error().code, ErrorCode::BadInput);
        QVERIFY(m_store->sources()->isEmpty());
    }

    void aDamagedBusyTimeIsNamed()
    {
        QVERIFY(set({QStringLiteral("work.ics"), {{day(1), 540, 600}}}).ok());
        QVERIFY(execute(m_profile->database(), QStringLiteral("UPDATE busy_time SET date = 'x'")).ok());
        QCOMPARE(m_store->sources().error().code, ErrorCode::ProfileDamaged);
    }

private:
    static QDate day(int number) { return QDate(2026, 3, number); }
    static CalendarEntry entry(const QString &uid)
    {
        CalendarEntry entry;
        entry.event.uid = uid;
        entry.event.date = day(4);
        entry.event.startMinute = 1110;
        entry.event.minutes = 90;
        entry.event.summary = QStringLiteral("D3, \u6771\u4eac");
        entry.modifiedUtcMs = sampleNow;
        return entry;
    }
    QList<CalendarEntry> sorted() const
    {
        QList<CalendarEntry> entries = *m_store->entries();
        std::sort(entries.begin(), entries.end(),
            [](const CalendarEntry &one, const CalendarEntry &other) { return one.event.uid < other.event.uid; });
        return entries;
    }
    Outcome set(const BusySource &source)
    {
        return m_changes->perform(QStringLiteral("busy"), sampleNow, [&] { return m_store->setSource(source); });
    }
    bool reopen()
    {
        m_store.reset();
        m_changes.reset();
        m_profile->close();
        if (!m_profile->open())
            return false;
        m_changes = std::make_unique<ChangeLog>(**m_profile);
        m_store = std::make_unique<CalendarStore>(**m_profile, *m_changes);
        return true;
    }

    std::unique_ptr<test::TempProfile> m_profile;
    std::unique_ptr<ChangeLog> m_changes;
    std::unique_ptr<CalendarStore> m_store;
};

LECTERN_TEST_CLASS(CalendarStoreTest)
#include "calendarstore_test.moc"
