// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuestionWords)
};

} // namespace

QString stateWords(const QString &state)
{
    if (state == QLatin1String("drafted"))
        return Words::tr("Drafted");
    if (state == QLatin1String("sources-checked"))
        return Words::tr("Every fact checked against its source");
    if (state == QLatin1String("blind-answered"))
        return Words::tr("Answered by someone who did not see the key");
    if (state == QLatin1String("reviewed"))
        return Words::tr("Read once more by someone else");
    if (state == QLatin1String("revised"))
        return Words::tr("Rewritten after an objection");
    if (state == QLatin1String("live"))
        return Words::tr("In use: it passed every check");
    if (state == QLatin1String("withdrawn"))
        return Words::tr("Withdrawn: it is no longer asked");
    return state;
}

QString dayWords(QDate day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString shortRevision(const QString &revision)
{
    constexpr int characters = 12;
    return revision.left(characters);
}

QString disputeWords(DisputeKind kind)
{
    switch (kind) {
    case DisputeKind::WrongKey:
        return Words::tr("The &key is wrong");
    case DisputeKind::SecondAnswer:
        return Words::tr("Another &option can be defended");
    case DisputeKind::OutOfDate:
        return Words::tr("A fact is out of &date");
    case DisputeKind::Unclear:
        return Words::tr("It is &unclear what is asked");
    case DisputeKind::Other:
        break;
    }
    return Words::tr("So&mething else");
}

QString flawWords(DisputeFlaw flaw)
{
    switch (flaw) {
    case DisputeFlaw::None:
        break;
    case DisputeFlaw::NoOption:
        return Words::tr("Choose the option that can be defended.");
    case DisputeFlaw::NoReason:
        return Words::tr("Say why: without a reason nobody can check it.");
    case DisputeFlaw::ReasonTooLong:
        return Words::tr("The reason is too long. Shorten it to %1 characters.")
            .arg(QLocale().toString(Dispute::longestReason));
    case DisputeFlaw::BadSource:
        return Words::tr("The source is not a web address. Start it with https:// or leave it empty.");
    }
    return {};
}

} // namespace lectern
