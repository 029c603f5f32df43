// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attempt.h"
#include "result.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <functional>
#include <span>

namespace lectern
{

class Profile;

// How an attempt's rows look, for whoever writes, reads or verifies them. The values of a row are in the order of its
// columns; the checksum, where it is part of them, comes last.

QVariantList setupValues(qint64 id, const AttemptSetup &setup);
QVariantList seatValues(qint64 attempt, int position, const FormItem &seat);
QVariantList eventValues(qint64 attempt, const AttemptEvent &event);

// "SELECT … FROM …" in the same order.
QString setupSql();
QString seatSql();
QString eventSql();

/// Of the values of a row that is written.
quint32 checksumOf(std::span<const QVariant> values);

QVariantList rowValues(const QSqlQuery &query);
bool isIntact(const QVariantList &valuesWithChecksum);

// Nothing for values that no writer wrote.
std::optional<AttemptSetup> setupFromValues(const QVariantList &values); ///< without seats
std::optional<FormItem> seatFromValues(const QVariantList &values);
std::optional<AttemptEvent> eventFromValues(const QVariantList &values);
bool isEnd(const QString &kind); ///< nothing follows it
int positionOfSeat(const QVariantList &values);

// What an error names.
QString attemptKey(qint64 attempt);
QString seatKey(qint64 attempt, int position);
QString eventKey(qint64 attempt, int seq);

/// Every attempt, oldest first.
Result<QList<qint64>> attemptIds(const QSqlDatabase &database);
/// How many seats and events the far end of an attempt's rows speaks of. SQLite can end a range at a broken row without
/// an error, so whoever reads one attempt compares.
struct RowCounts {
    qint64 seats = 0;
    qint64 events = 0;
};
Result<RowCounts> countRows(Profile &profile, qint64 attempt);
enum class RowOf { Attempt, Seat, Event };
/// Called with each row as it is read, whether intact or not: all attempts, then all seats, then all events.
using RowVisitor = std::function<void(RowOf kind, const QVariantList &valuesWithChecksum)>;
/// Attempts of which a row's checksum does not match or a row is missing; with `only`, of that one. ProfileDamaged
/// where a row cannot be read at all.
Result<QSet<qint64>> verifyAttempts(Profile &profile, std::optional<qint64> only, const RowVisitor &visit = {});
/// The same; what cannot be read at all costs its attempt, not the others.
Result<QSet<qint64>> damagedAttempts(Profile &profile, std::optional<qint64> only = {});

} // namespace lectern
