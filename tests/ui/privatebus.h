// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace lectern::test
{

/// A session bus of the tests' own, where a fake portal can take its place.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.setProgram(QStringLiteral("dbus-daemon"));
        m_daemon.setArguments(
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        m_daemon.start(QIODevice::ReadOnly);
        QByteArray address;
        if (m_daemon.waitForReadyRead())
            address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(PrivateBus)

private:
    QProcess m_daemon;
};

} // namespace lectern::test
