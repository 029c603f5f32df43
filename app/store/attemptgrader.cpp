// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptgrader.h"

#include "attemptdetails.h"
#include "codec.h"
#include "query.h"

namespace lectern
{

namespace
{

/// A key that cannot be read has no right answer.
ItemKey keyFrom(const QString &ids, const QString &type)
{
    return {itemTypeFromWord(type).value_or(ItemType::Single), listFromText(ids).value_or(QStringList())};
}

} // namespace

Result<AttemptGrader> AttemptGrader::load(
    const QSqlDatabase &database, const QString &pack, const QSet<QString> &revisions)
{
    AttemptGrader grader;
    const auto keys = collect(database,
        QStringLiteral("SELECT hash, key, type FROM item_revision WHERE hash IN (SELECT value FROM json_each(?))"),
        {listText(QStringList(revisions.cbegin(), revisions.cend()))}, [&](const QSqlQuery &row) {
            grader.m_keys.insert(row.value(0).toString(), keyFrom(row.value(1).toString(), row.value(2).toString()));
            return true;
        });
    if (!keys)
        return keys.error();
    const auto disputes = collect(database,
        QStringLiteral("SELECT dispute.item, dispute.revision, item.revision, key, item_revision.type FROM dispute "
                       "JOIN item ON item.pack = dispute.pack AND item.id = dispute.item "
                       "JOIN item_revision ON hash = item.revision WHERE dispute.pack = ? AND withdrawn = 0"),
        {pack}, [&](const QSqlQuery &row) {
            const QString disputed = row.value(1).toString();
            if (disputed == row.value(2).toString())
                grader.m_disputed.insert(row.value(0).toString());
            else
                grader.m_settled.insert(disputed, keyFrom(row.value(3).toString(), row.value(4).toString()));
            return true;
        });
    if (!disputes)
        return disputes.error();
    return grader;
}

const ItemKey &AttemptGrader::key(const AttemptDigest::Seat &seat) const
{
    static const ItemKey none;
    const auto settled = m_settled.constFind(seat.question->revision);
    if (settled != m_settled.cend())
        return *settled;
    const auto known = m_keys.constFind(seat.question->revision);
    return known == m_keys.cend() ? none : *known;
}

const QStringList &AttemptGrader::choice(const QString &payload)
{
    auto known = m_choices.find(payload);
    if (known == m_choices.end()) {
        AttemptEvent event;
        event.kind = EventKind::Answered;
        if (payload.isEmpty() || !readPayload(payload, event))
            event.choice.clear();
        known = m_choices.insert(payload, event.choice);
    }
    return *known;
}

bool AttemptGrader::isRight(const AttemptDigest::Seat &seat)
{
    return lectern::isRight(key(seat), choice(seat.answer));
}

} // namespace lectern
