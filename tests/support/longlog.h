// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"
#include "readout.h"
#include "replay.h"

namespace lectern
{

/// Five domains of five topics.
inline AbilityShape longLogShape()
{
    AbilityShape shape;
    shape.sections = 5;
    for (int t = 0; t < 25; ++t)
        shape.topicSection.push_back(t / 5);
    return shape;
}

inline ExamModel longLogExam()
{
    ExamModel exam;
    exam.quotas = {15, 12, 12, 9, 12};
    exam.weights = {25, 20, 20, 15, 20};
    return exam;
}

/// So many answers spread over 84 days: a third to questions seen before, a quarter with feedback, some disputed, every
/// type, every difficulty.
inline QList<LoggedAnswer> longLog(int size, quint64 seed = 5)
{
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    Random random(seed);
    QList<LoggedAnswer> log;
    log.reserve(size);
    for (int i = 0; i < size; ++i) {
        const qint64 day = i * 84LL / size;
        LoggedAnswer logged;
        logged.day = day;
        logged.utcMs = day * dayMs + i % 1000 * 60'000LL;
        const int topic = random.below(25);
        logged.objective = QString::number(topic * 6 + random.below(6));
        logged.feedback = random.below(4) == 0;
        logged.disputed = random.below(100) == 0;
        logged.answer.section = topic / 5;
        logged.answer.topic = topic;
        logged.answer.difficulty = static_cast<Difficulty>(random.below(3));
        const auto type = static_cast<ItemType>(random.below(static_cast<int>(ItemType::CodeLine) + 1));
        logged.answer.guess = guessRate(type, 4 + random.below(3), 2);
        logged.answer.exposuresBefore = random.below(3) ? 0 : 1 + random.below(4);
        logged.answer.daysSinceSeen = random.below(40);
        logged.answer.right = random.below(100) < 40 + static_cast<int>(day / 2);
        log.append(logged);
    }
    return log;
}

} // namespace lectern
