// SPDX-License-Identifier: GPL-3.0-or-later
#include "exambench.h"
#include "examreview.h"
#include "generatedbank.h"
#include "runall.h"

#include <QDir>
#include <QTreeWidget>

using namespace lectern;
using namespace lectern::test;

/// A question that asks for two is not answered by one: the question, the grid, the review and the submission say so.
class ChooseSeveralTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_packs;
    std::unique_ptr<ExamBench> m_bench;
    int m_at = -1; ///< of the first question that asks for two

    /// Sits at a question that asks for two.
    void sit()
    {
        m_bench = std::make_unique<ExamBench>(m_packs.path());
        QVERIFY(m_bench->open());
        m_at = -1;
        // The exam asks for one answer; drills have the others too.
        const ExamDesk::Setup wished = m_bench->setup(AttemptMode::Drill, 60);
        // They are drawn by chance, and few ask for two.
        for (int tries = 0; tries < 50 && m_at < 0; ++tries) {
            if (m_bench->desk().running())
                QVERIFY(m_bench->desk().abandon().ok());
            QVERIFY(m_bench->desk().start(wished).ok());
            for (int position = 0; position < 60 && m_at < 0; ++position) {
                if (const auto item = m_bench->desk().item(position); item->type == ItemType::Multiple)
                    m_at = position;
            }
        }
        m_bench->page->goTo({});
        QCoreApplication::processEvents();
        QVERIFY(m_at >= 0);
        QCOMPARE(m_bench->desk().item(m_at)->keyIds().size(), 2);
        m_bench->makeRoom();
        QTest::mouseClick(m_bench->cell(m_at), Qt::LeftButton);
    }
    const TextLabel *chosen() const { return m_bench->find<TextLabel>("chosen"); }
    void review() { m_bench->press("review"); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_packs.path()).mkdir(QStringLiteral("generated")));
        QVERIFY(writeGeneratedPack(m_packs.filePath(QStringLiteral("generated"))));
    }
    void cleanup() { m_bench.reset(); }

    void theQuestionCounts()
    {
        sit();
        QVERIFY(chosen()->isVisible());
        QCOMPARE(chosen()->text(), QStringLiteral("0 of 2 chosen"));
        m_bench->key(Qt::Key_A);
        QCOMPARE(chosen()->text(), QStringLiteral("1 of 2 chosen"));
        QVERIFY(m_bench->status().endsWith(QStringLiteral("A saved, 1 of 2 chosen")));
        const auto *options = m_bench->page->findChild<OptionList *>();
        QCOMPARE(options->accessibleDescription(), chosen()->text());
        m_bench->key(Qt::Key_B);
        QCOMPARE(chosen()->text(), QStringLiteral("2 of 2 chosen"));
        QTest::mouseClick(m_bench->cell(m_at == 0 ? 1 : 0), Qt::LeftButton);
        if (m_bench->desk().item(m_at == 0 ? 1 : 0)->type == ItemType::Single) {
            QVERIFY(!chosen()->isVisible());
            QVERIFY(options->accessibleDescription().isEmpty());
        }
    }

    void theGridShowsIt()
    {
        sit();
        PositionCell *cell = m_bench->cell(m_at);
        const QImage blank = cell->grab().toImage();
        m_bench->key(Qt::Key_A);
        QCOMPARE(cell->marks().mark, Mark::Incomplete);
        QVERIFY(cell->accessibleName().contains(QStringLiteral("incomplete")));
        const QImage incomplete = cell->grab().toImage();
        QVERIFY(incomplete != blank);
        auto *grid = m_bench->page->findChild<PositionGrid *>();
        QCOMPARE(grid->count(Mark::Answered), 0);
        QCOMPARE(grid->count(PositionGrid::Filter::Blank), 60);
        m_bench->key(Qt::Key_B);
        QCOMPARE(cell->marks().mark, Mark::Answered);
        QVERIFY(cell->grab().toImage() != incomplete);
        QCOMPARE(grid->count(PositionGrid::Filter::Blank), 59);
        m_bench->key(Qt::Key_B);
        QCOMPARE(cell->marks().mark, Mark::Incomplete);
    }

    void theReviewAndTheSubmissionWarn()
    {
        sit();
        m_bench->key(Qt::Key_A);
        review();
        QCOMPARE(m_bench->find<TextLabel>("counts")->text(),
            QStringLiteral("0 answered, 1 incomplete, 59 blank, 0 flagged"));
        const auto *list = m_bench->page->findChild<ExamReview *>()->list();
        QVERIFY(list->topLevelItem(m_at)->text(2).startsWith(QStringLiteral("1 of 2 chosen: A")));
        QVERIFY(list->topLevelItem(m_at)
                    ->data(0, Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("incomplete")));
        m_bench->dialogs.agrees = false;
        m_bench->press("submit");
        QCOMPARE(m_bench->dialogs.asked, QStringList{QStringLiteral("Finish with 59 blank, 1 incomplete?")});
        QVERIFY(m_bench->dialogs.details.constFirst().contains(
            QStringLiteral("Fewer chosen than asked, which counts as wrong: 1 question.")));
        QVERIFY(m_bench->desk().running());
    }

    void aPartOfTheKeyIsWrong()
    {
        sit();
        const Item item = m_bench->desk().item(m_at).value();
        QVERIFY(m_bench->desk().answer(m_at, {item.keyIds().constFirst()}).ok());
        const AttemptId id = m_bench->desk().running()->setup().id;
        QVERIFY(m_bench->desk().submit().ok());
        QCOMPARE(m_bench->reports().report(id)->score.right, 0);
    }
};

LECTERN_TEST_CLASS(ChooseSeveralTest)

#include "chooseseveral_test.moc"
