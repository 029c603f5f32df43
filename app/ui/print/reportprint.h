// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printsheet.h"
#include "reportdesk.h"

namespace lectern
{

/// What of a report goes on paper.
struct ReportPaper {
    enum class Questions {
        All,
        Wrong, ///< wrong or blank
        None
    };
    Questions questions = Questions::All;
    double target = 0.7; ///< the practice target, 0-1
};

/// The report of an attempt: how it was sat, its score with interval and target, sections, what to do next, the
/// analysis, and the questions. Everything is told without colour.
PrintSheet reportSheet(const ReportDesk &desk, const Certification &certification, const ReportDesk::Report &report,
    const ReportPaper &paper);

} // namespace lectern
