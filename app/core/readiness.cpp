// SPDX-License-Identifier: GPL-3.0-or-later
#include "readiness.h"

#include "expectation.h"
#include "readinessmoves.h"
#include "readinessreader.h"

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int trendDraws = 200; ///< of a point in the past; today's has the full number
constexpr int mostTrendPoints = 48;
constexpr int longestTrendYears = 10; ///< that has a point a week; a clock that was wrong may tell of any year
constexpr int moveDays = 28;
constexpr int fewestForLesson = 5; ///< answers from which on a poor topic is one to read up on
constexpr double leastGain = 0.005;

/// The study days on which the trend has a point: those with something done, and one a week.
QList<QDate> trendDays(const ReadinessInput &input)
{
    QSet<QDate> days;
    QDate first = input.today;
    const auto add = [&](QDate day) {
        if (day.isValid() && day <= input.today) {
            days.insert(day);
            first = std::min(first, day);
        }
    };
    for (const QDate day : input.answerDays)
        add(day);
    first = std::max(first, input.today.addYears(-longestTrendYears));
    for (QDate day = input.today; day > first; day = day.addDays(-7))
        add(day);
    days.insert(input.today);
    QList<QDate> sorted(days.cbegin(), days.cend());
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() <= mostTrendPoints)
        return sorted;
    QList<QDate> some;
    for (int i = 0; i < mostTrendPoints; ++i)
        some << sorted.at(i * (sorted.size() - 1) / (mostTrendPoints - 1));
    return some;
}

ReadinessPoint pointOf(const ReadinessReader &reader, QDate day, const Readout &readout)
{
    ReadinessPoint point;
    point.day = day;
    point.weighted = readout.weighted;
    for (qsizetype at = 0; at < reader.shape().sections.size(); ++at) {
        point.sections << readout.sections[static_cast<size_t>(at)];
        point.answers << reader.section(static_cast<int>(at)).answers;
    }
    return point;
}

/// What a mock tells is known from the day on which it was recorded on; the belief of its own day is held against it.
QList<ReadMock> readMocks(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
{
    QList<OutsideMock> mocks;
    std::copy_if(input.mocks.begin(), input.mocks.end(), std::back_inserter(mocks), [&](const OutsideMock &mock) {
        return !mock.seenBefore && mock.questions > 0 && mock.date.isValid() && mock.date <= input.today;
    });
    if (mocks.isEmpty())
        return {};
    std::stable_sort(
        mocks.begin(), mocks.end(), [](const OutsideMock &a, const OutsideMock &b) { return a.date < b.date; });
    ReadinessReader reader(input, certification, blueprint);
    QList<ReadMock> read;
    for (const OutsideMock &mock : std::as_const(mocks)) {
        while (reader.nextDay().isValid() && reader.nextDay() <= mock.date)
            (void)reader.next();
        reader.advanceTo(mock.date);
        read << ReadMock{
            mock.provider, std::clamp(mock.right, 0, mock.questions), mock.questions, reader.replay().ability()};
    }
    return read;
}

ReadinessRow rowOf(const QString &id, const Estimate &expected, double weight, const ReadinessReader::Counts &counts)
{
    ReadinessRow row;
    row.id = id;
    row.expected = expected;
    row.weight = weight;
    row.answers = counts.answers;
    row.right = counts.right;
    row.repeats = counts.repeats;
    row.aided = counts.aided;
    row.lastSeen = counts.lastSeen;
    row.pointsLost = weight * (1 - expected.mean);
    return row;
}

QList<OddsGap> oddsGaps(const ReadinessReader &reader, const Blueprint &blueprint)
{
    QList<OddsGap> gaps{
        {OddsGap::Kind::SealedAnswers, {}, reader.sealedAnswers(), sealedAnswersForOdds},
        {OddsGap::Kind::RecentSealed, {}, reader.recentSealed(), recentSealedForOdds},
    };
    const QList<int> quota = quotas(blueprint, blueprint.questions);
    for (qsizetype at = 0; at < blueprint.sections.size(); ++at) {
        const int need =
            blueprint.kind == BlueprintKind::Domains ? sectionAnswersForOdds : std::max(6, 2 * quota.at(at));
        gaps << OddsGap{OddsGap::Kind::SectionAnswers, blueprint.sections[at].id,
            reader.section(static_cast<int>(at)).answers, need};
    }
    return gaps;
}

ReadinessAction actionOf(const ReadinessReport &report, int section, const ReadinessReader &reader,
    const ReadinessInput &input, double slope)
{
    ReadinessAction action;
    const ReadinessRow &row = report.sections.at(section);
    action.section = row.id;
    // What is practised raises its whole section, so the topic is chosen for what it tells and how far it lags.
    const ReadinessRow *weakest = nullptr;
    int at = -1;
    for (int topic = 0; topic < int(report.topics.size()); ++topic) {
        if (reader.shape().shape.topicSection[static_cast<size_t>(topic)] != section)
            continue;
        const ReadinessRow &candidate = report.topics.at(topic);
        const bool better =
            !weakest || (weakest->tested() && !candidate.tested()) ||
            (weakest->tested() == candidate.tested() && candidate.expected.mean < weakest->expected.mean);
        if (better) {
            weakest = &candidate;
            at = topic;
        }
    }
    if (weakest) {
        action.below = weakest->id;
        action.topic = reader.syllabusTopic(at);
        if (!action.topic.isEmpty() && input.planned.contains(action.topic))
            action.kind = ReadinessAction::Kind::Block;
        else if (!action.topic.isEmpty() && weakest->answers >= fewestForLesson &&
                 2 * weakest->right < weakest->answers)
            action.kind = ReadinessAction::Kind::Lesson;
    }
    const double perHour = std::max(report.learningPerDay, leastGain) / std::max(input.hoursPerDay, 0.25);
    action.pointsPerHour = row.weight * slope * perHour;
    return action;
}

ReadinessReader readThrough(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
{
    ReadinessReader reader(input, certification, blueprint);
    while (reader.nextDay().isValid())
        (void)reader.next();
    reader.advanceTo(input.today);
    return reader;
}

} // namespace

const ReadinessRow *ReadinessReport::section(const QString &id) const
{
    const auto it =
        std::find_if(sections.begin(), sections.end(), [&](const ReadinessRow &row) { return row.id == id; });
    return it == sections.end() ? nullptr : &*it;
}

ReadinessReport readiness(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
{
    ReadinessReport report;
    report.day = input.today;
    report.examDay = input.examDate;
    ReadinessReader reader(input, certification, blueprint);
    ExamModel exam = reader.exam();
    report.shift = bankShift(readMocks(input, certification, blueprint), exam);
    exam.shiftMean = report.shift.mean;
    exam.shiftSd = report.shift.sd;
    ExamModel past = exam;
    past.draws = trendDraws;

    ReadinessMoves moves(reader, exam, input.today.addDays(1 - moveDays));
    const QList<QDate> days = trendDays(input);
    QDate reached;
    const auto passTo = [&](QDate day) {
        if (reached == day)
            return;
        reader.advanceTo(day);
        moves.daysPassed(day);
        reached = day;
    };
    for (const QDate day : days) {
        while (reader.nextDay().isValid() && reader.nextDay() <= day) {
            passTo(reader.nextDay());
            moves.stepped(reader.next());
        }
        passTo(day);
        if (day < input.today)
            report.trend << pointOf(reader, day, readOut(reader.replay().ability(), past));
    }

    const Ability &ability = reader.replay().ability();
    const Readout readout = readOut(ability, exam);
    report.trend << pointOf(reader, input.today, readout);
    report.moves = moves.moves();
    report.weighted = readout.weighted;
    report.learningPerDay = ability.mean(ability.gainAt());
    report.sealedAnswers = reader.sealedAnswers();
    for (int at = 0; at < int(blueprint.sections.size()); ++at) {
        const Section &section = blueprint.sections.at(at);
        report.sections << rowOf(
            section.id, readout.sections[static_cast<size_t>(at)], section.weight, reader.section(at));
        report.answers += reader.section(at).answers;
        report.repeats += reader.section(at).repeats;
        report.aided += reader.section(at).aided;
    }
    const AbilityShape &shape = reader.shape().shape;
    for (int at = 0; at < shape.topics(); ++at) {
        const int section = shape.topicSection[static_cast<size_t>(at)];
        const auto among = std::count(shape.topicSection.begin(), shape.topicSection.end(), section);
        report.topics << rowOf(reader.shape().topics.at(at), readout.topics[static_cast<size_t>(at)],
            double(blueprint.sections.at(section).weight) / double(among), reader.topic(at));
    }

    ExamModel form = exam;
    form.shiftMean = 0;
    form.shiftSd = 0;
    report.score = readOut(ability, form).score;
    report.gaps = oddsGaps(reader, blueprint);
    const bool told = std::all_of(report.gaps.begin(), report.gaps.end(), [](const OddsGap &gap) { return gap.met(); });
    if (told)
        report.odds = readout.shownOdds();
    const int daysLeft = input.examDate.isValid() ? int(input.today.daysTo(input.examDate)) : 0;
    if (daysLeft > 0 && input.pace >= 0) {
        const Readout later = readOut(ability.forecast(daysLeft, input.pace), exam);
        report.atExam = later.weighted;
        if (told)
            report.examOdds = later.shownOdds();
    }

    const Expectation expectation = expectationOf(ability, exam);
    for (int at = 0; at < int(report.sections.size()); ++at)
        report.actions << actionOf(report, at, reader, input, expectation.slopes[static_cast<size_t>(at)]);
    std::stable_sort(report.actions.begin(), report.actions.end(),
        [](const ReadinessAction &a, const ReadinessAction &b) { return a.pointsPerHour > b.pointsPerHour; });
    return report;
}

Replay replayed(const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
{
    return readThrough(input, certification, blueprint).replay();
}

Estimate expectedScore(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint, int questions)
{
    const ReadinessReader reader = readThrough(input, certification, blueprint);
    ExamModel form = reader.exam();
    form.shiftMean = 0;
    form.shiftSd = 0;
    form.quotas.clear();
    for (const int quota : quotas(blueprint, std::max(questions, 1)))
        form.quotas.push_back(quota);
    return readOut(reader.replay().ability(), form).score;
}

QList<Prediction> predictions(
    const ReadinessInput &input, const Certification &certification, const Blueprint &blueprint)
{
    ReadinessReader reader(input, certification, blueprint);
    QList<Prediction> list;
    int right = 0;
    while (reader.nextDay().isValid()) {
        const ReadinessReader::Step step = reader.next();
        if (step.counted != Replay::Counted::Evidence)
            continue;
        Prediction prediction;
        prediction.day = step.day;
        prediction.expected = step.expected;
        prediction.average = list.isEmpty() ? 0.5 : double(right) / double(list.size());
        prediction.right = step.answer->right;
        right += prediction.right ? 1 : 0;
        list << prediction;
    }
    return list;
}

} // namespace lectern
