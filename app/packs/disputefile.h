// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispute.h"
#include "problem.h"

#include <QByteArray>
#include <QList>

namespace lectern
{

/// A dispute as read: whole only if there are no problems.
struct DisputeReading {
    Dispute dispute;
    QList<Problem> problems; ///< all errors
    bool ok() const { return problems.isEmpty(); }
};

/// The small YAML file that a dispute travels in. The dispute has no flaw and its reason is plain (dispute.h).
QByteArray disputeFile(const Dispute &dispute);

/// Reads such a file from a stranger. Refuses what is no plain file, is over 64 KB, or is not what disputeFile() could
/// have written, under the limits of the pack's own files; never throws.
DisputeReading readDispute(const QString &path);

} // namespace lectern
