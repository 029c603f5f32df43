// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdesk.h"

#include "context.h"

namespace lectern
{

SettingsDesk::SettingsDesk(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

QVariant SettingsDesk::value(Setting setting) const
{
    const Result<QVariant> stored = m_context.self.setting(setting);
    return stored ? *stored : info(setting).fallback;
}

Outcome SettingsDesk::set(Setting setting, const QVariant &value)
{
    if (this->value(setting) == value)
        return Done{};
    const Outcome outcome = m_context.self.setSetting(setting, value);
    if (outcome)
        Q_EMIT changed(setting);
    return outcome;
}

} // namespace lectern
