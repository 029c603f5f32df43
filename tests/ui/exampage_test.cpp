// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockface.h"
#include "exambench.h"
#include "examwords.h"
#include "formcard.h"
#include "historylist.h"
#include "runall.h"
#include "seatwords.h"
#include "startbar.h"

#include <QComboBox>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace lectern;
using namespace lectern::test;

namespace
{

/// Without enemies, of which some are left out as well.
QString copyWithout(const QTemporaryDir &to, const QString &leftOut)
{
    static const QRegularExpression enemies(QStringLiteral("(?m)^    enemies: \\[[^]]*\\]\\n"));
    const QString from = QStringLiteral(LECTERN_CONTENT);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (QFileInfo(file).fileName().startsWith(leftOut))
            continue;
        const QString target = to.filePath(QDir(from).relativeFilePath(file));
        QDir().mkpath(QFileInfo(target).path());
        QFile original(file);
        QFile copy(target);
        if (original.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly))
            copy.write(QString::fromUtf8(original.readAll()).remove(enemies).toUtf8());
    }
    return to.path();
}

} // namespace

class ExamPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void setupRedrawsTheCard();
    void setupSaysWhyItCannotStart();
    void setupSaysWhatWasSeenBefore();
    void submitsOnceConfirmed();
    void timeUpFinishes();
    void reopensInTheSeat();
    void lostAnswersAreNamed();
    void submitWaitsForTheDisk();
    void damagedAttemptsAreNotOpened();
};

void ExamPageTest::words()
{
    QCOMPARE(letter(3), QStringLiteral("D"));
    QCOMPARE(clockText(120 * 60000), QStringLiteral("120:00"));
    QCOMPARE(clockText(59001), QStringLiteral("1:00"));
    QCOMPARE(clockText(1), QStringLiteral("0:01"));
    QCOMPARE(clockText(0), QStringLiteral("0:00"));
    QCOMPARE(lasted(130400), QStringLiteral("2:10"));
    QVERIFY(spokenTimeLeft(117 * 60000).contains(QStringLiteral("57")));
    QVERIFY(spokenTimeLeft(40000).startsWith(QStringLiteral("40")));
    SeatMarks marks;
    QCOMPARE(positionName(16, marks), QStringLiteral("Question 17, not seen"));
    marks.mark = Mark::Answered;
    marks.flagged = marks.unsure = marks.unread = marks.frozen = true;
    QCOMPARE(
        positionName(0, marks), QStringLiteral("Question 1, answered, flagged, unsure, not read to its end, locked"));
    QCOMPARE(letters({QStringLiteral("d"), QStringLiteral("b")},
                 {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("d")}),
        QStringLiteral("A, C"));
}

void ExamPageTest::setupRedrawsTheCard()
{
    ExamBench bench;
    QVERIFY(bench.open());
    auto *card = bench.page->findChild<FormCard *>();
    const auto texts = [&] {
        QStringList all;
        for (const QLabel *label : card->findChildren<QLabel *>())
            all << label->text();
        return all;
    };
    const auto closing = [&] {
        QString all;
        for (const QLabel *label : bench.page->findChild<StartBar *>()->findChildren<QLabel *>())
            all += label->text();
        return all;
    };
    QVERIFY(bench.find<QAbstractButton>("start")->isEnabled());
    QCOMPARE(texts().count(QStringLiteral("15")), 2);
    QCOMPARE(texts().count(QStringLiteral("12")), 1);
    QCOMPARE(texts().count(QStringLiteral("9")), 2);
    QVERIFY(closing().contains(QStringLiteral("21:00"))); // 19:00 and 120 minutes
    QVERIFY(closing().contains(QStringLiteral("70 %")));

    auto *time = bench.find<QSpinBox>("time");
    QCOMPARE(time->value(), 120);
    bench.find<QSpinBox>("length")->setValue(20);
    QCOMPARE(time->value(), 40);
    QCOMPARE(texts().count(QStringLiteral("5")), 2);
    QVERIFY(closing().contains(QStringLiteral("19:40")));
    time->setValue(60);
    QVERIFY(closing().contains(QStringLiteral("20:00")));

    auto *blueprint = bench.find<QComboBox>("blueprint");
    QCOMPARE(blueprint->count(), bench.workspace->guide().certification().blueprints.size());
    blueprint->setCurrentIndex(1);
    QCOMPARE(
        card->findChildren<Chip *>().size(), bench.workspace->guide().certification().blueprints.at(1).sections.size());
}

void ExamPageTest::setupSaysWhyItCannotStart()
{
    const QTemporaryDir folder;
    ExamBench bench(copyWithout(folder, QStringLiteral("d5.")));
    QVERIFY(bench.open());
    auto *start = bench.find<QAbstractButton>("start");
    QVERIFY(!start->isEnabled());
    const QString reason = bench.page->findChild<FormCard *>()->reason();
    const Blueprint &blueprint = bench.workspace->guide().certification().blueprints.constFirst();
    QVERIFY2(reason.contains(blueprint.sections.constLast().title), qPrintable(reason));
    QCOMPARE(start->toolTip(), reason);
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.desk().running());
}

void ExamPageTest::setupSaysWhatWasSeenBefore()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(60));
    for (int position = 0; position < 60; ++position)
        QVERIFY(bench.desk().show(position).ok());
    QVERIFY(bench.desk().submit().ok());
    QVERIFY(bench.reporting());
    bench.press("leave");
    bench.find<QSpinBox>("length")->setValue(60);
    QStringList texts;
    for (const QLabel *label : bench.page->findChild<FormCard *>()->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    QVERIFY(!texts.filter(QStringLiteral("unseen")).isEmpty());
    // However long the form's card becomes, what starts the exam stays in view.
    bench.find<QComboBox>("blueprint")->setCurrentIndex(1);
    QCoreApplication::processEvents();
    auto *start = bench.find<QAbstractButton>("start");
    QCOMPARE(start->visibleRegion().boundingRect(), start->rect());
    QCOMPARE(bench.page->findChildren<PastRow *>().size(), 1);
    QTest::mouseClick(bench.page->findChild<PastRow *>(), Qt::LeftButton);
    QVERIFY(bench.reporting());
}

void ExamPageTest::submitsOnceConfirmed()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.key(Qt::Key_A);
    QTest::mouseClick(bench.cell(1), Qt::LeftButton);
    bench.key(Qt::Key_B);
    bench.key(Qt::Key_F);
    bench.key(Qt::Key_R);
    bench.dialogs.agrees = false;
    bench.press("submit");
    QCOMPARE(bench.dialogs.asked, QStringList{QStringLiteral("Submit with 3 blank?")});
    QCOMPARE(bench.dialogs.actions, QStringList{QStringLiteral("Submit exam")});
    QVERIFY(bench.dialogs.details.constFirst().startsWith(QStringLiteral("Still flagged: 1 question.")));
    QVERIFY(bench.desk().running());
    QVERIFY(bench.seated());

    QSignalSpy immersive(bench.page.get(), &Page::immersive);
    bench.dialogs.agrees = true;
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.reporting());
    QCOMPARE(immersive.size(), 1);
    QCOMPARE(immersive.constFirst().constFirst().toBool(), false);
    QCOMPARE(bench.reports().history().size(), 1);
}

void ExamPageTest::timeUpFinishes()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.key(Qt::Key_A);
    bench.workspace.clock.advance(120 * 60000 - 1);
    bench.tick();
    QVERIFY(bench.seated());
    bench.workspace.clock.advance(1);
    bench.tick();
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.reporting());
    QVERIFY(bench.find<TextLabel>("caveat")->text().contains(QStringLiteral("Time ran out")));
    QVERIFY(bench.messages.text().contains(QStringLiteral("Time is up")));
    const auto report = bench.reports().report(bench.reports().history().constFirst().id);
    QVERIFY(report->score.timedOut);
    QCOMPARE(report->score.answered, 1);
}

void ExamPageTest::reopensInTheSeat()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start());
    bench.makeRoom();
    bench.key(Qt::Key_B);
    bench.key(Qt::Key_F);
    QTest::mouseClick(bench.cell(11), Qt::LeftButton);
    const QString chosen = bench.optionId(0, 1);
    bench.workspace.clock.advance(10 * 60000);
    QVERIFY(bench.restart());
    QVERIFY(bench.seated());
    QVERIFY(bench.cell(11)->current());
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, flagged"));
    QCOMPARE(bench.desk().running()->at(0).choice, QStringList{chosen});
    QCOMPARE(bench.page->findChild<ClockFace *>()->text(), QStringLiteral("110:00"));
    bench.page->goTo(QStringLiteral("setup")); // there is no way round the seat
    QVERIFY(bench.seated());
}

void ExamPageTest::lostAnswersAreNamed()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    {
        const WritesRefused refused;
        bench.key(Qt::Key_B);
        bench.workspace.clock.advance(60 * 60000);
        bench.tick();
        QVERIFY(bench.desk().running()); // the end could not be stored either
        QVERIFY(bench.messages.text().contains(QStringLiteral("Time is up")));
        bench.key(Qt::Key_C); // too late
    }
    bench.tick();
    QVERIFY(!bench.desk().running());
    QVERIFY(bench.reporting());
    QVERIFY2(bench.messages.text().contains(QStringLiteral("Not saved in time, and so not counted: 1 answer")),
        qPrintable(bench.messages.text()));
}

void ExamPageTest::submitWaitsForTheDisk()
{
    ExamBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.start(5));
    bench.key(Qt::Key_A);
    bench.key(Qt::Key_R);
    {
        const WritesRefused refused;
        bench.press("submit");
        QVERIFY(bench.seated());
        QVERIFY(bench.messages.text().contains(QStringLiteral("not submitted yet")));
    }
    bench.press("submit");
    QVERIFY(bench.reporting());
}

void ExamPageTest::damagedAttemptsAreNotOpened()
{
    Theme &theme = sharedTheme();
    ReportDesk::Past past;
    past.title = QStringLiteral("Five domains");
    past.damaged = true;
    const PastRow row(theme, past, past.title, QDateTime(QDate(2026, 11, 17), QTime(20, 0), Qt::UTC), nullptr);
    QVERIFY(!row.isEnabled());
    QVERIFY(row.accessibleName().contains(QStringLiteral("damaged")));
    QVERIFY(!row.toolTip().isEmpty());
    past.damaged = false;
    past.right = 41;
    past.total = 60;
    past.usedMs = 52 * 60000;
    const PastRow whole(theme, past, past.title, QDateTime(QDate(2026, 11, 17), QTime(20, 0), Qt::UTC), nullptr);
    QVERIFY(whole.isEnabled());
    QVERIFY(whole.accessibleName().contains(QStringLiteral("41 of 60")));
    QVERIFY(whole.accessibleName().contains(QStringLiteral("52 min")));

    ExamBench bench;
    QVERIFY(bench.open());
    bench.page->goTo(QStringLiteral("attempt/999"));
    QVERIFY(!bench.reporting());
    QVERIFY(!bench.messages.text().isEmpty());
}

LECTERN_TEST_CLASS(ExamPageTest)

#include "exampage_test.moc"
