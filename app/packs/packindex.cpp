// SPDX-License-Identifier: GPL-3.0-or-later
#include "packindex.h"

#include <numeric>

namespace lectern
{

QString PackIndex::claimId(Fields &fields, const QString &kind)
{
    QString id = fields.slug(QStringLiteral("id"));
    if (!id.isEmpty())
        claim(fields, kind, id);
    return id;
}

void PackIndex::claim(const Fields &fields, const QString &kind, const QString &id)
{
    const QString key = QStringLiteral("id");
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

void checkWeights(const Fields &fields, const QString &key, const QList<int> &weights)
{
    const int sum = std::accumulate(weights.cbegin(), weights.cend(), 0);
    if (!weights.isEmpty() && !weights.contains(0) && sum != 100)
        fields.error(ProblemKind::WeightsNotHundred, key,
            QStringLiteral("The weights of the %1 sum to %2 and have to sum to 100.").arg(key).arg(sum));
}

} // namespace lectern
