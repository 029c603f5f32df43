// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"
#include "domainradar.h"
#include "expectedtrend.h"
#include "pagebench.h"
#include "radarpanel.h"
#include "radarpoints.h"
#include "runall.h"
#include "samplereport.h"
#include "trendpanel.h"

#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

using namespace lectern;
using namespace lectern::test;

namespace
{

QStringList words(const ChartLegend &legend)
{
    QStringList all;
    for (const ChartLegend::Item &item : legend.items())
        all.append(item.text);
    return all;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class ReadinessChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void radarPlotsWhatIsExpected_data()
    {
        QTest::addColumn<QList<int>>("answers");
        QTest::addColumn<QList<int>>("runs");
        QTest::newRow("five") << QList<int>{12, 3, 8, 1, 20} << QList<int>{6};
        QTest::newRow("five, one silent") << QList<int>{12, 3, 8, 1, 0} << QList<int>{4};
        QTest::newRow("five, silent in the middle") << QList<int>{12, 3, 0, 1, 4} << QList<int>{2, 3};
        QTest::newRow("nine") << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9} << QList<int>{10};
        QTest::newRow("nine, one tested") << QList<int>{0, 0, 0, 4, 0, 0, 0, 0, 0} << QList<int>{1};
        QTest::newRow("none tested") << QList<int>{0, 0, 0, 0, 0} << QList<int>{};
    }
    void radarPlotsWhatIsExpected()
    {
        QFETCH(QList<int>, answers);
        QFETCH(QList<int>, runs);
        const ReadinessReport report = sampleReport(answers);
        DomainRadar radar(sharedTheme());
        radar.resize(600, 450);
        radar.showReport(sampleBlueprint(int(answers.size())), report, 72);
        QList<int> lengths;
        int plotted = 0;
        const double step = 360.0 / double(answers.size());
        const auto lines = radar.plotted(RadarLine::Expected);
        for (qsizetype run = 0; run < lines.size(); ++run) {
            lengths.append(int(lines[run].size()));
            for (qsizetype i = 0; i < lines[run].size(); ++i) {
                const QPointF point = lines[run][i];
                const qsizetype at = qRound(point.x() / step) % answers.size();
                const ReadinessRow &row = report.sections[at];
                QVERIFY(row.tested());
                QVERIFY(near(point.y(), 100 * row.expected.mean));
                QVERIFY(near(radar.plotted(RadarLine::Low)[run][i].y(), 100 * row.expected.low));
                QVERIFY(near(radar.plotted(RadarLine::High)[run][i].y(), 100 * row.expected.high));
                plotted += point.x() < 360 ? 1 : 0;
            }
        }
        QCOMPARE(lengths, runs);
        QCOMPARE(plotted, int(std::count_if(answers.begin(), answers.end(), [](int n) { return n > 0; })));
        QCOMPARE(radar.targetRing(), 72.0);
        QVERIFY(radar.plotted(RadarLine::Earlier).isEmpty());
        QVERIFY(!radar.grab().isNull());
    }

    void radarSaysItsValues()
    {
        const ReadinessReport report = sampleReport({12, 3, 0});
        DomainRadar radar(sharedTheme());
        radar.showReport(sampleBlueprint(3), report, 70, &report.trend[2]);
        const QStringList told = radar.accessibleDescription().split(QStringLiteral(". "));
        QCOMPARE(told.size(), 4);
        QCOMPARE(told[0], QStringLiteral("Target 70 %"));
        QCOMPARE(told[1], QStringLiteral("Title of section 1: 50 %, 80 % interval 44–56 %, 12 answers, weight 34 %; "
                                         "on 5 November 46 %"));
        QCOMPARE(told[3], QStringLiteral("Title of section 3: no answers, weight 33 %"));
    }

    void earlierDayBreaksWhereItWasSilent()
    {
        const ReadinessReport report = sampleReport({12, 3, 8, 1, 20});
        DomainRadar radar(sharedTheme());
        radar.showReport(sampleBlueprint(5), report, 70, &report.trend[2]);
        // The last section was first answered today.
        QCOMPARE(radar.plotted(RadarLine::Expected).constFirst().size(), 6);
        const auto earlier = radar.plotted(RadarLine::Earlier);
        QCOMPARE(earlier.size(), 1);
        QCOMPARE(earlier[0].size(), 4);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(earlier[0][i], QPointF(72 * i, 100 * report.trend[2].sections[i].mean));
    }

    void panelComparesWithTheDayThatIsChosen()
    {
        const ReadinessReport report = sampleReport({12, 3, 0, 1, 20});
        RadarPanel panel(sharedTheme());
        panel.showReport(sampleBlueprint(5), report, 70);
        QCOMPARE(panel.comparedDay(), QDate(2026, 11, 5));
        const auto *legend = panel.findChild<ChartLegend *>();
        QCOMPARE(words(*legend),
            QStringList({QStringLiteral("today"), QStringLiteral("80 % interval"), QStringLiteral("5 November"),
                QStringLiteral("target 70"), QStringLiteral("no evidence")}));

        QStringList offered;
        for (QAction *choice : panel.findChild<QMenu *>()->actions()) {
            if (choice->isSeparator())
                continue;
            offered.append(choice->text());
            QCOMPARE(choice->isChecked(), choice->text().contains(QStringLiteral("5 November")));
        }
        QCOMPARE(
            offered, QStringList({QStringLiteral("1 week ago: 12 November"), QStringLiteral("2 weeks ago: 5 November"),
                         QStringLiteral("4 weeks ago: 22 October"), QStringLiteral("No other day")}));
        panel.findChild<QMenu *>()->actions().constFirst()->trigger();
        QCOMPARE(panel.comparedDay(), QDate(2026, 11, 12));
        panel.findChild<QMenu *>()->actions().constLast()->trigger();
        QVERIFY(!panel.comparedDay().isValid());
        QVERIFY(panel.radar().plotted(RadarLine::Earlier).isEmpty());
        QCOMPARE(words(*legend).size(), 4);
        // The choice outlives new answers, and what is asked for is never today itself.
        panel.compareWith(report.day);
        panel.showReport(sampleBlueprint(5), report, 70);
        QCOMPARE(panel.comparedDay(), QDate(2026, 11, 12));
    }

    void panelNeedsThreeSections()
    {
        QWidget parent;
        RadarPanel panel(sharedTheme(), &parent);
        panel.showReport(sampleBlueprint(2), sampleReport({4, 4}), 70);
        QVERIFY(panel.isHidden());
        panel.showReport(sampleBlueprint(3), sampleReport({4, 4, 4}), 70);
        QVERIFY(!panel.isHidden());
    }

    void trendDrawsTheReport_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("from the left") << false;
        QTest::newRow("from the right") << true;
    }
    void trendDrawsTheReport()
    {
        QFETCH(bool, mirrored);
        ReadinessReport report = sampleReport({12, 3, 8, 1, 20});
        report.examDay = QDate(2027, 1, 9);
        report.atExam = estimate(0.7, 0.12);
        ExpectedTrend trend(sharedTheme());
        trend.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        trend.resize(600, 150);
        trend.showReport(report,
            {rehearsal(report.day.addDays(-10), 45, 60, 0.6, 0.8), rehearsal(report.day.addDays(-7), 20, 60, 0.6, 0.8),
                rehearsal(report.day, 50, 60)},
            70);
        QCOMPARE(trend.line().size(), report.trend.size());
        for (qsizetype i = 0; i < report.trend.size(); ++i) {
            QVERIFY(near(trend.shareAt(trend.line()[i].y()), report.trend[i].weighted.mean));
            QVERIFY(near(trend.shareAt(trend.edge(true)[i].y()), report.trend[i].weighted.high));
            QVERIFY(near(trend.shareAt(trend.edge(false)[i].y()), report.trend[i].weighted.low));
        }
        QCOMPARE(trend.stops().size(), report.trend.size() + 4);
        QList<double> along;
        for (qsizetype i = 0; i < trend.stops().size(); ++i) {
            const TrendStop &stop = trend.stops()[i];
            along.append((mirrored ? -1 : 1) * trend.place(i).x());
            const bool sat = stop.kind == TrendStop::Kind::Rehearsal;
            QVERIFY(near(trend.shareAt(trend.place(i).y()), sat ? stop.rehearsal.share() : stop.expected.mean));
            QVERIFY(QRectF(trend.rect()).contains(trend.place(i)));
        }
        QVERIFY(std::is_sorted(along.begin(), along.end()));
        QVERIFY(along.constLast() > along.constFirst() + 400);
        QVERIFY(!trend.grab().isNull());
        QVERIFY(trend.accessibleDescription().contains(
            QStringLiteral("Today: expected score 61 %, 80 % interval 54–68 %, target 70 %. 3 rehearsals. 1 of 2 "
                           "inside the interval shown before. 9 January 2027, the day of the exam, if you follow the "
                           "plan: expected score 70 %, 80 % interval 58–82 %")));
    }

    void trendIsWalkedByKeys()
    {
        for (const bool mirrored : {false, true}) {
            const ReadinessReport report = sampleReport({12, 3, 8});
            ExpectedTrend trend(sharedTheme());
            trend.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            trend.showReport(report, {rehearsal(report.day.addDays(-7), 20, 60, 0.6, 0.8)}, 70);
            trend.show();
            QApplication::setActiveWindow(&trend);
            trend.setFocus();
            const Qt::Key later = mirrored ? Qt::Key_Left : Qt::Key_Right;
            const Qt::Key sooner = mirrored ? Qt::Key_Right : Qt::Key_Left;
            QCOMPARE(trend.current(), -1);
            PageBench::key(&trend, sooner);
            QCOMPARE(trend.current(), 5);
            QCOMPARE(trend.accessibleName(), QStringLiteral("19 November: expected score 61 %, 80 % interval 54–68 %"));
            PageBench::key(&trend, sooner);
            QCOMPARE(trend.accessibleName(),
                QStringLiteral("12 November: rehearsal, 20 of 60 right, 33 %; outside the interval shown before it, "
                               "60–80 %"));
            PageBench::key(&trend, later);
            PageBench::key(&trend, later);
            QCOMPARE(trend.current(), 5);
            PageBench::key(&trend, Qt::Key_Home);
            QCOMPARE(trend.current(), 0);
            QVERIFY(trend.accessibleName().startsWith(QStringLiteral("22 October: ")));
            QVERIFY(!trend.grab().isNull());
            PageBench::key(&trend, Qt::Key_End);
            QCOMPARE(trend.current(), 5);
            trend.clearFocus();
            QCOMPARE(trend.current(), -1);
            QCOMPARE(trend.accessibleName(), QStringLiteral("Expected score by day"));
        }
    }

    void trendTellsWhatIsPointedAt()
    {
        const ReadinessReport report = sampleReport({12, 3, 8});
        ExpectedTrend trend(sharedTheme());
        trend.resize(600, 150);
        trend.showReport(report, {rehearsal(report.day.addDays(-7), 20, 60)}, 70);
        trend.show();
        const QPoint at = trend.place(4).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, trend.mapToGlobal(at));
        QApplication::sendEvent(&trend, &help);
        QVERIFY2(
            QToolTip::text().contains(QStringLiteral("no interval was shown before it")), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void trendStandsOnFewDays()
    {
        // No answers: nothing to draw, and it says so.
        ReadinessReport report = sampleReport({0, 0, 0});
        ExpectedTrend trend(sharedTheme());
        trend.resize(600, 150);
        report.examDay = QDate(2027, 1, 9);
        report.atExam = estimate(0.7, 0.12);
        trend.showReport(report, {}, 70);
        QVERIFY(trend.stops().isEmpty());
        QCOMPARE(trend.accessibleDescription(), QStringLiteral("No answers yet"));
        QVERIFY(!trend.grab().isNull());
        PageBench::key(&trend, Qt::Key_Right);
        QCOMPARE(trend.current(), -1);

        // Only today.
        report = sampleReport({12, 3, 8});
        report.trend = {report.trend.constLast()};
        trend.showReport(report, {}, 70);
        QCOMPARE(trend.stops().size(), 1);
        QVERIFY(QRectF(trend.rect()).contains(trend.place(0)));
        QVERIFY(!trend.grab().isNull());

        // Both ends of the scale.
        report.trend[0].weighted = {0.5, 0.0, 1.0};
        trend.showReport(report, {}, 70);
        for (const bool upper : {false, true})
            QVERIFY(QRectF(trend.rect()).contains(trend.edge(upper).constFirst()));
    }

    void trendLegendNamesOnlyWhatIsThere()
    {
        ReadinessReport report = sampleReport({12, 3, 8});
        TrendPanel panel(sharedTheme());
        panel.showReport(report, {}, 70);
        QCOMPARE(words(panel.legend()), QStringList({QStringLiteral("expected score"), QStringLiteral("80 % interval"),
                                            QStringLiteral("target 70")}));
        report.examDay = QDate(2027, 1, 9);
        report.atExam = estimate(0.7, 0.12);
        panel.showReport(report,
            {rehearsal(report.day, 45, 60, 0.6, 0.8), rehearsal(report.day, 20, 60, 0.6, 0.8),
                rehearsal(report.day, 20, 60)},
            70);
        QCOMPARE(words(panel.legend()).mid(3), QStringList({QStringLiteral("if you follow the plan"),
                                                   QStringLiteral("rehearsal inside the interval shown before"),
                                                   QStringLiteral("rehearsal outside the interval shown before"),
                                                   QStringLiteral("rehearsal, no interval shown before")}));
        // In a narrow column it takes more lines, and none is cut.
        QVERIFY(panel.legend().heightForWidth(300) > 2 * panel.legend().heightForWidth(2000));
    }
};

LECTERN_TEST_CLASS(ReadinessChartsTest)

#include "readinesscharts_test.moc"
