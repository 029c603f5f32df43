// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lectern::sim
{

namespace
{

constexpr int objectivesEach = 3;
constexpr int openItems = 330;

struct SimItem {
    int topic = 0;
    int objective = 0;
    int level = 0;
    double difficulty = 0;
    double guess = 0.25;
    double steepness = 1;
    int shown = 0;
    int lastDay = 0;
};

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

class Candidate
{
public:
    Candidate(const Regime &regime, quint64 seed)
        : m_regime(regime)
        , m_dice(seed)
        , m_sections(static_cast<int>(regime.quotas.size()))
        , m_topics(m_sections * regime.topicsOfSection)
        , m_ability(regime.quotas.size())
        , m_effect(static_cast<size_t>(m_topics))
        , m_read(static_cast<size_t>(m_topics * objectivesEach), -100)
        , m_today(regime.quotas.size())
    {
        const double common = m_dice.normal(regime.startMean, regime.startCommonSd);
        for (double &ability : m_ability)
            ability = common + m_dice.normal(0, regime.startOwnSd);
        for (double &effect : m_effect)
            effect = m_dice.normal(0, regime.topicSd);
        m_memory = m_dice.normal(1, 1);
        m_gain = m_dice.normal(regime.gainMean, regime.gainSd);
        m_pace = regime.paceLow + (regime.paceHigh - regime.paceLow) * m_dice.uniform();
        m_gap = m_dice.normal(regime.gapMean, regime.gapSd);
        m_forget = std::max(0.0, m_dice.normal(regime.forgetting, regime.forgetting / 2));
        for (int i = 0; i < openItems; ++i)
            m_bank.push_back(newItem(i % m_topics, {1.0 / 3, 1.0 / 3, 1.0 / 3}));
        std::vector<int> order;
        for (int t = 0; t < m_topics; ++t)
            order.push_back(t);
        for (int t = m_topics - 1; t > 0; --t)
            std::swap(order[static_cast<size_t>(t)], order[static_cast<size_t>(m_dice.below(t + 1))]);
        m_favourites.assign(order.begin(), order.begin() + std::max(regime.favouriteTopics, 1));
    }

    Life live()
    {
        m_life.shape = world(m_regime);
        m_life.quotas = m_regime.quotas;
        m_life.minutes.assign(days, std::vector<double>(m_regime.quotas.size()));
        for (m_day = 0; m_day < days; ++m_day)
            oneDay();
        m_day = days - 1;
        judge();
        return std::move(m_life);
    }

    Encounter meet(int day)
    {
        m_life.shape = world(m_regime);
        m_life.quotas = m_regime.quotas;
        m_life.minutes.assign(days, std::vector<double>(m_regime.quotas.size()));
        for (m_day = 0; m_day < day; ++m_day)
            oneDay();
        Encounter encounter;
        encounter.day = day;
        for (const SimItem &item : m_bank) {
            const bool helped = day - m_read[static_cast<size_t>(item.objective)] <= 1;
            const double z = strength(item.topic) + (helped ? m_regime.siblingBonus : 0.0);
            encounter.bank.push_back(
                {item.topic, item.objective, item.level, item.shown > 0, helped, chanceOf(item, z)});
        }
        const std::vector<double> shares = sharesAt(0);
        for (size_t d = 0; d < shares.size(); ++d)
            encounter.trueScore += shares[d] * m_regime.quotas[d] / 60;
        encounter.life = std::move(m_life);
        return encounter;
    }

private:
    SimItem newItem(int topic, const std::array<double, 3> &levels)
    {
        SimItem item;
        item.topic = topic;
        item.objective = topic * objectivesEach + m_dice.below(objectivesEach);
        if (levels[0] == levels[2])
            item.level = m_dice.below(3);
        else
            item.level = m_dice.chance(levels[0]) ? 0 : m_dice.chance(levels[1] / (levels[1] + levels[2])) ? 1 : 2;
        item.difficulty = m_dice.normal(m_regime.labelSignal * (item.level - 1) * 0.8, m_regime.labelNoise);
        item.guess = m_regime.guess;
        if (m_regime.chooseTwo > 0 && m_dice.chance(m_regime.chooseTwo))
            item.guess = 0.1;
        if (m_regime.steepnessSd > 0)
            item.steepness = std::exp(m_dice.normal(0, m_regime.steepnessSd));
        return item;
    }

    int sectionOf(int topic) const { return topic / m_regime.topicsOfSection; }

    double chanceOf(const SimItem &item, double strength) const
    {
        const double knows = (1 - m_regime.slip) * logistic(item.steepness * (strength - item.difficulty));
        return item.guess + (1 - item.guess) * knows;
    }

    double strength(int topic) const
    {
        return m_ability[static_cast<size_t>(sectionOf(topic))] + m_effect[static_cast<size_t>(topic)];
    }

    void oneDay()
    {
        const bool away =
            m_regime.idleDays && m_day >= m_regime.idleFrom && m_day < m_regime.idleFrom + m_regime.idleDays;
        const bool chosen = m_regime.cramDay ? m_day == m_regime.cramDay : m_dice.chance(m_pace);
        const bool studies = !away && (m_regime.halvesOnly ? m_day % 7 == 6 : chosen);
        std::vector<bool> studied(m_regime.quotas.size());
        if (studies && m_regime.halvesOnly) {
            sitMock(30);
        } else if (studies) {
            const int main = m_dice.below(m_regime.practisedSections ? m_regime.practisedSections : m_sections);
            practise(main);
            m_life.minutes[static_cast<size_t>(m_day)][static_cast<size_t>(main)] += 60;
            if (m_day >= m_regime.firstMock && m_day - m_lastMock >= m_regime.betweenMocks) {
                sitMock(m_mocks++ == 1 ? 60 : 30);
                m_lastMock = m_day;
            }
            if (m_regime.practisedMocks && m_day > 10 && m_dice.chance(0.08))
                sitPractised();
            for (size_t d = 0; d < studied.size(); ++d)
                studied[d] = static_cast<int>(d) == main || m_today[d] >= 3;
        }
        m_today.assign(m_today.size(), 0);
        m_answers = 0;
        change(studies, studied);
    }

    void change(bool studies, const std::vector<bool> &studied)
    {
        double gain = m_gain;
        if (m_regime.learning == Regime::Learning::Early)
            gain *= m_day < days / 2 ? 1.8 : 0.2;
        if (m_regime.learning == Regime::Learning::Plateau)
            gain *= (m_day / 14) % 2 ? 2 : 0;
        m_idle = studies ? 0 : m_idle + 1;
        const double common = m_dice.normal(0, 0.02);
        for (size_t d = 0; d < m_ability.size(); ++d) {
            if (studies)
                m_ability[d] += gain * (studied[d] ? 1 : 0.35) + m_dice.normal(0, 0.04);
            m_ability[d] += common + m_dice.normal(0, 0.04);
            if (m_idle > 7)
                m_ability[d] -= m_forget;
        }
    }

    void practise(int main)
    {
        const int count = m_regime.answersLow + m_dice.below(m_regime.answersHigh - m_regime.answersLow + 1);
        const bool study = m_dice.chance(m_regime.studyShare);
        for (int i = 0; i < count; ++i) {
            const int among = m_regime.practisedSections ? m_regime.practisedSections : m_sections;
            int topic = (m_dice.chance(0.7) ? main : m_dice.below(among)) * m_regime.topicsOfSection +
                        m_dice.below(m_regime.topicsOfSection);
            if (m_regime.favouriteTopics)
                topic = m_favourites[static_cast<size_t>(m_dice.below(m_regime.favouriteTopics))];
            give(pick(topic), study, false);
            if (m_regime.favouriteTopics)
                m_effect[static_cast<size_t>(topic)] += m_regime.favouriteGain;
        }
    }

    SimItem &pick(int topic)
    {
        const bool repeat = m_dice.chance(m_regime.repeatShare);
        std::vector<size_t> fit;
        std::vector<size_t> any;
        for (size_t i = static_cast<size_t>(topic); i < m_bank.size(); i += static_cast<size_t>(m_topics)) {
            any.push_back(i);
            if ((m_bank[i].shown > 0) == repeat)
                fit.push_back(i);
        }
        const std::vector<size_t> &from = fit.empty() ? any : fit;
        return m_bank[from[static_cast<size_t>(m_dice.below(static_cast<int>(from.size())))]];
    }

    void give(SimItem &item, bool study, bool mock)
    {
        double z = strength(item.topic) - m_regime.tiring * std::max(0, m_answers++ - 10);
        if (!mock)
            z -= m_regime.careless;
        if (item.shown > 0)
            z += m_memory * (1 + m_regime.memoryGrowth * (item.shown - 1)) * std::exp(-(m_day - item.lastDay) / 20.0);
        int &read = m_read[static_cast<size_t>(item.objective)];
        if (m_day - read <= 1)
            z += m_regime.siblingBonus;
        double chance = chanceOf(item, z);
        if (study && m_regime.openBook)
            chance = 0.93;
        LivedAnswer logged;
        logged.day = m_day;
        logged.objective = item.objective;
        logged.study = study;
        logged.mock = mock;
        logged.answer.section = sectionOf(item.topic);
        logged.answer.topic = item.topic;
        logged.answer.difficulty = static_cast<Difficulty>(item.level);
        logged.answer.exposuresBefore = item.shown;
        logged.answer.daysSinceSeen = item.shown ? m_day - item.lastDay : 0;
        if (item.guess < 0.2)
            logged.answer.guess = item.guess;
        logged.answer.right = m_dice.chance(chance);
        m_life.log.push_back(logged);
        ++m_today[static_cast<size_t>(logged.answer.section)];
        if (study)
            read = m_day;
        ++item.shown;
        item.lastDay = m_day;
    }

    void sitMock(int questions)
    {
        int right = 0;
        for (int i = 0; i < questions; ++i) {
            SimItem item = newItem(topicOfForm(i * 60 / questions), {1.0 / 3, 1.0 / 3, 1.0 / 3});
            give(item, false, true);
            right += m_life.log.back().answer.right ? 1 : 0;
        }
        m_life.lastMockRight = right;
        m_life.lastMockOf = questions;
    }

    void sitPractised()
    {
        int right = 0;
        for (int i = 0; i < 60; ++i) {
            const int topic = topicOfForm(i);
            size_t best = static_cast<size_t>(topic);
            for (size_t k = best; k < m_bank.size(); k += static_cast<size_t>(m_topics)) {
                if (m_bank[k].shown > m_bank[best].shown)
                    best = k;
            }
            give(m_bank[best], false, false);
            right += m_life.log.back().answer.right ? 1 : 0;
        }
        m_life.lastMockRight = right;
        m_life.lastMockOf = 60;
    }

    int topicOfForm(int number)
    {
        int section = 0;
        for (int before = number; before >= m_regime.quotas[static_cast<size_t>(section)]; ++section)
            before -= m_regime.quotas[static_cast<size_t>(section)];
        return section * m_regime.topicsOfSection + m_dice.below(m_regime.topicsOfSection);
    }

    std::vector<double> sharesAt(double gap) const
    {
        std::vector<double> shares;
        constexpr int steps = 24;
        for (int d = 0; d < m_sections; ++d) {
            double sum = 0;
            double mass = 0;
            for (int t = d * m_regime.topicsOfSection; t < (d + 1) * m_regime.topicsOfSection; ++t) {
                for (int level = 0; level < 3; ++level) {
                    for (int i = -steps; i <= steps; i += 4) {
                        const double at = i / 6.0;
                        const double weight = std::exp(-at * at / 2) * m_regime.examLevels[static_cast<size_t>(level)];
                        SimItem item;
                        item.difficulty = m_regime.labelSignal * (level - 1) * 0.8 + m_regime.labelNoise * at;
                        item.guess = m_regime.guess;
                        double chance = chanceOf(item, strength(t) + gap);
                        if (m_regime.chooseTwo > 0) {
                            item.guess = 0.1;
                            chance += m_regime.chooseTwo * (chanceOf(item, strength(t) + gap) - chance);
                        }
                        sum += weight * chance;
                        mass += weight;
                    }
                }
            }
            shares.push_back(sum / mass);
        }
        return shares;
    }

    void judge()
    {
        for (int d = 0; d < m_sections; ++d) {
            double ability = 0;
            for (int t = d * m_regime.topicsOfSection; t < (d + 1) * m_regime.topicsOfSection; ++t)
                ability += strength(t) / m_regime.topicsOfSection;
            m_life.abilities.push_back(ability);
        }
        m_life.trueShares = sharesAt(m_gap);
        for (size_t d = 0; d < m_ability.size(); ++d)
            m_life.trueScore += m_life.trueShares[d] * m_regime.quotas[d] / 60;
        double mass = 0;
        for (int i = -5; i <= 5; ++i) {
            const double at = i / 2.0;
            const double weight = std::exp(-at * at / 2);
            m_life.oracleOdds += weight * reaches(sharesAt(m_regime.gapMean + m_regime.gapSd * at), m_regime.quotas);
            mass += weight;
        }
        m_life.oracleOdds /= mass;
        for (int i = 0; i < 60; ++i) {
            const SimItem item = newItem(topicOfForm(i), m_regime.examLevels);
            const double chance = chanceOf(item, strength(item.topic) + m_gap);
            m_life.formRight += m_dice.chance(chance) ? 1 : 0;
        }
    }

    const Regime &m_regime;
    Dice m_dice;
    int m_sections = 0;
    int m_topics = 0;
    std::vector<double> m_ability;
    std::vector<double> m_effect;
    std::vector<SimItem> m_bank;
    std::vector<int> m_read;
    std::vector<int> m_today;
    int m_answers = 0; ///< today
    std::vector<int> m_favourites;
    double m_memory = 1;
    double m_gain = 0;
    double m_pace = 0;
    double m_gap = 0;
    double m_forget = 0;
    int m_day = 0;
    int m_idle = 0;
    int m_lastMock = -100;
    int m_mocks = 0;
    Life m_life;
};

} // namespace

double Dice::normal(double mean, double sd)
{
    const double radius = std::sqrt(-2 * std::log(1.0 - uniform()));
    return mean + sd * radius * std::cos(2 * std::numbers::pi * uniform());
}

AbilityShape world(const Regime &regime)
{
    AbilityShape shape;
    shape.sections = static_cast<int>(regime.quotas.size());
    for (int t = 0; t < shape.sections * regime.topicsOfSection; ++t)
        shape.topicSection.push_back(t / regime.topicsOfSection);
    return shape;
}

const std::vector<int> &formQuotas()
{
    static const std::vector<int> quotas{15, 12, 12, 9, 12};
    return quotas;
}

int formCut()
{
    return 42;
}

double reaches(const std::vector<double> &shares, const std::vector<int> &quotas)
{
    std::vector<double> counts(1, 1.0);
    for (size_t d = 0; d < shares.size(); ++d) {
        for (int i = 0; i < quotas[d]; ++i) {
            counts.push_back(0);
            for (size_t k = counts.size() - 1; k > 0; --k)
                counts[k] = counts[k] * (1 - shares[d]) + counts[k - 1] * shares[d];
            counts[0] *= 1 - shares[d];
        }
    }
    double sum = 0;
    for (size_t k = static_cast<size_t>(formCut()); k < counts.size(); ++k)
        sum += counts[k];
    return sum;
}

Life live(const Regime &regime, quint64 seed)
{
    return Candidate(regime, seed).live();
}

Encounter meet(const Regime &regime, quint64 seed, int day)
{
    return Candidate(regime, seed).meet(day);
}

} // namespace lectern::sim
