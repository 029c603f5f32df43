// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencetab.h"

#include "evidencedesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "outsidemockdialog.h"
#include "pagebench.h"
#include "plandesk.h"
#include "projectdesk.h"
#include "readinessdesk.h"
#include "runall.h"
#include "timeformats.h"
#include "topicevidencerow.h"
#include "widgets.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

#include <algorithm>

using namespace lectern;

class EvidenceTabTest : public QObject
{
    Q_OBJECT

    struct Tab {
        test::PageBench bench;
        EvidenceTab *tab = nullptr;

        bool open()
        {
            if (!bench.workspace.open())
                return false;
            show();
            return true;
        }
        void show()
        {
            Workspace &workspace = *bench.workspace;
            tab = &bench.show(
                new EvidenceTab({workspace.readiness(), workspace.plan(), workspace.guide(), workspace.projects(),
                                    workspace.exam(), workspace.evidence(), workspace.history()},
                    bench.ui));
            tab->refresh();
            QObject::connect(&workspace.evidence(), &EvidenceDesk::changed, tab, &EvidenceTab::refresh);
            QApplication::processEvents();
        }
        QList<Topic> topics() const
        {
            QList<Topic> all;
            for (const Domain &domain :
                const_cast<test::TestWorkspace &>(bench.workspace)->guide().certification().domains)
                all.append(domain.topics);
            return all;
        }
        QRadioButton *segment(const Topic &topic, int value) const
        {
            const auto *felt = bench.named<Segments>(QStringLiteral("How sure you feel of ") + topic.title);
            return felt ? felt->findChildren<QRadioButton *>().value(value - lowestRating) : nullptr;
        }
        int rating(const Topic &topic)
        {
            int value = 0;
            for (const TopicRating &rating : *bench.workspace->evidence().ratings()) {
                if (rating.topic == topic.id)
                    value = rating.value;
            }
            return value;
        }
        bool says(const QString &part) const
        {
            const QStringList spoken = bench.spoken();
            return std::any_of(
                spoken.cbegin(), spoken.cend(), [&](const QString &text) { return text.contains(part); });
        }
        /// Fills the form that comes up next and saves it.
        void answerForm(const QString &provider, int right, int questions)
        {
            bench.dialogs.onRun = [=](QDialog &dialog) {
                auto *form = qobject_cast<OutsideMockDialog *>(&dialog);
                QVERIFY(form);
                form->findChild<QLineEdit *>()->setText(provider);
                form->findChildren<QSpinBox *>().at(1)->setValue(questions);
                form->findChildren<QSpinBox *>().at(0)->setValue(right);
            };
        }
    };

private Q_SLOTS:
    void fourKindsStandApart()
    {
        Tab it;
        QVERIFY(it.open());
        const QStringList spoken = it.bench.spoken();
        for (const char *kind : {"Tested", "Felt", "Done", "Outside"})
            QVERIFY2(spoken.contains(QLatin1String(kind)), kind);
        QVERIFY(spoken.contains(QStringLiteral("Only tested answers and outside mocks enter the expected score.")));
        QVERIFY(spoken.contains(QStringLiteral("0 of 25 topics rated.")));
        QVERIFY(it.says(QStringLiteral("0 of 28 checklist items")));
        QCOMPARE(it.tab->findChildren<TopicEvidenceRow *>().size(), 25);
        for (const Topic &topic : it.topics())
            QVERIFY2(spoken.contains(topic.title), qPrintable(topic.id));
    }

    void topicIsRatedKeptAndUndone()
    {
        Tab it;
        QVERIFY(it.open());
        const Topic topic = it.topics().at(6);
        it.tab->enter(topic.id);
        it.bench.click(it.segment(topic, 4));
        QCOMPARE(it.rating(topic), 4);
        QVERIFY(it.bench.spoken().contains(QStringLiteral("1 of 25 topics rated.")));
        it.tab->enter(topic.id);
        it.bench.key(QApplication::focusWidget(), Qt::Key_2);
        QCOMPARE(it.rating(topic), 2);
        QVERIFY(it.segment(topic, 2)->isChecked());

        it.bench.hidePage();
        QVERIFY(it.bench.workspace.reopen());
        it.show();
        QVERIFY(it.segment(topic, 2)->isChecked());
        QVERIFY(it.bench.workspace->history().undo().ok());
        QVERIFY(it.segment(topic, 4)->isChecked());
    }

    void upAndDownGoThroughTheTopics()
    {
        Tab it;
        QVERIFY(it.open());
        const QList<Topic> topics = it.topics();
        it.tab->enter(topics[4].id);
        it.bench.key(QApplication::focusWidget(), Qt::Key_Down);
        // Over the edge of a domain.
        QCOMPARE(QApplication::focusWidget(), it.segment(topics[5], 1));
        it.bench.key(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(QApplication::focusWidget(), it.segment(topics[4], 1));
        for (const Topic &topic : topics)
            QCOMPARE(it.rating(topic), 0);
    }

    void mockIsAddedChangedRemovedAndBroughtBack()
    {
        Tab it;
        QVERIFY(it.open());
        QVERIFY(it.says(QStringLiteral("No mocks from elsewhere yet.")));
        it.answerForm(QStringLiteral("Example Academy"), 41, 60);
        it.bench.click(it.bench.named(QStringLiteral("Add a mock taken elsewhere")));
        QVERIFY(it.says(QStringLiteral("41 of 60 right (68 %)")));
        QVERIFY(it.says(QStringLiteral("1 mock, 1 of them with questions you had not seen.")));
        QVERIFY(!it.says(QStringLiteral("No mocks from elsewhere yet.")));

        const QString day = QLocale().toString(it.bench.workspace->readiness().today(), dateEntryFormat());
        it.answerForm(QStringLiteral("Example Academy"), 30, 60);
        it.bench.click(it.bench.named(QStringLiteral("Change the mock of Example Academy, ") + day));
        QVERIFY(it.says(QStringLiteral("30 of 60 right (50 %)")));
        QVERIFY(!it.says(QStringLiteral("41 of 60")));

        it.bench.click(it.bench.named(QStringLiteral("Remove the mock of Example Academy, ") + day));
        QVERIFY(!it.says(QStringLiteral("30 of 60")));
        QVERIFY(it.bench.workspace->history().undo().ok());
        QVERIFY(it.says(QStringLiteral("30 of 60 right (50 %)")));
    }

    void formLeftKeepsNothing()
    {
        Tab it;
        QVERIFY(it.open());
        it.bench.dialogs.agrees = false;
        it.answerForm(QStringLiteral("Example Academy"), 41, 60);
        it.bench.key(it.tab, Qt::Key_M);
        QVERIFY(it.bench.workspace->evidence().mocks()->isEmpty());
        it.bench.dialogs.agrees = true;
        it.bench.key(it.tab, Qt::Key_M);
        QCOMPARE(it.bench.workspace->evidence().mocks()->size(), 1);
    }

    void whatIsDoneIsCountedByTopic()
    {
        Tab it;
        QVERIFY(it.open());
        PlanDesk &plan = it.bench.workspace->plan();
        const Topic topic = it.topics().at(0);
        QVERIFY(plan.addBlock(BlockKind::Lab, topic.id, 90).ok());
        QVERIFY(plan.setDone(plan.allBlocks().constLast().id, true).ok());
        it.tab->refresh();
        QVERIFY(it.bench.spoken().contains(QStringLiteral("1 lab · 1.5 h")));
    }

    void nothingRunsOutOfTheWindow_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1280;
        QTest::newRow("medium") << 900;
        QTest::newRow("narrow") << 520;
    }
    void nothingRunsOutOfTheWindow()
    {
        QFETCH(int, width);
        Tab it;
        QVERIFY(it.open());
        it.bench.window->resize(it.bench.theme.px(width), 700);
        QApplication::processEvents();
        QVERIFY2(it.tab->widget()->minimumSizeHint().width() <= it.tab->viewport()->width(),
            qPrintable(QString::number(it.tab->widget()->minimumSizeHint().width())));
    }
};

LECTERN_TEST_CLASS(EvidenceTabTest)
#include "evidencetab_test.moc"
