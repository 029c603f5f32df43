// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace lectern
{

enum class SettingScope {
    Profile, ///< travels with the file
    Machine  ///< this machine's window and looks
};

enum class Setting {
    ColorScheme,    ///< "system", "light", "dark"
    WindowGeometry, ///< base64 of QWidget::saveGeometry
    CurrentPage,    ///< "today" … "guide"
    FirstRunDone,
    CodeZoom, ///< percent, 100-300
    CodeWrap,
    StudyDayEnds,  ///< "HH:mm"
    TargetPercent, ///< practice target; -1: the certification's own
    ShowClock,
    ExamMode,         ///< the word of the AttemptMode that was set up last
    ExtraTimePercent, ///< 100-400; 125 is a quarter more
    Breaks,           ///< how many a rehearsal may take; 0, 1 or 10
    BreaksStopClock,
    Certainty,            ///< answers may be rated while practising
    SleepCounts,          ///< of practice: the time the machine sleeps is part of the attempt's
    CrashCounts,          ///< of practice: so is the time until the seat is taken again
    AllowedHosts,         ///< of sources that may be opened without asking, with spaces between them
    CalendarFile,         ///< path of the calendar that is kept up to date; empty: none
    CalendarZoned,        ///< its times have the learner's zone; else they float
    CalendarAlarmMinutes, ///< before a block starts; negative: none
    PlanView,             ///< "month", "week", "agenda", "wall"
    PacksSeen,            ///< the shipped packs as they were when last compared with the installed ones
};

struct SettingInfo {
    Setting setting;
    const char *key;
    QVariant fallback;
    SettingScope scope;
};

/// Every setting, one line each.
const QList<SettingInfo> &settingTable();
const SettingInfo &info(Setting setting);

} // namespace lectern
