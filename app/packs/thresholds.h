// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The one table of numbers that rules for questions and gates for banks read. Shares are in percent, ratios are plain,
/// lengths are in characters where nothing else is said.
namespace lectern::thresholds
{

// A question by itself
inline constexpr int mostCodeLines = 25;
inline constexpr int mostCodeColumns = 100;
inline constexpr qsizetype fewestStemWords = 20;
inline constexpr qsizetype mostStemWords = 120;
inline constexpr qsizetype mostQuestionWords = 30;
inline constexpr double keyToMean = 1.25;        ///< the right option against the mean of the wrong ones
inline constexpr double keyToNext = 1.15;        ///< against the longest wrong one
inline constexpr double optionSpread = 2.2;      ///< the longest option against the shortest
inline constexpr qsizetype spreadFrom = 30;      ///< shorter options are names and numbers, whose length says nothing
inline constexpr int absoluteWrongOptions = 1;   ///< so many wrong options with absolute words, and a key without
inline constexpr qsizetype sharedStartWords = 4; ///< all options begin with them
inline constexpr qsizetype leakCharacters = 12;  ///< a key of this length that stands in the stem or the code is a leak
inline constexpr int mostDaysSinceCheck = 180;
inline constexpr qsizetype fewestTeachingWords = 60; ///< of the rationales and the takeaway together
inline constexpr qsizetype mostTeachingWords = 250;

// A question among the others
inline constexpr qsizetype shingleWords = 8;
inline constexpr double sameQuestion = 0.6; ///< Jaccard index of the shingles of stem, question and options
inline constexpr qsizetype optionShingleWords = 3;
inline constexpr double sameOptions = 0.3;     ///< of the shingles of the options alone
inline constexpr qsizetype givenAwayWords = 5; ///< a key of so many words that another question's stem holds
inline constexpr qsizetype clangLetters = 6;
inline constexpr int rareWordItems = 2; ///< a word that so few questions use is rare
inline constexpr int rareWordBank = 60; ///< below so many questions every word is rare

// A bank; gates close from this many questions on
inline constexpr int gatedBank = 60;
inline constexpr double botInBank = 30;
inline constexpr double botInForm = 40;
inline constexpr int formsPerBlueprint = 40;
inline constexpr double classifierInBank = 32;
inline constexpr int classifierFolds = 10;
inline constexpr double keyPositionP = 0.05;
inline constexpr int longestKeyRun =
    3; ///< so many keys at the same place one after the other, as the author wrote them
inline constexpr double leastLongestKey = 20;
inline constexpr double mostLongestKey = 30;
inline constexpr double leastShortestKey = 15;
inline constexpr double mostShortestKey = 35;
inline constexpr double leastCode = 40;
inline constexpr double mostNegative = 2;
inline constexpr double mostOtherTypes = 5; ///< questions of every type but one best answer together
inline constexpr double mostRemember = 10;
inline constexpr double mostUnderstand = 30;
inline constexpr double leastApply = 20;
inline constexpr double leastAnalyze = 20;
inline constexpr double leastEvaluate = 10;
inline constexpr double easyShare = 25;
inline constexpr double mediumShare = 50;
inline constexpr double hardShare = 25;
inline constexpr double difficultySlack = 8; ///< points around each of the three

// A bank that says it is complete
inline constexpr int leastPerTopic = 8;
inline constexpr int leastPerObjective = 3;
inline constexpr double leastFormsPerSection = 2; ///< questions of a section for each one that a form takes from it

} // namespace lectern::thresholds
