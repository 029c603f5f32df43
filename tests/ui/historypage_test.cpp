// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "historylist.h"
#include "historymodel.h"
#include "historypage.h"
#include "runall.h"
#include "trendchart.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>

using namespace lectern;
using namespace lectern::test;

namespace
{

HistoryModel::Row attempt(int number, AttemptMode mode, int right, int total)
{
    HistoryModel::Row row;
    row.past.id = AttemptId(number);
    row.past.mode = mode;
    row.past.right = right;
    row.past.total = total;
    row.past.usedMs = 30 * 60000;
    row.title = QStringLiteral("Session %1").arg(number);
    row.started = QDateTime(QDate(2026, 11, 23), QTime(19, 0), Qt::UTC).addDays(-number);
    row.past.startedUtcMs = row.started.toMSecsSinceEpoch();
    return row;
}

/// Whether anything is painted in these columns of pixels.
bool inked(QWidget &widget, int from, int to)
{
    const QImage seen = widget.grab().toImage();
    for (int x = from; x < to; ++x) {
        for (int y = 0; y < seen.height(); ++y) {
            if (seen.pixel(x, y) != seen.pixel(from, 0))
                return true;
        }
    }
    return false;
}

} // namespace

/// All attempts so far: found, filtered, drawn over time, opened.
class HistoryPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ExamBench> m_bench;

    /// A form of which the first option is always chosen, sat to its end.
    void sit(AttemptMode mode, int questions, const DrillCriteria &criteria = {})
    {
        ExamDesk &desk = m_bench->desk();
        ExamDesk::Setup setup = desk.defaultSetup(mode);
        setup.questions = questions;
        setup.criteria = criteria;
        QVERIFY(desk.start(setup).ok());
        for (int position = 0; position < questions; ++position) {
            QVERIFY(desk.show(position).ok());
            QVERIFY(desk.answer(position, {m_bench->optionId(position, 0)}).ok());
        }
        m_bench->workspace.clock.advance(20 * 60000);
        QVERIFY(desk.submit().ok());
        m_bench->workspace.clock.advance(24 * 3600000);
    }
    void open()
    {
        m_bench = std::make_unique<ExamBench>();
        QVERIFY(m_bench->workspace.open());
        DrillCriteria hard;
        hard.difficulties = {Difficulty::Hard};
        sit(AttemptMode::Timed, 20);
        sit(AttemptMode::Drill, 6, hard);
        sit(AttemptMode::Study, 5);
        sit(AttemptMode::Timed, 10);
        m_bench->showPage();
        m_bench->page->goTo(QStringLiteral("history"));
        QCoreApplication::processEvents();
    }
    QTableView *table() const { return m_bench->find<QTableView>("historyTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString count() const { return m_bench->find<TextLabel>("historyCount")->text(); }

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void aDamagedAttemptMayHaveLostItsDay()
    {
        HistoryModel model;
        HistoryModel::Row lost;
        lost.past.damaged = true;
        lost.title = QStringLiteral("Timed practice");
        lost.started = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        model.setRows({attempt(1, AttemptMode::Timed, 5, 10), lost});
        QVERIFY(model.index(0, HistoryModel::When).data().toString().contains(QStringLiteral("2026")));
        QCOMPARE(model.index(1, HistoryModel::When).data().toString(), QStringLiteral("day unknown"));
        QCOMPARE(model.index(1, HistoryModel::Mark).data().toString(), QStringLiteral("damaged"));
        QVERIFY(!model.index(1, HistoryModel::What).data(Qt::ToolTipRole).toString().contains(QStringLiteral("1970")));
    }

    void theModelKeepsItsPromises()
    {
        HistoryModel model;
        HistoryFilter filter;
        const QAbstractItemModelTester source(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        const QAbstractItemModelTester proxy(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<HistoryModel::Row> rows{attempt(1, AttemptMode::Timed, 12, 20),
            attempt(2, AttemptMode::Rehearsal, 41, 60), attempt(40, AttemptMode::Drill, 3, 10)};
        rows[1].past.sealed = true;
        rows[1].past.timePercent = 125;
        rows[2].past.abandoned = true;
        model.setRows(rows);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(1, HistoryModel::Result), QStringLiteral("41 of 60"));
        QCOMPARE(text(1, HistoryModel::Range), QStringLiteral("60–75 %"));
        QCOMPARE(text(1, HistoryModel::Extra), QStringLiteral("1.25 ×"));
        QCOMPARE(text(1, HistoryModel::Mark), QStringLiteral("sealed"));
        QCOMPARE(model.index(1, HistoryModel::Result).data(HistoryModel::ShareRole).toDouble(), 41.0 / 60);
        QCOMPARE(text(2, HistoryModel::Mark), QStringLiteral("abandoned"));
        QVERIFY(!model.index(2, HistoryModel::Result).data(HistoryModel::ShareRole).isValid());
        QVERIFY(text(2, HistoryModel::Range).isEmpty());
        QVERIFY(HistoryModel::sentence(rows[1]).contains(QStringLiteral("extra time 1.25 ×")));

        filter.setMode(AttemptMode::Rehearsal);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.row(0).past.id, AttemptId(2));
        filter.setMode({});
        filter.setFrom(QDate(2026, 11, 1));
        QCOMPARE(filter.rowCount(), 2);
        filter.setFrom({});
        filter.setText(QStringLiteral("  ABANDONED "));
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        model.setRows({});
        QCOMPARE(filter.rowCount(), 0);
    }

    void listsWhatWasSat()
    {
        open();
        QCOMPARE(table()->model()->rowCount(), 4);
        QCOMPARE(count(), QStringLiteral("4 attempts"));
        QCOMPARE(cell(0, HistoryModel::What), QStringLiteral("Timed practice"));
        QCOMPARE(cell(2, HistoryModel::What), QStringLiteral("Drill: harder"));
        QCOMPARE(cell(2, HistoryModel::Used), QStringLiteral("20 min"));
        QVERIFY(cell(2, HistoryModel::Result).endsWith(QStringLiteral("of 6")));
        QVERIFY(!cell(3, HistoryModel::Range).isEmpty());
        QVERIFY(cell(0, HistoryModel::Range).isEmpty());
        QVERIFY(
            m_bench->page->findChild<TrendChart *>()->accessibleDescription().startsWith(QStringLiteral("4 results")));

        m_bench->page->resize(560, 752);
        QCoreApplication::processEvents();
        QVERIFY(table()->isColumnHidden(HistoryModel::Extra));
        QVERIFY(!table()->isColumnHidden(HistoryModel::Result));
    }

    /// In each size every column shows its longest text whole, but the one whose text is as long as it likes.
    void sixtyAttemptsAreShownWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("as a window opens") << QSize(1280, 752);
        QTest::newRow("as if text were twice the size") << QSize(640, 376);
    }
    void sixtyAttemptsAreShownWhole()
    {
        QFETCH(QSize, size);
        m_bench = std::make_unique<ExamBench>();
        QVERIFY(m_bench->workspace.open());
        for (int number = 0; number < 60; ++number)
            sit(number % 3 == 0 ? AttemptMode::Timed : AttemptMode::Drill, number % 5 == 0 ? 20 : 5);
        m_bench->showPage();
        m_bench->page->resize(size);
        m_bench->page->goTo(QStringLiteral("history"));
        QCoreApplication::processEvents();
        QCOMPARE(table()->model()->rowCount(), 60);
        QCOMPARE(count(), QStringLiteral("60 attempts"));
        for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
            if (column == HistoryModel::What || table()->isColumnHidden(column))
                continue;
            for (int row = 0; row < 60; ++row) {
                const QModelIndex index = table()->model()->index(row, column);
                const int wanted = table()->itemDelegate()->sizeHint({}, index).width();
                QVERIFY2(table()->columnWidth(column) >= wanted, qPrintable(index.data().toString()));
            }
        }
        QVERIFY(table()->columnWidth(HistoryModel::What) > 100);
        if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty())
            m_bench->page->grab().save(QStringLiteral("%1/history-%2.png").arg(folder).arg(size.width()));
    }

    void filtersNarrow()
    {
        open();
        auto *mode = m_bench->find<QComboBox>("historyMode");
        mode->setCurrentIndex(mode->findText(QStringLiteral("Timed practice")));
        QCOMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(count(), QStringLiteral("2 of 4 attempts"));
        mode->setCurrentIndex(0);
        auto *words = m_bench->find<QLineEdit>("historyWords");
        QTest::keySequence(m_bench->page.get(), QKeySequence::Find);
        QVERIFY(words->hasFocus());
        QTest::keyClicks(words, QStringLiteral("harder"));
        QCOMPARE(table()->model()->rowCount(), 1);
        QTest::keyClicks(words, QStringLiteral("!"));
        QVERIFY(!table()->isVisible());
        QVERIFY(m_bench->find<TextLabel>("historyNothing")->isVisible());
        m_bench->press("historyWayOut");
        QCOMPARE(table()->model()->rowCount(), 4);
        m_bench->find<QComboBox>("historyPeriod")->setCurrentIndex(1);
        QCOMPARE(table()->model()->rowCount(), 4);
        m_bench->workspace.clock.advance(4LL * 24 * 3600000);
        m_bench->page->goTo(QStringLiteral("history"));
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void enterAndClickOpenReports()
    {
        open();
        QVERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(m_bench->reporting());
        m_bench->press("leave");
        QVERIFY(m_bench->shows<HistoryPage>());
        QCOMPARE(table()->currentIndex().row(), 1);
        const QRect last = table()->visualRect(table()->model()->index(3, HistoryModel::What));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, last.center());
        QVERIFY(m_bench->reporting());
        m_bench->press("leave");
        QTest::keyClick(table(), Qt::Key_Escape);
        QVERIFY(!m_bench->shows<HistoryPage>());

        // From the set-up by its link and by key, and back by the button.
        QTest::keyClick(m_bench->page->focusWidget(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(m_bench->shows<HistoryPage>());
        m_bench->press("historyBack");
        auto *list = m_bench->page->findChild<HistoryList *>();
        QCOMPARE(list->findChildren<PastRow *>().size(), 3);
        auto *all = list->findChild<QPushButton *>();
        QCOMPARE(all->text(), QStringLiteral("All 4"));
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(m_bench->shows<HistoryPage>());
        // A report from the set-up leads back there.
        m_bench->press("historyBack");
        QTest::mouseClick(list->findChildren<PastRow *>().constFirst(), Qt::LeftButton);
        QVERIFY(m_bench->reporting());
        m_bench->press("leave");
        QVERIFY(!m_bench->shows<HistoryPage>());
    }

    void nothingYetLeadsToTheSetUp()
    {
        m_bench = std::make_unique<ExamBench>();
        QVERIFY(m_bench->open());
        m_bench->page->goTo(QStringLiteral("history"));
        QVERIFY(!table()->isVisible());
        QCOMPARE(m_bench->find<QAbstractButton>("historyWayOut")->text(), QStringLiteral("Set up a session"));
        m_bench->press("historyWayOut");
        QVERIFY(!m_bench->shows<HistoryPage>());
    }

    void theChartPlacesByTimeAndShare()
    {
        TrendChart chart(sharedTheme());
        chart.resize(600, 200);
        const QDateTime day(QDate(2026, 11, 1), QTime(20, 0), Qt::UTC);
        chart.setPoints(
            {{day, 10, 20, false, false}, {day.addDays(1), 15, 20, true, true}, {day.addDays(4), 20, 20, true, false}},
            0.7);
        QVERIFY(chart.place(0).x() < chart.place(1).x());
        QVERIFY(chart.place(0).y() > chart.place(1).y());
        // A day is a quarter of the four.
        const double whole = chart.place(2).x() - chart.place(0).x();
        QVERIFY(qAbs(chart.place(1).x() - chart.place(0).x() - whole / 4) < 0.5);
        QCOMPARE(chart.mean(1), 25.0 / 40);
        QVERIFY(inked(chart, 0, 30));
        // As a mirrored program has it: painters mirror on their own then.
        const auto unmirror = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        chart.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(chart.place(0).x() > chart.place(1).x());
        // The shares stand beside the axis, at the right now.
        QVERIFY(inked(chart, 570, 600));
        chart.setPoints({}, 0.7);
        QVERIFY(!chart.grab().toImage().isNull());
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("No results"));
    }
};

LECTERN_TEST_CLASS(HistoryPageTest)

#include "historypage_test.moc"
