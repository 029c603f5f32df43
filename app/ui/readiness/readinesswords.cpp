// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinesswords.h"

#include "examwords.h"
#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReadinessWords)
};

constexpr double mostSaid = 0.95;
constexpr double leastSaid = 0.05;
constexpr double unnoticed = 0.05; ///< points

QString numbered(const QList<RehearsalCheck> &rehearsals, qsizetype at, int right, int total)
{
    const QString score = Words::tr("%1 of %2", "right answers of questions").arg(right).arg(total);
    return at < rehearsals.size() ? Words::tr("Rehearsal %1, %2", "number, score").arg(at + 1).arg(score)
                                  : Words::tr("Rehearsal, %1", "score").arg(score);
}

} // namespace

QString nameOf(const Section &section)
{
    return section.shortTitle.isEmpty() ? section.title : section.shortTitle;
}

int sectionIndex(const Blueprint &blueprint, const QString &section)
{
    const Section *found = blueprint.section(section);
    return found ? int(found - blueprint.sections.constData()) : -1;
}

QString titleOf(const Certification &certification, const Blueprint &blueprint, const QString &id)
{
    if (const Topic *topic = certification.topic(id))
        return topic->title;
    for (const Section &section : blueprint.sections) {
        if (section.id == id)
            return nameOf(section);
        for (const Objective &objective : section.objectives) {
            if (objective.id == id)
                return objective.title;
        }
    }
    return id;
}

QList<const ReadinessRow *> byPointsLost(const ReadinessReport &report)
{
    QList<const ReadinessRow *> order;
    for (const ReadinessRow &row : report.sections)
        order << &row;
    std::stable_sort(order.begin(), order.end(),
        [](const ReadinessRow *a, const ReadinessRow *b) { return a->pointsLost > b->pointsLost; });
    return order;
}

QString evidenceWords(const ReadinessRow &row)
{
    return row.tested() ? Words::tr("%1, %n answer(s)", nullptr, row.answers).arg(percent(row.expected.mean))
                        : Words::tr("not tested yet");
}

int ofTen(double odds)
{
    return odds <= leastSaid ? 0 : std::clamp(qRound(10 * odds), 1, 9);
}

QString oddsWords(double odds)
{
    if (odds >= mostSaid)
        return Words::tr("more than 9 of 10");
    if (odds <= leastSaid)
        return Words::tr("fewer than 1 of 10");
    return Words::tr("about %1 of 10").arg(QLocale().toString(ofTen(odds)));
}

QString pointsMoved(double points)
{
    const QLocale locale;
    if (std::abs(points) < unnoticed)
        return locale.toString(0.0, 'f', 1);
    //: A gain of points
    return points > 0 ? Words::tr("+%1").arg(locale.toString(points, 'f', 1))
                      //: A loss of points
                      : Words::tr("−%1").arg(locale.toString(-points, 'f', 1));
}

QString moveWords(const ReadinessMove &move, const Certification &certification, const Blueprint &blueprint,
    const QList<RehearsalCheck> &rehearsals)
{
    switch (move.kind) {
    case ReadinessMove::Kind::Rehearsal: {
        const auto at = std::find_if(rehearsals.begin(), rehearsals.end(),
            [&](const RehearsalCheck &check) { return check.attempt == move.attempt; });
        return at == rehearsals.end() ? numbered(rehearsals, rehearsals.size(), move.right, move.answers)
                                      : numbered(rehearsals, at - rehearsals.begin(), at->right, at->total);
    }
    case ReadinessMove::Kind::Answers:
        return move.id.isEmpty() ? Words::tr("%n first answer(s) on several topics", nullptr, move.answers)
                                 : Words::tr("%n first answer(s) on %1", nullptr, move.answers)
                                       .arg(titleOf(certification, blueprint, move.id));
    case ReadinessMove::Kind::Repeats:
        return Words::tr("%n answer(s) to questions seen before or read up on: no evidence", nullptr, move.answers);
    case ReadinessMove::Kind::Study:
        return Words::tr("%1 of study without answers: moves the forecast, not today")
            .arg(move.minutes < 60 ? minutesText(move.minutes) : hoursText(move.minutes));
    case ReadinessMove::Kind::Rest:
        return Words::tr("%1: not studied for %n day(s)", nullptr, move.days)
            .arg(titleOf(certification, blueprint, move.id));
    }
    return {};
}

QString weekWords(const ReadinessReport &report)
{
    const QDate weekAgo = report.day.addDays(-7);
    const ReadinessPoint *before = nullptr;
    for (const ReadinessPoint &point : report.trend) {
        if (point.day <= weekAgo)
            before = &point;
    }
    if (!before)
        return {};
    const auto half = [](const Estimate &estimate) { return (estimate.high - estimate.low) / 2; };
    const double points = 100 * (report.weighted.mean - before->weighted.mean);
    // What is learnt of an ability that stands still moves its mean by as much as its variance shrinks.
    const double noise =
        100 * std::sqrt(std::abs(std::pow(half(before->weighted), 2) - std::pow(half(report.weighted), 2)));
    if (std::abs(points) < std::max(noise, unnoticed))
        return Words::tr("last 7 days: no measurable difference");
    return Words::tr("last 7 days: %1 points").arg(pointsMoved(points));
}

QString actionIcon(ReadinessAction::Kind kind)
{
    switch (kind) {
    case ReadinessAction::Kind::Lesson:
        return QStringLiteral("documentation");
    case ReadinessAction::Kind::Block:
        return QStringLiteral("view-calendar-month");
    case ReadinessAction::Kind::Drill:
        break;
    }
    return QStringLiteral("media-playback-start");
}

QString actionWords(const ReadinessAction &action, const Certification &certification, const Blueprint &blueprint)
{
    const QString what = titleOf(certification, blueprint,
        action.kind != ReadinessAction::Kind::Drill ? action.topic
        : action.below.isEmpty()                    ? action.section
                                                    : action.below);
    const QString gain = QLocale().toString(action.pointsPerHour, 'f', 1);
    switch (action.kind) {
    case ReadinessAction::Kind::Lesson:
        return Words::tr("Read the lesson on %1, about %2 points an hour").arg(what, gain);
    case ReadinessAction::Kind::Block:
        return Words::tr("Go to the planned block on %1, about %2 points an hour").arg(what, gain);
    case ReadinessAction::Kind::Drill:
        break;
    }
    return Words::tr("Drill %1, about %2 points an hour").arg(what, gain);
}

} // namespace lectern
