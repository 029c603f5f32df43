// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptrows.h"
#include "profile.h"
#include "query.h"

#include <algorithm>
#include <array>

namespace lectern
{

namespace
{

/// A question that was shown in an attempt, with the last thing that was said to it.
struct ShownQuestion {
    qint64 attempt = 0;
    bool finished = false;
    QString item;
    QString revision; ///< where its key is not known yet
    QString topic;
    QString objective;
    QString key;
    qint64 shownUtcMs = 0;
    std::optional<QString> payload; ///< of the last answer
    qint64 answeredUtcMs = 0;
};

/// Of one attempt with `only`, else of all of the pack's.
Result<QList<ShownQuestion>> readShown(const QSqlDatabase &database, const QString &pack, std::optional<qint64> only)
{
    const QString one = only ? QStringLiteral(" AND attempt = %1").arg(*only) : QString();
    // With min() or max() SQLite takes the other columns from the row that has it.
    return collect(database,
        QStringLiteral(
            "SELECT s.attempt, i.item, t.topic, t.objective, r.key, s.utc_ms, a.payload, a.utc_ms, "
            "(SELECT kind IN (?, ?) FROM attempt_event e WHERE e.attempt = s.attempt ORDER BY seq DESC LIMIT 1) "
            "FROM (SELECT attempt, position, min(seq), utc_ms FROM attempt_event WHERE kind = ?%1 "
            "GROUP BY attempt, position) s "
            "JOIN attempt ON attempt.id = s.attempt AND attempt.pack = ? "
            "JOIN attempt_item i ON i.attempt = s.attempt AND i.position = s.position "
            "JOIN item_revision r ON r.hash = i.revision "
            "LEFT JOIN tag t ON t.pack = attempt.pack AND t.item = i.item "
            "LEFT JOIN (SELECT attempt, position, max(seq), payload, utc_ms FROM attempt_event WHERE kind = ?%1 "
            "GROUP BY attempt, position) a ON a.attempt = s.attempt AND a.position = s.position "
            "ORDER BY s.attempt, s.position")
            .arg(one),
        {word(EventKind::Submitted), word(EventKind::TimedOut), word(EventKind::Shown), pack,
            word(EventKind::Answered)},
        [](const QSqlQuery &row) {
            ShownQuestion question;
            question.attempt = row.value(0).toLongLong();
            question.item = row.value(1).toString();
            question.topic = row.value(2).toString();
            question.objective = row.value(3).toString();
            question.key = row.value(4).toString();
            question.shownUtcMs = row.value(5).toLongLong();
            if (!row.value(6).isNull())
                question.payload = row.value(6).toString();
            question.answeredUtcMs = row.value(7).toLongLong();
            question.finished = row.value(8).toBool();
            return question;
        });
}

/// An attempt with a row that cannot be read at all costs itself, not the others.
Result<QList<ShownQuestion>> shownQuestions(const QSqlDatabase &database, const QString &pack)
{
    auto questions = readShown(database, pack, std::nullopt);
    if (questions || questions.error().code != ErrorCode::ProfileDamaged)
        return questions;
    const auto ids = attemptIds(database);
    if (!ids)
        return ids.error();
    QList<ShownQuestion> readable;
    for (const qint64 id : *ids) {
        if (const auto ofOne = readShown(database, pack, id))
            readable.append(*ofOne);
    }
    return readable;
}

/// Choices by payload: few of them differ, and each is JSON to be read.
using Choices = QHash<QString, QStringList>;

bool isRight(const ShownQuestion &question, Choices &choices)
{
    if (!question.payload)
        return false;
    auto choice = choices.find(*question.payload);
    if (choice == choices.end()) {
        QStringList sorted = choiceOf(*question.payload).value_or(QStringList());
        sorted.sort();
        choice = choices.insert(*question.payload, sorted);
    }
    return !choice->isEmpty() && listText(*choice) == question.key;
}

AnswerRecord record(const ShownQuestion &question, Choices &choices, int exposuresBefore)
{
    return {question.item, question.topic, question.objective,
        question.payload ? question.answeredUtcMs : question.shownUtcMs, AttemptId{question.attempt},
        isRight(question, choices), exposuresBefore};
}

void sortByTime(QList<AnswerRecord> &answers)
{
    std::stable_sort(
        answers.begin(), answers.end(), [](const AnswerRecord &a, const AnswerRecord &b) { return a.utcMs < b.utcMs; });
}

/// One attempt from its rows, each verified: what was shown in it, without topics and keys.
struct WholeAttempt {
    QList<ShownQuestion> questions; ///< none in an attempt on another pack
    bool intact = true;
};

Result<WholeAttempt> readWhole(Profile &profile, const QString &pack, qint64 attempt)
{
    const QVariantList id{attempt};
    const auto setups = collect(profile, setupSql() + QStringLiteral(" WHERE id = ?"), id, &rowValues);
    const auto seats =
        collect(profile, seatSql() + QStringLiteral(" WHERE attempt = ? ORDER BY position"), id, &rowValues);
    const auto events =
        collect(profile, eventSql() + QStringLiteral(" WHERE attempt = ? ORDER BY seq"), id, &rowValues);
    const auto counts = countRows(profile, attempt);
    for (const auto *rows : {&setups, &seats, &events}) {
        if (!*rows)
            return rows->error();
    }
    if (!counts)
        return counts.error();

    WholeAttempt whole;
    const auto number = [](const QVariantList &values) { return values.at(1).toLongLong(); };
    const auto numbered = [&](const QList<QVariantList> &rows) {
        qint64 next = 0;
        return std::all_of(rows.cbegin(), rows.cend(),
            [&](const QVariantList &values) { return isIntact(values) && number(values) == next++; });
    };
    whole.intact = setups->size() == 1 && isIntact(setups->first()) && !events->isEmpty() && numbered(*seats) &&
                   numbered(*events) && counts->seats == seats->size() && counts->events == events->size();
    if (setups->isEmpty() || setups->first().at(3).toString() != pack || events->isEmpty())
        return whole;

    const auto kindOf = [](const QVariantList &values) { return values.at(2).toString(); };
    const QString last = kindOf(events->last());
    const bool finished = last == word(EventKind::Submitted) || last == word(EventKind::TimedOut);
    QHash<qint64, qint64> shownAt;
    QHash<qint64, const QVariantList *> answers;
    for (const QVariantList &values : *events) {
        if (values.at(3).isNull())
            continue;
        const qint64 position = values.at(3).toLongLong();
        if (kindOf(values) == word(EventKind::Answered))
            answers.insert(position, &values);
        else if (kindOf(values) == word(EventKind::Shown) && !shownAt.contains(position))
            shownAt.insert(position, values.at(5).toLongLong());
    }
    for (const QVariantList &values : *seats) {
        const auto shown = shownAt.constFind(number(values));
        if (shown == shownAt.cend())
            continue;
        ShownQuestion question;
        question.attempt = attempt;
        question.finished = finished;
        question.item = values.at(2).toString();
        question.revision = values.at(3).toString();
        question.shownUtcMs = *shown;
        if (const QVariantList *answer = answers.value(number(values))) {
            question.payload = answer->at(4).toString();
            question.answeredUtcMs = answer->at(5).toLongLong();
        }
        whole.questions.append(question);
    }
    return whole;
}

/// Fills in what the items are about now, and the keys of what was asked.
Outcome complete(const QSqlDatabase &database, const QString &pack, QList<ShownQuestion> &questions)
{
    using Tag = std::array<QString, 3>;
    const auto tags = collect(database, QStringLiteral("SELECT item, topic, objective FROM tag WHERE pack = ?"), {pack},
        [](const QSqlQuery &row) {
            return Tag{row.value(0).toString(), row.value(1).toString(), row.value(2).toString()};
        });
    if (!tags)
        return tags.error();
    QHash<QString, Tag> tagOf;
    for (const Tag &tag : *tags)
        tagOf.insert(tag[0], tag);

    QStringList revisions;
    for (const ShownQuestion &question : std::as_const(questions))
        revisions.append(question.revision);
    using Key = std::pair<QString, QString>;
    const auto keys = collect(database,
        QStringLiteral("SELECT hash, key FROM item_revision WHERE hash IN (SELECT value FROM json_each(?))"),
        {listText(revisions)},
        [](const QSqlQuery &row) { return Key(row.value(0).toString(), row.value(1).toString()); });
    if (!keys)
        return keys.error();
    QHash<QString, QString> keyOf;
    for (const auto &[revision, key] : *keys)
        keyOf.insert(revision, key);

    for (ShownQuestion &question : questions) {
        const Tag tag = tagOf.value(question.item);
        question.topic = tag[1];
        question.objective = tag[2];
        question.key = keyOf.value(question.revision);
    }
    return Done{};
}

/// The next attempt after one, 0 for none; with items, the next in which one of them has a seat.
Result<qint64> attemptAfter(const QSqlDatabase &database, qint64 attempt, const QSet<QString> &items)
{
    if (items.isEmpty())
        return number(database, QStringLiteral("SELECT id FROM attempt WHERE id > ? ORDER BY id LIMIT 1"), {attempt});
    QVariantList values{attempt};
    for (const QString &item : items)
        values.append(item);
    // SQLite looks rows up in a written list five times as fast as in json_each. The plus keeps it from walking all
    // attempts in their order: whatever was never shown has no seats in the index.
    const QString list = QStringLiteral("?, ").repeated(items.size()).chopped(2);
    return number(database,
        QStringLiteral("SELECT attempt FROM attempt_item WHERE +attempt > ? AND item IN (%1) ORDER BY +attempt LIMIT 1")
            .arg(list),
        values);
}

} // namespace

Result<QHash<QString, int>> AttemptStore::exposures(const QString &pack) const
{
    const auto shown = collect(m_profile.database(),
        QStringLiteral("SELECT i.item FROM (SELECT DISTINCT attempt, position FROM attempt_event WHERE kind = ?) s "
                       "JOIN attempt ON attempt.id = s.attempt AND attempt.pack = ? "
                       "JOIN attempt_item i ON i.attempt = s.attempt AND i.position = s.position"),
        {word(EventKind::Shown), pack}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    QHash<QString, int> exposures;
    if (shown) {
        for (const QString &item : *shown)
            ++exposures[item];
        return exposures;
    }
    if (shown.error().code != ErrorCode::ProfileDamaged)
        return shown.error();
    const auto readable = shownQuestions(m_profile.database(), pack);
    if (!readable)
        return readable.error();
    for (const ShownQuestion &question : *readable)
        ++exposures[question.item];
    return exposures;
}

Result<QList<AnswerRecord>> AttemptStore::answers(const QString &pack) const
{
    const auto damaged = damagedOnes();
    if (!damaged)
        return damaged.error();
    const auto questions = shownQuestions(m_profile.database(), pack);
    if (!questions)
        return questions.error();

    QList<AnswerRecord> answers;
    QHash<QString, int> exposures;
    Choices choices;
    for (const ShownQuestion &question : *questions) {
        const int before = exposures[question.item]++;
        if (question.finished && !damaged->contains(question.attempt))
            answers.append(record(question, choices, before));
    }
    sortByTime(answers);
    return answers;
}

Result<QList<AnswerRecord>> AttemptStore::firstAnswers(const QString &pack) const
{
    auto found = readFirstAnswers(pack);
    if (found || found.error().code != ErrorCode::ProfileDamaged)
        return found;
    auto all = answers(pack);
    if (all)
        all->removeIf([](const AnswerRecord &answer) { return answer.exposuresBefore > 0; });
    return all;
}

Result<QList<AnswerRecord>> AttemptStore::readFirstAnswers(const QString &pack) const
{
    const QSqlDatabase database = m_profile.database();
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const auto items = collect(database, QStringLiteral("SELECT id FROM item WHERE pack = ?"), {pack}, text);
    if (!items)
        return items.error();

    // Forms prefer what was seen least: after a few attempts each item of the bank was shown, and all others can stay
    // unread. Whatever was not shown by then is looked for by its seat.
    QSet<QString> unseen(items->cbegin(), items->cend());
    QList<ShownQuestion> firsts;
    qint64 attempt = 0;
    bool seek = false;
    while (!unseen.isEmpty()) {
        const auto next = attemptAfter(database, attempt, seek ? unseen : QSet<QString>());
        if (!next)
            return next.error();
        if (*next == 0)
            break;
        attempt = *next;
        const auto whole = readWhole(m_profile, pack, attempt);
        if (!whole)
            return whole.error();
        seek = true;
        for (const ShownQuestion &question : whole->questions) {
            if (!unseen.remove(question.item))
                continue;
            seek = false;
            if (question.finished && whole->intact)
                firsts.append(question);
        }
    }
    if (const Outcome completed = complete(database, pack, firsts); !completed)
        return completed.error();
    QList<AnswerRecord> answers;
    Choices choices;
    for (const ShownQuestion &question : std::as_const(firsts))
        answers.append(record(question, choices, 0));
    sortByTime(answers);
    return answers;
}

} // namespace lectern
