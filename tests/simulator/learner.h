// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ability.h"
#include "random.h"

#include <string>
#include <vector>

namespace lectern::sim
{

/// Numbers as a simulated life needs them; all of a learner's come from one seed.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    {
    }

    double uniform() { return static_cast<double>(m_random.next() >> 11) * 0x1.0p-53; }
    double normal(double mean = 0, double sd = 1);
    bool chance(double probability) { return uniform() < probability; }
    int below(int bound) { return m_random.below(bound); }

private:
    Random m_random;
};

inline constexpr int topicsEach = 5;  ///< of a domain in the ordinary world
const std::vector<int> &formQuotas(); ///< its form of 60

/// A world that learners live in: what they are like and how they practise. The defaults are the base regime.
struct Regime {
    std::string name = "base";
    double room = 0.02;  ///< of the calibration error above its floor
    bool strict = true;  ///< interval coverage and the oracle's Brier gate it too
    double gapSd = 0.35; ///< of the difference between bank and exam, logits
    double gainMean = 0.05;
    double gainSd = 0.05;
    double paceLow = 0.45; ///< share of days with study
    double paceHigh = 0.9;
    int answersLow = 6; ///< on a day with study
    int answersHigh = 16;
    double repeatShare = 0.25;   ///< of practice that is drawn from what was seen
    double studyShare = 0.35;    ///< of practice days that are in Study mode
    bool practisedMocks = false; ///< besides the sealed ones, forms out of what was practised
    double labelSignal = 1;      ///< how much of the author's difficulty is true
    double labelNoise = 0.85;    ///< how far an item lies from it
    double guess = 0.25;
    bool openBook = false;    ///< Study mode is answered with the documentation open
    double siblingBonus = 0;  ///< logits within a day of a rationale on the objective
    int favouriteTopics = 0;  ///< practice keeps to so many topics; 0: all
    double favouriteGain = 0; ///< what a day of practice adds to a favourite topic beyond its section
    double memoryGrowth = 0;  ///< the memory bonus grows by this share with each exposure
    int idleFrom = 0;         ///< a break of so many days
    int idleDays = 0;
    double forgetting = 0.015; ///< logits a day, after a week of nothing
    enum class Learning { Steady, Early, Plateau } learning = Learning::Steady;
    std::vector<int> quotas = formQuotas(); ///< questions of a form, by section
    int topicsOfSection = topicsEach;
    double startMean = -0.2;
    double startCommonSd = 1;
    double startOwnSd = 0.6;
    double topicSd = 0.4;
    double chooseTwo = 0;      ///< share of questions with two keys among five options
    int practisedSections = 0; ///< practice keeps to the first so many sections; 0: all
    int firstMock = 21;
    int betweenMocks = 20;
    bool halvesOnly = false; ///< no practice: a sealed half each week
    int cramDay = 0;         ///< all practice on this day
    double tiring = 0;       ///< logits lost with each answer of a day after the tenth
    double slip = 0;         ///< share of what is known that is answered wrongly
    double careless = 0;     ///< logits lost where it is no rehearsal
    double steepnessSd = 0;  ///< of the logarithm of an item's discrimination
    double gapMean = 0;      ///< how much easier the exam is than the bank
    std::array<double, 3> examLevels{1.0 / 3, 1.0 / 3, 1.0 / 3}; ///< easy, medium, hard
};

struct LivedAnswer {
    int day = 0;
    int objective = 0;
    bool study = false; ///< with feedback
    bool mock = false;  ///< in a sealed rehearsal
    AbilityAnswer answer;
};

struct Life {
    AbilityShape shape;
    std::vector<int> quotas;
    std::vector<LivedAnswer> log;             ///< in order
    std::vector<std::vector<double>> minutes; ///< by day, by section
    int lastMockRight = 0;
    int lastMockOf = 0;
    std::vector<double> trueShares; ///< on the last day, by section: expected of a fresh form
    double oracleOdds = 0;          ///< what the ability would give a fresh form, the gap unknown
    std::vector<double> abilities;  ///< on the last day, by section, with the mean of its topics' effects
    double trueScore = 0;           ///< by the form's quotas
    int formRight = 0;              ///< of a fresh form on the last day
};

inline constexpr int days = 84;

AbilityShape world(const Regime &regime = {});
int formCut(); ///< right answers of 60 that reach 70 %
/// The chance that a form whose questions are right with these chances, by section, reaches the cut.
double reaches(const std::vector<double> &shares, const std::vector<int> &quotas);

Life live(const Regime &regime, quint64 seed);

/// A learner who is met on the morning of a day, and the open questions there are to ask.
struct Encounter {
    struct Question {
        int topic = 0;
        int objective = 0;
        int level = 0; ///< as its author says
        bool seen = false;
        bool helped = false; ///< a rationale on its objective was read on the day before
        double chance = 0;   ///< of a right answer, where it was not seen
    };
    Life life; ///< until then; nothing of the last day
    int day = 0;
    std::vector<Question> bank;
    double trueScore = 0; ///< expected of a form out of the bank, by the form's quotas
};

Encounter meet(const Regime &regime, quint64 seed, int day);

/// The regimes that the model was made for, all of the ordinary world.
std::vector<Regime> regimes();
/// Those and some others, with an outline among them: what the normal suite holds to gates.
std::vector<Regime> suiteRegimes();
/// What strangers may try besides: further from what the model was made for.
std::vector<Regime> strangeRegimes();

} // namespace lectern::sim
