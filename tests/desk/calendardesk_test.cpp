// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendardesk.h"

#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "testworkspace.h"
#include "writesrefused.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSignalSpy>

using namespace lectern;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const QByteArray everyEvening = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T180000\r\n"
                                "DURATION:PT2H\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

} // namespace

class CalendarDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
        QVERIFY(plan().makePlan(plan().defaultInputs()).ok());
        m_file = m_workspace->folder() + QStringLiteral("/plan.ics");
    }

    void theFileFollowsThePlan()
    {
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(desk().setLink({m_file, true, 15}).ok());
        QByteArray told = contentOf(m_file);
        const qsizetype blocks = plan().allBlocks().size();
        QCOMPARE(told.count("BEGIN:VEVENT"), blocks);
        QCOMPARE(told.count("SEQUENCE:0"), blocks);
        QVERIFY(told.contains("TRIGGER:-PT15M"));

        m_workspace->clock.advance(60'000);
        const Block next = *plan().nextBlock();
        QVERIFY(plan().removeBlock(next.id).ok());
        told = contentOf(m_file);
        QCOMPARE(told.count("BEGIN:VEVENT"), blocks);
        QCOMPARE(told.count("STATUS:CANCELLED"), 1);
        QVERIFY(told.contains("SEQUENCE:1"));
        QVERIFY(workspace().history().undo().ok());
        told = contentOf(m_file);
        QCOMPARE(told.count("STATUS:CANCELLED"), 0);
        QCOMPARE(told.count("SEQUENCE:2"), 1);
    }

    void whatDidNotChangeIsNotWritten()
    {
        QVERIFY(desk().setLink({m_file, true, 15}).ok());
        const QByteArray told = contentOf(m_file);
        {
            const test::WritesRefused refused;
            m_workspace->clock.advance(86'400'000);
            desk().tell();
        }
        QVERIFY(!desk().problem());
        QCOMPARE(contentOf(m_file), told);
    }

    void aFailureIsKeptUntilItIsTold()
    {
        const QString folder = m_workspace->folder() + QStringLiteral("/synced");
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + QStringLiteral("/plan.ics");
        QVERIFY(desk().setLink({path, true, -1}).ok());
        QVERIFY(QDir(folder).removeRecursively());
        QSignalSpy changed(&desk(), &CalendarDesk::problemChanged);
        QVERIFY(plan().removeBlock(plan().nextBlock()->id).ok());
        QVERIFY(desk().problem());
        QCOMPARE(desk().problem()->code, ErrorCode::FileNotWritable);
        QCOMPARE(desk().problem()->where, path);
        QCOMPARE(changed.count(), 1);
        // It is known from the start of the next session on, and what was not told is told when it can be.
        QVERIFY(m_workspace->reopen());
        QVERIFY(desk().problem());
        QVERIFY(QDir().mkpath(folder));
        desk().tell();
        QVERIFY(!desk().problem());
        QCOMPARE(contentOf(path).count("STATUS:CANCELLED"), 1);
    }

    void aFullDiskLeavesTheOldFile()
    {
        QVERIFY(desk().setLink({m_file, true, 15}).ok());
        const QByteArray told = contentOf(m_file);
        QVERIFY(plan().removeBlock(plan().nextBlock()->id).ok());
        const QByteArray later = contentOf(m_file);
        QVERIFY(later != told);
        put(m_file, told);
        {
            const test::WritesRefused refused;
            desk().tell();
        }
        QVERIFY(desk().problem());
        QCOMPARE(contentOf(m_file), told);
        desk().tell();
        QVERIFY(!desk().problem());
        QCOMPARE(contentOf(m_file), later);
    }

    void aPathThatCannotBeWrittenIsNotKept()
    {
        const CalendarLink before = desk().link();
        QCOMPARE(desk().setLink({m_workspace->folder() + QStringLiteral("/no/such/plan.ics"), true, 10}).error().code,
            ErrorCode::FileNotWritable);
        QCOMPARE(desk().setLink({m_workspace->path(), true, 10}).error().where, QStringLiteral("file"));
        QCOMPARE(desk().link(), before);
        QVERIFY(!desk().problem());
    }

    void withoutAFileZoneAndAlarmAreStillKept()
    {
        QVERIFY(desk().setLink({{}, false, 30}).ok());
        QVERIFY(m_workspace->reopen());
        QCOMPARE(desk().link(), (CalendarLink{{}, false, 30}));
        const QByteArray told = *plan().exportSchedule(QStringLiteral("ics"));
        QVERIFY(told.contains("TRIGGER:-PT30M"));
        QVERIFY(!told.contains("VTIMEZONE"));
    }

    void busyTimesTakeRoomFromThePlan()
    {
        put(m_file, everyEvening);
        const auto reading = desk().read(m_file, true);
        QVERIFY(reading.ok());
        QVERIFY(!reading->problem);
        QCOMPARE(reading->times.constFirst(), (BusyTime{QDate(2026, 11, 24), 1080, 1200}));
        const BusySource source{QStringLiteral("work.ics"), reading->times};
        QVERIFY(plan().inputs()->busy.isEmpty());
        // Evenings from half past six: an hour and a half of each is taken.
        const int before = plan().inputs()->capacity(QDate(2026, 11, 24));
        const BusyEffect effect = desk().effect(source);
        QVERIFY(effect.minutes > 0);
        QCOMPARE(effect.minutes % 90, 0);
        QVERIFY(effect.blocks > 0);

        QSignalSpy changed(&plan(), &PlanDesk::changed);
        QVERIFY(desk().setSource(source).ok());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk().sources()->size(), 1);
        QCOMPARE(plan().inputs()->capacity(QDate(2026, 11, 24)), before - 90);
        QCOMPARE(plan().defaultInputs().busy, source.times);
        PlanInputs asked = plan().defaultInputs();
        asked.busy.clear();
        const auto made = plan().preview(asked);
        QVERIFY(made.ok());
        QHash<QDate, int> planned;
        for (const Block &block : made->blocks)
            planned[block.date] += block.minutes;
        for (auto day = planned.cbegin(); day != planned.cend(); ++day)
            QVERIFY(day.value() <= plan().defaultInputs().capacity(day.key()));
        // What it says already has no further effect on top of itself.
        QCOMPARE(desk().effect(source).minutes, effect.minutes);

        QVERIFY(workspace().history().undo().ok());
        QVERIFY(desk().sources()->isEmpty());
        QVERIFY(workspace().history().redo().ok());
        QVERIFY(desk().setSource({source.name, {}}).ok());
        QVERIFY(plan().inputs()->busy.isEmpty());
    }

    void aBrokenCalendarChangesNothing()
    {
        QCOMPARE(desk().read(m_file, true).error().code, ErrorCode::FileNotFound);
        put(m_file, QByteArray(everyEvening).replace("FREQ=DAILY", "FREQ=OFTEN"));
        const auto reading = desk().read(m_file, true);
        QVERIFY(reading.ok());
        QCOMPARE(reading->problem->line, 7);
        QCOMPARE(reading->problem->fault, CalendarFault::BadRule);
        QVERIFY(desk().sources()->isEmpty());
    }

private:
    Workspace &workspace() { return **m_workspace; }
    CalendarDesk &desk() { return workspace().calendar(); }
    PlanDesk &plan() { return workspace().plan(); }

    std::unique_ptr<test::TestWorkspace> m_workspace;
    QString m_file;
};

LECTERN_TEST_CLASS(CalendarDeskTest)
#include "calendardesk_test.moc"
