// SPDX-License-Identifier: GPL-3.0-or-later
// Time to replay a log of 20,000 answers, of a thousand answers more one by one, and of a read-out, against the least
// that any filter of this state must do for as many answers: one symmetric rank-one update of its covariance each.
// Prints "bare <us>", "replay <us>", "thousand <us>" and "readout <us>", in turns.
#include "longlog.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace lectern;

namespace
{

constexpr int answers = 20'000;
constexpr int more = 1000;
constexpr int rounds = 25;

/// The covariance loses `factor` times the square of one of its columns, so many times.
double rankOneUpdates(int times, size_t size)
{
    std::vector<double> matrix(size * size);
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j < size; ++j)
            matrix[i * size + j] = i == j ? 1.36 : 1.0;
    }
    std::vector<double> column(size);
    for (int time = 0; time < times; ++time) {
        const size_t at = static_cast<size_t>(time) % size;
        for (size_t i = 0; i < size; ++i)
            column[i] = matrix[at * size + i];
        const double factor = 0.2 / (column[at] + 5);
        for (size_t i = 0; i < size; ++i) {
            const double scaled = factor * column[i];
            for (size_t j = 0; j < size; ++j)
                matrix[i * size + j] -= scaled * column[j];
        }
    }
    return matrix[0];
}

void say(const char *what, const QElapsedTimer &timer)
{
    std::printf("%s %lld\n", what, static_cast<long long>(timer.nsecsElapsed() / 1000));
}

} // namespace

int main()
{
    const AbilityShape shape = longLogShape();
    const QList<LoggedAnswer> log = longLog(answers);
    QList<LoggedAnswer> next = longLog(more, 6);
    for (qsizetype i = 0; i < next.size(); ++i) {
        next[i].day = 84 + i / 10;
        next[i].utcMs = next.at(i).day * 24 * 60 * 60 * 1000;
    }
    const ExamModel exam = longLogExam();
    double kept = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        kept += rankOneUpdates(answers, static_cast<size_t>(Ability(shape).size()));
        say("bare", timer);
        timer.restart();
        Replay replayed = replay(shape, log);
        say("replay", timer);
        timer.restart();
        for (const LoggedAnswer &answer : std::as_const(next))
            replayed.add(answer);
        say("thousand", timer);
        timer.restart();
        kept += readOut(replayed.ability(), exam).odds;
        say("readout", timer);
    }
    // What was computed must be wanted, or the compiler leaves it out.
    return kept > 0 ? 0 : 1;
}
