// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>

namespace lectern
{

class PrintFlow;
struct PlanPaper;
struct PrintMetrics;

/// A table of these days with their blocks, its head first; the head stands again on every page, a row is never split.
void addAgendaRows(PrintFlow &flow, const PlanPaper &paper, const PrintMetrics &metrics, const QList<QDate> &dates);

} // namespace lectern
