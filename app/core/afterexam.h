// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appointment.h"
#include "certification.h"
#include "selfevidence.h"

#include <optional>

namespace lectern
{

/// Where a learner stands after an exam, read from what was recorded of it. Nothing of this is stored: to change a
/// result changes it, to undo a result undoes it.
struct AfterExam {
    enum class State {
        Before,  ///< no exam behind, or the next one is booked
        Waiting, ///< the exam day has come and nothing is recorded of it
        Passed,  ///< nothing to prepare for any more: planning does not remind
        Failed   ///< until the retake is booked
    };
    State state = State::Before;
    std::optional<ExamResult> result; ///< of Passed and Failed
    QDate renewal;                    ///< of the latest pass, in every state: the last day of its validity
    QDate earliestRetake;             ///< of Failed
};

/// Days before a renewal from which it is worth a reminder.
inline constexpr int renewalNoticeDays = 90;

AfterExam afterExam(
    const QList<ExamResult> &results, const Appointment &appointment, const ExamRules &rules, QDate today);

/// What a section took of the exam's 100 points, as the vendor's bars tell it.
struct SectionLoss {
    QString section;
    int percent = 0;   ///< the bar
    double points = 0; ///< weight × (1 - bar)
};
/// Dearest first; sections without a bar are left out.
QList<SectionLoss> pointsLost(const Blueprint &blueprint, const ExamResult &result);

/// How a plan's time may be shared among the sections after such a result: by points lost, what has no bar at its
/// weight as if half of it was lost. Sums to one; the weights themselves where nothing was lost.
QHash<QString, double> shareByLoss(const Blueprint &blueprint, const ExamResult &result);

} // namespace lectern
