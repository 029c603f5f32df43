// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "plan.h"
#include "result.h"

#include <QHash>

namespace lectern
{

/// What is known of a topic when a plan is made.
struct TopicNeed {
    QString topic;
    double share = 0;    ///< of the chosen blueprint, 0-1; all sum to 1; 0: beyond the exam
    double weakness = 0; ///< 0 (safe) to 1 (nothing of it is mastered), from readiness; 0 where nothing is known

    bool beyond() const { return share <= 0; }
    bool operator==(const TopicNeed &) const = default;
};

/// What the learner did so far and what the bank still has: the planner's other half of the input.
struct PlanFacts {
    QDate today;                ///< first day that may hold new blocks; invalid: the inputs' start
    QList<TopicNeed> topics;    ///< empty: the certification's domains, evenly within each
    int formsLeft = 0;          ///< whole rehearsals that the sealed reserves still allow
    bool diagnosed = false;     ///< a diagnostic was finished
    QList<Block> kept;          ///< blocks that stay: those of the past, done, begun or locked
    QList<StudyRecord> studied; ///< the time log: a topic needs so much less

    bool operator==(const PlanFacts &) const = default;
};

/// Minutes that a scope asks for. The path's hours are those of the full scope with one project, of which a project is
/// a tenth; the other scopes cut the study, not the projects.
int scopeMinutes(const Certification &certification, PlanScope scope, ProjectChoice projects);

/// The needs that follow from a blueprint whose sections are the domains: each domain's weight, evenly over its topics.
QList<TopicNeed> evenNeeds(const Certification &certification);

struct Plan {
    QList<Block> blocks;    ///< new ones, by date and start; without the kept ones
    int neededMinutes = 0;  ///< what the scope asks and has not been studied yet
    int plannedMinutes = 0; ///< study in `blocks` and still to come in the kept ones; no buffer
    int bufferMinutes = 0;
};

/// Dates the learning path: its stages are shared out over the study days from `start` to the day before the exam (or
/// for the path's own number of weeks), each in proportion to its weeks, its topics in order; never more than a day's
/// minutes, never on a day off, never on or after the exam day. Within a stage the minutes are shared among topics
/// evenly; each topic gets reading first, then lab, then questions. As long as there are blocks enough, every stage,
/// and within it every topic, gets one. A stage without topics (capstone) alternates project and questions, with
/// rehearsals on its longest days: at most one a day and two a week, none on days shorter than one. Blocks last from
/// 15 minutes to `blockMinutes`, rehearsals always `rehearsalMinutes`; a rest that no block fits stays free. BadInput
/// for inputs that leave no study day and for an exam over ten years away.
Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts = {});

} // namespace lectern
