// SPDX-License-Identifier: GPL-3.0-or-later
#include "examwords.h"

#include "item.h"
#include "timeformats.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExamWords)
};

qint64 wholeSeconds(qint64 ms)
{
    return (ms + 999) / 1000;
}

QString minutesAndSeconds(qint64 seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString letter(int index)
{
    return QString(QChar(u'A' + index));
}

QString taskWords(int choose)
{
    switch (choose) {
    case 1:
        return Words::tr("Choose one answer");
    case 2:
        return Words::tr("Choose two answers");
    case 3:
        return Words::tr("Choose three answers");
    default:
        return Words::tr("Choose %n answer(s)", nullptr, choose);
    }
}

QString clockText(qint64 ms)
{
    return minutesAndSeconds(wholeSeconds(ms));
}

QString spokenTimeLeft(qint64 ms)
{
    const qint64 seconds = wholeSeconds(ms);
    if (seconds < 60)
        return Words::tr("%n second(s) left", nullptr, int(seconds));
    const int minutes = int(seconds / 60);
    const int rest = minutes % 60;
    const QString after = Words::tr("%n minute(s) left", nullptr, rest);
    if (minutes < 60)
        return after;
    const int whole = minutes / 60;
    const QString hours = Words::tr("%n hour(s)", nullptr, whole);
    return rest == 0 ? Words::tr("%1 left", "%1: 2 hours").arg(hours)
                     : Words::tr("%1 %2", "hours, then minutes left").arg(hours, after);
}

QString lasted(qint64 ms)
{
    return minutesAndSeconds((ms + 500) / 1000);
}

int asked(const Item &item)
{
    return item.type == ItemType::Multiple ? int(item.keyIds().size()) : 1;
}

QString chosenWords(qsizetype chosen, int asked)
{
    const QLocale locale;
    return Words::tr("%1 of %2 chosen", "options of those asked for")
        .arg(locale.toString(chosen), locale.toString(asked));
}

QString markWord(Mark mark)
{
    switch (mark) {
    case Mark::Answered:
        return Words::tr("answered");
    case Mark::Incomplete:
        return Words::tr("incomplete", "fewer options chosen than asked");
    case Mark::Blank:
        return Words::tr("blank");
    case Mark::Unseen:
        break;
    }
    return Words::tr("not seen");
}

QString shortTime(QTime time)
{
    return QLocale().toString(time, clockFormat());
}

QString percent(double share)
{
    return Words::tr("%1 %").arg(QLocale().toString(qRound(share * 100)));
}

} // namespace lectern
