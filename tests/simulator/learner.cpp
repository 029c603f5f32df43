// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lectern::sim
{

namespace
{

constexpr int sections = 5;
constexpr int topics = sections * topicsEach;
constexpr int objectivesEach = 3;
constexpr int openItems = 330;
constexpr int firstMock = 21;
constexpr int betweenMocks = 20;

struct SimItem {
    int topic = 0;
    int objective = 0;
    int level = 0;
    double difficulty = 0;
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
        , m_read(topics * objectivesEach, -100)
    {
        const double common = m_dice.normal(-0.2, 1.0);
        for (double &ability : m_ability)
            ability = common + m_dice.normal(0, 0.6);
        for (double &effect : m_effect)
            effect = m_dice.normal(0, 0.4);
        m_memory = m_dice.normal(1, 1);
        m_gain = m_dice.normal(regime.gainMean, regime.gainSd);
        m_pace = regime.paceLow + (regime.paceHigh - regime.paceLow) * m_dice.uniform();
        m_gap = m_dice.normal(0, regime.gapSd);
        m_forget = std::max(0.0, m_dice.normal(regime.forgetting, regime.forgetting / 2));
        for (int i = 0; i < openItems; ++i)
            m_bank.push_back(newItem(i % topics));
        std::vector<int> order;
        for (int t = 0; t < topics; ++t)
            order.push_back(t);
        for (int t = topics - 1; t > 0; --t)
            std::swap(order[static_cast<size_t>(t)], order[static_cast<size_t>(m_dice.below(t + 1))]);
        m_favourites.assign(order.begin(), order.begin() + std::max(regime.favouriteTopics, 1));
    }

    Life live()
    {
        m_life.minutes.assign(days, std::vector<double>(sections));
        for (m_day = 0; m_day < days; ++m_day)
            oneDay();
        m_day = days - 1;
        judge();
        return std::move(m_life);
    }

    Encounter meet(int day)
    {
        m_life.minutes.assign(days, std::vector<double>(sections));
        for (m_day = 0; m_day < day; ++m_day)
            oneDay();
        Encounter encounter;
        encounter.day = day;
        for (const SimItem &item : m_bank) {
            const bool helped = day - m_read[static_cast<size_t>(item.objective)] <= 1;
            const double z = strength(item.topic) - item.difficulty + (helped ? m_regime.siblingBonus : 0.0);
            encounter.bank.push_back({item.topic, item.objective, item.level, item.shown > 0, helped,
                m_regime.guess + (1 - m_regime.guess) * logistic(z)});
        }
        const std::vector<double> shares = sharesAt(0);
        for (size_t d = 0; d < sections; ++d)
            encounter.trueScore += shares[d] * formQuotas()[d] / 60;
        encounter.life = std::move(m_life);
        return encounter;
    }

private:
    SimItem newItem(int topic)
    {
        SimItem item;
        item.topic = topic;
        item.objective = topic * objectivesEach + m_dice.below(objectivesEach);
        item.level = m_dice.below(3);
        item.difficulty = m_dice.normal(m_regime.labelSignal * (item.level - 1) * 0.8, m_regime.labelNoise);
        return item;
    }

    double strength(int topic) const
    {
        return m_ability[static_cast<size_t>(topic / topicsEach)] + m_effect[static_cast<size_t>(topic)];
    }

    void oneDay()
    {
        const bool away =
            m_regime.idleDays && m_day >= m_regime.idleFrom && m_day < m_regime.idleFrom + m_regime.idleDays;
        const bool studies = !away && m_dice.chance(m_pace);
        std::array<bool, sections> studied{};
        if (studies) {
            const int main = m_dice.below(sections);
            practise(main);
            m_life.minutes[static_cast<size_t>(m_day)][static_cast<size_t>(main)] += 60;
            if (m_day >= firstMock && m_day - m_lastMock >= betweenMocks) {
                sitMock(m_mocks++ == 1 ? 60 : 30);
                m_lastMock = m_day;
            }
            if (m_regime.practisedMocks && m_day > 10 && m_dice.chance(0.08))
                sitPractised();
            for (size_t d = 0; d < sections; ++d)
                studied[d] = static_cast<int>(d) == main || m_today[d] >= 3;
        }
        m_today = {};
        change(studies, studied);
    }

    void change(bool studies, const std::array<bool, sections> &studied)
    {
        double gain = m_gain;
        if (m_regime.learning == Regime::Learning::Early)
            gain *= m_day < days / 2 ? 1.8 : 0.2;
        if (m_regime.learning == Regime::Learning::Plateau)
            gain *= (m_day / 14) % 2 ? 2 : 0;
        m_idle = studies ? 0 : m_idle + 1;
        const double common = m_dice.normal(0, 0.02);
        for (size_t d = 0; d < sections; ++d) {
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
            int topic = (m_dice.chance(0.7) ? main : m_dice.below(sections)) * topicsEach + m_dice.below(topicsEach);
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
        for (size_t i = static_cast<size_t>(topic); i < m_bank.size(); i += topics) {
            any.push_back(i);
            if ((m_bank[i].shown > 0) == repeat)
                fit.push_back(i);
        }
        const std::vector<size_t> &from = fit.empty() ? any : fit;
        return m_bank[from[static_cast<size_t>(m_dice.below(static_cast<int>(from.size())))]];
    }

    void give(SimItem &item, bool study, bool mock)
    {
        double z = strength(item.topic) - item.difficulty;
        if (item.shown > 0)
            z += m_memory * (1 + m_regime.memoryGrowth * (item.shown - 1)) * std::exp(-(m_day - item.lastDay) / 20.0);
        int &read = m_read[static_cast<size_t>(item.objective)];
        if (m_day - read <= 1)
            z += m_regime.siblingBonus;
        double chance = m_regime.guess + (1 - m_regime.guess) * logistic(z);
        if (study && m_regime.openBook)
            chance = 0.93;
        LivedAnswer logged;
        logged.day = m_day;
        logged.objective = item.objective;
        logged.study = study;
        logged.mock = mock;
        logged.answer.section = item.topic / topicsEach;
        logged.answer.topic = item.topic;
        logged.answer.difficulty = static_cast<Difficulty>(item.level);
        logged.answer.exposuresBefore = item.shown;
        logged.answer.daysSinceSeen = item.shown ? m_day - item.lastDay : 0;
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
            SimItem item = newItem(topicOfForm(i * 60 / questions));
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
            for (size_t k = best; k < m_bank.size(); k += topics) {
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
        for (int before = number; before >= formQuotas()[static_cast<size_t>(section)]; ++section)
            before -= formQuotas()[static_cast<size_t>(section)];
        return section * topicsEach + m_dice.below(topicsEach);
    }

    std::vector<double> sharesAt(double gap) const
    {
        std::vector<double> shares;
        constexpr int steps = 24;
        for (int d = 0; d < sections; ++d) {
            double sum = 0;
            double mass = 0;
            for (int t = d * topicsEach; t < (d + 1) * topicsEach; ++t) {
                for (int level = 0; level < 3; ++level) {
                    for (int i = -steps; i <= steps; i += 4) {
                        const double at = i / 6.0;
                        const double weight = std::exp(-at * at / 2);
                        const double b = m_regime.labelSignal * (level - 1) * 0.8 + m_regime.labelNoise * at;
                        sum += weight * (m_regime.guess + (1 - m_regime.guess) * logistic(strength(t) + gap - b));
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
        for (int d = 0; d < sections; ++d) {
            double ability = 0;
            for (int t = d * topicsEach; t < (d + 1) * topicsEach; ++t)
                ability += strength(t) / topicsEach;
            m_life.abilities.push_back(ability);
        }
        m_life.trueShares = sharesAt(m_gap);
        for (size_t d = 0; d < sections; ++d)
            m_life.trueScore += m_life.trueShares[d] * formQuotas()[d] / 60;
        double mass = 0;
        for (int i = -5; i <= 5; ++i) {
            const double at = i / 2.0;
            const double weight = std::exp(-at * at / 2);
            m_life.oracleOdds += weight * reaches(sharesAt(m_regime.gapSd * at));
            mass += weight;
        }
        m_life.oracleOdds /= mass;
        for (int i = 0; i < 60; ++i) {
            const SimItem item = newItem(topicOfForm(i));
            const double chance =
                m_regime.guess + (1 - m_regime.guess) * logistic(strength(item.topic) + m_gap - item.difficulty);
            m_life.formRight += m_dice.chance(chance) ? 1 : 0;
        }
    }

    const Regime &m_regime;
    Dice m_dice;
    std::array<double, sections> m_ability{};
    std::array<double, topics> m_effect{};
    std::vector<SimItem> m_bank;
    std::vector<int> m_read;
    std::array<int, sections> m_today{};
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

AbilityShape world()
{
    AbilityShape shape;
    shape.sections = sections;
    for (int t = 0; t < topics; ++t)
        shape.topicSection.push_back(t / topicsEach);
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

double reaches(const std::vector<double> &shares)
{
    std::vector<double> counts(1, 1.0);
    for (size_t d = 0; d < shares.size(); ++d) {
        for (int i = 0; i < formQuotas()[d]; ++i) {
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

std::vector<Regime> regimes()
{
    std::vector<Regime> all(13);
    all[1].name = "heavy repeats";
    all[1].repeatShare = 0.7;
    all[1].practisedMocks = true;
    all[2].name = "light use";
    all[2].paceLow = 0.15;
    all[2].paceHigh = 0.4;
    all[2].answersLow = 3;
    all[2].answersHigh = 8;
    all[3].name = "labels near noise";
    all[3].labelSignal = 0.1;
    all[3].labelNoise = 1.0;
    all[4].name = "slow learners";
    all[4].gainMean = 0.015;
    all[4].gainSd = 0.02;
    all[5].name = "extra guessing";
    all[5].guess = 0.33;
    all[6].name = "open book";
    all[6].openBook = true;
    all[6].studyShare = 0.6;
    all[7].name = "siblings";
    all[7].siblingBonus = 1.0;
    all[7].studyShare = 0.5;
    all[8].name = "favourite topics";
    all[8].favouriteTopics = 6;
    all[8].favouriteGain = 0.004;
    all[9].name = "memory grows";
    all[9].memoryGrowth = 0.5;
    all[9].repeatShare = 0.5;
    all[10].name = "gap doubled";
    all[10].gapSd = 0.7;
    all[11].name = "learning off the plan";
    all[11].learning = Regime::Learning::Early;
    all[12].name = "20 idle days";
    all[12].idleFrom = 62;
    all[12].idleDays = 20;
    for (size_t i = 10; i < all.size(); ++i) {
        all[i].room = 0.06;
        all[i].strict = false;
    }
    return all;
}

} // namespace lectern::sim
