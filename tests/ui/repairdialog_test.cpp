// SPDX-License-Identifier: GPL-3.0-or-later
#include "awaydialog.h"
#include "burnupchart.h"
#include "burnuppanel.h"
#include "planbench.h"
#include "plannotice.h"
#include "planpage.h"
#include "repairchoice.h"
#include "repairdialog.h"
#include "runall.h"

#include <QDateEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QTableView>

#include <algorithm>

using namespace lectern;

/// Four weeks of a plan went by without study: what the page says of it and what can be done.
class RepairDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::PlanBench>();
        QVERIFY(m_bench->workspace.open());
        QVERIFY(m_bench->makePlan());
        m_page =
            new PlanPage(desk(), repair(), m_bench->workspace->history(), m_bench->workspace->settings(), m_bench->ui);
        m_bench->show(m_page);
        m_bench->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    }

    void cleanup() { m_bench.reset(); }

    void whatIsBehindIsSaidWithTheWayOut()
    {
        const auto *notice = m_page->findChild<PlanNotice *>(QStringLiteral("planBehind"));
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("wait for a new place")), qPrintable(notice->text()));
        int seen = 0;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            seen += qobject_cast<RepairDialog *>(&dialog) != nullptr;
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("planBehindRepair")), Qt::LeftButton);
        QTest::mouseClick(m_bench->button(QStringLiteral("repairPlan")), Qt::LeftButton);
        QCOMPARE(m_bench->button(QStringLiteral("repairPlan"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        QTest::keyClick(m_page, Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(seen, 3); // a key presses the button for a moment
        QVERIFY(repair().slip().any());
    }

    void aWayIsChosenByKeysAppliedAndTakenBack()
    {
        const QList<Block> before = desk().allBlocks();
        RepairKind chosen = RepairKind::Spread;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            QApplication::setActiveWindow(&dialog);
            auto &asked = static_cast<RepairDialog &>(dialog);
            auto *first = asked.findChild<QRadioButton *>(QStringLiteral("repair-spread"));
            QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(8, first->height() / 2));
            first->setFocus();
            for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left})
                QTest::keyClick(dialog.focusWidget(), key);
            chosen = asked.kind();
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
            return dialog.result() == QDialog::Accepted;
        };
        QTest::keyClick(m_page, Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(chosen, RepairKind::UseBuffer);
        QVERIFY(!repair().slip().any());
        QVERIFY(desk().allBlocks() != before);
        QVERIFY(!m_page->findChild<PlanNotice *>(QStringLiteral("planBehind"))->isVisible());
        QVERIFY(m_bench->workspace->history().undo().ok());
        QCOMPARE(desk().allBlocks(), before);
    }

    void eachWayListsWhatItChanges()
    {
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            const auto &asked = static_cast<RepairDialog &>(dialog);
            for (const RepairDesk::Offer &offer : asked.offers().options) {
                const auto *list =
                    dialog.findChild<QListWidget *>(QStringLiteral("repairChanges-") + word(offer.option.kind));
                if (!list || list->count() != offer.option.changes.size())
                    return false;
            }
            return dialog.findChildren<RepairChoice *>().size() == 3;
        };
        // Accepted only where all are right; what is applied then is the suggestion.
        QTest::mouseClick(m_bench->button(QStringLiteral("repairPlan")), Qt::LeftButton);
        QVERIFY(!repair().slip().any());
    }

    void aTimeAwayIsToldAndTakenBack()
    {
        const QDate today = desk().today();
        QString effect;
        QString done;
        int excused = 0;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            dialog.show();
            if (auto *away = qobject_cast<AwayDialog *>(&dialog)) {
                away->findChild<QDateEdit *>(QStringLiteral("awayFirst"))->setDate(today.addDays(-7));
                away->findChild<QDateEdit *>(QStringLiteral("awayLast"))->setDate(today.addDays(-1));
                effect = away->findChild<QLabel *>(QStringLiteral("awayEffect"))->text();
                QTest::mouseClick(away->findChild<QAbstractButton *>(QStringLiteral("awayExcuse")), Qt::LeftButton);
                return dialog.result() == QDialog::Accepted;
            }
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("repairAway")), Qt::LeftButton);
            done = dialog.findChild<QLabel *>(QStringLiteral("repairAwayDone"))->text();
            excused = countExcused();
            QTest::mouseClick(dialog.findChild<QAbstractButton *>(QStringLiteral("repairAwayUndo")), Qt::LeftButton);
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("repairPlan")), Qt::LeftButton);
        QVERIFY2(effect.contains(QStringLiteral("excused")), qPrintable(effect));
        QVERIFY2(done.contains(QStringLiteral("excused")), qPrintable(done));
        QVERIFY(excused > 0);
        QCOMPARE(countExcused(), 0);
    }

    void theWallShowsWhereTheHoursLead()
    {
        m_page->goTo(QStringLiteral("wall"));
        const auto *panel = m_page->findChild<BurnUpPanel *>();
        QVERIFY(panel->isVisible());
        QVERIFY2(panel->sentence().contains(QStringLiteral("pace")), qPrintable(panel->sentence()));
        QVERIFY(!panel->chart().burn().planned.isEmpty());
        int rows = 0;
        m_bench->dialogs.onRun = [&](QDialog &dialog) {
            rows = dialog.findChild<QTableView *>(QStringLiteral("burnUpTable"))->model()->rowCount();
            return false;
        };
        QTest::mouseClick(m_bench->button(QStringLiteral("burnUpAsTable")), Qt::LeftButton);
        QCOMPARE(rows, 11);
        m_page->goTo(QStringLiteral("month"));
        QVERIFY(!panel->isVisible());
    }

private:
    PlanDesk &desk() { return m_bench->workspace->plan(); }
    RepairDesk &repair() { return m_bench->workspace->repair(); }
    int countExcused()
    {
        const QList<Block> blocks = desk().allBlocks();
        return static_cast<int>(std::count_if(
            blocks.cbegin(), blocks.cend(), [](const Block &block) { return block.state == BlockState::Excused; }));
    }

    std::unique_ptr<test::PlanBench> m_bench;
    PlanPage *m_page = nullptr;
};

LECTERN_TEST_CLASS(RepairDialogTest)
#include "repairdialog_test.moc"
