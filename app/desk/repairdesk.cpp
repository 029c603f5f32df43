// SPDX-License-Identifier: GPL-3.0-or-later
#include "repairdesk.h"

#include "context.h"
#include "plandesk.h"
#include "readinessdesk.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 longestAway = 366; ///< days
constexpr int minutesOfHour = 60;
constexpr int lastMinute = 24 * minutesOfHour - 1;

Block *blockWith(QList<Block> &blocks, const QString &uuid)
{
    const auto found =
        std::find_if(blocks.begin(), blocks.end(), [&uuid](const Block &block) { return block.uuid == uuid; });
    return found == blocks.end() ? nullptr : &*found;
}

/// What is being worked on stays, and what is left of it is not known yet: a repair sees it pinned and not owed.
void hold(QList<Block> &blocks, const QString &uuid)
{
    if (Block *block = blockWith(blocks, uuid)) {
        block->locked = true;
        block->settled = true;
    }
}

void release(QList<Block> &blocks, const Block &before)
{
    if (Block *block = blockWith(blocks, before.uuid)) {
        block->locked = before.locked;
        block->settled = before.settled;
    }
}

} // namespace

RepairDesk::RepairDesk(Context &context, PlanDesk &plan, ReadinessDesk &readiness)
    : m_context(context)
    , m_plan(plan)
    , m_readiness(readiness)
{
}

QString RepairDesk::focused() const
{
    const auto timer = m_context.focus.timer();
    return timer && *timer ? (*timer)->block : QString();
}

RepairCase RepairDesk::caseOf(const PlanInputs &inputs, Weighing weighing) const
{
    RepairCase plan;
    plan.inputs = inputs;
    plan.blocks = m_plan.allBlocks();
    if (weighing == Weighing::With)
        plan.topics = m_plan.facts(inputs.blueprint).topics;
    plan.today = m_plan.today();
    // The study day goes on behind midnight; a calendar's does not.
    const QDateTime now = m_plan.now();
    plan.minuteOfDay = now.date() > plan.today ? lastMinute : now.time().hour() * minutesOfHour + now.time().minute();
    return plan;
}

std::optional<RepairCase> RepairDesk::repairCase(Weighing weighing) const
{
    const std::optional<PlanInputs> inputs = m_plan.inputs();
    return inputs ? std::optional(caseOf(*inputs, weighing)) : std::nullopt;
}

Slip RepairDesk::slip() const
{
    std::optional<RepairCase> plan = repairCase(Weighing::Without);
    if (!plan)
        return {};
    hold(plan->blocks, focused());
    return slipOf(*plan);
}

RepairDesk::Offers RepairDesk::offers(const Answers &answers) const
{
    std::optional<RepairCase> plan = repairCase(Weighing::With);
    if (!plan)
        return {};
    plan->answers = answers;
    Offers offers;
    offers.plan = *plan;
    const QString working = focused();
    const Block *held = blockWith(offers.plan.blocks, working);
    if (held)
        hold(plan->blocks, working);
    offers.slip = slipOf(*plan);
    offers.asking = asking(offers.slip);
    const auto forecast = [&](const QList<Block> &blocks) -> std::optional<Estimate> {
        const auto told = m_readiness.atExamWith(m_readiness.defaultBlueprint(), blocks);
        return told ? *told : std::nullopt;
    };
    offers.atExam = forecast(offers.plan.blocks);
    for (RepairOption &option : repairs(*plan)) {
        if (held)
            release(option.blocks, *held);
        offers.options.append({option, forecast(option.blocks)});
    }
    return offers;
}

Outcome RepairDesk::apply(const Offers &offers, RepairKind kind)
{
    const auto offer = std::find_if(offers.options.cbegin(), offers.options.cend(),
        [kind](const Offer &candidate) { return candidate.option.kind == kind; });
    if (offer == offers.options.cend())
        return Error{ErrorCode::NotFound, QStringLiteral("no such repair"), word(kind)};
    const std::optional<RepairCase> now = repairCase(Weighing::Without);
    if (!now || now->blocks != offers.plan.blocks || !(now->inputs == offers.plan.inputs) ||
        now->today != offers.plan.today)
        return Error{ErrorCode::NotAllowed, QStringLiteral("the plan has changed"), QStringLiteral("plan")};
    if (offer->option.blocks == now->blocks)
        return Done{};
    return m_plan.replace(tr("Repaired plan"), offer->option.blocks);
}

Outcome RepairDesk::wasAway(QDate first, QDate last)
{
    std::optional<PlanInputs> inputs = m_plan.inputs();
    if (!inputs)
        return Error{ErrorCode::BadInput, QStringLiteral("there is no plan"), QStringLiteral("plan")};
    if (!first.isValid() || !last.isValid() || last < first || first.daysTo(last) >= longestAway)
        return Error{ErrorCode::BadInput, QStringLiteral("one to 366 days in order"), QStringLiteral("days")};
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (!inputs->daysOff.contains(day))
            inputs->daysOff.append(day);
    }
    std::sort(inputs->daysOff.begin(), inputs->daysOff.end());
    return m_plan.replace(tr("Time away"), excused(m_plan.allBlocks(), first, last, m_plan.today()), inputs);
}

Feasibility RepairDesk::feasibility() const
{
    const std::optional<PlanInputs> inputs = m_plan.inputs();
    return inputs ? feasibility(*inputs) : Feasibility();
}

Feasibility RepairDesk::feasibility(const PlanInputs &inputs) const
{
    const PlanFacts facts = m_plan.facts(inputs.blueprint);
    return feasibilityOf(m_context.certification, caseOf(inputs, Weighing::With), facts.studied);
}

BurnUp RepairDesk::burnUp() const
{
    const std::optional<RepairCase> plan = repairCase(Weighing::With);
    if (!plan)
        return {};
    return lectern::burnUp(m_context.certification, *plan, m_plan.facts(plan->inputs.blueprint).studied);
}

std::optional<NowChoice> RepairDesk::bestNow(int minutes) const
{
    std::optional<RepairCase> plan = repairCase(Weighing::With);
    if (!plan)
        return std::nullopt;
    // What is being worked on has been begun already.
    const QString working = focused();
    plan->blocks.removeIf([&working](const Block &block) { return !working.isEmpty() && block.uuid == working; });
    return lectern::bestNow(*plan, minutes);
}

Result<Block> RepairDesk::beginNow(const NowChoice &choice)
{
    const std::optional<RepairCase> plan = repairCase(Weighing::With);
    if (!plan || !plan->blocks.contains(choice.block))
        return Error{ErrorCode::NotFound, QStringLiteral("no such block"), choice.block.uuid};
    const QList<Block> blocks = withPartNow(*plan, choice);
    if (const Outcome outcome = m_plan.replace(tr("Begun now"), blocks); !outcome)
        return outcome.error();
    const QList<Block> stored = m_plan.allBlocks();
    const auto known = [&plan](const Block &block) {
        return std::any_of(
            plan->blocks.cbegin(), plan->blocks.cend(), [&block](const Block &old) { return old.uuid == block.uuid; });
    };
    auto begun = std::find_if(stored.cbegin(), stored.cend(), [&](const Block &block) { return !known(block); });
    if (begun == stored.cend())
        begun = std::find_if(
            stored.cbegin(), stored.cend(), [&](const Block &block) { return block.uuid == choice.block.uuid; });
    if (begun == stored.cend())
        return Error{ErrorCode::NotFound, QStringLiteral("no such block"), choice.block.uuid};
    return *begun;
}

} // namespace lectern
