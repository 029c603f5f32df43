// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockplace.h"

#include "examdesk.h"
#include "reportdesk.h"
#include "runall.h"
#include "testworkspace.h"

#include <QTest>

using namespace lectern;

class BlockPlaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyBlockHasItsPlace_data()
    {
        QTest::addColumn<BlockKind>("kind");
        QTest::addColumn<BlockAim>("aim");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<PageId>("page");
        QTest::addColumn<QString>("anchor");
        const auto row = [](const char *name, BlockKind kind, BlockAim aim, const char *topic, PageId page,
                             const char *anchor) {
            QTest::newRow(name) << kind << aim << QString::fromLatin1(topic) << page << QString::fromLatin1(anchor);
        };
        row("read", BlockKind::Read, BlockAim::Study, "d3.2", PageId::Guide, "d3.2");
        row("lab", BlockKind::Lab, BlockAim::Study, "d3.2", PageId::Guide, "d3.2");
        row("questions", BlockKind::Questions, BlockAim::Study, "d3.2", PageId::Exam, "setup/topic/d3.2");
        row("mixed", BlockKind::Questions, BlockAim::Study, "", PageId::Exam, "setup/drill");
        row("return", BlockKind::Questions, BlockAim::Return, "d3.2", PageId::Exam, "setup/topic/d3.2");
        row("diagnostic", BlockKind::Questions, BlockAim::Diagnostic, "", PageId::Exam, "setup/diagnostic");
        row("timed", BlockKind::Questions, BlockAim::Timed, "", PageId::Exam, "setup/timed");
        row("rehearsal", BlockKind::Rehearsal, BlockAim::Study, "", PageId::Exam, "setup/rehearsal");
        row("review", BlockKind::Review, BlockAim::Study, "", PageId::Exam, "setup/due");
        row("missed", BlockKind::Review, BlockAim::Missed, "", PageId::Exam, "setup/due");
        row("lookback", BlockKind::Review, BlockAim::Lookback, "", PageId::Exam, "errors");
        row("guide check", BlockKind::Read, BlockAim::GuideCheck, "", PageId::Guide, "facts");
        row("project", BlockKind::Project, BlockAim::Study, "", PageId::Projects, "");
    }
    void everyBlockHasItsPlace()
    {
        QFETCH(BlockKind, kind);
        QFETCH(BlockAim, aim);
        QFETCH(QString, topic);
        QFETCH(PageId, page);
        QFETCH(QString, anchor);
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        Block block;
        block.kind = kind;
        block.aim = aim;
        block.topic = topic;
        const auto place = placeOf(block, workspace->reports());
        QVERIFY(place.has_value());
        QCOMPARE(place->page, page);
        QCOMPARE(place->anchor, anchor);
    }

    void projectsOpenAtWhatIsProven()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        Block block;
        block.kind = BlockKind::Project;
        block.project = QStringLiteral("p1");
        QCOMPARE(placeOf(block, workspace->reports())->anchor, QStringLiteral("project/p1"));
        block.requirement = QStringLiteral("r2");
        QCOMPARE(placeOf(block, workspace->reports())->anchor, QStringLiteral("p1/r2"));
    }

    void aBufferHasNothingToOpen()
    {
        test::TestWorkspace workspace;
        QVERIFY(workspace.open());
        Block block;
        block.kind = BlockKind::Buffer;
        QVERIFY(!placeOf(block, workspace->reports()));
    }
};

LECTERN_TEST_CLASS(BlockPlaceTest)
#include "blockplace_test.moc"
