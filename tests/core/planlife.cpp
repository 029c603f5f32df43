// SPDX-License-Identifier: GPL-3.0-or-later
#include "planlife.h"

namespace lectern::test
{

Life randomLife(Random &random, const Certification &certification)
{
    Life life;
    PlanInputs &inputs = life.inputs;
    inputs.start = QDate(2026, 1, 1).addDays(random.below(800));
    if (random.below(3) > 0)
        inputs.examDate = inputs.start.addDays(1 + random.below(200));
    for (std::size_t day = 0; day < 7; ++day) {
        const int kind = random.below(6);
        inputs.minutesPerWeekday[day] = kind == 0 ? 0 : kind == 1 ? random.below(1441) : 15 * random.below(33);
        inputs.startMinute[day] = random.below(1440);
        inputs.longSitting[day] = random.below(3) > 0;
    }
    const int daysOff = random.below(30);
    for (int i = 0; i < daysOff; ++i)
        inputs.daysOff.append(inputs.start.addDays(random.below(120)));
    const int busy = random.below(2) * random.below(60);
    for (int i = 0; i < busy; ++i) {
        const int start = random.below(1400);
        inputs.busy.append(
            {inputs.start.addDays(random.below(120)), start, std::min(1440, start + 1 + random.below(300))});
    }
    inputs.blockMinutes = 15 + random.below(226);
    inputs.bufferPercent = random.below(3) * random.below(21);
    inputs.scope = std::array{PlanScope::Full, PlanScope::Focused, PlanScope::ExamOnly}[size_t(random.below(3))];
    inputs.projects = std::array{ProjectChoice::None, ProjectChoice::One, ProjectChoice::All}[size_t(random.below(3))];
    inputs.seed = random.next();
    life.facts.formsLeft = random.below(6);
    life.facts.diagnosed = random.below(2) > 0;
    if (random.below(2) > 0) {
        life.facts.topics = evenNeeds(certification);
        double sum = 0;
        for (TopicNeed &need : life.facts.topics) {
            need.share = random.below(5) * 0.1;
            need.weakness = random.below(11) * 0.1;
            sum += need.share;
        }
        for (TopicNeed &need : life.facts.topics)
            need.share /= sum > 0 ? sum : 1;
    }
    return life;
}

} // namespace lectern::test
