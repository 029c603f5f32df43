// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTime>

namespace lectern
{

/// The booked exam: local date and time in the zone of the place it is sat. Invalid date: not booked yet.
struct Appointment {
    QDate date;
    QTime time;
    QByteArray zone; ///< IANA id, "Europe/Berlin"
    QString place;
    QString blueprint; ///< what to rehearse

    bool booked() const { return date.isValid(); }
    bool operator==(const Appointment &) const = default;
};

} // namespace lectern
