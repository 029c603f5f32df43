// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfevidence.h"

#include <algorithm>

namespace lectern
{

namespace
{

Error outside(const QString &field, const QString &allowed)
{
    return {ErrorCode::BadInput, allowed, field};
}

} // namespace

double ratingShare(int value)
{
    constexpr double parts = highestRating - lowestRating + 1;
    return (std::clamp(value, lowestRating, highestRating) - lowestRating + 0.5) / parts;
}

bool isSound(const TopicRating &rating)
{
    return !rating.topic.isEmpty() && rating.value >= lowestRating && rating.value <= highestRating;
}

Outcome judgeDay(QDate day, QDate today, const QString &field)
{
    if (!day.isValid() || day.year() < firstYear || day.year() > lastYear)
        return outside(field, QStringLiteral("a day from %1-01-01 on").arg(firstYear));
    if (today.isValid() && day > today)
        return outside(field, QStringLiteral("a day up to %1").arg(today.toString(Qt::ISODate)));
    return Done{};
}

Outcome judge(const OutsideMock &mock, QDate today)
{
    if (mock.provider.trimmed().isEmpty() || mock.provider.size() > longestProvider)
        return outside(QStringLiteral("provider"), QStringLiteral("a name of 1 to %1 characters").arg(longestProvider));
    if (const Outcome day = judgeDay(mock.date, today, QStringLiteral("date")); !day)
        return day;
    if (mock.questions < 1 || mock.questions > mostMockQuestions)
        return outside(QStringLiteral("questions"), QStringLiteral("1 to %1").arg(mostMockQuestions));
    if (mock.right < 0 || mock.right > mock.questions)
        return outside(QStringLiteral("right"), QStringLiteral("0 to %1, the number of questions").arg(mock.questions));
    return Done{};
}

Outcome judge(const ExamResult &result, QDate today)
{
    if (const Outcome day = judgeDay(result.date, today, QStringLiteral("date")); !day)
        return day;
    for (auto bar = result.bars.cbegin(); bar != result.bars.cend(); ++bar) {
        if (bar.key().isEmpty() || bar.value() < 0 || bar.value() > 100)
            return outside(QStringLiteral("bars/") + bar.key(), QStringLiteral("0 to 100 percent of a section"));
    }
    return Done{};
}

bool isSound(const OutsideMock &mock)
{
    return judge(mock).ok();
}

bool isSound(const ExamResult &result)
{
    return judge(result).ok();
}

bool isSound(const ShownForecast &forecast)
{
    // Written so that what is not a number is not sound.
    return !forecast.blueprint.isEmpty() && forecast.questions > 0 && forecast.model > 0 && forecast.low >= 0 &&
           forecast.low <= forecast.mean && forecast.mean <= forecast.high && forecast.high <= 1 &&
           (!forecast.odds || (*forecast.odds >= 0 && *forecast.odds <= 1));
}

} // namespace lectern
