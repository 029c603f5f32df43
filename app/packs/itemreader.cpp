// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemreader.h"

#include "codec.h"
#include "itemrules.h"
#include "optionreader.h"
#include "wording.h"

#include <QUrl>

#include <algorithm>

namespace lectern
{

namespace
{

CodeBlock readCode(Fields &fields)
{
    static const QStringList languages{QStringLiteral("sql"), QStringLiteral("python"), QStringLiteral("scala"),
        QStringLiteral("yaml"), QStringLiteral("json"), QStringLiteral("bash"), QStringLiteral("text")};
    CodeBlock code;
    code.language = fields.text(QStringLiteral("language"), {});
    fields.checkWord(QStringLiteral("language"), code.language, languages);
    code.text = fields.text(QStringLiteral("text"), {1, 2600});
    while (code.text.endsWith(u'\n'))
        code.text.chop(1);
    fields.refuseOthers();
    return code;
}

// Sources are the vendor's and the projects' own documentation; whatever others say of it has to be traced to there.
Source readSource(Fields &fields, const PackIndex &index)
{
    static const QStringList hosts{QStringLiteral("docs.databricks.com"), QStringLiteral("www.databricks.com"),
        QStringLiteral("spark.apache.org"), QStringLiteral("docs.delta.io")};
    Source source;
    source.title = fields.text(QStringLiteral("title"), {3, 160});
    source.url = fields.url(QStringLiteral("url"), Presence::Required);
    fields.checkWord(QStringLiteral("url"), QUrl(source.url).host(), hosts);
    source.checkedOn = index.pastDate(fields, QStringLiteral("checked_on"));
    fields.refuseOthers();
    return source;
}

ItemState readState(Fields &fields, const PackIndex &index)
{
    static const QStringList states{QStringLiteral("drafted"), QStringLiteral("sources-checked"),
        QStringLiteral("blind-answered"), QStringLiteral("reviewed"), QStringLiteral("revised"), QStringLiteral("live"),
        QStringLiteral("withdrawn")};
    ItemState state;
    state.state = fields.text(QStringLiteral("state"), {});
    fields.checkWord(QStringLiteral("state"), state.state, states);
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

/// What the questions of a file share, by its id.
using Cases = QHash<QString, QString>;

Cases readCases(Fields &fields, PackIndex &index)
{
    const QString key = QStringLiteral("cases");
    Cases cases;
    for (Fields &entry : fields.maps(key, Presence::Optional)) {
        const QString id = index.claimId(entry, QStringLiteral("case"));
        cases.insert(id, entry.text(QStringLiteral("text"), {120, 2400}));
        entry.refuseOthers();
    }
    return cases;
}

// The text stands with the question from here on, so that it is all there is to know of what is asked.
void readCase(Fields &fields, Item &item, const Cases &cases)
{
    const QString key = QStringLiteral("case");
    item.caseId = fields.text(key, {}, Presence::Optional);
    item.caseText = cases.value(item.caseId);
    if (!item.caseId.isEmpty() && !cases.contains(item.caseId))
        fields.error(ProblemKind::UnknownReference, key,
            QStringLiteral("No case of this file has the id %1.").arg(quoted(item.caseId)));
}

void readReserve(Fields &fields, Item &item)
{
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(QStringLiteral("R[1-9][0-9]?")));
    const QString key = QStringLiteral("reserve");
    item.reserve = fields.text(key, {}, Presence::Optional);
    if (!item.reserve.isEmpty() && !shape.match(item.reserve).hasMatch())
        fields.error(ProblemKind::BadValue, key,
            QStringLiteral("%1 is no reserve. Number them R1, R2 and so on.").arg(quoted(item.reserve)));
}

Item readItem(
    Fields &fields, const QString &topic, const Cases &cases, QList<EnemyReference> &enemies, PackIndex &index)
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
    item.type = fields.word(QStringLiteral("type"), itemTypeFromWord,
        QStringLiteral("single, multiple, all, ordering, matching, code-line"));
    readReserve(fields, item);
    readCase(fields, item, cases);
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
    const Cases cases = readCases(fields, index);
    QSet<QString> named;
    for (Fields &item : fields.maps(QStringLiteral("items"))) {
        items.append(readItem(item, topic, cases, enemies, index));
        places.append(placeOf(items.constLast(), item));
        named.insert(items.constLast().caseId);
    }
    for (auto it = cases.keyBegin(); it != cases.keyEnd(); ++it) {
        if (!it->isEmpty() && !named.contains(*it))
            fields.warning(ProblemKind::ItemFlaw, QStringLiteral("cases"),
                QStringLiteral("No question of this file belongs to the case %1.").arg(quoted(*it)));
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
