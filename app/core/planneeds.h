// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item.h"
#include "planner.h"
#include "readiness.h"
#include "selfevidence.h"

namespace lectern
{

/// What a blueprint asks of each topic of the syllabus, in its order. Where its sections are the domains a topic has
/// its domain's weight, evenly with its neighbours; where they are sections of an outline each one's weight is shared
/// by the topics as the bank's items for it are, so that topics no item of the outline has are beyond the exam.
/// Weakness grows from an expected share of 0.85 (0) down to 0.25 (1), by what `report` tells of the topic, or of the
/// sections it belongs to; without one, and of what was not tested, it is 0. After a `failed` exam on that blueprint
/// four fifths of a section's weight follow the points that it lost (shareByLoss).
QList<TopicNeed> topicNeeds(const Certification &certification, const Blueprint &blueprint, const QList<ItemTag> &bank,
    const ReadinessReport *report = nullptr, const ExamResult *failed = nullptr);

/// The last result if it is one of that blueprint and was not enough; null otherwise.
const ExamResult *lastFailure(const QList<ExamResult> &results, const QString &blueprint);

} // namespace lectern
