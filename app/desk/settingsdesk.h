// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "settings.h"

#include <QObject>

namespace lectern
{

struct Context;

/// Settings as the pages read and write them. Reading never fails: what cannot be read has its fallback.
class SettingsDesk : public QObject
{
    Q_OBJECT
public:
    explicit SettingsDesk(Context &context, QObject *parent = nullptr);

    QVariant value(Setting setting) const;
    Outcome set(Setting setting, const QVariant &value);

Q_SIGNALS:
    void changed(lectern::Setting setting);

private:
    Context &m_context;
};

} // namespace lectern
