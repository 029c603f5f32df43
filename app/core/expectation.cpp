// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectation.h"

#include <cmath>
#include <numbers>

namespace lectern
{

namespace
{

// Nodes and weights of Gauss and Hermite for a standard normal variable (Abramowitz and Stegun 1964, table 25.10).
constexpr std::array nodes{-3.7504397177257425, -2.3667594107345415, -1.1544053947399682, 0.0, 1.1544053947399682,
    2.3667594107345415, 3.7504397177257425};
constexpr std::array shares{0.0005482688559722186, 0.0307571239675864, 0.2401231786050126, 0.4571428571428572,
    0.2401231786050126, 0.0307571239675864, 0.0005482688559722186};

struct Share {
    double value = 0;
    double slope = 0;
};

Share shareAt(double mean, double variance, const ExamModel &exam, const AbilityParameters &p, double flatness)
{
    const double spread = std::sqrt(std::max(variance, 0.0));
    Share share;
    for (size_t i = 0; i < nodes.size(); ++i) {
        const double z = mean + spread * nodes[i];
        for (size_t level = 0; level < exam.difficulties.size(); ++level) {
            const double chance = 1.0 / (1.0 + std::exp(-flatness * (z - p.difficultyMean[level])));
            share.value += shares[i] * exam.difficulties[level] * chance;
            share.slope += shares[i] * exam.difficulties[level] * flatness * chance * (1 - chance);
        }
    }
    return {exam.guess + (1 - exam.guess) * share.value, (1 - exam.guess) * share.slope};
}

} // namespace

Expectation expectationOf(const Ability &ability, const ExamModel &exam)
{
    const AbilityShape &shape = ability.shape();
    const AbilityParameters &p = ability.parameters();
    const size_t sections = static_cast<size_t>(shape.sections);
    const double flatness = 1.0 / std::sqrt(1.0 + std::numbers::pi * p.difficultySd * p.difficultySd / 8.0);
    const double shiftVariance = exam.shiftSd * exam.shiftSd;
    Expectation result{std::vector<double>(sections), {}, 0, std::vector<double>(sections)};
    std::vector<int> topicsOf(sections);
    for (const int section : shape.topicSection)
        ++topicsOf[static_cast<size_t>(section)];
    for (int topic = 0; topic < shape.topics(); ++topic) {
        const int d = shape.topicSection[static_cast<size_t>(topic)];
        const size_t section = static_cast<size_t>(d);
        const int at = ability.topicAt(topic);
        const double variance =
            ability.covariance(d, d) + 2 * ability.covariance(d, at) + ability.covariance(at, at) + shiftVariance;
        const Share share = shareAt(ability.mean(d) + ability.mean(at) + exam.shiftMean, variance, exam, p, flatness);
        result.topics.push_back(share.value);
        result.sections[section] += share.value / topicsOf[section];
        result.slopes[section] += share.slope / topicsOf[section];
    }
    double weights = 0;
    for (size_t section = 0; section < sections; ++section) {
        const int d = static_cast<int>(section);
        if (topicsOf[section] == 0) {
            const Share share =
                shareAt(ability.mean(d) + exam.shiftMean, ability.covariance(d, d) + shiftVariance, exam, p, flatness);
            result.sections[section] = share.value;
            result.slopes[section] = share.slope;
        }
        result.weighted += exam.weights[section] * result.sections[section];
        weights += exam.weights[section];
    }
    result.weighted /= weights;
    return result;
}

} // namespace lectern
