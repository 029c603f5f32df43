// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptdigest.h"

#include "attemptdetails.h"
#include "attemptrows.h"
#include "profile.h"
#include "query.h"

#include <algorithm>

namespace lectern
{

namespace
{

/// How many ids a written list has. They are slugs, so that commas stand between them only.
int lengthOf(const QByteArray &list)
{
    return list.contains('"') ? static_cast<int>(list.count(',')) + 1 : 0;
}

/// Rows of one attempt in, its digest out. The same fold as Attempt's, without what only the seat needs; it takes what
/// Attempt refuses, since of a damaged attempt there is still something to tell.
class Digester
{
public:
    explicit Digester(DigestPool &pool)
        : m_pool(pool)
    {
    }

    void setup(const QVariantList &values)
    {
        if (auto setup = setupFromValues(values))
            m_digest.setup = std::move(*setup);
        else
            m_digest.intact = false;
        m_digest.setup.pack = m_pool.text(values.at(3).toString());
    }

    void seat(const QVariantList &values)
    {
        const qint64 position = values.at(1).toLongLong();
        if (position != m_digest.seats.size()) {
            m_digest.intact = false;
            if (position < m_digest.seats.size() || position > mostSeats)
                return;
            m_digest.seats.resize(position, AttemptDigest::Seat{m_pool.question({}), {}});
        }
        FormItem details;
        if (!readSeatDetails(values.at(6).toString(), details))
            m_digest.intact = false;
        AttemptDigest::Seat seat;
        seat.question = m_pool.question({values.at(2).toString(), values.at(3).toString(), details.standsFor,
            details.scored, !details.reserve.isEmpty(), lengthOf(values.at(5).toByteArray())});
        m_digest.seats.append(seat);
    }

    void event(const QVariantList &values)
    {
        if (values.at(1).toLongLong() != m_events++)
            m_digest.intact = false;
        const auto kind = eventKindFromWord(values.at(2).toString());
        if (!kind) {
            m_digest.intact = false;
            return;
        }
        const Moment at{
            values.at(5).toLongLong(), values.at(6).toString(), values.at(7).toLongLong(), values.at(8).toLongLong()};
        pass(at, *kind == EventKind::Resumed);
        m_digest.ended = false;
        switch (*kind) {
        case EventKind::Started:
            m_digest.startedUtcMs = at.utcMs;
            break;
        case EventKind::Paused:
        case EventKind::Continued:
            m_paused = *kind == EventKind::Paused;
            break;
        case EventKind::BreakBegan:
        case EventKind::BreakEnded:
            m_onBreak = *kind == EventKind::BreakBegan;
            m_current = -1; // what was seen is closed from here on
            break;
        case EventKind::Submitted:
        case EventKind::TimedOut:
        case EventKind::Abandoned:
            m_digest.ended = true;
            m_digest.abandoned = *kind == EventKind::Abandoned;
            break;
        default:
            if (const qint64 position = values.at(3).toLongLong();
                !values.at(3).isNull() && position >= 0 && position < m_digest.seats.size())
                ofSeat(*kind, position, at, values.at(4).toString());
        }
    }

    AttemptDigest take()
    {
        m_digest.usedMs = m_tally.usedMs();
        if (m_digest.setup.minutes > 0)
            m_digest.usedMs = std::min(m_digest.usedMs, qint64(m_digest.setup.minutes) * 60000);
        m_digest.events = m_events;
        m_digest.intact = m_digest.intact && m_events > 0;
        m_digest.seats.squeeze();
        return std::move(m_digest);
    }

private:
    static constexpr qint64 mostSeats = 1000;

    void pass(const Moment &at, bool apart)
    {
        const bool displayed = !apart && !m_paused && !m_onBreak && m_current >= 0;
        const AttemptRules &rules = m_digest.setup.rules;
        if (displayed)
            m_digest.seats[m_current].dwellMs += elapsedMs(m_last, at, rules.sleepCounts);
        const bool stopped = m_paused || (m_onBreak && rules.breaksStopClock);
        m_tally.advance(at, {stopped, rules.sleepCounts, apart, rules.crashCounts});
        m_last = at;
    }

    void ofSeat(EventKind kind, qint64 position, const Moment &at, const QString &payload)
    {
        AttemptDigest::Seat &seat = m_digest.seats[position];
        switch (kind) {
        case EventKind::Shown:
            if (!seat.shown)
                seat.shownUtcMs = at.utcMs;
            seat.shown = true;
            m_current = position;
            break;
        case EventKind::Answered:
            seat.answer = m_pool.text(payload);
            seat.answeredUtcMs = at.utcMs;
            break;
        case EventKind::MarkedUnsure:
        case EventKind::UnmarkedUnsure:
            seat.markedUnsure = kind == EventKind::MarkedUnsure;
            break;
        case EventKind::Revealed:
            seat.revealed = true;
            break;
        case EventKind::Rated: {
            AttemptEvent rated;
            rated.kind = kind;
            if (!readPayload(payload, rated))
                m_digest.intact = false;
            seat.ratedUnsure = rated.text == word(Certainty::Unsure) || rated.text == word(Certainty::Guess);
            break;
        }
        default:
            break;
        }
    }

    DigestPool &m_pool;
    AttemptDigest m_digest;
    ClockTally m_tally;
    Moment m_last;
    qint64 m_events = 0;
    qint64 m_current = -1;
    bool m_paused = false;
    bool m_onBreak = false;
};

} // namespace

size_t qHash(const SeatQuestion &question, size_t seed) noexcept
{
    return qHashMulti(
        seed, question.item, question.revision, question.standsFor, question.scored, question.sealed, question.options);
}

std::shared_ptr<const SeatQuestion> DigestPool::question(const SeatQuestion &question)
{
    auto &known = m_questions[question];
    if (!known)
        known = std::make_shared<const SeatQuestion>(question);
    return known;
}

AttemptDigests::AttemptDigests(Profile &profile)
    : m_profile(profile)
{
}

Result<AttemptDigests::Pointer> AttemptDigests::one(qint64 attempt)
{
    const auto known = m_kept.find(attempt);
    if (known != m_kept.end() && known->second->ended)
        return known->second;
    const auto counts = countRows(m_profile, attempt);
    if (!counts)
        return counts.error();
    if (known != m_kept.end() && known->second->events == counts->events)
        return known->second;
    const QVariantList id{attempt};
    const auto setups = collect(m_profile, setupSql() + QStringLiteral(" WHERE id = ?"), id, &rowValues);
    const auto seats =
        collect(m_profile, seatSql() + QStringLiteral(" WHERE attempt = ? ORDER BY position"), id, &rowValues);
    const auto events =
        collect(m_profile, eventSql() + QStringLiteral(" WHERE attempt = ? ORDER BY seq"), id, &rowValues);
    for (const auto *rows : {&setups, &seats, &events}) {
        if (!*rows)
            return rows->error();
    }
    if (setups->isEmpty())
        return Pointer();
    Digester digester(m_pool);
    digester.setup(setups->first());
    for (const QVariantList &values : *seats)
        digester.seat(values);
    for (const QVariantList &values : *events)
        digester.event(values);
    auto digest = std::make_shared<AttemptDigest>(digester.take());
    digest->setup.id = AttemptId{attempt};
    const auto verified = [](const QList<QVariantList> &rows) {
        return std::all_of(rows.cbegin(), rows.cend(), &isIntact);
    };
    digest->intact = digest->intact && verified(*setups) && verified(*seats) && verified(*events) &&
                     counts->seats == seats->size() && counts->events == events->size();
    digest->events = counts->events;
    m_kept[attempt] = digest;
    return Pointer(digest);
}

Outcome AttemptDigests::readEverything()
{
    if (m_damaged)
        return Done{};
    std::map<qint64, Digester> digesters;
    const auto visit = [&](RowOf row, const QVariantList &values) {
        Digester &digester = digesters.try_emplace(values.first().toLongLong(), m_pool).first->second;
        switch (row) {
        case RowOf::Attempt:
            digester.setup(values);
            break;
        case RowOf::Seat:
            digester.seat(values);
            break;
        case RowOf::Event:
            digester.event(values);
            break;
        }
    };
    auto found = verifyAttempts(m_profile, {}, visit);
    if (!found && found.error().code == ErrorCode::ProfileDamaged) {
        digesters.clear();
        found = damagedAttempts(m_profile);
    }
    if (!found)
        return found.error();
    m_damaged = *found;
    // What is damaged is read on its own, as whoever reads no other attempt does.
    for (auto &[attempt, digester] : digesters) {
        if (m_damaged->contains(attempt) || m_kept.contains(attempt))
            continue;
        auto digest = std::make_shared<AttemptDigest>(digester.take());
        if (digest->intact && raw(digest->setup.id) == attempt)
            m_kept.emplace(attempt, digest);
    }
    return Done{};
}

Result<QSet<qint64>> AttemptDigests::damaged()
{
    if (const Outcome read = readEverything(); !read)
        return read.error();
    return *m_damaged;
}

Result<QList<AttemptDigests::Pointer>> AttemptDigests::all(const QString &pack)
{
    if (const Outcome read = readEverything(); !read)
        return read.error();
    const auto ids = attemptIds(m_profile.database());
    if (!ids)
        return ids.error();
    QList<Pointer> digests;
    for (const qint64 id : *ids) {
        const auto digest = one(id);
        // A row that cannot be read at all costs its attempt, not the others.
        if (!digest && digest.error().code != ErrorCode::ProfileDamaged)
            return digest.error();
        if (digest && *digest && (*digest)->setup.pack == pack)
            digests.append(*digest);
    }
    return digests;
}

} // namespace lectern
