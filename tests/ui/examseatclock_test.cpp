// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockface.h"
#include "countdown.h"
#include "exambench.h"
#include "examwords.h"
#include "runall.h"
#include "seatnotice.h"
#include "seatstrip.h"
#include "seatwords.h"

#include <QSignalSpy>

using namespace lectern;
using namespace lectern::test;

namespace
{

/// What the strip's notice said: a label whose name changes while it is in sight, which screen readers speak.
class Hearing
{
public:
    explicit Hearing(const ExamBench &bench)
    {
        auto *notice = bench.page->findChild<SeatNotice *>();
        QObject::connect(notice, &SeatNotice::shown, &m_context, [this, notice] {
            if (notice->isVisible() && notice->accessibleName().isEmpty())
                words << notice->text();
        });
    }

    QStringList words;

private:
    QObject m_context;
};

void leaveMinutes(ExamBench &bench, int minutes)
{
    bench.pass(bench.desk().clock().remainingMs - minutes * 60000);
}

} // namespace

class ExamSeatClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsOnceEach();
    void noWarningAgainAfterARestart();
    void theMostUrgentWarningIsGivenOnReturn_data();
    void theMostUrgentWarningIsGivenOnReturn();
    void aWarningGivenOnReturnIsNotGivenAgain();
    void noWarningFellDueWhereTheTimeStoodStill();
    void tellsTimeWhenAsked();
    void nothingMovesWhenTheClockTicks();
    void clockCanBeHidden();
    void hiddenClockComesBack();
    void untimedAttemptsShowTimeUsed();
    void paceIsToldAgainstAnEvenOne();
    void extraTimeIsPartOfTheBudget();
};

void ExamSeatClockTest::warnsOnceEach()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    const Hearing hearing(bench);
    for (const int left : {31, 30, 29, 16, 15, 14, 6, 5, 4, 2, 1}) {
        leaveMinutes(bench, left);
        bench.tick();
        const bool warned = QList<int>{30, 15, 5, 1}.contains(left);
        auto *notice = bench.find<TextLabel>("notice");
        QCOMPARE(notice->isVisible(), warned);
        if (warned) {
            // Seen above the question without being in anybody's place, and gone again.
            QCOMPARE(notice->text(), spokenTimeLeft(left * 60000));
            QVERIFY(notice->width() >= notice->sizeHint().width());
            QVERIFY(bench.page->findChild<SeatStrip *>()->rect().contains(notice->geometry()));
            bench.page->findChild<SeatStrip *>()->endNotice();
            QVERIFY(!notice->isVisible());
        }
    }
    QCOMPARE(hearing.words, (QStringList{spokenTimeLeft(30 * 60000), spokenTimeLeft(15 * 60000),
                                spokenTimeLeft(5 * 60000), spokenTimeLeft(60000)}));
    QVERIFY(!bench.status().contains(QStringLiteral("left"))); // said in one place
}

void ExamSeatClockTest::noWarningAgainAfterARestart()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    leaveMinutes(bench, 31);
    leaveMinutes(bench, 30);
    QVERIFY(!bench.notice().isEmpty());
    QVERIFY(bench.restart());
    const Hearing hearing(bench);
    bench.pass(1000);
    bench.pass(60000);
    QVERIFY(hearing.words.isEmpty());
    leaveMinutes(bench, 15);
    QCOMPARE(hearing.words, QStringList{spokenTimeLeft(15 * 60000)});
}

void ExamSeatClockTest::theMostUrgentWarningIsGivenOnReturn_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("warned");
    QTest::newRow("none fell due") << 100 << 31 << false;
    QTest::newRow("one") << 100 << 30 << true;
    QTest::newRow("one of long ago") << 31 << 16 << true;
    QTest::newRow("two") << 60 << 12 << true;
    QTest::newRow("all") << 119 << 1 << true;
    QTest::newRow("between two") << 29 << 16 << false;
    QTest::newRow("after the last but one") << 4 << 2 << false;
}

void ExamSeatClockTest::theMostUrgentWarningIsGivenOnReturn()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(bool, warned);
    for (const bool reboot : {false, true}) {
        ExamBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.start());
        leaveMinutes(bench, before);
        bench.key(Qt::Key_A);
        bench.page->findChild<SeatStrip *>()->endNotice();
        const qint64 away = (before - after) * 60000;
        if (reboot)
            bench.workspace.clock.reboot(away);
        else
            bench.workspace.clock.advance(away);
        QVERIFY(bench.restart());
        QVERIFY(bench.seated());
        QCOMPARE(bench.find<TextLabel>("notice")->isVisible(), warned);
        QCOMPARE(bench.notice(), warned ? spokenTimeLeft(after * 60000) : QString());
        bench.page->findChild<SeatStrip *>()->endNotice();
        const Hearing hearing(bench);
        bench.pass(1000); // one is enough
        QVERIFY(hearing.words.isEmpty());
    }
}

void ExamSeatClockTest::aWarningGivenOnReturnIsNotGivenAgain()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    leaveMinutes(bench, 40);
    bench.key(Qt::Key_A);
    bench.workspace.clock.advance(15 * 60000);
    QVERIFY(bench.restart());
    QVERIFY(!bench.notice().isEmpty());
    // Nothing was done between this restart and the one before; the machine was switched off the second time.
    bench.workspace.clock.advance(60000);
    QVERIFY(bench.restart());
    QVERIFY(bench.notice().isEmpty());
    bench.workspace.clock.reboot(60000);
    QVERIFY(bench.restart());
    QVERIFY(bench.notice().isEmpty());
    bench.workspace.clock.advance(9 * 60000);
    QVERIFY(bench.restart());
    QCOMPARE(bench.notice(), spokenTimeLeft(14 * 60000));
}

void ExamSeatClockTest::noWarningFellDueWhereTheTimeStoodStill()
{
    ExamBench bench;
    QVERIFY(bench.open());
    ExamDesk::Setup setup = bench.setup(AttemptMode::Timed, 60);
    setup.rules.crashCounts = false;
    QVERIFY(bench.sit(setup));
    leaveMinutes(bench, 31);
    bench.key(Qt::Key_A);
    bench.workspace.clock.advance(20 * 60000);
    QVERIFY(bench.restart());
    QCOMPARE(bench.desk().clock().remainingMs, 31 * 60000);
    QVERIFY(bench.notice().isEmpty());
    leaveMinutes(bench, 30);
    QCOMPARE(bench.notice(), spokenTimeLeft(30 * 60000));
    // Taken up after a pause nothing was missed either.
    bench.page->findChild<SeatStrip *>()->endNotice();
    bench.key(Qt::Key_P, Qt::ControlModifier);
    bench.workspace.clock.advance(20 * 60000);
    QVERIFY(bench.restart());
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.desk().takeUp(bench.desk().parked().constFirst().id).ok());
    bench.page->goTo({});
    QVERIFY(bench.curtained());
    QVERIFY(bench.notice().isEmpty());
}

void ExamSeatClockTest::tellsTimeWhenAsked()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    const Hearing hearing(bench);
    bench.pass(60000);
    QVERIFY(hearing.words.isEmpty()); // a screen reader is not told every second
    bench.key(Qt::Key_T);
    bench.key(Qt::Key_T); // the same again is said again
    QCOMPARE(hearing.words, (QStringList{spokenTimeLeft(119 * 60000), spokenTimeLeft(119 * 60000)}));
    bench.key(Qt::Key_R);
    bench.key(Qt::Key_T);
    QCOMPARE(hearing.words.size(), 3);
}

void ExamSeatClockTest::nothingMovesWhenTheClockTicks()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    QTest::qWait(0);
    auto *strip = bench.page->findChild<SeatStrip *>();
    const auto places = [strip] {
        QList<QRect> all;
        for (const QWidget *part : strip->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (part->objectName() != QLatin1String("notice"))
                all << part->geometry();
        }
        return all;
    };
    const QList<QRect> before = places();
    for (const int left : {119, 100, 99, 30, 11, 9, 1}) {
        bench.workspace.clock.advance(bench.desk().clock().remainingMs - left * 60000 - 1234);
        bench.tick();
        QCoreApplication::processEvents();
        QCOMPARE(places(), before);
    }
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), clockText(bench.desk().clock().remainingMs));
}

void ExamSeatClockTest::clockCanBeHidden()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.workspace->settings().set(Setting::ShowClock, false).ok());
    QVERIFY(bench.start(5));
    QVERIFY(!bench.find<ClockFace>("clock")->isVisible());
    QVERIFY(bench.find<TextLabel>("pace")->text().isEmpty());
    bench.press("hideClock");
    QVERIFY(bench.find<ClockFace>("clock")->isVisible());
    QVERIFY(!bench.find<TextLabel>("pace")->text().isEmpty());
    QCOMPARE(bench.workspace->settings().value(Setting::ShowClock).toBool(), true);
}

void ExamSeatClockTest::hiddenClockComesBack()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.press("hideClock");
    leaveMinutes(bench, 15);
    QVERIFY(!bench.find<ClockFace>("clock")->isVisible());
    QVERIFY(!bench.notice().isEmpty()); // hidden, it still warns
    leaveMinutes(bench, 5);
    QVERIFY(bench.find<ClockFace>("clock")->isVisible());
    QCOMPARE(bench.workspace->settings().value(Setting::ShowClock).toBool(), false);
    QVERIFY(bench.restart());
    QVERIFY(bench.find<ClockFace>("clock")->isVisible());
}

void ExamSeatClockTest::untimedAttemptsShowTimeUsed()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.sit(AttemptMode::Study));
    QVERIFY(!bench.desk().running()->timed());
    QSignalSpy ended(bench.page->findChild<Countdown *>(), &Countdown::ended);
    QSignalSpy warned(bench.page->findChild<Countdown *>(), &Countdown::warned);
    bench.pass(61 * 60000 + 1999);
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), QStringLiteral("1:01:01"));
    QVERIFY(bench.find<TextLabel>("pace")->text().isEmpty());
    bench.key(Qt::Key_T);
    QCOMPARE(bench.notice(), QStringLiteral("1 hour 1 minute used"));
    QCOMPARE(spokenTimeUsed(2 * 3600000), QStringLiteral("2 hours used"));
    QCOMPARE(ended.size() + warned.size(), 0);
    QVERIFY(bench.seated());
}

void ExamSeatClockTest::paceIsToldAgainstAnEvenOne()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start()); // 60 questions in 120 minutes
    const auto *pace = bench.find<TextLabel>("pace");
    QCOMPARE(pace->text(), QStringLiteral("At an even pace"));
    for (int i = 0; i < 3; ++i) {
        bench.key(Qt::Key_A);
        bench.key(Qt::Key_Return);
    }
    QCOMPARE(pace->text(), QStringLiteral("3 questions ahead of an even pace"));
    bench.pass(8 * 60000);
    QCOMPARE(pace->text(), QStringLiteral("1 question behind an even pace"));
    // A pause is no time lost.
    bench.key(Qt::Key_P, Qt::ControlModifier);
    bench.pass(40 * 60000);
    bench.key(Qt::Key_Return);
    QCOMPARE(pace->text(), QStringLiteral("1 question behind an even pace"));
}

void ExamSeatClockTest::extraTimeIsPartOfTheBudget()
{
    ExamBench bench;
    QVERIFY(bench.open());
    ExamDesk::Setup setup = bench.setup(AttemptMode::Timed, 60);
    setup.rules.timePercent = 125;
    QVERIFY(bench.sit(setup));
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), QStringLiteral("150:00"));
    QStringList texts;
    for (const QLabel *label : bench.page->findChild<SeatStrip *>()->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("left of 150:00")));
    QVERIFY(!texts.filter(QStringLiteral("extra time 1.25 ×")).isEmpty());
    QVERIFY(texts.contains(QStringLiteral("Timed practice")));
}

LECTERN_TEST_CLASS(ExamSeatClockTest)

#include "examseatclock_test.moc"
