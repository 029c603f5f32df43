// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "ui.h"

#include <optional>

namespace lectern
{

class ReportDesk;

/// Where the work of a block is done: the lesson, the exam's set-up, a report, the project. Null where there is nothing
/// to open.
std::optional<Place> placeOf(const Block &block, const ReportDesk &reports);

} // namespace lectern
