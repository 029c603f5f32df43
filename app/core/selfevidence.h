// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "result.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace lectern
{

/// How sure a learner feels of a topic, from 1 (new to me) to 5 (could teach it). It never enters the odds: it stands
/// beside what the answers show.
struct TopicRating {
    QString topic;
    int value = 0;    ///< 1-5
    qint64 utcMs = 0; ///< when it was given

    bool operator==(const TopicRating &) const = default;
};

inline constexpr int lowestRating = 1;
inline constexpr int highestRating = 5;

/// A rating as a share, to be held against a share of right answers: 1 is 10 %, 5 is 90 %, the middles of five equal
/// parts.
double ratingShare(int value);

/// A mock exam taken elsewhere. It tells how the bank compares with other people's questions.
struct OutsideMock {
    OutsideMockId id{};
    QString provider; ///< at most longestProvider characters, never empty
    QDate date;
    int right = 0;
    int questions = 0;       ///< 1-mostMockQuestions
    bool seenBefore = false; ///< some of its questions were known: it stays in the list and says nothing of the odds
    QString note;

    bool operator==(const OutsideMock &) const = default;
};

/// Nothing that is recorded by its day happened before: earlier days are slips of the hand.
inline constexpr int firstYear = 2000;
inline constexpr int lastYear = 9999; ///< beyond it a day has no ISO text
inline constexpr int longestProvider = 80;
inline constexpr int mostMockQuestions = 500;

/// What the vendor said after an exam. There may be several: a failed one and the retake.
struct ExamResult {
    ExamResultId id{};
    QDate date;
    bool passed = false;
    QString blueprint;        ///< whose sections the bars are of
    QHash<QString, int> bars; ///< percent by section id, as far as the vendor's report tells them, 0-100
    QString note;

    bool operator==(const ExamResult &) const = default;
};

/// The expected score as a page showed it. Kept so that a later rehearsal can be held against what was said before it,
/// not against what is known since.
struct ShownForecast {
    qint64 utcMs = 0;
    QString blueprint;
    int questions = 0; ///< of the form it was said of
    int model = 0;     ///< readinessModel at the time
    double mean = 0;   ///< shares of right answers, 0-1
    double low = 0;    ///< with `high` an 80 % interval
    double high = 1;
    std::optional<double> odds; ///< 0-1, where odds were shown

    bool operator==(const ShownForecast &) const = default;
};

/// A rationale that was read in a report.
struct RationaleRead {
    QString item;
    qint64 utcMs = 0;

    bool operator==(const RationaleRead &) const = default;
};

/// BadInput for the first value that is out of its range: the field as `where` (a bar's as "bars/" and its section),
/// what it may be as `detail`. `today` is the last day there is; invalid: any.
Outcome judge(const OutsideMock &mock, QDate today = {});
Outcome judge(const ExamResult &result, QDate today = {});
/// The same of a day by itself, with `field` as its name.
Outcome judgeDay(QDate day, QDate today, const QString &field);

/// Whether each value is in its range: what stands in no list and reaches no odds otherwise.
bool isSound(const TopicRating &rating);
bool isSound(const OutsideMock &mock);
bool isSound(const ExamResult &result);
bool isSound(const ShownForecast &forecast);

/// The version of the model: it changes when the same answers come to mean other numbers.
inline constexpr int readinessModel = 1;

} // namespace lectern
