// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesspage.h"

#include "domainradar.h"
#include "examdesk.h"
#include "figuretable.h"
#include "guidedesk.h"
#include "pagebench.h"
#include "plandesk.h"
#include "radarpoints.h"
#include "readinessdesk.h"
#include "readinesswords.h"
#include "runall.h"
#include "setupplaces.h"
#include "topicgrid.h"
#include "widgets.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace lectern;

namespace
{

/// So many first answers in each section, of which a share is expected right.
ReadinessReport reportOf(const QList<std::pair<int, double>> &sections)
{
    ReadinessReport report;
    for (const auto &[answers, mean] : sections) {
        ReadinessRow row;
        row.id = QString(QChar(char16_t(u'a' + report.sections.size())));
        row.answers = answers;
        row.weight = 20;
        row.expected = {mean, std::max(0.0, mean - 0.1), std::min(1.0, mean + 0.1)};
        report.answers += answers;
        report.sections.append(row);
    }
    return report;
}

Blueprint blueprintOf(const ReadinessReport &report)
{
    Blueprint blueprint;
    for (const ReadinessRow &row : report.sections) {
        Section made;
        made.id = row.id;
        made.code = row.id.toUpper();
        made.title = QStringLiteral("Title of ") + row.id;
        made.weight = int(row.weight);
        blueprint.sections.append(made);
    }
    return blueprint;
}

/// Answers `count` questions of a form and submits; every `wrongEvery`-th is answered wrong.
bool sit(Workspace &workspace, const QString &blueprint, int count, int wrongEvery)
{
    ExamDesk &exam = workspace.exam();
    if (!exam.start({AttemptMode::Timed, blueprint, count, 120}))
        return false;
    for (int position = 0; position < count; ++position) {
        const Result<Item> item = exam.item(position);
        if (!item)
            return false;
        const bool wrong = position % wrongEvery == wrongEvery - 1;
        for (const Option &option : item->options) {
            if (option.key != wrong) {
                if (!exam.show(position) || !exam.answer(position, {option.id}))
                    return false;
                break;
            }
        }
    }
    return exam.submit().ok();
}

ReadinessDesks desksOf(test::PageBench &bench)
{
    Workspace &workspace = *bench.workspace;
    return {workspace.readiness(), workspace.plan(), workspace.guide(), workspace.projects(), workspace.exam(),
        workspace.evidence(), workspace.history()};
}

const QString pageBlueprint = QStringLiteral("page-domains");
const QString vendorBlueprint = QStringLiteral("DEP-2026-10");

} // namespace

class ReadinessPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsFollowTheCounts()
    {
        const auto points = radarPoints(reportOf({{4, 0.75}, {0, 0.6}, {5, 0.0}, {5, 1.0}}));
        QCOMPARE(points.size(), 4);
        QCOMPARE(points[1].angle, 90.0);
        QCOMPARE(points[3].angle, 270.0);
        QCOMPARE(points[0].radius, 75.0);
        QCOMPARE(points[0].low, 65.0);
        QCOMPARE(points[0].high, 85.0);
        QVERIFY(!points[1].known);
        // None right is known; nothing asked is not.
        QVERIFY(points[2].known);
        QCOMPARE(points[2].radius, 0.0);
    }

    void itIsPrintedByButtonAndKey()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        ReadinessPage &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        bench.dialogs.agrees = false;
        int asked = 0;
        bench.dialogs.onRun = [&](QDialog &dialog) {
            QVERIFY(!dialog.windowTitle().isEmpty());
            ++asked;
        };
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("printReadiness")), Qt::LeftButton);
        QCOMPARE(asked, 1);
        QTest::keyClick(&page, Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(asked, 2);
    }

    void runsBreakAtSilence_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QList<int>>("lengths");
        // A full circle comes back to its first point.
        QTest::newRow("all") << QStringLiteral("11111") << QList<int>{6};
        QTest::newRow("last silent") << QStringLiteral("11110") << QList<int>{4};
        QTest::newRow("first silent") << QStringLiteral("01111") << QList<int>{4};
        QTest::newRow("middle silent") << QStringLiteral("11011") << QList<int>{2, 3};
        QTest::newRow("alone") << QStringLiteral("00100") << QList<int>{1};
        QTest::newRow("two apart") << QStringLiteral("01010") << QList<int>{1, 1};
        QTest::newRow("none") << QStringLiteral("00000") << QList<int>{};
    }
    void runsBreakAtSilence()
    {
        QFETCH(QString, known);
        QFETCH(QList<int>, lengths);
        QList<std::pair<int, double>> sections;
        for (const QChar &one : known)
            sections.append({one == u'1' ? 3 : 0, 0.5});
        QList<int> seen;
        for (const QList<RadarPoint> &run : radarRuns(radarPoints(reportOf(sections)))) {
            seen.append(int(run.size()));
            for (const RadarPoint &point : run)
                QVERIFY(point.known);
        }
        QCOMPARE(seen, lengths);
    }

    void plottedOutlineIsTheValues()
    {
        const ReadinessReport report = reportOf({{4, 0.75}, {2, 0.5}, {0, 0.6}, {5, 0.8}, {5, 0.2}});
        DomainRadar radar(test::sharedTheme());
        radar.resize(600, 420);
        radar.showReport(blueprintOf(report), report, 70);
        const QList<QPolygonF> outline = radar.outline();
        QCOMPARE(outline.size(), 2);
        QCOMPARE(outline[0], QPolygonF({QPointF(0, 75), QPointF(72, 50)}));
        QCOMPARE(outline[1], QPolygonF({QPointF(216, 80), QPointF(288, 20), QPointF(360, 75)}));
        QCOMPARE(radar.targetRing(), 70.0);
        QVERIFY(radar.accessibleDescription().contains(QStringLiteral("Title of c: no answers, weight 20 %")));
        QVERIFY(!radar.grab().isNull());
    }

    void emptyProfileLeadsToAForm()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        const QString spoken = bench.spoken().join(u' ');
        QVERIFY(spoken.contains(QStringLiteral("No odds yet")));
        QVERIFY(!spoken.contains(QStringLiteral("Points you would lose")));
        bench.click(bench.button(QStringLiteral("Set up a diagnostic")));
        QCOMPARE(bench.gone.size(), 1);
        QCOMPARE(bench.gone.first().page, PageId::Exam);
        QCOMPARE(bench.gone.first().anchor, QStringLiteral("setup/diagnostic"));
    }

    void tableEqualsRadar_data()
    {
        QTest::addColumn<QString>("blueprint");
        QTest::addColumn<int>("sections");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("below");
        QTest::newRow("page") << pageBlueprint << 5 << QStringLiteral("Domains") << QStringLiteral("Topics");
        QTest::newRow("vendor") << vendorBlueprint << 9 << QStringLiteral("Sections") << QStringLiteral("Objectives");
    }
    void tableEqualsRadar()
    {
        QFETCH(QString, blueprint);
        QFETCH(int, sections);
        QFETCH(QString, title);
        QFETCH(QString, below);
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 20, 3));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        page.goTo(QStringLiteral("blueprint/") + blueprint);
        const auto *radar = page.findChild<DomainRadar *>();
        QVERIFY(radar && radar->isVisible());
        const QList<RadarPoint> points = radarPoints(*bench.workspace->readiness().report(blueprint));
        QCOMPARE(points.size(), sections);

        bench.key(&page, Qt::Key_T);
        QVERIFY(!radar->isVisible());
        auto *finer = bench.named<QTableView>(below);
        QVERIFY(finer);
        auto *table = bench.named<QTableView>(title);
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), sections);
        QMap<double, double> plotted;
        for (const QPolygonF &run : radar->outline()) {
            for (const QPointF &point : run)
                plotted.insert(point.x(), point.y());
        }
        for (int row = 0; row < sections; ++row) {
            const QVariant shown = table->model()->index(row, RowColumn::Expected).data(Qt::UserRole);
            QCOMPARE(shown.isValid(), plotted.contains(points[row].angle));
            if (!shown.isValid())
                continue;
            QCOMPARE(shown.toDouble(), plotted.value(points[row].angle));
            const QVariant range = table->model()->index(row, RowColumn::Range).data(Qt::UserRole);
            QCOMPARE(range.toPointF(), QPointF(points[row].low, points[row].high));
        }
        QCOMPARE(finer->model()->rowCount(), sections == 5 ? 25 : 46);
        bench.key(&page, Qt::Key_T);
        QVERIFY(radar->isVisible());
    }

    void headlineIsTheReports()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 20, 4));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        page.goTo(QStringLiteral("blueprint/") + pageBlueprint);
        const auto report = bench.workspace->readiness().report(pageBlueprint);
        QVERIFY(report.ok());
        const QString spoken = bench.spoken().join(u'\n');
        QVERIFY(spoken.contains(QStringLiteral("Expected score %1 %").arg(qRound(100 * report->weighted.mean))));
        QVERIFY(spoken.contains(QStringLiteral("%1–%2 %")
                                    .arg(qRound(100 * report->weighted.low))
                                    .arg(qRound(100 * report->weighted.high))));
        QVERIFY(spoken.contains(QStringLiteral("20 first-seen answers.")));
        QVERIFY(spoken.contains(QStringLiteral("No odds yet")));
    }

    void newAnswersShowWithoutBeingAskedFor()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        const auto *radar = page.findChild<DomainRadar *>();
        QVERIFY(!radar->isVisible());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 10, 2));
        QVERIFY(radar->isVisible());
    }

    void recommendedBlueprintIsPreselected()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        Appointment late;
        late.date = QDate(2026, 12, 20);
        QVERIFY(bench.workspace->plan().setAppointment(late).ok());
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        QCOMPARE(page.findChild<QComboBox *>()->currentData().toString(), vendorBlueprint);
    }

    void checklistsAreATabWhateverTheBlueprint()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        GuideDesk &guide = bench.workspace->guide();
        const QString list = QStringLiteral("technical-mastery");
        const Entry entry = guide.certification().collection(list)->groups.constFirst().entries.constFirst();
        page.goTo(QStringLiteral("checklists/%1/%2").arg(list, entry.id));
        QCOMPARE(QApplication::focusWidget()->parentWidget(),
            bench.named<Segments>(QStringLiteral("State of ") + entry.title));
        QVERIFY(!bench.named<QComboBox>(QStringLiteral("Blueprint")));
        bench.key(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(guide.check(list, entry.id).state, CheckState::InProgress);
        // What another page changes is seen here.
        QVERIFY(guide.setState(list, entry.id, CheckState::Done).ok());
        QVERIFY(bench.spoken().contains(QStringLiteral("1 of 5 done")));
        QVERIFY(page.shortcuts().join(u'\n').contains(QStringLiteral("Space\t")));
        page.goTo(QStringLiteral("overview"));
        QVERIFY(bench.named<QComboBox>(QStringLiteral("Blueprint")));
    }

    void calibrationIsATab()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 60, 3));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        page.goTo(QStringLiteral("calibration"));
        QApplication::processEvents();
        QVERIFY(bench.spoken().join(u' ').contains(QStringLiteral("40 more to go")));
        page.goTo(QStringLiteral("calibration/method"));
        QApplication::processEvents();
        QVERIFY(bench.spoken().join(u' ').contains(QStringLiteral("2,000 simulated learners")));
        page.goTo(QStringLiteral("overview"));
        QApplication::processEvents();
        QVERIFY(!bench.spoken().join(u' ').contains(QStringLiteral("more to go")));
    }

    void anActionLeadsToItsDrill()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 10, 2));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        for (const QString &blueprint : {pageBlueprint, vendorBlueprint}) {
            page.goTo(QStringLiteral("blueprint/") + blueprint);
            QApplication::processEvents();
            const Certification &certification = bench.workspace->guide().certification();
            const auto report = bench.workspace->readiness().report(blueprint);
            QVERIFY(report.ok() && report->actions.size() == certification.blueprint(blueprint)->sections.size());
            const ReadinessAction &action = report->actions.at(1);
            QCOMPARE(action.kind, ReadinessAction::Kind::Drill);
            bench.gone.clear();
            bench.click(
                bench.named<QAbstractButton>(actionWords(action, certification, *certification.blueprint(blueprint))));
            QCOMPARE(bench.gone.size(), 1);
            QCOMPARE(bench.gone.first().page, PageId::Exam);
            const auto setUp = setUpOf(bench.gone.first().anchor, certification);
            QVERIFY(setUp.has_value());
            QCOMPARE(setUp->mode, AttemptMode::Drill);
        }
    }

    void tabsHaveKeysInTheSheet()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 10, 2));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        const auto *radar = page.findChild<DomainRadar *>();
        QVERIFY(radar->isVisible());
        bench.key(&page, Qt::Key_2, Qt::AltModifier);
        QVERIFY(!radar->isVisible());
        bench.key(&page, Qt::Key_1, Qt::AltModifier);
        QVERIFY(radar->isVisible());
        QVERIFY(page.shortcuts().join(u'\n').contains(QStringLiteral("Alt+1\tShow “Overview”")));
    }

    void aMissingDateIsAskedFor()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 10, 2));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        QSignalSpy asked(&page, &ReadinessPage::appointmentRequested);
        bench.click(bench.button(QStringLiteral("Enter the exam's date to see the score on that day")));
        QCOMPARE(asked.size(), 1);
        Appointment appointment;
        appointment.date = bench.workspace->plan().today().addDays(40);
        QVERIFY(bench.workspace->plan().setAppointment(appointment).ok());
        QApplication::processEvents();
        bench.click(bench.button(QStringLiteral("Make a plan to see the score on the day of the exam")));
        QCOMPARE(bench.gone.size(), 1);
        QCOMPARE(bench.gone.first().page, PageId::Plan);
        QCOMPARE(bench.gone.first().anchor, QStringLiteral("new"));
        QVERIFY(bench.workspace->plan().makePlan(bench.workspace->plan().defaultInputs()).ok());
        QApplication::processEvents();
        QVERIFY(bench.spoken().join(u'\n').contains(QStringLiteral("if you follow the plan")));
    }

    void topicsLeadToTheirLessons()
    {
        test::PageBench bench;
        QVERIFY(bench.workspace.open());
        QVERIFY(sit(*bench.workspace, pageBlueprint, 10, 2));
        auto &page = bench.show(new ReadinessPage(desksOf(bench), bench.ui));
        page.goTo(QStringLiteral("blueprint/") + pageBlueprint);
        QApplication::processEvents();
        auto *grid = page.findChild<TopicGrid *>();
        QList<QAbstractButton *> cells = grid->findChildren<QAbstractButton *>();
        QCOMPARE(cells.size(), 25);
        bench.click(cells.at(6));
        QCOMPARE(bench.gone.first().page, PageId::Guide);
        QCOMPARE(bench.gone.first().anchor, QStringLiteral("d2.2"));
        page.goTo(QStringLiteral("blueprint/") + vendorBlueprint);
        QApplication::processEvents();
        cells = grid->findChildren<QAbstractButton *>();
        QCOMPARE(cells.size(), 46);
        bench.gone.clear();
        bench.key(cells.at(0), Qt::Key_Space);
        QCOMPARE(bench.gone.size(), 1);
        QCOMPARE(bench.gone.first().anchor, setUpObjective(vendorBlueprint, QStringLiteral("S1.1")).anchor);
    }
};

LECTERN_TEST_CLASS(ReadinessPageTest)

#include "readinesspage_test.moc"
