// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptrows.h"
#include "profile.h"
#include "query.h"

#include <algorithm>

namespace lectern
{

namespace
{

/// A question that was shown in an attempt, with the last thing that was said to it.
struct ShownQuestion {
    qint64 attempt = 0;
    bool finished = false;
    QString item;
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
    auto choice = choices.constFind(*question.payload);
    if (choice == choices.constEnd()) {
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

/// The next attempt after one, 0 for none; with items, the next in which one of them has a seat.
Result<qint64> attemptAfter(const QSqlDatabase &database, qint64 attempt, const QSet<QString> &items)
{
    if (items.isEmpty())
        return number(database, QStringLiteral("SELECT id FROM attempt WHERE id > ? ORDER BY id LIMIT 1"), {attempt});
    QVariantList values{attempt};
    for (const QString &item : items)
        values.append(item);
    // SQLite looks rows up in a written list five times as fast as in json_each.
    const QString list = QStringLiteral("?, ").repeated(items.size()).chopped(2);
    return number(database,
        QStringLiteral("SELECT attempt FROM attempt_item WHERE attempt > ? AND item IN (%1) ORDER BY attempt LIMIT 1")
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
    QList<AnswerRecord> answers;
    Choices choices;
    qint64 attempt = 0;
    bool seek = false;
    while (!unseen.isEmpty()) {
        const auto next = attemptAfter(database, attempt, seek ? unseen : QSet<QString>());
        if (!next)
            return next.error();
        if (*next == 0)
            break;
        attempt = *next;
        const auto questions = readShown(database, pack, attempt);
        if (!questions)
            return questions.error();
        QList<ShownQuestion> fresh;
        for (const ShownQuestion &question : *questions) {
            if (unseen.remove(question.item))
                fresh.append(question);
        }
        seek = fresh.isEmpty();
        if (fresh.isEmpty() || !fresh.first().finished)
            continue;
        const auto damaged = damagedAttempts(database, attempt);
        if (!damaged)
            return damaged.error();
        if (!damaged->isEmpty())
            continue;
        for (const ShownQuestion &question : std::as_const(fresh))
            answers.append(record(question, choices, 0));
    }
    sortByTime(answers);
    return answers;
}

} // namespace lectern
