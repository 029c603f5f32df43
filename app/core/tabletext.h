// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace lectern
{

/// A cell as it may stand in a table that a spreadsheet reads: one that would be run as a formula is prefixed by an
/// apostrophe.
QString disarmed(const QString &cell);

/// A row of an RFC 4180 table in UTF-8, with its line end. Cells are disarmed.
QByteArray csvLine(const QStringList &cells);

/// A row as the clipboard passes it between tables, without a line end: cells are disarmed, and what would part them
/// becomes a space.
QString tabbedLine(const QStringList &cells);

} // namespace lectern
