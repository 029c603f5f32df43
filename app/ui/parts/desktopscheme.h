// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusMessage;

namespace lectern
{

/// The desktop's light or dark preference as the settings portal tells it (org.freedesktop.appearance). Asks without
/// waiting, so that a slow or absent portal never delays the window.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    /// `dark` is the guess until the portal answers.
    explicit DesktopScheme(bool dark, QObject *parent = nullptr);

    bool dark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void ask();
    void take(const QVariant &value);

    bool m_dark;
};

} // namespace lectern
