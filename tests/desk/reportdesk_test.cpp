// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportdesk.h"

#include "examdesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "plandesk.h"
#include "readinessdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

namespace
{

const QString domains = QStringLiteral("page-domains");
const QString outline = QStringLiteral("DEP-2026-10");

/// A workspace in which twenty questions were sat: the first `wrong` of them answered beside the key, the others right.
struct Sat {
    test::TestWorkspace workspace;
    AttemptId id{};

    bool sit(int wrong, bool sure = false)
    {
        if (!workspace.open())
            return false;
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Timed);
        setup.blueprint = domains;
        setup.questions = 20;
        setup.rules.certainty = true;
        const auto started = exam.start(setup);
        if (!started)
            return false;
        id = *started;
        for (int position = 0; position < 20; ++position) {
            const Result<Item> item = exam.item(position);
            if (!item || !exam.show(position))
                return false;
            QString choice = item->keyIds().constFirst();
            for (const Option &option : item->options) {
                if (position < wrong && !option.key)
                    choice = option.id;
            }
            workspace.clock.advance(60'000);
            if (!exam.answer(position, {choice}) || (sure && !exam.rate(position, Certainty::Sure)))
                return false;
        }
        return exam.submit().ok();
    }
    ReportDesk &desk() { return workspace->reports(); }
    FormItem seat(int position) { return desk().report(id)->attempt.setup().items.at(position); }
    Dispute dispute(int position)
    {
        Dispute dispute = desk().disputeOf(seat(position));
        dispute.kind = DisputeKind::WrongKey;
        dispute.reason = QStringLiteral("The page says otherwise.");
        return dispute;
    }
};

} // namespace

class ReportDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyAndReportAgree()
    {
        Sat sat;
        QVERIFY(sat.sit(3));
        const auto past = sat.desk().history();
        QCOMPARE(past.size(), 1);
        const auto report = sat.desk().report(sat.id);
        QVERIFY(report.ok());
        QCOMPARE(past.constFirst().right, 17);
        QCOMPARE(past.constFirst().total, 20);
        QCOMPARE(report->score.right, 17);
        QCOMPARE(past.constFirst().usedMs, report->score.usedMs);
        const auto last = sat.desk().lastResult();
        QVERIFY(last);
        QCOMPARE(last->right, 17);
        QCOMPARE(last->usedMs, report->score.usedMs);
        QCOMPARE(sat.desk().report(AttemptId{99}).error().code, ErrorCode::NotFound);
    }

    void aDisputeLeavesScoresUntilItIsWithdrawn()
    {
        Sat sat;
        QVERIFY(sat.sit(3));
        const int before = sat.workspace->readiness().summary(domains)->answers;
        QSignalSpy changed(&sat.desk(), &ReportDesk::changed);
        QVERIFY(sat.desk().fileDispute(sat.dispute(0)).ok());
        QCOMPARE(changed.size(), 1);
        const QString item = sat.seat(0).item;
        QVERIFY(sat.desk().disputed(item));
        auto report = sat.desk().report(sat.id);
        QCOMPARE(report->score.total, 19);
        QCOMPARE(report->score.right, 17);
        QCOMPARE(report->score.excluded, 1);
        QVERIFY(report->before);
        QCOMPARE(report->before->total, 20);
        QVERIFY(report->disputes.contains(item));
        QCOMPARE(sat.desk().history().constFirst().total, 19);
        QCOMPARE(sat.workspace->readiness().summary(domains)->answers, before - 1);

        ReportDesk::View view;
        view.countDisputed = true;
        QCOMPARE(sat.desk().report(sat.id, view)->score.total, 20);

        // It survives a restart, and can be undone like everything else that was said.
        QVERIFY(sat.workspace.reopen());
        QVERIFY(sat.desk().disputed(item));
        QCOMPARE(sat.desk().disputeOf(sat.seat(0)).reason, QStringLiteral("The page says otherwise."));
        QVERIFY(sat.workspace->history().undo().ok());
        QVERIFY(!sat.desk().disputed(item));
        QVERIFY(sat.workspace->history().redo().ok());
        QVERIFY(sat.desk().withdrawDispute(item).ok());
        report = sat.desk().report(sat.id);
        QCOMPARE(report->score.total, 20);
        QVERIFY(!report->before);
        QCOMPARE(sat.workspace->readiness().summary(domains)->answers, before);
    }

    void aDisputeWithAFlawIsNotFiled()
    {
        Sat sat;
        QVERIFY(sat.sit(1));
        Dispute dispute = sat.dispute(0);
        dispute.reason.clear();
        const Outcome filed = sat.desk().fileDispute(dispute);
        QVERIFY(!filed.ok());
        QCOMPARE(filed.error().code, ErrorCode::BadInput);
        QVERIFY(!sat.desk().disputed(dispute.item));
        QVERIFY(!sat.desk().withdrawDispute(dispute.item).ok());
    }

    void projectedOnAnotherBlueprint()
    {
        Sat sat;
        QVERIFY(sat.sit(5));
        ReportDesk::View view;
        view.blueprint = outline;
        const auto projected = sat.desk().report(sat.id, view);
        QVERIFY(projected.ok());
        QVERIFY(projected->projected);
        QCOMPARE(projected->blueprint.id, outline);
        int counted = 0;
        for (const SectionScore &section : projected->score.sections)
            counted += section.total;
        QCOMPARE(counted, projected->score.total);
        QCOMPARE(projected->score.total + projected->score.excluded, 20);
        const auto share = weightedShare(projected->score, projected->blueprint);
        QVERIFY(share && *share > 0 && *share <= 1);
        const auto again = sat.desk().report(sat.id, view);
        QCOMPARE(again->score.right, projected->score.right);
        QCOMPARE(weightedShare(again->score, again->blueprint), share);
        view.blueprint = QStringLiteral("no-such");
        QCOMPARE(sat.desk().report(sat.id, view).error().code, ErrorCode::NotFound);
    }

    void nextActionsLeadSomewhere()
    {
        Sat sat;
        QVERIFY(sat.sit(6, true));
        const auto report = sat.desk().report(sat.id);
        const auto actions = sat.desk().nextActions(*report);
        QCOMPARE(actions.size(), 3);
        QCOMPARE(actions.constFirst().reason, ReportDesk::Action::Reason::ConfidentWrong);
        QCOMPARE(actions.constFirst().questions, 6);
        ExamDesk &exam = sat.workspace->exam();
        QVERIFY(exam.startDrill(actions.constFirst().criteria, actions.constFirst().questions).ok());
        for (const FormItem &item : exam.running()->setup().items)
            QVERIFY(actions.constFirst().criteria.items.contains(item.item));
        QVERIFY(exam.abandon().ok());
        for (const ReportDesk::Action &action : actions) {
            if (action.kind == ReportDesk::Action::Kind::Drill)
                continue;
            QVERIFY(sat.workspace->guide().certification().topic(action.topic));
            QVERIFY(action.minutes > 0);
        }
    }

    void allRightNeedsNothing()
    {
        Sat sat;
        QVERIFY(sat.sit(0));
        QVERIFY(sat.desk().nextActions(*sat.desk().report(sat.id)).isEmpty());
        QVERIFY(sat.desk().errorBook()->isEmpty());
    }

    void errorBookKeepsWhatWentWrongAndOwnRules()
    {
        Sat sat;
        QVERIFY(sat.sit(2));
        const auto book = sat.desk().errorBook();
        QVERIFY(book.ok());
        QCOMPARE(book->size(), 2);
        for (const ReportDesk::ErrorBookEntry &entry : *book) {
            QCOMPARE(entry.missed, 1);
            QVERIFY(!entry.miss.error);
            QCOMPARE(entry.optionOrder.size(), 4);
            QVERIFY(!entry.lastChoice.isEmpty());
        }
        // A rule stays in the book even where the question went right.
        Miss miss = sat.desk().missOf(sat.seat(10).item);
        miss.error = ErrorType::Misread;
        miss.rule = QStringLiteral("  Read the last line\nfirst. ");
        QVERIFY(sat.desk().setMiss(miss).ok());
        QCOMPARE(sat.desk().missOf(miss.item).rule, QStringLiteral("Read the last line first."));
        QCOMPARE(sat.desk().missOf(miss.item).error, std::optional(ErrorType::Misread));
        QCOMPARE(sat.desk().errorBook()->size(), 3);
        QVERIFY(sat.workspace->history().undo().ok());
        QVERIFY(sat.desk().missOf(miss.item).rule.isEmpty());
        QCOMPARE(sat.desk().errorBook()->size(), 2);
    }

    void aHostIsAskedForOnce()
    {
        Sat sat;
        QVERIFY(sat.workspace.open());
        const QString host = QStringLiteral("docs.databricks.com");
        QVERIFY(!sat.desk().hostAllowed(host));
        QVERIFY(sat.desk().allowHost(host).ok());
        QVERIFY(sat.desk().hostAllowed(host));
        QVERIFY(!sat.desk().hostAllowed(QStringLiteral("databricks.com")));
        QVERIFY(!sat.desk().allowHost(QStringLiteral("a b")).ok());
        QVERIFY(!sat.desk().allowHost({}).ok());
        QVERIFY(sat.workspace.reopen());
        QVERIFY(sat.desk().hostAllowed(host));
    }

    void aBlockGoesWhereThereIsRoom()
    {
        Sat sat;
        QVERIFY(sat.workspace.open());
        PlanDesk &plan = sat.workspace->plan();
        QCOMPARE(plan.placeFor(90).date, plan.today().addDays(1));
        QVERIFY(!plan.addBlock(BlockKind::Read, QStringLiteral("d1.1"), 5).ok());
        QVERIFY(plan.addBlock(BlockKind::Read, QStringLiteral("d1.1"), 90).ok());
        QCOMPARE(plan.allBlocks().size(), 1);
        QVERIFY(sat.workspace->history().undo().ok());
        QVERIFY(plan.allBlocks().isEmpty());

        PlanInputs inputs = plan.defaultInputs();
        inputs.minutesPerWeekday = {0, 0, 60, 0, 0, 240, 0};
        QVERIFY(plan.makePlan(inputs).ok());
        const Block place = plan.placeFor(90);
        QVERIFY(inputs.capacity(place.date) > 0);
        QVERIFY(place.date > plan.today());
        for (const Block &block : plan.blocks(place.date, place.date))
            QVERIFY(block.startMinute + block.minutes <= place.startMinute);
        const qsizetype before = plan.allBlocks().size();
        QVERIFY(plan.addBlock(BlockKind::Questions, QStringLiteral("d2.1"), 90).ok());
        QCOMPARE(plan.allBlocks().size(), before + 1);
    }
};

LECTERN_TEST_CLASS(ReportDeskTest)
#include "reportdesk_test.moc"
