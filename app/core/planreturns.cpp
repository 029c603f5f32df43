// SPDX-License-Identifier: GPL-3.0-or-later
#include "planreturns.h"

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

/// Days from one visit of a topic to the next.
constexpr std::array intervals{4, 10, 21, 35};
constexpr int soonest = 2;        ///< days after any visit
constexpr int missedEvery = 4;    ///< days
constexpr int missedFrom = 5;     ///< days after the start: before it little was missed
constexpr int timedEvery = 12;    ///< days
constexpr int timedFrom = 14;     ///< days after the start
constexpr int shortestTimed = 60; ///< minutes
constexpr int longestReturn = 45; ///< minutes

} // namespace

PlanReturns::PlanReturns(const PlanWeights &weights, const PlanInputs &inputs, const PlanFacts &facts,
    const QList<Block> &blocks, QDate from)
    : m_blocks(blocks)
    , m_random(inputs.seed)
    , m_from(from)
    , m_lastMissed(from)
    , m_lastTimed(from)
{
    double mean = 0;
    for (const TopicNeed &need : weights.asked())
        mean += need.share / static_cast<double>(weights.asked().size());
    for (const TopicNeed &need : weights.asked()) {
        Topic topic;
        topic.topic = need.topic;
        topic.urgency = (0.6 + 0.4 * need.share / mean) * (1 + 0.5 * std::clamp(need.weakness, 0.0, 1.0));
        m_at.insert(need.topic, m_topics.size());
        m_topics.append(topic);
    }
    for (const StudyRecord &record : facts.studied) {
        const auto at = m_at.constFind(record.topic);
        if (at != m_at.cend() && (!m_topics[*at].last.isValid() || record.day > m_topics[*at].last))
            m_topics[*at].last = record.day;
    }
    for (const Block &block : facts.kept) {
        if (block.date >= from && block.state == BlockState::Planned)
            m_blocks.append(block);
    }
    std::sort(m_blocks.begin(), m_blocks.end(), earlier);
    // Topics that are equally due come in an order that only the seed knows.
    m_random.shuffle(m_topics);
    for (qsizetype i = 0; i < m_topics.size(); ++i)
        m_at.insert(m_topics[i].topic, i);
}

QList<PlanReturns::Choice> PlanReturns::choose(const Slot &slot)
{
    goTo(slot.date);
    const bool timed = slot.minutes >= shortestTimed && m_from.daysTo(slot.date) >= timedFrom &&
                       m_lastTimed.daysTo(slot.date) >= timedEvery;
    if (timed) {
        m_lastTimed = slot.date;
        return {{slot, BlockKind::Questions, BlockAim::Timed, {}, {}}};
    }
    if (slot.minutes <= longestReturn)
        return {chooseOne(slot)};
    Slot first = slot;
    first.minutes = slot.minutes / 2 / shortestBlock * shortestBlock;
    Slot second = slot;
    second.start += first.minutes;
    second.minutes -= first.minutes;
    const Choice one = chooseOne(first);
    Choice other = chooseOne(second);
    // Nothing is due any more: the one thing takes all of it.
    if (one.kind == other.kind && one.aim == other.aim && one.topic == other.topic)
        return {{slot, one.kind, one.aim, one.topic, one.depends}};
    return {one, other};
}

void PlanReturns::goTo(QDate date)
{
    for (; m_next < m_blocks.size() && m_blocks[m_next].date < date; ++m_next) {
        const Block &block = m_blocks[m_next];
        if (block.kind == BlockKind::Rehearsal || block.aim == BlockAim::Timed)
            m_lastTimed = block.date;
        const auto at = m_at.constFind(block.topic);
        if (at == m_at.cend())
            continue;
        m_topics[*at].last = block.date;
        m_topics[*at].block = block.uuid;
        m_topics[*at].returns += block.aim == BlockAim::Return ? 1 : 0;
    }
}

PlanReturns::Topic *PlanReturns::due(QDate date)
{
    Topic *best = nullptr;
    double most = 0;
    for (Topic &topic : m_topics) {
        if (!topic.last.isValid() || topic.last.daysTo(date) < soonest)
            continue;
        const int interval = intervals[static_cast<std::size_t>(std::min(topic.returns, int(intervals.size()) - 1))];
        const double score = static_cast<double>(topic.last.daysTo(date)) / interval * topic.urgency;
        if (score >= 1 && score > most) {
            most = score;
            best = &topic;
        }
    }
    return best;
}

PlanReturns::Choice PlanReturns::chooseOne(const Slot &slot)
{
    const bool review = m_from.daysTo(slot.date) >= missedFrom && m_lastMissed.daysTo(slot.date) >= missedEvery;
    Topic *topic = review ? nullptr : due(slot.date);
    if (topic) {
        topic->last = slot.date;
        ++topic->returns;
        return {slot, BlockKind::Questions, BlockAim::Return, topic->topic, topic->block};
    }
    if (review || (m_from.daysTo(slot.date) >= missedFrom && m_lastMissed.daysTo(slot.date) >= soonest)) {
        m_lastMissed = slot.date;
        return {slot, BlockKind::Review, BlockAim::Missed, {}, {}};
    }
    return {slot, BlockKind::Questions, BlockAim::Study, {}, {}};
}

} // namespace lectern
