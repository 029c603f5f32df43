// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibrationtab.h"

#include "calibrationwords.h"
#include "examresultlist.h"
#include "guidedesk.h"
#include "pagebench.h"
#include "random.h"
#include "reliabilitychart.h"
#include "runall.h"
#include "widgets.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>

using namespace lectern;

namespace
{

const QString fiveDomains = QStringLiteral("page-domains");

/// Answers that come right as often as was expected, off by `bias`.
QList<Prediction> answers(int count, double bias = 0)
{
    Random random(11);
    QList<Prediction> made;
    int right = 0;
    for (int i = 0; i < count; ++i) {
        const double chance = 0.25 + 0.7 * random.below(1000) / 1000.0;
        Prediction prediction;
        prediction.day = QDate(2026, 11, 2).addDays(i / 15);
        prediction.expected = std::clamp(chance + bias, 0.05, 0.98);
        prediction.average = i > 0 ? double(right) / i : 0.5;
        prediction.right = random.below(1000) < 1000 * chance;
        right += prediction.right ? 1 : 0;
        made.append(prediction);
    }
    return made;
}

RehearsalCheck check(int id, QDate day, int right, std::optional<std::pair<double, double>> shown)
{
    RehearsalCheck made;
    made.attempt = AttemptId(id);
    made.day = day;
    made.right = right;
    made.total = 60;
    if (shown) {
        made.before.emplace();
        made.before->low = shown->first;
        made.before->high = shown->second;
    }
    return made;
}

ExamResult failed(const QString &blueprint)
{
    ExamResult result;
    result.id = ExamResultId(7);
    result.date = QDate(2026, 12, 14);
    result.blueprint = blueprint;
    result.bars = {{QStringLiteral("d1"), 58}, {QStringLiteral("d2"), 12}, {QStringLiteral("d3"), 71},
        {QStringLiteral("d4"), 66}, {QStringLiteral("d5"), 80}};
    result.note = QStringLiteral("Streaming came up more than I thought.");
    return result;
}

QList<ReadinessPoint> trend()
{
    ReadinessPoint point;
    point.day = QDate(2026, 12, 13);
    point.sections.fill({0.66, 0.58, 0.73}, 5);
    return {point};
}

CalibrationTab::Facts rich(int count = 420)
{
    const QDate day(2026, 11, 20);
    return {answers(count),
        {check(1, day, 40, std::nullopt), check(2, day.addDays(6), 41, std::pair(0.58, 0.76)),
            check(3, day.addDays(12), 31, std::pair(0.60, 0.77)), check(4, day.addDays(18), 45, std::pair(0.62, 0.78)),
            check(5, day.addDays(22), 44, std::pair(0.63, 0.79))},
        {failed(fiveDomains)}, trend()};
}

} // namespace

class CalibrationTabTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::PageBench> m_bench;
    CalibrationTab *m_tab = nullptr;

    void show(const CalibrationTab::Facts &facts, const QString &blueprint = fiveDomains)
    {
        const Certification &certification = m_bench->workspace->guide().certification();
        m_tab->showFacts(certification, *certification.blueprint(blueprint), facts);
        QApplication::processEvents();
    }
    QString text(const char *name) const
    {
        const auto *label = m_tab->findChild<TextLabel *>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    QString all() const { return m_bench->spoken().join(u'\n'); }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<test::PageBench>();
        QVERIFY(m_bench->workspace.open());
    }
    void init()
    {
        m_bench->window->resize(1280, 752);
        m_tab = &m_bench->show(new CalibrationTab(m_bench->theme));
    }
    void cleanupTestCase() { m_bench.reset(); }

    void emptySaysWhatWillStandHere()
    {
        show({});
        QCOMPARE(text("missingAnswers"),
            QStringLiteral("Plot and Brier score need 100 first-seen answers: 100 more to go."));
        QVERIFY(!m_tab->findChild<ReliabilityChart *>()->isVisible());
        QVERIFY(text("scoreWords").isEmpty());
        QVERIFY(all().contains(QStringLiteral("No sealed rehearsal yet")));
        QVERIFY(all().contains(QStringLiteral("No exam recorded yet")));
    }

    void belowAHundredThereIsNoPlot()
    {
        show({answers(99), {}, {}, {}});
        QCOMPARE(
            text("missingAnswers"), QStringLiteral("Plot and Brier score need 100 first-seen answers: 1 more to go."));
        QVERIFY2(text("scoreWords").isEmpty(), qPrintable(text("scoreWords")));
        QVERIFY(text("distanceWords").isEmpty());
        show({answers(100), {}, {}, {}});
        QVERIFY(text("missingAnswers").isEmpty());
        QVERIFY(m_tab->findChild<ReliabilityChart *>()->isVisible());
        QVERIFY(text("scoreWords").contains(QStringLiteral("Brier score")));
    }

    void belowThreeHundredThereIsNoSingleFigure()
    {
        show({answers(299), {}, {}, {}});
        QCOMPARE(text("distanceWords"), QStringLiteral("A single figure needs 1 more first-seen answer."));
        show({answers(300), {}, {}, {}});
        QVERIFY2(text("distanceWords").contains(QStringLiteral("Luck alone makes")), qPrintable(text("distanceWords")));
    }

    void noiseIsCalledThat()
    {
        QList<Prediction> level = answers(200);
        for (Prediction &prediction : level)
            prediction.expected = prediction.average;
        show({level, {}, {}, {}});
        QVERIFY2(
            text("scoreWords").contains(QStringLiteral("No measurable difference")), qPrintable(text("scoreWords")));
        show({answers(420), {}, {}, {}});
        QVERIFY(text("scoreWords").contains(QStringLiteral("better than your average")));
    }

    void pointsLieWhereTheirFiguresAre()
    {
        show(rich());
        auto *chart = m_tab->findChild<ReliabilityChart *>();
        const Calibration found = calibration(rich().predictions);
        // The first bin expects least; equal shares on both axes have the same distance from the corner.
        const QPointF first = chart->place(0);
        const QPointF last = chart->place(found.bins.size() - 1);
        QVERIFY(first.x() < last.x() && first.y() > last.y());
        const double perX = (last.x() - first.x()) / (found.bins.last().expected - found.bins.first().expected);
        const double perY = (first.y() - last.y()) / (found.bins.last().share() - found.bins.first().share());
        QVERIFY2(std::abs(perX - perY) < 1e-6 * perX, "both axes have one scale");
        QVERIFY(chart->radius(0) > 3);
    }

    void keysGoFromPointToPoint()
    {
        show(rich());
        auto *chart = m_tab->findChild<ReliabilityChart *>();
        chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart->current(), 0);
        const Calibration found = calibration(rich().predictions);
        QCOMPARE(text("binWords"), binWords(found.bins[0]));
        test::PageBench::key(chart, Qt::Key_Right);
        QCOMPARE(text("binWords"), binWords(found.bins[1]));
        QCOMPARE(chart->accessibleDescription(), binWords(found.bins[1]));
        test::PageBench::key(chart, Qt::Key_End);
        test::PageBench::key(chart, Qt::Key_Right);
        QCOMPARE(chart->current(), int(found.bins.size()) - 1);
        test::PageBench::key(chart, Qt::Key_Home);
        QCOMPARE(chart->current(), 0);
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->place(4).toPoint());
        QCOMPARE(chart->current(), 4);
    }

    void theTableHoldsTheSame()
    {
        show(rich());
        m_tab->setTable(true);
        auto *table = m_tab->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Calibration found = calibration(rich().predictions);
        QCOMPARE(table->model()->rowCount(), int(found.bins.size()));
        for (int row = 0; row < int(found.bins.size()); ++row) {
            QCOMPARE(table->model()->index(row, ReliabilityModel::Right).data().toInt(), found.bins[row].right);
            QCOMPARE(table->model()->index(row, ReliabilityModel::Answers).data().toInt(), found.bins[row].answers);
        }
        m_tab->setTable(false);
        QVERIFY(!table->isVisible());
    }

    void hitsAreCountedWithWhatTheyCanSay()
    {
        show(rich());
        const QString summary = text("hitSummary");
        QVERIFY2(summary.startsWith(QStringLiteral("3 of 4 inside; 80 % are expected to be.")), qPrintable(summary));
        QVERIFY(summary.contains(QStringLiteral("anything from 2 on is usual")));
        QVERIFY(all().contains(QStringLiteral("no interval was shown before it")));
        QVERIFY(all().contains(QStringLiteral("52 %, outside 60–77 %")));
        QSignalSpy chosen(m_tab, &CalibrationTab::attemptChosen);
        const QString day = QLocale().toString(QDate(2026, 12, 12), QLocale::LongFormat);
        test::PageBench::click(m_bench->named<QAbstractButton>(QStringLiteral("Report of ") + day));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<AttemptId>(), AttemptId(5));
    }

    void hitSentencesFollowTheCounts_data()
    {
        QTest::addColumn<int>("inside");
        QTest::addColumn<int>("total");
        QTest::addColumn<QString>("part");
        QTest::newRow("one") << 1 << 1 << QStringLiteral("One rehearsal says nothing");
        QTest::newRow("usual") << 4 << 4 << QStringLiteral("anything from 2 on is usual");
        QTest::newRow("too few") << 2 << 8 << QStringLiteral("fewer than luck explains");
    }
    void hitSentencesFollowTheCounts()
    {
        QFETCH(int, inside);
        QFETCH(int, total);
        QFETCH(QString, part);
        QVERIFY2(hitWords(hitCount(inside, total)).contains(part), qPrintable(hitWords(hitCount(inside, total))));
    }

    void barsOfTheRealExamStandAgainstTheEveningBefore()
    {
        show(rich());
        // 12 % where 66 % were expected is outside of any interval; the other four are inside of theirs.
        QVERIFY(all().contains(QStringLiteral("Not passed on")));
        QVERIFY(all().contains(QStringLiteral("4 of 5 bars inside the 80 % interval of the evening before")));
        QVERIFY(all().contains(QStringLiteral("Streaming came up more")));
        QSignalSpy next(m_tab, &CalibrationTab::resultChosen);
        QSignalSpy edit(m_tab, &CalibrationTab::editRequested);
        QSignalSpy record(m_tab, &CalibrationTab::recordRequested);
        test::PageBench::click(m_bench->button(QStringLiteral("What now")));
        test::PageBench::click(m_bench->button(QStringLiteral("Change…")));
        test::PageBench::click(m_bench->button(QStringLiteral("Record the result…")));
        QCOMPARE(next.size(), 1);
        QCOMPARE(edit.size(), 1);
        QCOMPARE(record.size(), 1);
        QCOMPARE(next.first().first().value<ExamResultId>(), ExamResultId(7));
    }

    void barsOfAnotherOutlineAreNotCompared()
    {
        show(rich(), QStringLiteral("DEP-2026-10"));
        QVERIFY(all().contains(QStringLiteral("choose it above to see what was expected")));
        QVERIFY(!all().contains(QStringLiteral("inside the 80 % interval of the evening before")));
    }

    void columnsFoldWhereItIsNarrow()
    {
        show(rich());
        if (const QString folder = qEnvironmentVariable("LECTERN_PICTURES"); !folder.isEmpty()) {
            for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
                m_bench->theme.setChoice(scheme);
                QApplication::processEvents();
                m_bench->window->grab().save(
                    QStringLiteral("%1/calibration-%2.png").arg(folder).arg(scheme == SchemeChoice::Dark));
            }
            m_bench->theme.setChoice(SchemeChoice::System);
        }
        m_bench->window->resize(640, 700);
        QApplication::processEvents();
        auto *chart = m_tab->findChild<ReliabilityChart *>();
        auto *results = m_tab->findChild<ExamResultList *>();
        QVERIFY(results->mapTo(m_tab, QPoint()).y() > chart->mapTo(m_tab, QPoint()).y() + chart->height());
        QVERIFY(m_tab->width() <= 640);
    }

    void theMethodIsReached()
    {
        show(rich());
        m_bench->window->resize(700, 400);
        m_tab->revealMethod();
        QApplication::processEvents();
        for (const TextLabel *label : m_tab->findChildren<TextLabel *>()) {
            if (label->text() == QStringLiteral("How it is calibrated"))
                QTRY_VERIFY(!label->visibleRegion().isEmpty());
        }
    }
};

LECTERN_TEST_CLASS(CalibrationTabTest)
#include "calibrationtab_test.moc"
