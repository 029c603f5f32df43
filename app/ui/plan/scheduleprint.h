// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>

class QPagedPaintDevice;

namespace lectern
{

class PlanDesk;

/// Paints the whole study schedule, a week from a new page on: the same for preview, paper and PDF. Black on white,
/// told apart by pattern, code and text. Returns the number of pages, 0 if the device cannot be painted on.
int paintSchedule(QPagedPaintDevice &device, const PlanDesk &desk);

/// NotFound without a plan, FileNotWritable if the file cannot be written; an older file is replaced only by a whole
/// one.
Outcome writeSchedulePdf(const QString &path, const PlanDesk &desk);

} // namespace lectern
