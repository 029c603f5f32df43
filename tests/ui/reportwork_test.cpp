// SPDX-License-Identifier: GPL-3.0-or-later
#include "disputedialog.h"
#include "errorbook.h"
#include "exambench.h"
#include "filterchoice.h"
#include "historydesk.h"
#include "nextactions.h"
#include "pacechart.h"
#include "plandesk.h"
#include "reportdetail.h"
#include "reporthead.h"
#include "reportmore.h"
#include "runall.h"
#include "workup.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>

using namespace lectern;
using namespace lectern::test;

namespace
{

/// Twenty questions, rated: every fourth wrong and sure of it, the first changed, the second flagged, the last blank.
struct Sat {
    ExamBench bench;
    AttemptId id{};

    bool sit()
    {
        if (!bench.open())
            return false;
        ExamDesk &exam = bench.desk();
        ExamDesk::Setup setup = exam.defaultSetup();
        setup.questions = 20;
        setup.minutes = exam.minutesFor(setup);
        setup.rules.certainty = true;
        const auto started = exam.start(setup);
        if (!started)
            return false;
        id = *started;
        for (int position = 0; position < 19; ++position) {
            const Item item = *exam.item(position);
            QString right;
            QString wrong;
            for (const Option &option : item.options)
                (option.key ? right : wrong) = option.id;
            if (!exam.show(position))
                return false;
            if (position == 0 && !exam.answer(0, {right}))
                return false;
            bench.workspace.clock.advance(position == 7 ? 400'000 : 60'000);
            if (!exam.answer(position, {position % 4 == 0 ? wrong : right}) ||
                !exam.rate(position, position % 5 == 1 ? Certainty::Guess : Certainty::Sure))
                return false;
        }
        if (!exam.setFlag(1, true) || !exam.note(4, QStringLiteral("Look at the lineage.")) || !exam.submit())
            return false;
        bench.page->goTo(QStringLiteral("attempt/%1").arg(raw(id)));
        return bench.reporting();
    }
    ExamReport *report() const { return bench.page->findChild<ExamReport *>(); }
    ReportRow *rowOf(int position) const
    {
        for (ReportRow *row : bench.table()->shownRows()) {
            if (row->line().position == position)
                return row;
        }
        return nullptr;
    }
    ReportDetail *open(int position) const
    {
        QTest::mouseClick(rowOf(position), Qt::LeftButton);
        QCoreApplication::processEvents();
        return bench.table()->detail();
    }
    QString item(int position) const { return report()->report()->attempt.setup().items.at(position).item; }
    QString label(const char *name) const
    {
        const auto *text = bench.find<TextLabel>(name);
        return text && text->isVisible() ? text->text() : QString();
    }
};

} // namespace

/// What can be seen and done in a report beyond its questions.
class ReportWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportAndErrorBookArePrinted()
    {
        Sat sat;
        QVERIFY(sat.sit());
        QString asked;
        sat.bench.dialogs.agrees = false;
        sat.bench.dialogs.onRun = [&](QDialog &dialog) { asked = dialog.windowTitle(); };
        sat.bench.press("printReport");
        QVERIFY(!asked.isEmpty());
        const QString report = asked;
        asked.clear();
        sat.bench.key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(asked, report);
        sat.bench.press("errorBook");
        asked.clear();
        sat.bench.press("printBook");
        QVERIFY(!asked.isEmpty() && asked != report);
    }

    void itOpensWithScoreDomainsAndWhatToDo()
    {
        Sat sat;
        QVERIFY(sat.sit());
        QCOMPARE(sat.label("percent"), QStringLiteral("70 %"));
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 20"));
        QVERIFY(sat.label("title").contains(QStringLiteral("Timed practice")));
        QVERIFY(sat.label("when").contains(QStringLiteral("2026")));
        const auto *next = sat.bench.page->findChild<NextActions *>();
        QCOMPARE(next->buttons().size(), 3);
        QVERIFY2(next->buttons().constFirst()->accessibleName().contains(QStringLiteral("sure of and got wrong")),
            qPrintable(next->buttons().constFirst()->accessibleName()));
        const auto *more = sat.bench.page->findChild<ReportMore *>();
        QVERIFY(!more->isVisible());
        sat.bench.key(Qt::Key_M);
        QVERIFY(more->isVisible());
        QVERIFY(sat.report()->head()->moreButton()->isChecked());
        for (const char *part : {"certaintyPart", "stamina", "times", "dwells", "objectives"})
            QVERIFY2(more->findChild<QWidget *>(QLatin1String(part)), part);
        sat.bench.key(Qt::Key_M);
        QVERIFY(!more->isVisible());
    }

    void thePaceHasATwinInWords()
    {
        Sat sat;
        QVERIFY(sat.sit());
        QTest::mouseClick(sat.report()->head()->moreButton(), Qt::LeftButton);
        auto *more = sat.bench.page->findChild<ReportMore *>();
        auto *table = more->findChild<QTableView *>();
        QVERIFY(!table->isVisible());
        sat.bench.key(Qt::Key_T);
        QVERIFY(table->isVisible());
        QVERIFY(!more->findChild<PaceChart *>()->isVisible());
        const QAbstractItemModel &steps = *table->model();
        QVERIFY(steps.rowCount() >= 5);
        const QModelIndex last = steps.index(steps.rowCount() - 1, PaceModel::Answered);
        QCOMPARE(last.data().toString(), QStringLiteral("19"));
        QCOMPARE(last.siblingAtColumn(PaceModel::Even).data().toString(), QStringLiteral("20"));
        const auto *chart = more->findChild<PaceChart *>();
        QVERIFY(!chart->accessibleName().isEmpty());
        // One question took 400 s, the seven before it a minute each: it is named where it was left.
        QCOMPARE(chart->pace().slowest, 7);
        QCOMPARE(chart->pace().slowestAtMs, (7 * 60 + 400) * 1000);
    }

    void onlyFiltersThatOccurAreOffered()
    {
        Sat sat;
        QVERIFY(sat.sit());
        using Filter = ReportTable::Filter;
        ReportTable *table = sat.bench.table();
        QCOMPARE(table->filters(), (QList<Filter>{Filter::All, Filter::Wrong, Filter::SureAndWrong, Filter::Changed,
                                       Filter::Flagged, Filter::Unsure, Filter::Slow, Filter::Blank}));
        QCOMPARE(table->filterChoice()->text(1), QStringLiteral("Wrong 6"));
        table->setFilter(Filter::Changed);
        QCOMPARE(table->shownRows().size(), 1);
        table->setFilter(Filter::Slow);
        QCOMPARE(table->shownRows().constFirst()->line().position, 7);
        table->setFilter(Filter::SureAndWrong);
        for (const ReportRow *row : table->shownRows())
            QVERIFY(row->accessibleName().contains(QStringLiteral("Sure")));
    }

    void whyItWentWrongTakesTwoClicks()
    {
        Sat sat;
        QVERIFY(sat.sit());
        ReportDetail *detail = sat.open(4);
        QVERIFY(detail && detail->workup());
        QTest::mouseClick(detail->findChild<QPushButton *>(word(ErrorType::Misread)), Qt::LeftButton);
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).error, std::optional(ErrorType::Misread));
        QCOMPARE(sat.bench.table()->detail(), detail); // nothing closed under the hand
        QCOMPARE(sat.rowOf(4)->line().why, QStringLiteral("Misread"));
        QVERIFY(detail->findChild<QPushButton *>(word(ErrorType::Misread))->isChecked());
        QVERIFY(detail->findChild<QWidget *>(QStringLiteral("note")));

        sat.rowOf(4)->setFocus();
        QTest::keyClick(sat.rowOf(4), Qt::Key_3);
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).error, std::optional(ErrorType::Reasoning));
        QVERIFY(sat.bench.workspace->history().undo().ok());
        QCoreApplication::processEvents();
        QCOMPARE(sat.rowOf(4)->line().why, QStringLiteral("Misread"));
        QVERIFY(detail->findChild<QPushButton *>(word(ErrorType::Misread))->isChecked());

        // A rule is saved by Enter and when it is left, and no key of it does anything else.
        QTest::keyClick(sat.rowOf(4), Qt::Key_R);
        auto *rule = detail->findChild<QLineEdit *>(QStringLiteral("rule"));
        QVERIFY(rule->hasFocus());
        QTest::keyClicks(rule, QStringLiteral("Read 2 options more"));
        QTest::keyClick(rule, Qt::Key_Return);
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).rule, QStringLiteral("Read 2 options more"));
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).error, std::optional(ErrorType::Misread));
        QTest::keyClicks(rule, QStringLiteral("!"));
        QTest::mouseClick(detail->findChild<QCheckBox *>(QStringLiteral("sibling")), Qt::LeftButton, {}, QPoint(6, 6));
        QVERIFY(sat.bench.reports().missOf(sat.item(4)).siblingQueued);
        QVERIFY(sat.open(8)); // another question: what was typed is kept
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).rule, QStringLiteral("Read 2 options more!"));
    }

    void aRuleThatCannotBeStoredStays()
    {
        Sat sat;
        QVERIFY(sat.sit());
        ReportDetail *detail = sat.open(4);
        auto *rule = detail->findChild<QLineEdit *>(QStringLiteral("rule"));
        rule->setFocus();
        {
            const WritesRefused refused;
            QTest::keyClicks(rule, QStringLiteral("Slowly"));
            QTest::keyClick(rule, Qt::Key_Return);
            QVERIFY(!sat.bench.messages.text().isEmpty());
        }
        QCOMPARE(rule->text(), QStringLiteral("Slowly"));
        QTest::keyClick(rule, Qt::Key_Return);
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).rule, QStringLiteral("Slowly"));
    }

    void aDisputeLeavesTheScoreUntilItIsWithdrawn()
    {
        Sat sat;
        QVERIFY(sat.sit());
        ReportDetail *detail = sat.open(4);
        QTest::mouseClick(detail->findChild<QPushButton *>(word(ErrorType::BadQuestion)), Qt::LeftButton);
        auto *offer = detail->findChild<QPushButton *>(QStringLiteral("offerDispute"));
        QVERIFY(offer->isVisible());
        sat.bench.dialogs.onRun = [](QDialog &dialog) {
            dialog.show();
            dialog.findChild<QPlainTextEdit *>(QStringLiteral("field"))
                ->setPlainText(QStringLiteral("Both are right."));
            QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("file")), Qt::LeftButton);
        };
        QTest::mouseClick(offer, Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(sat.bench.reports().disputed(sat.item(4)));
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 19"));
        QVERIFY(sat.label("inDispute").contains(QStringLiteral("1 question")));
        QVERIFY(sat.rowOf(4)->accessibleName().contains(QStringLiteral("in dispute")));
        QApplication::setActiveWindow(sat.bench.page.get());
        sat.rowOf(4)->setFocus();
        QTest::keyClick(sat.rowOf(4), Qt::Key_C);
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 20"));
        QTest::keyClick(sat.rowOf(4), Qt::Key_C);
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 19"));
        QTest::keyClick(sat.rowOf(4), Qt::Key_W);
        QVERIFY(!sat.bench.reports().disputed(sat.item(4)));
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 20"));
        QVERIFY(sat.label("inDispute").isEmpty());
    }

    void itIsProjectedOnAnotherBlueprint()
    {
        Sat sat;
        QVERIFY(sat.sit());
        const QList<QAction *> blueprints = sat.report()->head()->blueprints()->actions();
        QVERIFY(blueprints.size() > 1);
        QAction *other = nullptr;
        for (QAction *action : blueprints) {
            if (!action->isChecked())
                other = action;
        }
        QVERIFY(other);
        other->trigger();
        QCoreApplication::processEvents();
        QVERIFY(sat.label("projected").contains(other->text()));
        QVERIFY(sat.report()->report()->projected);
        QTest::mouseClick(sat.bench.find<QPushButton>("asSat"), Qt::LeftButton);
        QVERIFY(sat.label("projected").isEmpty());
        QCOMPARE(sat.label("count"), QStringLiteral("14 of 20"));
    }

    void whatToDoNextIsDone()
    {
        Sat sat;
        QVERIFY(sat.sit());
        const auto *next = sat.bench.page->findChild<NextActions *>();
        const QList<ReportDesk::Action> actions = sat.bench.reports().nextActions(*sat.report()->report());
        for (int i = 0; i < actions.size(); ++i) {
            if (actions.at(i).kind == ReportDesk::Action::Kind::Block) {
                const auto before = sat.bench.workspace->plan().allBlocks().size();
                QTest::mouseClick(next->buttons().at(i), Qt::LeftButton);
                QCOMPARE(sat.bench.workspace->plan().allBlocks().size(), before + 1);
                QVERIFY(!sat.bench.messages.text().isEmpty());
                QVERIFY(sat.bench.workspace->history().undo().ok());
                QCOMPARE(sat.bench.workspace->plan().allBlocks().size(), before);
            } else if (actions.at(i).kind == ReportDesk::Action::Kind::Lesson) {
                QTest::mouseClick(next->buttons().at(i), Qt::LeftButton);
                QCOMPARE(int(sat.bench.went.constLast().page), int(PageId::Guide));
                QCOMPARE(sat.bench.went.constLast().anchor, actions.at(i).topic);
            }
        }
        sat.bench.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(sat.bench.desk().running());
        QCOMPARE(sat.bench.desk().running()->setup().mode, AttemptMode::Drill);
        QVERIFY(sat.bench.seated());
    }

    void theErrorBookHoldsWhatWasMissed()
    {
        Sat sat;
        QVERIFY(sat.sit());
        Miss miss = sat.bench.reports().missOf(sat.item(4));
        miss.error = ErrorType::Slip;
        miss.rule = QStringLiteral("Say the option aloud");
        QVERIFY(sat.bench.reports().setMiss(miss).ok());
        sat.bench.key(Qt::Key_E);
        QVERIFY(sat.bench.shows<ErrorBook>());
        auto *book = sat.bench.page->findChild<ErrorBook *>();
        QCOMPARE(book->shownRows().size(), 5);      // the blank one was never seen
        QCOMPARE(book->filterChoice()->count(), 3); // all, not worked up, slip
        book->filterChoice()->setCurrent(2);
        QCOMPARE(book->shownRows().size(), 1);
        ErrorBookRow *row = book->shownRows().constFirst();
        QVERIFY(row->accessibleName().contains(QStringLiteral("Say the option aloud")));
        QTest::mouseClick(row, Qt::LeftButton);
        QVERIFY(book->detail());
        QVERIFY(book->detail()->findChildren<QWidget *>(QStringLiteral("rationale")).size() > 1);
        row->setFocus();
        QTest::keyClick(row, Qt::Key_2);
        QCOMPARE(sat.bench.reports().missOf(sat.item(4)).error, std::optional(ErrorType::Misread));
        book->filterChoice()->setCurrent(0);
        sat.bench.key(Qt::Key_Escape);
        QVERIFY(sat.bench.reporting());
    }

    void theErrorBookHasTheKeysOfAnOpenQuestion()
    {
        Sat sat;
        QVERIFY(sat.sit());
        sat.bench.key(Qt::Key_E);
        auto *book = sat.bench.page->findChild<ErrorBook *>();
        const QList<ErrorBookRow *> rows = book->shownRows();
        QVERIFY(rows.size() > 2);
        rows.at(0)->setFocus();
        int disputes = 0;
        sat.bench.dialogs.onRun = [&](QDialog &dialog) {
            disputes += qobject_cast<DisputeDialog *>(&dialog) != nullptr;
        };
        QTest::keyClick(rows.at(0), Qt::Key_D);
        QCOMPARE(disputes, 0); // nothing is open
        QTest::keyClick(rows.at(0), Qt::Key_Return);
        QVERIFY(book->detail());
        QVERIFY(rows.at(0)->isChecked());

        // Down takes what is open along.
        QTest::keyClick(rows.at(0), Qt::Key_Down);
        QVERIFY(!rows.at(0)->isChecked() && rows.at(1)->isChecked() && rows.at(1)->hasFocus());
        const QString item = rows.at(1)->entry().item.id;
        QCOMPARE(book->detail()->question().item.id, item);
        QTest::keyClick(rows.at(1), Qt::Key_I);
        QVERIFY(book->detail()->about());
        QTest::keyClick(rows.at(1), Qt::Key_Q);
        QVERIFY(sat.bench.reports().missOf(item).siblingQueued);

        QTest::keyClick(rows.at(1), Qt::Key_D);
        QCOMPARE(disputes, 1);
        const ReportQuestion question = book->detail()->question();
        Dispute dispute = sat.bench.reports().disputeOf(question.seat);
        dispute.kind = DisputeKind::Unclear;
        dispute.reason = QStringLiteral("Both could be meant.");
        QTest::keyClick(rows.at(1), Qt::Key_W); // nothing to withdraw
        QVERIFY(sat.bench.reports().fileDispute(dispute).ok());
        QVERIFY(sat.bench.reports().disputed(item));
        QVERIFY(book->detail() && book->detail()->withdrawButton()->isVisible());
        QCOMPARE(book->shownRows(), rows); // it stays while the book is shown, but is drilled no more
        QVERIFY(rows.at(1)->disputed() && rows.at(1)->accessibleName().contains(QStringLiteral("in dispute")));
        QTest::keyClick(rows.at(1), Qt::Key_W);
        QVERIFY(!rows.at(1)->disputed());
        QVERIFY(!sat.bench.reports().disputed(item));
        QVERIFY(!book->detail()->withdrawButton()->isVisible());

        const QStringList keys = sat.bench.page->shortcuts();
        for (const char *key : {"D\t", "W\t", "I\t", "R\t", "Q\t", "1…6\t"}) {
            const QString start = QString::fromUtf8(key);
            QVERIFY2(std::count_if(keys.begin(), keys.end(),
                         [&](const QString &line) {
                             return line.startsWith(start) && line.contains(QStringLiteral("open question"));
                         }) == 1,
                key);
        }
        QVERIFY(book->detail()->disputeButton()->accessibleDescription().endsWith(u'D'));
        QVERIFY(book->detail()->withdrawButton()->accessibleDescription().endsWith(u'W'));
    }

    void anEmptyErrorBookSaysWhatToDo()
    {
        ExamBench bench;
        QVERIFY(bench.open());
        bench.page->goTo(QStringLiteral("errors"));
        QVERIFY(bench.shows<ErrorBook>());
        const auto *book = bench.page->findChild<ErrorBook *>();
        QVERIFY(book->shownRows().isEmpty());
        QPushButton *way = nullptr;
        for (QPushButton *button : book->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("Set up")))
                way = button;
        }
        QVERIFY(way);
        QTest::mouseClick(way, Qt::LeftButton);
        QVERIFY(!bench.shows<ErrorBook>());
    }

    void whatWasAbandonedHasNoScore()
    {
        ExamBench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.start(5));
        const AttemptId id = bench.desk().running()->setup().id;
        bench.key(Qt::Key_A);
        QVERIFY(bench.desk().abandon().ok());
        bench.page->goTo(QStringLiteral("attempt/%1").arg(raw(id)));
        QVERIFY(bench.reporting());
        QCOMPARE(bench.find<TextLabel>("percent")->text(), QStringLiteral("No result"));
        QVERIFY(!bench.find<TextLabel>("count")->isVisible());
        bench.table()->setFilter(ReportTable::Filter::All);
        QCOMPARE(bench.table()->shownRows().size(), 5);
    }
};

LECTERN_TEST_CLASS(ReportWorkTest)
#include "reportwork_test.moc"
