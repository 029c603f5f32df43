// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptdetails.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lectern
{

namespace
{

constexpr AttemptRules usualRules;

struct Flag {
    const char *key;
    bool AttemptRules::*member;
};
constexpr Flag flags[]{
    {"breaksStopClock", &AttemptRules::breaksStopClock},
    {"pausable", &AttemptRules::pausable},
    {"feedback", &AttemptRules::feedback},
    {"certainty", &AttemptRules::certainty},
    {"sleepCounts", &AttemptRules::sleepCounts},
    {"crashCounts", &AttemptRules::crashCounts},
};

struct Number {
    const char *key;
    int AttemptRules::*member;
};
constexpr Number numbers[]{
    {"timePercent", &AttemptRules::timePercent},
    {"breaks", &AttemptRules::breaks},
};

const QString drillKey = QStringLiteral("drill");
const QString scoredKey = QStringLiteral("scored");
const QString reserveKey = QStringLiteral("reserve");
const QString standsForKey = QStringLiteral("for");
const QString choiceKey = QStringLiteral("choice");
const QString textKey = QStringLiteral("text");

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString unlessEmpty(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : compact(object);
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QStringList stringsOf(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

bool hasChoice(EventKind kind)
{
    return kind == EventKind::Answered || kind == EventKind::Struck;
}

bool hasText(EventKind kind)
{
    return kind == EventKind::Highlighted || kind == EventKind::Noted || kind == EventKind::Rated ||
           kind == EventKind::Scrolled;
}

} // namespace

QString setupDetails(const AttemptSetup &setup)
{
    QJsonObject object;
    for (const Flag &flag : flags) {
        if (setup.rules.*flag.member != usualRules.*flag.member)
            object.insert(QLatin1String(flag.key), setup.rules.*flag.member);
    }
    for (const Number &number : numbers) {
        if (setup.rules.*number.member != usualRules.*number.member)
            object.insert(QLatin1String(number.key), setup.rules.*number.member);
    }
    if (setup.criteria != DrillCriteria())
        object.insert(drillKey, objectOf(drillText(setup.criteria)));
    return unlessEmpty(object);
}

// What is read is written again and compared: that finds the key too many, the wrong type and the other spelling alike.

bool readSetupDetails(const QString &text, AttemptSetup &setup)
{
    setup.rules = usualRules;
    setup.criteria = {};
    if (text.isEmpty())
        return true;
    const QJsonObject object = objectOf(text);
    for (const Flag &flag : flags)
        setup.rules.*flag.member = object.value(QLatin1String(flag.key)).toBool(usualRules.*flag.member);
    for (const Number &number : numbers)
        setup.rules.*number.member = object.value(QLatin1String(number.key)).toInt(usualRules.*number.member);
    if (object.contains(drillKey)) {
        const auto criteria = drillFromText(compact(object.value(drillKey).toObject()));
        if (!criteria)
            return false;
        setup.criteria = *criteria;
    }
    return setupDetails(setup) == text;
}

QString seatDetails(const FormItem &seat)
{
    QJsonObject object;
    if (!seat.scored)
        object.insert(scoredKey, false);
    if (!seat.reserve.isEmpty())
        object.insert(reserveKey, seat.reserve);
    if (!seat.standsFor.isEmpty())
        object.insert(standsForKey, seat.standsFor);
    return unlessEmpty(object);
}

bool readSeatDetails(const QString &text, FormItem &seat)
{
    const QJsonObject object = text.isEmpty() ? QJsonObject() : objectOf(text);
    seat.scored = object.value(scoredKey).toBool(true);
    seat.reserve = object.value(reserveKey).toString();
    seat.standsFor = object.value(standsForKey).toString();
    return text.isEmpty() || seatDetails(seat) == text;
}

QString payloadOf(const AttemptEvent &event)
{
    if (hasChoice(event.kind))
        return compact({{choiceKey, QJsonArray::fromStringList(event.choice)}});
    if (hasText(event.kind))
        return compact({{textKey, event.text}});
    return QStringLiteral("{}");
}

bool readPayload(const QString &payload, AttemptEvent &event)
{
    event.choice.clear();
    event.text.clear();
    if (hasChoice(event.kind))
        event.choice = stringsOf(objectOf(payload).value(choiceKey).toArray());
    else if (hasText(event.kind))
        event.text = objectOf(payload).value(textKey).toString();
    return payloadOf(event) == payload;
}

QString listText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

std::optional<QStringList> listFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    QStringList list;
    for (const QJsonValue &value : document.array()) {
        if (!value.isString())
            return std::nullopt;
        list.append(value.toString());
    }
    return list;
}

} // namespace lectern
