// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printflow.h"
#include "reportdesk.h"

namespace lectern
{

/// Adds how an attempt went beside its score: pace, longest stays, changed answers, certainty, objectives.
void addAnalysis(PrintFlow &flow, const Certification &certification, const ReportDesk::Report &report);

} // namespace lectern
