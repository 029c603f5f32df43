// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemreader.h"

#include "codec.h"
#include "itemrules.h"
#include "wording.h"

#include <QUrl>

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
    return type == ItemType::Multiple ? OptionCounts{5, 6, 2, 2} : OptionCounts{4, 4, 1, 3};
}

template<size_t count>
void checkWord(Fields &fields, const QString &key, const QString &value, const char16_t *const (&words)[count])
{
    if (value.isEmpty() || std::any_of(std::begin(words), std::end(words), [&](auto word) { return value == word; }))
        return;
    QStringList known;
    for (const char16_t *word : words)
        known.append(QString::fromUtf16(word));
    fields.error(ProblemKind::BadValue, key,
        QStringLiteral("%1 is not one of %2.").arg(quoted(value), known.join(QStringLiteral(", "))));
}

CodeBlock readCode(Fields &fields)
{
    static constexpr const char16_t *languages[]{u"sql", u"python", u"scala", u"yaml", u"json", u"bash", u"text"};
    CodeBlock code;
    code.language = fields.text(QStringLiteral("language"), {});
    checkWord(fields, QStringLiteral("language"), code.language, languages);
    code.text = fields.text(QStringLiteral("text"), {1, 2600});
    while (code.text.endsWith(u'\n'))
        code.text.chop(1);
    fields.refuseOthers();
    return code;
}

Option readOption(Fields &fields, ItemType type)
{
    static constexpr const char16_t *ids[]{u"a", u"b", u"c", u"d"};
    static constexpr const char16_t *moreIds[]{u"a", u"b", u"c", u"d", u"e", u"f"};
    Option option;
    option.id = fields.text(QStringLiteral("id"), {});
    if (type == ItemType::Multiple)
        checkWord(fields, QStringLiteral("id"), option.id, moreIds);
    else
        checkWord(fields, QStringLiteral("id"), option.id, ids);
    option.text = fields.text(QStringLiteral("text"), {1, 300});
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

void checkEnd(const Fields &fields, const QString &question, qsizetype right, const QString &end)
{
    if (!question.isEmpty() && !question.trimmed().endsWith(end))
        fields.error(ProblemKind::KeyCount, QStringLiteral("question"),
            QStringLiteral("%1 options are right. End the question with %2 to say so.")
                .arg(QString::number(right), quoted(end)));
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
    else if (const QString count = countRequest(right); !count.isEmpty())
        checkEnd(fields, item.question, right, QStringLiteral("? ") + count);
}

void readOptions(Fields &fields, Item &item)
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
                                                 : QStringLiteral("%1 or %2").arg(counts.fewest).arg(counts.most)));
    const auto right =
        std::count_if(item.options.cbegin(), item.options.cend(), [](const Option &option) { return option.key; });
    if (item.type == ItemType::Multiple)
        checkManyKeys(fields, item, right);
    else
        checkOneKey(fields, right);
}

// Sources are the vendor's and the projects' own documentation; whatever others say of it has to be traced to there.
Source readSource(Fields &fields, const PackIndex &index)
{
    static constexpr const char16_t *hosts[]{
        u"docs.databricks.com", u"www.databricks.com", u"spark.apache.org", u"docs.delta.io"};
    Source source;
    source.title = fields.text(QStringLiteral("title"), {3, 160});
    source.url = fields.url(QStringLiteral("url"), Presence::Required);
    checkWord(fields, QStringLiteral("url"), QUrl(source.url).host(), hosts);
    source.checkedOn = index.pastDate(fields, QStringLiteral("checked_on"));
    fields.refuseOthers();
    return source;
}

ItemState readState(Fields &fields, const PackIndex &index)
{
    static constexpr const char16_t *states[]{
        u"drafted", u"sources-checked", u"blind-answered", u"reviewed", u"revised", u"live", u"withdrawn"};
    ItemState state;
    state.state = fields.text(QStringLiteral("state"), {});
    checkWord(fields, QStringLiteral("state"), state.state, states);
    state.date = index.pastDate(fields, QStringLiteral("date"));
    fields.refuseOthers();
    return state;
}

void readEnemies(Fields &fields, Item &item, QList<EnemyReference> &enemies)
{
    const QString key = QStringLiteral("enemies");
    item.enemies = fields.slugs(key, Presence::Optional);
    for (const QString &enemy : std::as_const(item.enemies))
        enemies.append({&fields.log(), fields.place(key), fields.path(key), item.id, enemy});
}

QString readObjective(Fields &fields, const PackIndex &index)
{
    const QString key = QStringLiteral("objective");
    QString objective = fields.text(key, {3, 60});
    if (!objective.isEmpty() && objective != enrichmentObjective && index.knowsObjectives &&
        !index.hasObjective(objective))
        fields.error(ProblemKind::UnknownReference, key,
            QStringLiteral("%1 is no objective of blueprints.yaml. Write <blueprint>/<objective>, or %2 for what the "
                           "outline does not ask.")
                .arg(quoted(objective), enrichmentObjective));
    return objective;
}

Item readItem(Fields &fields, const QString &topic, QList<EnemyReference> &enemies, PackIndex &index)
{
    Item item;
    item.topic = topic;
    item.id = index.claimId(fields, QStringLiteral("question"));
    item.title = fields.text(QStringLiteral("title"), {5, 60});
    item.objective = readObjective(fields, index);
    item.bloom = fields.word(
        QStringLiteral("bloom"), bloomFromWord, QStringLiteral("remember, understand, apply, analyze, evaluate"));
    item.difficulty =
        fields.word(QStringLiteral("difficulty"), difficultyFromWord, QStringLiteral("easy, medium, hard"));
    item.type = fields.word(QStringLiteral("type"), itemTypeFromWord, QStringLiteral("single, multiple"));
    item.stem = fields.text(QStringLiteral("stem"), {120, 1200});
    if (auto code = fields.map(QStringLiteral("code"), Presence::Optional))
        item.code = readCode(*code);
    item.question = fields.text(QStringLiteral("question"), {10, 300});
    readOptions(fields, item);
    item.takeaway = fields.text(QStringLiteral("takeaway"), {20, 300});
    item.appliesTo = fields.text(QStringLiteral("applies_to"), {2, 80}, Presence::Optional);
    readEnemies(fields, item, enemies);
    for (Fields &source : fields.maps(QStringLiteral("sources")))
        item.sources.append(readSource(source, index));
    for (Fields &state : fields.maps(QStringLiteral("history")))
        item.history.append(readState(state, index));
    fields.refuseOthers();
    checkItem(item, fields);
    if (index.inspectedOn.isValid())
        inspectItem(item, fields, index.names, index.inspectedOn);
    return item;
}

ItemPlace placeOf(const Item &item, const Fields &fields)
{
    const QString options = QStringLiteral("options");
    QList<FilePlace> sourceTitles;
    for (qsizetype i = 0; i < item.sources.size(); ++i)
        sourceTitles.append(fields.place(QStringLiteral("sources"), i, QStringLiteral("title")));
    return {&fields.log(), fields.path(), fields.place(), fields.place(QStringLiteral("stem")), fields.place(options),
        fields.place(options, std::max<qsizetype>(0, keyIndex(item)), QStringLiteral("text")), sourceTitles};
}

void checkFileName(Fields &fields, const QString &topic, const PackIndex &index)
{
    const QString key = QStringLiteral("topic");
    if (topic.isEmpty())
        return;
    if (index.knowsTopics && !index.isClaimed(QStringLiteral("topic"), topic))
        fields.error(ProblemKind::UnknownReference, key,
            QStringLiteral("No topic of syllabus.yaml has the id %1.").arg(quoted(topic)));
    else if (!fields.log().file().startsWith(QStringLiteral("questions/%1-").arg(topic)))
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("The name of this file has to start with %1- as its topic does.").arg(topic));
}

} // namespace

void readQuestions(
    Fields &fields, QList<Item> &items, QList<ItemPlace> &places, QList<EnemyReference> &enemies, PackIndex &index)
{
    const QString topic = fields.slug(QStringLiteral("topic"));
    checkFileName(fields, topic, index);
    for (Fields &item : fields.maps(QStringLiteral("items"))) {
        items.append(readItem(item, topic, enemies, index));
        places.append(placeOf(items.constLast(), item));
    }
    fields.refuseOthers();
}

void checkEnemies(const QList<EnemyReference> &enemies, const PackIndex &index)
{
    for (const EnemyReference &reference : enemies) {
        if (!index.isClaimed(QStringLiteral("question"), reference.enemy))
            reference.log->error(ProblemKind::UnknownReference, reference.place, reference.key,
                QStringLiteral("No question of the pack has the id %1.").arg(quoted(reference.enemy)));
        else if (reference.enemy == reference.item)
            reference.log->error(ProblemKind::BadValue, reference.place, reference.key,
                QStringLiteral("A question is not its own enemy. Delete the id."));
    }
}

} // namespace lectern
