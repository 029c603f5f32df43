// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include "runall.h"

#include <QSet>

using namespace lectern;

namespace
{

/// The enumerator after this one; the compiler asks for a line here when a setting is added.
std::optional<Setting> next(Setting setting)
{
    switch (setting) {
    case Setting::ColorScheme:
        return Setting::WindowGeometry;
    case Setting::WindowGeometry:
        return Setting::CurrentPage;
    case Setting::CurrentPage:
        return Setting::FirstRunDone;
    case Setting::FirstRunDone:
        return Setting::CodeZoom;
    case Setting::CodeZoom:
        return Setting::CodeWrap;
    case Setting::CodeWrap:
        return Setting::StudyDayEnds;
    case Setting::StudyDayEnds:
        return Setting::TargetPercent;
    case Setting::TargetPercent:
        return Setting::ShowClock;
    case Setting::ShowClock:
        return Setting::ExamMode;
    case Setting::ExamMode:
        return Setting::ExtraTimePercent;
    case Setting::ExtraTimePercent:
        return Setting::Breaks;
    case Setting::Breaks:
        return Setting::BreaksStopClock;
    case Setting::BreaksStopClock:
        return Setting::Certainty;
    case Setting::Certainty:
        return Setting::SleepCounts;
    case Setting::SleepCounts:
        return Setting::CrashCounts;
    case Setting::CrashCounts:
        return Setting::AllowedHosts;
    case Setting::AllowedHosts:
        return Setting::CalendarFile;
    case Setting::CalendarFile:
        return Setting::CalendarZoned;
    case Setting::CalendarZoned:
        return Setting::CalendarAlarmMinutes;
    case Setting::CalendarAlarmMinutes:
        return Setting::PlanView;
    case Setting::PlanView:
        return Setting::PacksSeen;
    case Setting::PacksSeen:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasOneLine();
    void keysAreUnique();
    void fallbacks();
};

void SettingsTest::everySettingHasOneLine()
{
    int count = 0;
    for (std::optional<Setting> setting = Setting::ColorScheme; setting; setting = next(*setting), ++count) {
        const auto lines = std::count_if(settingTable().cbegin(), settingTable().cend(),
            [&](const SettingInfo &row) { return row.setting == *setting; });
        QCOMPARE(lines, 1);
        QCOMPARE(info(*setting).setting, *setting);
    }
    QCOMPARE(settingTable().size(), count);
}

void SettingsTest::keysAreUnique()
{
    QSet<QByteArray> keys;
    for (const SettingInfo &row : settingTable()) {
        const QByteArray key(row.key);
        QVERIFY(!key.isEmpty());
        QVERIFY(!keys.contains(key));
        keys.insert(key);
    }
}

void SettingsTest::fallbacks()
{
    for (const SettingInfo &row : settingTable())
        QVERIFY(row.fallback.isValid());
    QCOMPARE(info(Setting::ColorScheme).fallback.toString(), QStringLiteral("system"));
    QCOMPARE(info(Setting::StudyDayEnds).fallback.toString(), QStringLiteral("04:00"));
    QCOMPARE(info(Setting::StudyDayEnds).scope, SettingScope::Profile);
    QCOMPARE(info(Setting::WindowGeometry).scope, SettingScope::Machine);
    QCOMPARE(info(Setting::TargetPercent).fallback.toInt(), -1);
}

LECTERN_TEST_CLASS(SettingsTest)
#include "settings_test.moc"
