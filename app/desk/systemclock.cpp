// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include <QDateTime>
#include <QSysInfo>

#include <ctime>
#include <optional>

namespace lectern
{

namespace
{

#ifdef CLOCK_BOOTTIME
std::optional<qint64> milliseconds(clockid_t clock)
{
    timespec now{};
    if (clock_gettime(clock, &now) != 0)
        return std::nullopt;
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}
#endif

/// Since boot, and how much of that the machine slept: CLOCK_MONOTONIC stops while it does, CLOCK_BOOTTIME does not.
Moment readClocks(const QString &boot)
{
    Moment moment{QDateTime::currentMSecsSinceEpoch(), boot, 0, 0};
#ifdef CLOCK_BOOTTIME
    const auto sinceBoot = milliseconds(CLOCK_BOOTTIME);
    const auto awake = milliseconds(CLOCK_MONOTONIC);
    if (sinceBoot)
        moment.bootMs = *sinceBoot;
    // The two are read one after the other: less than this between them is no sleep.
    constexpr qint64 shortestSleepMs = 100;
    if (sinceBoot && awake && *sinceBoot - *awake >= shortestSleepMs)
        moment.sleptMs = *sinceBoot - *awake;
#endif
    return moment;
}

} // namespace

Clock systemClock()
{
    // Without a boot clock the id stays empty, and the wall clock decides.
    const QString boot = readClocks({}).bootMs > 0 ? QString::fromLatin1(QSysInfo::bootUniqueId()) : QString();
    return [boot] { return readClocks(boot); };
}

} // namespace lectern
