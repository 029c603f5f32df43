// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SeatWords)
};

constexpr qsizetype namedTopics = 2; ///< more are counted

QString difficultyWord(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return Words::tr("easy");
    case Difficulty::Medium:
        return Words::tr("medium");
    case Difficulty::Hard:
        break;
    }
    return Words::tr("hard");
}

QStringList criteriaWords(const DrillCriteria &criteria, const Certification &certification)
{
    if (!criteria.items.isEmpty())
        return {Words::tr("%n chosen question(s)", nullptr, int(criteria.items.size()))};
    QStringList words;
    if (criteria.due)
        words << Words::tr("due again");
    if (criteria.missed)
        words << Words::tr("missed");
    if (criteria.unsure)
        words << Words::tr("unsure", "questions of a drill");
    if (criteria.unseen)
        words << Words::tr("unseen");
    if (criteria.slow)
        words << Words::tr("slow");
    if (criteria.topics.size() > namedTopics) {
        words << Words::tr("%n topic(s)", nullptr, int(criteria.topics.size()));
    } else {
        for (const QString &id : criteria.topics) {
            const Topic *topic = certification.topic(id);
            words << (topic ? topic->shortTitle : id);
        }
    }
    if (!criteria.objectives.isEmpty())
        words << Words::tr("%n objective(s)", nullptr, int(criteria.objectives.size()));
    for (const Difficulty difficulty : criteria.difficulties)
        words << difficultyWord(difficulty);
    if (criteria.notInLast == 1)
        words << Words::tr("not in the last attempt");
    else if (criteria.notInLast > 1)
        words << Words::tr("not in the last %n attempt(s)", nullptr, criteria.notInLast);
    return words;
}

} // namespace

SeatMarks seatMarks(const PositionState &state, bool rates, int asked)
{
    SeatMarks marks;
    if (!state.choice.isEmpty())
        marks.mark = state.choice.size() < asked ? Mark::Incomplete : Mark::Answered;
    else if (state.seen)
        marks.mark = Mark::Blank;
    marks.flagged = state.flagged;
    marks.unsure = state.unsure || state.certainty == Certainty::Unsure || state.certainty == Certainty::Guess;
    marks.unread = state.unread;
    marks.frozen = state.frozen;
    marks.revealed = state.revealed;
    marks.rates = rates;
    marks.certainty = state.certainty;
    return marks;
}

QStringList markWords(const SeatMarks &marks)
{
    QStringList words;
    if (marks.flagged)
        words << Words::tr("flagged");
    if (marks.certainty == Certainty::Sure)
        words << Words::tr("rated sure");
    else if (marks.certainty == Certainty::Unsure)
        words << Words::tr("rated unsure");
    else if (marks.certainty == Certainty::Guess)
        words << Words::tr("rated a guess");
    else if (marks.unsure)
        words << Words::tr("unsure");
    else if (marks.rates && marks.mark >= Mark::Incomplete)
        words << Words::tr("not rated");
    if (marks.unread)
        words << Words::tr("not read to its end");
    if (marks.revealed)
        words << Words::tr("answer shown");
    if (marks.frozen)
        words << Words::tr("locked");
    return words;
}

QString positionName(int position, const SeatMarks &marks)
{
    const QStringList parts =
        QStringList{Words::tr("Question %1").arg(QLocale().toString(position + 1)), markWord(marks.mark)} +
        markWords(marks);
    return parts.join(Words::tr(", "));
}

QString spokenTimeUsed(qint64 ms)
{
    const int minutes = int(ms / 60000);
    if (minutes == 0)
        return Words::tr("%n second(s) used", nullptr, int(ms / 1000));
    const QString rest = Words::tr("%n minute(s) used", nullptr, minutes % 60);
    if (minutes < 60)
        return rest;
    const QString hours = Words::tr("%n hour(s)", nullptr, minutes / 60);
    return minutes % 60 == 0 ? Words::tr("%1 used", "%1: 2 hours").arg(hours)
                             : Words::tr("%1 %2", "hours, then minutes used").arg(hours, rest);
}

QString usedText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString letters(const QStringList &choice, const QStringList &optionOrder)
{
    QStringList all;
    for (int index = 0; index < optionOrder.size(); ++index) {
        if (choice.contains(optionOrder.at(index)))
            all << letter(index);
    }
    return all.join(Words::tr(", "));
}

QString attemptTitle(const AttemptSetup &setup, const Certification &certification)
{
    switch (setup.mode) {
    case AttemptMode::Rehearsal: {
        const bool sealed = std::any_of(
            setup.items.begin(), setup.items.end(), [](const FormItem &item) { return !item.reserve.isEmpty(); });
        return sealed ? Words::tr("Rehearsal, sealed form") : Words::tr("Rehearsal");
    }
    case AttemptMode::Timed:
        return Words::tr("Timed practice");
    case AttemptMode::Diagnostic:
        return Words::tr("Diagnostic");
    case AttemptMode::Study:
    case AttemptMode::Drill:
        break;
    }
    const QString mode = setup.mode == AttemptMode::Study ? Words::tr("Study") : Words::tr("Drill");
    const QStringList words = criteriaWords(setup.criteria, certification);
    return words.isEmpty() ? mode : Words::tr("%1: %2", "Drill: missed, CDC").arg(mode, words.join(Words::tr(", ")));
}

QString attemptDetail(const AttemptSetup &setup, const Certification &certification)
{
    const Blueprint *blueprint = certification.blueprint(setup.blueprint);
    QStringList parts{
        blueprint ? blueprint->title : setup.blueprint, Words::tr("%n question(s)", nullptr, int(setup.items.size()))};
    if (setup.minutes > 0)
        parts << Words::tr("%1 min").arg(QLocale().toString(setup.minutes));
    if (setup.rules.timePercent != 100)
        parts << Words::tr("extra time %1").arg(factor(setup.rules.timePercent));
    return parts.join(Words::tr(", "));
}

QString factor(int percent)
{
    return Words::tr("%1 ×", "times").arg(QLocale().toString(percent / 100.0, 'g', 4));
}

} // namespace lectern
