// SPDX-License-Identifier: GPL-3.0-or-later
#include "examdesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "searchfield.h"
#include "testwindow.h"
#include "topbar.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace lectern;

class PagesTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::TestWindow> m_test;

private Q_SLOTS:
    void init()
    {
        m_test = std::make_unique<test::TestWindow>();
        QVERIFY(m_test->open());
    }
    void cleanup() { m_test.reset(); }

    void everyPageIsReachedByKey()
    {
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(m_test->window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(m_test->tabs().currentIndex(), i);
            QCOMPARE(m_test->pages().currentWidget(), m_test->window->page(PageId(i)));
            QVERIFY(m_test->pages().currentWidget()->isVisible());
        }
        QTest::keyClick(m_test->window.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_test->tabs().currentIndex(), 0);
        QTest::keyClick(m_test->window.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(m_test->tabs().currentIndex(), 5);
    }

    void onlyTheCurrentPageIsMade()
    {
        QCOMPARE(m_test->pages().count(), 1);
        m_test->window->go({PageId::Guide, {}});
        QCOMPARE(m_test->pages().count(), 2);
    }

    void tabAndGeometryAreKept()
    {
        m_test->window->resize(790, 760);
        m_test->window->go({PageId::Projects, {}});
        QVERIFY(m_test->restart());
        QCOMPARE(m_test->window->size(), QSize(790, 760));
        QCOMPARE(m_test->tabs().currentIndex(), int(PageId::Projects));
    }

    void anExamTakesTheWholeWindow()
    {
        m_test->window->go({PageId::Exam, {}});
        Page *exam = m_test->window->page(PageId::Exam);
        Q_EMIT exam->immersive(true);
        QVERIFY(m_test->window->findChild<TopBar *>()->isHidden());
        QTest::keyClick(m_test->window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_test->tabs().currentIndex(), int(PageId::Exam));
        Q_EMIT exam->immersive(false);
        QVERIFY(!m_test->window->findChild<TopBar *>()->isHidden());
        QTest::keyClick(m_test->window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_test->tabs().currentIndex(), 0);
    }

    void searchShowsThePageOfWhatWasFound()
    {
        auto *field = m_test->window->findChild<SearchField *>();
        QSignalSpy chosen(field, &SearchField::chosen);
        QTest::keyClicks(field, QStringLiteral("lakehouse"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_test->tabs().currentIndex(), int(chosen.at(0).at(0).value<Place>().page));
    }

    void aQuestionIsShownWhereItWasAnswered()
    {
        ExamDesk &exam = m_test->workspace->exam();
        ExamDesk::Setup setup = exam.defaultSetup();
        setup.questions = 5;
        const auto attempt = exam.start(setup);
        QVERIFY(attempt);
        QVERIFY(exam.show(0));
        QVERIFY(exam.submit());
        const auto report = m_test->workspace->reports().report(*attempt);
        QVERIFY(report);
        const Item item = report->items.value(report->score.items.first().item);
        auto *field = m_test->window->findChild<SearchField *>();
        QTest::keyClicks(field, item.title);
        auto *results = m_test->window->findChild<QListWidget *>();
        QListWidgetItem *question = nullptr;
        for (int i = 0; i < results->count(); ++i) {
            if (results->item(i)->text().startsWith(item.title) &&
                results->item(i)->text().contains(QLatin1String("Question")))
                question = results->item(i);
        }
        QVERIFY(question);
        Q_EMIT results->itemActivated(question);
        QCOMPARE(m_test->tabs().currentIndex(), int(PageId::Exam));
        QVERIFY(m_test->pages().currentWidget()->isVisible());
    }
};

LECTERN_TEST_CLASS(PagesTest)
#include "pages_test.moc"
