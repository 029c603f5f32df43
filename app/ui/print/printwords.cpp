// SPDX-License-Identifier: GPL-3.0-or-later
#include "printwords.h"

#include "examwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

QString drillWords(const ReportDesk::Action &action)
{
    switch (action.reason) {
    case ReportDesk::Action::Reason::ConfidentWrong:
        return Words::tr("Drill %n question(s) you were sure of and got wrong", nullptr, action.questions);
    case ReportDesk::Action::Reason::Blank:
        return Words::tr("Drill %n question(s) you left blank", nullptr, action.questions);
    case ReportDesk::Action::Reason::Unsure:
        return Words::tr("Drill %n question(s) you got right without being sure", nullptr, action.questions);
    case ReportDesk::Action::Reason::Missed:
    case ReportDesk::Action::Reason::WeakTopic:
        break;
    }
    return Words::tr("Drill %n question(s) you missed", nullptr, action.questions);
}

} // namespace

QString printedMode(AttemptMode mode)
{
    switch (mode) {
    case AttemptMode::Rehearsal:
        return Words::tr("Rehearsal");
    case AttemptMode::Timed:
        return Words::tr("Timed practice");
    case AttemptMode::Study:
        return Words::tr("Study");
    case AttemptMode::Drill:
        return Words::tr("Drill");
    case AttemptMode::Diagnostic:
        break;
    }
    return Words::tr("Diagnostic");
}

QString printedError(ErrorType error)
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

QString printedCertainty(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Sure:
        return Words::tr("sure");
    case Certainty::Unsure:
        return Words::tr("unsure");
    case Certainty::Guess:
        return Words::tr("guess");
    case Certainty::None:
        break;
    }
    return Words::tr("not rated");
}

QString printedAction(const ReportDesk::Action &action, const Certification &certification)
{
    const Topic *topic = certification.topic(action.topic);
    const QString title = topic ? topic->title : action.topic;
    QString what;
    switch (action.kind) {
    case ReportDesk::Action::Kind::Drill:
        what = drillWords(action);
        break;
    case ReportDesk::Action::Kind::Block:
        what = Words::tr("Study %1").arg(title);
        break;
    case ReportDesk::Action::Kind::Lesson:
        what = Words::tr("Read about %1").arg(title);
        break;
    }
    return Words::tr("%1: about %n minute(s)", "what to do", action.minutes).arg(what);
}

QString printedLetters(const QStringList &choice, const QStringList &optionOrder)
{
    QList<int> places;
    for (const QString &id : choice) {
        const auto place = int(optionOrder.indexOf(id));
        if (place >= 0)
            places.append(place);
    }
    std::sort(places.begin(), places.end());
    QStringList letters;
    for (const int place : std::as_const(places))
        letters.append(letter(place));
    return letters.join(QStringLiteral(", "));
}

} // namespace lectern
