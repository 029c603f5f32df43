// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterexam.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr double lossUnknown = 0.5;

double lost(const Section &section, const ExamResult &result)
{
    const auto bar = result.bars.constFind(section.id);
    return section.weight * (bar == result.bars.constEnd() ? lossUnknown : 1 - *bar / 100.0);
}

} // namespace

AfterExam afterExam(
    const QList<ExamResult> &results, const Appointment &appointment, const ExamRules &rules, QDate today)
{
    const ExamResult *latest = nullptr;
    const ExamResult *pass = nullptr;
    for (const ExamResult &result : results) {
        // Of two on one day the later entry counts.
        if (!latest || result.date >= latest->date)
            latest = &result;
        if (result.passed && (!pass || result.date >= pass->date))
            pass = &result;
    }
    AfterExam after;
    if (pass)
        after.renewal = pass->date.addYears(rules.validityYears);
    if (appointment.booked() && (!latest || appointment.date > latest->date)) {
        after.state = today >= appointment.date ? AfterExam::State::Waiting : AfterExam::State::Before;
        return after;
    }
    if (!latest)
        return after;
    after.result = *latest;
    after.state = latest->passed ? AfterExam::State::Passed : AfterExam::State::Failed;
    if (!latest->passed)
        after.earliestRetake = latest->date.addDays(rules.retakeWaitDays);
    return after;
}

QList<SectionLoss> pointsLost(const Blueprint &blueprint, const ExamResult &result)
{
    QList<SectionLoss> losses;
    for (const Section &section : blueprint.sections) {
        if (result.bars.contains(section.id))
            losses.append({section.id, result.bars.value(section.id), lost(section, result)});
    }
    std::stable_sort(losses.begin(), losses.end(),
        [](const SectionLoss &left, const SectionLoss &right) { return left.points > right.points; });
    return losses;
}

QHash<QString, double> shareByLoss(const Blueprint &blueprint, const ExamResult &result)
{
    double all = 0;
    double weights = 0;
    for (const Section &section : blueprint.sections) {
        all += lost(section, result);
        weights += section.weight;
    }
    QHash<QString, double> shares;
    for (const Section &section : blueprint.sections)
        shares.insert(section.id, all > 0 ? lost(section, result) / all : weights > 0 ? section.weight / weights : 0);
    return shares;
}

} // namespace lectern
