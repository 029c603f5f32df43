// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillcriteria.h"

#include "codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lectern
{

namespace
{

struct Flag {
    const char *key;
    bool DrillCriteria::*member;
};
constexpr Flag flags[]{
    {"missed", &DrillCriteria::missed},
    {"unsure", &DrillCriteria::unsure},
    {"unseen", &DrillCriteria::unseen},
    {"slow", &DrillCriteria::slow},
    {"due", &DrillCriteria::due},
};

struct List {
    const char *key;
    QStringList DrillCriteria::*member;
};
constexpr List lists[]{
    {"topics", &DrillCriteria::topics},
    {"objectives", &DrillCriteria::objectives},
    {"items", &DrillCriteria::items},
};

std::optional<QStringList> strings(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList list;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString())
            return std::nullopt;
        list.append(entry.toString());
    }
    return list;
}

} // namespace

QString drillText(const DrillCriteria &criteria)
{
    QJsonObject object;
    for (const Flag &flag : flags) {
        if (criteria.*flag.member)
            object.insert(QLatin1String(flag.key), true);
    }
    for (const List &list : lists) {
        if (!(criteria.*list.member).isEmpty())
            object.insert(QLatin1String(list.key), QJsonArray::fromStringList(criteria.*list.member));
    }
    QStringList difficulties;
    for (const Difficulty difficulty : criteria.difficulties)
        difficulties.append(word(difficulty));
    if (!difficulties.isEmpty())
        object.insert(QStringLiteral("difficulties"), QJsonArray::fromStringList(difficulties));
    if (criteria.notInLast > 0)
        object.insert(QStringLiteral("notInLast"), criteria.notInLast);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<DrillCriteria> drillFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    QJsonObject object = document.object();
    DrillCriteria criteria;
    for (const Flag &flag : flags) {
        const QJsonValue value = object.take(QLatin1String(flag.key));
        if (!value.isUndefined() && !value.isBool())
            return std::nullopt;
        criteria.*flag.member = value.toBool();
    }
    for (const List &list : lists) {
        const QJsonValue value = object.take(QLatin1String(list.key));
        if (value.isUndefined())
            continue;
        const auto read = strings(value);
        if (!read)
            return std::nullopt;
        criteria.*list.member = *read;
    }
    if (const QJsonValue value = object.take(QStringLiteral("difficulties")); !value.isUndefined()) {
        const auto words = strings(value);
        if (!words)
            return std::nullopt;
        for (const QString &name : *words) {
            const auto difficulty = difficultyFromWord(name);
            if (!difficulty)
                return std::nullopt;
            criteria.difficulties.append(*difficulty);
        }
    }
    if (const QJsonValue value = object.take(QStringLiteral("notInLast")); !value.isUndefined()) {
        criteria.notInLast = value.toInt(-1);
        if (criteria.notInLast <= 0)
            return std::nullopt;
    }
    return object.isEmpty() ? std::optional(criteria) : std::nullopt;
}

} // namespace lectern
