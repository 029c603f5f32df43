// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

namespace lectern
{

QTimeZone Context::zone() const
{
    const QTimeZone named(environment.zone);
    return named.isValid() ? named : QTimeZone::systemTimeZone();
}

QDateTime Context::localNow() const
{
    return QDateTime::fromMSecsSinceEpoch(now().utcMs, zone());
}

QDate Context::studyDay(const Moment &moment) const
{
    const auto stored = self.setting(Setting::StudyDayEnds);
    const QTime ends = QTime::fromString(stored ? stored->toString() : QString(), QStringLiteral("HH:mm"));
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.utcMs, zone());
    return ends.isValid() ? lectern::studyDay(local, ends) : lectern::studyDay(local);
}

Outcome Context::change(const QString &label, const std::function<Outcome()> &write)
{
    const Outcome outcome = changes.perform(label, now().utcMs, write);
    if (outcome && changed)
        changed();
    return outcome;
}

} // namespace lectern
