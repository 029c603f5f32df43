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
    if (m_shown.isEmpty() || m_shown.constLast() != position)
        m_shown << position;
    (void)retry();
}

void SeatLog::answer(int position, const QStringList &choice)
{
    m_answers.insert(position, choice);
    (void)retry();
}

void SeatLog::setFlag(int position, bool on)
{
    m_flags.insert(position, on);
    (void)retry();
}

Outcome SeatLog::submit()
{
    if (const Outcome kept = retry(); !kept)
        return kept;
    return m_desk.submit();
}

Outcome SeatLog::timeOut()
{
    return m_desk.timeOut();
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
    while (!m_shown.isEmpty()) {
        if (const Outcome stored = m_desk.show(m_shown.constFirst()); !stored)
            return stored;
        m_shown.removeFirst();
    }
    QList<int> positions = m_answers.keys();
    std::sort(positions.begin(), positions.end());
    for (const int position : std::as_const(positions)) {
        if (const Outcome stored = m_desk.answer(position, m_answers.value(position)); !stored)
            return stored;
        m_answers.remove(position);
    }
    positions = m_flags.keys();
    std::sort(positions.begin(), positions.end());
    for (const int position : std::as_const(positions)) {
        if (const Outcome stored = m_desk.setFlag(position, m_flags.value(position)); !stored)
            return stored;
        m_flags.remove(position);
    }
    return Done{};
}

QStringList SeatLog::choice(int position) const
{
    const auto kept = m_answers.constFind(position);
    if (kept != m_answers.cend())
        return *kept;
    const Attempt *attempt = m_desk.running();
    return attempt ? attempt->at(position).choice : QStringList();
}

bool SeatLog::flagged(int position) const
{
    const auto kept = m_flags.constFind(position);
    if (kept != m_flags.cend())
        return *kept;
    const Attempt *attempt = m_desk.running();
    return attempt && attempt->at(position).flagged;
}

bool SeatLog::seen(int position) const
{
    const Attempt *attempt = m_desk.running();
    return m_shown.contains(position) || m_answers.contains(position) || (attempt && attempt->at(position).seen);
}

bool SeatLog::saved() const
{
    return !m_failing;
}

int SeatLog::unsavedCount() const
{
    QSet<int> positions;
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it)
        positions.insert(it.key());
    for (auto it = m_flags.cbegin(); it != m_flags.cend(); ++it)
        positions.insert(it.key());
    return int(positions.size());
}

void SeatLog::forget()
{
    m_answers.clear();
    m_flags.clear();
    m_shown.clear();
    m_timer->stop();
    m_failing = false;
}

} // namespace lectern
