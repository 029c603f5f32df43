// SPDX-License-Identifier: GPL-3.0-or-later
#include "countdown.h"

#include <QTimer>

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

constexpr std::array<qint64, 4> warningsMs{30 * 60000, 15 * 60000, 5 * 60000, 60000};

} // namespace

Countdown::Countdown(std::function<ClockReading()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &Countdown::tick);
}

void Countdown::start(std::optional<qint64> leftBeforeMs)
{
    m_last = leftBeforeMs.value_or(-1);
    m_running = true;
    tick();
}

void Countdown::stop()
{
    m_running = false;
    m_timer->stop();
}

void Countdown::tick()
{
    if (!m_running)
        return;
    const ClockReading reading = m_clock();
    const qint64 left = reading.remainingMs;
    // The next change of the shown second: what is left is rounded up, what was used is rounded down.
    const qint64 part = reading.limited ? left % 1000 : 1000 - reading.usedMs % 1000;
    m_timer->start(int(part == 0 || reading.stopped ? 1000 : part));

    const qint64 before = m_last;
    m_last = left;
    Q_EMIT ticked(reading);
    if (!reading.limited)
        return;
    const bool passed = std::any_of(
        warningsMs.begin(), warningsMs.end(), [before, left](qint64 limit) { return before > limit && left <= limit; });
    if (left <= 0)
        Q_EMIT ended();
    else if (passed)
        Q_EMIT warned(left);
}

} // namespace lectern
