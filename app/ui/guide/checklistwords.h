// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project.h"

#include <QString>

namespace lectern::checklist
{

QString state(CheckState state);
/// "9 of 15 done, 2 stale"
QString progress(int done, int total, int stale);
/// Why a skill is asked for again.
QString stale(QDate shown);
/// What the lists are not for; said above them wherever they are shown.
QString notForTheOdds();
/// Lines for the shortcut sheet: the keys of a row.
QStringList shortcuts();

} // namespace lectern::checklist
