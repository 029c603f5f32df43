// SPDX-License-Identifier: GPL-3.0-or-later
#include "packindex.h"

namespace lectern
{

QString PackIndex::claimId(Fields &fields, const QString &kind, const QString &key)
{
    QString id = fields.slug(key);
    if (!id.isEmpty())
        claim(fields, kind, id, key);
    return id;
}

void PackIndex::claim(const Fields &fields, const QString &kind, const QString &id, const QString &key)
{
    const auto taken = m_claims.constFind({kind, id});
    if (taken != m_claims.cend()) {
        fields.error(ProblemKind::DuplicateId, key,
            QStringLiteral("Another %1 has the id %2 already (%3). Choose another.").arg(kind, quoted(id), *taken));
        return;
    }
    const QString where = fields.log().file() + QStringLiteral(" line ") + QString::number(fields.place(key).line);
    m_claims.insert({kind, id}, where);
}

QDate PackIndex::pastDate(Fields &fields, const QString &key) const
{
    const QDate day = fields.date(key);
    if (day.isValid() && checkedOn.isValid() && day > checkedOn)
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("This day is after the pack's own checked_on, %1. Correct one of the two.")
                .arg(checkedOn.toString(Qt::ISODate)));
    return day;
}

void PackIndex::addObjective(const QString &blueprint, const QString &objective)
{
    m_objectives.insert(blueprint + u'/' + objective);
}

} // namespace lectern
