// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusdesk.h"

#include "context.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qint64 minuteMs = 60'000;

Error noTimer()
{
    return Error{ErrorCode::NotAllowed, QStringLiteral("no focus timer is there"), {}};
}

Error otherTimer()
{
    return Error{ErrorCode::NotAllowed, QStringLiteral("another focus timer is there"), {}};
}

} // namespace

qint64 FocusDesk::Reading::totalMs() const
{
    return workedMs + (block ? block->loggedMinutes * minuteMs : 0);
}

int FocusDesk::Reading::overMinutes() const
{
    return block ? static_cast<int>(std::max<qint64>(0, totalMs() / minuteMs - block->minutes)) : 0;
}

FocusDesk::FocusDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    const auto kept = m_context.focus.timer();
    if (!kept || !*kept)
        return;
    take((*kept)->foundAgain());
    m_keptMs = m_timer->workedMs;
    m_found = true;
    const Moment now = m_context.now();
    if ((*kept)->running && dayAt(now) == today())
        m_gapMs = std::max<qint64>(0, now.utcMs - m_timer->last.utcMs);
}

void FocusDesk::take(const std::optional<FocusTimer> &timer)
{
    m_timer = timer;
    m_found = false;
    m_gapMs = 0;
    m_block.reset();
    if (!m_timer)
        return;
    const auto block = m_context.plan.blockWith(m_timer->block);
    if (block)
        m_block = *block;
}

void FocusDesk::refresh()
{
    if (!m_timer)
        return;
    const auto block = m_context.plan.blockWith(m_timer->block);
    if (!block || *block == m_block)
        return;
    m_block = *block;
    Q_EMIT changed();
}

std::optional<FocusDesk::Reading> FocusDesk::reading() const
{
    if (!m_timer)
        return std::nullopt;
    const Moment now = m_context.now();
    return Reading{m_block, m_timer->workedMsAt(now), m_timer->running, dayAt(now), m_found, m_gapMs};
}

QDate FocusDesk::dayAt(const Moment &now) const
{
    return m_context.studyDay(m_timer->running ? now : m_timer->last);
}

bool FocusDesk::isAbout(BlockId block) const
{
    return m_timer && m_block && m_block->id == block;
}

QDate FocusDesk::today() const
{
    return m_context.studyDay(m_context.now());
}

Outcome FocusDesk::write(const FocusTimer &timer)
{
    const Outcome kept = m_context.focus.keep(timer);
    if (kept)
        m_keptMs = timer.workedMs;
    return kept;
}

Outcome FocusDesk::put(const FocusTimer &timer)
{
    if (const Outcome kept = write(timer); !kept)
        return kept;
    take(timer);
    Q_EMIT changed();
    return Done{};
}

Outcome FocusDesk::start(BlockId id)
{
    const Result<Block> block = m_context.plan.block(id);
    if (!block)
        return block.error();
    const Moment now = m_context.now();
    if (m_timer && m_timer->block == block->uuid)
        return put(m_timer->resumedAt(now));
    if (m_timer && loggedMinutesOf(m_timer->workedMsAt(now)) > 0)
        return otherTimer();
    return put(FocusTimer::started(block->uuid, now));
}

Outcome FocusDesk::pause()
{
    return m_timer ? put(m_timer->pausedAt(m_context.now())) : noTimer();
}

Outcome FocusDesk::resume()
{
    return m_timer ? put(m_timer->resumedAt(m_context.now())) : noTimer();
}

Outcome FocusDesk::correct(int minutes)
{
    if (!m_timer)
        return noTimer();
    if (minutes < 0 || minutes > dayMinutes)
        return Error{ErrorCode::BadInput, QStringLiteral("minutes are 0 to 1440"), QStringLiteral("minutes")};
    const Moment now = m_context.now();
    if (minutes == loggedMinutesOf(m_timer->workedMsAt(now)))
        return Done{};
    const FocusTimer corrected = m_timer->correctedTo(minutes, now);
    if (const Outcome kept = write(corrected); !kept)
        return kept;
    m_timer = corrected;
    Q_EMIT changed();
    return Done{};
}

Result<int> FocusDesk::finish(FocusEnd said)
{
    if (!m_timer)
        return noTimer();
    const auto block = m_context.plan.blockWith(m_timer->block);
    if (!block)
        return block.error();
    if (!*block)
        return Error{ErrorCode::NotFound, {}, m_timer->block};
    const Moment now = m_context.now();
    const int minutes = loggedMinutesOf(m_timer->workedMsAt(now));
    const BlockState state = stateAfterWork(**block, minutes, said);
    const QDate day = dayAt(now);
    const Outcome outcome = m_context.change(tr("Focus time"), [&]() -> Outcome {
        Outcome written = lectern::Done{};
        if (minutes > 0)
            written = m_context.plan.logMinutes((*block)->id, minutes, day, now.utcMs);
        if (written && state != (*block)->state)
            written = m_context.plan.setState((*block)->id, state);
        // In the same transaction: whatever happens in between, nothing is logged twice.
        return written ? m_context.focus.clear() : written;
    });
    if (!outcome)
        return outcome.error();
    take({});
    Q_EMIT changed();
    Q_EMIT logged();
    return minutes;
}

Outcome FocusDesk::discard()
{
    if (!m_timer)
        return noTimer();
    const FocusTimer last = m_timer->pausedAt(m_context.now());
    if (const Outcome cleared = m_context.focus.clear(); !cleared)
        return cleared;
    m_discarded = last;
    take({});
    Q_EMIT changed();
    return Done{};
}

Outcome FocusDesk::takeBack()
{
    if (m_timer)
        return otherTimer();
    if (!m_discarded)
        return noTimer();
    const Outcome outcome = put(*m_discarded);
    if (outcome)
        m_discarded.reset();
    return outcome;
}

Outcome FocusDesk::tick()
{
    if (!m_timer || !m_timer->running)
        return Done{};
    m_timer = m_timer->at(m_context.now());
    return m_timer->workedMs - m_keptMs >= focusBeatMs ? write(*m_timer) : Outcome(Done{});
}

Outcome FocusDesk::keep()
{
    if (!m_timer || !m_timer->running)
        return Done{};
    return write(m_timer->pausedAt(m_context.now()));
}

} // namespace lectern
