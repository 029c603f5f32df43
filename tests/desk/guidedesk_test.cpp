// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidedesk.h"

#include "historydesk.h"
#include "projectdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QSignalSpy>

using namespace lectern;

class GuideDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreKeptAndUndone()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        GuideDesk &guide = workspace->guide();
        const Collection *known = guide.certification().collection(QStringLiteral("readiness-checklist"));
        QVERIFY(known);
        QCOMPARE(GuideDesk::entryCount(*known), 15);
        // A copy: the certification goes with the workspace when it is opened again.
        const QString list = known->id;
        const QString entry = known->groups.constFirst().entries.constFirst().id;
        QSignalSpy changed(&guide, &GuideDesk::changed);
        const Outcome ticked = guide.setChecked(list, entry, true);
        QVERIFY2(ticked.ok(), ticked.ok() ? "" : qPrintable(ticked.error().detail));
        QVERIFY(guide.setNote(list, entry, QStringLiteral("tuned the nightly join")).ok());
        QCOMPARE(changed.count(), 2);
        QCOMPARE(guide.checkedCount(list), 1);
        QCOMPARE(guide.check(list, entry).checkedUtcMs, workspace.clock.now.utcMs);

        QVERIFY(workspace.reopen());
        QVERIFY(workspace->guide().check(list, entry).checked());
        QCOMPARE(workspace->guide().check(list, entry).note, QStringLiteral("tuned the nightly join"));
        QVERIFY(workspace->history().undo().ok());
        QVERIFY(workspace->guide().check(list, entry).note.isEmpty());
        QVERIFY(workspace->guide().check(list, entry).checked());
        QVERIFY(workspace->history().undo().ok());
        QVERIFY(!workspace->guide().check(list, entry).checked());
    }

    void whatBecomesDoneWasProvenToday()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        GuideDesk &guide = workspace->guide();
        const QString list = QStringLiteral("readiness-checklist");
        const QString entry = guide.certification().collection(list)->groups.constFirst().entries.constFirst().id;
        const auto set = [&](CheckState state) { return guide.setState(list, entry, state).ok(); };
        const auto date = [&] { return guide.check(list, entry).date; };
        const QDate first(2026, 11, 23);
        QVERIFY(set(CheckState::Done));
        QCOMPARE(date(), first);
        // The learner knows better, for as long as it stays done.
        QVERIFY(guide.setDate(list, entry, first.addDays(-70)).ok());
        workspace.clock.advance(86400000);
        QVERIFY(set(CheckState::Done));
        QVERIFY(guide.setNote(list, entry, QStringLiteral("again")).ok());
        QCOMPARE(date(), first.addDays(-70));
        for (const CheckState between : {CheckState::Open, CheckState::InProgress}) {
            QVERIFY(set(between));
            QVERIFY(set(CheckState::Done));
            QCOMPARE(date(), first.addDays(1));
            QVERIFY(guide.setDate(list, entry, first.addDays(-70)).ok());
        }
        // No day is that of the tick.
        QVERIFY(guide.setDate(list, entry, QDate()).ok());
        QCOMPARE(date(), first.addDays(1));
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(date(), first.addDays(-70));
        // Days that cannot be are refused by their field.
        for (const QDate bad : {first.addDays(2), QDate(1999, 12, 31)}) {
            const Outcome refused = guide.setDate(list, entry, bad);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::BadInput);
            QCOMPARE(refused.error().where, QStringLiteral("date"));
        }
        QCOMPARE(date(), first.addDays(-70));
        QVERIFY(workspace.reopen());
        QCOMPARE(workspace->guide().check(list, entry).date, first.addDays(-70));
    }

    void theDayIsTheLearnersEverywhere_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QTime>("utc");
        QTest::addColumn<int>("daysOff");            // of the local day from the one in Greenwich, 23 November 2026
        const QByteArray east("Pacific/Kiritimati"); // 14 hours before Greenwich
        const QByteArray west("Pacific/Pago_Pago");  // 11 hours behind it
        QTest::newRow("east, before midnight") << east << QTime(9, 59, 59) << 0;
        QTest::newRow("east, after midnight") << east << QTime(10, 0) << 1;
        QTest::newRow("west, before midnight") << west << QTime(10, 59, 59) << -1;
        QTest::newRow("west, after midnight") << west << QTime(11, 0) << 0;
    }

    void theDayIsTheLearnersEverywhere()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QTime, utc);
        QFETCH(int, daysOff);
        test::TestWorkspace workspace;
        workspace.zone = zone;
        workspace.clock.now.utcMs = QDateTime(QDate(2026, 11, 23), utc, Qt::UTC).toMSecsSinceEpoch();
        QVERIFY(workspace.open());
        const QString list = QStringLiteral("readiness-checklist");
        Entry skill;
        skill.id = workspace->guide().certification().collection(list)->groups.constFirst().entries.constFirst().id;
        skill.skill = true;
        const QDate day = QDate(2026, 11, 23).addDays(daysOff);
        QCOMPARE(workspace->guide().today(), day);
        QVERIFY(workspace->guide().setChecked(list, skill.id, true).ok());
        QCOMPARE(workspace->guide().check(list, skill.id).date, day);
        const auto stale = [&] {
            GuideDesk &guide = workspace->guide();
            return isStale(guide.check(list, skill.id), skill, guide.today());
        };
        // It goes stale at the learner's midnight, not at Greenwich's.
        const qint64 midnight =
            QDateTime(day.addDays(staleAfterDays), QTime(0, 0), QTimeZone(zone)).toMSecsSinceEpoch();
        workspace.clock.now.utcMs = midnight - 1;
        QVERIFY(!stale());
        workspace.clock.now.utcMs = midnight;
        QVERIFY(stale());
        // Nor does a journey move it.
        workspace.zone = daysOff > 0 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
        QVERIFY(workspace.reopen());
        QCOMPARE(workspace->guide().check(list, skill.id).date, day);
    }

    void aProofHasItsStateDayAndEvidence()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        GuideDesk &guide = workspace->guide();
        const Collection *known = guide.certification().collection(QStringLiteral("technical-mastery"));
        QVERIFY(known);
        const QString list = known->id;
        const Entry skill = known->groups.constFirst().entries.constFirst();
        const QDate today = guide.today();
        QVERIFY(guide.setState(list, skill.id, CheckState::InProgress).ok());
        QCOMPARE(guide.check(list, skill.id).checkedUtcMs, 0);
        QCOMPARE(guide.checkedCount(list), 0);
        QVERIFY(guide.setState(list, skill.id, CheckState::Done).ok());
        QCOMPARE(guide.check(list, skill.id).checkedUtcMs, workspace.clock.now.utcMs);
        QVERIFY(!isStale(guide.check(list, skill.id), skill, today));
        QVERIFY(guide.setDate(list, skill.id, today.addDays(-staleAfterDays)).ok());
        QVERIFY(isStale(guide.check(list, skill.id), skill, today));
        QVERIFY(guide.setEvidence(list, skill.id, QStringLiteral("https://example.org/run")).ok());

        QCOMPARE(guide.setDate(list, skill.id, today.addDays(1)).error().code, ErrorCode::BadInput);
        QVERIFY(guide.setDate(list, skill.id, today).ok());
        QCOMPARE(guide.setDate(list, QStringLiteral("x"), today).error().code, ErrorCode::NotFound);
        QCOMPARE(guide.setState(list, QStringLiteral("x"), CheckState::Done).error().code, ErrorCode::NotFound);
        QCOMPARE(guide.setEvidence(list, QStringLiteral("x"), list).error().code, ErrorCode::NotFound);

        QVERIFY(workspace.reopen());
        const CheckRecord kept = workspace->guide().check(list, skill.id);
        QCOMPARE(kept.state, CheckState::Done);
        QCOMPARE(kept.date, today);
        QCOMPARE(kept.evidence, QStringLiteral("https://example.org/run"));
        // In order: the day, the evidence, the day before it, the tick, the beginning.
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(workspace->guide().check(list, skill.id).date, today.addDays(-staleAfterDays));
        QVERIFY(workspace->history().undo().ok());
        QVERIFY(workspace->guide().check(list, skill.id).evidence.isEmpty());
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(workspace->guide().check(list, skill.id).date, today);
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(workspace->guide().check(list, skill.id).state, CheckState::InProgress);
        QVERIFY(workspace->history().undo().ok());
        QCOMPARE(workspace->guide().check(list, skill.id).state, CheckState::Open);
    }

    void whatThePackDoesNotHaveCannotBeTicked()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        const Outcome outcome =
            workspace->guide().setChecked(QStringLiteral("nowhere"), QStringLiteral("nothing"), true);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY(workspace->history().undoLabel().isEmpty());
    }

    void aTopicKnowsTheObjectivesItsQuestionsAsk()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        const QHash<QString, QList<Objective>> objectives = workspace->guide().objectivesPerTopic();
        QVERIFY(objectives.size() > 20);
        QStringList known;
        for (const Blueprint &blueprint : workspace->guide().certification().blueprints) {
            for (const Section &section : blueprint.sections) {
                for (const Objective &objective : section.objectives)
                    known.append(objective.id);
            }
        }
        for (auto it = objectives.cbegin(); it != objectives.cend(); ++it) {
            QVERIFY2(workspace->guide().certification().topic(it.key()), qPrintable(it.key()));
            qsizetype before = -1;
            for (const Objective &objective : it.value()) {
                QVERIFY2(known.indexOf(objective.id) > before, "in the outline's order, each once");
                before = known.indexOf(objective.id);
                QVERIFY(!objective.title.isEmpty());
            }
        }
    }

    void searchFindsEveryKind()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        GuideDesk &guide = workspace->guide();
        const auto finds = [&guide](const QString &text, GuideDesk::Hit::Kind kind, const QString &id) {
            for (const GuideDesk::Hit &hit : guide.search(text)) {
                if (hit.kind == kind && hit.id == id)
                    return true;
            }
            return false;
        };
        QVERIFY(finds(QStringLiteral("catalyst planning"), GuideDesk::Hit::Kind::Topic, QStringLiteral("d1.1")));
        QVERIFY(finds(QStringLiteral("S5.2"), GuideDesk::Hit::Kind::Objective, QStringLiteral("S5.2")));
        QVERIFY(guide.search(QStringLiteral("   ")).isEmpty());
        QVERIFY(guide.search(QStringLiteral("a"), 7).size() <= 7);
        QVERIFY(guide.search(QStringLiteral("\"'; DROP TABLE item; --")).isEmpty());
    }

    void requirementsKeepStateNoteAndEvidence()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ProjectDesk &desk = workspace->projects();
        QCOMPARE(desk.projects().size(), 3);
        const Project project = desk.projects().constFirst();
        QCOMPARE(project.requirements.size(), 4);
        const QString requirement = project.requirements.constFirst().id;
        QVERIFY(desk.setState(project.id, requirement, RequirementState::Done).ok());
        QVERIFY(desk.setNote(project.id, requirement, QStringLiteral("three runs")).ok());
        QVERIFY(desk.setEvidence(project.id, requirement, QStringLiteral("https://example.org/run")).ok());
        QCOMPARE(desk.doneCount(project.id), 1);
        QVERIFY(workspace.reopen());
        const RequirementRecord record = workspace->projects().requirement(project.id, requirement);
        QCOMPARE(record.state, RequirementState::Done);
        QCOMPARE(record.note, QStringLiteral("three runs"));
        QCOMPARE(record.evidence, QStringLiteral("https://example.org/run"));
        QVERIFY(workspace->history().undo().ok());
        QVERIFY(workspace->projects().requirement(project.id, requirement).evidence.isEmpty());
        QCOMPARE(workspace->projects().setState(project.id, QStringLiteral("x"), RequirementState::Done).error().code,
            ErrorCode::NotFound);
    }
};

LECTERN_TEST_CLASS(GuideDeskTest)
#include "guidedesk_test.moc"
