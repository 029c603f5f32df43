// SPDX-License-Identifier: GPL-3.0-or-later
#include "readout.h"

#include "random.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lectern
{

namespace
{

/// Standard normal numbers (Box and Muller 1958).
class Normals
{
public:
    explicit Normals(quint64 seed)
        : m_random(seed)
    {
    }

    double next()
    {
        if (m_kept) {
            m_kept = false;
            return m_spare;
        }
        const double radius = std::sqrt(-2 * std::log(1.0 - uniform()));
        const double angle = 2 * std::numbers::pi * uniform();
        m_spare = radius * std::sin(angle);
        m_kept = true;
        return radius * std::cos(angle);
    }

private:
    double uniform() { return static_cast<double>(m_random.next() >> 11) * 0x1.0p-53; }

    Random m_random;
    double m_spare = 0;
    bool m_kept = false;
};

/// The lower triangle of the square root of the covariance of sections and topics, row by row. A direction in which
/// nothing is unknown, or less than nothing by rounding, becomes zero.
std::vector<double> squareRoot(const Ability &ability, int size)
{
    const size_t n = static_cast<size_t>(size);
    std::vector<double> root(n * n);
    for (size_t i = 0; i < n; ++i) {
        for (size_t j = 0; j <= i; ++j) {
            double sum = ability.covariance(static_cast<int>(i), static_cast<int>(j));
            for (size_t k = 0; k < j; ++k)
                sum -= root[i * n + k] * root[j * n + k];
            if (i == j)
                root[i * n + i] = std::sqrt(std::max(sum, 0.0));
            else
                root[i * n + j] = root[j * n + j] > 1e-9 ? sum / root[j * n + j] : 0.0;
        }
    }
    return root;
}

Estimate estimate(std::vector<double> &values)
{
    Estimate result;
    const size_t n = values.size();
    result.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(n);
    std::sort(values.begin(), values.end());
    result.low = values[n / 10];
    result.high = values[n - 1 - n / 10];
    return result;
}

/// Adds `trials` more with the same chance to a distribution of counts.
void addTrials(std::vector<double> &counts, int trials, double chance)
{
    for (int t = 0; t < trials; ++t) {
        counts.push_back(0);
        for (size_t k = counts.size() - 1; k > 0; --k)
            counts[k] = counts[k] * (1 - chance) + counts[k - 1] * chance;
        counts[0] *= 1 - chance;
    }
}

/// The shortest interval that holds four fifths of the counts; of several, the one that holds most. From both ends, a
/// tenth each, the counts on both edges would make it hold more than it says.
Estimate interval(const std::vector<double> &counts)
{
    const double top = static_cast<double>(counts.size() - 1);
    Estimate result;
    size_t low = 0;
    size_t high = counts.size() - 1;
    double held = 0;
    double most = 0;
    for (size_t from = 0, to = 0; to < counts.size(); ++to) {
        result.mean += counts[to] * static_cast<double>(to) / top;
        held += counts[to];
        for (; held - counts[from] >= 0.8; ++from)
            held -= counts[from];
        if (held >= 0.8 && (to - from < high - low || (to - from == high - low && held > most))) {
            low = from;
            high = to;
            most = held;
        }
    }
    result.low = static_cast<double>(low) / top;
    result.high = static_cast<double>(high) / top;
    return result;
}

} // namespace

Readout readOut(const Ability &ability, const ExamModel &exam)
{
    const AbilityShape &shape = ability.shape();
    const size_t sections = static_cast<size_t>(shape.sections);
    const size_t topics = static_cast<size_t>(shape.topics());
    const size_t size = sections + topics;
    const AbilityParameters &p = ability.parameters();
    const double slope = 1.0 / std::sqrt(1.0 + std::numbers::pi * p.difficultySd * p.difficultySd / 8.0);
    const double weightSum = std::accumulate(exam.weights.begin(), exam.weights.end(), 0.0);
    const int questions = std::accumulate(exam.quotas.begin(), exam.quotas.end(), 0);
    const size_t draws = static_cast<size_t>(std::max(exam.draws, 10));
    std::vector<int> topicsOf(sections);
    for (int section : shape.topicSection)
        ++topicsOf[static_cast<size_t>(section)];

    const std::vector<double> root = squareRoot(ability, static_cast<int>(size));
    const auto right = [&](double z) {
        double sum = 0;
        for (size_t level = 0; level < exam.difficulties.size(); ++level)
            sum += exam.difficulties[level] / (1.0 + std::exp(-slope * (z - p.difficultyMean[level])));
        return exam.guess + (1 - exam.guess) * sum;
    };

    Normals normals(exam.seed);
    std::vector<std::vector<double>> shares(size, std::vector<double>(draws));
    std::vector<double> weighted(draws);
    std::vector<double> counts(static_cast<size_t>(questions) + 1);
    double odds = 0;
    std::vector<double> unit(size);
    std::vector<double> state(size);
    std::vector<double> form;
    for (size_t draw = 0; draw < draws; ++draw) {
        const double shift = exam.shiftMean + exam.shiftSd * normals.next();
        const double cut = exam.cutMean + exam.cutSd * normals.next();
        for (double &value : unit)
            value = normals.next();
        for (size_t i = 0; i < size; ++i) {
            double value = ability.mean(static_cast<int>(i));
            for (size_t k = 0; k <= i; ++k)
                value += root[i * size + k] * unit[k];
            state[i] = value;
        }
        std::vector<double> sectionShare(sections);
        for (size_t t = 0; t < topics; ++t) {
            const size_t section = static_cast<size_t>(shape.topicSection[t]);
            const double share = right(state[section] + state[sections + t] + shift);
            shares[sections + t][draw] = share;
            sectionShare[section] += share / topicsOf[section];
        }
        form.assign(1, 1.0);
        for (size_t d = 0; d < sections; ++d) {
            if (topicsOf[d] == 0)
                sectionShare[d] = right(state[d] + shift);
            shares[d][draw] = sectionShare[d];
            weighted[draw] += exam.weights[d] / weightSum * sectionShare[d];
            addTrials(form, exam.quotas[d], sectionShare[d]);
        }
        const double needed = std::round(cut * questions);
        for (size_t k = 0; k < form.size(); ++k) {
            counts[k] += form[k] / static_cast<double>(draws);
            if (static_cast<double>(k) >= needed)
                odds += form[k] / static_cast<double>(draws);
        }
    }

    Readout result;
    for (size_t d = 0; d < sections; ++d)
        result.sections.push_back(estimate(shares[d]));
    for (size_t t = 0; t < topics; ++t)
        result.topics.push_back(estimate(shares[sections + t]));
    result.weighted = estimate(weighted);
    result.score = interval(counts);
    result.odds = odds;
    return result;
}

} // namespace lectern
