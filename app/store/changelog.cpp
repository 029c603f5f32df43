// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog.h"

#include "profile.h"
#include "query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace lectern
{

namespace
{

constexpr int keptChanges = 200;

QString toText(const QList<RowImage> &images)
{
    QJsonArray array;
    for (const RowImage &image : images)
        array.append(toJson(image));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QList<RowImage>> fromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a kept change cannot be read"), {}};
    QList<RowImage> images;
    const QJsonArray rows = document.array();
    for (const QJsonValue &value : rows) {
        const auto image = imageFromJson(value.toObject());
        if (!image)
            return image.error();
        images.append(*image);
    }
    return images;
}

Result<std::optional<ChangeLog::Entry>> entryBy(const QSqlDatabase &database, const QString &sql)
{
    return first(database, sql, {}, [](const QSqlQuery &row) {
        return ChangeLog::Entry{
            ChangeId{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toLongLong()};
    });
}

} // namespace

ChangeLog::ChangeLog(Profile &profile)
    : m_profile(profile)
{
}

Outcome ChangeLog::perform(const QString &label, qint64 nowUtcMs, const std::function<Outcome()> &write)
{
    if (m_recording)
        return Error{ErrorCode::NotAllowed, QStringLiteral("a change inside a change"), label};
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun;
    m_recording = true;
    m_images.clear();
    Outcome outcome = write();
    m_recording = false;
    if (outcome)
        outcome = record(label, nowUtcMs);
    m_images.clear();
    if (!outcome)
        return outcome;
    return transaction.commit();
}

Outcome ChangeLog::record(const QString &label, qint64 nowUtcMs)
{
    const QSqlDatabase database = m_profile.database();
    bool differs = false;
    for (const RowImage &image : std::as_const(m_images)) {
        const auto now = takeImage(database, image.table, image.key);
        if (!now)
            return now.error();
        differs = differs || *now != image;
    }
    if (!differs)
        return Done{};
    if (const Outcome forgot = execute(database, QStringLiteral("DELETE FROM change WHERE undone = 1")); !forgot)
        return forgot;
    const Outcome inserted =
        execute(database, QStringLiteral("INSERT INTO change(label, utc_ms, undone, images) VALUES(?, ?, 0, ?)"),
            {label, nowUtcMs, toText(m_images)});
    if (!inserted)
        return inserted;
    return execute(database,
        QStringLiteral("DELETE FROM change WHERE id NOT IN (SELECT id FROM change ORDER BY id DESC LIMIT ?)"),
        {keptChanges});
}

Outcome ChangeLog::touch(const QString &table, const QVariantMap &primaryKey)
{
    if (!m_recording)
        return Error{ErrorCode::NotAllowed, QStringLiteral("outside of a change"), table};
    const auto image = takeImage(m_profile.database(), table, primaryKey);
    if (!image)
        return image.error();
    const bool known = std::any_of(m_images.cbegin(), m_images.cend(),
        [&](const RowImage &other) { return other.table == table && other.key == image->key; });
    if (!known)
        m_images.append(*image);
    return Done{};
}

Result<std::optional<ChangeLog::Entry>> ChangeLog::nextUndo() const
{
    return entryBy(m_profile.database(),
        QStringLiteral("SELECT id, label, utc_ms FROM change WHERE undone = 0 ORDER BY id DESC LIMIT 1"));
}

Result<std::optional<ChangeLog::Entry>> ChangeLog::nextRedo() const
{
    return entryBy(m_profile.database(),
        QStringLiteral("SELECT id, label, utc_ms FROM change WHERE undone = 1 ORDER BY id LIMIT 1"));
}

Result<ChangeLog::Entry> ChangeLog::undo()
{
    return swapImages(true);
}

Result<ChangeLog::Entry> ChangeLog::redo()
{
    return swapImages(false);
}

Result<ChangeLog::Entry> ChangeLog::swapImages(bool undoing)
{
    if (m_recording)
        return Error{ErrorCode::NotAllowed, QStringLiteral("inside of a change"), {}};
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun.error();
    const QSqlDatabase database = m_profile.database();
    const auto entry = undoing ? nextUndo() : nextRedo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{ErrorCode::NotFound, {}, {}};
    const qint64 id = raw((*entry)->id);
    const auto text = first(database, QStringLiteral("SELECT images FROM change WHERE id = ?"), {id},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!text)
        return text.error();
    const auto images = fromText(text->value_or(QString()));
    if (!images)
        return images.error();

    // Rows of one change refer to each other; in between the order may break a reference.
    if (const Outcome deferred = execute(database, QStringLiteral("PRAGMA defer_foreign_keys = ON")); !deferred)
        return deferred.error();
    QList<RowImage> present;
    for (const RowImage &image : *images) {
        const auto now = takeImage(database, image.table, image.key);
        if (!now)
            return now.error();
        present.append(*now);
        if (const Outcome put = putBack(database, image); !put)
            return put.error();
    }
    const Outcome turned = execute(database, QStringLiteral("UPDATE change SET undone = ?, images = ? WHERE id = ?"),
        {undoing ? 1 : 0, toText(present), id});
    if (!turned)
        return turned.error();
    if (const Outcome committed = transaction.commit(); !committed)
        return committed.error();
    return **entry;
}

} // namespace lectern
