// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

#include "attemptstore.h"
#include "packstore.h"
#include "query.h"
#include "random.h"
#include "samples.h"

#include <algorithm>

namespace lectern::test
{

namespace
{

class Candidate
{
public:
    Candidate(Profile &profile, const History &history)
        : m_store(profile)
        , m_items(itemsOf(history))
        , m_most(history.questions)
        , m_random(history.seed)
    {
    }

    Outcome sit(int number)
    {
        const auto unsealed = m_store.unsealed(samplePack);
        if (!unsealed)
            return unsealed.error();
        m_now.utcMs += 86400000;
        m_now.bootMs += 86400000;
        m_attempt = {};
        AttemptSetup setup = setUp(number, *unsealed);
        const auto fresh = Attempt::fold(setup, {});
        const auto started = fresh ? fresh->started(m_now) : Result<AttemptEvent>(fresh.error());
        if (!started)
            return started.error();
        const auto id = m_store.create(setup, *started);
        if (!id)
            return id.error();
        setup.id = *id;
        auto folded = Attempt::fold(setup, {*started});
        if (!folded)
            return folded.error();
        m_attempt = *folded;
        for (int position = 0; position < m_attempt.size(); ++position) {
            if (const Outcome answered = visit(position); !answered)
                return answered;
        }
        return end();
    }

private:
    AttemptSetup setUp(int number, const QSet<QString> &unsealed)
    {
        constexpr AttemptMode modes[]{AttemptMode::Rehearsal, AttemptMode::Timed, AttemptMode::Study,
            AttemptMode::Drill, AttemptMode::Diagnostic, AttemptMode::Timed};
        AttemptSetup setup;
        setup.uuid = QStringLiteral("history-%1").arg(number);
        setup.mode = modes[m_random.below(std::size(modes))];
        setup.pack = samplePack;
        setup.blueprint = QStringLiteral("page");
        setup.seed = m_random.next();
        const bool rehearsal = setup.mode == AttemptMode::Rehearsal;
        AttemptRules wished;
        wished.certainty = m_random.below(2) == 0;
        wished.breaks = m_random.below(2);
        wished.breaksStopClock = m_random.below(2) == 0;
        wished.sleepCounts = m_random.below(2) == 0;
        wished.crashCounts = m_random.below(2) == 0;
        wished.timePercent = m_random.below(3) == 0 ? 125 : 100;
        setup.rules = rulesOf(setup.mode, wished);
        setup.minutes = setup.mode == AttemptMode::Study ? 0 : 2 * m_most;
        if (setup.mode == AttemptMode::Drill)
            setup.criteria.unseen = true;
        QList<Item> bank = m_items;
        for (qsizetype i = bank.size() - 1; i > 0; --i)
            bank.swapItemsAt(i, m_random.below(static_cast<int>(i + 1)));
        const int wanted = m_most - m_random.below(std::min(3, m_most));
        for (const Item &item : std::as_const(bank)) {
            const bool open = item.reserve.isEmpty() || unsealed.contains(item.id);
            if (setup.items.size() == wanted || (!open && !rehearsal))
                continue;
            FormItem seat;
            seat.item = item.id;
            seat.revision = revisionHash(item);
            seat.section = QStringLiteral("d1");
            seat.optionOrder = item.choices();
            seat.scored = m_random.below(8) > 0;
            seat.reserve = open ? QString() : item.reserve;
            if (setup.mode == AttemptMode::Drill && m_random.below(4) == 0)
                seat.standsFor = m_items.first().id;
            setup.items.append(seat);
        }
        return setup;
    }

    void pass()
    {
        const qint64 ms = 1000 + m_random.below(60000);
        m_now.utcMs += ms;
        m_now.bootMs += ms;
        if (m_random.below(20) == 0)
            m_now.sleptMs += ms / 2;
    }

    /// What is not legal now is not done.
    Outcome act(const Result<AttemptEvent> &event)
    {
        if (!event)
            return Done{};
        if (const Outcome stored = m_store.append(m_attempt.setup().id, *event); !stored)
            return stored;
        return m_attempt.apply(*event);
    }

    Outcome visit(int position)
    {
        pass();
        Outcome done = act(m_attempt.shown(position, m_now));
        pass();
        const QStringList &options = m_attempt.setup().items.at(position).optionOrder;
        if (done && m_random.below(6) == 0)
            done = act(m_attempt.struck(position, {options.last()}, m_now));
        if (done && m_random.below(6) == 0)
            done = act(m_attempt.unsure(position, m_random.below(3) > 0, m_now));
        if (done && m_random.below(8) == 0)
            done = act(m_attempt.noted(position, QStringLiteral("Prüfen: \U0001F4DD"), m_now));
        if (done && m_random.below(8) == 0)
            done = act(m_attempt.highlighted(position, {{Highlight::Part::Stem, 0, 4}}, m_now));
        if (done && m_random.below(8) > 0) {
            QStringList choice{m_random.below(2) == 0 ? QStringLiteral("b") : QStringLiteral("a")};
            if (m_random.below(4) == 0)
                choice = QStringList{QStringLiteral("a"), QStringLiteral("b")};
            done = act(m_attempt.answered(position, choice, m_now));
        }
        if (done && m_random.below(3) == 0)
            done = act(m_attempt.rated(position, Certainty(m_random.below(4)), m_now));
        if (done && m_random.below(20) == 0)
            done = act(m_attempt.answered(position, {}, m_now));
        if (done && m_random.below(12) == 0)
            done = away();
        return done;
    }

    Outcome away()
    {
        pass();
        Outcome done = act(m_random.below(2) == 0 ? m_attempt.pausedAt(m_now) : m_attempt.breakBegan(m_now));
        pass();
        if (m_random.below(2) == 0) {
            if (done)
                done = act(m_attempt.alive(m_now));
            m_now.bootId += u'+';
            m_now.bootMs = 1000;
            m_now.utcMs += 30000;
            if (done)
                done = act(m_attempt.resumed(m_now));
            pass();
        }
        if (done)
            done = act(m_attempt.continuedAt(m_now));
        if (done)
            done = act(m_attempt.breakEnded(m_now));
        return done;
    }

    Outcome end()
    {
        pass();
        switch (m_random.below(8)) {
        case 0:
            return act(m_attempt.abandonedAt(m_now));
        case 1:
            m_now.utcMs += 36000000;
            m_now.bootMs += 36000000;
            return act(m_attempt.timedOutAt(m_now));
        case 2:
            return m_random.below(3) == 0 ? Outcome(Done{}) : act(m_attempt.submitted(m_now));
        default:
            return act(m_attempt.submitted(m_now));
        }
    }

    AttemptStore m_store;
    QList<Item> m_items;
    int m_most;
    Random m_random;
    Moment m_now{sampleNow, QStringLiteral("boot"), 5000, 0};
    Attempt m_attempt;
};

} // namespace

QList<Item> itemsOf(const History &history)
{
    QList<Item> items = sampleItems(history.items);
    for (int i = 0; i < items.size(); ++i) {
        if (i % 5 == 4) {
            items[i].type = ItemType::Multiple;
            items[i].options[0].key = true;
        }
        if (i < history.sealed)
            items[i].reserve = i % 2 == 0 ? QStringLiteral("R1") : QStringLiteral("R2");
    }
    return items;
}

Outcome write(Profile &profile, const History &history)
{
    // Nobody needs these on disk.
    Outcome done = execute(profile.database(), QStringLiteral("PRAGMA synchronous = OFF"));
    if (done)
        done =
            PackStore(profile).install(sampleCertification(), itemsOf(history), QStringLiteral("history"), sampleNow);
    Candidate candidate(profile, history);
    for (int attempt = 0; done && attempt < history.attempts; ++attempt)
        done = candidate.sit(attempt);
    return done;
}

} // namespace lectern::test
