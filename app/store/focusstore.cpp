// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusstore.h"

#include "profile.h"
#include "query.h"

namespace lectern
{

FocusStore::FocusStore(Profile &profile)
    : m_profile(profile)
{
}

Result<std::optional<FocusTimer>> FocusStore::timer() const
{
    return first(m_profile.database(),
        QStringLiteral("SELECT block, worked_ms, running, utc_ms, boot_id, boot_ms, slept_ms FROM focus_timer"), {},
        [](const QSqlQuery &row) {
            return FocusTimer{row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toBool(),
                Moment{row.value(3).toLongLong(), row.value(4).toString(), row.value(5).toLongLong(),
                    row.value(6).toLongLong()}};
        });
}

Outcome FocusStore::keep(const FocusTimer &timer)
{
    const auto statement = m_profile.statement(
        QStringLiteral("INSERT OR REPLACE INTO focus_timer(id, block, worked_ms, running, utc_ms, boot_id, boot_ms, "
                       "slept_ms) VALUES(1, ?, ?, ?, ?, ?, ?, ?)"));
    if (!statement)
        return statement.error();
    QSqlQuery &query = **statement;
    const Moment &last = timer.last;
    bindAll(query,
        {timer.block, timer.workedMs, timer.running ? 1 : 0, last.utcMs, last.bootId, last.bootMs, last.sleptMs});
    const bool done = query.exec();
    const QSqlError error = query.lastError();
    query.finish();
    if (!done)
        return storeError(error, timer.block);
    return Done{};
}

Outcome FocusStore::clear()
{
    return execute(m_profile.database(), QStringLiteral("DELETE FROM focus_timer"));
}

} // namespace lectern
