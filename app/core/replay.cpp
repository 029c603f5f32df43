// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay.h"

#include <algorithm>

namespace lectern
{

Replay::Replay(const AbilityShape &shape, const AbilityParameters &parameters)
    : m_ability(shape, parameters)
    , m_evidence(static_cast<size_t>(shape.sections))
{
}

Replay::Counted Replay::add(const LoggedAnswer &logged)
{
    m_ability.advanceTo(logged.day);
    AbilityAnswer answer = logged.answer;
    answer.aided = answer.aided || logged.feedback || logged.disputed || helped(logged.objective, logged.utcMs);
    if (logged.feedback)
        m_rationales.insert(logged.objective, logged.utcMs);
    if (answer.section < 0 || answer.section >= m_ability.shape().sections)
        return Counted::Nothing;
    m_ability.answer(answer);

    ReplayDay &day = at(m_ability.day());
    if (answer.aided) {
        ++day.aided;
        return Counted::Aided;
    }
    if (answer.exposuresBefore > 0) {
        ++day.repeats;
        return Counted::Repeat;
    }
    ++day.evidence;
    ++m_evidence[static_cast<size_t>(answer.section)];
    return Counted::Evidence;
}

void Replay::readRationale(const QString &objective, qint64 utcMs)
{
    if (!objective.isEmpty())
        m_rationales.insert(objective, utcMs);
}

void Replay::add(const LoggedStudy &study)
{
    m_ability.advanceTo(study.day);
    m_ability.study(study.section, study.minutes);
}

bool Replay::helped(const QString &objective, qint64 utcMs) const
{
    const auto read = m_rationales.constFind(objective);
    return !objective.isEmpty() && read != m_rationales.cend() && *read <= utcMs && utcMs - *read < rationaleMs;
}

ReplayDay &Replay::at(qint64 day)
{
    if (m_days.isEmpty() || m_days.constLast().day != day)
        m_days.append(ReplayDay{day});
    return m_days.last();
}

Replay replay(const AbilityShape &shape, const QList<LoggedAnswer> &answers, const QList<LoggedStudy> &study,
    std::optional<qint64> until, const AbilityParameters &parameters)
{
    Replay replayed(shape, parameters);
    QList<LoggedAnswer> sorted = answers;
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const LoggedAnswer &a, const LoggedAnswer &b) { return a.day < b.day; });
    QList<LoggedStudy> minutes = study;
    std::stable_sort(
        minutes.begin(), minutes.end(), [](const LoggedStudy &a, const LoggedStudy &b) { return a.day < b.day; });

    auto next = minutes.cbegin();
    for (const LoggedAnswer &answer : std::as_const(sorted)) {
        for (; next != minutes.cend() && next->day < answer.day; ++next)
            replayed.add(*next);
        replayed.add(answer);
    }
    for (; next != minutes.cend(); ++next)
        replayed.add(*next);
    if (until)
        replayed.advanceTo(*until);
    return replayed;
}

} // namespace lectern
