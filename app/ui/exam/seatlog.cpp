// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatlog.h"

#include "examdesk.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace lectern
{

namespace
{

constexpr int retryEveryMs = 5000;

} // namespace

SeatLog::SeatLog(ExamDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(retryEveryMs);
    connect(m_timer, &QTimer::timeout, this, &SeatLog::retry);
}

void SeatLog::show(int position)
{
    take({Kind::Show, position, [=](ExamDesk &desk) { return desk.show(position); },
        [](PositionState &state) { state.seen = true; }});
}

void SeatLog::answer(int position, const QStringList &choice)
{
    take({Kind::Answer, position, [=](ExamDesk &desk) { return desk.answer(position, choice); },
        [=](PositionState &state) { state.choice = choice; }});
}

void SeatLog::setFlag(int position, bool on)
{
    take({Kind::Flag, position, [=](ExamDesk &desk) { return desk.setFlag(position, on); },
        [=](PositionState &state) { state.flagged = on; }});
}

void SeatLog::setUnsure(int position, bool on)
{
    take({Kind::Unsure, position, [=](ExamDesk &desk) { return desk.setUnsure(position, on); },
        [=](PositionState &state) { state.unsure = on; }});
}

void SeatLog::strike(int position, const QStringList &options)
{
    take({Kind::Strike, position, [=](ExamDesk &desk) { return desk.strike(position, options); },
        [=](PositionState &state) { state.struck = options; }});
}

void SeatLog::highlight(int position, const QList<Highlight> &all)
{
    take({Kind::Highlight, position, [=](ExamDesk &desk) { return desk.highlight(position, all); },
        [=](PositionState &state) { state.highlights = all; }});
}

void SeatLog::note(int position, const QString &text)
{
    take({Kind::Note, position, [=](ExamDesk &desk) { return desk.note(position, text); },
        [=](PositionState &state) { state.note = text; }});
}

void SeatLog::rate(int position, Certainty certainty)
{
    take({Kind::Rate, position, [=](ExamDesk &desk) { return desk.rate(position, certainty); },
        [=](PositionState &state) { state.certainty = certainty; }});
}

void SeatLog::reveal(int position)
{
    take({Kind::Reveal, position, [=](ExamDesk &desk) { return desk.reveal(position); },
        [](PositionState &state) { state.revealed = true; }});
}

void SeatLog::scrolled(int position, bool toEnd)
{
    take({Kind::Scrolled, position, [=](ExamDesk &desk) { return desk.scrolled(position, toEnd); },
        [=](PositionState &state) { state.unread = !toEnd; }});
}

template<typename Step>
Outcome SeatLog::then(Step step)
{
    if (const Outcome kept = retry(); !kept)
        return kept;
    return step();
}

Outcome SeatLog::pause()
{
    return then([this] { return m_desk.pause(); });
}

Outcome SeatLog::proceed()
{
    return then([this] { return m_desk.proceed(); });
}

Outcome SeatLog::beginBreak()
{
    return then([this] { return m_desk.beginBreak(); });
}

Outcome SeatLog::endBreak()
{
    return then([this] { return m_desk.endBreak(); });
}

Outcome SeatLog::park()
{
    return then([this] { return m_desk.park(); });
}

Outcome SeatLog::submit()
{
    return then([this] { return m_desk.submit(); });
}

Outcome SeatLog::abandon()
{
    return then([this] { return m_desk.abandon(); });
}

Outcome SeatLog::timeOut()
{
    return m_desk.timeOut();
}

void SeatLog::take(Act act)
{
    // The last of a kind wins. A way through the questions is all of it, but standing still is no step.
    if (act.kind != Kind::Show)
        m_kept.removeIf([&act](const Act &kept) { return kept.kind == act.kind && kept.position == act.position; });
    const bool again = act.kind == Kind::Show && !m_kept.isEmpty() && m_kept.constLast().kind == act.kind &&
                       m_kept.constLast().position == act.position;
    if (!again)
        m_kept << std::move(act);
    (void)retry();
}

Outcome SeatLog::retry()
{
    const Outcome outcome = flush();
    if (outcome.ok() == !m_failing)
        return outcome;
    m_failing = !outcome.ok();
    if (m_failing)
        m_timer->start();
    else
        m_timer->stop();
    Q_EMIT savedChanged(!m_failing);
    if (m_failing)
        Q_EMIT failed(outcome.error());
    else
        Q_EMIT recovered();
    return outcome;
}

Outcome SeatLog::flush()
{
    // Each act leaves memory only once it is stored, so a failure half-way repeats nothing and loses nothing.
    while (!m_kept.isEmpty()) {
        const Outcome stored = m_kept.constFirst().store(m_desk);
        if (!stored && !refusedForGood(stored.error()))
            return stored;
        if (m_kept.isEmpty()) // the attempt ended meanwhile
            break;
        m_kept.removeFirst();
        if (!stored)
            Q_EMIT refused(stored.error());
    }
    return Done{};
}

bool SeatLog::refusedForGood(const Error &error) const
{
    // What the rules refuse they refuse for ever; kept, it would hold up all that comes after it. Too late is another
    // matter: the end of time is told by itself.
    if (error.code != ErrorCode::NotAllowed && error.code != ErrorCode::BadInput)
        return false;
    const ClockReading clock = m_desk.clock();
    return m_desk.running() && (!clock.limited || clock.remainingMs > 0);
}

PositionState SeatLog::state(int position) const
{
    const Attempt *attempt = m_desk.running();
    PositionState state;
    if (attempt && position >= 0 && position < attempt->size())
        state = attempt->at(position);
    for (const Act &act : m_kept) {
        if (act.position == position)
            act.apply(state);
    }
    return state;
}

int SeatLog::unsavedCount() const
{
    QSet<int> positions;
    for (const Act &act : m_kept) {
        if (act.kind != Kind::Show && act.kind != Kind::Scrolled)
            positions.insert(act.position);
    }
    return int(positions.size());
}

int SeatLog::unsavedAnswers() const
{
    return int(std::count_if(m_kept.begin(), m_kept.end(), [](const Act &act) { return act.kind == Kind::Answer; }));
}

void SeatLog::forget()
{
    m_kept.clear();
    m_timer->stop();
    m_failing = false;
}

} // namespace lectern
