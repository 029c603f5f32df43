// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace lectern
{

/// Which backups to delete at `now`: all of the last 2 days stay, then the newest of each day for 12 days, of each week
/// (ISO) for 10 weeks, of each month for 9 months; the newest of all always stays. Returns the ones to delete.
QList<QDateTime> backupsToDrop(QList<QDateTime> backups, const QDateTime &now);

} // namespace lectern
