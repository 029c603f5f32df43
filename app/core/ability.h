// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"

#include <array>
#include <vector>

namespace lectern
{

/// What abilities are kept of: the sections of one blueprint and the topics below them (objectives, where the sections
/// are those of an outline). Both are known by their index.
struct AbilityShape {
    int sections = 0;
    std::vector<int> topicSection; ///< the section of each topic

    int topics() const { return static_cast<int>(topicSection.size()); }
    bool operator==(const AbilityShape &) const = default;
};

/// The constants of the model, in logits where nothing else is said.
struct AbilityParameters {
    double abilityMean = -0.2;
    double abilityCommonVariance = 1.0; ///< shared by all sections
    double abilityOwnVariance = 0.36;   ///< of each section
    double topicSd = 0.4;               ///< of each topic's effect under its section
    double memoryMean = 1.0;
    double memorySd = 1.0;
    double memoryDays = 20.0; ///< the bonus of an item seen before falls to 1/e in so many days
    double gainMean = 0.045;  ///< per study day
    double gainSd = 0.06;
    double driftOwnSd = 0.04;    ///< per day and section
    double driftCommonSd = 0.02; ///< per day, shared by all
    double driftStudySd = 0.04;  ///< added on a day with study
    double spill = 0.35;         ///< part of a day's gain that reaches sections that were not studied on it
    int idleDays = 7;            ///< so many days without any study before something is forgotten
    int forgettingDays = 120; ///< after so many of these nothing more goes: forgetting slows down, as a power of time
    double decayMean = 0.015; ///< per idle day between the two
    double decaySd = 0.015;
    std::array<double, 3> difficultyMean{-0.8, 0.0, 0.8}; ///< easy, medium, hard, as authors say
    double difficultySd = 0.85;                           ///< how far an item lies from what its author says
    double studyMinutes = 10;                             ///< logged minutes that make a day one of study
    int studyAnswers = 3;                                 ///< or so many answers
};

/// The chance that somebody who knows nothing is right: 1/k for one of k; 1/C(n, k) for k of n; 1/(2^n - 1) for all
/// that apply; 1/n! for orders and pairs; 1/lines for a line of code. `options`: how many there are to choose from;
/// fewer than two are no choice, so that nothing is known of it: then usualOptions. `keys`: how many are right, used by
/// Multiple only; as many as there are, or more, are not known either: then one. Always below one: an answer that could
/// not have been wrong would say nothing, and be expected with certainty.
inline constexpr int usualOptions = 4;
double guessRate(ItemType type, int options, int keys = 1);

/// One answer as the ability filter sees it.
struct AbilityAnswer {
    int section = 0;
    int topic = -1; ///< -1: of no known topic
    Difficulty difficulty = Difficulty::Medium;
    double guess = 0.25; ///< guessRate()
    bool right = false;
    /// Not given unaided: with feedback, after a hint, within a day of a rationale on the same objective, in dispute.
    /// It counts as study, not as evidence.
    bool aided = false;
    int exposuresBefore = 0;
    double daysSinceSeen = 0; ///< since the latest exposure; where there was one
};

/// What is believed of a learner: a normal distribution over the abilities of the sections, the effects of the topics,
/// a bonus for items seen before and a gain per study day, moved by assumed-density filtering: one answer's posterior
/// is found by quadrature along what it measures, and taken over by the mean and covariance that fit it best (Wilson,
/// Karklin, Han, Ekanadham 2016 for the model over time; Opper 1998 for the filter). A pure value: the same calls give
/// the same bits.
class Ability
{
public:
    explicit Ability(const AbilityShape &shape, const AbilityParameters &parameters = {});

    /// Goes on to a day (any count of days that grows); the days in between pass. A day before the current one is the
    /// current one: clocks may have been set back. More than ten years at once count as ten years.
    void advanceTo(qint64 day);
    /// Minutes of study of a section on the current day; 0 or less, or an unknown section, is nothing.
    void study(int section, double minutes);
    void answer(const AbilityAnswer &answer);

    const AbilityShape &shape() const { return m_shape; }
    const AbilityParameters &parameters() const { return m_parameters; }
    qint64 day() const { return m_day; }

    /// Sections, then topics, then memory and gain.
    int size() const { return m_size; }
    int topicAt(int topic) const { return m_shape.sections + topic; }
    int memoryAt() const { return m_size - 2; }
    int gainAt() const { return m_size - 1; }
    double mean(int at) const { return m_mean[static_cast<size_t>(at)]; }
    double covariance(int a, int b) const { return m_covariance[place(a, b)]; }
    /// What study since the section's last unaided answer promises, not part of mean(): it moves forecasts only.
    double promised(int section) const { return m_promised[static_cast<size_t>(section)]; }

    /// Whole days without any study before the current one; forgetting begins after parameters().idleDays. Study of one
    /// section keeps all of them.
    int idleDays() const;

    /// The chance of a right answer that is expected of an unaided first-seen answer, 0-1.
    double expectedRight(const AbilityAnswer &answer) const;

    /// What an unaided answer still to be given is expected to tell.
    struct Expectation {
        double variance = 0;       ///< of what it measures: the section's ability with the topic's effect
        double shrink = 0;         ///< the share of that variance that goes with it, averaged over right and wrong, 0-1
        double slope = 0;          ///< what a logit adds to the chance of a right answer, averaged over the belief
        std::vector<double> cross; ///< covariance of what it measures with the state
    };
    Expectation expectation(const AbilityAnswer &answer) const;
    /// The covariance becomes what it will be after such an answer, averaged over right and wrong; the means stay.
    void expect(const AbilityAnswer &answer);

    /// What is believed after `days` more days of which a share of `pace` (0-1) is studied, each section alike.
    Ability forecast(int days, double pace) const;

private:
    struct Direction {
        std::array<int, 3> at{};
        std::array<double, 3> factor{};
        int count = 0;
    };
    struct Moments {
        double mean = 0;
        double variance = 0;
    };

    size_t place(int a, int b) const
    {
        return static_cast<size_t>(a) * static_cast<size_t>(m_size) + static_cast<size_t>(b);
    }
    Direction directionOf(const AbilityAnswer &answer) const;
    Moments project(const Direction &direction, std::vector<double> &cross) const;
    Moments posterior(const AbilityAnswer &answer, const Moments &prior) const;
    void endDay();
    void grow(int section, double amount);

    AbilityShape m_shape;
    AbilityParameters m_parameters;
    int m_size = 0;
    qint64 m_day = 0;
    bool m_started = false;
    double m_slope = 0; ///< of the logistic curve, flattened by what is not known of an item's difficulty
    std::vector<double> m_mean;
    std::vector<double> m_covariance;
    std::vector<double> m_promised;
    std::vector<double> m_minutes; ///< today, by section
    std::vector<int> m_answers;    ///< today, by section
    std::vector<int> m_idle;       ///< days without study before the current one
};

} // namespace lectern
