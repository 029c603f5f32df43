// SPDX-License-Identifier: GPL-3.0-or-later
#include "bankshift.h"

#include "expectation.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lectern
{

namespace
{

constexpr int points = 121; ///< of the grid over the shift
constexpr double reach = 3; ///< logits to both sides
constexpr double step = 2 * reach / (points - 1);

double shiftAt(int point)
{
    return -reach + point * step;
}

/// What is not known of the weighted ability, as a variance in logits.
double abilityVariance(const Ability &ability, const ExamModel &exam)
{
    const AbilityShape &shape = ability.shape();
    const size_t size = static_cast<size_t>(shape.sections + shape.topics());
    std::vector<double> direction(size);
    std::vector<int> topicsOf(static_cast<size_t>(shape.sections));
    for (const int section : shape.topicSection)
        ++topicsOf[static_cast<size_t>(section)];
    double weights = 0;
    for (const double weight : exam.weights)
        weights += weight;
    for (size_t d = 0; d < exam.weights.size(); ++d)
        direction[d] = exam.weights[d] / weights;
    for (int topic = 0; topic < shape.topics(); ++topic) {
        const size_t section = static_cast<size_t>(shape.topicSection[static_cast<size_t>(topic)]);
        direction[static_cast<size_t>(ability.topicAt(topic))] = direction[section] / topicsOf[section];
    }
    double variance = 0;
    for (size_t a = 0; a < size; ++a) {
        for (size_t b = 0; b < size; ++b)
            variance += direction[a] * direction[b] * ability.covariance(static_cast<int>(a), static_cast<int>(b));
    }
    return std::max(variance, 0.0);
}

/// Logarithm of the chance of the mock's score, but for a constant, at each point of the grid.
std::vector<double> likelihood(const ReadMock &mock, const ExamModel &exam)
{
    std::vector<double> logs;
    ExamModel shifted = exam;
    shifted.shiftSd = 0;
    for (int point = 0; point < points; ++point) {
        shifted.shiftMean = shiftAt(point);
        const double share = expectationOf(mock.belief, shifted).weighted;
        logs.push_back(mock.right * std::log(share) + (mock.questions - mock.right) * std::log1p(-share));
    }
    return logs;
}

} // namespace

BankShift bankShift(const QList<ReadMock> &mocks, const ExamModel &exam)
{
    BankShift shift{exam.shiftMean, exam.shiftSd, static_cast<int>(mocks.size())};
    if (mocks.isEmpty() || !(exam.shiftSd > 0))
        return shift;
    // std::map, since the order of summing must not hang on a hash's seed.
    std::map<QString, std::vector<double>> byProvider;
    std::map<QString, double> unsure;
    for (const ReadMock &mock : mocks) {
        const QString provider = mock.provider.simplified().toCaseFolded();
        std::vector<double> &sum = byProvider[provider];
        sum.resize(points);
        const std::vector<double> logs = likelihood(mock, exam);
        for (size_t point = 0; point < logs.size(); ++point)
            sum[point] += logs[point];
        // Beliefs of one learner are alike: the worst of them stands for all of a provider.
        double &variance = unsure[provider];
        variance = std::max(variance, abilityVariance(mock.belief, exam));
    }

    std::vector<double> posterior(points);
    for (int point = 0; point < points; ++point) {
        const double off = (shiftAt(point) - exam.shiftMean) / exam.shiftSd;
        posterior[static_cast<size_t>(point)] = -0.5 * off * off;
    }
    for (const auto &[provider, logs] : byProvider) {
        const double top = *std::max_element(logs.begin(), logs.end());
        const double variance = exam.shiftSd * exam.shiftSd + unsure.at(provider);
        for (int point = 0; point < points; ++point) {
            double sum = 0;
            for (int seen = 0; seen < points; ++seen) {
                const double gap = shiftAt(seen) - shiftAt(point);
                sum += std::exp(logs[static_cast<size_t>(seen)] - top - 0.5 * gap * gap / variance);
            }
            posterior[static_cast<size_t>(point)] += std::log(std::max(sum, 1e-300));
        }
    }
    const double top = *std::max_element(posterior.begin(), posterior.end());
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int point = 0; point < points; ++point) {
        const double weight = std::exp(posterior[static_cast<size_t>(point)] - top);
        sum += weight;
        first += weight * shiftAt(point);
        second += weight * shiftAt(point) * shiftAt(point);
    }
    shift.mean = first / sum;
    shift.sd = std::sqrt(std::max(second / sum - shift.mean * shift.mean, step * step));
    return shift;
}

} // namespace lectern
