// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowimage.h"

#include "query.h"

#include <QSqlField>
#include <QSqlRecord>
#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

struct UndoableTable {
    const char *name;
    std::array<const char *, 3> key; ///< null where there are fewer columns
};

// Names reach SQL from here and from the table itself, never from an image.
constexpr UndoableTable undoable[] = {
    {"appointment", {"id"}},
    {"plan", {"id"}},
    {"block", {"id"}},
    {"time_log", {"id"}},
    {"check_item", {"pack", "collection", "entry"}},
    {"requirement_state", {"pack", "project", "requirement"}},
    {"miss", {"pack", "item", nullptr}},
    {"dispute", {"pack", "item", nullptr}},
    {"rating", {"pack", "topic", "day"}},
    {"outside_mock", {"id"}},
    {"exam_result", {"id"}},
    {"archive", {"pack"}},
    {"busy_time", {"id"}},
};

QStringList keyColumns(const QString &table)
{
    const auto entry = std::find_if(std::begin(undoable), std::end(undoable),
        [&](const UndoableTable &candidate) { return table == QLatin1String(candidate.name); });
    QStringList columns;
    if (entry != std::end(undoable)) {
        for (const char *column : entry->key) {
            if (column)
                columns.append(QString::fromLatin1(column));
        }
    }
    return columns;
}

Result<QStringList> checkedKey(const QString &table, const QVariantMap &key)
{
    QStringList columns = keyColumns(table);
    columns.sort();
    if (columns.isEmpty() || !std::equal(key.keyBegin(), key.keyEnd(), columns.cbegin(), columns.cend()))
        return Error{ErrorCode::BadInput, QStringLiteral("not an undoable row"), table};
    return columns;
}

QString assignments(const QStringList &columns, const QString &separator)
{
    QStringList parts;
    for (const QString &column : columns)
        parts.append(u'"' + column + QStringLiteral("\" = ?"));
    return parts.join(separator);
}

QJsonValue encoded(const QVariant &value)
{
    if (value.isNull() && value.typeId() != QMetaType::QString)
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QStringLiteral("i:%1").arg(value.toLongLong());
    case QMetaType::Double:
        return QStringLiteral("r:") + QString::number(value.toDouble(), 'g', 17);
    case QMetaType::QByteArray:
        return QStringLiteral("b:") + QString::fromLatin1(value.toByteArray().toBase64());
    default:
        return QStringLiteral("s:") + value.toString();
    }
}

std::optional<QVariant> decoded(const QJsonValue &value)
{
    if (value.isNull())
        return QVariant();
    const QString text = value.toString();
    const QString body = text.mid(2);
    bool ok = true;
    QVariant result;
    if (text.startsWith(u"i:"))
        result = body.toLongLong(&ok);
    else if (text.startsWith(u"r:"))
        result = body.toDouble(&ok);
    else if (text.startsWith(u"b:"))
        result = QByteArray::fromBase64(body.toLatin1());
    else if (text.startsWith(u"s:"))
        result = stored(QVariant(body));
    else
        ok = false;
    return ok ? std::optional(result) : std::nullopt;
}

QJsonObject encoded(const QVariantMap &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), encoded(it.value()));
    return object;
}

std::optional<QVariantMap> decoded(const QJsonObject &object)
{
    QVariantMap values;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const auto value = decoded(it.value());
        if (!value)
            return std::nullopt;
        values.insert(it.key(), *value);
    }
    return values;
}

QVariantMap rowOf(const QSqlQuery &query)
{
    const QSqlRecord record = query.record();
    QVariantMap row;
    for (int i = 0; i < record.count(); ++i) {
        const QVariant value = query.value(i);
        row.insert(record.fieldName(i), value.isNull() ? QVariant() : value);
    }
    return row;
}

} // namespace

Result<RowImage> takeImage(const QSqlDatabase &database, const QString &table, const QVariantMap &key)
{
    const auto columns = checkedKey(table, key);
    if (!columns)
        return columns.error();
    const QString sql =
        QStringLiteral("SELECT * FROM \"%1\" WHERE %2").arg(table, assignments(*columns, QStringLiteral(" AND ")));
    const auto row = first(database, sql, key.values(), rowOf);
    if (!row)
        return row.error();
    return RowImage{table, key, *row};
}

Outcome putBack(const QSqlDatabase &database, const RowImage &image)
{
    const auto present = takeImage(database, image.table, image.key);
    if (!present)
        return present.error();
    const QString where = assignments(image.key.keys(), QStringLiteral(" AND "));
    if (!image.row)
        return execute(
            database, QStringLiteral("DELETE FROM \"%1\" WHERE %2").arg(image.table, where), image.key.values());

    const QSqlRecord known = database.record(image.table);
    const QStringList columns = image.row->keys();
    for (const QString &column : columns) {
        if (!known.contains(column))
            return Error{ErrorCode::ProfileDamaged, QStringLiteral("no such column"), image.table + u'.' + column};
    }
    if (present->row)
        return execute(database,
            QStringLiteral("UPDATE \"%1\" SET %2 WHERE %3")
                .arg(image.table, assignments(columns, QStringLiteral(", ")), where),
            image.row->values() + image.key.values());
    return execute(database,
        QStringLiteral("INSERT INTO \"%1\"(\"%2\") VALUES(%3)")
            .arg(image.table, columns.join(QStringLiteral("\", \"")),
                QStringList(columns.size(), QStringLiteral("?")).join(u',')),
        image.row->values());
}

QJsonObject toJson(const RowImage &image)
{
    return {
        {QStringLiteral("table"), image.table},
        {QStringLiteral("key"), encoded(image.key)},
        {QStringLiteral("row"), image.row ? QJsonValue(encoded(*image.row)) : QJsonValue(QJsonValue::Null)},
    };
}

Result<RowImage> imageFromJson(const QJsonObject &object)
{
    RowImage image;
    image.table = object.value(QStringLiteral("table")).toString();
    const auto key = decoded(object.value(QStringLiteral("key")).toObject());
    const QJsonValue row = object.value(QStringLiteral("row"));
    const Error damaged{ErrorCode::ProfileDamaged, QStringLiteral("a kept row cannot be read"), image.table};
    if (!key || !checkedKey(image.table, *key) || !(row.isNull() || row.isObject()))
        return damaged;
    image.key = *key;
    if (row.isObject()) {
        image.row = decoded(row.toObject());
        if (!image.row)
            return damaged;
    }
    return image;
}

} // namespace lectern
