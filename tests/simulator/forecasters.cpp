// SPDX-License-Identifier: GPL-3.0-or-later
#include "forecasters.h"

#include <cmath>

namespace lectern::sim
{

namespace
{

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

double same(double share, const Life &life)
{
    return reaches(std::vector<double>(life.quotas.size(), share), life.quotas);
}

double elo(const Life &life)
{
    std::vector<double> rating(life.quotas.size());
    std::vector<int> answers(life.quotas.size());
    for (const LivedAnswer &logged : life.log) {
        const size_t d = static_cast<size_t>(logged.answer.section);
        const double b = (static_cast<int>(logged.answer.difficulty) - 1) * 0.8;
        const double expected = logged.answer.guess + (1 - logged.answer.guess) * logistic(rating[d] - b);
        rating[d] += 1.8 / (1 + 0.05 * answers[d]++) * ((logged.answer.right ? 1 : 0) - expected);
    }
    for (double &value : rating) {
        double share = 0;
        for (int level = -1; level <= 1; ++level)
            share += logistic(value - 0.8 * level) / 3;
        value = 0.25 + 0.75 * share;
    }
    return reaches(rating, life.quotas);
}

} // namespace

ExamModel exam(const Life &life)
{
    ExamModel model;
    model.quotas = life.quotas;
    for (int quota : life.quotas)
        model.weights.push_back(quota);
    return model;
}

Replay replayed(const Life &life, int until)
{
    QList<LoggedAnswer> answers;
    answers.reserve(static_cast<qsizetype>(life.log.size()));
    for (const LivedAnswer &lived : life.log) {
        LoggedAnswer logged;
        logged.day = lived.day;
        // A rationale is read at the end of its day, so that it also helps on the next.
        logged.utcMs = lived.day * rationaleMs + (lived.study ? rationaleMs - 1 : 0);
        logged.objective = QString::number(lived.objective);
        logged.feedback = lived.study;
        logged.answer = lived.answer;
        answers.append(logged);
    }
    QList<LoggedStudy> study;
    for (int day = 0; day < days; ++day) {
        const std::vector<double> &minutes = life.minutes[static_cast<size_t>(day)];
        for (size_t section = 0; section < minutes.size(); ++section) {
            if (minutes[section] > 0)
                study.append({day, static_cast<int>(section), minutes[section]});
        }
    }
    return replay(life.shape, answers, study, until);
}

Forecasts forecasts(const Life &life, const Readout &readout)
{
    Forecasts all;
    all.readout = readout;
    all.model = readout.odds;
    int right = 0;
    for (const LivedAnswer &lived : life.log)
        right += lived.answer.right ? 1 : 0;
    all.rawPercentage = same((right + 1.0) / (static_cast<double>(life.log.size()) + 2.0), life);
    all.lastMock = same((life.lastMockRight + 1.0) / (life.lastMockOf + 2.0), life);
    all.elo = elo(life);
    all.oracle = life.oracleOdds;
    return all;
}

} // namespace lectern::sim
