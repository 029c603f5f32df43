// SPDX-License-Identifier: GPL-3.0-or-later
// Time to plan twelve weeks and a year, and to find the three repairs of a week that slipped, against the least that
// any planner must do for the same plan: look once at the free time of each of its days and name each of its blocks.
// Prints "bare12 <us>", "plan12 <us>", "bareyear <us>", "planyear <us>" and "repairs <us>", in turns.
#include "packreader.h"
#include "planner.h"
#include "repair.h"

#include <QElapsedTimer>

#include <cstdio>
#include <tuple>

using namespace lectern;

namespace
{

constexpr int rounds = 25;
constexpr int hour = 60;

PlanInputs inputsOf(QDate start, int days)
{
    PlanInputs inputs;
    inputs.start = start;
    inputs.examDate = start.addDays(days);
    inputs.minutesPerWeekday = {4 * hour, 4 * hour, 0, 4 * hour, 4 * hour, 7 * hour, 5 * hour};
    inputs.startMinute.fill(18 * hour);
    inputs.startMinute[5] = inputs.startMinute[6] = 9 * hour;
    inputs.longSitting = {false, false, false, false, false, true, true};
    return inputs;
}

qsizetype bare(const PlanInputs &inputs, const QList<Block> &blocks)
{
    qsizetype seen = 0;
    for (QDate day = inputs.start; day < inputs.examDate; day = day.addDays(1))
        seen += inputs.windows(day).size();
    for (const Block &block : blocks)
        seen += blockUuid(block.date.toString(Qt::ISODate) + QString::number(block.startMinute)).size();
    return seen;
}

void say(const char *what, const QElapsedTimer &timer)
{
    std::printf("%s %lld\n", what, static_cast<long long>(timer.nsecsElapsed() / 1000));
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        std::fprintf(stderr, "usage: lectern-bench-plan PACK_DIR\n");
        return 2;
    }
    const PackReading reading = readPack(QString::fromLocal8Bit(arguments[1]));
    if (!reading.ok()) {
        std::fprintf(stderr, "no pack in %s\n", arguments[1]);
        return 2;
    }
    const Certification &certification = reading.pack.certification;
    const QDate start(2026, 10, 26);
    PlanFacts facts;
    facts.today = start;
    facts.topics = evenNeeds(certification);
    facts.formsLeft = 3;
    qsizetype kept = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[days, before, after] :
            {std::tuple{84, "bare12", "plan12"}, std::tuple{365, "bareyear", "planyear"}}) {
            const PlanInputs inputs = inputsOf(start, days);
            QElapsedTimer timer;
            timer.start();
            const Result<Plan> plan = makePlan(certification, inputs, facts);
            say(after, timer);
            if (!plan)
                return 1;
            timer.restart();
            kept += bare(inputs, plan->blocks);
            say(before, timer);
            if (days > 100)
                continue;
            RepairCase slipped;
            slipped.inputs = inputs;
            slipped.blocks = plan->blocks;
            slipped.topics = facts.topics;
            slipped.today = start.addDays(21);
            timer.restart();
            kept += repairs(slipped).constFirst().changes.size();
            say("repairs", timer);
        }
    }
    // What was computed must be wanted, or the compiler leaves it out.
    return kept > 0 ? 0 : 1;
}
