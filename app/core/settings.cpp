// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <algorithm>

namespace lectern
{

const QList<SettingInfo> &settingTable()
{
    static const QList<SettingInfo> table{
        {Setting::ColorScheme, "color-scheme", QStringLiteral("system"), SettingScope::Machine},
        {Setting::WindowGeometry, "window-geometry", QString(), SettingScope::Machine},
        {Setting::CurrentPage, "current-page", QStringLiteral("today"), SettingScope::Machine},
        {Setting::FirstRunDone, "first-run-done", false, SettingScope::Profile},
        {Setting::CodeZoom, "code-zoom", 100, SettingScope::Machine},
        {Setting::CodeWrap, "code-wrap", false, SettingScope::Machine},
        {Setting::StudyDayEnds, "study-day-ends", QStringLiteral("04:00"), SettingScope::Profile},
        {Setting::TargetPercent, "target-percent", -1, SettingScope::Profile},
        {Setting::ShowClock, "show-clock", true, SettingScope::Profile},
        {Setting::ExamMode, "exam-mode", QStringLiteral("timed"), SettingScope::Profile},
        {Setting::ExtraTimePercent, "extra-time-percent", 100, SettingScope::Profile},
        {Setting::Breaks, "breaks", 0, SettingScope::Profile},
        {Setting::BreaksStopClock, "breaks-stop-clock", false, SettingScope::Profile},
        {Setting::Certainty, "certainty", false, SettingScope::Profile},
        {Setting::SleepCounts, "sleep-counts", true, SettingScope::Profile},
        {Setting::CrashCounts, "crash-counts", true, SettingScope::Profile},
        {Setting::AllowedHosts, "allowed-hosts", QString(), SettingScope::Profile},
        {Setting::CalendarFile, "calendar-file", QString(), SettingScope::Machine},
        {Setting::CalendarZoned, "calendar-zoned", true, SettingScope::Profile},
        {Setting::CalendarAlarmMinutes, "calendar-alarm-minutes", 10, SettingScope::Profile},
        {Setting::PlanView, "plan-view", QStringLiteral("month"), SettingScope::Machine},
        {Setting::PacksSeen, "packs-seen", QString(), SettingScope::Machine},
    };
    return table;
}

const SettingInfo &info(Setting setting)
{
    const QList<SettingInfo> &table = settingTable();
    return *std::find_if(
        table.cbegin(), table.cend(), [setting](const SettingInfo &row) { return row.setting == setting; });
}

} // namespace lectern
