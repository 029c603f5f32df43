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

namespace
{

/// Whether the right options say so themselves. Elsewhere Item::answer tells what is right.
bool isKeyOfOptions(ItemType type)
{
    return type == ItemType::Single || type == ItemType::Multiple || type == ItemType::All;
}

qsizetype hits(const ItemKey &key, const QStringList &given)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < given.size(); ++i) {
        // In an order, what is right stands at its place.
        const bool hit = key.type == ItemType::Ordering ? key.ids.value(i) == given[i] : key.ids.contains(given[i]);
        count += hit ? 1 : 0;
    }
    return count;
}

} // namespace

const Option *Item::option(const QString &optionId) const
{
    const auto it = std::find_if(
        options.cbegin(), options.cend(), [&](const Option &candidate) { return candidate.id == optionId; });
    return it == options.cend() ? nullptr : &*it;
}

QStringList Item::keyIds() const
{
    if (!isKeyOfOptions(type))
        return normalised(type, answer);
    QStringList ids;
    for (const Option &option : options) {
        if (option.key)
            ids.append(option.id);
    }
    return normalised(type, ids);
}

QStringList Item::choices() const
{
    QStringList tokens;
    if (type == ItemType::CodeLine) {
        const qsizetype lines = code.text.isEmpty() ? 0 : code.text.count(u'\n') + 1;
        for (qsizetype line = 1; line <= lines; ++line)
            tokens.append(QString::number(line));
        return tokens;
    }
    if (type == ItemType::Matching) {
        for (qsizetype prompt = 1; prompt <= prompts.size(); ++prompt) {
            for (const Option &option : options)
                tokens.append(QString::number(prompt) + u'=' + option.id);
        }
        return tokens;
    }
    for (const Option &option : options)
        tokens.append(option.id);
    return tokens;
}

QString revisionHash(const Item &item)
{
    QJsonArray options;
    for (const Option &option : item.options)
        options.append(QJsonObject{{QStringLiteral("id"), option.id}, {QStringLiteral("text"), option.text},
            {QStringLiteral("key"), option.key}});
    QJsonObject asked{
        {QStringLiteral("item"), item.id},
        {QStringLiteral("type"), word(item.type)},
        {QStringLiteral("stem"), item.stem},
        {QStringLiteral("language"), item.code.language},
        {QStringLiteral("code"), item.code.text},
        {QStringLiteral("question"), item.question},
        {QStringLiteral("options"), options},
    };
    // Absent where empty: profiles hold the hashes of questions from before there was any of this.
    if (!item.caseText.isEmpty())
        asked.insert(QStringLiteral("case"), item.caseText);
    if (!item.prompts.isEmpty())
        asked.insert(QStringLiteral("prompts"), QJsonArray::fromStringList(item.prompts));
    if (!item.answer.isEmpty())
        asked.insert(QStringLiteral("answer"), QJsonArray::fromStringList(normalised(item.type, item.answer)));
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
    tag.optionIds = item.choices();
    tag.reserve = item.reserve;
    tag.caseId = item.caseId;
    return tag;
}

ItemKey keyOf(const Item &item)
{
    return {item.type, item.keyIds()};
}

QStringList normalised(ItemType type, QStringList choice)
{
    if (type == ItemType::Ordering)
        return choice;
    choice.sort();
    choice.removeDuplicates();
    return choice;
}

bool isRight(const ItemKey &key, const QStringList &choice)
{
    return !key.ids.isEmpty() && normalised(key.type, choice) == key.ids;
}

double partialShare(const ItemKey &key, const QStringList &choice)
{
    if (key.ids.isEmpty())
        return 0;
    const QStringList given = normalised(key.type, choice);
    const qsizetype right = hits(key, given);
    // A wrong pair or place is where a right one would stand, so that only more of them than there are in the key cost.
    const bool takesAPlace = key.type == ItemType::Ordering || key.type == ItemType::Matching;
    const qsizetype beyond = takesAPlace ? std::max<qsizetype>(0, given.size() - key.ids.size()) : given.size() - right;
    return static_cast<double>(std::max<qsizetype>(0, right - beyond)) / static_cast<double>(key.ids.size());
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
