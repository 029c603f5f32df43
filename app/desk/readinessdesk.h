// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firstseen.h"

#include <QHash>
#include <QObject>

namespace lectern
{

struct Context;

/// What the answers so far show, per domain or section. Replays the log and keeps what it finds until changed();
/// nothing derived is stored.
class ReadinessDesk : public QObject
{
    Q_OBJECT
public:
    explicit ReadinessDesk(Context &context, QObject *parent = nullptr);

    const Certification &certification() const;
    QString defaultBlueprint() const; ///< recommended for the appointment
    /// NotFound for an unknown blueprint.
    Result<FirstSeenSummary> summary(const QString &blueprint) const;
    int targetPercent() const;

Q_SIGNALS:
    void changed();

private:
    Context &m_context;
    mutable QHash<QString, FirstSeenSummary> m_summaries; ///< by blueprint, until changed()
};

} // namespace lectern
