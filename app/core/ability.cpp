// SPDX-License-Identifier: GPL-3.0-or-later
#include "ability.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lectern
{

namespace
{

constexpr qint64 longestGap = 3650;
/// Equal steps over ten standard deviations: for a curve this smooth as exact as Gauss' rule of the same size.
constexpr int nodes = 21;
constexpr double step = 0.5;

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

const std::array<double, nodes> &nodeWeights()
{
    static const std::array<double, nodes> weights = [] {
        std::array<double, nodes> values{};
        double sum = 0;
        for (int i = 0; i < nodes; ++i) {
            const double at = (i - nodes / 2) * step;
            sum += values[static_cast<size_t>(i)] = std::exp(-at * at / 2);
        }
        for (double &value : values)
            value /= sum;
        return values;
    }();
    return weights;
}

} // namespace

double guessRate(ItemType type, int options, int keys)
{
    const int n = options >= 2 ? options : usualOptions;
    double ways = n;
    switch (type) {
    case ItemType::Single:
    case ItemType::CodeLine:
        break;
    case ItemType::Multiple: {
        ways = 1;
        const int chosen = keys >= 1 && keys < n ? keys : 1;
        // C(n, k) = C(n, n - k): the shorter product, which stops where the chance is none.
        for (int i = 0; i < std::min(chosen, n - chosen) && ways < 1e300; ++i)
            ways = ways * (n - i) / (i + 1);
        break;
    }
    case ItemType::All:
        ways = std::pow(2.0, n) - 1;
        break;
    case ItemType::Ordering:
    case ItemType::Matching:
        ways = std::tgamma(n + 1.0);
        break;
    }
    return 1.0 / std::max(ways, 1.0);
}

Ability::Ability(const AbilityShape &shape, const AbilityParameters &parameters)
    : m_shape(shape)
    , m_parameters(parameters)
    , m_size(shape.sections + shape.topics() + 2)
    , m_slope(1.0 / std::sqrt(1.0 + std::numbers::pi * parameters.difficultySd * parameters.difficultySd / 8.0))
    , m_mean(static_cast<size_t>(m_size))
    , m_covariance(static_cast<size_t>(m_size) * static_cast<size_t>(m_size))
    , m_promised(static_cast<size_t>(shape.sections))
    , m_minutes(static_cast<size_t>(shape.sections))
    , m_answers(static_cast<size_t>(shape.sections))
    , m_idle(static_cast<size_t>(shape.sections))
{
    const auto square = [](double x) { return x * x; };
    for (int a = 0; a < shape.sections; ++a) {
        m_mean[static_cast<size_t>(a)] = parameters.abilityMean;
        for (int b = 0; b < shape.sections; ++b)
            m_covariance[place(a, b)] =
                parameters.abilityCommonVariance + (a == b ? parameters.abilityOwnVariance : 0.0);
    }
    for (int topic = 0; topic < shape.topics(); ++topic)
        m_covariance[place(topicAt(topic), topicAt(topic))] = square(parameters.topicSd);
    m_mean[static_cast<size_t>(memoryAt())] = parameters.memoryMean;
    m_covariance[place(memoryAt(), memoryAt())] = square(parameters.memorySd);
    m_mean[static_cast<size_t>(gainAt())] = parameters.gainMean;
    m_covariance[place(gainAt(), gainAt())] = square(parameters.gainSd);
}

void Ability::advanceTo(qint64 day)
{
    if (!m_started) {
        m_started = true;
        m_day = day;
        return;
    }
    if (day <= m_day)
        return;
    const qint64 days = std::min(day - m_day, longestGap);
    for (qint64 i = 0; i < days; ++i)
        endDay();
    m_day = day;
}

void Ability::study(int section, double minutes)
{
    if (section >= 0 && section < m_shape.sections && minutes > 0)
        m_minutes[static_cast<size_t>(section)] += minutes;
}

void Ability::endDay()
{
    const AbilityParameters &p = m_parameters;
    std::vector<bool> studied(static_cast<size_t>(m_shape.sections));
    bool anything = false;
    for (size_t d = 0; d < studied.size(); ++d) {
        studied[d] = m_minutes[d] >= p.studyMinutes || m_answers[d] >= p.studyAnswers;
        anything = anything || m_minutes[d] > 0 || m_answers[d] > 0;
        m_minutes[d] = 0;
        m_answers[d] = 0;
    }
    for (int a = 0; a < m_shape.sections; ++a) {
        const size_t section = static_cast<size_t>(a);
        if (anything)
            grow(a, studied[section] ? 1.0 : p.spill);
        m_idle[section] = anything ? 0 : m_idle[section] + 1;
        m_covariance[place(a, a)] += p.driftOwnSd * p.driftOwnSd + (anything ? p.driftStudySd * p.driftStudySd : 0.0);
    }
    for (int a = 0; a < m_shape.sections; ++a) {
        const int idleA = m_idle[static_cast<size_t>(a)] - p.idleDays;
        if (idleA > 0 && idleA <= p.forgettingDays)
            m_mean[static_cast<size_t>(a)] -= p.decayMean;
        for (int b = 0; b < m_shape.sections; ++b) {
            m_covariance[place(a, b)] += p.driftCommonSd * p.driftCommonSd;
            // One rate of forgetting for all sections, so that its part of the variance grows with the days squared.
            const int idle = std::min(idleA, m_idle[static_cast<size_t>(b)] - p.idleDays);
            if (idle > 0 && idle <= p.forgettingDays)
                m_covariance[place(a, b)] += (2 * idle - 1) * p.decaySd * p.decaySd;
        }
    }
}

void Ability::grow(int section, double amount)
{
    const int gain = gainAt();
    for (int i = 0; i < m_size; ++i)
        m_covariance[place(section, i)] += amount * m_covariance[place(gain, i)];
    for (int i = 0; i < m_size; ++i)
        m_covariance[place(i, section)] += amount * m_covariance[place(i, gain)];
    m_promised[static_cast<size_t>(section)] += amount * m_mean[static_cast<size_t>(gain)];
}

Ability::Direction Ability::directionOf(const AbilityAnswer &answer) const
{
    Direction direction;
    const auto add = [&direction](int at, double factor) {
        direction.at[static_cast<size_t>(direction.count)] = at;
        direction.factor[static_cast<size_t>(direction.count)] = factor;
        ++direction.count;
    };
    add(answer.section, 1.0);
    if (answer.topic >= 0 && answer.topic < m_shape.topics())
        add(topicAt(answer.topic), 1.0);
    if (answer.exposuresBefore > 0)
        add(memoryAt(), std::exp(-std::max(answer.daysSinceSeen, 0.0) / m_parameters.memoryDays));
    return direction;
}

Ability::Moments Ability::project(const Direction &direction, std::vector<double> &cross) const
{
    cross.assign(static_cast<size_t>(m_size), 0.0);
    Moments moments;
    for (size_t k = 0; k < static_cast<size_t>(direction.count); ++k) {
        const double factor = direction.factor[k];
        const double *row = m_covariance.data() + place(direction.at[k], 0);
        for (size_t i = 0; i < cross.size(); ++i)
            cross[i] += factor * row[i];
        moments.mean += factor * m_mean[static_cast<size_t>(direction.at[k])];
    }
    for (size_t k = 0; k < static_cast<size_t>(direction.count); ++k)
        moments.variance += direction.factor[k] * cross[static_cast<size_t>(direction.at[k])];
    return moments;
}

Ability::Moments Ability::posterior(const AbilityAnswer &answer, const Moments &prior) const
{
    const double spread = std::sqrt(prior.variance);
    const double difficulty = m_parameters.difficultyMean[static_cast<size_t>(answer.difficulty)];
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < nodes; ++i) {
        const double offset = (i - nodes / 2) * step;
        const double curve = logistic(m_slope * (prior.mean + spread * offset - difficulty));
        const double right = answer.guess + (1 - answer.guess) * curve;
        const double weight = nodeWeights()[static_cast<size_t>(i)] * (answer.right ? right : 1 - right);
        sum += weight;
        first += weight * offset;
        second += weight * offset * offset;
    }
    // So sure of the opposite that no node gives the answer a chance: it changes nothing.
    if (!(sum > 0))
        return prior;
    const double shift = first / sum;
    return {prior.mean + spread * shift, prior.variance * (second / sum - shift * shift)};
}

void Ability::answer(const AbilityAnswer &answer)
{
    if (answer.section < 0 || answer.section >= m_shape.sections)
        return;
    ++m_answers[static_cast<size_t>(answer.section)];
    if (answer.aided)
        return;
    const bool repeat = answer.exposuresBefore > 0;
    if (!repeat) {
        for (size_t d = 0; d < m_promised.size(); ++d) {
            m_mean[d] += m_promised[d];
            m_promised[d] = 0;
        }
    }
    const Direction direction = directionOf(answer);
    std::vector<double> cross;
    const Moments prior = project(direction, cross);
    if (!(prior.variance > 0))
        return;
    const Moments after = posterior(answer, prior);
    const double move = (after.mean - prior.mean) / prior.variance;
    const double shrink = (1 - after.variance / prior.variance) / prior.variance;
    if (repeat) {
        // Only memory learns, the rest is considered as it is (Schmidt 1966): what was seen before says little of
        // ability.
        const size_t memory = static_cast<size_t>(memoryAt());
        m_mean[memory] += cross[memory] * move;
        const double least = std::max(shrink, 0.0) * cross[memory];
        for (int i = 0; i < m_size; ++i) {
            const double less = least * cross[static_cast<size_t>(i)];
            m_covariance[place(memoryAt(), i)] -= less;
            if (i != memoryAt())
                m_covariance[place(i, memoryAt())] -= less;
        }
        return;
    }
    for (size_t a = 0; a < cross.size(); ++a) {
        m_mean[a] += cross[a] * move;
        const double factor = cross[a] * shrink;
        double *row = m_covariance.data() + a * cross.size();
        for (size_t b = 0; b < cross.size(); ++b)
            row[b] -= factor * cross[b];
    }
}

int Ability::idleDays() const
{
    return m_idle.empty() ? 0 : *std::max_element(m_idle.begin(), m_idle.end());
}

double Ability::expectedRight(const AbilityAnswer &answer) const
{
    const Direction direction = directionOf(answer);
    std::vector<double> cross;
    const Moments prior = project(direction, cross);
    const double spread = std::sqrt(std::max(prior.variance, 0.0));
    const double difficulty = m_parameters.difficultyMean[static_cast<size_t>(answer.difficulty)];
    double sum = 0;
    for (int i = 0; i < nodes; ++i) {
        const double at = prior.mean + spread * (i - nodes / 2) * step;
        sum += nodeWeights()[static_cast<size_t>(i)] * logistic(m_slope * (at - difficulty));
    }
    return answer.guess + (1 - answer.guess) * sum;
}

Ability::Expectation Ability::expectation(const AbilityAnswer &answer) const
{
    Expectation expected;
    const Moments prior = project(directionOf(answer), expected.cross);
    if (!(prior.variance > 0))
        return expected;
    expected.variance = prior.variance;
    const double spread = std::sqrt(prior.variance);
    const double difficulty = m_parameters.difficultyMean[static_cast<size_t>(answer.difficulty)];
    double right = 0;
    double first = 0;
    for (int i = 0; i < nodes; ++i) {
        const double offset = (i - nodes / 2) * step;
        const double curve = logistic(m_slope * (prior.mean + spread * offset - difficulty));
        const double weight = nodeWeights()[static_cast<size_t>(i)] * (answer.guess + (1 - answer.guess) * curve);
        right += weight;
        first += weight * offset;
    }
    // What goes is the variance of the two means there may be afterwards. The slope is Stein's: cov(f(z), z) / var(z).
    if (right > 0 && right < 1)
        expected.shrink = first * first / (right * (1 - right));
    expected.slope = first / spread;
    return expected;
}

void Ability::expect(const AbilityAnswer &answer)
{
    const Expectation expected = expectation(answer);
    if (!(expected.variance > 0))
        return;
    const size_t n = expected.cross.size();
    for (size_t a = 0; a < n; ++a) {
        const double factor = expected.cross[a] * expected.shrink / expected.variance;
        double *row = m_covariance.data() + a * n;
        for (size_t b = 0; b < n; ++b)
            row[b] -= factor * expected.cross[b];
    }
}

Ability Ability::forecast(int days, double pace) const
{
    Ability later = *this;
    const double share = std::clamp(pace, 0.0, 1.0);
    const double mixed = share * (1 + (m_shape.sections - 1) * m_parameters.spill) / std::max(m_shape.sections, 1);
    for (int i = 0; i < std::clamp<qint64>(days, 0, longestGap); ++i) {
        later.endDay();
        for (int d = 0; share > 0 && d < m_shape.sections; ++d) {
            later.grow(d, mixed);
            later.m_idle[static_cast<size_t>(d)] = 0;
        }
        ++later.m_day;
    }
    for (size_t d = 0; d < later.m_promised.size(); ++d) {
        later.m_mean[d] += later.m_promised[d];
        later.m_promised[d] = 0;
    }
    return later;
}

} // namespace lectern
