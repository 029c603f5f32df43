// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTime>
#include <QtGlobal>

namespace lectern
{

struct Item;

/// What can be said of a position at a glance.
enum class Mark {
    Unseen,
    Blank,      ///< seen without an answer
    Incomplete, ///< fewer options chosen than asked, which counts as wrong
    Answered
};

/// "A" for 0; options are named by where they are displayed.
QString letter(int index);
int asked(const Item &item); ///< how many options are to be chosen
/// "1 of 2 chosen"
QString chosenWords(qsizetype chosen, int asked);
/// "Choose two answers".
QString taskWords(int choose);
/// "117:42": minutes and seconds, rounded up so that it reads 0:00 only when nothing is left.
QString clockText(qint64 ms);
/// "1 hour 57 minutes left", "40 seconds left": for the ear.
QString spokenTimeLeft(qint64 ms);
/// "2:10": how long something took.
QString lasted(qint64 ms);
QString markWord(Mark mark);
/// "21:30", never with seconds.
QString shortTime(QTime time);
/// "68 %" as the language writes it.
QString percent(double share);

} // namespace lectern
