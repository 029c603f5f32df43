// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectspage.h"

#include "certification.h"
#include "evidencelink.h"
#include "historydesk.h"
#include "noteedit.h"
#include "pagebench.h"
#include "projectdesk.h"
#include "runall.h"

#include <QLineEdit>
#include <QRadioButton>

using namespace lectern;

class ProjectsPageTest : public QObject
{
    Q_OBJECT

    static ProjectsPage &open(test::PageBench &bench)
    {
        return bench.show(new ProjectsPage(bench.workspace->projects(), bench.workspace->history(), bench.ui));
    }
    static QRadioButton *segment(const test::PageBench &bench, const Requirement &requirement, const QString &state)
    {
        const auto *group = bench.named(QStringLiteral("State of ") + requirement.title);
        if (!group)
            return nullptr;
        for (QRadioButton *button : group->findChildren<QRadioButton *>()) {
            if (button->text() == state)
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void evidenceIsJudged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        using Kind = EvidenceLink::Kind;
        QTest::newRow("nothing") << QStringLiteral("  ") << int(Kind::None);
        QTest::newRow("web") << QStringLiteral(" https://example.org/runs?a=1 ") << int(Kind::Web);
        QTest::newRow("web without a host") << QStringLiteral("https:///x") << int(Kind::Unclear);
        QTest::newRow("other scheme") << QStringLiteral("javascript:alert(1)") << int(Kind::Unclear);
        QTest::newRow("folder") << QStringLiteral("/") << int(Kind::File);
        QTest::newRow("home") << QStringLiteral("~/") << int(Kind::File);
        QTest::newRow("gone") << QStringLiteral("/nowhere/at/all.csv") << int(Kind::FileGone);
        QTest::newRow("gone, as an address") << QStringLiteral("file:///nowhere/all.csv") << int(Kind::FileGone);
        QTest::newRow("words") << QStringLiteral("see the wiki") << int(Kind::Unclear);
    }
    void evidenceIsJudged()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QCOMPARE(int(evidenceLink(text).kind), kind);
    }

    void everyProjectAndRequirementIsShown()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        ProjectsPage &page = open(bench);
        QCOMPARE(bench.workspace->projects().projects().size(), 3);
        int requirements = 0;
        for (const Project &project : bench.workspace->projects().projects()) {
            page.goTo(QStringLiteral("project/") + project.id);
            const QStringList spoken = bench.spoken();
            QVERIFY(spoken.contains(project.title));
            QVERIFY(spoken.contains(QStringLiteral("Scope: ") + project.scope));
            QVERIFY(spoken.contains(project.summary));
            for (const Requirement &requirement : project.requirements) {
                QVERIFY2(spoken.contains(requirement.title), qPrintable(requirement.title));
                QVERIFY(spoken.contains(QStringLiteral("What proves it: ") + requirement.proof));
                ++requirements;
            }
        }
        QCOMPARE(requirements, 12);
    }

    void stateByMouseIsKeptAndUndone()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        open(bench);
        const Project project = bench.workspace->projects().projects().first();
        const Requirement requirement = project.requirements.first();
        bench.click(segment(bench, requirement, QStringLiteral("Done")));
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).state, RequirementState::Done);
        QVERIFY(bench.spoken().contains(QStringLiteral("1 of 4 done")));

        bench.hidePage();
        QVERIFY(bench.workspace.reopen());
        open(bench);
        QVERIFY(segment(bench, requirement, QStringLiteral("Done"))->isChecked());

        bench.click(segment(bench, requirement, QStringLiteral("In progress")));
        bench.click(bench.button(QStringLiteral("Undo")));
        QVERIFY(segment(bench, requirement, QStringLiteral("Done"))->isChecked());
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).state, RequirementState::Done);
    }

    void stateByKeyboard()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        ProjectsPage &page = open(bench);
        const Project project = bench.workspace->projects().projects().at(1);
        const Requirement requirement = project.requirements.at(2);
        page.goTo(project.id + u'/' + requirement.id);
        QWidget *focused = QApplication::focusWidget();
        QCOMPARE(focused, segment(bench, requirement, QStringLiteral("Open")));
        bench.key(focused, Qt::Key_Right);
        QCOMPARE(
            bench.workspace->projects().requirement(project.id, requirement.id).state, RequirementState::InProgress);
    }

    void projectsByKeyboard()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        ProjectsPage &page = open(bench);
        const QList<Project> &projects = bench.workspace->projects().projects();
        const auto shown = [&](int index) {
            return bench.spoken().contains(QStringLiteral("Scope: ") + projects[index].scope);
        };
        QVERIFY(shown(0));
        bench.key(&page, Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(shown(1) && !shown(0));
        bench.key(&page, Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(shown(0));
    }

    void noteIsSavedWhenLeft()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        open(bench);
        const Project project = bench.workspace->projects().projects().first();
        const Requirement requirement = project.requirements.first();
        const QString name = QStringLiteral("Note on ") + requirement.title;
        auto *note = bench.named<NoteEdit>(name);
        QVERIFY(note);
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("40 TB, two sizes"));
        QVERIFY(bench.workspace->projects().requirement(project.id, requirement.id).note.isEmpty());
        bench.key(note, Qt::Key_Tab);
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).note,
            QStringLiteral("40 TB, two sizes"));

        bench.hidePage();
        QVERIFY(bench.workspace.reopen());
        open(bench);
        note = bench.named<NoteEdit>(name);
        QCOMPARE(note->toPlainText(), QStringLiteral("40 TB, two sizes"));
        note->setFocus();
        note->selectAll();
        QTest::keyClicks(note, QStringLiteral("less"));
        bench.key(note, Qt::Key_Tab);
        bench.click(bench.button(QStringLiteral("Undo")));
        QCOMPARE(note->toPlainText(), QStringLiteral("40 TB, two sizes"));
    }

    void noteIsSavedWhenThePageGoesAway()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        ProjectsPage &page = open(bench);
        const Project project = bench.workspace->projects().projects().first();
        const Requirement requirement = project.requirements.first();
        auto *note = bench.named<NoteEdit>(QStringLiteral("Note on ") + requirement.title);
        QTest::keyClicks(note, QStringLiteral("typed"));
        page.hide();
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).note, QStringLiteral("typed"));
    }

    void evidenceIsChosenOpenedAndMissed()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        open(bench);
        const Project project = bench.workspace->projects().projects().first();
        const Requirement requirement = project.requirements.first();
        const QString path = bench.workspace.folder() + QStringLiteral("/runs.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();

        bench.dialogs.file = path;
        bench.click(bench.named(QStringLiteral("Choose file for ") + requirement.title));
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).evidence, path);
        auto *openButton = bench.named<QAbstractButton>(QStringLiteral("Open evidence of ") + requirement.title);
        bench.click(openButton);
        QCOMPARE(bench.dialogs.opened, QStringList(path));
        QVERIFY(!bench.spoken().join(u' ').contains(QStringLiteral("file is gone")));

        QVERIFY(QFile::remove(path));
        bench.hidePage();
        open(bench);
        QVERIFY(bench.spoken().contains(QStringLiteral("✗ file is gone")));
        openButton = bench.named<QAbstractButton>(QStringLiteral("Open evidence of ") + requirement.title);
        QVERIFY(!openButton->isEnabled());
    }

    void evidenceIsTypedAndFailsToOpen()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        open(bench);
        const Project project = bench.workspace->projects().projects().first();
        const Requirement requirement = project.requirements.first();
        auto *edit = bench.named<QLineEdit>(QStringLiteral("Evidence of ") + requirement.title);
        QTest::keyClicks(edit, QStringLiteral("https://example.org/run"));
        bench.key(edit, Qt::Key_Return);
        QCOMPARE(bench.workspace->projects().requirement(project.id, requirement.id).evidence,
            QStringLiteral("https://example.org/run"));
        bench.dialogs.opens = false;
        bench.click(bench.named(QStringLiteral("Open evidence of ") + requirement.title));
        QVERIFY(bench.messages->text().contains(QStringLiteral("example.org")));
    }

    void narrowWindowsChooseFromACombo()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        open(bench);
        QVERIFY(bench.named(QStringLiteral("Projects")));
        QVERIFY(!bench.named(QStringLiteral("Project")));
        bench.window->resize(bench.theme.px(700), 600);
        QApplication::processEvents();
        QVERIFY(!bench.named(QStringLiteral("Projects")));
        QVERIFY(bench.named(QStringLiteral("Project")));
    }
};

LECTERN_TEST_CLASS(ProjectsPageTest)

#include "projectspage_test.moc"
