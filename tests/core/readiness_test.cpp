// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectation.h"
#include "fixtures.h"
#include "readiness.h"
#include "runall.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace lectern;
using namespace lectern::test;

namespace
{

const QDate today(2026, 11, 20);
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

qint64 utcOf(QDate day, int minute = 0)
{
    return QDateTime(day, QTime(19, 0), QTimeZone::utc()).toMSecsSinceEpoch() + minute * 60000LL;
}

/// A log that is written line by line.
struct Log {
    Certification certification = sampleCertification();
    ReadinessInput input;
    int attempt = 0;
    int minute = 0;

    Log()
    {
        input.today = today;
        input.bank = sampleBank(certification, 20);
    }

    const Blueprint &page() const { return *certification.blueprint(QStringLiteral("page")); }
    const Blueprint &outline() const { return *certification.blueprint(QStringLiteral("outline")); }

    AnswerRecord &answer(QDate day, const ItemTag &item, bool right, AttemptMode mode = AttemptMode::Timed)
    {
        AnswerRecord record;
        record.item = item.id;
        record.topic = item.topic;
        record.objective = item.objective;
        record.utcMs = utcOf(day, minute++);
        record.attempt = AttemptId(attempt);
        record.right = right;
        record.mode = mode;
        record.difficulty = item.difficulty;
        record.sealed = mode == AttemptMode::Rehearsal;
        for (const AnswerRecord &before : std::as_const(input.answers)) {
            if (before.item == item.id) {
                ++record.exposuresBefore;
                record.lastSeenUtcMs = before.utcMs;
            }
        }
        input.answers << record;
        input.answerDays << day;
        return input.answers.last();
    }

    /// A rehearsal of the items from a place of the bank on, each third one in turn so that all topics have their part.
    void rehearsal(QDate day, int first, double share)
    {
        ++attempt;
        minute = 0;
        int right = 0;
        for (int i = 0; i < 60; ++i) {
            const ItemTag &item = input.bank.at((first + i * 7) % input.bank.size());
            const bool isRight = right < share * (i + 1);
            right += isRight ? 1 : 0;
            answer(day, item, isRight, AttemptMode::Rehearsal);
        }
    }

    ReadinessReport report() const { return readiness(input, certification, page()); }
};

Log ready()
{
    Log log;
    log.rehearsal(today.addDays(-20), 0, 0.66);
    log.rehearsal(today.addDays(-10), 11, 0.70);
    log.rehearsal(today.addDays(-2), 23, 0.74);
    // No item twice, else it would be no evidence.
    return log;
}

double weightedOf(const Log &log)
{
    const ReadinessReport report = log.report();
    return report.weighted.mean;
}

} // namespace

class ReadinessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAnswersNothingIsTestedAndNoOddsAreTold()
    {
        const Log log;
        const ReadinessReport report = log.report();
        QCOMPARE(report.sections.size(), 5);
        QCOMPARE(report.topics.size(), 25);
        for (const ReadinessRow &row : report.sections)
            QVERIFY(!row.tested() && !row.lastSeen.isValid());
        QVERIFY(!report.odds && !report.atExam);
        QCOMPARE(report.gaps.size(), 7);
        QVERIFY(std::none_of(report.gaps.begin(), report.gaps.end(), [](const OddsGap &gap) { return gap.met(); }));
        QCOMPARE(report.trend.size(), 1);
        QVERIFY(report.moves.isEmpty());
        QVERIFY(report.weighted.high - report.weighted.low > 0.3);
    }

    void oddsAppearWithTheLastConditionAndStayWithinTheirBounds()
    {
        Log log = ready();
        const ReadinessReport report = log.report();
        QVERIFY(report.odds);
        QVERIFY(*report.odds >= 0.05 && *report.odds <= 0.95);
        QVERIFY(report.sealedAnswers >= sealedAnswersForOdds);

        // The same a month later: what is known is as old.
        log.input.today = today.addDays(40);
        const ReadinessReport later = log.report();
        QVERIFY(!later.odds);
        const auto unmet =
            std::find_if(later.gaps.begin(), later.gaps.end(), [](const OddsGap &gap) { return !gap.met(); });
        QCOMPARE(unmet->kind, OddsGap::Kind::RecentSealed);
        QCOMPARE(std::count_if(later.gaps.begin(), later.gaps.end(), [](const OddsGap &gap) { return !gap.met(); }), 1);
        QVERIFY(later.weighted.mean < report.weighted.mean);
    }

    void aSectionWithTooFewAnswersIsNamed()
    {
        Log log = ready();
        // All answers of the first domain go to topics that the page does not have.
        for (AnswerRecord &answer : log.input.answers) {
            if (answer.topic.startsWith(QLatin1String("d1.")))
                answer.topic = QStringLiteral("elsewhere");
        }
        const ReadinessReport report = log.report();
        QVERIFY(!report.odds);
        const auto gap = std::find_if(report.gaps.begin(), report.gaps.end(),
            [](const OddsGap &one) { return one.section == QLatin1String("d1"); });
        QCOMPARE(gap->have, 0);
        QCOMPARE(gap->need, sectionAnswersForOdds);
        QVERIFY(!report.section(QStringLiteral("d1"))->tested());
    }

    void theOutlineReadsTheSameAnswers()
    {
        const Log log = ready();
        const ReadinessReport outline = readiness(log.input, log.certification, log.outline());
        QCOMPARE(outline.sections.size(), log.outline().sections.size());
        int counted = 0;
        for (const ReadinessRow &row : outline.topics)
            counted += row.answers;
        int expected = 0;
        for (const AnswerRecord &answer : log.input.answers)
            expected +=
                answer.exposuresBefore == 0 && !sectionOf(log.outline(), answer.topic, answer.objective).isEmpty() ? 1
                                                                                                                   : 0;
        QCOMPARE(outline.answers, expected);
        QCOMPARE(counted, expected);
        const QList<int> quota = quotas(log.outline(), log.outline().questions);
        // Every objective has its own line, and a lesson leads to the topic that asks most of it.
        QCOMPARE(outline.topics.constFirst().id, QStringLiteral("S1.1"));
        QVERIFY(outline.topics.constFirst().tested());
        QVERIFY(log.certification.topic(outline.actions.constFirst().topic));
        QCOMPARE(outline.gaps.at(2).need, std::max(6, 2 * quota.at(0)));
    }

    void rightRepeatsLeaveTheOdds_data()
    {
        QTest::addColumn<QString>("blueprint");
        QTest::newRow("five domains") << QStringLiteral("page");
        QTest::newRow("nine sections") << QStringLiteral("outline");
    }

    void rightRepeatsLeaveTheOdds()
    {
        QFETCH(QString, blueprint);
        Log twin = ready();
        for (int i = 0; i < 5; ++i)
            twin.input.study << StudyRecord{today.addDays(-i), {}, 60};
        Log log = twin;
        const QList<AnswerRecord> form = log.input.answers.mid(120, 60);
        for (int round = 4; round >= 0; --round) {
            ++log.attempt;
            for (const AnswerRecord &given : form) {
                ItemTag item;
                item.id = given.item;
                item.topic = given.topic;
                item.objective = given.objective;
                item.difficulty = given.difficulty;
                log.answer(today.addDays(-1), item, true);
            }
        }
        const Blueprint &of = *log.certification.blueprint(blueprint);
        const ReadinessReport before = readiness(twin.input, twin.certification, of);
        const ReadinessReport after = readiness(log.input, log.certification, of);
        QVERIFY(after.repeats >= 250);
        QCOMPARE(after.answers, before.answers);
        QVERIFY(std::abs(after.weighted.mean - before.weighted.mean) < 0.02);
        QCOMPARE(after.odds.has_value(), before.odds.has_value());
        if (before.odds)
            QVERIFY2(std::abs(*after.odds - *before.odds) < 0.05, qPrintable(QString::number(*after.odds)));
    }

    void whatADrillShowsAfterwardsAidsTheNext()
    {
        Log log;
        const QString topic = log.input.bank.constFirst().topic;
        int given = 0;
        for (const ItemTag &item : std::as_const(log.input.bank)) {
            if (item.objective == log.input.bank.constFirst().objective && item.topic == topic && given < 2) {
                log.answer(today, item, true, AttemptMode::Drill).feedback = true;
                ++given;
            }
        }
        QCOMPARE(given, 2);
        const ReadinessReport report = log.report();
        QCOMPARE(report.answers, 1);
        QCOMPARE(report.aided, 1);
    }

    void studyIsOpenBook()
    {
        Log log;
        log.answer(today, log.input.bank.constFirst(), true, AttemptMode::Study).feedback = true;
        const ReadinessReport report = log.report();
        QCOMPARE(report.answers, 0);
        QCOMPARE(report.aided, 1);
        QCOMPARE(report.weighted.mean, Log().report().weighted.mean);
        QCOMPARE(report.sections.constFirst().lastSeen, today);
    }

    void aRationaleReadInAReportAidsItsObjectiveForADay()
    {
        Log log;
        const ItemTag &read = log.input.bank.at(0);
        const auto sibling = std::find_if(log.input.bank.begin() + 1, log.input.bank.end(),
            [&](const ItemTag &item) { return item.objective == read.objective && item.topic == read.topic; });
        QVERIFY(sibling != log.input.bank.end());
        log.input.rationales << RationaleRead{read.id, utcOf(today.addDays(-1), 30)};
        log.answer(today, *sibling, true);
        QCOMPARE(log.report().aided, 1);
        log.input.rationales.first().utcMs -= dayMs;
        QCOMPARE(log.report().aided, 0);
        QCOMPARE(log.report().answers, 1);
        // Read after the answer, it is another story.
        log.input.rationales.first().utcMs = utcOf(today, 30);
        QCOMPARE(log.report().answers, 1);
    }

    void studyMovesTheForecastOnly()
    {
        Log log = ready();
        log.input.examDate = today.addDays(30);
        log.input.pace = 0.6;
        const ReadinessReport before = log.report();
        QVERIFY(before.atExam && before.examOdds);
        QVERIFY(before.atExam->mean > before.weighted.mean);
        for (int i = 1; i >= 0; --i)
            log.input.study << StudyRecord{today.addDays(-i), QStringLiteral("d1.1"), 120};
        const ReadinessReport after = log.report();
        QVERIFY(std::abs(after.weighted.mean - before.weighted.mean) < 0.005);
        QVERIFY(after.atExam->mean > before.atExam->mean);
        const auto study = std::find_if(after.moves.begin(), after.moves.end(),
            [](const ReadinessMove &move) { return move.kind == ReadinessMove::Kind::Study; });
        QCOMPARE(study->minutes, 120);
        QCOMPARE(study->points, 0.0);

        log.input.pace = -1;
        QVERIFY(!log.report().atExam);
    }

    void theCausesAddUpToTheChange()
    {
        Log log;
        for (int day = 0; day < 12; ++day) {
            ++log.attempt;
            for (int i = 0; i < 15; ++i)
                log.answer(today.addDays(day - 14), log.input.bank.at(day * 15 + i), (i + day) % 3 != 0);
        }
        log.rehearsal(today, 190, 0.75);
        const ReadinessReport report = log.report();
        double sum = 0;
        for (const ReadinessMove &move : report.moves)
            sum += move.points;
        // What the log began with is the prior, which the first point of the trend is past.
        ReadinessInput none = log.input;
        none.answers.clear();
        none.answerDays.clear();
        const double begin = readiness(none, log.certification, log.page()).weighted.mean;
        QVERIFY2(std::abs(sum - 100 * (report.weighted.mean - begin)) < 2.0, qPrintable(QString::number(sum)));
        QVERIFY(std::is_sorted(report.moves.begin(), report.moves.end(),
            [](const ReadinessMove &a, const ReadinessMove &b) { return a.day > b.day; }));
        QCOMPARE(report.moves.constFirst().kind, ReadinessMove::Kind::Rehearsal);
        QCOMPARE(report.moves.constFirst().attempt, AttemptId(log.attempt));
    }

    void whatRestsIsForgottenAndSaidSo()
    {
        Log log;
        for (int i = 0; i < 60; ++i)
            log.answer(today.addDays(-25), log.input.bank.at(i * 3), true);
        const ReadinessReport report = log.report();
        const auto rest = std::find_if(report.moves.begin(), report.moves.end(),
            [](const ReadinessMove &move) { return move.kind == ReadinessMove::Kind::Rest; });
        QVERIFY(rest != report.moves.end());
        QCOMPARE(rest->days, 25);
        QVERIFY(rest->points < 0);
    }

    /// Forgetting waits for a week without any study, so that no section rests while another is practised.
    void whatIsStudiedKeepsTheOthers()
    {
        Log log;
        for (int i = 0; i < 60; ++i)
            log.answer(today.addDays(-27), log.input.bank.at(i * 3), true);
        const auto own = std::find_if(log.input.bank.begin(), log.input.bank.end(),
            [](const ItemTag &item) { return item.topic.startsWith(QLatin1String("d1.")); });
        QVERIFY(own != log.input.bank.end());
        for (int ago = 24; ago >= 0; ago -= 3)
            log.answer(today.addDays(-ago), *own, true);
        const ReadinessReport report = log.report();
        QVERIFY(std::none_of(report.moves.begin(), report.moves.end(),
            [](const ReadinessMove &move) { return move.kind == ReadinessMove::Kind::Rest; }));
    }

    /// A section that was never asked is forgotten with the others, and said to be.
    void whatWasNeverAskedRestsToo()
    {
        Log log;
        for (int i = 0; i < log.input.bank.size(); ++i) {
            if (log.input.bank.at(i).topic.startsWith(QLatin1String("d1.")))
                log.answer(today.addDays(-20), log.input.bank.at(i), true);
        }
        const ReadinessReport report = log.report();
        QSet<QString> rest;
        for (const ReadinessMove &move : report.moves) {
            if (move.kind == ReadinessMove::Kind::Rest && move.day == today) {
                QVERIFY(move.points < 0);
                QVERIFY(move.days > 7);
                rest.insert(move.id);
            }
        }
        QCOMPARE(rest.size(), 5);
    }

    void theTrendEndsTodayAndKnowsWhatWasAnswered()
    {
        const Log log = ready();
        const ReadinessReport report = log.report();
        QCOMPARE(report.trend.constLast().day, today);
        QCOMPARE(report.trend.constLast().weighted, report.weighted);
        QVERIFY(report.trend.size() >= 4 && report.trend.size() <= 48);
        QVERIFY(std::is_sorted(report.trend.begin(), report.trend.end(),
            [](const ReadinessPoint &a, const ReadinessPoint &b) { return a.day < b.day; }));
        for (int section = 0; section < 5; ++section) {
            QCOMPARE(report.trend.constLast().answers.at(section), report.sections.at(section).answers);
            QVERIFY(report.trend.constFirst().answers.at(section) <= report.sections.at(section).answers);
        }
        const ReadinessPoint &first = report.trend.constFirst();
        QCOMPARE(first.day, today.addDays(-20));
        QVERIFY(first.weighted.high - first.weighted.low > report.weighted.high - report.weighted.low);
    }

    void theActionIsABlockWhereOneIsPlannedAndALessonWhereLittleIsRight()
    {
        Log log;
        for (const ItemTag &item : std::as_const(log.input.bank)) {
            if (item.topic.startsWith(QLatin1String("d2.")))
                log.answer(today, item, !item.topic.endsWith(QLatin1String(".3")));
        }
        for (int topic = 1; topic <= 5; ++topic)
            log.input.planned << QStringLiteral("d4.%1").arg(topic);
        const ReadinessReport report = log.report();
        QCOMPARE(report.actions.size(), 5);
        QVERIFY(std::is_sorted(report.actions.begin(), report.actions.end(),
            [](const ReadinessAction &a, const ReadinessAction &b) { return a.pointsPerHour > b.pointsPerHour; }));
        const auto of = [&](const QString &section) {
            return *std::find_if(report.actions.begin(), report.actions.end(),
                [&](const ReadinessAction &action) { return action.section == section; });
        };
        QCOMPARE(of(QStringLiteral("d2")).kind, ReadinessAction::Kind::Lesson);
        QCOMPARE(of(QStringLiteral("d2")).topic, QStringLiteral("d2.3"));
        QCOMPARE(of(QStringLiteral("d4")).kind, ReadinessAction::Kind::Block);
        QCOMPARE(of(QStringLiteral("d1")).kind, ReadinessAction::Kind::Drill);
        for (const ReadinessAction &action : report.actions)
            QVERIFY(action.pointsPerHour > 0 && action.pointsPerHour < 5);
    }

    void clocksThatWereWrongDoNoHarm()
    {
        Log log = ready();
        log.input.answerDays.last() = today.addDays(4000);
        log.input.study << StudyRecord{today.addDays(900), QStringLiteral("d1.1"), 1440}
                        << StudyRecord{QDate(1900, 1, 1), QStringLiteral("d1.1"), 10};
        const ReadinessReport report = log.report();
        QCOMPARE(report.trend.constLast().day, today);
        QVERIFY(std::isfinite(report.weighted.mean));
    }

    void aDayBeforeAllHistoryTakesNoLonger()
    {
        Log log = ready();
        log.input.answerDays.first() = QDate::fromJulianDay(-100000000000);
        QVERIFY(log.input.answerDays.first().isValid());
        const ReadinessReport report = log.report();
        QVERIFY(report.trend.size() <= 48);
        QVERIFY(std::isfinite(report.weighted.mean));
    }

    /// A clock that lost its battery dates an answer decades back: what came after it is read all the same.
    void aGapOfDecadesIsOvercome()
    {
        const Log known = ready();
        const double mean = weightedOf(known);
        for (const int years : {1, 5, 50}) {
            Log log = known;
            log.input.study.prepend(StudyRecord{today.addYears(-years), QStringLiteral("d1.1"), 10});
            const double after = weightedOf(log);
            QVERIFY2(
                std::abs(after - mean) < 0.03, qPrintable(QStringLiteral("%1 %2 %3").arg(years).arg(after).arg(mean)));
        }
    }

    /// As many options as an item usually has: the answer is neither certain nor free of guessing.
    void optionsThatAreNotKnownAreTheUsual()
    {
        const Log known = ready();
        for (const int options : {0, 1, -5}) {
            Log log = known;
            for (AnswerRecord &answer : log.input.answers)
                answer.options = options;
            QCOMPARE(log.report().odds, known.report().odds);
            QCOMPARE(weightedOf(log), weightedOf(known));
            const QList<Prediction> told = predictions(log.input, log.certification, log.page());
            QVERIFY(std::all_of(told.begin(), told.end(), [](const Prediction &p) { return p.expected < 0.99; }));
        }
        Log none = known;
        for (ItemTag &item : none.input.bank)
            item.optionIds.clear();
        QVERIFY(none.report().weighted.mean < 0.99);
        Log absurd = known;
        for (AnswerRecord &answer : absurd.input.answers)
            answer.options = std::numeric_limits<int>::max();
        const double mean = weightedOf(absurd);
        QVERIFY(mean > 0 && mean < 1);
    }

    void theSameTwiceIsTheSame()
    {
        const Log log = ready();
        const ReadinessReport first = log.report();
        const ReadinessReport second = log.report();
        QCOMPARE(first.weighted, second.weighted);
        QCOMPARE(first.score, second.score);
        QCOMPARE(first.odds, second.odds);
        QCOMPARE(first.trend.size(), second.trend.size());
        QCOMPARE(weightedOf(log), weightedOf(ready()));
    }

    void aLongerFormScoresMoreSurely()
    {
        const Log log = ready();
        const Estimate thirty = expectedScore(log.input, log.certification, log.page(), 30);
        const Estimate sixty = expectedScore(log.input, log.certification, log.page(), 60);
        QVERIFY(thirty.high - thirty.low > sixty.high - sixty.low);
        QVERIFY(std::abs(thirty.mean - sixty.mean) < 0.03);
        QCOMPARE(sixty, log.report().score);
    }

    void predictionsAreMadeBeforeTheAnswer()
    {
        Log log;
        for (int i = 0; i < 20; ++i)
            log.answer(today, log.input.bank.at(i * 9), i % 2 == 0);
        const QList<Prediction> list = predictions(log.input, log.certification, log.page());
        QCOMPARE(list.size(), 20);
        QCOMPARE(list.constFirst().average, 0.5);
        QCOMPARE(list.at(1).average, 1.0);
        Log other = log;
        other.input.answers.last().right = !other.input.answers.last().right;
        const QList<Prediction> changed = predictions(other.input, other.certification, other.page());
        QCOMPARE(changed.constLast().expected, list.constLast().expected);
        QVERIFY(changed.constLast().right != list.constLast().right);
    }

    void expectationIsTheMeanOfTheDraws()
    {
        const Log log = ready();
        const Replay replay = replayed(log.input, log.certification, log.page());
        ExamModel exam;
        exam.quotas = {15, 15, 12, 9, 9};
        exam.weights = {25, 25, 20, 15, 15};
        exam.draws = 20000;
        const Readout drawn = readOut(replay.ability(), exam);
        const Expectation expectation = expectationOf(replay.ability(), exam);
        QVERIFY(std::abs(drawn.weighted.mean - expectation.weighted) < 0.002);
        for (size_t d = 0; d < 5; ++d)
            QVERIFY(std::abs(drawn.sections[d].mean - expectation.sections[d]) < 0.003);
        // The slope is what a little more ability brings.
        exam.shiftMean = 0.01;
        const Expectation more = expectationOf(replay.ability(), exam);
        QVERIFY(std::abs((more.sections[0] - expectation.sections[0]) / 0.01 - expectation.slopes[0]) < 0.001);
    }
};

LECTERN_TEST_CLASS(ReadinessTest)
#include "readiness_test.moc"
