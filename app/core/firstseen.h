// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "score.h"

namespace lectern
{

/// One answer of the log as readiness sees it.
struct AnswerRecord {
    QString item;
    QString topic;
    QString objective;
    qint64 utcMs = 0;
    AttemptId attempt{};
    bool right = false;
    int exposuresBefore = 0; ///< how often the item had been shown in earlier attempts
    AttemptMode mode = AttemptMode::Timed;
    ItemType type = ItemType::Single;
    bool blank = false;  ///< shown and left without an answer
    bool unsure = false; ///< marked so, or rated below sure
    qint64 dwellMs = 0;
    bool sealed = false; ///< drawn from a reserve
    QString standsFor{}; ///< as FormItem::standsFor
    Difficulty difficulty = Difficulty::Medium;
    int options = 4;                       ///< that were displayed, or pairs to be made; 0: not known
    int keys = 1;                          ///< of them right
    bool feedback = false;                 ///< its rationale was shown with the answer
    std::optional<qint64> lastSeenUtcMs{}; ///< when it was shown in an earlier attempt; empty: never

    bool operator==(const AnswerRecord &) const = default;
};

/// First-seen accuracy of a section: a count of what happened, not a forecast.
struct SectionAccuracy {
    QString section;
    int right = 0;
    int answers = 0;
    Interval interval; ///< 80 %, Wilson
    double weight = 0; ///< percent
    /// Points (percent of the exam) lost if the section were answered at this accuracy: weight × (1 - accuracy); for a
    /// section without answers the pooled accuracy of the others stands in, or one half.
    double pointsLost = 0;
    double share() const { return answers ? double(right) / answers : 0.0; }
};

struct FirstSeenSummary {
    QList<SectionAccuracy> sections; ///< in the blueprint's order
    QList<SectionAccuracy> topics;   ///< per topic of the syllabus; weight and pointsLost are 0
    int answers = 0;
    int right = 0;
};

FirstSeenSummary firstSeen(
    const QList<AnswerRecord> &answers, const Certification &certification, const Blueprint &blueprint);

} // namespace lectern
