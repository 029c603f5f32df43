// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptstore.h"

#include "attemptdigest.h"
#include "attemptgrader.h"
#include "attemptrows.h"
#include "codec.h"
#include "profile.h"
#include "query.h"

#include <algorithm>

namespace lectern
{

namespace
{

using Seat = AttemptDigest::Seat;

struct Subject {
    QString topic;
    QString objective;
    Difficulty difficulty = Difficulty::Medium;
};

/// What the items are about now, by id.
Result<QHash<QString, Subject>> subjects(const QSqlDatabase &database, const QString &pack)
{
    QHash<QString, Subject> found;
    const auto read =
        collect(database, QStringLiteral("SELECT item, topic, objective, difficulty FROM tag WHERE pack = ?"), {pack},
            [&](const QSqlQuery &row) {
                found.insert(row.value(0).toString(),
                    {row.value(1).toString(), row.value(2).toString(),
                        difficultyFromWord(row.value(3).toString()).value_or(Difficulty::Medium)});
                return true;
            });
    if (!read)
        return read.error();
    return found;
}

/// A question that was shown in an attempt.
struct Shown {
    AttemptDigests::Pointer attempt;
    const Seat *seat = nullptr;
    int exposuresBefore = 0;
    std::optional<qint64> lastSeenUtcMs{};
};

/// Turns those of attempts that ended into answers, in order of time.
Result<QList<AnswerRecord>> records(const QSqlDatabase &database, const QString &pack, const QList<Shown> &shown)
{
    QSet<QString> revisions;
    for (const Shown &one : shown)
        revisions.insert(one.seat->question->revision);
    auto grader = AttemptGrader::load(database, pack, revisions);
    if (!grader)
        return grader.error();
    const auto about = subjects(database, pack);
    if (!about)
        return about.error();

    QList<AnswerRecord> answers;
    for (const auto &[attempt, seat, exposuresBefore, lastSeenUtcMs] : shown) {
        const bool blank = grader->isBlank(*seat);
        if (grader->isDisputed(seat->item()) || (attempt->abandoned && blank))
            continue;
        const Subject subject = about->value(seat->item());
        AnswerRecord answer;
        answer.item = seat->item();
        answer.topic = subject.topic;
        answer.objective = subject.objective;
        answer.utcMs = seat->answer.isNull() ? seat->shownUtcMs : seat->answeredUtcMs;
        answer.attempt = attempt->setup.id;
        answer.right = grader->isRight(*seat);
        answer.exposuresBefore = exposuresBefore;
        answer.mode = attempt->setup.mode;
        const ItemKey &key = grader->key(*seat);
        answer.type = key.type;
        answer.blank = blank;
        answer.unsure = seat->unsure();
        answer.dwellMs = seat->dwellMs;
        answer.sealed = seat->question->sealed;
        answer.standsFor = seat->question->standsFor;
        answer.difficulty = subject.difficulty;
        answer.keys = static_cast<int>(key.ids.size());
        // What the form displayed: its item may have another number by now, or be gone.
        answer.options = key.type == ItemType::Matching ? answer.keys : seat->question->options;
        answer.feedback = seat->revealed || answer.mode == AttemptMode::Study;
        answer.lastSeenUtcMs = lastSeenUtcMs;
        answers.append(answer);
    }
    std::stable_sort(
        answers.begin(), answers.end(), [](const AnswerRecord &a, const AnswerRecord &b) { return a.utcMs < b.utcMs; });
    return answers;
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
    const auto readable = m_digests->all(pack);
    if (!readable)
        return readable.error();
    for (const auto &attempt : *readable) {
        for (const Seat &seat : attempt->seats)
            exposures[seat.item()] += seat.shown ? 1 : 0;
    }
    return exposures;
}

Result<QList<AnswerRecord>> AttemptStore::answers(const QString &pack) const
{
    const auto damaged = m_digests->damaged();
    const auto attempts = m_digests->all(pack);
    if (!damaged || !attempts)
        return damaged ? attempts.error() : damaged.error();

    QList<Shown> shown;
    struct Seen {
        int times = 0;
        std::optional<qint64> last;
    };
    QHash<QString, Seen> seen;
    for (const auto &attempt : *attempts) {
        const bool answers = attempt->ended && attempt->intact && !damaged->contains(raw(attempt->setup.id));
        for (const Seat &seat : attempt->seats) {
            if (!seat.shown)
                continue;
            Seen &before = seen[seat.item()];
            if (answers)
                shown.append({attempt, &seat, before.times, before.last});
            ++before.times;
            before.last = seat.shownUtcMs;
        }
    }
    return records(m_profile.database(), pack, shown);
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
    QList<Shown> firsts;
    qint64 id = 0;
    bool seek = false;
    while (!unseen.isEmpty()) {
        const auto next = attemptAfter(database, id, seek ? unseen : QSet<QString>());
        if (!next)
            return next.error();
        if (*next == 0)
            break;
        id = *next;
        const auto attempt = m_digests->one(id);
        if (!attempt)
            return attempt.error();
        seek = true;
        if (!*attempt || (*attempt)->setup.pack != pack)
            continue;
        for (const Seat &seat : (*attempt)->seats) {
            if (!seat.shown || !unseen.remove(seat.item()))
                continue;
            seek = false;
            if ((*attempt)->ended && (*attempt)->intact)
                firsts.append({*attempt, &seat, 0, {}});
        }
    }
    return records(database, pack, firsts);
}

Result<QHash<QString, ItemPast>> AttemptStore::pasts(const QString &pack) const
{
    const auto attempts = m_digests->all(pack);
    const auto given = answers(pack);
    if (!attempts || !given)
        return attempts ? given.error() : attempts.error();
    QHash<QString, ItemPast> pasts;
    int ago = 0;
    for (auto attempt = attempts->crbegin(); attempt != attempts->crend(); ++attempt) {
        bool counted = false;
        for (const Seat &seat : (*attempt)->seats) {
            if (!seat.shown)
                continue;
            // An attempt that showed nothing is not one of the last that did.
            ago += counted ? 0 : 1;
            counted = true;
            ItemPast &past = pasts[seat.item()];
            ++past.shown;
            if (past.attemptsAgo == 0)
                past.attemptsAgo = ago;
        }
    }
    for (const AnswerRecord &answer : *given) {
        ItemPast &past = pasts[answer.item];
        past.answered = true;
        past.right = answer.right;
        past.unsure = answer.unsure;
        past.dwellMs = answer.dwellMs;
    }
    return pasts;
}

Result<QList<AttemptStore::Ending>> AttemptStore::results(const QString &pack) const
{
    const auto damaged = m_digests->damaged();
    const auto attempts = m_digests->all(pack);
    const auto lost = lostAttempts();
    if (!damaged || !attempts || !lost)
        return !damaged ? damaged.error() : !attempts ? attempts.error() : lost.error();
    QSet<QString> revisions;
    for (const auto &attempt : *attempts) {
        for (const Seat &seat : attempt->seats)
            revisions.insert(seat.question->revision);
    }
    auto grader = AttemptGrader::load(m_profile.database(), pack, revisions);
    if (!grader)
        return grader.error();
    QList<Ending> endings;
    for (auto it = attempts->crbegin(); it != attempts->crend(); ++it) {
        const AttemptDigest &attempt = **it;
        Ending ending;
        ending.id = attempt.setup.id;
        ending.damaged = !attempt.intact || damaged->contains(raw(ending.id));
        if (!attempt.ended && !ending.damaged)
            continue;
        ending.mode = attempt.setup.mode;
        ending.criteria = attempt.setup.criteria;
        ending.blueprint = attempt.setup.blueprint;
        ending.startedUtcMs = attempt.startedUtcMs;
        ending.usedMs = attempt.usedMs;
        ending.timePercent = attempt.setup.rules.timePercent;
        ending.abandoned = attempt.abandoned;
        ending.sealed = attempt.setup.mode == AttemptMode::Rehearsal;
        for (const Seat &seat : attempt.seats) {
            if (!seat.question->scored)
                continue;
            ++ending.questions;
            ending.sealed = ending.sealed && seat.question->sealed;
            if (grader->isDisputed(seat.item()) || grader->key(seat).ids.isEmpty())
                continue;
            ++ending.total;
            ending.right += grader->isRight(seat) ? 1 : 0;
        }
        endings.append(ending);
    }
    for (const AttemptId id : *lost) {
        Ending ending;
        ending.id = id;
        ending.damaged = true;
        const auto before =
            std::find_if(endings.begin(), endings.end(), [id](const Ending &other) { return raw(other.id) < raw(id); });
        endings.insert(before, ending);
    }
    return endings;
}

} // namespace lectern
