// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "questionview.h"
#include "runall.h"
#include "seatlog.h"

#include <QSignalSpy>

using namespace lectern;
using namespace lectern::test;

/// A disk that is full, or a file that cannot be written, while an attempt is sat.
class ExamSeatDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheDiskRefuses();
    void keepsEveryKindOfAct();
    void lastOfAKindWinsAndOrderIsKept();
    void pauseWaitsForTheDisk();
    void whatTheRulesRefuseHoldsNothingUp();
};

void ExamSeatDiskTest::keepsWhatTheDiskRefuses()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    {
        const WritesRefused refused;
        bench.key(Qt::Key_B);
        QVERIFY(bench.desk().running()->at(0).choice.isEmpty());
        QVERIFY(bench.option(1)->isChecked()); // the choice stays in sight
        QCOMPARE(bench.saved(), QStringLiteral("Not saved yet"));
        QVERIFY(bench.messages.text().startsWith(QStringLiteral("Not saved yet, kept in memory")));
        QVERIFY(bench.status().contains(QStringLiteral("kept in memory")));
        QCOMPARE(bench.cell(0)->marks().mark, Mark::Answered);
        QTest::mouseClick(bench.cell(1), Qt::LeftButton);
        QTest::mouseClick(bench.cell(0), Qt::LeftButton);
        QVERIFY(bench.option(1)->isChecked());
    }
    bench.key(Qt::Key_F); // the next act stores what was kept
    QCOMPARE(bench.desk().running()->at(0).choice, QStringList{bench.optionId(0, 1)});
    QVERIFY(bench.desk().running()->at(0).flagged);
    QCOMPARE(bench.saved(), QStringLiteral("Saved"));
    QVERIFY(bench.desk().running()->at(1).seen);
    QVERIFY(bench.messages.text().contains(QStringLiteral("Everything is saved")));
}

void ExamSeatDiskTest::keepsEveryKindOfAct()
{
    ExamBench bench;
    QVERIFY(bench.open());
    ExamDesk::Setup setup = bench.setup(AttemptMode::Drill);
    setup.rules.certainty = true;
    QVERIFY(bench.sit(setup));
    auto *question = bench.page->findChild<QuestionView *>();
    auto *log = bench.page->findChild<SeatLog *>();
    const QString struck = bench.optionId(0, 2);
    const Highlight mark{Highlight::Part::Stem, 2, 9};
    {
        const WritesRefused refused;
        bench.key(Qt::Key_B);
        bench.key(Qt::Key_F);
        bench.key(Qt::Key_G); // a guess
        Q_EMIT question->struckChanged({struck});
        Q_EMIT question->highlightToggled(mark);
        Q_EMIT question->noteChanged(0, QStringLiteral("Think of the offsets."));
        QCOMPARE(bench.saved(), QStringLiteral("Not saved yet"));
        QCOMPARE(log->unsavedCount(), 1);
        const PositionState kept = log->state(0);
        QVERIFY(kept.flagged);
        QCOMPARE(kept.certainty, Certainty::Guess);
        QCOMPARE(kept.struck, QStringList{struck});
        QCOMPARE(kept.highlights, QList<Highlight>{mark});
        QCOMPARE(kept.note, QStringLiteral("Think of the offsets."));
        QCOMPARE(
            bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, flagged, rated a guess, current"));
        const PositionState stored = bench.desk().running()->at(0);
        QVERIFY(!stored.flagged && stored.struck.isEmpty() && stored.highlights.isEmpty() && stored.note.isEmpty());
    }
    QVERIFY(log->retry().ok());
    const PositionState &stored = bench.desk().running()->at(0);
    QVERIFY(stored.flagged);
    QCOMPARE(stored.certainty, Certainty::Guess);
    QCOMPARE(stored.struck, QStringList{struck});
    QCOMPARE(stored.highlights, QList<Highlight>{mark});
    QCOMPARE(stored.note, QStringLiteral("Think of the offsets."));
    QCOMPARE(log->unsavedCount(), 0);
    QVERIFY(bench.restart());
    QCOMPARE(bench.desk().running()->at(0).note, QStringLiteral("Think of the offsets."));
}

void ExamSeatDiskTest::lastOfAKindWinsAndOrderIsKept()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.sit(AttemptMode::Study));
    auto *log = bench.page->findChild<SeatLog *>();
    const auto events = bench.desk().running()->events().size();
    const QString first = bench.optionId(0, 0);
    const QString second = bench.optionId(0, 1);
    {
        const WritesRefused refused;
        log->answer(0, {first});
        log->setFlag(0, true);
        log->answer(0, {second});
        log->setFlag(0, false);
        log->reveal(0);
        log->show(1);
        log->show(1);
        log->show(2);
        log->show(1);
    }
    QVERIFY(log->retry().ok());
    const QList<AttemptEvent> kept = bench.desk().running()->events().mid(events);
    QList<EventKind> kinds;
    for (const AttemptEvent &event : kept)
        kinds << event.kind;
    QCOMPARE(kinds, (QList<EventKind>{EventKind::Answered, EventKind::Unflagged, EventKind::Revealed, EventKind::Shown,
                        EventKind::Shown, EventKind::Shown}));
    QCOMPARE(kept.constFirst().choice, QStringList{second});
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
}

void ExamSeatDiskTest::pauseWaitsForTheDisk()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    {
        const WritesRefused refused;
        bench.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(!bench.curtained());
        QVERIFY(!bench.desk().running()->paused());
        QVERIFY(bench.messages.text().contains(QStringLiteral("could not be stopped")));
    }
    bench.key(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(bench.curtained());
    {
        const WritesRefused refused;
        bench.press("goOn");
        QVERIFY(bench.curtained());
    }
    bench.press("goOn");
    QVERIFY(!bench.curtained());
}

void ExamSeatDiskTest::whatTheRulesRefuseHoldsNothingUp()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    auto *log = bench.page->findChild<SeatLog *>();
    QSignalSpy refused(log, &SeatLog::refused);
    log->rate(0, Certainty::Sure); // timed practice without ratings
    QCOMPARE(refused.size(), 1);
    QVERIFY(log->saved());
    QVERIFY(!bench.messages.text().isEmpty());
    bench.key(Qt::Key_C);
    QCOMPARE(bench.desk().running()->at(0).choice, QStringList{bench.optionId(0, 2)});
}

LECTERN_TEST_CLASS(ExamSeatDiskTest)

#include "examseatdisk_test.moc"
