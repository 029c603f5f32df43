// SPDX-License-Identifier: GPL-3.0-or-later
#include "focuswords.h"

#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern
{

namespace
{

class FocusWords
{
    Q_DECLARE_TR_FUNCTIONS(FocusWords)
};

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;

/// Hours are minutes too, since the block's length is told in minutes.
QString minutesAndSeconds(qint64 ms)
{
    const qint64 seconds = ms / secondMs;
    return QStringLiteral("%1:%2").arg(
        QLocale().toString(seconds / 60), QString::number(seconds % 60).rightJustified(2, u'0'));
}

qint64 lengthMs(const FocusDesk::Reading &reading)
{
    return reading.block ? reading.block->minutes * minuteMs : 0;
}

QString within(qint64 ms, int minutes, bool running)
{
    return (running ? FocusWords::tr("%1 of %2", "time worked of a block's length")
                    : FocusWords::tr("Paused at %1 of %2", "time worked of a block's length"))
        .arg(minutesAndSeconds(ms), minutesText(minutes));
}

} // namespace

QString focusTime(const FocusDesk::Reading &reading)
{
    const int minutes = reading.block ? reading.block->minutes : 0;
    const qint64 over = reading.totalMs() - lengthMs(reading);
    if (over < 0)
        return within(reading.totalMs(), minutes, reading.running);
    return (reading.running ? FocusWords::tr("%1 + %2", "a block's length and the time beyond it")
                            : FocusWords::tr("Paused at %1 + %2", "a block's length and the time beyond it"))
        .arg(minutesText(minutes), minutesAndSeconds(over));
}

QString widestFocusTime(const FocusDesk::Reading &reading)
{
    return within(lengthMs(reading), reading.block ? reading.block->minutes : 0, false);
}

QString focusBlock(const Certification &certification, const FocusDesk::Reading &reading)
{
    return reading.block ? wordsOf(certification, *reading.block).fullTitle : QString();
}

QString focusHeard(const Certification &certification, const FocusDesk::Reading &reading)
{
    const QString title = focusBlock(certification, reading);
    if (!reading.running)
        return FocusWords::tr("Focus timer paused: %1").arg(title);
    const QString length = FocusWords::tr("%n minute(s)", nullptr, reading.block ? reading.block->minutes : 0);
    return reading.totalMs() < lengthMs(reading)
               ? FocusWords::tr("Focus timer: %1, %2").arg(title, length)
               : FocusWords::tr("Focus timer: %1, %2 reached, it goes on").arg(title, length);
}

namespace
{

QString unlogged(const Certification &certification, const FocusDesk::Reading &reading, QDate today)
{
    const QString title = focusBlock(certification, reading);
    const QString minutes = minutesText(reading.minutes());
    if (reading.minutes() == 0)
        return FocusWords::tr("The work on “%1” was interrupted in its first minute").arg(title);
    if (reading.day == today)
        return FocusWords::tr("%1 on “%2” are not logged yet").arg(minutes, title);
    return FocusWords::tr("%1 on “%2”, %3, are not logged yet").arg(minutes, title, dayText(reading.day, today));
}

} // namespace

QString focusUnlogged(const Certification &certification, const FocusDesk::Reading &reading, QDate today)
{
    const QString what = unlogged(certification, reading, today);
    const int gap = loggedMinutesOf(reading.gapMs);
    return gap == 0 ? what
                    : FocusWords::tr("%1; then it was interrupted for %2", "what is not logged, minutes")
                          .arg(what, minutesText(gap));
}

QString focusEnded(const QString &block, int minutes, BlockState state)
{
    const QString logged = minutesText(minutes);
    if (minutes == 0)
        return FocusWords::tr("“%1” is done, nothing is logged.").arg(block);
    return state == BlockState::Done ? FocusWords::tr("%1 logged, “%2” is done.").arg(logged, block)
                                     : FocusWords::tr("%1 logged, “%2” is partly done.").arg(logged, block);
}

} // namespace lectern
