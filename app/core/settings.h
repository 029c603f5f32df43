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
    PacksSeen, ///< the shipped packs as they were when last compared with the installed ones
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
