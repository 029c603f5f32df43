// SPDX-License-Identifier: GPL-3.0-or-later
#include "item.h"

#include "codec.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lectern
{

const Option *Item::option(const QString &optionId) const
{
    const auto it = std::find_if(
        options.cbegin(), options.cend(), [&](const Option &candidate) { return candidate.id == optionId; });
    return it == options.cend() ? nullptr : &*it;
}

QStringList Item::keyIds() const
{
    QStringList ids;
    for (const Option &option : options) {
        if (option.key)
            ids.append(option.id);
    }
    ids.sort();
    return ids;
}

QString revisionHash(const Item &item)
{
    QJsonArray options;
    for (const Option &option : item.options)
        options.append(QJsonObject{{QStringLiteral("id"), option.id}, {QStringLiteral("text"), option.text},
            {QStringLiteral("key"), option.key}});
    const QJsonObject asked{
        {QStringLiteral("item"), item.id},
        {QStringLiteral("type"), word(item.type)},
        {QStringLiteral("stem"), item.stem},
        {QStringLiteral("language"), item.code.language},
        {QStringLiteral("code"), item.code.text},
        {QStringLiteral("question"), item.question},
        {QStringLiteral("options"), options},
    };
    const QByteArray bytes = QJsonDocument(asked).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

ItemTag tagOf(const Item &item)
{
    ItemTag tag;
    tag.id = item.id;
    tag.revision = revisionHash(item);
    tag.topic = item.topic;
    tag.objective = item.objective;
    tag.difficulty = item.difficulty;
    tag.type = item.type;
    tag.hasCode = !item.code.language.isEmpty();
    tag.enemies = item.enemies;
    for (const Option &option : item.options)
        tag.optionIds.append(option.id);
    return tag;
}

QString sectionOf(const Blueprint &blueprint, const QString &topic, const QString &objective)
{
    if (blueprint.kind == BlueprintKind::Domains) {
        const QString domain = topic.section(u'.', 0, 0);
        return blueprint.section(domain) ? domain : QString();
    }
    const QString prefix = blueprint.id + u'/';
    if (!objective.startsWith(prefix))
        return {};
    const QString code = objective.mid(prefix.size());
    for (const Section &section : blueprint.sections) {
        const bool known = std::any_of(section.objectives.cbegin(), section.objectives.cend(),
            [&](const Objective &candidate) { return candidate.id == code; });
        if (known)
            return section.id;
    }
    return {};
}

} // namespace lectern
