// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "readiness.h"

#include <QByteArray>

namespace lectern
{

struct ReadinessTables {
    /// One that was sat, and the 80 % interval that was shown before it, if one was.
    struct Rehearsal {
        QDate day;
        int right = 0;
        int total = 0;
        std::optional<Estimate> before;
        bool inside = false;
    };

    const Certification *certification = nullptr; ///< never null
    const Blueprint *blueprint = nullptr;         ///< that the report is of; never null
    ReadinessReport report;
    QList<Rehearsal> rehearsals; ///< oldest first
};

/// UTF-8 CSV (RFC 4180) of one table, whose first column says what a row is: section, topic (or objective), day,
/// rehearsal, forecast. Header words are not translated, numbers are in the C locale, shares in percent. What nothing
/// is known of is empty, never zero.
QByteArray toCsv(const ReadinessTables &tables);

} // namespace lectern
