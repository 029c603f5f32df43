// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "icalparts.h"

#include <QHash>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace lectern
{

/// How the times of one property are to be read.
class IcalZone
{
public:
    explicit IcalZone(const QTimeZone &zone);
    /// By the rules of a VTIMEZONE, which belongs to the zone then.
    explicit IcalZone(ComponentPtr rules);

    /// The instant of a local time, in milliseconds since 1970; where the clocks jump over it, the one after the jump.
    qint64 utcMs(const icaltimetype &local) const;

private:
    QTimeZone m_zone;
    std::shared_ptr<icaltimezone> m_rules;
};

/// The time zones that a file speaks of. What the system knows by its name is read by the system's rules, everything
/// else by those that the file brings along.
class IcalZones
{
public:
    explicit IcalZones(const QTimeZone &local);

    void add(const IcalPart &timezone);
    /// Nothing: unknown, or known by rules that are none (`broken`). Without an id it is the learner's.
    std::optional<IcalZone> zone(const QByteArray &id);
    /// Of the rules of that name: the problem that they have.
    std::optional<CalendarProblem> broken(const QByteArray &id) const;

private:
    IcalZone m_local;
    QHash<QByteArray, IcalPart> m_brought;
    QHash<QByteArray, IcalZone> m_known;
    QHash<QByteArray, CalendarProblem> m_broken;
};

} // namespace lectern
