// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportwords.h"

#include "certification.h"
#include "examwords.h"
#include "seatwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

/// Sorts as the numbers in it do; a collator does not in the C locale.
QString byNumbers(const QString &id)
{
    constexpr int digits = 4;
    QString key;
    QString number;
    for (const QChar c : id) {
        if (c.isDigit()) {
            number += c;
            continue;
        }
        key += number.isEmpty() ? number : number.rightJustified(digits, u'0');
        number.clear();
        key += c;
    }
    return key + (number.isEmpty() ? number : number.rightJustified(digits, u'0'));
}

QString drillWords(const ReportDesk::Action &action)
{
    const int n = action.questions;
    switch (action.reason) {
    case ReportDesk::Action::Reason::ConfidentWrong:
        return Words::tr("Drill the %n you were sure of and got wrong", nullptr, n);
    case ReportDesk::Action::Reason::Blank:
        return Words::tr("Answer the %n you left blank", nullptr, n);
    case ReportDesk::Action::Reason::Unsure:
        return Words::tr("Drill the %n you got right without being sure", nullptr, n);
    case ReportDesk::Action::Reason::Missed:
    case ReportDesk::Action::Reason::WeakTopic:
        break;
    }
    return Words::tr("Drill the %n you got wrong", nullptr, n);
}

} // namespace

QString errorWords(ErrorType error)
{
    switch (error) {
    case ErrorType::DidNotKnow:
        return Words::tr("Did not know");
    case ErrorType::Misread:
        return Words::tr("Misread");
    case ErrorType::Reasoning:
        return Words::tr("Reasoning");
    case ErrorType::Time:
        return Words::tr("Time");
    case ErrorType::Slip:
        return Words::tr("Slip");
    case ErrorType::BadQuestion:
        break;
    }
    return Words::tr("Bad question");
}

QString errorHint(ErrorType error)
{
    switch (error) {
    case ErrorType::DidNotKnow:
        return Words::tr("I did not know the fact");
    case ErrorType::Misread:
        return Words::tr("I misread the scenario or an option");
    case ErrorType::Reasoning:
        return Words::tr("I knew the facts and concluded wrongly");
    case ErrorType::Time:
        return Words::tr("I ran out of time or hurried");
    case ErrorType::Slip:
        return Words::tr("I meant another option");
    case ErrorType::BadQuestion:
        break;
    }
    return Words::tr("The question or its key is wrong");
}

QString certaintyWords(Certainty certainty)
{
    switch (certainty) {
    case Certainty::None:
        break;
    case Certainty::Sure:
        return Words::tr("Sure");
    case Certainty::Unsure:
        return Words::tr("Unsure");
    case Certainty::Guess:
        return Words::tr("Guess");
    }
    return {};
}

QString attemptWords(const ReportDesk::Report &report, const QDateTime &started, const Certification &certification)
{
    const QLocale locale;
    const Attempt &attempt = report.attempt;
    const AttemptRules &rules = attempt.setup().rules;
    QStringList words{locale.toString(started.date(), QLocale::LongFormat), shortTime(started.time())};
    const Blueprint *blueprint = certification.blueprint(attempt.setup().blueprint);
    words << (blueprint ? blueprint->title : attempt.setup().blueprint);
    if (rules.timePercent != 100)
        words << Words::tr("extra time %1").arg(factor(rules.timePercent));
    if (const int taken = rules.breaks - attempt.breaksLeft(); taken > 0)
        words << Words::tr("%n break(s)", nullptr, taken);
    return words.join(Words::tr(", "));
}

QString actionWords(const ReportDesk::Action &action, const Certification &certification)
{
    if (action.kind == ReportDesk::Action::Kind::Drill)
        return drillWords(action);
    const Topic *topic = certification.topic(action.topic);
    const QString title = topic ? topic->title : action.topic;
    return action.kind == ReportDesk::Action::Kind::Block ? Words::tr("Plan “%1”").arg(title)
                                                          : Words::tr("Read “%1” again").arg(title);
}

QList<Analysis::Count> objectivesInOrder(QList<Analysis::Count> counts)
{
    std::stable_sort(counts.begin(), counts.end(),
        [](const Analysis::Count &a, const Analysis::Count &b) { return byNumbers(a.id) < byNumbers(b.id); });
    return counts;
}

QString objectiveCode(const QString &id)
{
    return id == enrichmentObjective ? Words::tr("Beyond the outline") : id.mid(id.lastIndexOf(u'/') + 1);
}

QString ofTotal(int part, int total)
{
    return Words::tr("%1 of %2").arg(QLocale().toString(part), QLocale().toString(total));
}

} // namespace lectern
