// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.h"

namespace lectern::sim
{

namespace
{

void addOthers(std::vector<Regime> &all)
{
    const auto add = [&all](const char *name, auto &&change) {
        Regime regime;
        regime.name = name;
        change(regime);
        all.push_back(regime);
    };
    // An outline of nine sections with four objectives each, some of two or three questions.
    add("nine sections", [](Regime &r) {
        r.quotas = {12, 10, 9, 8, 6, 6, 4, 3, 2};
        r.topicsOfSection = 4;
        r.repeatShare = 0.7;
        r.practisedMocks = true;
        r.chooseTwo = 0.2;
    });
    // Three sections are known from few answers, so that the average gain of all learners weighs more.
    add("two domains", [](Regime &r) {
        r.practisedSections = 2;
        r.room = 0.03;
    });
    // Near the top the counts of a form are few, so that an interval easily holds too much.
    add("start very high", [](Regime &r) { r.startMean = 1.4; });
}

} // namespace

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

std::vector<Regime> suiteRegimes()
{
    std::vector<Regime> all = regimes();
    addOthers(all);
    return all;
}

std::vector<Regime> strangeRegimes()
{
    std::vector<Regime> all;
    const auto add = [&all](const char *name, double room, auto &&change) {
        Regime regime;
        regime.name = name;
        regime.room = room;
        regime.strict = room < 0.03;
        change(regime);
        all.push_back(regime);
    };
    constexpr double ordinary = 0.02;
    constexpr double broken = 0.06; // an assumption of the model is
    add("nine sections, light", ordinary, [](Regime &r) {
        r.quotas = {12, 10, 9, 8, 6, 6, 4, 3, 2};
        r.topicsOfSection = 4;
        r.paceLow = 0.15;
        r.paceHigh = 0.4;
        r.answersLow = 3;
        r.answersHigh = 8;
    });
    add("choose two", ordinary, [](Regime &r) { r.chooseTwo = 0.2; });
    add("uneven weights", ordinary, [](Regime &r) { r.quotas = {36, 12, 6, 4, 2}; });
    add("start very low", ordinary, [](Regime &r) { r.startMean = -1.8; });
    add("halves only", ordinary, [](Regime &r) { r.halvesOnly = true; });
    add("topics apart", ordinary, [](Regime &r) { r.topicSd = 0.8; });
    add("sections apart", ordinary, [](Regime &r) {
        r.startCommonSd = 0.3;
        r.startOwnSd = 1.2;
    });
    add("steepness varies", ordinary, [](Regime &r) { r.steepnessSd = 0.4; });
    add("slips", ordinary, [](Regime &r) { r.slip = 0.05; });
    add("intensive", ordinary, [](Regime &r) {
        r.paceLow = 0.9;
        r.paceHigh = 1;
        r.answersLow = 20;
        r.answersHigh = 40;
    });
    add("memory of nothing", ordinary, [](Regime &r) {
        r.memoryGrowth = -0.9;
        r.repeatShare = 0.6;
    });
    add("mostly study mode", ordinary, [](Regime &r) {
        r.studyShare = 0.85;
        r.openBook = true;
    });
    const auto away = [](int from) {
        return [from](Regime &r) {
            r.idleFrom = from;
            r.idleDays = 35;
        };
    };
    add("five weeks away", broken, away(30));
    add("five weeks away at last", broken, away(49));
    add("forgetting fast", broken, [](Regime &r) {
        r.forgetting = 0.05;
        r.idleFrom = 40;
        r.idleDays = 18;
    });
    add("all on the last day", broken, [](Regime &r) {
        r.cramDay = days - 1;
        r.answersLow = 150;
        r.answersHigh = 250;
    });
    add("labels inverted", broken, [](Regime &r) { r.labelSignal = -1; });
    add("exam harder", broken, [](Regime &r) { r.examLevels = {0.2, 0.3, 0.5}; });
    add("careless in practice", broken, [](Regime &r) { r.careless = 0.4; });
    add("gain fast", broken, [](Regime &r) { r.gainMean = 0.1; });
    add("getting worse", broken, [](Regime &r) {
        r.gainMean = -0.01;
        r.gainSd = 0.02;
    });
    add("plateaus", broken, [](Regime &r) { r.learning = Regime::Learning::Plateau; });
    // No gate: nothing in the log tells of these, only a mock taken elsewhere does, or the silence rule keeps still.
    add("bank easier than exam", 1, [](Regime &r) { r.gapMean = -0.5; });
    add("tired after ten", 1, [](Regime &r) { r.tiring = 0.02; });
    add("two domains, no mock", 1, [](Regime &r) {
        r.practisedSections = 2;
        r.firstMock = days;
    });
    return all;
}

} // namespace lectern::sim
