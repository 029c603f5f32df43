// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include <QDateTime>
#include <QSysInfo>

#include <ctime>

namespace lectern
{

namespace
{

/// Milliseconds since boot, sleep included: CLOCK_MONOTONIC stops while the machine sleeps, the exam does not.
qint64 bootMilliseconds()
{
#ifdef CLOCK_BOOTTIME
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
#endif
    return 0;
}

} // namespace

Clock systemClock()
{
    // Without a boot clock the id stays empty, and the wall clock decides.
    const QString boot = bootMilliseconds() > 0 ? QString::fromLatin1(QSysInfo::bootUniqueId()) : QString();
    return [boot] { return Moment{QDateTime::currentMSecsSinceEpoch(), boot, bootMilliseconds()}; };
}

} // namespace lectern
