// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"

#include "guidedesk.h"
#include "plandesk.h"
#include "readinessdesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSet>
#include <QSignalSpy>

#include <numeric>

using namespace lectern;

class ExamDeskTest : public QObject
{
    Q_OBJECT

private:
    static QString keyOf(ExamDesk &exam, int position)
    {
        const Result<Item> item = exam.item(position);
        return item ? item->keyIds().constFirst() : QString();
    }
    static QString wrongOf(ExamDesk &exam, int position)
    {
        const Result<Item> item = exam.item(position);
        if (!item)
            return {};
        for (const Option &option : item->options) {
            if (!option.key)
                return option.id;
        }
        return {};
    }

private Q_SLOTS:
    void drawsExactlyByBlueprint_data()
    {
        QTest::addColumn<QString>("blueprint");
        QTest::addColumn<QList<int>>("counts");
        QTest::newRow("page") << QStringLiteral("page-domains") << QList<int>{15, 15, 12, 9, 9};
        QTest::newRow("vendor") << QStringLiteral("DEP-2026-10") << QList<int>{14, 7, 7, 6, 9, 5, 3, 6, 3};
    }
    void drawsExactlyByBlueprint()
    {
        QFETCH(QString, blueprint);
        QFETCH(QList<int>, counts);
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const auto id = exam.start({AttemptMode::Timed, blueprint, 60, 120});
        QVERIFY(id.ok());
        const Blueprint *known = workspace->guide().certification().blueprint(blueprint);
        QVERIFY(known);
        QList<int> seats(known->sections.size(), 0);
        QSet<QString> items;
        for (const FormItem &seat : exam.running()->setup().items) {
            items.insert(seat.item);
            for (int i = 0; i < known->sections.size(); ++i)
                seats[i] += known->sections[i].id == seat.section ? 1 : 0;
        }
        QCOMPARE(seats, counts);
        QCOMPARE(items.size(), 60);
    }

    void oneBestAnswerIsOneOption()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 5, 10}).ok());
        QVERIFY(exam.show(0).ok());
        const QStringList two{keyOf(exam, 0), wrongOf(exam, 0)};
        QCOMPARE(exam.answer(0, two).error().code, ErrorCode::BadInput);
        QCOMPARE(exam.answer(5, two).error().code, ErrorCode::BadInput);
        QCOMPARE(exam.running()->answeredCount(), 0);
        QVERIFY(exam.answer(0, two.first(1)).ok());
    }

    void previewSaysWhatStartDraws()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const FormPreview preview = exam.preview(exam.defaultSetup());
        QVERIFY(preview.possible);
        int wanted = 0;
        for (const SectionSupply &section : preview.sections) {
            QVERIFY(section.available >= section.wanted);
            wanted += section.wanted;
        }
        QCOMPARE(wanted, 60);
        QCOMPARE(preview.easy + preview.medium + preview.hard, 60);
    }

    void aSecondAttemptHasToWait()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20}).ok());
        const auto second = exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20});
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, ErrorCode::NotAllowed);
    }

    void whatWasAcknowledgedSurvivesReopening()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        const auto id = workspace->exam().start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20});
        QVERIFY(id.ok());
        QVERIFY(workspace->exam().show(3).ok());
        const QString choice = wrongOf(workspace->exam(), 3);
        workspace.clock.advance(60000);
        QVERIFY(workspace->exam().answer(3, {choice}).ok());
        QVERIFY(workspace->exam().setFlag(3, true).ok());
        const QList<FormItem> seats = workspace->exam().running()->setup().items;

        QVERIFY(workspace.reopen());
        workspace.clock.advance(30000);
        const auto resumed = workspace->exam().resume();
        QVERIFY(resumed.ok());
        QVERIFY(resumed->has_value());
        QCOMPARE(raw(**resumed), raw(*id));
        const Attempt *attempt = workspace->exam().running();
        QVERIFY(attempt);
        QCOMPARE(attempt->setup().items, seats);
        QCOMPARE(attempt->at(3).choice, QStringList{choice});
        QVERIFY(attempt->at(3).flagged);
        QCOMPARE(attempt->currentPosition(), 3);
        QCOMPARE(workspace->exam().clock().remainingMs, qint64(20 * 60000 - 90000));
        QVERIFY(workspace->exam().clock().verified);
    }

    void aRebootIsCountedByTheWallClock()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        QVERIFY(workspace->exam().start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20}).ok());
        QVERIFY(workspace->exam().show(0).ok());
        workspace.close();
        workspace.clock.reboot(120000);
        QVERIFY(workspace.open());
        QVERIFY(workspace->exam().resume().ok());
        QCOMPARE(workspace->exam().clock().remainingMs, qint64(18 * 60000));
        QVERIFY(!workspace->exam().clock().verified);
    }

    void timeThatRanOutWhileClosedEndsTheAttempt()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        const auto id = workspace->exam().start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20});
        QVERIFY(id.ok());
        QVERIFY(workspace->exam().show(0).ok());
        QVERIFY(workspace->exam().answer(0, {keyOf(workspace->exam(), 0)}).ok());
        workspace.close();
        workspace.clock.advance(3600000);
        QVERIFY(workspace.open());
        const auto resumed = workspace->exam().resume();
        QVERIFY(resumed.ok());
        QVERIFY(!resumed->has_value());
        QVERIFY(!workspace->exam().running());
        const auto report = workspace->reports().report(*id);
        QVERIFY(report.ok());
        QVERIFY(report->score.timedOut);
        QCOMPARE(report->score.right, 1);
        QCOMPARE(report->score.total, 10);
    }

    void noAnswerAfterZero()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 10, 20}).ok());
        workspace.clock.advance(20 * 60000);
        const Outcome late = exam.answer(0, {keyOf(exam, 0)});
        QVERIFY(!late.ok());
        QCOMPARE(late.error().code, ErrorCode::NotAllowed);
        QVERIFY(exam.timeOut().ok());
        QVERIFY(!exam.running());
    }

    void reportAndReadinessAgreeWithTheAnswers()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QSignalSpy finished(&exam, &ExamDesk::attemptFinished);
        const auto id = exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 60, 120});
        QVERIFY(id.ok());
        QHash<QString, int> rightBySection;
        int right = 0;
        for (int position = 0; position < 60; ++position) {
            QVERIFY(exam.show(position).ok());
            workspace.clock.advance(45000);
            if (position % 10 == 9)
                continue; // stays blank
            const bool correct = position % 3 != 0;
            QVERIFY(exam.answer(position, {correct ? keyOf(exam, position) : wrongOf(exam, position)}).ok());
            if (correct) {
                ++right;
                ++rightBySection[exam.running()->setup().items[position].section];
            }
        }
        QVERIFY(exam.submit().ok());
        QCOMPARE(finished.count(), 1);
        const auto report = workspace->reports().report(*id);
        QVERIFY(report.ok());
        QCOMPARE(report->score.right, right);
        QCOMPARE(report->score.answered, 54);
        QCOMPARE(report->score.usedMs, qint64(60) * 45000);
        for (const SectionScore &section : report->score.sections)
            QCOMPARE(section.right, rightBySection.value(section.section));
        const auto last = workspace->reports().lastResult();
        QVERIFY(last.has_value());
        QCOMPARE(last->right, right);
        QCOMPARE(workspace->reports().history().size(), 1);

        const auto summary = workspace->readiness().summary(QStringLiteral("page-domains"));
        QVERIFY(summary.ok());
        QCOMPARE(summary->answers, 60);
        QCOMPARE(summary->right, right);
    }

    void repeatsDoNotCountAsFirstSeen()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        for (int round = 0; round < 3; ++round) {
            QVERIFY(exam.start({AttemptMode::Timed, QStringLiteral("page-domains"), 60, 120}).ok());
            for (int position = 0; position < 60; ++position)
                QVERIFY(exam.show(position).ok());
            QVERIFY(exam.submit().ok());
            workspace.clock.advance(1000);
        }
        const auto summary = workspace->readiness().summary(QStringLiteral("page-domains"));
        QVERIFY(summary.ok());
        const QHash<QString, int> counts = workspace->guide().itemsPerTopic();
        const int items = std::accumulate(counts.cbegin(), counts.cend(), 0);
        QVERIFY2(summary->answers <= items, "an item was counted twice as first seen");
        QVERIFY(summary->answers > 60);
    }
};

LECTERN_TEST_CLASS(ExamDeskTest)
#include "examdesk_test.moc"
