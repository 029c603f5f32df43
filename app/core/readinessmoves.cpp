// SPDX-License-Identifier: GPL-3.0-or-later
#include "readinessmoves.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lectern
{

namespace
{

constexpr int mostTopicsOfADay = 4; ///< more are told as one

bool isAnswers(const ReadinessMove &move)
{
    return move.kind == ReadinessMove::Kind::Answers;
}

/// Days on which many topics were practised have one line for them all.
QList<ReadinessMove> joined(const QList<ReadinessMove> &moves)
{
    QHash<QDate, int> topics;
    for (const ReadinessMove &move : moves)
        topics[move.day] += isAnswers(move) ? 1 : 0;
    QList<ReadinessMove> result;
    for (const ReadinessMove &move : moves) {
        if (!isAnswers(move) || topics.value(move.day) <= mostTopicsOfADay) {
            result << move;
            continue;
        }
        const auto sum = std::find_if(result.begin(), result.end(),
            [&](const ReadinessMove &other) { return isAnswers(other) && other.day == move.day; });
        if (sum == result.end()) {
            result << move;
            result.last().id.clear();
            continue;
        }
        sum->points += move.points;
        sum->answers += move.answers;
        sum->right += move.right;
    }
    return result;
}

} // namespace

ReadinessMoves::ReadinessMoves(const ReadinessReader &reader, const ExamModel &exam, QDate from)
    : m_reader(reader)
    , m_exam(exam)
    , m_from(from)
    , m_lastStudied(static_cast<size_t>(reader.shape().sections.size()))
{
}

Expectation ReadinessMoves::take()
{
    Expectation now = expectationOf(m_reader.replay().ability(), m_exam);
    std::swap(now, m_before);
    return now;
}

ReadinessMove &ReadinessMoves::entry(const ReadinessMove &like)
{
    const auto same = std::find_if(m_moves.begin(), m_moves.end(), [&](const ReadinessMove &move) {
        return move.kind == like.kind && move.day == like.day && move.id == like.id && move.attempt == like.attempt;
    });
    if (same != m_moves.end())
        return *same;
    m_moves << like;
    return m_moves.last();
}

void ReadinessMoves::daysPassed(QDate day)
{
    if (day < m_from)
        return;
    if (!m_watching) {
        m_watching = true;
        take();
        return;
    }
    const Expectation before = take();
    const Ability &ability = m_reader.replay().ability();
    // What else a day does, its drift, only widens the interval, which bends the mean by less than can be told.
    if (ability.idleDays() <= ability.parameters().idleDays)
        return;
    double weights = 0;
    for (const double weight : m_exam.weights)
        weights += weight;
    for (size_t section = 0; section < before.sections.size(); ++section) {
        const double points =
            100 * m_exam.weights[section] / weights * (m_before.sections[section] - before.sections[section]);
        const QDate last = m_lastStudied[section];
        const int days = last.isValid() ? static_cast<int>(last.daysTo(day)) : ability.idleDays() + 1;
        ReadinessMove move;
        move.kind = ReadinessMove::Kind::Rest;
        move.day = day;
        move.id = m_reader.shape().sections.at(static_cast<int>(section));
        ReadinessMove &rest = entry(move);
        rest.points += points;
        rest.days = days;
    }
}

void ReadinessMoves::stepped(const ReadinessReader::Step &step)
{
    if (step.section >= 0)
        m_lastStudied[static_cast<size_t>(step.section)] = step.day;
    else if (!step.answer)
        m_lastStudied.assign(m_lastStudied.size(), step.day);
    if (!m_watching)
        return;
    ReadinessMove move;
    move.day = step.day;
    if (!step.answer) {
        move.kind = ReadinessMove::Kind::Study;
        entry(move).minutes += step.minutes;
        return;
    }
    if (step.counted == Replay::Counted::Nothing)
        return;
    if (step.counted != Replay::Counted::Evidence) {
        move.kind = ReadinessMove::Kind::Repeats;
    } else if (step.answer->mode == AttemptMode::Rehearsal) {
        move.kind = ReadinessMove::Kind::Rehearsal;
        move.attempt = step.answer->attempt;
    } else {
        move.id = step.topic >= 0 ? m_reader.shape().topics.at(step.topic) : m_reader.shape().sections.at(step.section);
    }
    ReadinessMove &change = entry(move);
    ++change.answers;
    change.right += step.answer->right ? 1 : 0;
    const double before = take().weighted;
    change.points += 100 * (m_before.weighted - before);
}

QList<ReadinessMove> ReadinessMoves::moves() const
{
    QList<ReadinessMove> sorted = joined(m_moves);
    std::stable_sort(sorted.begin(), sorted.end(), [](const ReadinessMove &a, const ReadinessMove &b) {
        return std::tuple(b.day, std::llround(std::abs(b.points) * 1000)) <
               std::tuple(a.day, std::llround(std::abs(a.points) * 1000));
    });
    return sorted;
}

} // namespace lectern
