// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"

#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

Q_DECLARE_METATYPE(lectern::OutsideMock)

namespace
{

ExamResult failed(QDate date)
{
    ExamResult result;
    result.date = date;
    result.blueprint = QStringLiteral("page-domains");
    result.bars = {{QStringLiteral("d1"), 60}};
    return result;
}

} // namespace

class EvidenceDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TestWorkspace> m_workspace;

    EvidenceDesk &desk() { return (*m_workspace)->evidence(); }
    HistoryDesk &history() { return (*m_workspace)->history(); }

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::TestWorkspace>();
        QVERIFY(m_workspace->open());
    }
    void cleanup() { m_workspace.reset(); }

    void resultsAreKeptChangedAndRemoved()
    {
        QSignalSpy changed(&desk(), &EvidenceDesk::changed);
        const QDate day(2026, 11, 20);
        const auto id = desk().addResult(failed(day));
        QVERIFY(id.ok());
        QCOMPARE(desk().results()->size(), 1);
        ExamResult result = desk().results()->constFirst();
        QCOMPARE(result.id, *id);
        QCOMPARE(result.bars, failed(day).bars);
        result.passed = true;
        QVERIFY(desk().updateResult(result).ok());
        QVERIFY(desk().results()->constFirst().passed);
        QCOMPARE(changed.size(), 2);
        QVERIFY(desk().removeResult(*id).ok());
        QVERIFY(desk().results()->isEmpty());
    }

    void refusalsChangeNothing()
    {
        const QDate day(2026, 11, 20);
        QVERIFY(desk().addResult(failed(day)).ok());
        QSignalSpy changed(&desk(), &EvidenceDesk::changed);
        const auto again = desk().addResult(failed(day));
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::BadInput);
        const auto nowhere = desk().addResult(failed({}));
        QVERIFY(!nowhere.ok());
        QCOMPARE(nowhere.error().code, ErrorCode::BadInput);
        const Outcome gone = desk().removeResult(ExamResultId(99));
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        QCOMPARE(desk().results()->size(), 1);
        QCOMPARE(changed.size(), 0);
    }

    void whatCannotBeIsRefusedByItsField_data()
    {
        QTest::addColumn<OutsideMock>("mock");
        QTest::addColumn<QString>("field");
        const QDate today(2026, 11, 23);
        const OutsideMock sound{{}, QStringLiteral("A provider"), today, 41, 60, false, {}};
        QTest::newRow("today") << sound << QString();
        const auto add = [&sound](const char *name, const QString &field, const auto &spoil) {
            OutsideMock mock = sound;
            spoil(mock);
            QTest::newRow(name) << mock << field;
        };
        const QString date = QStringLiteral("date");
        const QString provider = QStringLiteral("provider");
        const QString right = QStringLiteral("right");
        const QString questions = QStringLiteral("questions");
        add("tomorrow", date, [&](OutsideMock &mock) { mock.date = today.addDays(1); });
        add("before 2000", date, [](OutsideMock &mock) { mock.date = QDate(1999, 12, 31); });
        add("the first day", QString(), [](OutsideMock &mock) { mock.date = QDate(2000, 1, 1); });
        add("no day", date, [](OutsideMock &mock) { mock.date = QDate(); });
        add("nobody", provider, [](OutsideMock &mock) { mock.provider = QStringLiteral(" \t"); });
        add("a long name", provider, [](OutsideMock &mock) { mock.provider = QString(longestProvider + 1, u'p'); });
        add("more right than asked", right, [](OutsideMock &mock) { mock.right = 61; });
        add("fewer than none", right, [](OutsideMock &mock) { mock.right = -1; });
        add("all", QString(), [](OutsideMock &mock) { mock.right = 60; });
        add("none asked", questions, [](OutsideMock &mock) { mock.right = mock.questions = 0; });
        add("too many asked", questions, [](OutsideMock &mock) { mock.questions = mostMockQuestions + 1; });
    }

    void whatCannotBeIsRefusedByItsField()
    {
        QFETCH(OutsideMock, mock);
        QFETCH(QString, field);
        QSignalSpy changed(&desk(), &EvidenceDesk::changed);
        const Outcome added = desk().addMock(mock);
        QCOMPARE(added.ok(), field.isEmpty());
        if (added)
            return;
        QCOMPARE(added.error().code, ErrorCode::BadInput);
        QCOMPARE(added.error().where, field);
        QVERIFY(!added.error().detail.isEmpty());
        // Nor can one that is there become so.
        QVERIFY(desk().addMock({{}, QStringLiteral("A provider"), QDate(2026, 11, 20), 41, 60, false, {}}).ok());
        const OutsideMock kept = desk().mocks()->constFirst();
        OutsideMock changedTo = mock;
        changedTo.id = kept.id;
        const Outcome set = desk().setMock(changedTo);
        QVERIFY(!set.ok());
        QCOMPARE(set.error().where, field);
        QCOMPARE(*desk().mocks(), QList<OutsideMock>{kept});
        QCOMPARE(changed.size(), 1);
    }

    void resultsAndRatingsThatCannotBeAreRefused()
    {
        const auto whereOf = [this](const ExamResult &result) {
            const auto added = desk().addResult(result);
            return added ? QStringLiteral("kept") : added.error().where;
        };
        const QDate today(2026, 11, 23);
        QCOMPARE(whereOf(failed(today.addDays(1))), QStringLiteral("date"));
        QCOMPARE(whereOf(failed(QDate(1999, 12, 31))), QStringLiteral("date"));
        for (const int percent : {-1, 101, 1000000}) {
            ExamResult bad = failed(today);
            bad.bars.insert(QStringLiteral("d2"), percent);
            QCOMPARE(whereOf(bad), QStringLiteral("bars/d2"));
        }
        ExamResult widest = failed(today);
        widest.bars = {{QStringLiteral("d1"), 0}, {QStringLiteral("d2"), 100}};
        QCOMPARE(whereOf(widest), QStringLiteral("kept"));
        ExamResult later = desk().results()->constFirst();
        later.date = today.addDays(1);
        const Outcome moved = desk().updateResult(later);
        QVERIFY(!moved.ok());
        QCOMPARE(moved.error().where, QStringLiteral("date"));
        QCOMPARE(desk().results()->constFirst().date, today);

        const QString topic = (*m_workspace)->plan().certification().domains.first().topics.first().id;
        for (const int value : {0, 6}) {
            const Outcome rated = desk().setRating(topic, value);
            QVERIFY(!rated.ok());
            QCOMPARE(rated.error().code, ErrorCode::BadInput);
            QCOMPARE(rated.error().where, QStringLiteral("rating"));
        }
        QVERIFY(desk().setRating(topic, 5).ok());
    }

    /// Today is the learner's: east of Greenwich it comes earlier.
    void todayIsTheLearnersDay()
    {
        m_workspace->zone = "Pacific/Kiritimati";
        QVERIFY(m_workspace->reopen());
        const OutsideMock mock{{}, QStringLiteral("A provider"), QDate(2026, 11, 24), 41, 60, false, {}};
        QVERIFY(desk().addMock(mock).ok());
        m_workspace->zone = "Pacific/Pago_Pago";
        m_workspace->clock.now.utcMs = QDateTime(QDate(2026, 11, 24), QTime(10, 59), Qt::UTC).toMSecsSinceEpoch();
        QVERIFY(m_workspace->reopen());
        QCOMPARE(desk().addMock(mock).error().where, QStringLiteral("date"));
        m_workspace->clock.advance(60000);
        QVERIFY(desk().addMock(mock).ok());
    }

    void everyChangeIsTakenBack()
    {
        QVERIFY(desk().addResult(failed(QDate(2026, 11, 20))).ok());
        QVERIFY(!desk().archived());
        QVERIFY(desk().setArchived(true).ok());
        QVERIFY(desk().archived());
        QSignalSpy changed(&desk(), &EvidenceDesk::changed);
        QVERIFY(history().undo().ok());
        QVERIFY(!desk().archived());
        QVERIFY(changed.size() >= 1);
        QVERIFY(history().undo().ok());
        QVERIFY(desk().results()->isEmpty());
        QVERIFY(history().redo().ok());
        QVERIFY(history().redo().ok());
        QVERIFY(desk().archived());
        QVERIFY(m_workspace->reopen());
        QVERIFY(desk().archived());
        QCOMPARE(desk().results()->size(), 1);
    }

    void theExportedCalendarHasTheRenewal()
    {
        ExamResult passed = failed(QDate(2026, 11, 20));
        QVERIFY(!(*m_workspace)->plan().exportSchedule(QStringLiteral("ics"))->contains("renewal-"));
        passed.passed = true;
        QVERIFY(desk().addResult(passed).ok());
        const QByteArray calendar = *(*m_workspace)->plan().exportSchedule(QStringLiteral("ics"));
        QVERIFY(calendar.contains("renewal-"));
        QVERIFY(calendar.contains("20281120"));
    }
};

LECTERN_TEST_CLASS(EvidenceDeskTest)
#include "evidencedesk_test.moc"
