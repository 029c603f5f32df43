// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"

#include "generatedbank.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace lectern;

namespace
{

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;
const QString domains = QStringLiteral("page-domains");

/// A folder of packs with the generated one in it, made once for all tests here.
const QString &generatedPacks()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString packs = folder.filePath(QStringLiteral("packs"));
        const QString pack = packs + QStringLiteral("/databricks-de-professional");
        return QDir().mkpath(packs) && test::writeGeneratedPack(pack) ? packs : QString();
    }();
    return path;
}

QString keyAt(const ExamDesk &exam, int position)
{
    const Result<Item> item = exam.item(position);
    return item ? item->keyIds().constFirst() : QString();
}

QString wrongAt(const ExamDesk &exam, int position)
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

/// Shows and answers everything, with the key or beside it.
bool answerAll(ExamDesk &exam, bool right)
{
    for (int position = 0; position < exam.running()->size(); ++position) {
        if (!exam.show(position))
            return false;
        const Result<Item> item = exam.item(position);
        if (!item || !exam.answer(position, right ? item->keyIds() : QStringList{wrongAt(exam, position)}))
            return false;
    }
    return true;
}

QSet<QString> itemsOf(const Attempt &attempt)
{
    QSet<QString> items;
    for (const FormItem &seat : attempt.setup().items)
        items.insert(seat.item);
    return items;
}

} // namespace

class ExamModesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!generatedPacks().isEmpty()); }

    void withoutAReserveThereIsNoRehearsal()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Rehearsal);
        QCOMPARE(exam.sealedQuestions(), 0);
        QCOMPARE(exam.sealedFormsLeft(setup), 0);
        QVERIFY(!exam.preview(setup).possible);
        const auto started = exam.start(setup);
        QVERIFY(!started.ok());
        QCOMPARE(started.error().code, ErrorCode::NotEnoughItems);
        QVERIFY(!exam.running());
    }

    void aRehearsalBreaksTheSealOfItsFormOnly()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Rehearsal);
        QCOMPARE(exam.sealedFormsLeft(setup), 2);
        QVERIFY(exam.start(setup).ok());
        const Attempt *attempt = exam.running();
        QCOMPARE(attempt->size(), 60);
        QVERIFY(!attempt->setup().rules.pausable);
        QVERIFY(std::all_of(attempt->setup().items.cbegin(), attempt->setup().items.cend(),
            [](const FormItem &seat) { return seat.reserve == QStringLiteral("R1"); }));
        const QSet<QString> form = itemsOf(*attempt);
        QVERIFY(!exam.pause().ok());
        QVERIFY(!exam.reveal(0).ok());
        QVERIFY(answerAll(exam, true));
        QVERIFY(exam.submit().ok());
        QCOMPARE(exam.sealedFormsLeft(setup), 1);
        QVERIFY(workspace->reports().history().constFirst().sealed);

        // From now on other modes may ask them, and nothing that is sealed still.
        QSet<QString> asked;
        for (int round = 0; round < 8; ++round) {
            ExamDesk::Setup drill = exam.defaultSetup(AttemptMode::Drill);
            drill.questions = 60;
            QVERIFY(exam.start(drill).ok());
            for (const FormItem &seat : exam.running()->setup().items)
                QVERIFY2(seat.reserve.isEmpty() || form.contains(seat.item), qPrintable(seat.item));
            asked += itemsOf(*exam.running());
            QVERIFY(answerAll(exam, true));
            QVERIFY(exam.submit().ok());
        }
        QVERIFY(asked.intersects(form));
        QCOMPARE(exam.sealedFormsLeft(setup), 1);
    }

    void anAbandonedRehearsalSpendsWhatWasSeen()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Rehearsal);
        QVERIFY(exam.start(setup).ok());
        QSet<QString> seen;
        for (int position = 0; position < 7; ++position) {
            QVERIFY(exam.show(position).ok());
            QVERIFY(exam.answer(position, {keyAt(exam, position)}).ok());
            seen.insert(exam.running()->setup().items.at(position).item);
        }
        const QSet<QString> form = itemsOf(*exam.running());
        QVERIFY(exam.abandon().ok());
        QVERIFY(!exam.running());
        const auto past = workspace->reports().history();
        QCOMPARE(past.size(), 1);
        QVERIFY(past.constFirst().abandoned);
        QVERIFY(!workspace->reports().lastResult());

        ExamDesk::Setup again = exam.defaultSetup(AttemptMode::Rehearsal);
        QVERIFY(exam.sealedFormsLeft(again) >= 1);
        QVERIFY(exam.start(again).ok());
        QVERIFY(!itemsOf(*exam.running()).intersects(seen));
        QVERIFY(exam.abandon().ok());

        ExamDesk::Setup drill = exam.defaultSetup(AttemptMode::Drill);
        drill.criteria.items = QStringList(form.cbegin(), form.cend());
        QCOMPARE(exam.matching(drill), 7);
    }

    void unscoredQuestionsAreHiddenAndCountForNothing()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Rehearsal);
        setup.unscored = 10;
        const auto id = exam.start(setup);
        QVERIFY(id.ok());
        QCOMPARE(exam.running()->size(), 70);
        QVERIFY(answerAll(exam, true));
        QVERIFY(exam.submit().ok());
        const auto report = workspace->reports().report(*id);
        QVERIFY(report.ok());
        QCOMPARE(report->score.total, 60);
        QCOMPARE(report->score.right, 60);
        QCOMPARE(report->score.unscored, 10);
        QVERIFY(report->attempt.isMock());
    }

    void extraTimeIsPartOfTheBudgetAndNamed()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Rehearsal);
        setup.rules.timePercent = 125;
        setup.rules.breaks = 1;
        setup.rules.breaksStopClock = true;
        QVERIFY(exam.rememberRules(setup).ok());
        const ExamDesk::Setup kept = exam.defaultSetup(AttemptMode::Rehearsal);
        QCOMPARE(kept.rules, setup.rules);
        QCOMPARE(kept.budgetMinutes(), 150);
        const auto id = exam.start(kept);
        QVERIFY(id.ok());
        QCOMPARE(exam.clock().remainingMs, 150 * minute);
        QVERIFY(exam.show(0).ok());
        QVERIFY(exam.beginBreak().ok());
        workspace.clock.advance(20 * minute);
        QVERIFY(exam.endBreak().ok());
        QCOMPARE(exam.clock().remainingMs, 150 * minute);
        QVERIFY(!exam.show(0).ok());
        QVERIFY(exam.show(1).ok());
        QVERIFY(!exam.beginBreak().ok());
        QVERIFY(exam.submit().ok());
        QCOMPARE(workspace->reports().history().constFirst().timePercent, 125);
    }

    void aDiagnosticGoesOnAnotherDay()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        {
            ExamDesk &exam = workspace->exam();
            const ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Diagnostic);
            QCOMPARE(setup.questions, 20);
            QVERIFY(exam.start(setup).ok());
            QVERIFY(exam.show(0).ok());
            QVERIFY(exam.answer(0, {keyAt(exam, 0)}).ok());
            QVERIFY(!exam.park().ok()); // not paused yet
            QVERIFY(exam.pause().ok());
            QSignalSpy parked(&exam, &ExamDesk::attemptParked);
            QVERIFY(exam.park().ok());
            QCOMPARE(parked.size(), 1);
        }
        workspace.clock.reboot(day);
        QVERIFY(workspace.reopen());
        ExamDesk &exam = workspace->exam();
        const auto resumed = exam.resume();
        QVERIFY(resumed.ok());
        QVERIFY(!*resumed);
        QCOMPARE(exam.parked().size(), 1);
        QCOMPARE(exam.parked().constFirst().answered, 1);

        // Something else may be sat meanwhile, and nothing else takes it up then.
        QVERIFY(exam.start({AttemptMode::Timed, domains, 5, 10}).ok());
        const AttemptId id = exam.parked().constFirst().id;
        QVERIFY(!exam.takeUp(id).ok());
        QVERIFY(exam.submit().ok());
        QVERIFY(exam.takeUp(id).ok());
        QVERIFY(exam.running()->paused());
        QVERIFY(exam.proceed().ok());
        QCOMPARE(exam.clock().usedMs, 0);
        QVERIFY(answerAll(exam, true));
        QVERIFY(exam.submit().ok());
        QVERIFY(exam.parked().isEmpty());
        QCOMPARE(workspace->reports().report(id)->score.right, 20);
    }

    void aParkedAttemptCanBeGivenUp()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        const auto id = exam.start(exam.defaultSetup(AttemptMode::Diagnostic));
        QVERIFY(id.ok() && exam.pause().ok() && exam.park().ok());
        QVERIFY(exam.abandonParked(*id).ok());
        QVERIFY(exam.parked().isEmpty());
        QVERIFY(!exam.abandonParked(*id).ok());
        QVERIFY(workspace->reports().history().constFirst().abandoned);
    }

    void crashAndSleepCountAsSet_data()
    {
        QTest::addColumn<bool>("counts");
        QTest::newRow("they count") << true;
        QTest::newRow("they do not") << false;
    }
    void crashAndSleepCountAsSet()
    {
        QFETCH(bool, counts);
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        {
            ExamDesk &exam = workspace->exam();
            ExamDesk::Setup setup = exam.defaultSetup(AttemptMode::Timed);
            setup.rules.crashCounts = counts;
            setup.rules.sleepCounts = counts;
            QVERIFY(exam.start(setup).ok());
            QVERIFY(exam.show(0).ok());
            // Ten minutes of reading with a sign of life each second, then half a minute of sleep.
            for (int i = 0; i < 600; ++i) {
                workspace.clock.advance(second);
                QVERIFY(exam.beat().ok());
            }
            workspace.clock.advance(30 * second);
            workspace.clock.now.sleptMs += 30 * second;
            QVERIFY(exam.show(1).ok());
            workspace.clock.advance(5 * second);
            QVERIFY(exam.beat().ok());
        }
        workspace.clock.advance(20 * minute); // the program is away, the machine is not
        QVERIFY(workspace.reopen());
        ExamDesk &exam = workspace->exam();
        const auto resumed = exam.resume();
        QVERIFY(resumed.ok() && *resumed);
        const qint64 used = exam.clock().usedMs;
        const qint64 expected = 600 * second + 5 * second + (counts ? 30 * second + 20 * minute : 0);
        QVERIFY2(qAbs(used - expected) <= second, qPrintable(QString::number(used - expected)));
    }

    void whatIsMissedComesBackUntilItSticks()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, domains, 5, 60}).ok());
        const QString missed = exam.running()->setup().items.constFirst().item;
        for (int position = 0; position < 5; ++position) {
            QVERIFY(exam.show(position).ok());
            QVERIFY(exam.answer(position, {position == 0 ? wrongAt(exam, 0) : keyAt(exam, position)}).ok());
        }
        QVERIFY(exam.submit().ok());
        QCOMPARE(exam.dueCount(), 0);
        DrillCriteria due;
        due.due = true;
        for (const int wait : {1, 3, 7, 16}) {
            workspace.clock.advance((wait - 1) * day);
            exam.forgetBank();
            QCOMPARE(exam.dueCount(), 0);
            workspace.clock.advance(day);
            QCOMPARE(exam.dueCount(), 1);
            QVERIFY(exam.startDrill(due).ok());
            QCOMPARE(exam.running()->size(), 1);
            const FormItem seat = exam.running()->setup().items.constFirst();
            QVERIFY(seat.item == missed || seat.standsFor == missed);
            QVERIFY(seat.reserve.isEmpty());
            QVERIFY(answerAll(exam, true));
            QVERIFY(exam.submit().ok());
        }
        workspace.clock.advance(60 * day);
        exam.forgetBank();
        QCOMPARE(exam.dueCount(), 0);
    }

    void aQueuedSiblingIsDueTheNextDay()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        QVERIFY(exam.start({AttemptMode::Timed, domains, 5, 60}).ok());
        const QString item = exam.running()->setup().items.constFirst().item;
        QVERIFY(answerAll(exam, true));
        QVERIFY(exam.submit().ok());
        Miss miss = workspace->reports().missOf(item);
        miss.error = ErrorType::Slip;
        miss.siblingQueued = true;
        QVERIFY(workspace->reports().setMiss(miss).ok());
        QCOMPARE(exam.dueCount(), 0);
        workspace.clock.advance(day);
        QCOMPARE(exam.dueCount(), 1);
    }

    void aDrillAsksWhatItCounted()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup drill = exam.defaultSetup(AttemptMode::Drill);
        drill.questions = 60;
        drill.criteria.missed = true;
        QCOMPARE(exam.matching(drill), 0);
        const auto none = exam.start(drill);
        QVERIFY(!none.ok());
        QCOMPARE(none.error().code, ErrorCode::NotEnoughItems);

        QVERIFY(exam.start({AttemptMode::Timed, domains, 20, 60}).ok());
        const QSet<QString> form = itemsOf(*exam.running());
        QVERIFY(answerAll(exam, false));
        QVERIFY(exam.submit().ok());
        QCOMPARE(exam.matching(drill), 20);
        QVERIFY(exam.start(drill).ok());
        QCOMPARE(itemsOf(*exam.running()), form);
        QVERIFY(exam.abandon().ok());
        drill.criteria.notInLast = 1;
        QCOMPARE(exam.matching(drill), 0); // the abandoned drill showed nothing: the form before it is the last
        QVERIFY(exam.start({AttemptMode::Timed, domains, 5, 60}).ok());
        QVERIFY(answerAll(exam, true));
        QVERIFY(exam.submit().ok());
        QCOMPARE(exam.matching(drill), 20);
        drill.criteria.notInLast = 2;
        QCOMPARE(exam.matching(drill), 0);
    }

    void studyRevealsAndTakesSeveralChoices()
    {
        test::TestWorkspace workspace(generatedPacks());
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup study = exam.defaultSetup(AttemptMode::Study);
        study.questions = 60;
        study.criteria.unseen = true;
        int several = 0;
        // One in twenty-five is of that type: now and then a form has none, hundreds of questions do not.
        for (int form = 0; form < 5 && several == 0; ++form) {
            QVERIFY(exam.start(study).ok());
            QVERIFY(!exam.clock().limited);
            for (int position = 0; position < exam.running()->size(); ++position) {
                QVERIFY(exam.show(position).ok());
                const Result<Item> item = exam.item(position);
                QVERIFY(item.ok());
                if (item->type == ItemType::Multiple) {
                    ++several;
                    QStringList all;
                    for (const Option &option : item->options)
                        all.append(option.id);
                    QVERIFY(!exam.answer(position, all).ok());
                }
                QVERIFY(exam.answer(position, item->keyIds()).ok());
                QVERIFY(exam.reveal(position).ok());
                QVERIFY(!exam.answer(position, {}).ok());
            }
            QVERIFY(exam.submit().ok());
            const ReportDesk::Past past = workspace->reports().history().constFirst();
            QCOMPARE(past.right, past.total);
        }
        QVERIFY(several > 0);
    }

    void refusedSetUps_data()
    {
        QTest::addColumn<AttemptMode>("mode");
        QTest::addColumn<int>("questions");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("unscored");
        QTest::addColumn<int>("percent");
        QTest::newRow("a form of four") << AttemptMode::Timed << 4 << 10 << 0 << 100;
        QTest::newRow("sixty-one") << AttemptMode::Timed << 61 << 10 << 0 << 100;
        QTest::newRow("no time against the clock") << AttemptMode::Timed << 10 << 0 << 0 << 100;
        QTest::newRow("too much time") << AttemptMode::Timed << 10 << 601 << 0 << 100;
        QTest::newRow("unscored in practice") << AttemptMode::Timed << 10 << 10 << 1 << 100;
        QTest::newRow("eleven unscored") << AttemptMode::Rehearsal << 60 << 120 << 11 << 100;
        QTest::newRow("less than the time") << AttemptMode::Timed << 10 << 10 << 0 << 99;
        QTest::newRow("an empty drill") << AttemptMode::Drill << 0 << 0 << 0 << 100;
    }
    void refusedSetUps()
    {
        QFETCH(AttemptMode, mode);
        QFETCH(int, questions);
        QFETCH(int, minutes);
        QFETCH(int, unscored);
        QFETCH(int, percent);
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        ExamDesk &exam = workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup(mode);
        setup.questions = questions;
        setup.minutes = minutes;
        setup.unscored = unscored;
        setup.rules.timePercent = percent;
        const auto started = exam.start(setup);
        QVERIFY(!started.ok());
        QCOMPARE(started.error().code, ErrorCode::BadInput);
        QVERIFY(!exam.running());
    }
};

LECTERN_TEST_CLASS(ExamModesTest)
#include "exammodes_test.moc"
