// SPDX-License-Identifier: GPL-3.0-or-later
#include "query.h"

namespace lectern
{

namespace
{

// https://www.sqlite.org/rescode.html: the low byte is the primary code whether or not extended codes are on.
ErrorCode codeOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    if (code == 1811) // SQLITE_CONSTRAINT_TRIGGER: a rule of the schema says no
        return ErrorCode::NotAllowed;
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::ProfileInUse;
    case 8: // SQLITE_READONLY
        return ErrorCode::ReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorCode::ProfileDamaged;
    case 13: // SQLITE_FULL
        return ErrorCode::DiskFull;
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::FileNotWritable;
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error storeError(const QSqlError &error, const QString &where)
{
    return {codeOf(error), error.text().trimmed(), where};
}

QVariant stored(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && !value.isNull() && value.toString().isNull())
        return QStringLiteral("");
    return value;
}

QVariantList stored(QVariantList values)
{
    for (QVariant &value : values)
        value = stored(std::as_const(value));
    return values;
}

void bindAll(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, stored(values.at(i)));
}

Result<QSqlQuery> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storeError(query.lastError());
    bindAll(query, values);
    if (!query.exec())
        return storeError(query.lastError());
    return query;
}

Outcome execute(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    const auto query = run(database, sql, values);
    if (!query)
        return query.error();
    return Done{};
}

Result<qint64> number(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    const auto value = first(database, sql, values, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!value)
        return value.error();
    return value->value_or(0);
}

Result<qint64> nextId(const QSqlDatabase &database, const QString &table)
{
    return number(
        database, QStringLiteral("SELECT 1 + coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"), {table});
}

} // namespace lectern
