// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feasibility.h"
#include "readout.h"
#include "result.h"

#include <QCoreApplication>
#include <optional>

namespace lectern
{

struct Context;
class PlanDesk;
class ReadinessDesk;

/// What becomes of a plan that life has overtaken: the ways out of a slip, whether all still fits, what to begin now.
/// Without a plan there is no slip, no offer and nothing to begin. Nothing changes but by apply(), wasAway() and
/// beginNow(), each one undoable change; whoever shows a plan hears of it by PlanDesk::changed().
class RepairDesk
{
    Q_DECLARE_TR_FUNCTIONS(lectern::RepairDesk)
public:
    using Answers = QHash<QString, MissedAnswer>; ///< by the uuid of a block that asks

    RepairDesk(Context &context, PlanDesk &plan, ReadinessDesk &readiness);

    Slip slip() const; ///< cheap: asks nothing of readiness

    struct Offer {
        RepairOption option;
        std::optional<Estimate> atExam; ///< what the exam would show then; nothing where it cannot be told
    };
    struct Offers {
        RepairCase plan; ///< what they were found for
        Slip slip;
        QList<Block> asking;            ///< those of `slip` that were missed too often
        std::optional<Estimate> atExam; ///< if nothing is done
        QList<Offer> options;           ///< in the order of RepairKind; empty without a plan
    };
    Offers offers(const Answers &answers = {}) const;
    /// NotAllowed where the plan is no longer the one that the offers were found for; nothing has happened then.
    Outcome apply(const Offers &offers, RepairKind kind);

    /// Days that one was away, past ones and ones to come: no longer missed, no measure of pace, days off from now on.
    /// BadInput without a plan, for days in the wrong order and for more than a year.
    Outcome wasAway(QDate first, QDate last);

    Feasibility feasibility() const;                         ///< of the current plan; all fits without one
    Feasibility feasibility(const PlanInputs &inputs) const; ///< of a plan that would be made of them
    BurnUp burnUp() const;                                   ///< empty without a plan

    std::optional<NowChoice> bestNow(int minutes) const;
    /// Puts that part of the block on now; the rest stays to be done. Returned is the block to begin with.
    Result<Block> beginNow(const NowChoice &choice);

private:
    enum class Weighing { Without, With }; ///< what each topic is worth, which follows from the whole log
    std::optional<RepairCase> repairCase(Weighing weighing) const;
    RepairCase caseOf(const PlanInputs &inputs, Weighing weighing) const;
    QString focused() const;

    Context &m_context;
    PlanDesk &m_plan;
    ReadinessDesk &m_readiness;
};

} // namespace lectern
