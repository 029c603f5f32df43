// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretable.h"
#include "moveslist.h"
#include "oddscard.h"
#include "pagebench.h"
#include "pointslist.h"
#include "readinesshead.h"
#include "readinesswords.h"
#include "runall.h"
#include "samplereport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace lectern;
using namespace lectern::test;

namespace
{

QStringList texts(const QWidget &widget)
{
    QStringList all;
    for (const TextLabel *label : widget.findChildren<TextLabel *>()) {
        if (label->isVisibleTo(&widget))
            all << label->text();
    }
    return all;
}

QAbstractButton *button(const QWidget &widget, const QString &name)
{
    for (QAbstractButton *candidate : widget.findChildren<QAbstractButton *>()) {
        if (candidate->isVisibleTo(&widget) && (candidate->accessibleName() == name || candidate->text() == name))
            return candidate;
    }
    return nullptr;
}

QList<OddsGap> gaps(int sealed, int recent, const QList<int> &sections)
{
    QList<OddsGap> list{{OddsGap::Kind::SealedAnswers, {}, sealed, sealedAnswersForOdds},
        {OddsGap::Kind::RecentSealed, {}, recent, recentSealedForOdds}};
    for (int i = 0; i < sections.size(); ++i)
        list << OddsGap{
            OddsGap::Kind::SectionAnswers, QStringLiteral("s%1").arg(i + 1), sections[i], sectionAnswersForOdds};
    return list;
}

ReadinessMove move(ReadinessMove::Kind kind, double points, int answers = 0)
{
    ReadinessMove made;
    made.kind = kind;
    made.day = QDate(2026, 11, 19);
    made.points = points;
    made.answers = answers;
    return made;
}

} // namespace

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oddsHaveEnds_data()
    {
        QTest::addColumn<double>("odds");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("figures");
        QTest::newRow("lowest") << 0.05 << QStringLiteral("fewer than 1 of 10") << 0;
        QTest::newRow("low") << 0.06 << QStringLiteral("about 1 of 10") << 1;
        QTest::newRow("middle") << 0.68 << QStringLiteral("about 7 of 10") << 7;
        QTest::newRow("high") << 0.949 << QStringLiteral("about 9 of 10") << 9;
        QTest::newRow("highest") << 0.95 << QStringLiteral("more than 9 of 10") << 9;
        QTest::newRow("beyond") << 1.0 << QStringLiteral("more than 9 of 10") << 9;
    }
    void oddsHaveEnds()
    {
        QFETCH(double, odds);
        QTEST(oddsWords(odds), "words");
        QTEST(ofTen(odds), "figures");
    }

    void movesBelowNotice()
    {
        QCOMPARE(pointsMoved(0.049), QStringLiteral("0.0"));
        QCOMPARE(pointsMoved(-0.049), QStringLiteral("0.0"));
        QCOMPARE(pointsMoved(1.62), QStringLiteral("+1.6"));
        QCOMPARE(pointsMoved(-0.31), QStringLiteral("−0.3"));
    }

    void aWeekInsideTheNoiseSaysSo()
    {
        ReadinessReport report = sampleReport({40, 30});
        // Four points up, while the interval alone accounts for √(9² - 7²) of them.
        QCOMPARE(weekWords(report), QStringLiteral("last 7 days: no measurable difference"));
        report.trend[3].weighted = estimate(0.50, 0.072);
        QCOMPARE(weekWords(report), QStringLiteral("last 7 days: +11.0 points"));
        report.trend = {report.trend.last()};
        QVERIFY(weekWords(report).isEmpty());
    }

    void silenceNamesWhatIsMissing()
    {
        OddsCard card(sharedTheme());
        QSignalSpy rehearse(&card, &OddsCard::rehearsalWanted);
        QSignalSpy answer(&card, &OddsCard::answersWanted);
        ReadinessReport report = sampleReport({40, 30, 0});
        report.gaps = gaps(60, 30, {40, 30, 3});
        report.repeats = 0;
        card.fill({sampleBlueprint(3), report, {}, 70, {}, true});
        card.show();
        const QStringList shown = texts(card);
        QVERIFY(shown.contains(QStringLiteral("No odds yet")));
        QVERIFY(shown.contains(QStringLiteral("60 of 90")));
        QVERIFY(shown.contains(QStringLiteral("3 of 12")));
        QVERIFY(!shown.contains(QStringLiteral("30 of 30")));
        QVERIFY(shown.contains(QStringLiteral("Already in: 30 in the last 28 days, enough of 2 sections")));
        QVERIFY(!card.findChild<TextLabel *>(QStringLiteral("repeats")));
        QVERIFY(!card.findChild<TenFigures *>());
        PageBench::click(button(card, QStringLiteral("Answer 9 now")));
        QCOMPARE(answer.value(0).value(0).toString(), QStringLiteral("s3"));
        PageBench::click(button(card, QStringLiteral("Sit rehearsal")));
        QCOMPARE(rehearse.size(), 1);
    }

    void manySectionsStandSideBySide()
    {
        OddsCard card(sharedTheme());
        QSignalSpy answer(&card, &OddsCard::answersWanted);
        ReadinessReport report = sampleReport({4, 3, 2, 1, 2});
        report.gaps = gaps(0, 0, {4, 3, 2, 1, 2});
        card.fill({sampleBlueprint(5), report, {}, 70, {}, true});
        card.show();
        PageBench::click(button(card, QStringLiteral("Answer 11 questions of Title of section 4 now")));
        QCOMPARE(answer.value(0).value(0).toString(), QStringLiteral("s4"));
        QVERIFY(button(card, QStringLiteral("S1  4 of 12")));
        QVERIFY(!button(card, QStringLiteral("Set up a diagnostic")));
        report.answers = 0;
        card.fill({sampleBlueprint(5), report, {}, 70, {}, true});
        QSignalSpy diagnose(&card, &OddsCard::diagnosticWanted);
        PageBench::click(button(card, QStringLiteral("Set up a diagnostic")));
        QCOMPARE(diagnose.size(), 1);
    }

    void oddsComeInWordsWithTheirProof()
    {
        OddsCard card(sharedTheme());
        QSignalSpy how(&card, &OddsCard::calibrationWanted);
        ReadinessReport report = sampleReport({40, 30, 20});
        report.gaps = gaps(90, 30, {40, 30, 20});
        report.odds = 0.68;
        report.examOdds = 0.83;
        report.repeats = 120;
        const QDate day(2026, 11, 12);
        const QList<RehearsalCheck> sat{
            rehearsal(day, 42, 60), rehearsal(day, 42, 60, 0.6, 0.8), rehearsal(day, 50, 60, 0.6, 0.8)};
        card.fill({sampleBlueprint(3), report, sat, 70, QDate(2027, 1, 9), true});
        card.show();
        const QStringList shown = texts(card);
        QVERIFY(shown.contains(QStringLiteral("about 7 of 10")));
        QVERIFY(
            shown.contains(QStringLiteral("About 7 of 10 fresh forms of this blueprint would reach 70 %. The vendor "
                                          "publishes no pass mark.")));
        QVERIFY(shown.contains(QStringLiteral("On 9 January 2027, if you follow the plan: about 8 of 10.")));
        // The one that nothing was shown before proves nothing.
        QVERIFY(shown.contains(QStringLiteral("1 of 2 rehearsals scored inside the interval shown before.")));
        QVERIFY(shown.contains(
            QStringLiteral("120 answers to questions seen before are no evidence: they say what you remember.")));
        QCOMPARE(card.findChild<TenFigures *>()->filled(), 7);
        PageBench::click(button(card, QStringLiteral("How it is calibrated")));
        QCOMPARE(how.size(), 1);
        card.fill({sampleBlueprint(3), report, sat, 70, QDate(2027, 1, 9), false});
        QVERIFY(!button(card, QStringLiteral("How it is calibrated")));
    }

    void lossesAreSortedAndNameTheBestHour()
    {
        Certification certification;
        const Blueprint blueprint = sampleBlueprint(3);
        ReadinessReport report = sampleReport({10, 0, 30});
        report.sections[1].pointsLost = 30;
        report.sections[0].pointsLost = 9;
        report.sections[2].pointsLost = 11;
        for (const auto &[id, gain] : {std::pair("s3", 0.62), std::pair("s2", 0.4), std::pair("s1", 0.1)}) {
            ReadinessAction action;
            action.section = QString::fromLatin1(id);
            action.pointsPerHour = gain;
            report.actions << action;
        }
        PointsList list(sharedTheme());
        list.fill(certification, blueprint, report);
        list.resize(600, 300);
        list.show();
        QStringList chosen;
        connect(&list, &PointsList::chosen, &list, [&](const ReadinessAction &action) { chosen << action.section; });
        QMap<int, QAbstractButton *> byPlace;
        for (QAbstractButton *act : list.findChildren<QAbstractButton *>())
            byPlace.insert(act->mapTo(&list, QPoint()).y(), act);
        for (QAbstractButton *act : std::as_const(byPlace))
            PageBench::key(act, Qt::Key_Space);
        QCOMPARE(chosen, QStringList({QStringLiteral("s2"), QStringLiteral("s3"), QStringLiteral("s1")}));
        QVERIFY(button(list, QStringLiteral("Drill Title of section 3, about 0.6 points an hour, most of all")));
        QVERIFY(button(list, QStringLiteral("Drill Title of section 2, about 0.4 points an hour")));
        const QStringList shown = texts(list);
        QCOMPARE(shown.count(QStringLiteral("most per hour")), 1);
        QCOMPARE(shown.count(QStringLiteral("not tested yet")), 1);
    }

    void movesSayWhyAndUnfold()
    {
        Certification certification;
        ReadinessReport report = sampleReport({10, 20});
        ReadinessMove sat = move(ReadinessMove::Kind::Rehearsal, 1.6, 58);
        sat.attempt = AttemptId{7};
        ReadinessMove rest = move(ReadinessMove::Kind::Rest, -0.3);
        rest.id = QStringLiteral("s2");
        rest.days = 40;
        report.moves = {sat, move(ReadinessMove::Kind::Repeats, 0.01, 60), rest};
        for (int i = 0; i < 7; ++i)
            report.moves << move(ReadinessMove::Kind::Answers, 0.5, 3);
        RehearsalCheck check = rehearsal(QDate(2026, 11, 19), 45, 60);
        check.attempt = AttemptId{7};
        MovesList list(sharedTheme());
        list.fill(certification, sampleBlueprint(2), report, {rehearsal(QDate(2026, 11, 1), 40, 60), check});
        list.show();
        QStringList shown = texts(list);
        QVERIFY(shown.contains(QStringLiteral("Rehearsal 2, 45 of 60")));
        QVERIFY(shown.contains(QStringLiteral("+1.6")));
        QVERIFY(shown.contains(QStringLiteral("0.0")));
        QVERIFY(shown.contains(QStringLiteral("60 answers to questions seen before or read up on: no evidence")));
        QVERIFY(shown.contains(QStringLiteral("Title of section 2: not studied for 40 days")));
        QCOMPARE(shown.count(QStringLiteral("3 first answers on several topics")), 5);
        PageBench::click(button(list, QStringLiteral("Show all 10")));
        shown = texts(list);
        QCOMPARE(shown.count(QStringLiteral("3 first answers on several topics")), 7);
        QVERIFY(button(list, QStringLiteral("Show fewer")));
    }

    void headTellsUnknownFromZero()
    {
        ReadinessHead head(sharedTheme());
        ReadinessReport report = sampleReport({40, 0});
        report.atExam = estimate(0.70, 0.1);
        head.fill(sampleBlueprint(2), report, {rehearsal(QDate(2026, 11, 5), 40, 60)}, QDate(2026, 12, 9));
        head.show();
        const QStringList shown = texts(head);
        QVERIFY(shown.contains(QStringLiteral("61 %")));
        QVERIFY(shown.contains(QStringLiteral("today, 54–68 (80 %)")));
        QVERIFY(shown.contains(QStringLiteral("On 9 December, if you follow the plan: <b>70 %, 60–80</b>")));
        QVERIFY(shown.contains(QStringLiteral("40 first-seen answers, 1 sealed rehearsal, the last on 5 November. "
                                              "Title of section 2 counts as unknown, not as zero.")));
    }

    void tablesHoldTheNumbers()
    {
        FigureTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Certification certification;
        const Blueprint blueprint = sampleBlueprint(2);
        const ReadinessReport report = sampleReport({40, 0});
        const QList<RehearsalCheck> none;
        rowFigures(table, {certification, blueprint, report, none}, report.sections);
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, RowColumn::Expected).data().toString(), QStringLiteral("50 %"));
        QCOMPARE(table.index(0, RowColumn::Expected).data(Qt::UserRole).toDouble(), 50.0);
        QCOMPARE(table.index(1, RowColumn::Expected).data().toString(), QStringLiteral("–"));
        QVERIFY(!table.index(1, RowColumn::Expected).data(Qt::UserRole).isValid());
        QCOMPARE(table.index(0, RowColumn::Code).data().toString(), QStringLiteral("S1"));
        // What is no evidence is told, also of a section of which nothing else is known.
        uncountedFigures(table, {certification, blueprint, report, none});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(1, UncountedColumn::Code).data().toString(), QStringLiteral("S2"));
        QCOMPARE(table.index(1, UncountedColumn::Repeats).data(Qt::UserRole).toInt(), report.sections[1].repeats);
        QCOMPARE(table.index(1, UncountedColumn::Aided).data(Qt::UserRole).toInt(), report.sections[1].aided);
        QVERIFY(report.sections[1].repeats != report.sections[1].aided && report.sections[1].aided > 0);
        QCOMPARE(table.headerData(UncountedColumn::Repeats, Qt::Horizontal).toString(), QStringLiteral("Seen before"));
        QCOMPARE(table.headerData(UncountedColumn::Aided, Qt::Horizontal).toString(), QStringLiteral("With help"));
        trendFigures(table, {certification, blueprint, report, none});
        QCOMPARE(table.rowCount(), 5);
        QCOMPARE(table.index(0, 2).data().toString(), QStringLiteral("61 %"));
        table.setTable({}, {});
        QCOMPARE(table.rowCount(), 0);
    }
};

LECTERN_TEST_CLASS(OverviewTest)

#include "overview_test.moc"
