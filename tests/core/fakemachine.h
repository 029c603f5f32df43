// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moment.h"

namespace lectern::test
{

/// A computer whose clocks a test turns: time passes only when it is told to.
class FakeMachine
{
public:
    Moment now() const
    {
        return {1'790'000'000'000 + m_wallMs, QStringLiteral("boot-%1").arg(m_boot), m_runningMs, m_sleptMs};
    }
    void run(qint64 ms)
    {
        m_wallMs += ms;
        m_runningMs += ms;
    }
    void sleep(qint64 ms)
    {
        run(ms);
        m_sleptMs += ms;
    }
    /// Somebody, or a time server, changes the wall clock.
    void setClock(qint64 byMs) { m_wallMs += byMs; }
    /// Switched off for `offMs`, then on again.
    void reboot(qint64 offMs)
    {
        m_wallMs += offMs;
        m_runningMs = 20'000;
        m_sleptMs = 0;
        ++m_boot;
    }

private:
    qint64 m_wallMs = 0;
    qint64 m_runningMs = 3'600'000;
    qint64 m_sleptMs = 40'000;
    int m_boot = 1;
};

} // namespace lectern::test
