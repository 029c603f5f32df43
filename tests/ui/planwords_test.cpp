// SPDX-License-Identifier: GPL-3.0-or-later
#include "planwords.h"

#include "monthdata.h"
#include "planbench.h"

#include <QLocale>

#include "runall.h"

using namespace lectern;
using namespace lectern::test;

namespace
{
const QDate monday(2026, 11, 23); ///< the bench's today
}

/// What the calendar says, before anything is painted.
class PlanWordsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanBench> m_bench;

    PlanDesk &desk() { return m_bench->workspace->plan(); }
    const Certification &certification() { return desk().certification(); }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<PlanBench>();
        QVERIFY(m_bench->workspace.open());
    }
    void cleanup() { m_bench.reset(); }

    void countsHours_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << QStringLiteral("0 h");
        QTest::newRow("whole") << 180 << QStringLiteral("3 h");
        QTest::newRow("half") << 210 << QStringLiteral("3.5 h");
        QTest::newRow("rounded") << 84 << QStringLiteral("1.4 h");
        QTest::newRow("just below a hundred") << 99 * 60 + 30 << QStringLiteral("99.5 h");
        QTest::newRow("many") << 112 * 60 + 20 << QStringLiteral("112 h");
    }
    void countsHours()
    {
        QFETCH(int, minutes);
        QFETCH(QString, text);
        QCOMPARE(hoursText(minutes), text);
    }

    void tellsTimeWithoutSeconds()
    {
        QCOMPARE(clockText(18 * 60 + 5), QStringLiteral("18:05"));
        QCOMPARE(clockText(24 * 60), QStringLiteral("00:00"));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString german = clockText(18 * 60 + 5);
        const QString germanHours = hoursText(210);
        QLocale::setDefault(before);
        QCOMPARE(german, QStringLiteral("18:05"));
        QCOMPARE(germanHours, QStringLiteral("3,5 h"));
    }

    void namesTheYearOnlyWhereItDiffers()
    {
        QCOMPARE(dayText(QDate(2026, 11, 19), monday), QStringLiteral("Thursday 19 November"));
        QCOMPARE(dayText(QDate(2027, 1, 9), monday), QStringLiteral("Saturday 9 January 2027"));
        QCOMPARE(monthText(QDate(2026, 11, 1)), QStringLiteral("November 2026"));
    }

    void speaksABlock()
    {
        Block block;
        block.date = monday;
        block.minutes = 90;
        block.kind = BlockKind::Lab;
        block.topic = QStringLiteral("d3.2");
        const QString title = certification().topic(block.topic)->shortTitle;
        QCOMPARE(spoken(certification(), block, monday), QStringLiteral("90 minutes, lab, %1, to do").arg(title));
        QCOMPARE(spoken(certification(), block, monday.addDays(1)),
            QStringLiteral("90 minutes, lab, %1, missed").arg(title));
        // What was planned anew is no longer held against anybody, nor is a buffer that nobody needed.
        Block past = block;
        past.settled = true;
        QCOMPARE(stateText(past, monday.addDays(1)), QStringLiteral("missed, settled"));
        past.kind = BlockKind::Buffer;
        QCOMPARE(stateText(past, monday.addDays(1)), QStringLiteral("unused"));
        QCOMPARE(stateText(past, monday), QStringLiteral("to do"));
        block.state = BlockState::Done;
        QCOMPARE(
            spoken(certification(), block, monday.addDays(1)), QStringLiteral("90 minutes, lab, %1, done").arg(title));
    }

    void findsDomainOfABlock()
    {
        Block block;
        block.topic = QStringLiteral("d3.2");
        BlockWords words = wordsOf(certification(), block);
        QCOMPARE(words.code, QStringLiteral("D3"));
        QCOMPARE(words.domain, 2);
        QVERIFY(words.title.size() <= 18);
        block.topic.clear();
        block.kind = BlockKind::Rehearsal;
        words = wordsOf(certification(), block);
        QCOMPARE(words.code, QStringLiteral("Mix"));
        QCOMPARE(words.domain, -1);
        block.topic = QStringLiteral("gone");
        QCOMPARE(wordsOf(certification(), block).domain, -1);
    }

    void everyKindHasWordsOfItsOwn()
    {
        QStringList kinds;
        QStringList titles;
        for (const BlockKind kind : {BlockKind::Read, BlockKind::Lab, BlockKind::Questions, BlockKind::Rehearsal,
                 BlockKind::Project, BlockKind::Review, BlockKind::Buffer}) {
            Block block;
            block.kind = kind;
            kinds.append(kindName(kind));
            titles.append(wordsOf(certification(), block).fullTitle);
        }
        QVERIFY(!kinds.contains(QString()));
        QVERIFY(!titles.contains(QString()));
        QCOMPARE(kinds.removeDuplicates(), 0);
        QCOMPARE(titles.removeDuplicates(), 0);
    }

    void saysWhatABlockIsFor_data()
    {
        QTest::addColumn<BlockAim>("aim");
        QTest::addColumn<BlockKind>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("begins");
        QTest::newRow("diagnostic") << BlockAim::Diagnostic << BlockKind::Questions << QStringLiteral("Diagnostic")
                                    << QStringLiteral("Diagnostic: ");
        QTest::newRow("timed") << BlockAim::Timed << BlockKind::Questions << QStringLiteral("Timed practice")
                               << QStringLiteral("Timed practice ");
        QTest::newRow("lookback") << BlockAim::Lookback << BlockKind::Review << QStringLiteral("Review rehearsal")
                                  << QStringLiteral("Review of the rehearsal");
        QTest::newRow("guide") << BlockAim::GuideCheck << BlockKind::Read << QStringLiteral("Exam guide check")
                               << QStringLiteral("Check whether the exam guide");
        QTest::newRow("missed") << BlockAim::Missed << BlockKind::Review << QStringLiteral("Review missed")
                                << QStringLiteral("Review what you missed");
    }
    void saysWhatABlockIsFor()
    {
        QFETCH(BlockAim, aim);
        QFETCH(BlockKind, kind);
        QFETCH(QString, title);
        QFETCH(QString, begins);
        Block block;
        block.aim = aim;
        block.kind = kind;
        const BlockWords words = wordsOf(certification(), block);
        QCOMPARE(words.title, title);
        QVERIFY2(words.fullTitle.startsWith(begins), qPrintable(words.fullTitle));
        QCOMPARE(words.kind, kindName(kind));
    }

    void namesReturnsAndMilestones()
    {
        Block block;
        block.kind = BlockKind::Questions;
        block.topic = QStringLiteral("d3.2");
        block.aim = BlockAim::Return;
        const QString topic = certification().topic(block.topic)->title;
        QCOMPARE(wordsOf(certification(), block).fullTitle, QStringLiteral("Return: %1").arg(topic));
        QCOMPARE(wordsOf(certification(), block).kind, QStringLiteral("Return"));

        const Project &project = certification().projects.constFirst();
        block = Block();
        block.kind = BlockKind::Project;
        block.project = project.id;
        QCOMPARE(wordsOf(certification(), block).fullTitle, QStringLiteral("Capstone: %1").arg(project.title));
        block.requirement = project.requirements.constFirst().id;
        QCOMPARE(wordsOf(certification(), block).title, QStringLiteral("Project %1").arg(project.number));
        QVERIFY(wordsOf(certification(), block).fullTitle.endsWith(project.requirements.constFirst().title));
    }

    void namesStretches()
    {
        QCOMPARE(spanText(monday, monday.addDays(6)), QStringLiteral("23–29 November 2026"));
        QCOMPARE(spanText(monday.addDays(7), monday.addDays(13)), QStringLiteral("30 November – 6 December 2026"));
        QCOMPARE(spanText(QDate(2026, 12, 28), QDate(2027, 1, 3)), QStringLiteral("28 December 2026 – 3 January 2027"));
    }

    void everyRefusalSaysWhy()
    {
        QStringList said;
        for (const EditRefusal refusal : {EditRefusal::Finished, EditRefusal::Begun, EditRefusal::Settled,
                 EditRefusal::PastDay, EditRefusal::ExamDay, EditRefusal::FixedLength, EditRefusal::NoRoom})
            said.append(refusalText(refusal));
        QVERIFY(!said.contains(QString()));
        QCOMPARE(said.removeDuplicates(), 0);
    }

    void showsWholeWeeksOfAMonth()
    {
        const MonthData data = monthData(desk(), QDate(2026, 11, 19));
        QCOMPARE(data.month, QDate(2026, 11, 1));
        QCOMPARE(data.firstDay(), QDate(2026, 10, 26));
        QCOMPARE(data.lastDay(), QDate(2026, 12, 6));
        QCOMPARE(data.weeks.size(), 6);
        QVERIFY(!data.day(QDate(2026, 10, 31))->inMonth);
        QVERIFY(data.day(QDate(2026, 11, 1))->inMonth);
        QVERIFY(!data.day(QDate(2026, 10, 25)));
        QVERIFY(!data.day(QDate(2026, 12, 7)));
        QVERIFY(!data.day(QDate()));
        // February 2027 begins on a Monday and ends on a Sunday: no row of strangers.
        const MonthData february = monthData(desk(), QDate(2027, 2, 10));
        QCOMPARE(february.weeks.size(), 4);
        QCOMPARE(february.lastDay(), QDate(2027, 2, 28));
    }

    void saysNothingOfAPlanThatIsNotThere()
    {
        const MonthData data = monthData(desk(), monday);
        for (const MonthData::Week &week : data.weeks) {
            QCOMPARE(week.number, 0);
            QVERIFY(week.stage.isEmpty());
            for (const MonthData::Day &day : week.days)
                QVERIFY(day.entries.isEmpty() && !day.off && !day.exam);
        }
    }

    void placesBlocksDaysOffAndTheExam()
    {
        QVERIFY(m_bench->makePlan());
        const Block missed = desk().blocks(QDate(2026, 11, 20), QDate(2026, 11, 20)).constFirst();
        const Block done = desk().blocks(QDate(2026, 11, 19), QDate(2026, 11, 19)).constFirst();
        QVERIFY(desk().setDone(done.id, true).ok());
        const MonthData data = monthData(desk(), monday);
        QList<Block> shown;
        for (const MonthData::Week &week : data.weeks) {
            for (const MonthData::Day &day : week.days) {
                int minutes = 0;
                for (const MonthData::Entry &entry : day.entries) {
                    QCOMPARE(entry.block.date, day.date);
                    shown.append(entry.block);
                    minutes += entry.block.minutes;
                }
                QCOMPARE(day.minutes(), minutes);
            }
        }
        QCOMPARE(shown, desk().blocks(data.firstDay(), data.lastDay()));
        QVERIFY(data.day(missed.date)->entries.constFirst().missed);
        QVERIFY(!data.day(done.date)->entries.constFirst().missed);
        QVERIFY(data.day(QDate(2026, 11, 25))->off);
        QVERIFY(!data.day(monday)->off);
        QVERIFY(!data.day(monday)->exam);

        const MonthData january = monthData(desk(), QDate(2027, 1, 1));
        QVERIFY(january.day(QDate(2027, 1, 9))->exam);
        QVERIFY(!january.day(QDate(2027, 1, 9))->off);
        QVERIFY(!january.day(QDate(2027, 1, 13))->off); // a Wednesday after the exam is nobody's day off
        QCOMPARE(january.examTime, QTime(10, 0));
    }

    void numbersWeeksAndNamesTheirStage()
    {
        QVERIFY(m_bench->makePlan());
        const MonthData data = monthData(desk(), monday);
        for (int row = 0; row < data.weeks.size(); ++row)
            QCOMPARE(data.weeks[row].number, row + 1);
        const Stage &first = certification().path.constFirst();
        QCOMPARE(data.weeks[0].stage, first.shortTitle);
        QCOMPARE(data.weeks[0].code, QStringLiteral("D1"));
        QCOMPARE(data.weeks[0].domain, 0);
        const MonthData january = monthData(desk(), QDate(2027, 1, 1));
        QCOMPARE(january.weeks[0].stage, certification().path.constLast().shortTitle);
        QVERIFY(january.weeks[0].code.isEmpty());
        QCOMPARE(january.weeks[0].domain, -1);
        QCOMPARE(january.weeks.constLast().number, 0);
    }
};

LECTERN_TEST_CLASS(PlanWordsTest)
#include "planwords_test.moc"
