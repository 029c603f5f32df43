// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionreader.h"

#include "wording.h"

#include <QSet>

#include <algorithm>

namespace lectern
{

namespace
{

/// How many options a question of a type has, and how many of them are right and wrong at least.
struct OptionCounts {
    int fewest;
    int most;
    int keys;
    int wrong;
};

OptionCounts countsOf(ItemType type)
{
    switch (type) {
    case ItemType::Single:
    case ItemType::CodeLine:
        break;
    case ItemType::Multiple:
    case ItemType::All:
        return {5, 6, 2, 2};
    case ItemType::Ordering:
        return {3, 6, 0, 0};
    case ItemType::Matching:
        return {2, 6, 0, 0};
    }
    return {4, 4, 1, 3};
}

/// Whether each option says itself that it is right, or why it is not.
bool hasKeys(ItemType type)
{
    return countsOf(type).keys > 0;
}

Option readOption(Fields &fields, ItemType type)
{
    static const QStringList ids{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
        QStringLiteral("e"), QStringLiteral("f")};
    Option option;
    option.id = fields.text(QStringLiteral("id"), {});
    fields.checkWord(QStringLiteral("id"), option.id, ids.first(countsOf(type).most));
    option.text = fields.text(QStringLiteral("text"), {1, 300});
    if (!hasKeys(type)) {
        option.rationale = fields.text(QStringLiteral("rationale"), {20, 700});
        fields.refuseOthers();
        return option;
    }
    // A wrong option says what makes it attractive, a right one does not, so the two have different keys.
    if (fields.has(QStringLiteral("key"))) {
        const qsizetype before = fields.log().problems().size();
        option.key = fields.flag(QStringLiteral("key"), Presence::Required);
        if (!option.key && fields.log().problems().size() == before)
            fields.error(ProblemKind::BadValue, QStringLiteral("key"),
                QStringLiteral("Only a right option has this key. Delete it here."));
    } else {
        option.misconception = fields.text(QStringLiteral("misconception"), {5, 200});
    }
    option.rationale = fields.text(QStringLiteral("rationale"), {20, 700});
    fields.refuseOthers();
    return option;
}

void checkOneKey(const Fields &fields, qsizetype right)
{
    const QString key = QStringLiteral("options");
    if (right == 0)
        fields.error(ProblemKind::KeyCount, key,
            QStringLiteral("No option is marked as right. Give exactly one of them key: true."));
    else if (right > 1)
        fields.error(ProblemKind::KeyCount, key,
            QStringLiteral("%1 options are marked as right. Give exactly one of them key: true.").arg(right));
}

void checkEnd(const Fields &fields, const Item &item, qsizetype right)
{
    const QString request = item.type == ItemType::All ? requestForAll() : countRequest(right);
    const QString end = QStringLiteral("? ") + request;
    if (request.isEmpty() || item.question.isEmpty() || item.question.trimmed().endsWith(end))
        return;
    const QString remedy =
        item.type == ItemType::All
            ? QStringLiteral("More than one option may be right. End the question with %1 to say so.")
            : QStringLiteral("%1 options are right. End the question with %2 to say so.")
                  .arg(QString::number(right), QStringLiteral("%1"));
    fields.error(ProblemKind::KeyCount, QStringLiteral("question"), remedy.arg(quoted(end)));
}

void checkManyKeys(const Fields &fields, const Item &item, qsizetype right)
{
    const OptionCounts least = countsOf(item.type);
    const qsizetype wrong = item.options.size() - right;
    if (right < least.keys)
        fields.error(ProblemKind::KeyCount, QStringLiteral("options"),
            QStringLiteral("Options marked as right: %1. Give at least %2 of them key: true, or make the type single.")
                .arg(right)
                .arg(least.keys));
    else if (wrong < least.wrong)
        fields.error(ProblemKind::KeyCount, QStringLiteral("options"),
            QStringLiteral("Wrong options: %1. Leave at least %2 without key: true.").arg(wrong).arg(least.wrong));
    else
        checkEnd(fields, item, right);
}

void readOptionList(Fields &fields, Item &item)
{
    const QString key = QStringLiteral("options");
    const QList<Fields> entries = fields.maps(key);
    if (entries.isEmpty())
        return;
    for (Fields entry : entries) {
        const Option option = readOption(entry, item.type);
        if (!option.id.isEmpty() && item.option(option.id))
            entry.error(ProblemKind::DuplicateId, QStringLiteral("id"),
                QStringLiteral("Another option of this question has the id %1 already.").arg(quoted(option.id)));
        item.options.append(option);
    }
    const OptionCounts counts = countsOf(item.type);
    if (item.options.size() < counts.fewest || item.options.size() > counts.most)
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("The question has %1 options and needs %2.")
                .arg(QString::number(item.options.size()),
                    counts.fewest == counts.most ? QString::number(counts.most)
                    : counts.most == counts.fewest + 1
                        ? QStringLiteral("%1 or %2").arg(counts.fewest).arg(counts.most)
                        : QStringLiteral("%1 to %2").arg(counts.fewest).arg(counts.most)));
    if (!hasKeys(item.type))
        return;
    const auto right =
        std::count_if(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.key; });
    if (item.type == ItemType::Single)
        checkOneKey(fields, right);
    else
        checkManyKeys(fields, item, right);
}

void readPrompts(Fields &fields, Item &item)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(QStringLiteral("(?=.*\\S)[^\\n]{1,300}")));
    const QString key = QStringLiteral("prompts");
    item.prompts = fields.texts(key, shape, QStringLiteral("a line of 1 to 300 characters"), Presence::Required);
    if (fields.has(key) && (item.prompts.size() < 2 || item.prompts.size() > 6))
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("The question has %1 prompts and needs 2 to 6.").arg(item.prompts.size()));
}

void answerError(const Fields &fields, const QString &detail)
{
    fields.error(ProblemKind::KeyCount, QStringLiteral("answer"), detail);
}

// Each choice is known; what is left to find is one that is missing.
void checkOrder(const Fields &fields, const Item &item)
{
    if (item.answer.size() != item.options.size())
        answerError(
            fields, QStringLiteral("The answer has %1 of the %2 options. Name each of them once, in the right order.")
                        .arg(item.answer.size())
                        .arg(item.options.size()));
}

void checkPairs(const Fields &fields, const Item &item)
{
    QSet<QString> matched;
    for (const QString &pair : item.answer)
        matched.insert(pair.section(u'=', 0, 0));
    if (matched.size() != item.prompts.size() || item.answer.size() != item.prompts.size())
        answerError(fields,
            QStringLiteral("The answer has %1 pairs for %2 of the %3 prompts. Give each prompt one option, as in 1=b.")
                .arg(item.answer.size())
                .arg(matched.size())
                .arg(item.prompts.size()));
}

// `before`: how many problems there were before the options, without which nothing can be said of an answer.
void readAnswer(Fields &fields, Item &item, qsizetype before)
{
    static const QRegularExpression option(QRegularExpression::anchoredPattern(QStringLiteral("[a-f]")));
    static const QRegularExpression pair(QRegularExpression::anchoredPattern(QStringLiteral("[1-6]=[a-f]")));
    static const QRegularExpression line(QRegularExpression::anchoredPattern(QStringLiteral("[1-9][0-9]?")));
    const QString key = QStringLiteral("answer");
    if (item.type == ItemType::Ordering)
        item.answer = fields.texts(key, option, QStringLiteral("the id of an option"), Presence::Required);
    else if (item.type == ItemType::Matching)
        item.answer = fields.texts(
            key, pair, QStringLiteral("a pair of a prompt's number and an option's id, as in 1=b"), Presence::Required);
    else
        item.answer = fields.texts(key, line, QStringLiteral("the number of a line of the code"), Presence::Required);
    if (fields.log().problems().size() > before)
        return;
    if (item.answer.isEmpty())
        return fields.error(
            ProblemKind::BadValue, key, QStringLiteral("The list is empty and needs at least one entry."));
    const QStringList choices = item.choices();
    for (const QString &part : std::as_const(item.answer)) {
        if (!choices.contains(part))
            return fields.error(ProblemKind::UnknownReference, key,
                QStringLiteral("%1 is nothing that can be chosen here.").arg(quoted(part)));
    }
    if (item.type == ItemType::Ordering)
        checkOrder(fields, item);
    else if (item.type == ItemType::Matching)
        checkPairs(fields, item);
}

} // namespace

void readOptions(Fields &fields, Item &item)
{
    const qsizetype before = fields.log().problems().size();
    if (item.type == ItemType::Matching)
        readPrompts(fields, item);
    if (item.type != ItemType::CodeLine)
        readOptionList(fields, item);
    else if (!fields.has(QStringLiteral("code")))
        fields.error(ProblemKind::MissingKey, QStringLiteral("code"),
            QStringLiteral("This key is missing. A question of this type asks for lines of its code."));
    if (!hasKeys(item.type) || item.type == ItemType::CodeLine)
        readAnswer(fields, item, before);
}

} // namespace lectern
