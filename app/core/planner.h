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

/// Blocks that a new plan leaves as they are: those of days before today, and of those to come what is locked, begun,
/// done or excused.
QList<Block> keptBlocks(const QList<Block> &blocks, QDate today);

struct Plan {
    QList<Block> blocks;    ///< new ones, by date and start; without the kept ones
    int neededMinutes = 0;  ///< what the scope asks and has not been studied yet
    int plannedMinutes = 0; ///< study in `blocks` and still to come in the kept ones; no buffer
    int bufferMinutes = 0;
};

/// Name-based (RFC 9562, version 5 in shape), so that the same inputs give the same calendar entries in other programs.
QString blockUuid(const QString &name);

/// Dates what is left of the learning path over the free time from today to the day before the exam; without an exam as
/// long as the scope needs. Never more than a day's minutes, nothing on a day off, in a busy time, or on and after the
/// exam day; the kept blocks keep their time.
///
/// Four fifths of a day go to the path's stages in order, each in proportion to its weeks, drawn by a third towards
/// the blueprint's share of its topics, less what has been studied; in long plans by whole weeks. Within a stage a
/// topic's time follows its share and its weakness between half and double the even one: reading, then lab, then
/// questions. The capstone alternates the chosen project and questions on the topics that weigh most. The rest of a day
/// returns to topics studied before (PlanReturns). Beside them: the diagnostic in the first days; rehearsals on days
/// for long sittings from the plan's second fifth on, the last at least four days before the exam, never more than the
/// forms left (timed practice in their place where there is no form), each with a review behind it; project milestones
/// on the longest days; a buffer at the end of each fortnight; a lighter last week in plans of three weeks and more; a
/// re-check of the exam guide 14 days before the exam. Where there is more time than the scope asks, each day is used
/// in the same part.
///
/// Blocks last from 15 minutes to `blockMinutes`, milestones up to twice that (at most 240), rehearsals always
/// `rehearsalMinutes`. The same inputs, facts and seed give the same plan. BadInput for inputs that leave no study day
/// and for an exam over ten years away.
Result<Plan> makePlan(const Certification &certification, const PlanInputs &inputs, const PlanFacts &facts = {});

} // namespace lectern
