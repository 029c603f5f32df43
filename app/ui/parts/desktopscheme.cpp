// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace lectern
{

namespace
{

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String colorScheme("color-scheme");

/// Without a bus the D-Bus library would start one of its own, which takes long and tells nothing.
bool busExists()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

DesktopScheme::DesktopScheme(bool dark, QObject *parent)
    : QObject(parent)
    , m_dark(dark)
{
    if (busExists())
        ask();
}

void DesktopScheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // No service name: naming it would make Qt wait for the name's owner. A message as the argument: Qt 6.4 knows
    // D-Bus' own types only after the first of them was used.
    bus.connect(QString(), path, interface, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QDBusMessage)));

    auto read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    read << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopScheme::settingChanged(const QDBusMessage &message)
{
    const QVariantList told = message.arguments(); // group, key, value
    if (told.size() == 3 && told[0] == appearance && told[1] == colorScheme)
        take(told[2]);
}

void DesktopScheme::take(const QVariant &value)
{
    // Read wraps the value twice, SettingChanged once.
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    bool number = false;
    const uint scheme = inner.toUInt(&number);
    if (!number)
        return;
    constexpr uint preferDark = 1; // 0: no preference, 2: prefer light
    const bool dark = scheme == preferDark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace lectern
