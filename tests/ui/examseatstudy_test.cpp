// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "examreview.h"
#include "examsetup.h"
#include "positionpanel.h"
#include "runall.h"
#include "safetext.h"
#include "takeaway.h"

#include <QPushButton>
#include <QTextDocument>
#include <QTreeWidget>
#include <QUrl>

using namespace lectern;
using namespace lectern::test;

/// Answers that are shown, and answers that are rated.
class ExamSeatStudyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterShowsTheAnswerThenGoesOn();
    void theAnswerTeaches();
    void aBlankMayBeShownToo();
    void aShownAnswerIsFinal();
    void finishingShowsTheReport();
    void nothingIsShownInTimedPractice();
    void ratesWithOneKey();
    void unratedIsMissingNotSure();

private:
    /// Chooses what is right, or one option that is not.
    static QString choose(ExamBench &bench, int position, bool right)
    {
        const QStringList keys = bench.desk().item(position).value().keyIds();
        const QStringList order = bench.desk().running()->setup().items.at(position).optionOrder;
        QStringList chosen;
        for (int i = 0; i < order.size(); ++i) {
            if (keys.contains(order.at(i)) == right && (right || chosen.isEmpty())) {
                choose(bench, i);
                chosen << order.at(i);
            }
        }
        return letters(chosen, order);
    }
    static void choose(const ExamBench &bench, int index) { bench.key(Qt::Key_1 + index); }
    static bool study(ExamBench &bench, AttemptMode mode = AttemptMode::Study, bool rates = false)
    {
        if (!bench.open())
            return false;
        ExamDesk::Setup setup = bench.setup(mode, 5);
        setup.rules.certainty = rates;
        return bench.sit(setup);
    }
};

void ExamSeatStudyTest::enterShowsTheAnswerThenGoesOn()
{
    for (const AttemptMode mode : {AttemptMode::Study, AttemptMode::Drill}) {
        ExamBench bench;
        QVERIFY(study(bench, mode));
        const auto *next = bench.find<QAbstractButton>("next");
        QCOMPARE(next->text(), QStringLiteral("Next"));
        const QString right = choose(bench, 0, true);
        QCOMPARE(next->text(), QStringLiteral("Show the answer"));
        bench.key(Qt::Key_Return);
        QVERIFY(bench.desk().running()->at(0).revealed);
        QCOMPARE(bench.desk().running()->currentPosition(), 0);
        QCOMPARE(bench.status(), QStringLiteral("Right: the answer is ") + right);
        QCOMPARE(next->text(), QStringLiteral("Next"));
        QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, answer shown, current"));
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.desk().running()->currentPosition(), 1);
        choose(bench, 1, false);
        bench.press("next");
        QVERIFY(bench.status().startsWith(QStringLiteral("Wrong: the answer is ")));
    }
}

void ExamSeatStudyTest::theAnswerTeaches()
{
    ExamBench bench;
    QVERIFY(study(bench));
    bench.makeRoom();
    const Item item = *bench.desk().item(0);
    const QStringList order = bench.desk().running()->setup().items.constFirst().optionOrder;
    QVERIFY(!item.takeaway.isEmpty() && !item.sources.isEmpty());
    auto *takeaway = bench.page->findChild<Takeaway *>();
    QVERIFY(!takeaway->isVisible());
    bench.key(Qt::Key_K);
    QCoreApplication::processEvents();
    QVERIFY(takeaway->isVisible());
    QTextDocument rule;
    rule.setMarkdown(item.takeaway);
    QCOMPARE(bench.find<SafeText>("takeaway")->toPlainText().simplified(), rule.toPlainText().simplified());
    QStringList rationales;
    for (const SafeText *text : bench.page->findChildren<SafeText *>(QStringLiteral("rationale"))) {
        if (text->isVisible())
            rationales << text->toPlainText();
    }
    QCOMPARE(rationales.size(), order.size());

    QList<QPushButton *> links = takeaway->findChildren<QPushButton *>(QStringLiteral("link"));
    QCOMPARE(links.size(), item.sources.size());
    // As in the report: its host is in sight, and asked about once.
    const QString host = QUrl(item.sources.constFirst().url).host();
    QVERIFY(links.constFirst()->text().endsWith(host));
    bench.dialogs.agrees = true;
    QTest::mouseClick(links.constFirst(), Qt::LeftButton);
    QTest::mouseClick(links.constFirst(), Qt::LeftButton);
    QCOMPARE(bench.dialogs.asked.size(), 1);
    QVERIFY(bench.dialogs.asked.constFirst().contains(host));
    QCOMPARE(bench.dialogs.opened, QStringList(2, item.sources.constFirst().url));
    QVERIFY(bench.reports().hostAllowed(host));

    bench.key(Qt::Key_N);
    QVERIFY(!takeaway->isVisible());
    bench.key(Qt::Key_P);
    QVERIFY(takeaway->isVisible());
}

void ExamSeatStudyTest::aBlankMayBeShownToo()
{
    ExamBench bench;
    QVERIFY(study(bench));
    bench.key(Qt::Key_K);
    QVERIFY(bench.desk().running()->at(0).revealed);
    QVERIFY(bench.desk().running()->at(0).choice.isEmpty());
    QVERIFY(!bench.find<QAbstractButton>("reveal")->isEnabled());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
    QVERIFY(bench.find<QAbstractButton>("reveal")->isEnabled());
    bench.press("reveal");
    QVERIFY(bench.desk().running()->at(1).revealed);
}

void ExamSeatStudyTest::aShownAnswerIsFinal()
{
    ExamBench bench;
    QVERIFY(study(bench));
    choose(bench, 1);
    bench.key(Qt::Key_Return);
    const QStringList chosen = bench.desk().running()->at(0).choice;
    choose(bench, 2);
    bench.key(Qt::Key_Backspace);
    QTest::mouseClick(bench.option(3), Qt::LeftButton);
    QCOMPARE(bench.desk().running()->at(0).choice, chosen);
    QVERIFY(bench.option(1)->isChecked());
    QVERIFY(!bench.option(2)->isChecked());
    bench.key(Qt::Key_F); // marks stay one's own
    QVERIFY(bench.desk().running()->at(0).flagged);
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_P);
    choose(bench, 2);
    QCOMPARE(bench.desk().running()->at(0).choice, chosen);
}

void ExamSeatStudyTest::finishingShowsTheReport()
{
    ExamBench bench;
    QVERIFY(study(bench));
    for (int position = 0; position < 5; ++position) {
        bench.key(Qt::Key_A);
        bench.key(Qt::Key_Return);
        bench.key(Qt::Key_Return);
    }
    QVERIFY(bench.shows<ExamReview>()); // after the last one
    QCOMPARE(bench.find<QAbstractButton>("submit")->text(), QStringLiteral("Finish"));
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.dialogs.actions, QStringList{QStringLiteral("Finish")});
    QVERIFY(bench.reporting());
}

void ExamSeatStudyTest::nothingIsShownInTimedPractice()
{
    ExamBench bench;
    QVERIFY(study(bench, AttemptMode::Timed));
    QVERIFY(!bench.find<QWidget>("reveal")->isVisible());
    bench.key(Qt::Key_A);
    bench.key(Qt::Key_K);
    QVERIFY(!bench.desk().running()->at(0).revealed);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.desk().running()->currentPosition(), 1);
}

void ExamSeatStudyTest::ratesWithOneKey()
{
    ExamBench bench;
    QVERIFY(study(bench, AttemptMode::Timed, true));
    QVERIFY(bench.find<QWidget>("certainty")->isVisible());
    QVERIFY(!bench.find<QWidget>("unsure")->isVisible()); // one of the levels instead
    auto *levels = bench.page->findChild<Segments *>(QStringLiteral("certainty"));
    QCOMPARE(levels->current(), -1);
    bench.key(Qt::Key_A);
    bench.key(Qt::Key_S);
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::Sure);
    QCOMPARE(levels->current(), 0);
    QCOMPARE(bench.status(), QStringLiteral("Question 1: rated sure"));
    bench.key(Qt::Key_U);
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::Unsure);
    QVERIFY(!bench.desk().running()->at(0).unsure);
    QVERIFY(bench.cell(0)->marks().unsure); // the filter ? finds it
    bench.key(Qt::Key_G);
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::Guess);
    bench.key(Qt::Key_G); // again takes it back
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::None);
    QCOMPARE(levels->current(), -1);
    QTest::mouseClick(levels->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::Unsure);
    bench.key(Qt::Key_Return);
    QCOMPARE(levels->current(), -1);
    bench.key(Qt::Key_G, Qt::ControlModifier); // where G rates
    QVERIFY(bench.cell(1)->hasFocus());
}

void ExamSeatStudyTest::unratedIsMissingNotSure()
{
    ExamBench bench;
    QVERIFY(study(bench, AttemptMode::Study, true));
    bench.makeRoom();
    bench.key(Qt::Key_A);
    QCOMPARE(bench.cell(0)->accessibleName(), QStringLiteral("Question 1, answered, not rated, current"));
    bench.key(Qt::Key_R);
    const auto *line = bench.page->findChild<ExamReview *>()->list()->topLevelItem(0);
    QCOMPARE(line->text(3), QStringLiteral("Not rated"));
    bench.key(Qt::Key_Escape);
    bench.key(Qt::Key_K); // once the key is known a rating says nothing
    bench.key(Qt::Key_S);
    QCOMPARE(bench.desk().running()->at(0).certainty, Certainty::None);
    QVERIFY(!bench.find<QWidget>("certainty")->isEnabled());
}

LECTERN_TEST_CLASS(ExamSeatStudyTest)

#include "examseatstudy_test.moc"
