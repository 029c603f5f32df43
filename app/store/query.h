// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"
#include "result.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <optional>
#include <type_traits>

namespace lectern
{

/// The code that SQLite's result code stands for; its text goes into `detail` only.
Error storeError(const QSqlError &error, const QString &where = {});

/// `value` as it is kept: a QString that was never assigned is an empty text, because QtSql would bind it as NULL. NULL
/// is written QVariant().
QVariant stored(const QVariant &value);
QVariantList stored(QVariantList values);

void bindAll(QSqlQuery &query, const QVariantList &values);

/// Prepares, binds by position and executes one statement; the rows are read forwards.
Result<QSqlQuery> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {});
/// The same for a statement whose rows nobody wants.
Outcome execute(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {});

/// One `read(const QSqlQuery &)` per row of a statement that was executed.
template<typename Read>
auto rowsOf(QSqlQuery &query, Read read) -> Result<QList<std::invoke_result_t<Read, const QSqlQuery &>>>
{
    QList<std::invoke_result_t<Read, const QSqlQuery &>> rows;
    while (query.next())
        rows.append(read(query));
    if (query.lastError().isValid())
        return storeError(query.lastError());
    return rows;
}

template<typename Read>
auto collect(const QSqlDatabase &database, const QString &sql, const QVariantList &values, Read read)
    -> Result<QList<std::invoke_result_t<Read, const QSqlQuery &>>>
{
    auto query = run(database, sql, values);
    if (!query)
        return query.error();
    return rowsOf(*query, read);
}

/// The same with a statement that is kept prepared: for what is asked again and again.
template<typename Read>
auto collect(Profile &profile, const QString &sql, const QVariantList &values, Read read)
    -> Result<QList<std::invoke_result_t<Read, const QSqlQuery &>>>
{
    const auto statement = profile.statement(sql);
    if (!statement)
        return statement.error();
    QSqlQuery &query = **statement;
    bindAll(query, values);
    if (!query.exec())
        return storeError(query.lastError());
    auto rows = rowsOf(query, read);
    query.finish();
    return rows;
}

/// The first row, if there is one.
template<typename Read>
auto first(const QSqlDatabase &database, const QString &sql, const QVariantList &values, Read read)
    -> Result<std::optional<std::invoke_result_t<Read, const QSqlQuery &>>>
{
    using Row = std::invoke_result_t<Read, const QSqlQuery &>;
    auto query = run(database, sql, values);
    if (!query)
        return query.error();
    if (query->next())
        return std::optional<Row>(read(*query));
    if (query->lastError().isValid())
        return storeError(query->lastError());
    return std::optional<Row>();
}

/// A count that has to be an int, -1 where it is none: what no int holds must not turn into one that is in range.
inline int wholeNumber(const QVariant &value)
{
    const qint64 number = value.toLongLong();
    return number == static_cast<int>(number) ? static_cast<int>(number) : -1;
}

/// The number in the first column of the first row, 0 for none.
Result<qint64> number(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {});

/// The id that the next row of an AUTOINCREMENT table gets. Only inside a transaction.
Result<qint64> nextId(const QSqlDatabase &database, const QString &table);

} // namespace lectern
