// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"
#include "examdesk.h"
#include "generatedbank.h"
#include "plandesk.h"
#include "readinessdesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QDir>
#include <QSignalSpy>

#include <algorithm>

using namespace lectern;

namespace
{

const QString domains = QStringLiteral("page-domains");
constexpr qint64 minuteMs = 60000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

/// Sits a form to its end; of so many questions in ten the right answer is given.
Result<AttemptId> sit(test::TestWorkspace &workspace, const ExamDesk::Setup &setup, int rightOfTen)
{
    ExamDesk &exam = workspace->exam();
    auto begun = exam.start(setup);
    if (!begun)
        return begun;
    for (int position = 0; position < exam.running()->size(); ++position) {
        workspace.clock.advance(minuteMs);
        const FormItem seat = exam.running()->setup().items.at(position);
        const QStringList keys = exam.item(position)->keyIds();
        const auto wrong = std::find_if(seat.optionOrder.cbegin(), seat.optionOrder.cend(),
            [&](const QString &option) { return !keys.contains(option); });
        const Outcome shown = exam.show(position);
        const Outcome answered = exam.answer(position, position % 10 < rightOfTen ? keys : QStringList{*wrong});
        if (!shown.ok() || !answered.ok())
            return shown.ok() ? answered.error() : shown.error();
    }
    if (const Outcome ended = exam.submit(); !ended)
        return ended.error();
    return begun;
}

int unmet(const ReadinessReport &report)
{
    return int(std::count_if(report.gaps.begin(), report.gaps.end(), [](const OddsGap &gap) { return !gap.met(); }));
}

} // namespace

class ReadinessDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString pack = m_folder.filePath(QStringLiteral("packs/databricks-de-professional"));
        QVERIFY(QDir().mkpath(pack) && test::writeGeneratedPack(pack));
    }

    void anUnknownBlueprintIsNotFound()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        const QString unknown = QStringLiteral("nothing-like-it");
        QCOMPARE(workspace->readiness().report(unknown).error().code, ErrorCode::NotFound);
        QCOMPARE(workspace->readiness().predictions(unknown).error().code, ErrorCode::NotFound);
        QCOMPARE(workspace->readiness().expectedScore(unknown, 60).error().code, ErrorCode::NotFound);
        QCOMPARE(workspace->readiness().replayed(unknown).error().code, ErrorCode::NotFound);
    }

    void theTablesSayWhatTheReportSays()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ReadinessDesk &readiness = workspace->readiness();
        QCOMPARE(readiness.exportTables(QStringLiteral("nothing-like-it")).error().code, ErrorCode::NotFound);
        ExamDesk::Setup setup = workspace->exam().defaultSetup(AttemptMode::Timed);
        setup.blueprint = domains;
        QVERIFY(sit(workspace, setup, 5).ok());
        workspace.clock.advance(3 * dayMs);
        setup = workspace->exam().defaultSetup(AttemptMode::Rehearsal);
        setup.blueprint = domains;
        QVERIFY(readiness.recordShown(domains, 60).ok());
        QVERIFY(sit(workspace, setup, 7).ok());

        const ReadinessReport report = *readiness.report(domains);
        const RehearsalCheck sat = readiness.rehearsals(domains)->constFirst();
        QList<QStringList> rows;
        const QList<QByteArray> lines = readiness.exportTables(domains)->split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                rows.append(QString::fromUtf8(line.trimmed()).split(u','));
        }
        const auto of = [&rows](const QString &kind) {
            QList<QStringList> found;
            std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found),
                [&kind](const QStringList &row) { return row.constFirst() == kind; });
            return found;
        };
        const QStringList header = rows.constFirst();
        const qsizetype answers = header.indexOf(QStringLiteral("first_seen_answers"));
        const qsizetype right = header.indexOf(QStringLiteral("right"));
        const qsizetype questions = header.indexOf(QStringLiteral("questions"));
        const qsizetype inside = header.indexOf(QStringLiteral("inside_interval_shown_before"));
        QVERIFY(answers > 0 && right > 0 && questions > 0 && inside > 0);

        const QList<QStringList> sections = of(QStringLiteral("section"));
        QCOMPARE(sections.size(), report.sections.size());
        for (qsizetype at = 0; at < sections.size(); ++at) {
            QVERIFY(report.sections.at(at).answers > 0);
            QCOMPARE(sections.at(at).at(answers).toInt(), report.sections.at(at).answers);
            QCOMPARE(sections.at(at).at(right).toInt(), report.sections.at(at).right);
        }
        QCOMPARE(of(QStringLiteral("topic")).size(), report.topics.size());
        QCOMPARE(of(QStringLiteral("day")).size(), report.trend.size());
        const QList<QStringList> rehearsals = of(QStringLiteral("rehearsal"));
        QCOMPARE(rehearsals.size(), 1);
        QCOMPARE(rehearsals.constFirst().at(right).toInt(), sat.right);
        QCOMPARE(rehearsals.constFirst().at(questions).toInt(), 60);
        QCOMPARE(rehearsals.constFirst().at(inside), sat.inside() ? QStringLiteral("yes") : QStringLiteral("no"));
    }

    void rehearsalsAreHeldAgainstWhatWasSaidBeforeThem()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ReadinessDesk &readiness = workspace->readiness();
        QVERIFY(!*readiness.expectedScore(domains, 60));
        QVERIFY(readiness.recordShown(domains, 60).ok());
        QVERIFY(!readiness.report(domains)->odds);
        QCOMPARE(unmet(*readiness.report(domains)), 7);

        ExamDesk::Setup setup = workspace->exam().defaultSetup(AttemptMode::Rehearsal);
        setup.blueprint = domains;
        const QSignalSpy changed(&readiness, &ReadinessDesk::changed);
        QVERIFY(sit(workspace, setup, 7).ok());
        QVERIFY(!changed.isEmpty());
        const ReadinessReport first = *readiness.report(domains);
        QCOMPARE(first.answers, 60);
        QCOMPARE(first.sealedAnswers, 60);
        QVERIFY(!first.odds);

        workspace.clock.advance(3 * dayMs);
        const auto expected = *readiness.expectedScore(domains, 60);
        QVERIFY(expected);
        QVERIFY(readiness.recordShown(domains, 60).ok());
        QVERIFY(sit(workspace, setup, 7).ok());
        const ReadinessReport second = *readiness.report(domains);
        QCOMPARE(second.sealedAnswers, 120);
        QCOMPARE(unmet(second), 0);
        QVERIFY(second.odds && *second.odds >= 0.05 && *second.odds <= 0.95);

        // What is shown after it is not what was said before.
        workspace.clock.advance(minuteMs);
        QVERIFY(readiness.recordShown(domains, 60).ok());
        for (int time = 0; time < 2; ++time) {
            const auto checks = workspace->readiness().rehearsals(domains);
            QVERIFY(checks.ok());
            QCOMPARE(checks->size(), 2);
            QVERIFY(!checks->at(0).before && !checks->at(0).inside());
            QVERIFY(checks->at(1).before);
            QCOMPARE(checks->at(1).before->mean, expected->mean);
            QCOMPARE(checks->at(1).right, 42);
            QCOMPARE(checks->at(1).total, 60);
            QCOMPARE(checks->at(1).inside(), expected->low <= 0.7 && 0.7 <= expected->high);
            QVERIFY(workspace.reopen());
        }
    }

    void aHalfRehearsalIsHeldAgainstAHalfOne()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ExamDesk::Setup setup = workspace->exam().defaultSetup(AttemptMode::Timed);
        setup.blueprint = domains;
        QVERIFY(sit(workspace, setup, 6).ok());
        workspace.clock.advance(dayMs);
        QVERIFY(workspace->readiness().recordShown(domains, 60).ok());
        setup = workspace->exam().defaultSetup(AttemptMode::Rehearsal);
        setup.blueprint = domains;
        setup.questions = 30;
        setup.minutes = 60;
        QVERIFY(sit(workspace, setup, 6).ok());
        QVERIFY(!workspace->readiness().rehearsals(domains)->constFirst().before);
    }

    void anotherDayIsAnotherReading()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ExamDesk::Setup setup = workspace->exam().defaultSetup(AttemptMode::Timed);
        QVERIFY(sit(workspace, setup, 8).ok());
        ReadinessDesk &readiness = workspace->readiness();
        const ReadinessReport today = *readiness.report(domains);
        // After midnight the study day goes on.
        workspace.clock.advance(7 * 60 * minuteMs);
        QCOMPARE(readiness.report(domains)->day, today.day);
        workspace.clock.advance(40 * dayMs);
        const ReadinessReport later = *readiness.report(domains);
        QCOMPARE(today.day.daysTo(later.day), 40);
        QVERIFY(later.weighted.mean < today.weighted.mean);
    }

    /// A clock that was ahead leaves mocks of days to come: they say nothing until then.
    void aMockOfADayToComeWaits()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        const BankShift assumed = workspace->readiness().report(domains)->shift;
        QCOMPARE(assumed.mocks, 0);
        workspace.clock.now.utcMs += 30 * dayMs;
        const QDate sat = QDate(2026, 12, 23);
        QVERIFY(workspace->evidence().addMock({{}, QStringLiteral("A provider"), sat, 9, 60, false, {}}).ok());
        QCOMPARE(workspace->readiness().report(domains)->shift.mocks, 1);
        workspace.clock.now.utcMs -= 30 * dayMs;
        QCOMPARE(workspace->readiness().report(domains)->shift, assumed);
        QCOMPARE(workspace->evidence().mocks()->size(), 1);
        workspace.clock.now.utcMs += 29 * dayMs;
        QCOMPARE(workspace->readiness().report(domains)->shift, assumed);
        workspace.clock.now.utcMs += dayMs;
        QCOMPARE(workspace->readiness().report(domains)->shift.mocks, 1);
        QVERIFY(workspace->readiness().report(domains)->shift.mean < assumed.mean);
    }

    void aPlanTellsTheDayOfTheExam()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ReadinessDesk &readiness = workspace->readiness();
        PlanDesk &plan = workspace->plan();
        ExamDesk::Setup setup = workspace->exam().defaultSetup(AttemptMode::Timed);
        QVERIFY(sit(workspace, setup, 6).ok());
        QVERIFY(!readiness.report(domains)->atExam);
        Appointment appointment = plan.appointment();
        appointment.date = plan.today().addDays(60);
        appointment.time = QTime(9, 0);
        QVERIFY(plan.setAppointment(appointment).ok());
        QVERIFY(!readiness.report(domains)->atExam); // without a plan there is no pace
        QVERIFY(plan.makePlan(plan.defaultInputs()).ok());
        const ReadinessReport report = *readiness.report(domains);
        QVERIFY(report.atExam);
        QVERIFY(report.atExam->mean > report.weighted.mean);
        QVERIFY(report.atExam->high - report.atExam->low > report.weighted.high - report.weighted.low);
        QVERIFY(!report.examOdds);
    }

    void whatWasPractisedIsNoEvidenceASecondTime()
    {
        test::TestWorkspace workspace(packs());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup drill = exam.defaultSetup(AttemptMode::Drill);
        drill.questions = 20;
        drill.criteria.topics = {QStringLiteral("d1.1")};
        QVERIFY(sit(workspace, drill, 10).ok());
        const ReadinessReport once = *workspace->readiness().report(domains);
        const int asked = once.answers + once.aided;
        QVERIFY(asked > 0 && once.repeats == 0);
        workspace.clock.advance(2 * dayMs);
        QVERIFY(sit(workspace, drill, 10).ok());
        const ReadinessReport twice = *workspace->readiness().report(domains);
        QVERIFY(twice.repeats > 0);
    }

private:
    QString packs() const { return m_folder.filePath(QStringLiteral("packs")); }

    QTemporaryDir m_folder;
};

LECTERN_TEST_CLASS(ReadinessDeskTest)
#include "readinessdesk_test.moc"
