// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfevidence.h"

#include <algorithm>

namespace lectern
{

double ratingShare(int value)
{
    constexpr double parts = highestRating - lowestRating + 1;
    return (std::clamp(value, lowestRating, highestRating) - lowestRating + 0.5) / parts;
}

bool isSound(const TopicRating &rating)
{
    return !rating.topic.isEmpty() && rating.value >= lowestRating && rating.value <= highestRating;
}

bool isSound(const OutsideMock &mock)
{
    return !mock.provider.trimmed().isEmpty() && mock.provider.size() <= longestProvider && mock.date.isValid() &&
           mock.questions >= 1 && mock.questions <= mostMockQuestions && mock.right >= 0 &&
           mock.right <= mock.questions;
}

bool isSound(const ExamResult &result)
{
    return result.date.isValid() &&
           std::all_of(result.bars.keyValueBegin(), result.bars.keyValueEnd(),
               [](const auto &bar) { return !bar.first.isEmpty() && bar.second >= 0 && bar.second <= 100; });
}

bool isSound(const ShownForecast &forecast)
{
    // Written so that what is not a number is not sound.
    return !forecast.blueprint.isEmpty() && forecast.questions > 0 && forecast.model > 0 && forecast.low >= 0 &&
           forecast.low <= forecast.mean && forecast.mean <= forecast.high && forecast.high <= 1 &&
           (!forecast.odds || (*forecast.odds >= 0 && *forecast.odds <= 1));
}

} // namespace lectern
