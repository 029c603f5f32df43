// SPDX-License-Identifier: GPL-3.0-or-later
#include "packstore.h"

#include "attempt.h"
#include "attemptdetails.h"
#include "codec.h"
#include "profile.h"
#include "query.h"

#include <QRegularExpression>
#include <QSet>

namespace lectern
{

namespace
{

Outcome write(Profile &profile, const QString &sql, const QVariantList &values)
{
    const auto statement = profile.statement(sql);
    if (!statement)
        return statement.error();
    bindAll(**statement, values);
    const bool done = (*statement)->exec();
    const QSqlError error = (*statement)->lastError();
    (*statement)->finish();
    if (!done)
        return storeError(error);
    return Done{};
}

Outcome installItem(Profile &profile, const QString &pack, const Item &item)
{
    const ItemTag tag = tagOf(item);
    // The hash names what is asked; a rationale or a source that changed belongs to the same revision.
    Outcome written = write(profile,
        QStringLiteral("INSERT INTO item_revision(hash, item, body, key, type) VALUES(?, ?, ?, ?, ?) "
                       "ON CONFLICT(hash) DO UPDATE SET item = excluded.item, body = excluded.body "
                       "WHERE body <> excluded.body"),
        {tag.revision, item.id, QString::fromUtf8(toJson(item)), listText(item.keyIds()), word(item.type)});
    if (written)
        written = write(profile,
            QStringLiteral("INSERT INTO item(pack, id, revision, retired) VALUES(?, ?, ?, 0) "
                           "ON CONFLICT(pack, id) DO UPDATE SET revision = excluded.revision, retired = 0"),
            {pack, item.id, tag.revision});
    if (written)
        written = write(profile,
            QStringLiteral("INSERT OR REPLACE INTO tag(pack, item, topic, objective, difficulty, type, has_code, "
                           "enemies, option_ids, reserve, case_id) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {pack, item.id, tag.topic, tag.objective, word(tag.difficulty), word(tag.type), tag.hasCode ? 1 : 0,
                listText(tag.enemies), listText(tag.optionIds), tag.reserve, tag.caseId});
    if (written)
        written = write(profile,
            QStringLiteral("DELETE FROM item_fts WHERE rowid = (SELECT row FROM item WHERE pack = ? AND id = ?)"),
            {pack, item.id});
    if (written)
        written = write(profile,
            QStringLiteral("INSERT INTO item_fts(rowid, title, stem, takeaway) "
                           "SELECT row, ?, ?, ? FROM item WHERE pack = ? AND id = ?"),
            {item.title, item.stem + u'\n' + item.question, item.takeaway, pack, item.id});
    return written;
}

Outcome checkDistinct(const QList<Item> &items)
{
    QSet<QString> ids;
    for (const Item &item : items) {
        if (ids.contains(item.id))
            return Error{ErrorCode::PackInvalid, QStringLiteral("two items have this id"), item.id};
        ids.insert(item.id);
    }
    return Done{};
}

/// Every word quoted, so that nothing a person types is an operator, and matched as a prefix.
QString matchExpression(const QString &text)
{
    constexpr int mostWords = 16;
    static const QRegularExpression separators(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"));
    QStringList terms;
    // Half a surrogate pair would keep the expression from matching at all.
    const QString wellFormed = QString::fromUtf8(text.left(1000).toUtf8());
    for (const QString &term : wellFormed.split(separators, Qt::SkipEmptyParts).mid(0, mostWords))
        terms.append(u'"' + term + QStringLiteral("\"*"));
    return terms.join(u' ');
}

} // namespace

PackStore::PackStore(Profile &profile)
    : m_profile(profile)
{
}

Result<QList<PackStore::Installed>> PackStore::installed() const
{
    return collect(m_profile.database(), QStringLiteral("SELECT id, version, hash FROM pack ORDER BY id"), {},
        [](const QSqlQuery &row) {
            return Installed{row.value(0).toString(), row.value(1).toString(), row.value(2).toString()};
        });
}

Outcome PackStore::install(
    const Certification &certification, const QList<Item> &items, const QString &hash, qint64 nowUtcMs)
{
    if (const Outcome distinct = checkDistinct(items); !distinct)
        return distinct;
    Transaction transaction(m_profile);
    if (const Outcome begun = transaction.begin(); !begun)
        return begun;
    Outcome written = execute(m_profile.database(),
        QStringLiteral("INSERT INTO pack(id, version, hash, body, installed_utc_ms) VALUES(?, ?, ?, ?, ?) "
                       "ON CONFLICT(id) DO UPDATE SET version = excluded.version, hash = excluded.hash, "
                       "body = excluded.body, installed_utc_ms = excluded.installed_utc_ms"),
        {certification.id, certification.version, hash, QString::fromUtf8(toJson(certification)), nowUtcMs});
    if (written)
        written = execute(
            m_profile.database(), QStringLiteral("UPDATE item SET retired = 1 WHERE pack = ?"), {certification.id});
    for (auto item = items.cbegin(); written && item != items.cend(); ++item)
        written = installItem(m_profile, certification.id, *item);
    if (!written)
        return written;
    return transaction.commit();
}

Result<Certification> PackStore::certification(const QString &pack) const
{
    const auto body = first(m_profile.database(), QStringLiteral("SELECT body FROM pack WHERE id = ?"), {pack},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!body)
        return body.error();
    if (!*body)
        return Error{ErrorCode::NotFound, {}, pack};
    return certificationFromJson((*body)->toUtf8());
}

Result<QList<ItemTag>> PackStore::tags(const QString &pack) const
{
    bool readable = true;
    const auto tags = collect(m_profile.database(),
        QStringLiteral("SELECT item.id, item.revision, topic, objective, difficulty, type, has_code, enemies, "
                       "option_ids, reserve, case_id "
                       "FROM item JOIN tag ON tag.pack = item.pack AND tag.item = item.id "
                       "WHERE item.pack = ? AND retired = 0 ORDER BY item.id"),
        {pack}, [&](const QSqlQuery &row) {
            const auto difficulty = difficultyFromWord(row.value(4).toString());
            const auto type = itemTypeFromWord(row.value(5).toString());
            const auto enemies = listFromText(row.value(7).toString());
            const auto optionIds = listFromText(row.value(8).toString());
            readable = readable && difficulty && type && enemies && optionIds;
            return ItemTag{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toString(), difficulty.value_or(Difficulty::Medium), type.value_or(ItemType::Single),
                row.value(6).toBool(), enemies.value_or(QStringList()), optionIds.value_or(QStringList()),
                row.value(9).toString(), row.value(10).toString()};
        });
    if (tags && !readable)
        return Error{ErrorCode::ProfileDamaged, QStringLiteral("a tag cannot be read"), pack};
    return tags;
}

Result<Item> PackStore::item(const QString &revision) const
{
    const auto found = items({revision});
    if (!found)
        return found.error();
    if (!found->contains(revision))
        return Error{ErrorCode::NotFound, {}, revision};
    return found->value(revision);
}

Result<QHash<QString, Item>> PackStore::items(const QStringList &revisions) const
{
    using Body = std::pair<QString, QByteArray>;
    const auto bodies = collect(m_profile.database(),
        QStringLiteral("SELECT hash, body FROM item_revision WHERE hash IN (SELECT value FROM json_each(?))"),
        {listText(revisions)},
        [](const QSqlQuery &row) { return Body(row.value(0).toString(), row.value(1).toString().toUtf8()); });
    if (!bodies)
        return bodies.error();
    QHash<QString, Item> items;
    for (const auto &[revision, body] : *bodies) {
        const auto item = itemFromJson(body);
        if (!item)
            return Error{item.error().code, item.error().detail, revision};
        items.insert(revision, *item);
    }
    return items;
}

Result<QHash<QString, int>> PackStore::itemsPerTopic(const QString &pack) const
{
    using Count = std::pair<QString, int>;
    const auto counts = collect(m_profile.database(),
        QStringLiteral("SELECT topic, count(*) FROM item JOIN tag ON tag.pack = item.pack AND tag.item = item.id "
                       "WHERE item.pack = ? AND retired = 0 AND tag.type = ? AND (reserve = '' OR EXISTS "
                       "(SELECT 1 FROM broken_seal open WHERE open.pack = tag.pack AND open.item = tag.item)) "
                       "GROUP BY topic"),
        {pack, word(ItemType::Single)},
        [](const QSqlQuery &row) { return Count(row.value(0).toString(), row.value(1).toInt()); });
    if (!counts)
        return counts.error();
    QHash<QString, int> perTopic;
    for (const auto &[topic, count] : *counts)
        perTopic.insert(topic, count);
    return perTopic;
}

Result<QList<PackStore::Hit>> PackStore::search(const QString &pack, const QString &text, int limit) const
{
    const QString expression = matchExpression(text);
    if (expression.isEmpty() || limit <= 0)
        return QList<Hit>();
    return collect(m_profile.database(),
        QStringLiteral(
            "SELECT item.id, item.revision, topic, title, snippet(item_fts, -1, '', '', '…', 16) FROM item_fts "
            "JOIN item ON item.row = item_fts.rowid AND item.pack = ? "
            "JOIN tag ON tag.pack = item.pack AND tag.item = item.id AND tag.type IN (?, ?) "
            "WHERE item_fts MATCH ? AND item.id IN (SELECT i.item FROM attempt_item i "
            "JOIN attempt ON attempt.id = i.attempt AND attempt.pack = ? "
            "JOIN attempt_event shown ON shown.attempt = i.attempt AND shown.position = i.position AND shown.kind = ? "
            "WHERE (SELECT kind IN (?, ?, ?) FROM attempt_event e WHERE e.attempt = i.attempt ORDER BY seq DESC LIMIT "
            "1)) "
            "ORDER BY rank, item.id LIMIT ?"),
        {pack, word(ItemType::Single), word(ItemType::Multiple), expression, pack, word(EventKind::Shown),
            word(EventKind::Submitted), word(EventKind::TimedOut), word(EventKind::Abandoned), limit},
        [](const QSqlQuery &row) {
            return Hit{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toString(), row.value(4).toString()};
        });
}

} // namespace lectern
