// SPDX-License-Identifier: GPL-3.0-or-later
#include "information.h"

#include <algorithm>
#include <numeric>

namespace lectern
{

namespace
{

/// How much of what authors say of difficulty may be wrong in common, as a share of it.
constexpr double wordsSd = 0.4;

} // namespace

Information::Information(const Ability &belief, const std::vector<double> &weights)
    : m_belief(belief)
    , m_weights(weights)
    , m_slopes(static_cast<size_t>(belief.size()))
    , m_off(static_cast<size_t>(belief.size()))
    , m_offScores(static_cast<size_t>(belief.shape().sections))
{
    const AbilityShape &shape = belief.shape();
    m_weights.resize(static_cast<size_t>(shape.sections));
    const double sum = std::accumulate(m_weights.begin(), m_weights.end(), 0.0);
    for (double &weight : m_weights)
        weight = sum > 0 ? weight / sum : 1.0 / shape.sections;

    const auto slope = [&](int section, int topic) {
        AbilityAnswer question;
        question.section = section;
        question.topic = topic;
        double mean = 0;
        for (const Difficulty level : {Difficulty::Easy, Difficulty::Medium, Difficulty::Hard}) {
            question.difficulty = level;
            mean += belief.expectation(question).slope / 3;
        }
        return mean;
    };
    std::vector<int> topicsOf(static_cast<size_t>(shape.sections));
    for (const int section : shape.topicSection)
        ++topicsOf[static_cast<size_t>(section)];
    for (int section = 0; section < shape.sections; ++section) {
        if (topicsOf[static_cast<size_t>(section)] == 0)
            m_slopes[static_cast<size_t>(section)] = slope(section, -1);
    }
    for (int topic = 0; topic < shape.topics(); ++topic) {
        const int section = shape.topicSection[static_cast<size_t>(topic)];
        const double share = slope(section, topic) / topicsOf[static_cast<size_t>(section)];
        m_slopes[static_cast<size_t>(belief.topicAt(topic))] = share;
        m_slopes[static_cast<size_t>(section)] += share;
    }
}

Information::Pull Information::pull(const AbilityAnswer &question) const
{
    Pull pull;
    pull.expected = m_belief.expectation(question);
    pull.moved.resize(m_weights.size());
    if (!(pull.expected.variance > 0))
        return pull;
    const AbilityShape &shape = m_belief.shape();
    const std::vector<double> &cross = pull.expected.cross;
    for (size_t section = 0; section < pull.moved.size(); ++section)
        pull.moved[section] = m_slopes[section] * cross[section];
    for (int topic = 0; topic < shape.topics(); ++topic) {
        const size_t at = static_cast<size_t>(m_belief.topicAt(topic));
        pull.moved[static_cast<size_t>(shape.topicSection[static_cast<size_t>(topic)])] += m_slopes[at] * cross[at];
    }
    pull.share = pull.expected.shrink / pull.expected.variance;

    const std::array<double, 3> &levels = m_belief.parameters().difficultyMean;
    pull.surprise = levels[static_cast<size_t>(question.difficulty)] -
                    std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size()) -
                    m_off[static_cast<size_t>(question.section)];
    if (question.topic >= 0)
        pull.surprise -= m_off[static_cast<size_t>(m_belief.topicAt(question.topic))];
    return pull;
}

double Information::gain(const AbilityAnswer &question) const
{
    const Pull told = pull(question);
    double weighted = 0;
    double each = 0;
    double off = 0;
    double offAfter = 0;
    double bias = 0;
    for (size_t section = 0; section < m_weights.size(); ++section) {
        const double weight = m_weights[section];
        const double moved = told.moved[section];
        const double before = m_offScores[section];
        const double after = before + moved * told.share * told.surprise;
        weighted += weight * moved;
        each += weight * moved * moved;
        off += weight * before;
        offAfter += weight * after;
        bias += weight * (after * after - before * before);
    }
    bias += offAfter * offAfter - off * off;
    return (weighted * weighted + each) * told.share - wordsSd * wordsSd * bias;
}

void Information::take(const AbilityAnswer &question)
{
    const Pull told = pull(question);
    for (size_t i = 0; i < told.expected.cross.size(); ++i)
        m_off[i] += told.expected.cross[i] * told.share * told.surprise;
    for (size_t section = 0; section < m_offScores.size(); ++section)
        m_offScores[section] += told.moved[section] * told.share * told.surprise;
    m_belief.expect(question);
}

} // namespace lectern
