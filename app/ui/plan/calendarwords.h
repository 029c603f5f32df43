// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busyreading.h"

#include <QString>

namespace lectern
{

/// File, line and reason, of a calendar that cannot be read.
QString sentence(const CalendarProblem &problem, const QString &fileName);

/// How many events take how much time, from when to when, and what was left out; sentences of one paragraph.
QString summaryOf(const BusyReading &reading, QDate today);

/// "work.ics: 12.5 h, Tue 24 Nov to Fri 12 Feb"
QString summaryOf(const BusySource &source);

} // namespace lectern
