// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"

#include "historydesk.h"
#include "plandesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

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
