// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidepage.h"

#include "certification.h"
#include "checklistrow.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "noteedit.h"
#include "pagebench.h"
#include "readinessdesk.h"
#include "runall.h"
#include "setupplaces.h"
#include "syllabustree.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QRadioButton>

using namespace lectern;

namespace
{

const QString readinessList = QStringLiteral("readiness-checklist");

/// The shipped packs with one entry's title replaced, in a folder of their own.
bool copyPacks(const QString &to, const QByteArray &was, const QByteArray &is)
{
    const QDir from(QStringLiteral(LECTERN_CONTENT));
    QDirIterator it(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString target = to + u'/' + from.relativeFilePath(path);
        QFile source(path);
        QFile copy(target);
        if (!QDir().mkpath(QFileInfo(target).path()) || !source.open(QIODevice::ReadOnly) ||
            !copy.open(QIODevice::WriteOnly))
            return false;
        copy.write(source.readAll().replace(was, is));
    }
    return true;
}

} // namespace

class GuidePageTest : public QObject
{
    Q_OBJECT

    static GuidePage &open(test::PageBench &bench)
    {
        return bench.show(new GuidePage(
            bench.workspace->guide(), bench.workspace->readiness(), bench.workspace->history(), bench.ui));
    }
    static QList<const Entry *> entriesOf(const Collection &collection)
    {
        QList<const Entry *> entries;
        for (const EntryGroup &group : collection.groups) {
            for (const Entry &entry : group.entries)
                entries.append(&entry);
        }
        return entries;
    }
    static QCheckBox *box(const test::PageBench &bench, const QString &title)
    {
        auto *found = bench.named<QCheckBox>(title);
        return found;
    }
    static int leaves(const SyllabusTree &tree)
    {
        int count = 0;
        for (int i = 0; i < tree.topLevelItemCount(); ++i)
            count += tree.topLevelItem(i)->childCount();
        return count;
    }

private Q_SLOTS:
    void treeHasDomainsAndSections()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        auto *tree = page.findChild<SyllabusTree *>();
        QVERIFY(tree && tree->isVisible());
        QCOMPARE(tree->topLevelItemCount(), 5);
        QCOMPARE(leaves(*tree), 25);
        auto *combo = bench.named<QComboBox>(QStringLiteral("Syllabus by"));
        QVERIFY(combo);
        combo->setFocus();
        bench.key(combo, Qt::Key_Down);
        QCOMPARE(tree->topLevelItemCount(), 9);
        QCOMPARE(leaves(*tree), 46);
    }

    void everyTopicAndObjectiveIsShownWhole()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        const Certification &certification = bench.workspace->guide().certification();
        for (const Domain &domain : certification.domains) {
            for (const Topic &topic : domain.topics) {
                page.goTo(topic.id);
                const QStringList spoken = bench.spoken();
                QVERIFY2(spoken.contains(topic.title), qPrintable(topic.id));
                QVERIFY2(spoken.contains(topic.summary), qPrintable(topic.id));
            }
        }
        for (const Blueprint &blueprint : certification.blueprints) {
            for (const Section &section : blueprint.sections) {
                for (const Objective &objective : section.objectives) {
                    page.goTo(QStringLiteral("objective/") + objective.id);
                    QVERIFY2(bench.spoken().contains(objective.title), qPrintable(objective.id));
                }
            }
        }
    }

    void topicsByKeyboard()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        const QList<Topic> topics = bench.workspace->guide().certification().domains.first().topics;
        page.goTo(topics[0].id);
        bench.key(&page, Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(bench.spoken().contains(topics[1].summary));
        bench.click(bench.button(QStringLiteral("Previous")));
        QVERIFY(bench.spoken().contains(topics[0].summary));
        bench.click(bench.button(QStringLiteral("Practise")));
        QCOMPARE(bench.gone.last().page, PageId::Exam);
        QCOMPARE(bench.gone.last().anchor, setUpTopic(topics[0].id).anchor);
    }

    void everyEntryOfEveryCollectionIsShown()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        int shown = 0;
        for (const Collection &collection : bench.workspace->guide().certification().collections) {
            page.goTo(QStringLiteral("collection/") + collection.id);
            const QStringList spoken = bench.spoken();
            QVERIFY2(spoken.contains(collection.title), qPrintable(collection.id));
            for (const Entry *entry : entriesOf(collection)) {
                QVERIFY2(spoken.contains(entry->title), qPrintable(entry->title));
                if (!entry->detail.isEmpty())
                    QVERIFY2(spoken.contains(entry->detail), qPrintable(entry->title));
                if (!entry->note.isEmpty())
                    QVERIFY2(spoken.contains(entry->note), qPrintable(entry->title));
                ++shown;
            }
        }
        QVERIFY(shown >= 60);
    }

    void checklistsHaveTheirSizes()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        page.goTo(QStringLiteral("collection/") + readinessList);
        QCOMPARE(page.findChildren<ChecklistRow *>().size(), 4 + 15 + 5 + 4);
        for (const QString &progress :
            {QStringLiteral("0 of 15 done"), QStringLiteral("0 of 5 done"), QStringLiteral("0 of 4 done")})
            QVERIFY2(bench.spoken().contains(progress), qPrintable(progress));
        QVERIFY(bench.spoken().contains(QStringLiteral("Checklists never enter the odds.")));
    }

    void resourceIsUsedAndOpenedOnlyWhenAskedTo()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        const Collection *resources = nullptr;
        for (const Collection &collection : bench.workspace->guide().certification().collections) {
            if (collection.kind == CollectionKind::Resources && !resources)
                resources = &collection;
        }
        QVERIFY(resources);
        const Entry entry = *entriesOf(*resources).at(0);
        page.goTo(QStringLiteral("collection/%1/%2").arg(resources->id, entry.id));
        bench.click(bench.named(QStringLiteral("Open ") + entry.title));
        QVERIFY(bench.dialogs.opened.isEmpty());
        QVERIFY(bench.messages->text().contains(QUrl(entry.url).host()));
        for (QAbstractButton *action : bench.messages->findChildren<QAbstractButton *>()) {
            if (action->text() == QStringLiteral("Open"))
                bench.click(action);
        }
        QCOMPARE(bench.dialogs.opened, QStringList(entry.url));

        QCheckBox *used = box(bench, QStringLiteral("Used: ") + entry.title);
        QVERIFY(used);
        bench.key(used, Qt::Key_Space);
        QVERIFY(bench.workspace->guide().check(resources->id, entry.id).checked());
    }

    void factsNameBothValuesAndWhatDiffers()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        page.goTo(QStringLiteral("facts"));
        const QStringList spoken = bench.spoken();
        int differing = 0;
        for (const Fact &fact : bench.workspace->guide().certification().facts) {
            QVERIFY2(spoken.contains(fact.label), qPrintable(fact.id));
            QVERIFY2(spoken.contains(fact.page), qPrintable(fact.id));
            const QString vendor = fact.differs ? fact.vendor + QStringLiteral(", differs from the page") : fact.vendor;
            QVERIFY2(spoken.contains(vendor), qPrintable(fact.id));
            differing += fact.differs ? 1 : 0;
        }
        QVERIFY(differing >= 4);
        QCOMPARE(spoken.count(QStringLiteral("differs")), differing);
    }

    void factSourceIsOpenedThroughTheBar()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        const Fact fact = bench.workspace->guide().certification().facts.first();
        page.goTo(QStringLiteral("fact/") + fact.id);
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        QVERIFY(focused->accessibleName().contains(fact.label));
        bench.key(focused, Qt::Key_Space);
        QVERIFY(bench.messages->text().contains(QUrl(fact.source.url).host()));
        QVERIFY(bench.dialogs.opened.isEmpty());
    }

    void columnsFold()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        auto *tree = page.findChild<SyllabusTree *>();
        const auto railShown = [&] {
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->text() == QStringLiteral("Certification facts"))
                    return label->isVisible();
            }
            return false;
        };
        bench.window->resize(bench.theme.px(1280), 752);
        QApplication::processEvents();
        QVERIFY(tree->isVisible() && railShown());
        bench.key(&page, Qt::Key_F9);
        QVERIFY(!tree->isVisible());
        bench.key(&page, Qt::Key_F9);
        QVERIFY(tree->isVisible());
        bench.key(&page, Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(!railShown());
        bench.key(&page, Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(railShown());
    }

    void narrowWindowsPutTheFactsAway()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        bench.window->resize(bench.theme.px(1000), 700);
        QApplication::processEvents();
        const auto *label = [&]() -> QLabel * {
            for (QLabel *candidate : page.findChildren<QLabel *>()) {
                if (candidate->text() == QStringLiteral("Certification facts"))
                    return candidate;
            }
            return nullptr;
        }();
        QVERIFY(label);
        QVERIFY(!label->isVisible());
        bench.key(&page, Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(label->isVisible());
    }

    void strangersTextStaysText_data()
    {
        QTest::addColumn<QByteArray>("hostile");
        QTest::newRow("html") << QByteArray("<b>x</b> & <img src=file:///etc/passwd>");
        QTest::newRow("markdown") << QByteArray("![](file:///etc/passwd)");
    }
    void strangersTextStaysText()
    {
        QFETCH(QByteArray, hostile);
        QTemporaryDir folder;
        QVERIFY(copyPacks(folder.path(), QByteArray("title: Associate Certification"), "title: \"" + hostile + '"'));
        test::PageBench bench(folder.path());
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        page.goTo(QStringLiteral("collection/prerequisites"));
        const QString text = QString::fromUtf8(hostile);
        QVERIFY(bench.spoken().contains(text));
        bool found = false;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->text() != text)
                continue;
            found = true;
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(found);
    }

    void unknownAnchorsChangeNothing_data()
    {
        QTest::addColumn<QString>("anchor");
        for (const char *anchor : {"", "d9.9", "collection/none", "collection", "fact/none", "objective/none", "///"})
            QTest::newRow(anchor) << QString::fromLatin1(anchor);
    }
    void unknownAnchorsChangeNothing()
    {
        QFETCH(QString, anchor);
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        GuidePage &page = open(bench);
        const QStringList before = bench.spoken();
        page.goTo(anchor);
        QCOMPARE(bench.spoken(), before);
    }
};

LECTERN_TEST_CLASS(GuidePageTest)

#include "guidepage_test.moc"
